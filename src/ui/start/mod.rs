//! The start screen and the list of workbooks.

mod backup_input;
mod screen;
mod workbook_row;

pub use backup_input::BackupInput;
pub use screen::StartScreen;
