//! Cells that another program can't hold as they are.

use serde::{Deserialize, Serialize};

/// A text that was longer than a cell of a workbook may be: its beginning was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellProblem {
    /// The row in the written sheet, from 1.
    pub row: u32,
    pub heading: String,
    /// How many characters (of UTF-16, as Excel counts) the text has.
    pub length: u32,
}

/// All problems of an export: the first [`CellProblems::KEPT`] of them, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellProblems {
    pub list: Vec<CellProblem>,
    pub count: u32,
}

impl CellProblems {
    /// More are counted but not listed.
    pub const KEPT: usize = 100;

    pub fn push(&mut self, problem: CellProblem) {
        self.count += 1;
        if self.list.len() < Self::KEPT {
            self.list.push(problem);
        }
    }
}
