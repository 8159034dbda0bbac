//! Small parts that several screens share.

mod dialog;
mod icon;
mod menu;
mod segment_evidence;

pub use dialog::Dialog;
pub use icon::{Icon, IconName};
pub use menu::{Menu, MenuItem};
pub use segment_evidence::SegmentEvidence;
