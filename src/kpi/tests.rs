//! The seventeen and the spare ones: golden numbers, and no number without data.

use super::{Board, Kpi, KpiSettings, KpiTarget, Light, Surroundings, evaluate};
use crate::segment::Segment;
use crate::target::{Fact, Facts, GridRow, GridShape, Holding, Manager, ManagerId, Measure, Role, Scope};
use crate::workbook::Month;

const JANUARY: Month = Month(2027 * 12);

fn ann() -> ManagerId {
    ManagerId("Ann".to_owned())
}

fn fact(month: i32, measure: Measure, value: f64) -> Fact {
    Fact { month: JANUARY + month, manager: Some(ann()), segment: Some(Segment::Small), measure, value }
}

fn month() -> Facts {
    let values = [
        (Measure::Leads, 200.0),
        (Measure::Opportunities, 40.0),
        (Measure::MarketingCost, 20_000.0),
        (Measure::SalesPay, 25_000.0),
        (Measure::ToolCost, 3_000.0),
        (Measure::NewClients, 10.0),
        (Measure::AttributedMargin, 50_000.0),
        (Measure::ResponseHours, 3.0),
        (Measure::Meetings, 60.0),
        (Measure::Won, 12.0),
        (Measure::Lost, 28.0),
        (Measure::WonValue, 60_000.0),
        (Measure::CycleDays, 480.0),
        (Measure::Revenue, 100_000.0),
        (Measure::CostOfGoods, 60_000.0),
        (Measure::Pipeline, 150_000.0),
        (Measure::Receivables, 50_000.0),
        (Measure::ClientsAtStart, 100.0),
        (Measure::ClientsKept, 80.0),
        (Measure::ActiveClients, 100.0),
        (Measure::Promoters, 50.0),
        (Measure::Detractors, 20.0),
        (Measure::Responses, 100.0),
        (Measure::RepeatRevenue, 70_000.0),
        (Measure::Wallet, 400_000.0),
    ];
    Facts::new(values.map(|(measure, value)| fact(0, measure, value)))
}

fn around<T>(then: impl FnOnce(&Surroundings) -> T) -> T {
    let rows = vec![GridRow { segment: Segment::Small, manager: Some(ann()) }];
    let months = vec![JANUARY, JANUARY + 1];
    let shape = GridShape::from_weights(months, rows, vec![1.0, 1.0], 25_000_000).expect("a shape");
    let grid = shape.fill(&[], Holding::All).expect("a grid");
    let person = |id: ManagerId, role| Manager { id, role, ..Manager::default() };
    let managers = [person(ann(), Role::Hunter), person(ManagerId("Cy".to_owned()), Role::DocumentSpecialist)];
    then(&Surroundings { grid: Some(&grid), units: 100.0, managers: &managers })
}

#[track_caller]
fn check(kpi: Kpi, expected: f64) {
    let scope = Scope::months(JANUARY, JANUARY);
    let value = around(|around| evaluate(kpi, &month(), &scope, around)).value.expect("a value");
    assert!((value - expected).abs() < 1e-9 * expected.abs().max(1.0), "{}: {value} is not {expected}", kpi.key());
}

#[test]
fn each_of_the_seventeen_follows_its_formula() {
    check(Kpi::QualifiedLeads, 200.0);
    check(Kpi::CostPerLead, 100.0);
    check(Kpi::LeadToOpportunity, 0.2);
    check(Kpi::Cac, 4_800.0);
    check(Kpi::Romi, 1.5);
    check(Kpi::FirstResponse, 3.0);
    check(Kpi::MeetingsPerManager, 60.0);
    check(Kpi::WinRate, 0.3);
    check(Kpi::SalesCycle, 40.0);
    check(Kpi::AverageDeal, 5_000.0);
    check(Kpi::PlanAttainment, 0.8);
    check(Kpi::PipelineCoverage, 6.0);
    check(Kpi::GrossMargin, 0.4);
    check(Kpi::Dso, 15.5);
    check(Kpi::Retention, 0.8);
    let churn = 1.0 - 0.8_f64.powf(1.0 / 12.0);
    check(Kpi::LtvToCac, 400.0 / churn / 4_800.0);
}

#[test]
fn so_do_the_spare_ones() {
    check(Kpi::Nps, 0.3);
    check(Kpi::RepeatRevenue, 0.7);
    check(Kpi::CacPayback, 12.0);
    check(Kpi::ShareOfWallet, 0.25);
    check(Kpi::Arpa, 1_000.0);
    check(Kpi::SalesVelocity, 40.0 * 0.3 * 5_000.0 / 40.0);
    assert_eq!(Kpi::seventeen().len(), 17);
    assert_eq!(Kpi::spare().len(), 6);
}

#[test]
fn without_facts_none_has_a_number() {
    let scope = Scope::months(JANUARY, JANUARY + 1);
    for kpi in Kpi::ALL {
        let trace = around(|around| evaluate(*kpi, &Facts::default(), &scope, around));
        assert_eq!(trace.value, None, "{}", kpi.key());
    }
}

#[test]
fn an_empty_denominator_is_no_data() {
    let facts = Facts::new([fact(0, Measure::Won, 0.0), fact(0, Measure::Lost, 0.0)]);
    let scope = Scope::months(JANUARY, JANUARY);
    assert_eq!(evaluate(Kpi::WinRate, &facts, &scope, &Surroundings::default()).value, None);
}

#[test]
fn only_months_that_have_all_inputs_are_divided() {
    let facts = Facts::new([
        fact(0, Measure::MarketingCost, 100.0),
        fact(0, Measure::Leads, 10.0),
        fact(1, Measure::MarketingCost, 900.0),
    ]);
    let scope = Scope::months(JANUARY, JANUARY + 1);
    assert_eq!(evaluate(Kpi::CostPerLead, &facts, &scope, &Surroundings::default()).value, Some(10.0));
}

#[test]
fn growth_compares_the_same_months_of_both_years() {
    let facts = Facts::new([
        fact(-12, Measure::Revenue, 100.0),
        fact(0, Measure::Revenue, 120.0),
        fact(1, Measure::Revenue, 500.0),
    ]);
    let scope = Scope::months(JANUARY, JANUARY + 1);
    let growth = evaluate(Kpi::RevenueGrowth, &facts, &scope, &Surroundings::default()).value.expect("a value");
    assert!((growth - 0.2).abs() < 1e-12);
}

#[test]
fn a_scope_picks_segment_and_manager() {
    let mut facts = month();
    let other = Some(ManagerId("Bo".to_owned()));
    facts.extend([Fact { manager: other.clone(), segment: None, ..fact(0, Measure::Leads, 50.0) }]);
    let leads = |segment, manager| {
        let scope = Scope { segment, manager, ..Scope::months(JANUARY, JANUARY) };
        evaluate(Kpi::QualifiedLeads, &facts, &scope, &Surroundings::default()).value
    };
    assert_eq!(leads(None, None), Some(250.0));
    assert_eq!(leads(Some(Segment::Small), None), Some(200.0));
    assert_eq!(leads(None, other.as_ref()), Some(50.0));
    assert_eq!(leads(Some(Segment::Large), None), None);
}

#[test]
fn the_board_has_lights_trends_and_what_is_lacking() {
    let mut settings = KpiSettings::default();
    settings.targets.insert(Kpi::QualifiedLeads, KpiTarget { value: Some(220.0), ..KpiTarget::default() });
    let scope = Scope::months(JANUARY, JANUARY + 1);
    let board = around(|around| Board::new(&settings, &month(), &scope, around));
    assert_eq!(board.rows.len(), 17);
    let row = |kpi| board.rows.iter().find(|row| row.kpi == kpi).expect("a row");
    assert_eq!(row(Kpi::QualifiedLeads).light, Some(Light::Amber));
    assert_eq!(row(Kpi::QualifiedLeads).trend, [(JANUARY, Some(200.0)), (JANUARY + 1, None)]);
    assert_eq!(row(Kpi::WinRate).light, Some(Light::Green), "by the published limits");
    assert_eq!(row(Kpi::GrossMargin).light, None, "nobody said what is good");
    let empty = around(|around| Board::new(&settings, &Facts::default(), &scope, around));
    assert_eq!(empty.rows[1].lacking, [Measure::MarketingCost, Measure::Leads]);
}

#[test]
fn a_spare_figure_takes_a_place() {
    let mut settings = KpiSettings::default();
    settings.swap(0, Kpi::Nps);
    assert_eq!(settings.shown[0], Kpi::Nps);
    settings.swap(1, Kpi::Nps);
    assert_eq!(settings.shown[1], Kpi::Nps);
    assert_eq!(settings.shown.len(), 17);
    settings.swap(17, Kpi::Arpa);
    assert_eq!(settings.shown.len(), 17);
}
