//! Whole columns made in one go: calculated ones, and those that become of another kind.

use std::collections::HashMap;

use super::column::{ColumnData, NO_DAY, Texts, Values};
use super::field::ColumnKind;
use super::value::Value;

/// A column that is filled from its first row to its last.
pub(super) struct Filling {
    kind: ColumnKind,
    data: ColumnData,
    rows: usize,
    codes: HashMap<String, u32>,
}

impl Filling {
    pub fn new(kind: ColumnKind, rows: u32) -> Self {
        let rows = rows as usize;
        Self { kind, data: ColumnData::default(), rows, codes: HashMap::new() }
    }

    /// Puts a value that fits the kind into a row.
    pub fn put(&mut self, row: u32, value: Value) {
        if self.data.values == Values::None && !matches!(value, Value::Empty | Value::Misfit(_)) {
            self.data.values = match Values::of_kind(self.kind) {
                Values::Numbers(_) => Values::Numbers(vec![f64::NAN; self.rows]),
                Values::Days(_) => Values::Days(vec![NO_DAY; self.rows]),
                _ => Values::Texts(Texts { codes: vec![0; self.rows], ..Texts::default() }),
            };
        }
        match (&mut self.data.values, value) {
            (_, Value::Misfit(misfit)) => drop(self.data.misfits.insert(row, misfit)),
            (Values::Numbers(numbers), Value::Number(number)) => numbers[row as usize] = number,
            (Values::Days(days), Value::Date(day)) => days[row as usize] = day.0,
            (Values::Texts(texts), Value::Text(text)) => {
                let known = self.codes.get(&text).copied();
                let code = known.unwrap_or_else(|| texts.push_text(&text));
                texts.codes[row as usize] = code;
                if known.is_none() {
                    self.codes.insert(text, code);
                }
            }
            _ => {}
        }
    }

    pub fn done(self) -> ColumnData {
        self.data
    }
}
