//! Plans beside each other, and what the charts show of them.

use super::fixture::{TODAY, base, near, plan, settings, team};
use super::{
    Backlog, BridgeStep, GoalKind, Lock, Manager, Plan, PlanInputs, PlanSettings, Scenario, Uplift, compare,
    setting_differences, tornado,
};
use crate::segment::Segment;
use crate::trace::Quantity;

#[test]
fn the_bridge_goes_from_today_to_the_goal() {
    let mut settings = settings(GoalKind::Revenue, 12e6);
    settings.segments.small.growth = 0.1;
    let clients = base();
    let bars = plan(&settings, &team(), &clients).bridge(&clients);
    let steps: Vec<BridgeStep> = bars.iter().map(|bar| bar.step).collect();
    let (small, large) = (BridgeStep::New(Segment::Small), BridgeStep::New(Segment::Large));
    let expected = [BridgeStep::Today, BridgeStep::Churn, BridgeStep::Growth, small, large, BridgeStep::Goal];
    assert_eq!(steps, expected);
    near(bars.last().map(|bar| bar.to), 12e6);
    near(bars.iter().rev().nth(1).map(|bar| bar.to), 12e6);
}

#[test]
fn the_tornado_shows_both_directions() {
    let settings = settings(GoalKind::Revenue, 12e6);
    let (clients, managers) = (base(), team());
    let inputs = PlanInputs { settings: &settings, managers: &managers, clients: &clients, today: TODAY, uplift: None };
    let plan = Plan::new(&inputs);
    let bars = tornado(&inputs, &plan, 0.1);
    let win = bars.iter().find(|bar| bar.quantity == Quantity::WinRate).expect("a bar");
    let tenth = plan.work[win.segment].new_revenue * 0.1;
    near(Some(win.high), 12e6 + tenth);
    near(Some(win.low), 12e6 - tenth);
    assert!(bars.windows(2).all(|pair| (pair[0].high - pair[0].low).abs() >= (pair[1].high - pair[1].low).abs()));
}

#[test]
fn scenarios_are_compared_with_the_first() {
    let first = Scenario {
        id: "a".into(),
        name: "A".into(),
        settings: settings(GoalKind::Revenue, 12e6),
        ..Scenario::default()
    };
    let mut second = first.copy("b".into(), "B".into());
    assert!(!second.rename("  ") && second.rename(" Bold "));
    assert_eq!((second.name.as_str(), &second.settings), ("Bold", &first.settings));
    second.settings.goal.amount = Some(15e6);
    second.settings.segments.large.win = 0.2;
    let differences = setting_differences(&[&first.settings, &second.settings]);
    let named: Vec<_> = differences.iter().map(|of| (of.quantity, of.segment)).collect();
    assert_eq!(named, [(Quantity::Goal, None), (Quantity::WinRate, Some(Segment::Large))]);
    let plans = [plan(&first.settings, &team(), &base()), plan(&second.settings, &team(), &base())];
    let figures = compare(&[&plans[0], &plans[1]]);
    let goal = figures.iter().find(|of| of.quantity == Quantity::Goal).expect("a goal");
    assert_eq!((goal.difference(1), goal.change(1)), (Some(3e6), Some(0.25)));
    assert_eq!(goal.difference(0), Some(0.0));
}

#[test]
fn settings_are_read_back_and_older_ones_are_completed() {
    let mut settings = settings(GoalKind::Profit, 12e6);
    settings.backlog.push(Backlog { month: TODAY, amount: 5.0 });
    let text = serde_json::to_string(&settings).expect("text");
    assert_eq!(serde_json::from_str::<PlanSettings>(&text).expect("settings"), settings);
    assert_eq!(serde_json::from_str::<PlanSettings>("{}").expect("settings"), PlanSettings::default());
    let manager = team().remove(0);
    let text = serde_json::to_string(&manager).expect("text");
    assert_eq!(serde_json::from_str::<Manager>(&text).expect("a manager"), manager);
}

#[test]
fn a_scenario_is_read_back_with_its_people_and_locks() {
    let lock = Lock { month: TODAY, segment: Segment::State, manager: None, value: 5 };
    let settings = settings(GoalKind::Revenue, 12e6);
    let scenario = Scenario { id: "a".into(), name: "A".into(), settings, managers: team(), locks: vec![lock] };
    let text = serde_json::to_string(&scenario).expect("text");
    assert_eq!(serde_json::from_str::<Scenario>(&text).expect("a scenario"), scenario);
}

#[test]
fn a_loyalty_program_leaves_less_to_new_clients() {
    let (settings, clients) = (settings(GoalKind::Revenue, 12e6), base());
    let mut uplift = Uplift::default();
    uplift.revenue.small = vec![1_000.0; 12];
    uplift.margin.small = vec![250.0; 12];
    let inputs = PlanInputs { settings: &settings, managers: &[], clients: &clients, today: TODAY, uplift: None };
    let (without, with) = (Plan::new(&inputs), Plan::new(&PlanInputs { uplift: Some(&uplift), ..inputs }));
    let missing = |plan: &Plan| plan.requirement.new.expect("a plan");
    near(Some(missing(&without) - missing(&with)), 12_000.0);
    near(Some(with.requirement.existing_margin - without.requirement.existing_margin), 3_000.0);
    assert!(with.bridge(&clients).iter().any(|bar| bar.step == BridgeStep::Uplift));
}
