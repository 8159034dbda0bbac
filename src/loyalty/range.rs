//! Low, base and high: what is assumed is never shown as one number alone.

use serde::{Deserialize, Serialize};

/// Which of the three assumptions is computed (DOMAIN 2.4: "Always show low/base/high").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scenario {
    Low,
    Base,
    High,
}

impl Scenario {
    pub const ALL: [Self; 3] = [Self::Low, Self::Base, Self::High];

    /// The name under which a scenario is stored and addressed.
    pub fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Base => "base",
            Self::High => "high",
        }
    }
}

/// A cautious, an expected and a hopeful value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range {
    pub low: f64,
    pub base: f64,
    pub high: f64,
}

impl Range {
    pub const fn new(low: f64, base: f64, high: f64) -> Self {
        Self { low, base, high }
    }

    /// The same value in all three scenarios.
    pub const fn fixed(value: f64) -> Self {
        Self { low: value, base: value, high: value }
    }

    pub fn at(self, scenario: Scenario) -> f64 {
        match scenario {
            Scenario::Low => self.low,
            Scenario::Base => self.base,
            Scenario::High => self.high,
        }
    }

    /// The range with another expected value; low and high give way where they would lie on the wrong side of it.
    #[must_use]
    pub fn with_base(self, base: f64) -> Self {
        Self { low: self.low.min(base), base, high: self.high.max(base) }
    }
}
