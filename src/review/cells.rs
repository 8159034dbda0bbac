//! One column of a list against the same column of the clients.

use super::matching::NO_CLIENT;
use super::outcome::CellChange;
use super::rounding;
use crate::workbook::{ColumnData, ColumnKind, Value};

/// A cell without a text of its own, for comparing millions of them.
#[derive(Clone, Copy)]
enum Cell<'a> {
    Empty,
    Number(f64),
    Day(i32),
    /// A text, or what was written in place of a number or a date.
    Text(&'a str),
}

/// A column before and after.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    pub old: &'a ColumnData,
    pub new: &'a ColumnData,
    /// The kind that the workbook's column has.
    pub kind: ColumnKind,
    /// What the list's numbers were multiplied by.
    pub unit: f64,
    /// Whether the list's numbers may have been rounded.
    pub may_be_rounded: bool,
}

impl Pair<'_> {
    /// Tells of every row whose cell is filled and other than the client's: the row and the change. `clients` is the
    /// client of each row.
    pub fn changes(&self, column: u32, clients: &[u32], mut tell: impl FnMut(usize, CellChange)) {
        let step = if self.may_be_rounded { self.step(clients) } else { None };
        for (row, client) in clients.iter().enumerate().filter(|(_, client)| **client != NO_CLIENT) {
            let new = cell(self.new, row as u32);
            if !matches!(new, Cell::Empty) && self.differs(cell(self.old, *client), new, step) {
                let (old, new) = (self.old.get(*client), self.new.get(row as u32).for_kind(self.kind));
                tell(row, CellChange { column, old, new });
            }
        }
    }

    fn step(&self, clients: &[u32]) -> Option<f64> {
        let pairs = clients.iter().enumerate().filter_map(|(row, client)| {
            let new = self.new.number(row as u32)?;
            (*client != NO_CLIENT).then(|| self.old.number(*client).map(|old| (old, new)))?
        });
        rounding::step(pairs, self.unit)
    }

    fn differs(&self, old: Cell<'_>, new: Cell<'_>, step: Option<f64>) -> bool {
        match (old, new) {
            (Cell::Number(old), Cell::Number(new)) => {
                !rounding::is_same(old, new) && !step.is_some_and(|step| rounding::is_rounded(old, new, step))
            }
            (Cell::Day(old), Cell::Day(new)) => old != new,
            (Cell::Text(old), Cell::Text(new)) => !is_same_text(old, new),
            // The list's own kind of values is another than the column's: as it would be kept.
            (Cell::Text(old), Cell::Number(new)) if self.kind.is_text() => old.trim() != new.to_string(),
            _ => true,
        }
    }
}

fn cell(data: &ColumnData, row: u32) -> Cell<'_> {
    if let Some(number) = data.number(row) {
        return Cell::Number(number);
    }
    if let Some(day) = data.day(row) {
        return Cell::Day(day.0);
    }
    match data.text(row) {
        text if text.trim().is_empty() => Cell::Empty,
        text => Cell::Text(text),
    }
}

/// White space around it does not count, nor how lines are broken.
fn is_same_text(old: &str, new: &str) -> bool {
    let (old, new) = (old.trim(), new.trim());
    old == new || (old.contains('\r') || new.contains('\r')) && old.replace('\r', "") == new.replace('\r', "")
}

/// Whether a value is nothing but white space.
pub fn is_blank(value: &Value) -> bool {
    match value {
        Value::Empty => true,
        Value::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}
