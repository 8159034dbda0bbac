//! How a person writes numbers and dates.

use serde::{Deserialize, Serialize};

/// What separates the whole from its fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum DecimalMark {
    /// 1,234.5
    #[default]
    Point,
    /// 1.234,5
    Comma,
}

/// In what order a date such as 03/04/05 is read. A four-digit year, a named month, ISO 8601, 年月日 and dates with
/// points (always day first) say it themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum DateOrder {
    #[default]
    DayFirst,
    MonthFirst,
    /// Only where the year has two digits too.
    YearFirst,
}

impl DateOrder {
    pub const ALL: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::YearFirst];
}

/// The conventions of the person at the keyboard: they decide how an entry is read, and never how a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Conventions {
    pub decimal: DecimalMark,
    pub dates: DateOrder,
}
