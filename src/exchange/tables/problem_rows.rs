//! The rows with values that did not fit, as they stand in the file: to be corrected there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::exchange::problem::{Problem, Problems};
use crate::exchange::sheet::{Raw, Sheet};
use crate::export::{PlainCell, PlainSheet};
use crate::workbook::Day;

/// Rows with problems, whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProblemRows {
    /// The headings of the file.
    pub headings: Vec<String>,
    /// From top to bottom, at most [`Problems::KEPT`].
    pub rows: Vec<ProblemRow>,
}

/// One row of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProblemRow {
    /// The row in its sheet, from 1, and the sheet, where it is not the chosen one: as in
    /// [`Problem`](crate::exchange::Problem).
    pub row: u32,
    pub sheet: String,
    /// One for each heading.
    pub cells: Vec<PlainCell>,
}

impl ProblemRows {
    /// Those of a sheet. The problems must still have the rows of this sheet. `heading` counts from 1.
    pub fn new(sheet: &Sheet, heading: u32, problems: &Problems) -> Self {
        let mut rows: Vec<u32> = problems.list.iter().map(|problem| problem.row).collect();
        rows.sort_unstable();
        rows.dedup();
        if rows.is_empty() {
            return Self::default();
        }
        let is_there = |column: &u32| !sheet.cells(*column, heading.saturating_sub(1)).is_empty();
        let columns: Vec<u32> = (0..sheet.columns.len() as u32).filter(is_there).collect();
        let text = |column: &u32| heading.checked_sub(1).map_or_else(String::new, |row| sheet.text(row, *column));
        let headings = columns.iter().map(text).collect();
        let row = |number: u32| {
            let cells = columns.iter().map(|column| plain(sheet.get(number.saturating_sub(1), *column))).collect();
            ProblemRow { row: number, sheet: String::new(), cells }
        };
        Self { headings, rows: rows.into_iter().map(row).collect() }
    }
}

impl ProblemRows {
    /// The rows with one more column `why`, which says what is wrong with each: `reasons` gets the row and its problems.
    pub fn to_sheet(
        &self,
        name: String,
        why: String,
        problems: &Problems,
        reasons: impl Fn(&ProblemRow, &[&Problem]) -> String,
    ) -> PlainSheet {
        let mut by_row: BTreeMap<(&str, u32), Vec<&Problem>> = BTreeMap::new();
        for problem in &problems.list {
            by_row.entry((problem.sheet.as_str(), problem.row)).or_default().push(problem);
        }
        let row = |row: &ProblemRow| {
            let problems = by_row.get(&(row.sheet.as_str(), row.row)).map_or(&[] as &[_], Vec::as_slice);
            let mut cells = row.cells.clone();
            cells.push(PlainCell::Text(reasons(row, problems)));
            cells
        };
        let headings = self.headings.iter().cloned().chain([why]).collect();
        PlainSheet { name, headings, rows: self.rows.iter().map(row).collect() }
    }
}

fn plain(raw: Option<Raw<'_>>) -> PlainCell {
    match raw {
        None => PlainCell::Empty,
        Some(Raw::Number(number)) => PlainCell::Number(number),
        Some(Raw::Date(days)) if days.fract() == 0.0 => PlainCell::Day(Day(days as i32)),
        Some(other) => PlainCell::Text(other.to_text()),
    }
}
