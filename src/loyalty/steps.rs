//! A table of steps: from a threshold on, a rate.

use serde::{Deserialize, Serialize};

use super::LoyaltyError;

/// One step: purchases of at least `from` are granted `rate`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Purchases in the money of the client base.
    pub from: f64,
    /// Fraction of the purchases, 0 to 1.
    pub rate: f64,
}

/// Steps by rising threshold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Steps(Vec<Step>);

impl Steps {
    /// Refused unless thresholds are 0 or more and rise, and rates are 0 to 1.
    pub fn new(steps: Vec<Step>) -> Result<Self, LoyaltyError> {
        let steps = Self(steps);
        steps.check().map(|()| steps)
    }

    /// What `new` checks; steps that were read from storage are checked with the program.
    pub fn check(&self) -> Result<(), LoyaltyError> {
        let are_rates = self.0.iter().all(|step| (0.0..=1.0).contains(&step.rate) && step.from >= 0.0);
        let do_rise = self.0.windows(2).all(|pair| pair[0].from < pair[1].from);
        if are_rates && do_rise { Ok(()) } else { Err(LoyaltyError::Thresholds) }
    }

    /// Steps at shares of a typical client's yearly revenue.
    pub(super) fn scaled(scale: f64, steps: &[(f64, f64)]) -> Self {
        Self(steps.iter().map(|(share, rate)| Step { from: share * scale, rate: *rate }).collect())
    }

    pub fn list(&self) -> &[Step] {
        &self.0
    }

    /// How many thresholds the purchases have reached.
    pub fn reached(&self, purchases: f64) -> usize {
        self.0.iter().take_while(|step| purchases >= step.from).count()
    }

    /// The rate of the step reached, 0 below the first.
    pub fn rate(&self, purchases: f64) -> f64 {
        match self.reached(purchases) {
            0 => 0.0,
            reached => self.0[reached - 1].rate,
        }
    }

    /// What is granted where each step's rate holds only for its own part: `Σ r_j·max(0, min(A, T_{j+1}) − T_j)`.
    pub fn marginal(&self, purchases: f64) -> f64 {
        let mut granted = 0.0;
        let mut end = purchases;
        for step in self.0[..self.reached(purchases)].iter().rev() {
            granted += step.rate * (end - step.from);
            end = step.from;
        }
        granted
    }
}
