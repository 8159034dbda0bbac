//! Small parts that several screens share.

mod dialog;
mod entry_input;
mod figure;
mod icon;
mod menu;
mod saved_line;
mod segment_choices;
mod segment_evidence;

pub use dialog::Dialog;
pub use entry_input::{ChoiceWords, EntryInput, Words};
pub use figure::Figure;
pub use icon::{Icon, IconName};
pub use menu::{Menu, MenuItem};
pub use saved_line::{SavedActions, SavedLine};
pub use segment_choices::SegmentChoices;
pub use segment_evidence::SegmentEvidence;
