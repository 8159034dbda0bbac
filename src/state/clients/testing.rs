//! Small client tables for tests.

use crate::exchange::{Conventions, entry};
use crate::workbook::{Batch, BatchColumn, ClientTable, ColumnData, ColumnDefinition, Field, History, Source};

/// A list with these columns, their values written as a person would.
pub fn batch(columns: &[(Field, &[&str])]) -> Batch {
    let rows = columns.iter().map(|(_, texts)| texts.len()).max().unwrap_or(0) as u32;
    let columns = columns.iter().map(|(field, texts)| {
        let mut data = ColumnData::default();
        for (row, text) in (0..).zip(*texts) {
            data.set(row, &entry(text, field.kind(), &Conventions::default()), field.kind());
        }
        BatchColumn { definition: ColumnDefinition::of_field(*field), data }
    });
    Batch { source: Source::default(), rows, columns: columns.collect(), history: History::default() }
}

pub fn table(columns: &[(Field, &[&str])]) -> ClientTable {
    ClientTable::of_batch(batch(columns))
}
