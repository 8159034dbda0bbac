//! Facts, forecasts, the launch gate and the personal plan.

use proptest::prelude::*;

use super::fixture::{TODAY, base, manager, plan, settings, team};
use super::{
    Activity, Attainment, ClientHistory, Combine, Fact, Facts, Gap, GoalKind, Grid, GridShape, Holding, ManagerId,
    Measure, Method, Plan, Role, Scope, Seasonality, facts_of_history, forecast, launch_gate,
};
use crate::kpi::{Kpi, KpiSettings, KpiTarget, Light, Thresholds};
use crate::segment::Segment;
use crate::workbook::Month;

const FIRST: Month = Month(2027 * 12);

fn fact(month: i32, value: f64) -> Fact {
    let manager = Some(ManagerId("Ann".to_owned()));
    Fact { month: FIRST + month, manager, segment: Some(Segment::Small), measure: Measure::Revenue, value }
}

fn year() -> (Plan, Grid) {
    let plan = plan(&settings(GoalKind::Revenue, 12e6), &team(), &base());
    let grid = GridShape::of(&plan).expect("targets").fill(&[], Holding::All).expect("a grid");
    (plan, grid)
}

#[test]
fn what_was_not_recorded_is_missing_and_not_zero() {
    let facts = Facts::new([fact(0, 5.0), fact(2, 0.0), Fact { value: f64::NAN, ..fact(1, 0.0) }]);
    let months = facts.by_month(Measure::Revenue, &Scope::months(FIRST, FIRST + 2));
    assert_eq!(months, [(FIRST, Some(5.0)), (FIRST + 1, None), (FIRST + 2, Some(0.0))]);
    let sum = facts.value(Measure::Revenue, &Scope::months(FIRST, FIRST + 2)).expect("a sum");
    assert_eq!((sum.value, sum.months), (5.0, 2));
    assert_eq!(facts.value(Measure::Revenue, &Scope::months(FIRST + 1, FIRST + 1)), None);
    assert_eq!(facts.value(Measure::Revenue, &Scope::months(FIRST + 2, FIRST)), None);
}

#[test]
fn facts_become_one_as_their_measure_says() {
    #[track_caller]
    fn check(measure: Measure, combine: Combine, expected: f64) {
        assert_eq!(measure.combine(), combine);
        let of = |month, value| Fact { measure, ..fact(month, value) };
        let facts = Facts::new([of(0, 1.0), of(0, 2.0), of(1, 9.0)]);
        let value = facts.value(measure, &Scope::months(FIRST, FIRST + 1)).map(|of| of.value);
        assert_eq!(value, Some(expected));
    }
    check(Measure::Leads, Combine::Sum, 12.0);
    check(Measure::Receivables, Combine::Latest, 9.0);
    check(Measure::ActiveClients, Combine::MeanOfMonths, 6.0);
    check(Measure::ResponseHours, Combine::Median, 2.0);
}

#[test]
fn measures_and_key_figures_are_read_back_by_their_key() {
    for measure in Measure::ALL {
        assert_eq!(measure.key().parse(), Ok(*measure));
        assert_eq!(serde_json::to_string(measure).expect("text"), format!("\"{}\"", measure.key()));
    }
    for kpi in Kpi::ALL {
        assert_eq!(kpi.key().parse(), Ok(*kpi));
    }
}

#[test]
fn months_without_facts_count_neither_for_nor_against() {
    let (plan, grid) = year();
    let facts = Facts::new([fact(0, 1e6), fact(2, 1e6)]);
    let scope = Scope::months(FIRST, FIRST + 3);
    let months = Attainment::by_month(&grid, plan.settings.units(), &facts, &scope, Thresholds::default());
    assert_eq!(months[1].share, None);
    assert_eq!(months[1].light, None);
    let so_far = Attainment::so_far(&months, Thresholds::default()).expect("facts");
    assert!((so_far.target - months[0].target - months[2].target).abs() < 1e-9);
    assert_eq!(so_far.fact, Some(2e6));
    assert_eq!(so_far.light, Some(Light::Green));
    assert_eq!(Attainment::so_far(&months[3..], Thresholds::default()), None);
}

#[track_caller]
fn check_forecast(method: Method, values: &[Option<f64>], closed: i32, season: &Seasonality, total: Option<f64>) {
    let facts: Vec<_> = values.iter().enumerate().map(|(at, value)| (FIRST + at as i32, *value)).collect();
    let found = forecast(method, &facts, FIRST + closed, season).map(|of| of.total);
    let is_near = match (found, total) {
        (Some(found), Some(total)) => (found - total).abs() < 1e-9 * total.abs().max(1.0),
        (found, total) => found == total,
    };
    assert!(is_near, "{found:?} is not {total:?}");
}

#[test]
fn forecasts_follow_their_method() {
    let even = Seasonality::default();
    let mut rising = [1.0; 12];
    rising[2] = 3.0;
    let rising = Seasonality(rising);
    check_forecast(Method::RunRate, &[Some(10.0), Some(20.0), None], 3, &even, Some(45.0));
    check_forecast(Method::RunRate, &[Some(10.0), Some(20.0), None], 3, &rising, Some(75.0));
    check_forecast(Method::Linear, &[Some(10.0), Some(20.0), None, None], 4, &even, Some(100.0));
    // A missing month is forecast too, and a month that is not over is no basis.
    check_forecast(Method::RunRate, &[Some(10.0), None, Some(20.0)], 3, &even, Some(45.0));
    check_forecast(Method::RunRate, &[Some(10.0), Some(1.0), None], 1, &even, Some(30.0));
    check_forecast(Method::RunRate, &[None, None], 2, &even, None);
    check_forecast(Method::Linear, &[Some(10.0), None], 2, &even, None);
}

#[test]
fn the_run_rate_opens() {
    let facts = [(FIRST, Some(10.0)), (FIRST + 1, Some(20.0)), (FIRST + 2, None)];
    let trace = super::Forecast::run_rate_trace(&facts, FIRST + 2, &Seasonality::default());
    assert_eq!(trace.value, Some(45.0));
}

#[test]
fn orders_become_facts_and_a_short_history_says_nothing_of_a_year() {
    let client = |months: &[(i32, f64)]| ClientHistory {
        segment: Segment::Small,
        manager: None,
        months: months.iter().map(|(month, revenue)| (FIRST + *month, *revenue, 1)).collect(),
    };
    // One stays, one is lost, one is new.
    let stays: Vec<(i32, f64)> = (0..15).map(|month| (month, 10.0)).collect();
    let histories = [client(&stays), client(&[(0, 5.0), (1, 5.0)]), client(&[(14, 7.0)])];
    let facts = Facts::new(facts_of_history(histories));
    let at =
        |measure, month: i32| facts.value(measure, &Scope::months(FIRST + month, FIRST + month)).map(|of| of.value);
    assert_eq!(at(Measure::Revenue, 0), Some(15.0));
    assert_eq!(at(Measure::Revenue, 14), Some(17.0));
    assert_eq!(at(Measure::Orders, 14), Some(2.0));
    assert_eq!(at(Measure::ActiveClients, 11), None);
    assert_eq!(at(Measure::ActiveClients, 12), Some(2.0));
    assert_eq!(at(Measure::LostClients, 13), Some(1.0));
    assert_eq!((at(Measure::ClientsAtStart, 13), at(Measure::ClientsKept, 13)), (Some(2.0), Some(1.0)));
    assert_eq!(at(Measure::NewClients, 14), Some(1.0));
    assert!(facts_of_history([]).is_empty());
}

#[test]
fn sales_start_once_every_role_has_targets() {
    let (plan, grid) = year();
    let mut kpis = KpiSettings::default();
    let hunter = Gap::RoleWithoutKpi(Role::Hunter);
    let papers = Gap::RoleWithoutKpi(Role::DocumentSpecialist);
    assert_eq!(launch_gate(&plan, Some(&grid), &kpis), [hunter.clone(), papers.clone()]);
    let target = |roles| KpiTarget { value: Some(1.0), thresholds: None, roles };
    kpis.targets.insert(Kpi::WinRate, target(vec![Role::Hunter]));
    kpis.targets.insert(Kpi::Dso, target(vec![Role::DocumentSpecialist]));
    assert_eq!(launch_gate(&plan, Some(&grid), &kpis), []);
    kpis.targets.insert(Kpi::Dso, KpiTarget { value: None, ..target(vec![Role::DocumentSpecialist]) });
    assert_eq!(launch_gate(&plan, Some(&grid), &kpis), [papers]);
    let gaps = launch_gate(&plan, None, &kpis);
    assert!(gaps.contains(&Gap::NoTargets));
    let alone = super::fixture::plan(&plan.settings, &[], &base());
    let grid = GridShape::of(&alone).expect("targets").fill(&[], Holding::All).expect("a grid");
    let gaps = launch_gate(&alone, Some(&grid), &kpis);
    assert!(gaps.contains(&Gap::NobodyInRole(Role::Hunter)));
    assert!(gaps.contains(&Gap::TargetsOfNobody(1_200_000_000)));
    assert!(!gaps.contains(&hunter));
}

#[test]
fn personal_plans_add_up_to_the_plan() {
    let (plan, grid) = year();
    let people: Vec<_> = ["Ann", "Bo", "Cy"].map(|id| ManagerId(id.to_owned())).to_vec();
    let facts = Facts::new([fact(0, 1e6)]);
    let plans: Vec<_> = people.iter().filter_map(|id| plan.personal(id, &grid, &facts)).collect();
    assert_eq!(plans.len(), 3);
    let target: f64 = plans.iter().map(|personal| personal.target).sum();
    assert!((target - 12e6).abs() < 1e-6);
    // The first day of Ann's plan lies before its first month: large clients take half a year. Nobody worked then…
    assert!(plans[0].months[0].month < FIRST && plans[0].months[0].attainment.is_none());
    let sum = |of: fn(&Activity) -> f64| plans[..2].iter().map(|personal| of(&personal.activity)).sum::<f64>();
    for (sum, quantity) in [
        (sum(|of| of.dials), crate::trace::Quantity::Dials),
        (sum(|of| of.meetings), crate::trace::Quantity::Meetings),
        (sum(|of| of.deals), crate::trace::Quantity::Deals),
    ] {
        let total = plan.total(quantity).expect("a total");
        assert!((sum - total).abs() < 1e-6 * total, "{sum} is not {total}");
    }
    assert_eq!(plans[0].so_far.and_then(|so_far| so_far.fact), Some(1e6));
    assert!(plans[2].target.abs() < 1e-9, "papers carry no revenue");
    let day = plans[0].activity.by_day(21.0);
    assert!((day.dials * 21.0 - plans[0].activity.dials).abs() < 1e-6);
    assert_eq!(plan.personal(&ManagerId("gone".to_owned()), &grid, &facts), None);
}

#[test]
fn points_of_the_chart_carry_plan_fact_and_forecast() {
    let (plan, grid) = year();
    let later = Plan { today: TODAY + 3, ..plan };
    let points = later.month_points(&grid, &Facts::new([fact(0, 10.0), fact(1, 20.0)]), Method::RunRate);
    assert_eq!(points.len(), 12);
    assert_eq!((points[1].fact, points[2].fact), (Some(20.0), None));
    assert!(points[2].forecast.is_some_and(|value| (value - 15.0).abs() < 1e-9));
    let sum: f64 = points.iter().map(|point| point.plan).sum();
    assert!((sum - 12e6).abs() < 1e-6);
    assert_eq!(points[0].break_even, Some(0.0));
    assert!(later.funnel(Segment::State).len() == 2 && later.funnel(Segment::Small).len() == 5);
}

#[test]
fn a_new_hunter_ramps_up() {
    let new = super::Manager { start: Some(FIRST), ..manager("New", Role::Hunter) };
    let ramp = |at: i32| new.ramp(FIRST + at);
    assert!(ramp(-1).abs() < 1e-12);
    assert!((ramp(0) - 1.0 / 3.0).abs() < 1e-12);
    assert_eq!((ramp(2), ramp(9)), (1.0, 1.0));
}

proptest! {
    /// Facts by segment add up to the facts of all.
    #[test]
    fn facts_of_the_segments_add_up(values in prop::collection::vec((0_usize..4, 0_i32..24, 0_i64..1_000_000), 0..60)) {
        let facts = Facts::new(values.iter().map(|(segment, month, cents)| Fact {
            segment: Some(Segment::ALL[*segment]),
            ..fact(*month, *cents as f64 / 100.0)
        }));
        let scope = Scope::months(FIRST, FIRST + 24);
        let of = |segment| facts.value(Measure::Revenue, &Scope { segment, ..scope }).map(|of| of.value);
        let parts: f64 = Segment::ALL.into_iter().filter_map(|segment| of(Some(segment))).sum();
        prop_assert!((parts - of(None).unwrap_or(0.0)).abs() < 1e-6);
        prop_assert_eq!(of(None).is_none(), values.is_empty());
    }
}
