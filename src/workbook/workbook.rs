//! The one door through which a workbook changes.

use std::collections::HashSet;
use std::sync::Arc;

use super::batch::{Batch, ColumnDefinition};
use super::calculated::{column_of_formula, formula_text};
use super::changes::Changes;
use super::column::ColumnData;
use super::day::Day;
use super::document::{Bytes, Document, Key, Stamp, Stored, Write};
use super::edit::{CellEdit, Change, Edit, EditKind, Refusal};
use super::field::{ColumnId, ColumnKind, Field};
use super::found::Found;
use super::id::{Origin, RowId};
use super::projection::Projection;
use super::table::{ClientTable, Column};
use super::undo::{Direction, History, Replaced, Step, Writes, recorded};
use super::update::{self, UpdateError};
use super::value::Value;
use crate::formula::{self, Formula};

/// What an edit, undo or redo did: what to show anew, and what to store and send to the other tabs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Applied {
    pub changes: Changes,
    /// The writes as bytes; empty where nothing changed.
    pub update: Vec<u8>,
}

/// A plan: its entries, the table made from them, and the steps that can be undone.
#[derive(Clone, Debug)]
pub struct Workbook {
    document: Document,
    projection: Projection,
    history: History,
    /// Who writes: this opening of the workbook in this tab, and no other ever.
    session: Origin,
    rows_added: u32,
    is_read_only: bool,
}

impl Workbook {
    /// An empty workbook, written by `session`: a random identity that no other opening shares.
    pub fn new(session: Origin) -> Self {
        Self {
            document: Document::default(),
            projection: Projection::default(),
            history: History::default(),
            session,
            rows_added: 0,
            is_read_only: false,
        }
    }

    /// Opens what was stored: updates in any order, also several times the same. What can't be read is returned beside
    /// the workbook, by its place in `updates`; an update of a newer version makes the workbook read-only.
    pub fn open<'a>(session: Origin, updates: impl IntoIterator<Item = &'a [u8]>) -> (Self, Vec<(usize, UpdateError)>) {
        let mut workbook = Self::new(session);
        let mut failed = Vec::new();
        for (at, bytes) in updates.into_iter().enumerate() {
            match update::decode(bytes) {
                Ok(writes) => writes.into_iter().for_each(|write| {
                    workbook.document.merge(write);
                }),
                Err(error) => failed.push((at, error)),
            }
        }
        workbook.is_read_only = failed.iter().any(|(_, error)| matches!(error, UpdateError::Newer(_)));
        workbook.projection = Projection::build(&workbook.document, None);
        workbook.history = History::of(&workbook.document);
        (workbook, failed)
    }

    pub fn table(&self) -> &ClientTable {
        &self.projection.table
    }

    /// Whether edits are refused: something in the workbook was written by a newer version.
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// How many imports can't be read any more. They are kept.
    pub fn damaged_imports(&self) -> usize {
        self.projection.damaged.len()
    }

    /// The workbook's title; empty until it gets one.
    pub fn title(&self) -> &str {
        self.meta("title")
    }

    /// ISO 4217; empty until it is chosen.
    pub fn currency(&self) -> &str {
        self.meta("currency")
    }

    fn meta(&self, name: &str) -> &str {
        match self.document.get(&Key::Meta(name.to_owned())) {
            Some(Stored::Text(text)) => text,
            _ => "",
        }
    }

    /// A setting or another record.
    pub fn record(&self, key: &str) -> Option<&Stored> {
        self.document.get(&Key::Record(key.to_owned()))
    }

    /// Every record whose key begins so, in no order.
    pub fn records(&self, beginning: &str) -> impl Iterator<Item = (&str, &Stored)> {
        self.document.iter().filter_map(move |(key, stored)| match key {
            Key::Record(key) if key.starts_with(beginning) => Some((key.as_str(), stored)),
            _ => None,
        })
    }

    /// The formula of a calculated column as it is stored, and as it is calculated; nothing for another column.
    pub fn formula(&self, column: &ColumnId) -> Option<(&str, Option<&Formula>)> {
        self.projection.calculations.get(column)
    }

    /// Whether a column with this formula would be calculated from itself.
    pub fn is_cycle(&self, column: &ColumnId, formula: &Formula) -> bool {
        self.projection.calculations.is_cycle(column, formula)
    }

    /// Says which day it is, for formulas that ask. Nothing of it is stored.
    pub fn set_today(&mut self, today: Day) -> Changes {
        let Projection { table, calculations, .. } = &mut self.projection;
        let is_changed = calculations.set_today(today, table);
        let rows = if is_changed { table.rows().collect() } else { Vec::new() };
        // Which columns ask for the day is not told: any may have changed.
        Changes { rows, columns: is_changed, ..Changes::default() }
    }

    /// Puts what was found about all clients into the table. Nothing of it is stored.
    pub fn set_found(&mut self, found: Found, data: ColumnData) {
        self.projection.table.found.insert(found, data);
    }

    /// Puts what was found about one client into the table.
    pub fn set_found_of(&mut self, row: u32, found: Found, value: &Value) {
        if let Some(data) = self.projection.table.found.get_mut(&found) {
            data.set(row, value, found.kind());
        }
    }

    /// What undo would take back, the last edit first: what each did, and to how much.
    pub fn undo_steps(&self) -> impl Iterator<Item = (EditKind, u32)> {
        self.history.steps(Direction::Back)
    }

    /// What redo would do again, the next one first.
    pub fn redo_steps(&self) -> impl Iterator<Item = (EditKind, u32)> {
        self.history.steps(Direction::Forth)
    }

    /// Does an edit: all of it, or nothing.
    pub fn apply(&mut self, edit: Edit) -> Result<Applied, Refusal> {
        let kind = edit.kind();
        let entries = self.replaced_by(edit)?;
        if entries.is_empty() {
            return Ok(Applied::default());
        }
        let stamp = self.document.next_stamp(self.session);
        let mut writes = self.history.push(Step::new(stamp, kind, &recorded(&entries)));
        writes.extend(entries.into_iter().map(|entry| (entry.key, entry.after)));
        Ok(self.write(stamp, writes))
    }

    /// Unpacks an import before the edit that brings it. An edit does that by itself; in two steps, neither blocks the
    /// page for long.
    pub fn unpack(&mut self, origin: Origin, bytes: &[u8]) -> Result<(), Refusal> {
        if self.projection.unpacked.as_ref().is_none_or(|(unpacked, _)| *unpacked != origin) {
            let batch = Batch::from_bytes(bytes).map_err(|_| Refusal::DamagedImport)?;
            self.projection.unpacked = Some((origin, batch));
        }
        Ok(())
    }

    /// Does an edit that is no step of undo: what a workbook begins with.
    pub fn begin_with(&mut self, edit: Edit) -> Result<Applied, Refusal> {
        let entries = self.replaced_by(edit)?;
        let stamp = self.document.next_stamp(self.session);
        Ok(self.write(stamp, entries.into_iter().map(|entry| (entry.key, entry.after)).collect()))
    }

    /// What an edit would change.
    fn replaced_by(&mut self, edit: Edit) -> Result<Vec<Replaced>, Refusal> {
        if self.is_read_only {
            return Err(Refusal::ReadOnly);
        }
        let wanted = self.writes_of(edit)?.into_iter();
        let entries = wanted.map(|(key, after)| Replaced { before: self.document.get(&key).cloned(), key, after });
        Ok(entries.filter(|entry| entry.before != entry.after).collect())
    }

    /// Takes the last edit back: of this opening of the workbook, or of those before it.
    pub fn undo(&mut self) -> Option<Applied> {
        let writes = self.history.step(Direction::Back, &self.document)?;
        let stamp = self.document.next_stamp(self.session);
        Some(self.write(stamp, writes))
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) -> Option<Applied> {
        let writes = self.history.step(Direction::Forth, &self.document)?;
        let stamp = self.document.next_stamp(self.session);
        Some(self.write(stamp, writes))
    }

    /// Takes in an update from storage, another tab or a backup.
    pub fn merge(&mut self, bytes: &[u8]) -> Result<Changes, UpdateError> {
        let writes = update::decode(bytes).inspect_err(|error| {
            self.is_read_only |= matches!(error, UpdateError::Newer(_));
        })?;
        let keys = writes.into_iter().filter_map(|write| {
            let key = write.key.clone();
            self.document.merge(write).then_some(key)
        });
        let keys: Vec<Key> = keys.collect();
        for key in &keys {
            if let Key::Step(place) = key {
                self.history.follow(*place, self.document.get(key));
            }
        }
        Ok(self.follow(&keys))
    }

    /// The whole workbook as one update: what a snapshot and a backup hold.
    pub fn snapshot(&self) -> Vec<u8> {
        let writes: Vec<Write> = self.document.writes().collect();
        update::encode(&writes)
    }

    /// The whole workbook but its imports, which never change and are stored by themselves.
    pub fn snapshot_without_imports(&self) -> Vec<u8> {
        let is_import = |write: &Write| matches!(write.content, Some(Stored::Batch { .. }));
        let writes: Vec<Write> = self.document.writes().filter(|write| !is_import(write)).collect();
        update::encode(&writes)
    }

    /// The identity under which this opening of the workbook writes.
    pub fn session(&self) -> Origin {
        self.session
    }

    fn write(&mut self, stamp: Stamp, wanted: Writes) -> Applied {
        let keys: Vec<Key> = wanted.iter().map(|(key, _)| key.clone()).collect();
        let writes: Vec<Write> = wanted.into_iter().map(|(key, content)| Write { key, stamp, content }).collect();
        let update = update::encode(&writes);
        for write in writes {
            self.document.merge(write);
        }
        Applied { changes: self.follow(&keys), update }
    }

    fn follow(&mut self, keys: &[Key]) -> Changes {
        let mut changes = Changes::default();
        // Rows and columns first, so that the cells of the same update find them.
        for is_cell in [false, true] {
            for key in keys.iter().filter(|key| matches!(key, Key::Cell(..)) == is_cell) {
                if !self.projection.patch(&self.document, key, &mut changes) {
                    self.projection = Projection::build(&self.document, self.projection.calculations.today);
                    return Changes::all();
                }
            }
        }
        let Projection { table, calculations, .. } = &mut self.projection;
        calculations.follow(table, &mut changes);
        changes
    }

    fn writes_of(&mut self, edit: Edit) -> Result<Writes, Refusal> {
        match edit {
            Edit::SetCells(cells) => Ok(self.with_new_fields(self.writes_of_cells(cells)?)),
            Edit::Change(change) => self.writes_of_change(change),
            Edit::AddRows(rows) => {
                let writes = self.writes_of_added(rows);
                Ok(self.with_new_fields(writes))
            }
            Edit::DeleteRows(rows) => self.deletions(rows),
            Edit::SetColumn { id, title, kind } => Ok(vec![self.write_of_column(id, title, kind, false)?]),
            Edit::RemoveColumn(id) => {
                let column = self.table().column(&id).ok_or(Refusal::NoSuchColumn)?;
                let (title, kind) = (column.definition.title.clone(), column.definition.kind);
                Ok(vec![self.write_of_column(id, title, kind, true)?])
            }
            Edit::Import { origin, bytes } => Ok(vec![self.write_of_import(origin, bytes, 0)?]),
            Edit::SetTitle(title) => Ok(vec![(Key::Meta("title".to_owned()), Some(Stored::Text(title)))]),
            Edit::SetCurrency(code) => Ok(vec![(Key::Meta("currency".to_owned()), Some(Stored::Text(code)))]),
            Edit::SetRecord { key, value } => {
                self.check_formula(&key, value.as_ref())?;
                Ok(vec![(Key::Record(key), value)])
            }
        }
    }

    fn writes_of_change(&mut self, change: Change) -> Result<Writes, Refusal> {
        for (key, value) in &change.records {
            self.check_formula(key, value.as_ref())?;
        }
        let mut writes: Writes = Vec::new();
        for column in &change.columns {
            writes.push(self.write_of_column(column.id.clone(), column.title.clone(), column.kind, false)?);
        }
        for cell in change.cells {
            writes.push(self.write_of_cell(cell, &change.columns)?);
        }
        writes.extend(self.deletions(change.deleted)?);
        for (row, into) in change.merged {
            writes.push(self.merger(row, into)?);
        }
        for row in change.restored {
            writes.push(self.restoration(row)?);
        }
        if let Some((origin, bytes)) = change.imported {
            let below = u32::from(!change.added.is_empty());
            writes.push(self.write_of_import(origin, bytes, below)?);
        }
        if let Some((origin, bytes)) = change.months {
            Batch::from_bytes(&bytes).map_err(|_| Refusal::DamagedImport)?;
            let position = self.projection.next_position;
            writes.push((Key::Months(origin), Some(Stored::Batch { position, bytes: Bytes(bytes) })));
        }
        // The rows last, for they are counted once they are certain to come.
        writes.extend(self.writes_of_added(change.added));
        writes.extend(change.records.into_iter().map(|(key, value)| (Key::Record(key), value)));
        Ok(self.with_new_fields(writes))
    }

    /// The batch stands `below` places under the last one.
    fn write_of_import(
        &mut self,
        origin: Origin,
        bytes: Arc<[u8]>,
        below: u32,
    ) -> Result<(Key, Option<Stored>), Refusal> {
        self.unpack(origin, &bytes)?;
        let position = self.projection.next_position + below;
        Ok((Key::Batch(origin), Some(Stored::Batch { position, bytes: Bytes(bytes) })))
    }

    fn writes_of_cells(&self, cells: Vec<CellEdit>) -> Result<Writes, Refusal> {
        cells.into_iter().map(|cell| self.write_of_cell(cell, &[])).collect()
    }

    /// `columns` are those that are made, or become of another kind, in the same edit.
    fn write_of_cell(&self, cell: CellEdit, columns: &[ColumnDefinition]) -> Result<(Key, Option<Stored>), Refusal> {
        let row = self.table().row_of(cell.row).ok_or(Refusal::NoSuchRow)?;
        if self.formula(&cell.column).is_some() || matches!(cell.column, ColumnId::Found(_)) {
            return Err(Refusal::Calculated);
        }
        let column = self.table().column(&cell.column);
        let changed = columns.iter().find(|column| column.id == cell.column);
        let kind = match (&cell.column, column) {
            (_, Some(column)) => column.definition.kind,
            (ColumnId::Field(field), None) => field.kind(),
            (ColumnId::Own(_) | ColumnId::Found(_), None) => changed.ok_or(Refusal::NoSuchColumn)?.kind,
        };
        let kind = changed.map_or(kind, |changed| changed.kind);
        let value = cell.value.for_kind(kind);
        let key = Key::Cell(cell.row, cell.column);
        if column.map_or(value.is_empty(), |column| column.data.holds(row, &value)) {
            let unchanged = self.document.get(&key).cloned();
            return Ok((key, unchanged));
        }
        Ok((key, Some(Stored::from(value))))
    }

    fn writes_of_added(&mut self, rows: Vec<Vec<(ColumnId, Value)>>) -> Writes {
        let position = self.projection.next_position;
        let mut writes = Vec::new();
        for cells in rows {
            let id = RowId { origin: self.session, index: self.rows_added };
            self.rows_added += 1;
            writes.push((Key::Row(id), Some(Stored::AddedRow { position, deleted: false })));
            let is_calculated = |column: &ColumnId| self.formula(column).is_some();
            let filled = cells.into_iter().filter(|(column, value)| !value.is_empty() && !is_calculated(column));
            writes.extend(filled.map(|(column, value)| (Key::Cell(id, column), Some(Stored::from(value)))));
        }
        writes
    }

    /// A formula that goes round in a circle is refused.
    fn check_formula(&self, key: &str, value: Option<&Stored>) -> Result<(), Refusal> {
        let Some(column) = column_of_formula(key) else { return Ok(()) };
        let parsed = formula_text(value).and_then(|text| formula::parse(text, &|_| None).ok());
        match parsed {
            Some(parsed) if self.is_cycle(&column, &parsed.formula) => Err(Refusal::Cycle),
            _ => Ok(()),
        }
    }

    fn deletions(&self, rows: Vec<RowId>) -> Result<Writes, Refusal> {
        rows.into_iter().map(|row| self.deletion(row)).collect()
    }

    /// Takes the deletion of a row back.
    fn restoration(&self, row: RowId) -> Result<(Key, Option<Stored>), Refusal> {
        self.table().blocks.row(row).ok_or(Refusal::NoSuchRow)?;
        let key = Key::Row(row);
        let stored = match self.document.get(&key) {
            Some(Stored::AddedRow { position, .. } | Stored::MergedRow { position: Some(position), .. }) => {
                Some(Stored::AddedRow { position: *position, deleted: false })
            }
            _ => None,
        };
        Ok((key, stored))
    }

    /// Lets a row become one with another.
    fn merger(&self, row: RowId, into: RowId) -> Result<(Key, Option<Stored>), Refusal> {
        let both = self.table().row_of(row).zip(self.table().row_of(into));
        both.filter(|(row, into)| row != into).ok_or(Refusal::NoSuchRow)?;
        let key = Key::Row(row);
        let position = match self.document.get(&key) {
            Some(Stored::AddedRow { position, .. }) => Some(*position),
            Some(Stored::MergedRow { position, .. }) => *position,
            _ => None,
        };
        Ok((key, Some(Stored::MergedRow { position, into })))
    }

    fn deletion(&self, row: RowId) -> Result<(Key, Option<Stored>), Refusal> {
        self.table().row_of(row).ok_or(Refusal::NoSuchRow)?;
        let key = Key::Row(row);
        let stored = match self.document.get(&key) {
            Some(Stored::AddedRow { position, .. } | Stored::MergedRow { position: Some(position), .. }) => {
                Stored::AddedRow { position: *position, deleted: true }
            }
            _ => Stored::DeletedRow,
        };
        Ok((key, Some(stored)))
    }

    /// Adds what puts the fields that are written to into the sheet, where no import brought them.
    fn with_new_fields(&self, mut writes: Writes) -> Writes {
        let is_new = |field: Field| !self.table().column(&field.into()).is_some_and(Column::is_shown);
        let mut fields: Vec<Field> = Vec::new();
        for (key, content) in &writes {
            if let (Key::Cell(_, ColumnId::Field(field)), Some(content)) = (key, content)
                && !fields.contains(field)
                && *content != Stored::Empty
            {
                fields.push(*field);
            }
        }
        fields.retain(|field| !field.is_beside_the_sheet() && is_new(*field));
        fields.sort_unstable();
        writes.extend(fields.into_iter().map(|field| {
            let position = self.projection.next_position;
            let column = Stored::Column { title: String::new(), kind: field.kind(), position, removed: false };
            (Key::Column(field.into()), Some(column))
        }));
        writes
    }

    fn write_of_column(
        &self,
        id: ColumnId,
        title: String,
        kind: ColumnKind,
        removed: bool,
    ) -> Result<(Key, Option<Stored>), Refusal> {
        if matches!(id, ColumnId::Found(_)) {
            return Err(Refusal::Calculated);
        }
        if title.trim().is_empty() && !removed {
            return Err(Refusal::NoTitle);
        }
        let position = match self.document.get(&Key::Column(id.clone())) {
            Some(Stored::Column { position, .. }) => *position,
            _ => self.projection.next_position,
        };
        Ok((Key::Column(id), Some(Stored::Column { title, kind, position, removed })))
    }

    /// What is wrong with the workbook itself, for tests: the table in hand and the one that what is stored would give
    /// are not the same.
    pub fn check(&self) -> Vec<String> {
        let stored = self.snapshot();
        let (mut other, failed) = Self::open(self.session, [stored.as_slice()]);
        if let Some(today) = self.projection.calculations.today {
            other.set_today(today);
        }
        let mut problems: Vec<String> = failed.iter().map(|(_, error)| error.to_string()).collect();
        let (mine, theirs) = (contents(self.table()), contents(other.table()));
        problems.extend(mine.symmetric_difference(&theirs).map(|line| format!("differs after reopening: {line}")));
        let order = |workbook: &Self| -> Vec<Option<RowId>> {
            workbook.table().rows().map(|row| workbook.table().row_id(row)).collect()
        };
        if order(self) != order(&other) {
            problems.push("the order of rows differs after reopening".to_owned());
        }
        problems
    }
}

/// Every value of the sheet with its client and column, and every column with its place.
fn contents(table: &ClientTable) -> HashSet<String> {
    let shown = table.shown_columns();
    let columns = shown.iter().enumerate().map(|(at, column)| format!("column {at}: {:?}", column.definition));
    let cells = table.rows().flat_map(|row| {
        let id = table.row_id(row);
        shown.iter().map(move |column| format!("{id:?} {}: {:?}", column.definition.id, column.data.get(row)))
    });
    let months = table.rows().map(|row| format!("{:?} months: {:?}", table.row_id(row), table.history(row)));
    columns.chain(cells).chain(months).collect()
}
