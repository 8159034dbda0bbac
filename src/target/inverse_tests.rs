//! Hours against people, and the plan the other way round.

use super::fixture::{TODAY, base, manager, near, plan, simple, team};
use super::{Capacity, ClientBase, GoalKind, Manager, PlanSettings, Role, RoleMonth, Workload, headcount};
use crate::segment::Segment;

#[test]
fn work_begins_a_cycle_before_the_deals() {
    let mut settings = simple(GoalKind::Revenue, 780_000.0);
    settings.segments.small.cycle_days = 75.0;
    let plan = plan(&settings, &team(), &ClientBase::default());
    let months = plan.work_months();
    assert_eq!(months.first(), Some(&(TODAY + 1 + -3)), "75 days are rounded to three months");
    near(plan.activity(Segment::Small, TODAY + 1 + -3).proposals, 400.0 / 12.0);
    near(plan.activity(Segment::Small, TODAY + 10).proposals, 0.0);
    let capacity = Capacity::of(&plan);
    assert!(capacity.of_role(Role::Hunter).next().is_some_and(RoleMonth::is_over));
}

#[test]
fn relief_solves_what_it_says() {
    let mut goal = simple(GoalKind::Revenue, 780_000.0);
    goal.segments.small.cycle_days = 0.0;
    let people = vec![manager("Ann", Role::Hunter), Manager { hours: 1e6, ..manager("Cy", Role::DocumentSpecialist) }];
    let tight = plan(&goal, &people, &ClientBase::default());
    let relief = Capacity::of(&tight).relief(Role::Hunter).expect("over its hours");
    let fits = |settings: &PlanSettings, people: &[Manager]| {
        let plan = plan(settings, people, &ClientBase::default());
        Capacity::of(&plan).relief(Role::Hunter).is_none()
    };
    let more = |count: u32| {
        let extra = (0..count).map(|at| manager(&at.to_string(), Role::Hunter));
        people.iter().cloned().chain(extra).collect::<Vec<_>>()
    };
    assert!(fits(&goal, &more(relief.people)));
    assert!(!fits(&goal, &more(relief.people - 1)));
    let mut lower = goal.clone();
    lower.goal.amount = Some(relief.revenue);
    assert!(fits(&lower, &people));
    lower.goal.amount = Some(relief.revenue * 1.01);
    assert!(!fits(&lower, &people));
    // Conversion: whatever factor it names does it.
    let factor = relief.conversion.expect("a factor");
    goal.segments.small.win *= factor;
    assert!(fits(&goal, &people));
    goal.segments.small.win /= 1.01;
    assert!(!fits(&goal, &people));
}

#[test]
fn the_reachable_goal_fills_the_hours_and_no_more() {
    let mut goal = simple(GoalKind::Revenue, 780_000.0);
    goal.segments.small.cycle_days = 0.0;
    let reach = plan(&goal, &team(), &ClientBase::default()).reachable();
    let steady = reach.steady.expect("a goal");
    goal.goal.amount = Some(steady.revenue);
    let load = Capacity::of(&plan(&goal, &team(), &ClientBase::default()));
    let worst = Role::ALL.into_iter().filter_map(|role| load.worst(role)?.load()).fold(0.0, f64::max);
    near(Some(worst), 1.0);
    // Even months and no cycle: using hours as they come can't beat the plan's shape by anything but the first month.
    assert!(reach.flexible.is_some_and(|flexible| flexible.revenue >= steady.revenue * (1.0 - 1e-9)));
    goal.goal.amount = Some(0.0);
    near(plan(&goal, &team(), &ClientBase::default()).reachable().steady.map(|of| of.revenue), steady.revenue);
}

#[test]
fn costs_are_covered_at_break_even() {
    let mut goal = simple(GoalKind::Revenue, 780_000.0);
    goal.fixed_costs = 5_000.0;
    goal.segments.small.cost_per_lead = 20.0;
    let even = plan(&goal, &team(), &ClientBase::default()).break_even().expect("a point");
    goal.goal.amount = Some(even.revenue);
    let at = plan(&goal, &team(), &ClientBase::default());
    assert!(at.requirement.profit().expect("a profit").abs() < 1e-6);
    // With enough margin from today's clients it lies below what they bring.
    let rich = plan(&goal, &team(), &base()).break_even().expect("a point");
    near(Some(rich.revenue), 60_000.0 / 0.3);
}

#[test]
fn the_workload_method_counts_the_people() {
    let each = |clients, visits| Workload { clients, visits, hours: 1.0 };
    assert_eq!(headcount(&[each(1_000.0, 36.0), each(2_000.0, 12.0)], 1_000.0).value, Some(60.0));
    assert_eq!(headcount(&[], 1_000.0).value, None);
}
