//! The ways in which a person changes a workbook, as data.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::batch::ColumnDefinition;
use super::document::Stored;
use super::field::{ColumnId, ColumnKind};
use super::id::{Origin, RowId};
use super::value::Value;

/// One change by a person: one step of undo.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Cells of clients, in any number.
    SetCells(Vec<CellEdit>),
    /// New clients, each with what is known of it.
    AddRows(Vec<Vec<(ColumnId, Value)>>),
    DeleteRows(Vec<RowId>),
    /// Changes of several sorts that a person makes in one go.
    Change(Change),
    /// Makes a column of the person's own, or gives a column another title.
    SetColumn {
        id: ColumnId,
        title: String,
        kind: ColumnKind,
    },
    RemoveColumn(ColumnId),
    /// Adds the rows of a batch ([`super::Batch::to_bytes`]) under an origin never used before.
    Import {
        origin: Origin,
        bytes: Arc<[u8]>,
    },
    SetTitle(String),
    /// The ISO 4217 code of the currency in which the workbook counts.
    SetCurrency(String),
    /// A setting or another record, under `kind/id/field`; nothing takes it away.
    SetRecord {
        key: String,
        value: Option<Stored>,
    },
}

/// Cells, clients, columns and records that change together: one step of undo, named after what the person did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    pub kind: ChangeKind,
    /// Columns that are made, or get another title or kind. They come before the cells.
    pub columns: Vec<ColumnDefinition>,
    pub cells: Vec<CellEdit>,
    /// New clients, each with what is known of it.
    pub added: Vec<Vec<(ColumnId, Value)>>,
    pub deleted: Vec<RowId>,
    /// Clients that become one with another: (the one that goes, the one that stays).
    pub merged: Vec<(RowId, RowId)>,
    /// Deleted or merged clients that come back.
    pub restored: Vec<RowId>,
    /// New clients in any number, as a batch ([`super::Batch::to_bytes`]) under an origin never used before. They stand
    /// below those of `added`.
    pub imported: Option<(Origin, Arc<[u8]>)>,
    /// Monthly sales of clients that are there ([`super::months_to_bytes`]), under an origin never used before, which may
    /// be that of `imported`.
    pub months: Option<(Origin, Arc<[u8]>)>,
    /// Settings and other records, under `kind/id/field`; nothing takes one away.
    pub records: Vec<(String, Option<Stored>)>,
}

/// What a person did that changed so much. Stored by its place in this list: new ones go to the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangeKind {
    #[default]
    Paste,
    /// The fill handle, Ctrl+D, Ctrl+R.
    Fill,
    /// Find and replace.
    Replace,
    /// A list that was imported again over the clients.
    Review,
    /// Two clients became one.
    Merge,
    /// One client became two again.
    Unmerge,
    /// A column got another type or formula, or a choice other values or colours.
    Retype,
}

/// A new value for one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellEdit {
    pub row: RowId,
    pub column: ColumnId,
    pub value: Value,
}

/// What an edit did, for the list of what can be undone. Its wording is in `i18n`. Stored by its place in this list: new
/// kinds go to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EditKind {
    SetCells,
    AddRows,
    DeleteRows,
    SetColumn,
    RemoveColumn,
    Import,
    SetTitle,
    SetCurrency,
    SetRecord,
    Change(ChangeKind),
}

impl Edit {
    /// One cell's new value.
    pub fn cell(row: RowId, column: impl Into<ColumnId>, value: Value) -> Self {
        Self::SetCells(vec![CellEdit { row, column: column.into(), value }])
    }

    pub fn kind(&self) -> EditKind {
        match self {
            Self::SetCells(_) => EditKind::SetCells,
            Self::AddRows(_) => EditKind::AddRows,
            Self::DeleteRows(_) => EditKind::DeleteRows,
            Self::Change(change) => EditKind::Change(change.kind),
            Self::SetColumn { .. } => EditKind::SetColumn,
            Self::RemoveColumn(_) => EditKind::RemoveColumn,
            Self::Import { .. } => EditKind::Import,
            Self::SetTitle(_) => EditKind::SetTitle,
            Self::SetCurrency(_) => EditKind::SetCurrency,
            Self::SetRecord { .. } => EditKind::SetRecord,
        }
    }
}

/// Why an edit was not done. The workbook is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The workbook was written by a newer version, or is a deleted one.
    #[error("the workbook can only be read")]
    ReadOnly,
    #[error("there is no such client")]
    NoSuchRow,
    #[error("there is no such column")]
    NoSuchColumn,
    /// The bytes of the import can't be read.
    #[error("the import is damaged")]
    DamagedImport,
    #[error("a column needs a title")]
    NoTitle,
    /// The cells of a calculated column come from its formula.
    #[error("the column is calculated")]
    Calculated,
    #[error("the column would be calculated from itself")]
    Cycle,
}
