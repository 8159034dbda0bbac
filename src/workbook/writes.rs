//! What each edit writes, and why some are refused.

use std::sync::Arc;

use super::batch::{Batch, ColumnDefinition};
use super::calculated::{column_of_formula, formula_text};
use super::document::{Bytes, Key, Stored};
use super::edit::{CellEdit, Change, Edit, Refusal};
use super::field::{ColumnId, ColumnKind, Field};
use super::id::{Origin, RowId};
use super::table::Column;
use super::undo::Writes;
use super::value::Value;
use super::workbook::Workbook;
use crate::formula;

impl Workbook {
    /// What an edit writes; a reason where it is refused.
    pub(super) fn writes_of(&mut self, edit: Edit) -> Result<Writes, Refusal> {
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
}
