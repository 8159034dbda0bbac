//! One import: an immutable table of columns, and its form as bytes.
//!
//! An imported list is not taken apart into one entry for each cell (100,000 rows of 17 columns took 2.7 s and 500 MB
//! that way). It stays one value of the document, and people's edits lie above it.

use serde::{Deserialize, Serialize};

use super::column::ColumnData;
use super::day::Day;
use super::field::{ColumnId, ColumnKind, Field};

/// The rows that one import brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    pub source: Source,
    /// How many rows the batch has.
    pub rows: u32,
    pub columns: Vec<BatchColumn>,
    /// Monthly sales of the rows, where the source has them.
    pub history: History,
}

/// Where a batch came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file's name without its folder; empty for the demo.
    pub file: String,
    pub sheet: String,
    pub imported_on: Option<Day>,
}

/// A column of a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchColumn {
    pub definition: ColumnDefinition,
    pub data: ColumnData,
}

/// What a column is called and holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnDefinition {
    pub id: ColumnId,
    /// The heading as the file has it. A field is shown under its translated name, an own column under this one.
    pub title: String,
    pub kind: ColumnKind,
}

impl ColumnDefinition {
    /// A field's column: its title is translated, so none is stored.
    pub fn of_field(field: Field) -> Self {
        Self { id: ColumnId::Field(field), title: String::new(), kind: field.kind() }
    }
}

/// Sales by client and month: one entry for each month in which a client bought, sorted by row, then month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The row in the batch.
    pub rows: Vec<u32>,
    /// [`Day::month_index`] of the month.
    pub months: Vec<i32>,
    pub revenue: Vec<f64>,
    pub orders: Vec<u32>,
}

impl History {
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The entries of one row, as (month index, revenue, orders).
    pub fn of_row(&self, row: u32) -> impl Iterator<Item = (i32, f64, u32)> {
        let start = self.rows.partition_point(|other| *other < row);
        let end = self.rows.partition_point(|other| *other <= row);
        (start..end).map(|at| (self.months[at], self.revenue[at], self.orders[at]))
    }
}
