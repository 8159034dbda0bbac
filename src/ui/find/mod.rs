//! The dialogs "Find and replace" and "Go to".

mod dialog;
mod go_to;
mod hits;

pub use dialog::FindDialog;
pub use go_to::GoToDialog;
