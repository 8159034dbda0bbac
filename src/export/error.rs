//! Why nothing was written.

use serde::{Deserialize, Serialize};

/// Why an export came to nothing. Its wording is in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ExportError {
    /// What the page sent can't be read: the two are of different versions, or the bytes were damaged on the way.
    #[error("the workbook arrived damaged")]
    Unreadable,
    #[error("more rows than a sheet of a workbook can hold")]
    TooManyRows,
    #[error("more columns than a sheet of a workbook can hold")]
    TooManyColumns,
    /// The library that writes workbooks refused.
    #[error("{0}")]
    NotWritten(String),
}
