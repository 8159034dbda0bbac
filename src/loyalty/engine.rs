//! The pass over the clients: monthly sums by segment and case, and each client's net.
//!
//! A client's figures are his own numbers times curves that his cohort shares, so that no client is walked through the
//! months. Three things keep that exact where a program is not linear: whether a client joins a paid membership is
//! asked once; rates that follow from his purchases hold for whole spans of months; and a discount whose step cannot
//! change over the plan is one span.

use std::sync::Arc;

use super::Horizon;
use super::activity::Activity;
use super::block::Block;
use super::by_segment::BySegment;
use super::case::Case;
use super::coefficients::Coefficients;
use super::common::Effects;
use super::curves::{Curves, MemberCurves, Shape};
use super::portfolio::{Cohort, Moments, Portfolio};
use super::spans::{Spans, Stepped};

/// Columns of clients as they are without a program.
pub(super) mod baseline {
    /// R and m·R follow the baseline; orders, from here on, follow who stays.
    pub const REVENUE: usize = 0;
    pub const ORDERS: usize = 2;
    pub const COLUMNS: usize = 3;
}

/// Columns of members, before participation and uplift.
pub(super) mod members {
    /// R and m·R follow the revenue curve; clients, m and orders, from here on, follow who is present.
    pub const PRESENT: usize = 2;
    pub const COLUMNS: usize = 5;
}

/// Net and cost of every counted client, by row of the portfolio.
#[derive(Clone, Debug, Default)]
pub(super) struct ClientFigures {
    pub net: Vec<f64>,
    pub cost: Vec<f64>,
}

/// What the pass leaves for one case.
#[derive(Clone, Debug)]
pub(super) struct CaseSums {
    /// Only for a case that asks who joins.
    pub joined: Option<BySegment<Joined>>,
    /// Only for a case with steps.
    pub stepped: Option<BySegment<Stepped>>,
    /// Only where clients were asked for.
    pub clients: Option<ClientFigures>,
}

/// Those of a segment who join: what they would buy anyway, and what they buy.
#[derive(Clone, Debug)]
pub(super) struct Joined {
    pub baseline: Block<{ baseline::COLUMNS }>,
    pub members: Block<{ members::COLUMNS }>,
}

/// The pass over the clients, in slices.
#[derive(Clone, Debug)]
pub(super) struct Engine {
    pub portfolio: Arc<Portfolio>,
    pub horizon: Horizon,
    pub cases: Vec<Case>,
    pub baseline: BySegment<Block<{ baseline::COLUMNS }>>,
    /// Of all clients of a segment, by shape.
    pub shared: Vec<BySegment<Block<{ members::COLUMNS }>>>,
    pub sums: Vec<CaseSums>,
    shapes: Vec<Shape>,
    ramps: Vec<Vec<f64>>,
    cohort: usize,
    row: usize,
    curves: Curves,
    /// `U_k` over the plan and a year more, of each activity.
    uplifts: Vec<Vec<f64>>,
    activities: Vec<Activity>,
    /// The growth that the activities are of.
    growth: Option<f64>,
    spans: Vec<Spans>,
}

/// At most so many clients between two looks at the budget.
const CHUNK: usize = 1024;

impl Engine {
    /// `cases` with whether each client's figures are kept.
    pub fn new(portfolio: Arc<Portfolio>, horizon: Horizon, cases: Vec<(Case, bool)>, shapes: Vec<Shape>) -> Self {
        let months = horizon.months();
        let ramp = |shape: &Shape| (1..=months).map(|month| (month as f64 / shape.ramp_months).min(1.0)).collect();
        let sums = |(case, keeps): &(Case, bool)| CaseSums {
            joined: case
                .asks_to_join
                .then(|| BySegment::from_fn(|_| Joined { baseline: Block::new(months), members: Block::new(months) })),
            stepped: (!case.stepped.is_empty())
                .then(|| BySegment::from_fn(|_| Stepped { months: Block::new(months), dead_weight: 0.0 })),
            clients: keeps
                .then(|| ClientFigures { net: vec![0.0; portfolio.counted()], cost: vec![0.0; portfolio.counted()] }),
        };
        // Cases with the same effects see the same activity.
        let mut effects: Vec<Effects> = Vec::new();
        let mut spans = Vec::with_capacity(cases.len());
        for (case, _) in &cases {
            let known = effects.iter().position(|other| *other == case.effects);
            if known.is_none() && !case.stepped.is_empty() {
                effects.push(case.effects);
            }
            spans.push(Spans::of(known.unwrap_or(effects.len().saturating_sub(1))));
        }
        Self {
            baseline: BySegment::from_fn(|_| Block::new(months)),
            shared: shapes.iter().map(|_| BySegment::from_fn(|_| Block::new(months))).collect(),
            sums: cases.iter().map(sums).collect(),
            ramps: shapes.iter().map(ramp).collect(),
            activities: vec![Activity::default(); effects.len()],
            uplifts: effects
                .iter()
                .map(|effects| (1..=months + Activity::BEYOND).map(|month| effects.factor(month)).collect())
                .collect(),
            growth: None,
            spans,
            cases: cases.into_iter().map(|(case, _)| case).collect(),
            portfolio,
            horizon,
            shapes,
            cohort: 0,
            row: 0,
            curves: Curves::default(),
        }
    }

    /// Clients that are done, and all of them.
    pub fn progress(&self) -> (usize, usize) {
        (self.row, self.portfolio.counted())
    }

    /// Computes about so many clients more; whether all are done.
    pub fn advance(&mut self, clients: usize) -> bool {
        let portfolio = Arc::clone(&self.portfolio);
        let mut left = clients.max(1);
        while left > 0 && self.cohort < portfolio.cohorts.len() {
            let cohort = &portfolio.cohorts[self.cohort];
            if self.row == cohort.start {
                self.enter(cohort);
            }
            let end = cohort.end.min(self.row + CHUNK.min(left));
            for case in 0..self.cases.len() {
                self.compute(case, cohort, self.row, end);
            }
            left -= end - self.row;
            self.row = end;
            if end == cohort.end {
                self.cohort += 1;
            }
        }
        self.cohort == portfolio.cohorts.len()
    }

    /// Everything that a cohort's clients share, and what is linear in them.
    fn enter(&mut self, cohort: &Cohort) {
        let months = self.horizon.months();
        self.curves.fill(cohort, months, &self.shapes, &self.ramps);
        add_baseline(self.baseline.get_mut(cohort.segment), &cohort.moments, &self.curves);
        for (shared, member) in self.shared.iter_mut().zip(&self.curves.members) {
            add_members(shared.get_mut(cohort.segment), &cohort.moments, member);
        }
        #[expect(clippy::float_cmp, reason = "only the very same growth has the same activity")]
        let is_same = self.growth.is_some_and(|growth| growth == cohort.growth);
        if !is_same {
            self.growth = Some(cohort.growth);
            for (activity, uplift) in self.activities.iter_mut().zip(&self.uplifts) {
                activity.fill(self.curves.growth, uplift);
            }
        }
        for (case, spans) in self.cases.iter().zip(&mut self.spans) {
            let member = &self.curves.members[case.shape];
            spans.begin(case, &self.curves, member);
        }
    }

    /// One case for the clients of a chunk.
    fn compute(&mut self, at: usize, cohort: &Cohort, start: usize, end: usize) {
        let (case, sums) = (&self.cases[at], &mut self.sums[at]);
        if case.is_linear() && sums.clients.is_none() {
            return;
        }
        let portfolio = &*self.portfolio;
        let participation = *case.participation.get(cohort.segment);
        if participation == 0.0 {
            return;
        }
        let member = &self.curves.members[case.shape];
        let coefficients = Coefficients::new(case, &self.curves, member, participation);
        let rows =
            || (start..end).map(|row| (row, portfolio.revenue[row], portfolio.margin[row], portfolio.orders[row]));
        if case.is_linear() {
            if let Some(clients) = &mut sums.clients {
                for (row, revenue, margin, orders) in rows() {
                    let (gain, cost) = coefficients.of(revenue, margin, orders);
                    clients.net[row] = gain - cost;
                    clients.cost[row] = cost;
                }
            }
            return;
        }
        let spans = &mut self.spans[at];
        let activity = self.activities.get(spans.activity());
        let mut joined = Moments::default();
        let twelfth = participation / 12.0;
        for (row, revenue, margin, orders) in rows() {
            if case.asks_to_join && !case.program.joins(revenue, orders) {
                continue;
            }
            joined.add(revenue, margin, orders);
            let (mut gain, mut cost) = coefficients.of(revenue, margin, orders);
            if let (Some(activity), false) = (activity, case.stepped.is_empty()) {
                let (stepped_gain, stepped_cost) = spans.gather(case, activity, &self.curves, revenue, margin);
                gain += twelfth * stepped_gain;
                cost += twelfth * stepped_cost;
            }
            if let Some(clients) = &mut sums.clients {
                clients.net[row] = gain - cost;
                clients.cost[row] = cost;
            }
        }
        if let Some(held) = &mut sums.joined {
            let held = held.get_mut(cohort.segment);
            add_baseline(&mut held.baseline, &joined, &self.curves);
            add_members(&mut held.members, &joined, member);
        }
        if let Some(held) = &mut sums.stepped {
            spans.spread(case, held.get_mut(cohort.segment), member);
        }
    }
}

fn add_baseline(block: &mut Block<{ baseline::COLUMNS }>, moments: &Moments, curves: &Curves) {
    let factors = [moments.revenue, moments.gross, moments.orders];
    block.add::<{ baseline::ORDERS }>(&factors, &curves.baseline, &curves.staying);
}

fn add_members(block: &mut Block<{ members::COLUMNS }>, moments: &Moments, member: &MemberCurves) {
    let factors = [moments.revenue, moments.gross, moments.clients, moments.margin, moments.orders];
    block.add::<{ members::PRESENT }>(&factors, &member.revenue, &member.present);
}
