//! The one door through which a workbook changes.

use super::batch::Batch;
use super::changes::Changes;
use super::column::ColumnData;
use super::day::Day;
use super::document::{Document, Key, Stamp, Stored, Write};
use super::edit::{Edit, EditKind, Refusal};
use super::field::ColumnId;
use super::found::Found;
use super::id::Origin;
use super::projection::Projection;
use super::table::ClientTable;
use super::undo::{Direction, History, Replaced, Step, Writes, recorded};
use super::update::{self, UpdateError};
use super::value::Value;
use crate::formula::Formula;

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
    pub(super) document: Document,
    pub(super) projection: Projection,
    history: History,
    /// Who writes: this opening of the workbook in this tab, and no other ever.
    pub(super) session: Origin,
    pub(super) rows_added: u32,
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
}
