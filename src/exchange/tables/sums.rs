//! Rows whose numbers are the sums of those above them.

use crate::exchange::decimal_mark::MarkFinder;
use crate::exchange::numbers;
use crate::exchange::sheet::{Raw, RawCell, Sheet};
use crate::workbook::Sum;

/// A row that may be a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub row: u32,
    /// It has a text that calls it one: then it never counts among the numbers that are added up.
    pub is_labelled: bool,
}

/// For each candidate (from top to bottom) in how many of the columns its number is the sum of those above it: of all,
/// or of those since the last candidate.
pub fn matches(sheet: &Sheet, first: u32, columns: &[u32], candidates: &[Candidate]) -> Vec<u32> {
    let mut found = vec![0; candidates.len()];
    for column in columns {
        let cells = sheet.cells(*column, first);
        let has_any = candidates.iter().any(|candidate| {
            let at = cells.partition_point(|cell| cell.row < candidate.row);
            cells.get(at).is_some_and(|cell| cell.row == candidate.row && is_number(sheet.raw(*cell)))
        });
        if has_any {
            match_column(sheet, cells, candidates, &mut found);
        }
    }
    found
}

fn match_column(sheet: &Sheet, cells: &[RawCell], candidates: &[Candidate], found: &mut [u32]) {
    let mut finder = MarkFinder::default();
    for cell in cells {
        if let Raw::Text(text) = sheet.raw(*cell) {
            finder.look(text);
        }
    }
    let mark = finder.mark();
    let (mut all, mut since) = (Running::default(), Running::default());
    let mut at = 0;
    for cell in cells {
        while candidates.get(at).is_some_and(|candidate| candidate.row < cell.row) {
            at += 1;
        }
        let number = match sheet.raw(*cell) {
            Raw::Number(number) => number,
            Raw::Text(text) if is_number(Raw::Text(text)) => match numbers::read(text, mark) {
                Some(written) => written.value,
                None => continue,
            },
            _ => continue,
        };
        let candidate = candidates.get(at).filter(|candidate| candidate.row == cell.row);
        if let Some(candidate) = candidate {
            let least = if candidate.is_labelled { 1 } else { 2 };
            if number != 0.0 && (since.is(number, least) || all.is(number, least)) {
                if let Some(place) = found.get_mut(at) {
                    *place += 1;
                }
                since = Running::default();
                continue;
            }
            if candidate.is_labelled {
                since = Running::default();
                continue;
            }
        }
        all.add(number);
        since.add(number);
    }
}

/// Texts that begin like a number; most texts do not, and are passed by.
pub fn is_number(raw: Raw<'_>) -> bool {
    match raw {
        Raw::Number(_) => true,
        Raw::Text(text) => {
            text.starts_with(|c: char| {
                c.is_ascii_digit() || matches!(c, '-' | '+' | '(' | '.' | '$' | '€' | '£' | '¥' | '\u{ffe5}' | '₽')
            }) && text.contains(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

struct Running {
    sum: Sum,
    count: u32,
}

impl Default for Running {
    fn default() -> Self {
        Self { sum: Sum::new(), count: 0 }
    }
}

impl Running {
    fn add(&mut self, number: f64) {
        self.sum.add(number);
        self.count += 1;
    }

    /// Whether it is this sum, but for the rounding of what was added.
    fn is(&self, number: f64, least: u32) -> bool {
        let sum = self.sum.value();
        self.count >= least && (sum - number).abs() <= (sum.abs() * 1e-9).max(0.011)
    }
}
