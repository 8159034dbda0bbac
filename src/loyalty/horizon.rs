//! How far the comparison looks, and what later money is worth.

use serde::{Deserialize, Serialize};

use super::{LoyaltyError, Reference};

/// Months and discount rate, the same for all programs that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Horizon {
    months: u32,
    discount: f64,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
struct Wire {
    months: u32,
    discount: f64,
}

impl From<Horizon> for Wire {
    fn from(horizon: Horizon) -> Self {
        Self { months: horizon.months, discount: horizon.discount }
    }
}

impl TryFrom<Wire> for Horizon {
    type Error = LoyaltyError;
    fn try_from(wire: Wire) -> Result<Self, LoyaltyError> {
        Self::new(wire.months, wire.discount)
    }
}

impl Horizon {
    /// DOMAIN 2.4: T 36 months, d 15 % a year.
    pub const MONTHS: Reference = Reference::own(12.0, 36.0, 60.0);
    pub const DISCOUNT: Reference = Reference::own(0.08, 0.15, 0.25);

    /// `months` 1 to 120; `discount` a fraction a year.
    pub fn new(months: u32, discount: f64) -> Result<Self, LoyaltyError> {
        if !(1..=120).contains(&months) {
            return Err(LoyaltyError::Months(months));
        }
        if !(discount.is_finite() && discount > -1.0) {
            return Err(LoyaltyError::DiscountRate);
        }
        Ok(Self { months, discount })
    }

    pub fn months(self) -> usize {
        self.months as usize
    }

    pub fn discount(self) -> f64 {
        self.discount
    }

    /// What one unit paid in month `k` (from 1) is worth today.
    pub fn present_value(self, month: usize) -> f64 {
        (1.0 + self.discount).powf(-(month as f64) / 12.0)
    }
}

impl Default for Horizon {
    fn default() -> Self {
        Self { months: Self::MONTHS.base as u32, discount: Self::DISCOUNT.base }
    }
}
