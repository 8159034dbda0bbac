//! What is to be reached.

use serde::{Deserialize, Serialize};

/// What the goal counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalKind {
    #[default]
    Revenue,
    /// Gross margin less fixed costs, sales and marketing.
    Profit,
}

/// What is to be reached over the whole plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Goal {
    pub kind: GoalKind,
    /// In the workbook's currency, whole units; nothing is set at first.
    pub amount: Option<f64>,
}
