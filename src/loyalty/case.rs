//! One program in one scenario, prepared for the pass over the clients.

use super::by_segment::BySegment;
use super::common::Effects;
use super::curves::Shape;
use super::kinds::Referral;
use super::terms::Terms;
use super::{Horizon, Kind, Program, Scenario};

/// A program and a scenario, with all that does not depend on a client.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub program: Program,
    pub effects: Effects,
    pub participation: BySegment<f64>,
    /// Terms that are the same for every client.
    pub terms: Terms,
    /// Components whose terms follow from a client's purchases.
    pub stepped: Vec<Kind>,
    /// For how many months, counted from the first, stepped terms stay as they are.
    pub piece: usize,
    /// With the share of new clients that is still there a month later.
    pub referrals: Vec<(Referral, f64)>,
    pub asks_to_join: bool,
    /// Which curves it uses.
    pub shape: usize,
    /// `U_k`
    pub uplift: Vec<f64>,
}

impl Case {
    /// Prepares a case; its shape is added to `shapes` unless it is there.
    pub fn new(program: &Program, scenario: Scenario, horizon: Horizon, shapes: &mut Vec<Shape>) -> Self {
        let effects = program.effects(scenario);
        let shape = Shape { churn_cut: effects.churn_cut, ramp_months: effects.ramp_months };
        let at = shapes.iter().position(|other| *other == shape).unwrap_or_else(|| {
            shapes.push(shape);
            shapes.len() - 1
        });
        let stepped: Vec<Kind> =
            program.components.iter().filter(|kind| kind.months_between_steps().is_some()).cloned().collect();
        let pieces = stepped.iter().filter_map(Kind::months_between_steps);
        let referral = |kind: &Kind| match kind {
            Kind::Referral(referral) => Some((*referral, referral.monthly_survival())),
            _ => None,
        };
        Self {
            effects,
            participation: BySegment::from_fn(|segment| program.participation(segment)),
            terms: program.common_terms(),
            piece: pieces.reduce(greatest_common_divisor).unwrap_or_else(|| horizon.months()),
            stepped,
            referrals: program.components.iter().filter_map(referral).collect(),
            asks_to_join: program.asks_to_join(),
            shape: at,
            uplift: (1..=horizon.months()).map(|month| effects.factor(month)).collect(),
            program: program.clone(),
        }
    }

    /// Whether sums over a cohort are all it takes.
    pub fn is_linear(&self) -> bool {
        self.stepped.is_empty() && !self.asks_to_join
    }
}

fn greatest_common_divisor(one: usize, other: usize) -> usize {
    if other == 0 { one } else { greatest_common_divisor(other, one % other) }
}
