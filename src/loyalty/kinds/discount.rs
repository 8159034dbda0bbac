//! 2 Cumulative discount / 累计折扣制 / Дисконтная.

use serde::{Deserialize, Serialize};

use crate::loyalty::activity::{Activity, Purchases};
use crate::loyalty::parameter::named_parameters;
use crate::loyalty::steps::Steps;
use crate::loyalty::terms::StepTerms;

/// The price falls with what was bought in the twelve months before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Discount {
    /// `D_j → δ_j`, on the purchases of the last twelve months.
    pub steps: Steps,
    /// Factor on all rates, 1 for the table itself.
    pub scale: f64,
    /// The least margin that has to be left: a step that leaves less is not granted.
    pub margin_floor: f64,
}

named_parameters!(Discount { StepScale => scale, MarginFloor => margin_floor });

impl Discount {
    pub(in crate::loyalty) fn default_at(scale: f64) -> Self {
        let steps = Steps::scaled(scale, &[(0.5, 0.01), (1.0, 0.02), (2.0, 0.03), (5.0, 0.05)]);
        Self { steps, scale: 1.0, margin_floor: 0.10 }
    }

    /// The discount for these purchases of a client with this margin: the highest step reached that leaves the floor.
    pub fn rate(&self, purchases: f64, margin: f64) -> f64 {
        let reached = &self.steps.list()[..self.steps.reached(purchases)];
        reached
            .iter()
            .rev()
            .map(|step| (step.rate * self.scale).min(1.0))
            .find(|rate| margin - rate >= self.margin_floor)
            .unwrap_or(0.0)
    }

    /// What a month's discount looks at: the twelve months before.
    pub(in crate::loyalty) fn purchases(activity: &Activity, month: usize) -> Purchases {
        Purchases { counted: activity.trailing_year(month), before: 0.0 }
    }

    pub(in crate::loyalty) fn terms(&self, revenue: f64, margin: f64, purchases: Purchases) -> StepTerms {
        StepTerms { rate: self.rate(revenue * purchases.counted, margin), ..StepTerms::default() }
    }

    /// Whether the step stays the same while a year's purchases are between these multiples of the client's revenue.
    pub(in crate::loyalty) fn is_steady(&self, revenue: f64, least: f64, most: f64) -> bool {
        self.steps.reached(revenue * least) == self.steps.reached(revenue * most)
    }
}

/// What a discount for prompt payment costs a year: "2/10 net 30" is `d/(1−d)·365/(N−n)` = 37.2 %. Nothing where the
/// discount is the whole price or no day is gained.
pub fn prompt_payment_cost(discount: f64, discount_days: f64, net_days: f64) -> Option<f64> {
    let gained = net_days - discount_days;
    (discount < 1.0 && gained > 0.0).then(|| discount / (1.0 - discount) * 365.0 / gained)
}
