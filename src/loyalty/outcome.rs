//! What a program brings and costs over the whole plan.

use super::{Flows, Horizon};

/// Sums over the plan (DOMAIN 2.1), in the money of the client base. Those of a segment or client have no set-up and no
/// fixed cost in them: these are counted once, on the portfolio.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outcome {
    /// `ΣB`
    pub baseline: f64,
    /// `ΣQ`
    pub revenue: f64,
    /// `ΔR`, always `retention + uplift`.
    pub difference: f64,
    pub retention: f64,
    /// Of more frequent and larger orders, and of extra sales of nudges and challenges.
    pub uplift: f64,
    /// `ΔGM`, of clients there are.
    pub margin: f64,
    /// Gross margin of new clients.
    pub new_margin: f64,
    /// What is given to members.
    pub reward: f64,
    /// Members' running cost.
    pub running: f64,
    /// Set-up and fixed cost.
    pub fixed: f64,
    /// `Inc`
    pub income: f64,
    /// `C = reward + running + fixed`
    pub cost: f64,
    /// `margin + new_margin + income − cost`
    pub net: f64,
    pub npv: f64,
    /// Net ÷ cost; nothing where nothing is spent.
    pub roi: Option<f64>,
    /// The first month in which the sum so far is not negative; nothing where that is later than the plan.
    pub payback: Option<u32>,
    /// Reward on revenue that would have come anyway.
    pub dead_weight: f64,
    /// Revenue less reward, for programs that lower the price.
    pub net_revenue: Option<f64>,
    /// Members at the start, as expected.
    pub members: f64,
}

impl Outcome {
    /// Sums flows. `setup` and `fixed` (over the plan, in the flows' running cost already) are 0 but on the portfolio.
    pub(super) fn of(flows: &Flows, horizon: Horizon, setup: f64, fixed: f64) -> Self {
        let sum = |column: &[f64]| column.iter().sum::<f64>();
        let (margin, new_margin, income) = (sum(&flows.margin), sum(&flows.new_margin), sum(&flows.income));
        let (reward, running) = (sum(&flows.reward), sum(&flows.running) - fixed);
        let (retention, uplift) = (sum(&flows.retention), sum(&flows.uplift));
        let cost = reward + running + fixed + setup;
        let net = margin + new_margin + income - cost;
        let worth = |(month, net): (usize, f64)| net * horizon.present_value(month + 1);
        let first = flows.cumulative(setup).iter().position(|sum| *sum >= 0.0);
        Self {
            baseline: sum(&flows.baseline),
            revenue: sum(&flows.revenue),
            difference: retention + uplift,
            retention,
            uplift,
            margin,
            new_margin,
            reward,
            running,
            fixed: fixed + setup,
            income,
            cost,
            net,
            npv: flows.net().into_iter().enumerate().map(worth).sum::<f64>() - setup,
            roi: (cost > 0.0).then(|| net / cost),
            payback: first.map(|month| month as u32 + 1),
            dead_weight: 0.0,
            net_revenue: None,
            members: 0.0,
        }
    }
}
