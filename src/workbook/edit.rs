//! The ways in which a person changes a workbook, as data.

use std::sync::Arc;

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
    /// Cells of clients, and new clients, that were pasted together.
    Paste {
        cells: Vec<CellEdit>,
        rows: Vec<Vec<(ColumnId, Value)>>,
    },
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

/// A new value for one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellEdit {
    pub row: RowId,
    pub column: ColumnId,
    pub value: Value,
}

/// What an edit did, for the list of what can be undone. Its wording is in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditKind {
    SetCells,
    AddRows,
    DeleteRows,
    Paste,
    SetColumn,
    RemoveColumn,
    Import,
    SetTitle,
    SetCurrency,
    SetRecord,
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
            Self::Paste { .. } => EditKind::Paste,
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
}
