//! From monthly sums to a program's result.

use std::sync::Arc;

use super::by_segment::BySegment;
use super::case::Case;
use super::engine::{Engine, baseline, members};
use super::liability::Promise;
use super::spans::stepped;
use super::{Flows, Horizon, Ifrs15, Kind, Liability, Outcome, Portfolio, ScenarioResult};
use crate::segment::Segment;

/// A segment's members, before and after all factors.
struct Part {
    flows: Flows,
    dead_weight: f64,
    members: f64,
    /// `E_k`
    revenue: Vec<f64>,
    /// Members present, `p·ΣS'_k`.
    present: Vec<f64>,
    /// Promised by steps.
    issued: Vec<f64>,
}

/// The result of a case after the pass.
pub(super) fn assemble(engine: &Engine, at: usize) -> ScenarioResult {
    let (case, horizon) = (&engine.cases[at], engine.horizon);
    let months = horizon.months();
    let parts = BySegment::from_fn(|segment| part(engine, at, segment));
    let outcome = |part: &Part| Outcome {
        dead_weight: part.dead_weight,
        members: part.members,
        ..finish(case, Outcome::of(&part.flows, horizon, 0.0, 0.0))
    };
    let mut flows = Flows::zero(months);
    let (mut revenue, mut issued, mut present) = (vec![0.0; months], vec![0.0; months], vec![0.0; months]);
    for (_, part) in parts.iter() {
        flows.add(&part.flows);
        add(&mut revenue, &part.revenue);
        add(&mut issued, &part.issued);
        add(&mut present, &part.present);
    }
    let yearly = case.program.yearly_cost();
    for month in 0..months {
        flows.running[month] += yearly / 12.0;
        flows.new_margin[month] += case.program.partner_margin() / 12.0;
    }
    let total = Outcome {
        dead_weight: parts.iter().map(|(_, part)| part.dead_weight).sum(),
        members: parts.iter().map(|(_, part)| part.members).sum(),
        ..finish(case, Outcome::of(&flows, horizon, case.program.common.setup_cost, fixed_cost(yearly, horizon)))
    };
    let promises = promises(case, &revenue, issued);
    let mut liability = Liability::zero(months);
    for promise in &promises {
        liability.add(promise);
    }
    for (month, present) in present.iter().enumerate() {
        let months_left = 11 - (month as u32) % 12;
        let fee = |kind: &Kind| match kind {
            Kind::Membership(membership) => membership.deferred_fee(months_left),
            _ => 0.0,
        };
        liability.deferred_fees[month] = present * case.program.components.iter().map(fee).sum::<f64>();
    }
    ScenarioResult {
        total,
        segments: BySegment::from_fn(|segment| outcome(parts.get(segment))),
        flows,
        ifrs15: Ifrs15::of(&revenue, &promises),
        liability,
        segment_flows: {
            let mut parts = parts;
            BySegment::from_fn(|segment| std::mem::take(&mut parts.get_mut(segment).flows))
        },
    }
}

fn fixed_cost(yearly: f64, horizon: Horizon) -> f64 {
    yearly * horizon.months() as f64 / 12.0
}

fn finish(case: &Case, outcome: Outcome) -> Outcome {
    let net_revenue = case.program.lowers_price().then_some(outcome.revenue - outcome.reward);
    Outcome { net_revenue, ..outcome }
}

fn add(sums: &mut [f64], values: &[f64]) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += value;
    }
}

/// One segment of a case.
fn part(engine: &Engine, at: usize, segment: Segment) -> Part {
    let (case, sums) = (&engine.cases[at], &engine.sums[at]);
    let months = engine.horizon.months();
    let all = engine.baseline.get(segment);
    let shared = engine.shared[case.shape].get(segment);
    let own = sums.joined.as_ref().map(|joined| joined.get(segment));
    let before = own.map_or(all, |own| &own.baseline);
    let after = own.map_or(shared, |own| &own.members);
    let steps = sums.stepped.as_ref().map(|steps| steps.get(segment));
    let participation = *case.participation.get(segment);
    let twelfth = participation / 12.0;
    let terms = &case.terms;
    let mut part = Part {
        flows: Flows::zero(months),
        dead_weight: twelfth * steps.map_or(0.0, |steps| steps.dead_weight),
        members: participation * after.0.first().map_or(0.0, |month| month[members::PRESENT]),
        revenue: vec![0.0; months],
        present: vec![0.0; months],
        issued: vec![0.0; months],
    };
    let mut new_clients = vec![0.0; case.referrals.len()];
    for month in 0..months {
        let uplift = case.uplift[month];
        let flows = &mut part.flows;
        let [member_base, member_gross, member_orders] = before.0[month];
        let [revenue, gross, present, margins, orders] = after.0[month];
        let [reward, issued, service, extra, extra_gross] =
            steps.map_or([0.0; stepped::COLUMNS], |steps| steps.months.0[month]);
        let extra = terms.extra_revenue * present + extra;
        let extra_gross = terms.extra_revenue * margins + extra_gross;
        flows.baseline[month] = all.0[month][baseline::REVENUE] / 12.0;
        flows.retention[month] = twelfth * (revenue - member_base);
        flows.uplift[month] = twelfth * (revenue * (uplift - 1.0) + extra);
        flows.revenue[month] = flows.baseline[month] + flows.retention[month] + flows.uplift[month];
        flows.margin[month] = twelfth * (gross * uplift - member_gross + extra_gross);
        flows.income[month] = twelfth * (terms.income_rate * revenue * uplift + terms.fee * present);
        flows.running[month] = twelfth * case.program.common.member_cost * present;
        flows.reward[month] = twelfth
            * (terms.rate * revenue * uplift
                + terms.rate_at_cost * (revenue - gross) * uplift
                + terms.per_order * orders * uplift
                + terms.per_member * present
                + reward
                + service);
        for ((referral, survival), clients) in case.referrals.iter().zip(&mut new_clients) {
            let new = twelfth * referral.new_clients() * present;
            *clients = *clients * survival + new;
            flows.new_margin[month] += *clients * referral.new_client_margin / 12.0;
            flows.reward[month] += new * (referral.referrer_reward + referral.welcome_reward);
        }
        part.dead_weight += twelfth
            * (terms.rate * member_base
                + terms.rate_at_cost * (member_base - member_gross)
                + terms.per_order * member_orders
                + terms.wasted * present);
        part.revenue[month] = twelfth * revenue * uplift;
        part.present[month] = participation * present;
        part.issued[month] = twelfth * issued;
    }
    part
}

/// What is promised on members' revenue, by component.
fn promises(case: &Case, revenue: &[f64], mut by_steps: Vec<f64>) -> Vec<Promise> {
    let issued = |rate: f64| revenue.iter().map(|revenue| revenue * rate).collect();
    let promise = |kind: &Kind| match kind {
        Kind::Points(points) => Some(Promise {
            issued: issued(points.rate()),
            redemption: points.redemption,
            valid_months: points.expiry_months,
            is_material_right: true,
        }),
        Kind::Coalition(coalition) => Some(Promise {
            issued: issued(coalition.points_per_currency * coalition.point_value),
            redemption: coalition.redemption,
            valid_months: coalition.expiry_months,
            is_material_right: true,
        }),
        // Several rebates of one program are one promise on the first one's terms.
        Kind::Rebate(rebate) => Some(Promise {
            issued: std::mem::take(&mut by_steps),
            redemption: rebate.attainment,
            valid_months: rebate.period() as f64,
            is_material_right: false,
        })
        .filter(|promise| !promise.issued.is_empty()),
        _ => None,
    };
    case.program.components.iter().filter_map(promise).collect()
}

/// What clients bring without any program, by segment.
pub(super) fn baseline_flows(portfolio: &Arc<Portfolio>, horizon: Horizon) -> BySegment<Flows> {
    let mut engine = Engine::new(Arc::clone(portfolio), horizon, Vec::new(), Vec::new());
    engine.advance(usize::MAX);
    BySegment::from_fn(|segment| {
        let mut flows = Flows::zero(horizon.months());
        for (month, sums) in engine.baseline.get(segment).0.iter().enumerate() {
            flows.baseline[month] = sums[baseline::REVENUE] / 12.0;
            flows.revenue[month] = sums[baseline::REVENUE] / 12.0;
        }
        flows
    })
}
