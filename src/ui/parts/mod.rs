//! Small parts that several screens share.

mod dialog;
mod segment_evidence;

pub use dialog::Dialog;
pub use segment_evidence::SegmentEvidence;
