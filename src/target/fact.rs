//! What has happened.

use serde::{Deserialize, Serialize};

use super::manager::ManagerId;
use super::measure::Measure;
use crate::segment::Segment;
use crate::workbook::Month;

/// A recorded value. A month without a fact is missing, not zero.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub month: Month,
    /// `None`: nobody's, or everybody's.
    pub manager: Option<ManagerId>,
    pub segment: Option<Segment>,
    pub measure: Measure,
    pub value: f64,
}

/// Which facts are asked for: months from and to (both included), one segment or all, one manager or all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scope<'a> {
    pub from: Month,
    pub to: Month,
    pub segment: Option<Segment>,
    pub manager: Option<&'a ManagerId>,
}

impl Scope<'_> {
    /// All facts of these months.
    pub fn months(from: Month, to: Month) -> Self {
        Self { from, to, segment: None, manager: None }
    }

    /// The same facts in one month.
    #[must_use]
    pub fn in_month(self, month: Month) -> Self {
        Self { from: month, to: month, ..self }
    }

    /// The same facts so many months earlier.
    #[must_use]
    pub fn earlier(self, months: i32) -> Self {
        Self { from: self.from + -months, to: self.to + -months, ..self }
    }

    pub fn length(&self) -> u32 {
        (self.to.since(self.from) + 1).max(0) as u32
    }

    pub fn holds(&self, fact: &Fact) -> bool {
        (self.from..=self.to).contains(&fact.month)
            && self.segment.is_none_or(|segment| fact.segment == Some(segment))
            && self.manager.is_none_or(|manager| fact.manager.as_ref() == Some(manager))
    }
}
