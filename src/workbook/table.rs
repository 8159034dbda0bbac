//! The client table: what everything else reads.
//!
//! A projection of the document, built once and then patched by what changed. A *row* here is a position: positions
//! never move while a workbook is open, and a deleted client keeps its position but is not [`ClientTable::is_alive`].
//! Only [`super::Workbook`] changes a table.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::batch::{Batch, BatchColumn, ColumnDefinition, History};
use super::blocks::Blocks;
use super::colours::{ChoiceColours, Colour};
use super::column::ColumnData;
use super::fast_hash::FastMap;
use super::field::{ColumnId, Field};
use super::found::Found;
use super::id::{Origin, RowId};
use super::later_months::{LaterMonths, MonthSales};
use super::merged::Merged;
use super::sum::Sum;
use super::value::Value;

static EMPTY: ColumnData =
    ColumnData { values: super::column::Values::None, misfits: std::collections::BTreeMap::new() };

/// One column of the table.
#[derive(Clone, Debug)]
pub struct Column {
    pub definition: ColumnDefinition,
    pub data: ColumnData,
    /// How many living batches brought the column.
    pub(super) brought: u32,
    /// Whether a person made the column, wrote into a field that no import brought, or changed what it is called.
    pub(super) is_made: bool,
    /// Whether imports disagree about the column's title or kind.
    pub(super) is_mixed: bool,
    /// Whether a person took the column out of the sheet.
    pub(super) is_removed: bool,
    /// Where the column stands: the batch's (or the maker's) position, then its place there.
    pub(super) place: (u32, u32),
}

impl Column {
    /// Whether the sheet has the column: a batch or a person brought it, and nobody took it away.
    pub fn is_shown(&self) -> bool {
        !self.is_removed && (self.brought > 0 || self.is_made)
    }
}

/// A batch whose rows stand in the table.
#[derive(Clone, Debug)]
pub(super) struct PlacedBatch {
    pub position: u32,
    pub start: u32,
    pub rows: u32,
    pub columns: Vec<usize>,
    pub is_living: bool,
}

/// All clients, column by column.
#[derive(Clone, Debug, Default)]
pub struct ClientTable {
    pub(super) blocks: Blocks,
    pub(super) alive: Vec<bool>,
    pub(super) alive_count: u32,
    pub(super) columns: Vec<Column>,
    pub(super) by_id: FastMap<ColumnId, usize>,
    pub(super) batches: FastMap<Origin, PlacedBatch>,
    /// What was imported, under each cell that was written over.
    pub(super) imported: FastMap<(u32, usize), Value>,
    /// Monthly sales of each batch, with the position of the batch's first row.
    pub(super) histories: Vec<(u32, History)>,
    /// Monthly sales that came later for clients that were there already.
    pub(super) later_months: LaterMonths,
    pub(super) merged: Merged,
    /// Columns whose values come from a formula.
    pub(super) calculated: HashSet<ColumnId>,
    /// The colours of a choice's values.
    pub(super) colours: HashMap<ColumnId, ChoiceColours>,
    /// What was found about the clients; a column that was not looked for is missing.
    pub(super) found: FastMap<Found, ColumnData>,
    /// The values of a choice that a person listed.
    pub(super) listed_choices: HashMap<ColumnId, Vec<String>>,
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
        match id {
            ColumnId::Found(found) => self.found.get(found).unwrap_or(&EMPTY),
            _ => self.column(id).map_or(&EMPTY, |column| &column.data),
        }
    }

    pub fn value(&self, row: u32, id: &ColumnId) -> Value {
        self.data(id).get(row)
    }

    /// Whether a column's values come from a formula or were found, so that they can't be written.
    pub fn is_calculated(&self, id: &ColumnId) -> bool {
        matches!(id, ColumnId::Found(_)) || self.calculated.contains(id)
    }

    /// The colour in which a value of a choice is shown.
    pub fn colour(&self, id: &ColumnId, value: &str) -> Option<Colour> {
        self.colours.get(id)?.get(value).copied()
    }

    /// The client's name, as it is shown on cards and in lists.
    pub fn name(&self, row: u32) -> &str {
        self.field(Field::Name).text(row)
    }

    /// The months in which a client bought: (month index, revenue, orders), oldest first. What was bought by clients
    /// that became one with it is part of it.
    pub fn history(&self, row: u32) -> Vec<MonthSales> {
        let others = self.row_id(row).map(|id| self.merged.all_of(id)).unwrap_or_default();
        let is_there = |id: &RowId| self.batches.get(&id.origin).is_none_or(|batch| batch.is_living);
        let mut histories: Vec<_> = others
            .into_iter()
            .filter(is_there)
            .filter_map(|id| self.blocks.row(id))
            .map(|other| self.own_history(other))
            .filter(|history| !history.is_empty())
            .collect();
        if histories.is_empty() {
            return self.own_history(row);
        }
        histories.push(self.own_history(row));
        added_up(histories.into_iter().flatten())
    }

    /// Into which client another went when they became one; nothing for one that stands by itself or is not here.
    pub fn merged_into(&self, id: RowId) -> Option<RowId> {
        let row = self.blocks.row(id)?;
        self.merged.goal(id).filter(|_| !self.is_alive(row))
    }

    /// The clients that became one with another, directly or by way of others.
    pub fn merged_into_it(&self, id: RowId) -> Vec<RowId> {
        self.merged.all_of(id)
    }

    /// Whether a client's sales are more than its own import says: others became one with it, or months came later.
    pub(super) fn has_other_sales(&self, row: u32) -> bool {
        if self.merged.is_empty() && self.later_months.is_empty() {
            return false;
        }
        let has_any = |id: RowId| self.later_months.concerns(id) || !self.merged.all_of(id).is_empty();
        self.row_id(row).is_some_and(has_any)
    }

    fn own_history(&self, row: u32) -> Vec<MonthSales> {
        let of_batch = self.histories.iter().rev().find(|(start, _)| *start <= row);
        let own = of_batch.map(|(start, history)| history.of_row(row - start).collect()).unwrap_or_default();
        self.later_months.over(self.row_id(row), own)
    }

    /// A table of nothing but one batch: what a list would look like as a workbook of its own.
    pub fn of_batch(batch: Batch) -> Self {
        let mut table = Self::default();
        table.add_batch(Origin(0), 0, batch);
        table
    }

    /// The columns of the sheet, the client's name first, then as the imports and the person brought them.
    pub fn shown_columns(&self) -> Vec<&Column> {
        let mut shown: Vec<&Column> = self.columns.iter().filter(|column| column.is_shown()).collect();
        shown.sort_by(|left, right| left.order().cmp(&right.order()));
        shown
    }

    /// Whether any import's rows are in the table.
    pub fn has_imports(&self) -> bool {
        self.batches.values().any(|batch| batch.is_living)
    }

    /// Adds a batch's rows below the others.
    pub(super) fn add_batch(&mut self, origin: Origin, position: u32, batch: Batch) {
        let start = self.push_rows(origin, 0, batch.rows);
        let mut columns = Vec::with_capacity(batch.columns.len());
        for (BatchColumn { definition, data }, place) in batch.columns.into_iter().zip(0..) {
            let at = self.column_index(&definition);
            let column = &mut self.columns[at];
            column.is_mixed |= column.disagrees(&definition);
            if column.brought == 0 {
                column.place = (position, place);
            }
            column.brought += 1;
            column.data.append(start, data, column.definition.kind);
            columns.push(at);
        }
        if !batch.history.is_empty() {
            self.histories.push((start, batch.history));
        }
        self.batches.insert(origin, PlacedBatch { position, start, rows: batch.rows, columns, is_living: true });
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

    /// The index of the column of this name, made where there is none.
    pub(super) fn column_index(&mut self, definition: &ColumnDefinition) -> usize {
        *self.by_id.entry(definition.id.clone()).or_insert_with(|| {
            let mut definition = definition.clone();
            if let ColumnId::Field(field) = definition.id {
                definition = ColumnDefinition::of_field(field);
            }
            self.columns.push(Column {
                definition,
                data: ColumnData::default(),
                brought: 0,
                is_made: false,
                is_mixed: false,
                is_removed: false,
                place: (u32::MAX, 0),
            });
            self.columns.len() - 1
        })
    }
}

/// Sales of several clients by month, oldest first.
fn added_up(sales: impl Iterator<Item = (i32, f64, u32)>) -> Vec<(i32, f64, u32)> {
    let mut months: BTreeMap<i32, (Sum, u32)> = BTreeMap::new();
    for (month, revenue, orders) in sales {
        let (sum, count) = months.entry(month).or_default();
        sum.add(revenue);
        *count = count.saturating_add(orders);
    }
    months.into_iter().map(|(month, (sum, count))| (month, sum.value(), count)).collect()
}

impl Column {
    /// Whether an import means another column by the same name. A field's title and kind are Kontor's own.
    pub(super) fn disagrees(&self, definition: &ColumnDefinition) -> bool {
        let titles = self.is_made || self.definition.title == definition.title;
        let is_own = matches!(self.definition.id, ColumnId::Own(_));
        is_own && !(titles && self.definition.kind == definition.kind)
    }

    /// Whether the coming or going of a batch at this position changes more about the column than its rows: where it
    /// stands, or what it is.
    pub(super) fn depends_on(&self, position: u32, others: u32) -> bool {
        self.is_mixed || self.is_made || (others > 0 && position <= self.place.0)
    }

    fn order(&self) -> (bool, (u32, u32), &ColumnId) {
        (self.definition.id != ColumnId::Field(Field::Name), self.place, &self.definition.id)
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
