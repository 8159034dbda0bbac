//! A sheet of plain cells, for files that are no workbook of Kontor's: rows with problems, say.

use serde::{Deserialize, Serialize};

use crate::workbook::Day;

/// A sheet with one row of headings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlainSheet {
    pub name: String,
    pub headings: Vec<String>,
    /// Each as long as the headings, or shorter.
    pub rows: Vec<Vec<PlainCell>>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum PlainCell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    Day(Day),
}
