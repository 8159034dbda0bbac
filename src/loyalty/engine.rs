//! The pass over the clients: monthly sums by segment and case, and each client's net.
//!
//! A client's figures are his own numbers times curves that his cohort shares, so that no client is walked through the
//! months. Three things keep that exact where a program is not linear: whether a client joins a paid membership is
//! asked once; rates that follow from his purchases hold for whole spans of months; and a discount whose step cannot
//! change over the plan is one span.

use std::sync::Arc;

use super::activity::{Activity, Purchases};
use super::block::Block;
use super::by_segment::BySegment;
use super::case::Case;
use super::common::Effects;
use super::curves::{Curves, MemberCurves, Shape};
use super::portfolio::{Cohort, Moments, Portfolio};
use super::terms::StepTerms;
use super::{Horizon, Kind};

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

/// Columns of what follows from purchases, before participation; the order is that of [`Spans::gathered`].
pub(super) mod stepped {
    pub const REWARD: usize = 0;
    pub const ISSUED: usize = 1;
    pub const SERVICE: usize = 2;
    pub const EXTRA: usize = 3;
    pub const EXTRA_GROSS: usize = 4;
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

/// What follows from purchases, of a segment.
#[derive(Clone, Debug)]
pub(super) struct Stepped {
    pub months: Block<{ stepped::COLUMNS }>,
    /// Reward on revenue that would have come anyway.
    pub dead_weight: f64,
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

/// What a case with steps needs of a cohort, kept between chunks.
#[derive(Clone, Debug, Default)]
struct Spans {
    /// Whether the spans of the cohort are computed: only once a client needs them.
    is_entered: bool,
    /// Which activity is the case's.
    activity: usize,
    /// By span and component.
    purchases: Vec<Purchases>,
    /// Σ of member revenue, presence and baseline over each span.
    sums: Vec<SpanSums>,
    whole: SpanSums,
    /// Coefficients gathered over a chunk, by span.
    gathered: Vec<[f64; stepped::COLUMNS]>,
    /// The same of clients whose terms hold for the whole plan.
    steady: [f64; stepped::COLUMNS],
}

#[derive(Clone, Copy, Debug, Default)]
struct SpanSums {
    revenue: f64,
    present: f64,
    baseline: f64,
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
            spans.push(Spans { activity: known.unwrap_or(effects.len().saturating_sub(1)), ..Spans::default() });
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
            spans.is_entered = false;
            spans.whole = SpanSums {
                revenue: member.revenue_sum + case.effects.uplift * member.revenue_ramped,
                present: member.present_sum,
                baseline: self.curves.baseline_sum,
            };
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
        let activity = self.activities.get(spans.activity);
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

/// Net and cost of a client as a linear form of his revenue, margin and orders.
struct Coefficients {
    gain_gross: f64,
    gain_revenue: f64,
    gain_margin: f64,
    gain_client: f64,
    cost_revenue: f64,
    cost_gross: f64,
    cost_orders: f64,
    cost_client: f64,
}

impl Coefficients {
    fn new(case: &Case, curves: &Curves, member: &MemberCurves, participation: f64) -> Self {
        let twelfth = participation / 12.0;
        let terms = &case.terms;
        // Σ G_k·S'_k·U_k and Σ S'_k·U_k
        let bought = member.revenue_sum + case.effects.uplift * member.revenue_ramped;
        let active = member.present_sum + case.effects.uplift * member.present_ramped;
        let at_cost = twelfth * terms.rate_at_cost * bought;
        let mut new_margin = 0.0;
        let mut new_cost = 0.0;
        for (referral, survival) in &case.referrals {
            let new = referral.new_clients();
            let staying = new_client_months(&member.present, *survival);
            new_margin += twelfth * new * staying * referral.new_client_margin / 12.0;
            new_cost += twelfth * new * member.present_sum * (referral.referrer_reward + referral.welcome_reward);
        }
        Self {
            gain_gross: twelfth * (bought - curves.baseline_sum),
            gain_revenue: twelfth * terms.income_rate * bought,
            gain_margin: twelfth * terms.extra_revenue * member.present_sum,
            gain_client: twelfth * terms.fee * member.present_sum + new_margin,
            cost_revenue: twelfth * terms.rate * bought + at_cost,
            cost_gross: -at_cost,
            cost_orders: twelfth * terms.per_order * active,
            cost_client: twelfth * (terms.per_member + case.program.common.member_cost) * member.present_sum + new_cost,
        }
    }

    fn of(&self, revenue: f64, margin: f64, orders: f64) -> (f64, f64) {
        let gross = margin * revenue;
        let gain = self.gain_gross * gross + self.gain_revenue * revenue + self.gain_margin * margin + self.gain_client;
        let cost = self.cost_revenue * revenue + self.cost_gross * gross + self.cost_orders * orders + self.cost_client;
        (gain, cost)
    }
}

/// Months that new clients stay within the plan, where in each month as many come as members are present:
/// `Σ_j S'_j·(1 + s + … + s^(T−j))`, from the last month backwards.
fn new_client_months(present: &[f64], survival: f64) -> f64 {
    let (mut months, mut sum) = (0.0, 0.0);
    for present in present.iter().rev() {
        months = 1.0 + survival * months;
        sum += present * months;
    }
    sum
}

impl Spans {
    /// Computes the spans of a cohort.
    fn enter(&mut self, case: &Case, activity: &Activity, curves: &Curves) {
        let member = &curves.members[case.shape];
        let months = case.uplift.len();
        self.is_entered = true;
        self.sums.clear();
        self.purchases.clear();
        for start in (0..months).step_by(case.piece) {
            let mut sums = SpanSums::default();
            for month in start..months.min(start + case.piece) {
                sums.revenue += member.revenue[month] * case.uplift[month];
                sums.present += member.present[month];
                sums.baseline += curves.baseline[month];
            }
            self.sums.push(sums);
            self.purchases.extend(case.stepped.iter().map(|kind| kind.purchases(activity, start + 1)));
        }
        self.gathered.clear();
        self.gathered.resize(self.sums.len(), [0.0; stepped::COLUMNS]);
    }

    /// Gathers a client's terms by span; his gain and cost, before participation and a year's twelfth.
    fn gather(&mut self, case: &Case, activity: &Activity, curves: &Curves, revenue: f64, margin: f64) -> (f64, f64) {
        let mut rate = 0.0;
        let is_steady = case.stepped.iter().all(|kind| match kind {
            Kind::Discount(discount) if discount.is_steady(revenue, activity.least, activity.most) => {
                rate += discount.rate(revenue * activity.least, margin);
                true
            }
            _ => false,
        });
        if is_steady {
            let terms = StepTerms { rate, ..StepTerms::default() };
            return gather_span(&mut self.steady, &self.whole, &terms, revenue, margin);
        }
        if !self.is_entered {
            self.enter(case, activity, curves);
        }
        let kinds = case.stepped.len();
        let (mut gain, mut cost) = (0.0, 0.0);
        for (span, (sums, gathered)) in self.sums.iter().zip(&mut self.gathered).enumerate() {
            let mut terms = StepTerms::default();
            for (kind, purchases) in case.stepped.iter().zip(&self.purchases[span * kinds..]) {
                terms += kind.stepped_terms(revenue, margin, *purchases);
            }
            let (more_gain, more_cost) = gather_span(gathered, sums, &terms, revenue, margin);
            gain += more_gain;
            cost += more_cost;
        }
        (gain, cost)
    }

    /// Spreads what was gathered over the months, and begins anew.
    fn spread(&mut self, case: &Case, held: &mut Stepped, member: &MemberCurves) {
        let steady = std::mem::take(&mut self.steady);
        held.dead_weight += steady[stepped::REWARD] * self.whole.baseline;
        // Steady terms are a discount's, and have no other column.
        let rewarded = member.revenue.iter().zip(&case.uplift);
        for (held, (revenue, uplift)) in held.months.0.iter_mut().zip(rewarded) {
            held[stepped::REWARD] += steady[stepped::REWARD] * revenue * uplift;
        }
        if !self.is_entered {
            return;
        }
        for (span, (gathered, sums)) in self.gathered.iter_mut().zip(&self.sums).enumerate() {
            let [reward, issued, service, extra, extra_gross] = std::mem::take(gathered);
            held.dead_weight += reward * sums.baseline;
            let start = span * case.piece;
            let end = case.uplift.len().min(start + case.piece);
            let curves =
                member.revenue[start..end].iter().zip(&member.present[start..end]).zip(&case.uplift[start..end]);
            for (held, ((revenue, present), uplift)) in held.months.0[start..end].iter_mut().zip(curves) {
                let bought = revenue * uplift;
                held[stepped::REWARD] += reward * bought;
                held[stepped::ISSUED] += issued * bought;
                held[stepped::SERVICE] += service * present;
                held[stepped::EXTRA] += extra * present;
                held[stepped::EXTRA_GROSS] += extra_gross * present;
            }
        }
    }
}

/// Adds a client's terms to a span; his gain and cost in it.
fn gather_span(
    gathered: &mut [f64; stepped::COLUMNS],
    sums: &SpanSums,
    terms: &StepTerms,
    revenue: f64,
    margin: f64,
) -> (f64, f64) {
    let rewarded = terms.rate * revenue;
    let gross = terms.extra_revenue * margin;
    gathered[stepped::REWARD] += rewarded;
    gathered[stepped::ISSUED] += terms.issued * revenue;
    gathered[stepped::SERVICE] += terms.per_member;
    gathered[stepped::EXTRA] += terms.extra_revenue;
    gathered[stepped::EXTRA_GROSS] += gross;
    (gross * sums.present, rewarded * sums.revenue + terms.per_member * sums.present)
}
