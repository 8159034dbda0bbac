//! The client table: what everything else reads.
//!
//! A projection of the document, built once and then patched by what changed. A *row* here is a position: positions
//! never move while a workbook is open, and a deleted client keeps its position but is not [`ClientTable::is_alive`].
//! Only [`super::Workbook`] changes a table.

use std::collections::HashMap;

use super::batch::{Batch, BatchColumn, ColumnDefinition, History};
use super::blocks::Blocks;
use super::column::ColumnData;
use super::field::{ColumnId, Field};
use super::id::{Origin, RowId};
use super::value::Value;

static EMPTY: ColumnData =
    ColumnData { values: super::column::Values::None, misfits: std::collections::BTreeMap::new() };

/// One column of the table.
#[derive(Clone, Debug)]
pub struct Column {
    pub definition: ColumnDefinition,
    pub data: ColumnData,
    /// Whether the sheet shows the column: a batch or the person brought it, and nobody took it away.
    pub is_shown: bool,
}

/// All clients, column by column.
#[derive(Clone, Debug, Default)]
pub struct ClientTable {
    pub(super) blocks: Blocks,
    pub(super) alive: Vec<bool>,
    pub(super) alive_count: u32,
    pub(super) columns: Vec<Column>,
    pub(super) by_id: HashMap<ColumnId, usize>,
    /// Monthly sales of each batch, with the position of the batch's first row.
    pub(super) histories: Vec<(u32, History)>,
}

impl ClientTable {
    /// How many positions there are, deleted clients included: rows are `0..row_count()`.
    pub fn row_count(&self) -> u32 {
        self.blocks.row_count()
    }

    /// How many clients there are.
    pub fn client_count(&self) -> u32 {
        self.alive_count
    }

    /// Whether a client stands at this position (and was not deleted).
    pub fn is_alive(&self, row: u32) -> bool {
        self.alive.get(row as usize).copied().unwrap_or(false)
    }

    /// The positions of all clients, in the order of the sheet.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        (0..self.row_count()).filter(|row| self.is_alive(*row))
    }

    pub fn row_id(&self, row: u32) -> Option<RowId> {
        self.blocks.id(row)
    }

    /// Where a client stands; nothing for one that was deleted or never was.
    pub fn row_of(&self, id: RowId) -> Option<u32> {
        self.blocks.row(id).filter(|row| self.is_alive(*row))
    }

    /// All columns in the order of the sheet, hidden ones included.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub fn column(&self, id: &ColumnId) -> Option<&Column> {
        self.by_id.get(id).map(|at| &self.columns[*at])
    }

    /// The values of a field; an empty column where no client has any.
    pub fn field(&self, field: Field) -> &ColumnData {
        self.data(&ColumnId::Field(field))
    }

    /// The values of a column; an empty column where there is none of this name.
    pub fn data(&self, id: &ColumnId) -> &ColumnData {
        self.column(id).map_or(&EMPTY, |column| &column.data)
    }

    pub fn value(&self, row: u32, id: &ColumnId) -> Value {
        self.data(id).get(row)
    }

    /// The client's name, as it is shown on cards and in lists.
    pub fn name(&self, row: u32) -> &str {
        self.field(Field::Name).text(row)
    }

    /// The months in which a client bought: (month index, revenue, orders), oldest first.
    pub fn history(&self, row: u32) -> Vec<(i32, f64, u32)> {
        let of_batch = self.histories.iter().rev().find(|(start, _)| *start <= row);
        of_batch.map(|(start, history)| history.of_row(row - start).collect()).unwrap_or_default()
    }

    /// A table of nothing but one batch: what a list would look like as a workbook of its own.
    pub fn of_batch(batch: Batch) -> Self {
        let mut table = Self::default();
        table.add_batch(Origin(0), batch);
        table
    }

    /// Adds a batch's rows below the others.
    pub(super) fn add_batch(&mut self, origin: Origin, batch: Batch) {
        let start = self.push_rows(origin, 0, batch.rows);
        for BatchColumn { definition, data } in batch.columns {
            let column = self.column_mut(&definition);
            column.is_shown = true;
            column.data.append(start, data, column.definition.kind);
        }
        if !batch.history.is_empty() {
            self.histories.push((start, batch.history));
        }
    }

    /// Adds rows below the others, alive, and returns the position of the first.
    pub(super) fn push_rows(&mut self, origin: Origin, first: u32, length: u32) -> u32 {
        let start = self.blocks.push(origin, first, length);
        self.alive.resize(self.blocks.row_count() as usize, true);
        self.alive_count += length;
        start
    }

    pub(super) fn set_alive(&mut self, row: u32, alive: bool) {
        if let Some(place) = self.alive.get_mut(row as usize)
            && *place != alive
        {
            *place = alive;
            self.alive_count = if alive { self.alive_count + 1 } else { self.alive_count - 1 };
        }
    }

    /// The column of this name, made where there is none.
    pub(super) fn column_mut(&mut self, definition: &ColumnDefinition) -> &mut Column {
        let at = *self.by_id.entry(definition.id.clone()).or_insert_with(|| {
            let column = Column { definition: definition.clone(), data: ColumnData::default(), is_shown: false };
            self.columns.push(column);
            self.columns.len() - 1
        });
        &mut self.columns[at]
    }
}

#[cfg(test)]
impl ClientTable {
    /// The table after some clients were deleted, for tests of what reads a table.
    pub(crate) fn with_deleted(mut self, rows: &[u32]) -> Self {
        for row in rows {
            self.set_alive(*row, false);
        }
        self
    }
}
