//! A plain table that is written as a sheet of its own: no workbook stands behind it.

use serde::{Deserialize, Serialize};

use crate::workbook::Day;

/// Headings and rows, as they are to be written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlainSheet {
    /// The sheet's name.
    pub name: String,
    pub headings: Vec<String>,
    /// One cell for each heading.
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
