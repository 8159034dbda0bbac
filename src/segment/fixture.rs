//! Client tables for this folder's tests.

use crate::workbook::{
    Batch, BatchColumn, ClientTable, ColumnData, ColumnDefinition, ColumnId, ColumnKind, Field, History, Source, Value,
};

/// A list that can still be changed.
#[derive(Clone, Default)]
pub(super) struct List {
    rows: u32,
    columns: Vec<BatchColumn>,
}

impl List {
    /// Writes a field of a row: a number where the field is numeric, a text otherwise; nothing where it is "".
    pub fn with(mut self, row: u32, field: Field, text: &str) -> Self {
        self.set(row, field, text);
        self
    }

    pub fn set(&mut self, row: u32, field: Field, text: &str) {
        let value = match text.parse() {
            Ok(number) if field.kind().is_numeric() => Value::Number(number),
            _ => Value::text(text).for_kind(field.kind()),
        };
        self.put(row, ColumnDefinition { id: field.into(), title: field.key().to_owned(), kind: field.kind() }, &value);
    }

    /// Writes a text into a column of one's own.
    pub fn own(mut self, row: u32, title: &str, text: &str) -> Self {
        let id = ColumnId::Own(title.to_owned());
        self.put(row, ColumnDefinition { id, title: title.to_owned(), kind: ColumnKind::Choice }, &Value::text(text));
        self
    }

    fn put(&mut self, row: u32, definition: ColumnDefinition, value: &Value) {
        self.rows = self.rows.max(row + 1);
        let kind = definition.kind;
        let at = self.columns.iter().position(|column| column.definition == definition).unwrap_or_else(|| {
            self.columns.push(BatchColumn { definition, data: ColumnData::default() });
            self.columns.len() - 1
        });
        self.columns[at].data.set(row, value, kind);
    }

    pub fn table(&self) -> ClientTable {
        let (source, history) = (Source::default(), History::default());
        ClientTable::of_batch(Batch { source, rows: self.rows, columns: self.columns.clone(), history })
    }
}

/// A list of one client with these fields.
pub(super) fn client(fields: &[(Field, &str)]) -> List {
    fields.iter().fold(List::default(), |list, (field, text)| list.with(0, *field, text))
}
