//! Cells typed over by hand.

use serde::{Deserialize, Serialize};

use super::manager::ManagerId;
use crate::segment::Segment;
use crate::workbook::Month;

/// A target set by hand; the rest is spread around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    pub month: Month,
    pub segment: Segment,
    /// `None`: the row of what nobody has.
    pub manager: Option<ManagerId>,
    /// In the smallest unit of the currency.
    pub value: i64,
}

/// A row of the grid: a manager in a segment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GridRow {
    pub segment: Segment,
    /// `None`: nobody covers the segment in some month.
    pub manager: Option<ManagerId>,
}

/// A total that has to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TotalOf {
    Month(Month),
    Row(GridRow),
    Whole,
}

/// Why locks can't be met. Amounts are in the smallest unit of the currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// The locked cells alone are above the total, by so much.
    Above { total: TotalOf, by: i64 },
    /// Every cell of the total is locked or closed, and so much is lacking.
    Below { total: TotalOf, by: i64 },
    /// Each total could be met, but not all: these rows have to place so much more in these months than the months
    /// have left.
    Crossed { rows: Vec<GridRow>, months: Vec<Month>, by: i64 },
}

/// Locks that leave no way to keep the totals.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the locked cells leave no way to keep every total")]
pub struct ImpossibleLocks {
    pub conflicts: Vec<Conflict>,
}
