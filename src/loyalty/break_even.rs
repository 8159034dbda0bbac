//! From where on a program pays.

use std::sync::Arc;

use super::{Horizon, LoyaltyError, Parameter, Portfolio, Program, Range, Scenario, evaluate};

/// What is moved until net is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lever {
    /// `ρ`
    ChurnCut,
    /// `u`, the lift of the average order, with that of frequency at 0; incrementality stays as it is.
    Uplift,
    /// `p`, the same in all segments.
    Participation,
}

impl Lever {
    pub const ALL: [Self; 3] = [Self::ChurnCut, Self::Uplift, Self::Participation];

    /// The program with the lever at this value.
    fn apply(self, program: &Program, value: f64) -> Result<Program, LoyaltyError> {
        let mut other = program.clone();
        match self {
            Self::ChurnCut => other.set_range(Parameter::ChurnCut, Range::fixed(value))?,
            Self::Uplift => {
                other.set_range(Parameter::FrequencyUplift, Range::fixed(0.0))?;
                other.set_range(Parameter::BasketUplift, Range::fixed(value))?;
            }
            Self::Participation => {
                for parameter in [
                    Parameter::ParticipationSmall,
                    Parameter::ParticipationMedium,
                    Parameter::ParticipationLarge,
                    Parameter::ParticipationState,
                ] {
                    other.set(parameter, value)?;
                }
            }
        }
        Ok(other)
    }
}

/// Where a program begins to pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BreakEven {
    /// From this value on, between 0 and 1.
    At(f64),
    /// It pays at 0 already.
    Always,
    /// None in 0..1.
    None,
}

/// A search on its way, one evaluation a step.
#[derive(Clone, Debug)]
pub struct BreakEvenSearch {
    portfolio: Arc<Portfolio>,
    program: Program,
    lever: Lever,
    scenario: Scenario,
    horizon: Horizon,
    below: f64,
    above: f64,
    left: u32,
}

impl BreakEvenSearch {
    /// Bisections, after which the interval is narrower than a double can tell.
    pub const ITERATIONS: u32 = 60;

    /// Refused where the program cannot be computed.
    pub fn new(
        portfolio: Arc<Portfolio>,
        program: &Program,
        lever: Lever,
        scenario: Scenario,
        horizon: Horizon,
    ) -> Result<Self, LoyaltyError> {
        program.check()?;
        let program = program.clone();
        Ok(Self { portfolio, program, lever, scenario, horizon, below: 0.0, above: 1.0, left: Self::ITERATIONS + 1 })
    }

    fn net(&self, value: f64) -> Result<f64, LoyaltyError> {
        let program = self.lever.apply(&self.program, value)?;
        Ok(evaluate(&self.portfolio, &program, self.scenario, self.horizon)?.total.net)
    }

    /// One step; the answer once it is known. The first step looks at both ends.
    pub fn step(&mut self) -> Result<Option<BreakEven>, LoyaltyError> {
        if self.left == 0 {
            return Ok(Some(BreakEven::At(self.above)));
        }
        if self.left > Self::ITERATIONS {
            let (least, most) = (self.net(0.0)?, self.net(1.0)?);
            // With no one taking part and nothing to pay, net is 0 and says nothing of whether it would pay.
            if least > 0.0 || (least == 0.0 && most >= 0.0) {
                return Ok(Some(BreakEven::Always));
            }
            if most < 0.0 {
                return Ok(Some(BreakEven::None));
            }
        } else {
            let middle = f64::midpoint(self.below, self.above);
            if self.net(middle)? < 0.0 { self.below = middle } else { self.above = middle }
        }
        self.left -= 1;
        Ok(None)
    }
}

/// The whole search at once.
pub fn break_even(
    portfolio: &Arc<Portfolio>,
    program: &Program,
    lever: Lever,
    scenario: Scenario,
    horizon: Horizon,
) -> Result<BreakEven, LoyaltyError> {
    let mut search = BreakEvenSearch::new(Arc::clone(portfolio), program, lever, scenario, horizon)?;
    loop {
        if let Some(answer) = search.step()? {
            return Ok(answer);
        }
    }
}

/// The uplift that pays for a reward, without any effect on churn: `u* = (rqκ+φ)/(m−rqκ)`, where φ is the fixed cost as
/// a share of members' revenue. Nothing where the reward takes the whole margin.
pub fn static_uplift(reward_rate: f64, fixed_share: f64, margin: f64) -> Option<f64> {
    (margin > reward_rate).then(|| (reward_rate + fixed_share) / (margin - reward_rate))
}
