//! What the person confirmed: which column of the sheet becomes which column of the workbook, and how it is read.

use serde::{Deserialize, Serialize};

use super::conventions::{DateOrder, DecimalMark};
use super::rows::{MonthColumn, RowMeaning};
use super::tables::Taking;
use crate::workbook::{ColumnDefinition, ColumnId, ColumnKind, Field};

/// What becomes of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    /// The number of the sheet in [`Opened::sheets`](super::Opened::sheets).
    pub sheet: u32,
    /// The row with the headings, from 1; 0 where the sheet has none. Rows above it are not imported.
    pub heading_row: u32,
    /// A column of the sheet that is not here is left out.
    pub columns: Vec<ColumnMapping>,
    /// What of the file the mapping is of.
    pub taking: Taking,
    /// Rows that are no clients, in order: [`LeftOut::row`](super::LeftOut::row).
    pub left_out: Vec<u32>,
    /// Rows that are hidden in the file are left out too.
    pub without_hidden: bool,
    /// What a row stands for.
    pub rows: RowMeaning,
    /// Columns whose values become the client's monthly history.
    pub months: Vec<MonthColumn>,
}

/// What becomes of one column of the sheet. What is `None` is found out from the whole column while building.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnMapping {
    /// The column in the sheet, from 0 (column A).
    pub position: u32,
    pub action: Action,
    /// What a number in this column is multiplied by: 10,000 for a heading in 万元. 1 where there is no unit.
    pub unit: f64,
    pub decimal: Option<DecimalMark>,
    /// Where this is `None` and the values leave it open, the column is kept as it is written (an own column of
    /// texts): a date is never guessed.
    pub dates: Option<DateOrder>,
    pub percent: Option<PercentScale>,
    /// The column holds mark-ups μ, kept as margins μ/(1+μ).
    pub is_markup: bool,
}

/// Where a column goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Action {
    Field(Field),
    /// A column of the person's own.
    Own {
        /// The identity: the normalised heading, unique within the sheet.
        id: String,
        title: String,
        kind: ColumnKind,
    },
    LeaveOut,
}

/// What 25 stands for in a column of shares that were not written with a percent sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PercentScale {
    /// 0.25 is 25 %.
    Shares,
    /// 25 is 25 %.
    Hundredths,
}

impl Action {
    /// The column of the workbook, with `heading` as the title of a field; nothing for a column that is left out.
    pub fn definition(&self, heading: &str) -> Option<ColumnDefinition> {
        match self {
            Self::Field(field) => {
                Some(ColumnDefinition { id: ColumnId::Field(*field), title: heading.to_owned(), kind: field.kind() })
            }
            Self::Own { id, title, kind } => {
                Some(ColumnDefinition { id: ColumnId::Own(id.clone()), title: title.clone(), kind: *kind })
            }
            Self::LeaveOut => None,
        }
    }

    /// What kind of values the column would hold.
    pub fn kind(&self) -> Option<ColumnKind> {
        match self {
            Self::Field(field) => Some(field.kind()),
            Self::Own { kind, .. } => Some(*kind),
            Self::LeaveOut => None,
        }
    }
}

impl ColumnMapping {
    /// A column that is read as it stands.
    pub fn new(position: u32, action: Action) -> Self {
        Self { position, action, unit: 1.0, decimal: None, dates: None, percent: None, is_markup: false }
    }
}
