//! What went wrong with a client (DOMAIN 1.13).

use serde::{Deserialize, Serialize};

use crate::workbook::Day;

/// How bad an incident is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    #[default]
    Minor,
    Major,
    /// The client speaks of leaving or of liability.
    Critical,
}

impl Severity {
    pub const ALL: [Self; 3] = [Self::Minor, Self::Major, Self::Critical];

    /// By how much an open incident brings the loss of a client that replaces us at once nearer, 0 to 1 (Kontor's own).
    pub fn weight(self) -> f64 {
        match self {
            Self::Minor => 0.05,
            Self::Major => 0.15,
            Self::Critical => 0.4,
        }
    }
}

/// One incident.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Incident {
    pub on: Day,
    #[serde(default)]
    pub severity: Severity,
    #[serde(default)]
    pub text: String,
    /// Until when the client was promised it would be solved.
    #[serde(default)]
    pub due: Option<Day>,
    #[serde(default)]
    pub resolved_on: Option<Day>,
}

impl Incident {
    pub fn is_open(&self) -> bool {
        self.resolved_on.is_none()
    }

    /// Days from the incident to its solution; nothing while it is open.
    pub fn days_to_resolve(&self) -> Option<u32> {
        self.resolved_on.map(|day| day.0.saturating_sub(self.on.0).max(0) as u32)
    }
}
