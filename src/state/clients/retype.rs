//! What becomes of a column's values when the column becomes of another kind.

use std::collections::HashMap;

use super::entry::entry_text;
use crate::exchange;
use crate::state::Formats;
use crate::workbook::{CellEdit, ClientTable, ColumnId, ColumnKind, Reason, RowId, Value};

/// So many values that will not fit are shown as examples.
const EXAMPLES: usize = 8;

/// The outcome so far: made in slices, so that a long list does not hold the page up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Retype {
    /// Values that there are.
    pub filled: u32,
    /// Values that will not fit.
    pub misfits: u32,
    pub examples: Vec<Example>,
    /// The values that change.
    pub cells: Vec<CellEdit>,
    /// The row from which on nothing was looked at yet.
    pub next: u32,
    /// What was read already, by what is written: a list holds few different texts.
    known: HashMap<String, Value>,
}

/// A value that will not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    pub client: String,
    pub text: String,
    pub reason: Reason,
}

impl Retype {
    /// Looks at the next rows, `most` of them. Says whether there are more.
    pub fn advance(
        &mut self,
        table: &ClientTable,
        column: &ColumnId,
        kinds: (ColumnKind, ColumnKind),
        formats: &Formats,
        most: u32,
    ) -> bool {
        let end = self.next.saturating_add(most).min(table.row_count());
        let data = table.data(column);
        for row in self.next..end {
            let before = data.get(row);
            if before.is_empty() || !table.is_alive(row) {
                continue;
            }
            let after = self.read(&before, kinds, formats);
            self.filled += 1;
            if let Value::Misfit(misfit) = &after {
                self.misfits += 1;
                if self.examples.len() < EXAMPLES && self.examples.iter().all(|example| example.text != misfit.text) {
                    let (client, text) = (table.name(row).to_owned(), misfit.text.clone());
                    self.examples.push(Example { client, text, reason: misfit.reason });
                }
            }
            self.keep(table.row_id(row), column, &before, after);
        }
        self.next = end;
        end < table.row_count()
    }

    fn keep(&mut self, row: Option<RowId>, column: &ColumnId, before: &Value, after: Value) {
        if let Some(row) = row.filter(|_| after != *before) {
            self.cells.push(CellEdit { row, column: column.clone(), value: after });
        }
    }

    fn read(&mut self, before: &Value, (from, to): (ColumnKind, ColumnKind), formats: &Formats) -> Value {
        let are_numbers = |kind| matches!(kind, ColumnKind::Number | ColumnKind::Money);
        match before {
            // A number stays the number it is, to the last digit.
            Value::Number(_) if are_numbers(from) && are_numbers(to) => return before.clone(),
            Value::Number(share) if from == ColumnKind::Percent && are_numbers(to) => return Value::Number(*share),
            _ => {}
        }
        let text = entry_text(before, from, formats);
        if let Some(known) = self.known.get(&text) {
            return known.clone();
        }
        let value = exchange::entry(&text, to, &formats.conventions());
        self.known.insert(text, value.clone());
        value
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::workbook::Field;

    #[track_caller]
    fn check(values: &[&str], to: ColumnKind, misfits: &[&str], changed: usize) {
        let table = testing::table(&[(Field::Notes, values)]);
        let mut retype = Retype::default();
        let kinds = (ColumnKind::Text, to);
        while retype.advance(&table, &Field::Notes.into(), kinds, &Formats::default(), 2) {}
        let texts: Vec<&str> = retype.examples.iter().map(|example| example.text.as_str()).collect();
        assert_eq!(texts, misfits);
        assert_eq!(retype.cells.len(), changed);
    }

    #[test]
    fn what_will_not_fit_is_said_before() {
        check(&["12", "n/a", "", "1,200"], ColumnKind::Number, &["n/a"], 3);
        check(&["a@b.com", "a@b", "c@d.org"], ColumnKind::Email, &["a@b"], 1);
        check(&["yes", "no", "perhaps"], ColumnKind::YesNo, &["perhaps"], 3);
        check(&["Won", "Lost"], ColumnKind::Choice, &[], 0);
    }
}
