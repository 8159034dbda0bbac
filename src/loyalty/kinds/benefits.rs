//! 8 Non-monetary: service, terms, training, club, social cause / 非货币权益制 / Нематериальная.

use serde::{Deserialize, Serialize};

use crate::loyalty::parameter::named_parameters;
use crate::loyalty::terms::Terms;

/// One benefit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Benefit {
    /// As the person calls it.
    pub name: String,
    /// Each time it is used.
    pub unit_cost: f64,
    /// Times a year that a member uses it.
    pub uses_per_year: f64,
    /// What it is worth to the member, each time.
    pub perceived_value: f64,
}

/// Benefits that are no price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Benefits {
    pub benefits: Vec<Benefit>,
    /// Factor on the use of all of them, 1 for the list itself.
    pub use_scale: f64,
    /// `D`, days that payment may come later.
    pub extra_days: f64,
    /// `k` a year.
    pub cost_of_money: f64,
    /// Whether only the cost of the goods has to be funded, and not the margin in them.
    pub funds_cost_only: bool,
    /// Share of the purchases on these terms that is never paid.
    pub bad_debt: f64,
    /// Share of the purchases given to a cause.
    pub donation: f64,
}

named_parameters!(Benefits {
    BenefitUse => use_scale,
    ExtraDays => extra_days,
    CostOfMoney => cost_of_money,
    BadDebt => bad_debt,
    Donation => donation,
});

impl Benefits {
    pub(in crate::loyalty) fn default_at(scale: f64) -> Self {
        let benefit = Benefit {
            name: String::new(),
            unit_cost: 0.0005 * scale,
            uses_per_year: 4.0,
            perceived_value: 0.001 * scale,
        };
        Self {
            benefits: vec![benefit],
            use_scale: 1.0,
            extra_days: 15.0,
            cost_of_money: 0.10,
            funds_cost_only: false,
            bad_debt: 0.0,
            donation: 0.0,
        }
    }

    pub(in crate::loyalty) fn is_sound(&self) -> bool {
        let is_sound = |value: f64| value.is_finite() && value >= 0.0;
        self.benefits.iter().all(|benefit| {
            is_sound(benefit.unit_cost) && is_sound(benefit.uses_per_year) && is_sound(benefit.perceived_value)
        })
    }

    /// What the list costs a member and year.
    pub fn cost_per_member(&self) -> f64 {
        self.use_scale * self.benefits.iter().map(|benefit| benefit.unit_cost * benefit.uses_per_year).sum::<f64>()
    }

    /// Perceived value ÷ cost of the list; nothing where it costs nothing.
    pub fn efficiency(&self) -> Option<f64> {
        let cost = self.cost_per_member();
        let value: f64 = self.benefits.iter().map(|benefit| benefit.perceived_value * benefit.uses_per_year).sum();
        (cost > 0.0).then(|| value * self.use_scale / cost)
    }

    pub(in crate::loyalty) fn terms(&self) -> Terms {
        let deferral = self.extra_days / 365.0 * self.cost_of_money;
        let (deferral, at_cost) = if self.funds_cost_only { (0.0, deferral) } else { (deferral, 0.0) };
        Terms {
            rate: deferral + self.bad_debt + self.donation,
            rate_at_cost: at_cost,
            per_member: self.cost_per_member(),
            ..Terms::default()
        }
    }
}
