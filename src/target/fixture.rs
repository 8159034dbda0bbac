//! Plans for tests.

use proptest::prelude::*;

use super::{
    BySegment, ClientBase, ClientInput, Goal, GoalKind, Manager, ManagerId, Plan, PlanInputs, PlanSettings, Role,
    Seasonality, SegmentSettings,
};
use crate::segment::Segment;
use crate::workbook::{Day, Month};

pub const TODAY: Month = Month(2026 * 12 + 11);

pub fn today() -> Day {
    Day::new(2026, 12, 15).expect("a day")
}

pub fn client(segment: Segment, revenue: f64) -> ClientInput {
    ClientInput {
        segment,
        revenue: Some(revenue),
        margin: Some(0.3),
        churn: Some(0.2),
        orders: Some(10.0),
        last_order: None,
    }
}

pub fn manager(id: &str, role: Role) -> Manager {
    Manager { id: ManagerId(id.to_owned()), name: id.to_owned(), role, ..Manager::default() }
}

/// Settings for a goal over the year 2027.
pub fn settings(kind: GoalKind, amount: f64) -> PlanSettings {
    PlanSettings { goal: Goal { kind, amount: Some(amount) }, ..PlanSettings::starting(TODAY + 1) }
}

/// A client base of one million in each of two segments.
pub fn base() -> ClientBase {
    ClientBase::new([client(Segment::Small, 1_000_000.0), client(Segment::Large, 1_000_000.0)], today())
}

pub fn team() -> Vec<Manager> {
    vec![manager("Ann", Role::Hunter), manager("Bo", Role::Hunter), manager("Cy", Role::DocumentSpecialist)]
}

pub fn plan(settings: &PlanSettings, managers: &[Manager], clients: &ClientBase) -> Plan {
    Plan::new(&PlanInputs { settings, managers, clients, today: TODAY, uplift: None })
}

/// Any settings of a segment that lead somewhere.
fn any_segment() -> impl Strategy<Value = SegmentSettings> {
    let rate = 0.02..1.0_f64;
    let rates = (rate.clone(), rate.clone(), rate.clone(), rate.clone(), rate);
    let sale = (10.0..50_000.0_f64, 0.5..20.0_f64, 0.05..0.6_f64, 0.0..0.9_f64);
    (rates, sale, 0.0..0.5_f64, 0.0..40.0_f64, 0.0..200.0_f64, 0.0..0.99_f64, any::<bool>()).prop_map(
        |(
            (win, proposal, meeting, talk, lead),
            (sale, sales, margin, weight),
            churn,
            cost,
            cycle,
            inbound,
            by_bids,
        )| {
            SegmentSettings {
                weight: Some(weight + 0.01),
                margin: Some(margin),
                churn,
                average_sale: Some(sale),
                sales_per_year: Some(sales),
                win,
                meeting_to_proposal: proposal,
                talk_to_meeting: meeting,
                dial_to_talk: talk,
                lead_to_deal: lead,
                inbound,
                // Leads for at most a fifth of a year's margin, so that a profit can be made.
                cost_per_lead: cost / 200.0 * lead * sale * sales * margin / 12.0,
                cycle_days: cycle,
                by_bids,
                ..SegmentSettings::default()
            }
        },
    )
}

pub fn any_settings() -> impl Strategy<Value = PlanSettings> {
    let segments = (any_segment(), any_segment(), any_segment(), any_segment());
    let season = prop::array::uniform12(0.1..3.0_f64);
    (segments, season, 1_u8..=36, 0.0..1e5_f64).prop_map(
        |((small, medium, large, state), season, months, fixed_costs)| PlanSettings {
            segments: BySegment { small, medium, large, state },
            seasonality: Seasonality(season),
            months,
            fixed_costs,
            ..PlanSettings::starting(TODAY + 1)
        },
    )
}

pub fn any_clients() -> impl Strategy<Value = Vec<ClientInput>> {
    let client = (0_usize..4, 0.0..1e6_f64, prop::option::of(0.0..0.9_f64), prop::option::of(0.0..0.9_f64));
    let client = client.prop_map(|(segment, revenue, margin, churn)| ClientInput {
        segment: Segment::ALL[segment],
        revenue: Some(revenue),
        margin,
        churn,
        orders: None,
        last_order: None,
    });
    prop::collection::vec(client, 0..30)
}

#[track_caller]
pub fn near(value: Option<f64>, expected: f64) {
    let value = value.expect("a value");
    assert!((value - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{value} is not {expected}");
}

/// Only small clients, with round numbers.
pub fn simple(kind: GoalKind, amount: f64) -> PlanSettings {
    let mut settings = settings(kind, amount);
    settings.segments.small = SegmentSettings {
        weight: Some(1.0),
        margin: Some(0.3),
        average_sale: Some(1_000.0),
        sales_per_year: Some(12.0),
        ..SegmentSettings::of(Segment::Small)
    };
    settings
}
