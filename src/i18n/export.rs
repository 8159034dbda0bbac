//! How an export goes, in words.

use super::{Locale, td_string};
use crate::export::ExportError;
use crate::export::protocol::Stage;
use crate::platform::export::{Failure, NotSaved};

/// What the writer is doing.
pub fn stage(locale: Locale, stage: Stage) -> &'static str {
    match stage {
        Stage::Opening => td_string!(locale, export.stage_opening),
        Stage::Filling => td_string!(locale, export.stage_filling),
        Stage::Packing => td_string!(locale, export.stage_packing),
    }
}

/// Why there is no file, and what to do next.
pub fn not_saved(locale: Locale, reason: &NotSaved) -> String {
    match reason {
        NotSaved::Refused(ExportError::Unreadable) => td_string!(locale, export.failed_unreadable).to_owned(),
        NotSaved::Refused(ExportError::TooManyRows) => td_string!(locale, export.failed_rows).to_owned(),
        NotSaved::Refused(ExportError::TooManyColumns) => td_string!(locale, export.failed_columns).to_owned(),
        NotSaved::Refused(ExportError::NotWritten(detail)) => {
            td_string!(locale, export.failed_not_written, detail = detail.as_str()).to_string()
        }
        NotSaved::Worker(Failure::Broken) => td_string!(locale, export.failed_broken).to_owned(),
        NotSaved::Worker(Failure::NotStarted) => td_string!(locale, export.failed_not_started).to_owned(),
    }
}

/// So many clients. The number is written as the language has it.
pub fn clients(locale: Locale, count: u32, number: &str) -> String {
    td_string!(locale, export.clients, count = count, number = number).to_string()
}

/// So many columns.
pub fn columns(locale: Locale, count: u32, number: &str) -> String {
    td_string!(locale, export.columns, count = count, number = number).to_string()
}
