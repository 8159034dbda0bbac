//! From entries to the client table: built once, then patched by the keys that changed.

use std::collections::HashSet;

use super::batch::{Batch, ColumnDefinition};
use super::calculated::{Calculations, column_of_formula, formula_text};
use super::changes::Changes;
use super::choices::column_of_choices;
use super::colours::column_of_colours;
use super::day::Day;
use super::document::{Document, Key, Stored};
use super::field::ColumnId;
use super::id::{Origin, RowId};
use super::table::ClientTable;
use super::value::Value;

/// Where rows stand: imports and added rows in the order in which they came, and rows that came at the same time in
/// two tabs by their ids. Every copy of the plan has the same order.
type Place = (u32, RowId);

/// The client table and what is needed to keep it in step with the entries.
#[derive(Clone, Debug, Default)]
pub(super) struct Projection {
    pub table: ClientTable,
    /// The place of the last row.
    last: Option<Place>,
    /// The next free position for rows and columns.
    pub next_position: u32,
    /// Whether the table is being built from nothing, so that everything comes in its order.
    is_building: bool,
    /// Whether clients went into each other in a ring, of which one stands against what is stored about it.
    has_rings: bool,
    /// Whose rows, and which columns, writes spoke of before they were there.
    awaited_rows: HashSet<Origin>,
    awaited_columns: HashSet<ColumnId>,
    /// A batch that is about to be written, unpacked already.
    pub unpacked: Option<(Origin, Batch)>,
    /// Batches whose bytes can't be read. They stay in the document.
    pub damaged: Vec<Origin>,
    pub calculations: Calculations,
}

impl Projection {
    /// Builds the table from all entries.
    pub fn build(document: &Document, today: Option<Day>) -> Self {
        let calculations = Calculations::new(today);
        let mut projection = Self { is_building: true, calculations, ..Self::default() };
        let mut arrivals: Vec<(Place, &Key)> =
            document.iter().filter_map(|(key, stored)| Some((place(document, key, stored)?, key))).collect();
        arrivals.sort_unstable();
        let mut changes = Changes::default();
        projection.expect_columns(document);
        for (_, key) in arrivals {
            projection.patch(document, key, &mut changes);
        }
        // Cells lie over rows and columns, so they come last; among themselves their order decides nothing.
        let mut later: Vec<&Key> =
            document.iter().map(|(key, _)| key).filter(|key| matches!(key, Key::Column(_))).collect();
        later.sort_unstable();
        later.extend(document.iter().map(|(key, _)| key).filter(|key| matches!(key, Key::Row(_) | Key::Cell(..))));
        later.extend(document.iter().map(|(key, _)| key).filter(|key| matches!(key, Key::Record(_) | Key::Months(_))));
        for key in later {
            projection.patch(document, key, &mut changes);
        }
        let standing = projection.table.merged.break_rings();
        projection.has_rings = !standing.is_empty();
        for id in standing {
            if let Some(row) = projection.table.blocks.row(id) {
                projection.table.set_alive(row, true);
            }
        }
        projection.calculations.calculate_all(&mut projection.table);
        projection.is_building = false;
        projection
    }

    /// Columns whose kind a person chose have it before anything comes into them, so that each import is read for what
    /// the column is now.
    fn expect_columns(&mut self, document: &Document) {
        for (key, stored) in document.iter() {
            if let (Key::Column(id @ ColumnId::Own(_)), Stored::Column { title, kind, .. }) = (key, stored) {
                let definition = ColumnDefinition { id: id.clone(), title: title.clone(), kind: *kind };
                self.table.column_index(&definition);
            }
        }
    }

    /// Follows the change of one entry. Says `false` where the table must be built anew instead: rows came that belong
    /// above rows which stand there already.
    pub fn patch(&mut self, document: &Document, key: &Key, changes: &mut Changes) -> bool {
        let stored = document.get(key);
        match key {
            Key::Meta(_) => changes.meta = true,
            Key::Record(name) => {
                changes.records = true;
                if let Some(column) = column_of_colours(name) {
                    self.table.set_colours(column, stored);
                    changes.rows.extend(self.table.rows().filter(|_| !self.is_building));
                } else if let Some(column) = column_of_choices(name) {
                    self.table.set_listed_choices(column, stored);
                } else if let Some(column) = column_of_formula(name) {
                    let is_calculated = formula_text(stored).is_some();
                    self.table.set_calculated(&column, is_calculated);
                    // What stood there before comes back where a formula goes.
                    return !self.calculations.set(&column, formula_text(stored));
                }
            }
            Key::Cell(row, column) => self.patch_cell(*row, column, stored.map(Value::from), changes),
            Key::Column(id) => return self.patch_column(id, stored, changes),
            Key::Row(id) => return self.patch_row(document, *id, stored, changes),
            Key::Months(origin) => self.patch_months(document, *origin, changes),
            Key::Batch(origin) | Key::Withdrawn(origin) => {
                self.patch_months(document, *origin, changes);
                let batch = document.get(&Key::Batch(*origin)).filter(|_| !is_withdrawn(document, *origin));
                return self.patch_batch(document, *origin, batch, changes);
            }
            Key::Step(_) => {}
        }
        true
    }

    fn patch_cell(&mut self, row: RowId, id: &ColumnId, written: Option<Value>, changes: &mut Changes) {
        let table = &mut self.table;
        let Some(row) = table.blocks.row(row) else {
            self.awaited_rows.insert(row.origin);
            return;
        };
        let at = match (table.by_id.get(id), id) {
            (Some(at), _) => *at,
            (None, ColumnId::Field(field)) => table.column_index(&ColumnDefinition::of_field(*field)),
            // A column of the person's own that no longer exists: its cells stay stored and are shown nowhere.
            // What is found is never stored; a newer version may have written something all the same.
            (None, ColumnId::Found(_)) => return,
            (None, ColumnId::Own(_)) => {
                self.awaited_columns.insert(id.clone());
                return;
            }
        };
        let column = &mut table.columns[at];
        let value = match written {
            Some(value) => {
                table.imported.entry((row, at)).or_insert_with(|| column.data.get(row));
                value.for_kind(column.definition.kind)
            }
            None => match table.imported.remove(&(row, at)) {
                Some(imported) => imported,
                None => return,
            },
        };
        column.data.set(row, &value, column.definition.kind);
        self.calculations.touch(id);
        changes.write(id);
        if changes.rows.last() != Some(&row) {
            changes.rows.push(row);
        }
    }

    fn patch_column(&mut self, id: &ColumnId, stored: Option<&Stored>, changes: &mut Changes) -> bool {
        changes.columns = true;
        match stored {
            Some(Stored::Column { title, kind, position, removed }) => {
                self.next_position = self.next_position.max(position.saturating_add(1));
                let definition = ColumnDefinition { id: id.clone(), title: title.clone(), kind: *kind };
                let at = self.table.column_index(&definition);
                let column = &mut self.table.columns[at];
                if matches!(id, ColumnId::Own(_)) {
                    column.definition.title.clone_from(title);
                }
                if column.brought == 0 {
                    column.place = (*position, u32::MAX);
                }
                column.is_made = true;
                column.is_removed = *removed;
                // Cells may have come before their column, or its kind be another than before, or than an import's.
                let fits = column.definition.kind == *kind || matches!(id, ColumnId::Field(_));
                self.is_building || (fits && !self.awaited_columns.contains(id))
            }
            _ => match self.table.by_id.get(id) {
                // What the imports say counts again, if there are any.
                Some(at) if self.table.columns[*at].brought > 0 => false,
                Some(at) => {
                    let column = &mut self.table.columns[*at];
                    column.is_made = false;
                    column.is_removed = false;
                    true
                }
                None => true,
            },
        }
    }

    fn patch_row(&mut self, document: &Document, id: RowId, stored: Option<&Stored>, changes: &mut Changes) -> bool {
        changes.membership = true;
        if self.has_rings {
            return false;
        }
        let into = merged_into(stored);
        // The client that it went into shows other sales than before.
        let concerned = [self.table.merged.goal(id), into].into_iter().flatten();
        changes.rows.extend(concerned.filter_map(|other| self.table.blocks.row(other)));
        self.table.merged.set(id, into);
        if !self.is_building && into.is_some() && self.table.merged.is_in_ring(id) {
            return false;
        }
        let row = self.table.blocks.row(id);
        changes.rows.extend(row);
        match (stored, row) {
            (Some(Stored::AddedRow { position, .. } | Stored::MergedRow { position: Some(position), .. }), None) => {
                if !self.come((*position, id)) || self.is_awaited(id.origin) {
                    return false;
                }
                let row = self.table.push_rows(id.origin, id.index, 1);
                self.table.set_alive(row, matches!(stored, Some(Stored::AddedRow { deleted: false, .. })));
                changes.rows.push(row);
            }
            (Some(Stored::AddedRow { deleted, .. }), Some(row)) => self.table.set_alive(row, !deleted),
            (Some(_), Some(row)) => self.table.set_alive(row, false),
            (None, Some(row)) => {
                let imported = document.get(&Key::Batch(id.origin)).is_some() && !is_withdrawn(document, id.origin);
                self.table.set_alive(row, imported);
            }
            (_, None) => {
                self.awaited_rows.insert(id.origin);
            }
        }
        true
    }

    fn patch_batch(
        &mut self,
        document: &Document,
        origin: Origin,
        stored: Option<&Stored>,
        changes: &mut Changes,
    ) -> bool {
        changes.membership = true;
        changes.imports = true;
        changes.columns = true;
        if self.has_rings {
            return false;
        }
        let is_placed = self.table.batches.contains_key(&origin);
        match stored {
            Some(Stored::Batch { .. }) if is_placed => {
                let is_gone = |stored: &Stored| matches!(stored, Stored::DeletedRow | Stored::MergedRow { .. });
                return self.live(origin, true, |id| !document.get(&Key::Row(id)).is_some_and(is_gone));
            }
            Some(Stored::Batch { position, bytes }) => {
                let unpacked = self.unpacked.take().filter(|(of, _)| *of == origin).map(|(_, batch)| batch);
                let Some(batch) = unpacked.or_else(|| Batch::from_bytes(&bytes.0).ok()) else {
                    self.damaged.push(origin);
                    return true;
                };
                if !self.come((*position, RowId { origin, index: 0 })) || self.is_awaited(origin) {
                    return false;
                }
                if !self.is_building && batch.columns.iter().any(|column| self.clashes(&column.definition)) {
                    return false;
                }
                self.table.add_batch(origin, *position, batch);
            }
            _ => return self.live(origin, false, |_| false),
        }
        true
    }

    /// Lets the months that came with a list count, or no longer.
    fn patch_months(&mut self, document: &Document, origin: Origin, changes: &mut Changes) {
        let later = &mut self.table.later_months;
        if let Some(Stored::Batch { position, bytes }) = document.get(&Key::Months(origin)) {
            self.next_position = self.next_position.max(position.saturating_add(1));
            if !later.contains(origin) && later.insert(origin, *position, &bytes.0).is_err() {
                if !self.damaged.contains(&origin) {
                    self.damaged.push(origin);
                }
                return;
            }
        }
        let concerned = later.set_living(origin, !is_withdrawn(document, origin));
        let merged = &self.table.merged;
        let concerned = concerned.into_iter().flat_map(|client| [Some(client), merged.goal(client)]).flatten();
        changes.rows.extend(concerned.filter_map(|client| self.table.blocks.row(client)));
        changes.sales = true;
    }

    /// Whether something was written about an origin's rows before they came.
    fn is_awaited(&self, origin: Origin) -> bool {
        !self.is_building && self.awaited_rows.contains(&origin)
    }

    /// Whether a column that an import brings is there already as something else.
    fn clashes(&self, definition: &ColumnDefinition) -> bool {
        let column = self.table.column(&definition.id);
        self.awaited_columns.contains(&definition.id)
            || column.is_some_and(|column| column.is_made || column.is_mixed || column.disagrees(definition))
    }

    /// Takes a batch's rows out of the sheet, or puts them back. Says `false` where the table must be built anew.
    fn live(&mut self, origin: Origin, is_living: bool, stands: impl Fn(RowId) -> bool) -> bool {
        let Some(batch) = self.table.batches.get_mut(&origin).filter(|batch| batch.is_living != is_living) else {
            return true;
        };
        batch.is_living = is_living;
        for (at, place) in batch.columns.iter().zip(0..) {
            let column = &mut self.table.columns[*at];
            let others = if is_living { column.brought } else { column.brought - 1 };
            if column.depends_on(batch.position, others) {
                return false;
            }
            column.brought = if is_living { others + 1 } else { others };
            if others == 0 {
                column.place = (batch.position, place);
            }
        }
        let (start, rows) = (batch.start, batch.rows);
        for index in 0..rows {
            self.table.set_alive(start + index, is_living && stands(RowId { origin, index }));
        }
        true
    }

    /// Notes that rows come, and says whether they come below all others.
    fn come(&mut self, place: Place) -> bool {
        self.next_position = self.next_position.max(place.0.saturating_add(1));
        let is_last = self.last.is_none_or(|last| last < place);
        self.last = self.last.max(Some(place));
        is_last
    }
}

/// The client that a row went into.
fn merged_into(stored: Option<&Stored>) -> Option<RowId> {
    match stored {
        Some(Stored::MergedRow { into, .. }) => Some(*into),
        _ => None,
    }
}

/// Where the rows that an entry brings stand; nothing for an entry that brings none.
fn place(document: &Document, key: &Key, stored: &Stored) -> Option<Place> {
    match (key, stored) {
        (Key::Batch(origin), Stored::Batch { position, .. }) if !is_withdrawn(document, *origin) => {
            Some((*position, RowId { origin: *origin, index: 0 }))
        }
        (Key::Row(id), Stored::AddedRow { position, .. } | Stored::MergedRow { position: Some(position), .. }) => {
            Some((*position, *id))
        }
        _ => None,
    }
}

/// Whether an import was taken back.
fn is_withdrawn(document: &Document, origin: Origin) -> bool {
    document.get(&Key::Withdrawn(origin)).is_some()
}
