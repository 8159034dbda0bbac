//! Which totals hold when a cell is locked.

use serde::{Deserialize, Serialize};

/// Which totals of the grid hold when cells are locked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holding {
    /// Each month's, each row's (a manager in a segment) and the whole.
    #[default]
    All,
    /// Each month's and the whole: a locked cell is made up for by others of its month.
    Months,
    /// Each row's and the whole: a locked cell is made up for by other months of its row.
    Rows,
    /// The whole alone.
    Whole,
}
