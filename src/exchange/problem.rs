//! The cells that did not fit, each with its place in the file.

use serde::{Deserialize, Serialize};

use crate::workbook::Reason;

/// A cell that was kept as it is written because it does not fit its column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The row in the sheet, from 1 (a line of text counts as one row even where a quoted text breaks it).
    pub row: u32,
    /// The sheet, where it is not the chosen one but one that was taken along.
    pub sheet: String,
    /// The column in the sheet, from 0 (column A).
    pub position: u32,
    pub heading: String,
    pub text: String,
    pub reason: Reason,
}

/// All problems of an import: the first [`Problems::KEPT`] of them, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problems {
    /// By column, then row.
    pub list: Vec<Problem>,
    pub count: u32,
}

impl Problems {
    /// More are counted, and flagged in the grid, but not listed.
    pub const KEPT: usize = 10_000;

    pub fn push(&mut self, problem: Problem) {
        self.count += 1;
        if self.list.len() < Self::KEPT {
            self.list.push(problem);
        }
    }
}
