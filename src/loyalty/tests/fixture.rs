//! Clients and programs for the tests.

use std::sync::Arc;

use crate::loyalty::kinds::{Points, RewardCost};
use crate::loyalty::*;
use crate::segment::Segment;

/// The client of DOMAIN's golden test.
pub fn golden_client() -> Client {
    Client { segment: Segment::Small, revenue: 1_000_000.0, margin: 0.30, orders: 12.0, churn: 0.20, growth: 0.0 }
}

/// Everyone takes part, at once and with no cost.
pub fn common(churn_cut: f64, frequency: f64, basket: f64) -> Common {
    Common {
        participation: BySegment { small: 1.0, medium: 1.0, large: 1.0, state: 1.0 },
        churn_cut: Range::fixed(churn_cut),
        frequency_uplift: Range::fixed(frequency),
        basket_uplift: Range::fixed(basket),
        incrementality: Range::fixed(1.0),
        ramp_months: 1.0,
        setup_cost: 0.0,
        fixed_cost: 0.0,
        member_cost: 0.0,
    }
}

/// Points that return `rate` and cost their face value times `redemption`.
pub fn points(rate: f64, redemption: f64) -> Kind {
    Kind::Points(Points {
        points_per_currency: 1.0,
        point_value: rate,
        redemption,
        expiry_months: 24.0,
        minimum_reward: 0.0,
        cost: RewardCost::Face,
        cost_per_face: 1.0,
    })
}

/// The program of DOMAIN's golden test.
pub fn golden_program() -> Program {
    let common = Common { setup_cost: 500.0, fixed_cost: 1_000.0, ..common(0.10, 0.03, 0.02) };
    Program::of(common, vec![points(0.02, 0.7)])
}

pub fn horizon(months: u32) -> Horizon {
    Horizon::new(months, 0.0).expect("a horizon")
}

pub fn portfolio(clients: &[Client]) -> Arc<Portfolio> {
    Arc::new(Portfolio::new(clients.iter().copied().map(Some)))
}

/// Base result of a program for these clients.
pub fn base(clients: &[Client], program: &Program, months: u32) -> ScenarioResult {
    evaluate(&portfolio(clients), program, Scenario::Base, horizon(months)).expect("a result")
}

/// One client of each segment with different values.
pub fn mixed_clients() -> Vec<Client> {
    let client =
        |segment, revenue, margin, orders, churn, growth| Client { segment, revenue, margin, orders, churn, growth };
    vec![
        client(Segment::Small, 20_000.0, 0.35, 4.0, 0.30, 0.0),
        client(Segment::Small, 45_000.0, 0.30, 9.0, 0.30, 0.0),
        client(Segment::Medium, 180_000.0, 0.28, 20.0, 0.20, 0.05),
        client(Segment::Medium, 260_000.0, 0.22, 15.0, 0.10, -0.03),
        client(Segment::Large, 1_500_000.0, 0.18, 60.0, 0.10, 0.02),
        client(Segment::State, 900_000.0, 0.15, 6.0, 0.05, 0.0),
    ]
}

/// The nine with their defaults and some cost.
pub fn nine(typical_revenue: f64) -> Vec<Program> {
    KindId::ALL.into_iter().map(|kind| Program::default_of(kind, typical_revenue, 6)).collect()
}

pub fn compare(clients: &[Client], programs: Vec<Program>, horizon: Horizon) -> Comparison {
    Simulation::new(portfolio(clients), programs.into(), horizon).expect("programs").finish()
}

#[track_caller]
pub fn near(value: f64, expected: f64) {
    assert!((value - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{value} is not {expected}");
}

#[track_caller]
pub fn to_the_cent(value: f64, expected: f64) {
    assert!((value - expected).abs() < 0.005, "{value} is not {expected}");
}
