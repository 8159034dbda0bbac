//! The people of the department.

use serde::{Deserialize, Serialize};

use crate::segment::Segment;
use crate::workbook::Month;

/// Which manager. Stored; never shown and never used again.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ManagerId(pub String);

/// The two zones of a department (DOMAIN 1.29).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Finds clients: dials, talks, meetings, proposals.
    #[default]
    Hunter,
    /// Accompanies deals: papers, payment, delivery, tenders.
    DocumentSpecialist,
}

impl Role {
    pub const ALL: [Self; 2] = [Self::Hunter, Self::DocumentSpecialist];
}

/// A person with a role, hours and costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Manager {
    pub id: ManagerId,
    pub name: String,
    pub role: Role,
    /// The segments in which the person works; empty: all.
    pub segments: Vec<Segment>,
    /// Hours a month for the work of the role.
    pub hours: f64,
    /// The first month; `None`: here already, and fully trained.
    pub start: Option<Month>,
    /// The last month; `None`: stays.
    pub end: Option<Month>,
    /// Months until the full hours are worth their while.
    pub ramp_months: u8,
    /// Salary, bonus and tax.
    pub monthly_cost: f64,
}

impl Default for Manager {
    fn default() -> Self {
        Self {
            id: ManagerId::default(),
            name: String::new(),
            role: Role::Hunter,
            segments: Vec::new(),
            hours: Self::HOURS,
            start: None,
            end: None,
            ramp_months: 3,
            monthly_cost: 0.0,
        }
    }
}

impl Manager {
    /// About 1,200 selling hours in a year (DOMAIN 1.30, source 5).
    pub const HOURS: f64 = 100.0;

    /// Whether the person is employed in a month.
    pub fn is_here(&self, month: Month) -> bool {
        self.start.is_none_or(|start| start <= month) && self.end.is_none_or(|end| month <= end)
    }

    /// Which part of the full hours counts in a month: `min(1, k / ramp)` in the k-th month (DOMAIN 2.1).
    pub fn ramp(&self, month: Month) -> f64 {
        match (self.is_here(month), self.start) {
            (false, _) => 0.0,
            (true, Some(start)) if self.ramp_months > 0 => {
                (f64::from(month.since(start) + 1) / f64::from(self.ramp_months)).min(1.0)
            }
            (true, _) => 1.0,
        }
    }

    /// The hours of a month.
    pub fn hours_in(&self, month: Month) -> f64 {
        self.hours.max(0.0) * self.ramp(month)
    }

    pub fn covers(&self, segment: Segment) -> bool {
        self.segments.is_empty() || self.segments.contains(&segment)
    }

    /// The hours of a month for one segment: the person's segments get equal parts.
    pub fn hours_for(&self, segment: Segment, month: Month) -> f64 {
        let segments = if self.segments.is_empty() { Segment::ALL.len() } else { self.segments.len() };
        if self.covers(segment) { self.hours_in(month) / segments as f64 } else { 0.0 }
    }
}
