//! A loyalty program: the common parameters, and one or several kinds that say what is given.

use serde::{Deserialize, Serialize};

use super::common::{Common, Effects};
use super::compliance::{Delivery, Recipient};
use super::terms::Terms;
use super::{Kind, KindId, LoyaltyError, Parameter, Range, Scenario, admits};
use crate::segment::Segment;

/// A program as it is set up. [`Program::check`] holds before it is computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// As the person calls it; empty for one of the nine.
    pub name: String,
    pub common: Common,
    /// One for each of the nine; several for a program of one's own.
    pub components: Vec<Kind>,
    /// Who is rewarded.
    pub recipient: Recipient,
    /// Whether it is offered openly or is part of a contract.
    pub delivery: Delivery,
}

impl Program {
    /// One of the nine with its defaults. Amounts of money follow from what a typical client buys in a year and from
    /// how many clients there are: 2 % of sales would be the published cost (weak source), set-up and running cost
    /// start at a tenth of it each.
    pub fn default_of(kind: KindId, typical_revenue: f64, clients: usize) -> Self {
        let sales = typical_revenue.max(0.0) * clients as f64;
        let common = Common { setup_cost: 0.002 * sales, fixed_cost: 0.002 * sales, ..Common::cautious() };
        Self::of(common, vec![Kind::default_of(kind, typical_revenue)])
    }

    /// A program of these components for companies, offered openly.
    pub fn of(common: Common, components: Vec<Kind>) -> Self {
        Self { name: String::new(), common, components, recipient: Recipient::LegalEntity, delivery: Delivery::Open }
    }

    /// Which of the nine it is; nothing for one of several components.
    pub fn kind(&self) -> Option<KindId> {
        match self.components.as_slice() {
            [kind] => Some(kind.id()),
            _ => None,
        }
    }

    /// The name under which it is addressed: a kind's, or `custom`.
    pub fn key(&self) -> &'static str {
        self.kind().map_or("custom", KindId::key)
    }

    /// Whether net revenue (less the reward) is to be shown.
    pub fn lowers_price(&self) -> bool {
        self.components.iter().any(|kind| kind.id().lowers_price())
    }

    /// Every parameter, the common ones first, each once.
    pub fn parameters(&self) -> Vec<Parameter> {
        let mut parameters = Common::PARAMETERS.to_vec();
        for parameter in self.components.iter().flat_map(Kind::parameters) {
            if !parameters.contains(parameter) {
                parameters.push(*parameter);
            }
        }
        parameters
    }

    /// The value of a parameter; of a range the expected one, in several components the first's.
    pub fn value(&self, parameter: Parameter) -> Option<f64> {
        self.common.value(parameter).or_else(|| self.components.iter().find_map(|kind| kind.value(parameter)))
    }

    /// Low, base and high of a parameter that differs by scenario.
    pub fn range(&self, parameter: Parameter) -> Option<Range> {
        self.common.range(parameter)
    }

    /// Sets a parameter, in every component that has it. Low and high of a range give way where they have to.
    pub fn set(&mut self, parameter: Parameter, value: f64) -> Result<(), LoyaltyError> {
        if !parameter.bound().allows(value) {
            return Err(LoyaltyError::OutOfBounds(parameter));
        }
        if self.put(parameter, value) { Ok(()) } else { Err(LoyaltyError::NotAParameter(parameter)) }
    }

    /// Sets low, base and high of a parameter that differs by scenario.
    pub fn set_range(&mut self, parameter: Parameter, range: Range) -> Result<(), LoyaltyError> {
        if ![range.low, range.base, range.high].into_iter().all(|value| parameter.bound().allows(value)) {
            return Err(LoyaltyError::OutOfBounds(parameter));
        }
        let held = self.common.range_mut(parameter).ok_or(LoyaltyError::NotAParameter(parameter))?;
        *held = range;
        Ok(())
    }

    fn put(&mut self, parameter: Parameter, value: f64) -> bool {
        let mut is_known = self.common.put(parameter, value);
        for kind in &mut self.components {
            is_known |= kind.put(parameter, value);
        }
        is_known
    }

    /// The program with a parameter at this value in every scenario.
    pub fn with(&self, parameter: Parameter, value: f64) -> Result<Self, LoyaltyError> {
        let mut other = self.clone();
        match other.common.range_mut(parameter) {
            Some(_) => other.set_range(parameter, Range::fixed(value))?,
            None => other.set(parameter, value)?,
        }
        Ok(other)
    }

    /// Whether it can be computed.
    pub fn check(&self) -> Result<(), LoyaltyError> {
        if self.components.is_empty() {
            return Err(LoyaltyError::NoComponents);
        }
        for parameter in Common::PARAMETERS {
            let values = match self.common.range(*parameter) {
                Some(range) => vec![range.low, range.base, range.high],
                None => self.common.value(*parameter).into_iter().collect(),
            };
            if !values.into_iter().all(|value| parameter.bound().allows(value)) {
                return Err(LoyaltyError::OutOfBounds(*parameter));
            }
        }
        self.components.iter().try_for_each(Kind::check)
    }

    pub fn effects(&self, scenario: Scenario) -> Effects {
        self.common.effects(scenario)
    }

    /// `p` of a segment: nothing where the law keeps the segment out, whatever the parameter says.
    pub fn participation(&self, segment: Segment) -> f64 {
        if admits(self, segment) { *self.common.participation.get(segment) } else { 0.0 }
    }

    /// Costs of the portfolio a year: running cost and joint costs of a coalition.
    pub fn yearly_cost(&self) -> f64 {
        let joint = |kind: &Kind| match kind {
            Kind::Coalition(coalition) => coalition.joint_cost,
            _ => 0.0,
        };
        self.common.fixed_cost + self.components.iter().map(joint).sum::<f64>()
    }

    /// Margin a year of clients who come from partners; no client of ours brings it.
    pub fn partner_margin(&self) -> f64 {
        let partner = |kind: &Kind| match kind {
            Kind::Coalition(coalition) => coalition.partner_margin(),
            _ => 0.0,
        };
        self.components.iter().map(partner).sum()
    }

    /// Whether a client gains enough to join at all; only a paid membership asks.
    pub(super) fn joins(&self, revenue: f64, orders: f64) -> bool {
        self.components.iter().all(|kind| match kind {
            Kind::Membership(membership) => membership.joins(revenue, orders),
            _ => true,
        })
    }

    pub(super) fn asks_to_join(&self) -> bool {
        self.components.iter().any(|kind| kind.id() == KindId::Membership)
    }

    /// The terms that are the same for all clients; a member's running cost is not in them.
    pub(super) fn common_terms(&self) -> Terms {
        let mut terms = Terms::default();
        for kind in &self.components {
            terms += kind.common_terms().unwrap_or_default();
        }
        terms
    }
}
