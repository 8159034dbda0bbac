//! What every program has: who takes part, what it changes, what it costs to run (DOMAIN 2.1).

use serde::{Deserialize, Serialize};

use super::by_segment::BySegment;
use super::{Parameter, Range, Scenario};

/// The parameters of the common engine.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Common {
    /// `p`, the share of a segment's clients that takes part.
    pub participation: BySegment<f64>,
    /// `ρ`, the share of churn taken away.
    pub churn_cut: Range,
    /// `u_f`
    pub frequency_uplift: Range,
    /// `u_a`
    pub basket_uplift: Range,
    /// `ι`
    pub incrementality: Range,
    /// Months until the uplift is whole; 1 is at once.
    pub ramp_months: f64,
    /// `S0`, once.
    pub setup_cost: f64,
    /// `F`, a year.
    pub fixed_cost: f64,
    /// `v`, a member and year.
    pub member_cost: f64,
}

/// What a program changes, in one scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effects {
    pub churn_cut: f64,
    /// `(1+ι·u_f)(1+ι·u_a) − 1`, once the ramp is over.
    pub uplift: f64,
    pub ramp_months: f64,
}

impl Effects {
    /// `U_k` in month `k` from 1.
    pub fn factor(&self, month: usize) -> f64 {
        1.0 + self.ramp(month) * self.uplift
    }

    /// `L_k = min(1, k/ramp)`
    pub fn ramp(&self, month: usize) -> f64 {
        (month as f64 / self.ramp_months).min(1.0)
    }
}

impl Common {
    /// The parameters, in the order they are shown.
    pub const PARAMETERS: &'static [Parameter] = &[
        Parameter::ParticipationSmall,
        Parameter::ParticipationMedium,
        Parameter::ParticipationLarge,
        Parameter::ParticipationState,
        Parameter::ChurnCut,
        Parameter::FrequencyUplift,
        Parameter::BasketUplift,
        Parameter::Incrementality,
        Parameter::RampMonths,
        Parameter::SetupCost,
        Parameter::FixedCost,
        Parameter::MemberCost,
    ];

    /// DOMAIN 2.4's defaults; the money is left at nothing for the person to say.
    pub fn cautious() -> Self {
        Self {
            participation: BySegment { small: 0.6, medium: 0.8, large: 0.95, state: 0.95 },
            churn_cut: Range::new(0.0, 0.10, 0.20),
            frequency_uplift: Range::fixed(0.03),
            basket_uplift: Range::fixed(0.02),
            incrementality: Range::fixed(0.5),
            ramp_months: 6.0,
            setup_cost: 0.0,
            fixed_cost: 0.0,
            member_cost: 0.0,
        }
    }

    pub fn effects(&self, scenario: Scenario) -> Effects {
        let incrementality = self.incrementality.at(scenario);
        let frequency = 1.0 + incrementality * self.frequency_uplift.at(scenario);
        let basket = 1.0 + incrementality * self.basket_uplift.at(scenario);
        Effects {
            churn_cut: self.churn_cut.at(scenario),
            uplift: frequency * basket - 1.0,
            ramp_months: self.ramp_months,
        }
    }

    /// The range behind a parameter that differs by scenario.
    pub fn range(&self, parameter: Parameter) -> Option<Range> {
        match parameter {
            Parameter::ChurnCut => Some(self.churn_cut),
            Parameter::FrequencyUplift => Some(self.frequency_uplift),
            Parameter::BasketUplift => Some(self.basket_uplift),
            Parameter::Incrementality => Some(self.incrementality),
            _ => None,
        }
    }

    pub(super) fn range_mut(&mut self, parameter: Parameter) -> Option<&mut Range> {
        match parameter {
            Parameter::ChurnCut => Some(&mut self.churn_cut),
            Parameter::FrequencyUplift => Some(&mut self.frequency_uplift),
            Parameter::BasketUplift => Some(&mut self.basket_uplift),
            Parameter::Incrementality => Some(&mut self.incrementality),
            _ => None,
        }
    }

    /// The value of a parameter, of a range the expected one.
    pub fn value(&self, parameter: Parameter) -> Option<f64> {
        match parameter {
            Parameter::ParticipationSmall => Some(self.participation.small),
            Parameter::ParticipationMedium => Some(self.participation.medium),
            Parameter::ParticipationLarge => Some(self.participation.large),
            Parameter::ParticipationState => Some(self.participation.state),
            Parameter::RampMonths => Some(self.ramp_months),
            Parameter::SetupCost => Some(self.setup_cost),
            Parameter::FixedCost => Some(self.fixed_cost),
            Parameter::MemberCost => Some(self.member_cost),
            _ => self.range(parameter).map(|range| range.base),
        }
    }

    pub(super) fn put(&mut self, parameter: Parameter, value: f64) -> bool {
        match parameter {
            Parameter::ParticipationSmall => self.participation.small = value,
            Parameter::ParticipationMedium => self.participation.medium = value,
            Parameter::ParticipationLarge => self.participation.large = value,
            Parameter::ParticipationState => self.participation.state = value,
            Parameter::RampMonths => self.ramp_months = value,
            Parameter::SetupCost => self.setup_cost = value,
            Parameter::FixedCost => self.fixed_cost = value,
            Parameter::MemberCost => self.member_cost = value,
            _ => match self.range_mut(parameter) {
                Some(range) => *range = range.with_base(value),
                None => return false,
            },
        }
        true
    }
}
