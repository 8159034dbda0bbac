//! What Kontor finds about each client, as columns of the sheet that nobody can write into.
//!
//! The values are worked out from the other columns and are never stored. They stand in the table so that they are
//! sorted, filtered, grouped and shown like any other column's.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::field::ColumnKind;
use super::id::NotAnId;

/// A column of what was found. Stored by [`Found::key`], through [`super::ColumnId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Found {
    /// The ABC class (DOMAIN 5.3).
    Abc,
    /// The XYZ class.
    Xyz,
    /// The named cell of the RFM grid.
    Rfm,
    /// The scores of recency, frequency and amount, as in `545`.
    RfmScores,
    /// Whether the next order is due, late or given up.
    OrderState,
    /// Days since the last order in units of the usual distance between two.
    Overdue,
    /// The day on which the next order is expected.
    NextOrder,
    /// The churn that is reckoned with, 0 to 1 a year: the sheet's, or the estimate.
    Churn,
}

impl Found {
    /// In the order in which the sheet shows them.
    pub const ALL: [Self; 8] = [
        Self::Abc,
        Self::Xyz,
        Self::Rfm,
        Self::RfmScores,
        Self::OrderState,
        Self::Overdue,
        Self::NextOrder,
        Self::Churn,
    ];

    /// The name under which views keep the column; it never changes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Abc => "abc",
            Self::Xyz => "xyz",
            Self::Rfm => "rfm",
            Self::RfmScores => "rfm_scores",
            Self::OrderState => "order_state",
            Self::Overdue => "overdue",
            Self::NextOrder => "next_order",
            Self::Churn => "churn",
        }
    }

    pub fn kind(self) -> ColumnKind {
        match self {
            Self::Abc | Self::Xyz | Self::Rfm | Self::OrderState => ColumnKind::Choice,
            Self::RfmScores => ColumnKind::Text,
            Self::Overdue => ColumnKind::Number,
            Self::NextOrder => ColumnKind::Date,
            Self::Churn => ColumnKind::Percent,
        }
    }
}

impl FromStr for Found {
    type Err = NotAnId;
    fn from_str(key: &str) -> Result<Self, NotAnId> {
        Self::ALL.into_iter().find(|found| found.key() == key).ok_or(NotAnId)
    }
}

impl TryFrom<String> for Found {
    type Error = NotAnId;
    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

impl From<Found> for String {
    fn from(found: Found) -> Self {
        found.key().to_owned()
    }
}
