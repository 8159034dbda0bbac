//! The targets: every total holds, whatever is locked, or the locks are refused with the reason.

use proptest::prelude::*;

use super::fixture::{TODAY, base, manager, plan, settings, team};
use super::{
    Conflict, GoalKind, Grid, GridRow, GridShape, Holding, Lock, Manager, ManagerId, PlanSettings, Role, TotalOf,
};
use crate::segment::Segment;
use crate::trace::Origin;
use crate::workbook::Month;

const FIRST: Month = Month(2027 * 12);

fn rows(count: usize) -> Vec<GridRow> {
    let row = |at: usize| GridRow { segment: Segment::ALL[at % 4], manager: Some(ManagerId((at / 4).to_string())) };
    (0..count).map(row).collect()
}

fn shape(weights: &[&[f64]], total: i64) -> GridShape {
    let months = (0..weights[0].len() as i32).map(|at| FIRST + at).collect();
    GridShape::from_weights(months, rows(weights.len()), weights.concat(), total).expect("a shape")
}

fn lock(shape: &GridShape, row: usize, month: usize, value: i64) -> Lock {
    let GridRow { segment, manager } = shape.rows[row].clone();
    Lock { month: shape.months[month], segment, manager, value }
}

#[track_caller]
fn holds(shape: &GridShape, grid: &Grid) {
    for row in 0..shape.rows.len() {
        assert_eq!(grid.row_total(row), shape.row_totals[row], "row {row}");
    }
    for month in 0..shape.months.len() {
        assert_eq!(grid.month_total(month), shape.month_totals[month], "month {month}");
    }
    assert_eq!(grid.total(), shape.total);
}

#[track_caller]
fn refused(shape: &GridShape, locks: &[Lock], holding: Holding, conflict: &Conflict) {
    let conflicts = shape.fill(locks, holding).expect_err("impossible").conflicts;
    assert!(conflicts.contains(conflict), "{conflicts:?}");
}

#[test]
fn a_plans_targets_add_up_to_its_goal_to_the_cent() {
    let mut settings = settings(GoalKind::Revenue, 12_000_000.01);
    settings.segments.large.effort.deal = 3.0;
    let plan = plan(&settings, &team(), &base());
    let shape = GridShape::of(&plan).expect("targets");
    let grid = shape.fill(&[], Holding::All).expect("targets");
    assert_eq!(grid.total(), 1_200_000_001);
    holds(&shape, &grid);
    assert_eq!(grid.rows.len(), 4, "two hunters in two segments; nobody plans state or medium");
    assert_eq!(grid.sum(Some(Segment::Small), None, None) + grid.sum(Some(Segment::Large), None, None), grid.total());
}

#[test]
fn a_goal_below_what_comes_anyway_is_still_the_targets_sum() {
    let plan = plan(&settings(GoalKind::Revenue, 500_000.0), &team(), &base());
    let shape = GridShape::of(&plan).expect("targets");
    assert_eq!(shape.total, 50_000_000);
}

#[test]
fn who_comes_in_june_has_no_target_before() {
    let people = [manager("Ann", Role::Hunter), Manager { start: Some(FIRST + 5), ..manager("Late", Role::Hunter) }];
    let plan = plan(&settings(GoalKind::Revenue, 12e6), &people, &base());
    let grid = GridShape::of(&plan).expect("targets").fill(&[], Holding::All).expect("targets");
    let late = ManagerId("Late".to_owned());
    assert_eq!(grid.sum(None, Some(&late), Some(FIRST + 4)), 0);
    assert!(grid.sum(None, Some(&late), Some(FIRST + 5)) > 0);
}

#[test]
fn without_people_the_targets_are_nobodys() {
    let plan = plan(&settings(GoalKind::Revenue, 12e6), &[], &base());
    let grid = GridShape::of(&plan).expect("targets").fill(&[], Holding::All).expect("targets");
    assert!(grid.rows.iter().all(|row| row.manager.is_none()));
    assert_eq!(grid.total(), 1_200_000_000);
}

#[test]
fn a_locked_cell_is_made_up_for_in_its_row_and_its_month() {
    let shape = shape(&[&[1.0, 1.0, 1.0], &[1.0, 1.0, 1.0], &[1.0, 1.0, 1.0]], 900);
    let grid = shape.fill(&[lock(&shape, 0, 0, 160)], Holding::All).expect("a grid");
    assert_eq!(grid.row(0), [160, 70, 70]);
    assert_eq!(grid.row(1), [70, 115, 115]);
    assert!(grid.is_locked(0, 0) && !grid.is_locked(0, 1));
    holds(&shape, &grid);
}

#[test]
fn other_totals_hold_if_the_person_says_so() {
    let shape = shape(&[&[1.0, 1.0, 1.0], &[1.0, 1.0, 1.0]], 600);
    let locks = [lock(&shape, 0, 0, 160)];
    let by = |holding| shape.fill(&locks, holding).expect("a grid").cells;
    assert_eq!(by(Holding::Months), [160, 100, 100, 40, 100, 100]);
    assert_eq!(by(Holding::Rows), [160, 70, 70, 100, 100, 100]);
    assert_eq!(by(Holding::Whole), [160, 88, 88, 88, 88, 88]);
}

#[test]
fn impossible_locks_say_which_total_and_by_how_much() {
    let shape = shape(&[&[1.0, 1.0], &[1.0, 1.0]], 400);
    let (january, first_row) = (TotalOf::Month(FIRST), TotalOf::Row(shape.rows[0].clone()));
    let above = Conflict::Above { total: january.clone(), by: 50 };
    refused(&shape, &[lock(&shape, 0, 0, 150), lock(&shape, 1, 0, 100)], Holding::All, &above);
    let below = Conflict::Below { total: january, by: 30 };
    refused(&shape, &[lock(&shape, 0, 0, 100), lock(&shape, 1, 0, 70)], Holding::All, &below);
    refused(&shape, &[lock(&shape, 0, 0, 201)], Holding::Rows, &Conflict::Above { total: first_row.clone(), by: 1 });
    let row = [lock(&shape, 0, 0, 100), lock(&shape, 0, 1, 99)];
    refused(&shape, &row, Holding::Rows, &Conflict::Below { total: first_row, by: 1 });
    refused(&shape, &[lock(&shape, 0, 0, 401)], Holding::Whole, &Conflict::Above { total: TotalOf::Whole, by: 1 });
    let all: Vec<Lock> = (0..4).map(|at| lock(&shape, at / 2, at % 2, 99)).collect();
    refused(&shape, &all, Holding::Whole, &Conflict::Below { total: TotalOf::Whole, by: 4 });
}

/// Each total could be met by itself: only together they can't.
#[test]
fn crossed_locks_name_the_rows_and_the_months() {
    let shape = shape(&[&[1.0, 1.0, 1.0], &[1.0, 1.0, 1.0], &[1.0, 1.0, 1.0]], 900);
    // The first two rows are left with the first month alone, which has to take 2 × 250 of them.
    let locks: Vec<Lock> = [(0, 1), (0, 2), (1, 1), (1, 2)].map(|(row, month)| lock(&shape, row, month, 25)).to_vec();
    let conflicts = shape.fill(&locks, Holding::All).expect_err("impossible").conflicts;
    let crossed = Conflict::Crossed { rows: shape.rows[..2].to_vec(), months: vec![FIRST], by: 200 };
    assert_eq!(conflicts, [crossed]);
}

#[test]
fn locks_of_what_is_gone_are_told_apart() {
    let shape = shape(&[&[1.0, 1.0], &[1.0, 1.0]], 400);
    let gone = Lock { manager: Some(ManagerId("gone".to_owned())), ..lock(&shape, 0, 0, 1) };
    let past = Lock { month: FIRST + -1, ..lock(&shape, 0, 0, 1) };
    let grid = shape.fill(&[lock(&shape, 0, 0, 120), gone, past], Holding::All).expect("a grid");
    assert_eq!(grid.stale, [1, 2]);
    assert_eq!(grid.cell(0, 0), 120);
}

#[test]
fn a_cell_opens_to_its_row_and_month_or_to_its_lock() {
    let plan = plan(&settings(GoalKind::Revenue, 12e6), &team(), &base());
    let shape = GridShape::of(&plan).expect("targets");
    let grid = shape.fill(&[lock(&shape, 0, 0, 5_000_000)], Holding::All).expect("targets");
    let locked = plan.trace_cell(&shape, &grid, 0, 0).expect("a cell");
    assert_eq!((locked.value, locked.origin), (Some(50_000.0), Origin::Lock));
    let open = plan.trace_cell(&shape, &grid, 1, 1).expect("a cell");
    assert_eq!(open.value, Some(grid.cell(1, 1) as f64 / 100.0));
    assert_eq!(open.inputs().len(), 3);
}

#[test]
fn a_plan_without_a_goal_or_with_an_unreachable_one_has_no_grid() {
    let none = PlanSettings::starting(TODAY + 1);
    assert_eq!(GridShape::of(&plan(&none, &team(), &super::ClientBase::default())), None);
    let mut unreachable = settings(GoalKind::Profit, 1e6);
    for segment in Segment::ALL {
        unreachable.segments[segment].margin = Some(0.0);
    }
    assert_eq!(GridShape::of(&plan(&unreachable, &team(), &base())), None);
}

fn any_shape() -> impl Strategy<Value = GridShape> {
    let weight = prop_oneof![1 => Just(0.0), 4 => 0.001..1000.0_f64];
    (1_usize..14, 1_usize..14)
        .prop_flat_map(move |(rows, months)| {
            let weights = prop::collection::vec(weight.clone(), rows * months);
            (Just(rows), Just(months), weights, 0_i64..1_000_000_000_000)
        })
        .prop_filter_map("no weight", |(count, months, weights, total)| {
            let months = (0..months as i32).map(|at| FIRST + at).collect();
            GridShape::from_weights(months, rows(count), weights, total)
        })
}

proptest! {
    #[test]
    fn every_total_holds_for_any_weights(shape in any_shape()) {
        let grid = shape.fill(&[], Holding::All).expect("no locks can always be kept");
        holds(&shape, &grid);
        prop_assert!(grid.cells.iter().all(|cell| *cell >= 0));
        let closed = shape.weights.iter().zip(&grid.cells).filter(|(weight, _)| **weight <= 0.0);
        prop_assert!(closed.into_iter().all(|(_, cell)| *cell == 0));
    }

    /// Locks that a table exists for (they are taken out of one) are always met; any others are met or refused.
    #[test]
    fn every_total_holds_for_any_locks(
        shape in any_shape(),
        picks in prop::collection::vec((any::<prop::sample::Index>(), 0.0..3.0_f64), 0..12),
        shift in any::<bool>(),
    ) {
        let before = shape.fill(&[], Holding::All).expect("a grid");
        let locks: Vec<Lock> = picks.iter().map(|(pick, factor)| {
            let at = pick.index(before.cells.len());
            let factor = if shift { *factor } else { 1.0 };
            let value = (before.cells[at] as f64 * factor) as i64;
            lock(&shape, at / shape.months.len(), at % shape.months.len(), value)
        }).collect();
        match shape.fill(&locks, Holding::All) {
            Ok(grid) => {
                holds(&shape, &grid);
                let (values, _) = shape.places(&locks);
                for (cell, value) in grid.cells.iter().zip(values) {
                    prop_assert!(value.is_none_or(|value| value == *cell));
                    prop_assert!(*cell >= 0);
                }
                prop_assert_eq!(&grid, &shape.fill(&locks, Holding::All).expect("the same again"));
            }
            Err(impossible) => {
                prop_assert!(shift, "the table they were taken from exists");
                prop_assert!(!impossible.conflicts.is_empty());
            }
        }
    }

    #[test]
    fn the_totals_that_are_asked_for_hold(shape in any_shape(), at in any::<prop::sample::Index>(), part in 0.0..1.0_f64) {
        let at = at.index(shape.weights.len());
        let (row, month) = (at / shape.months.len(), at % shape.months.len());
        let value = (shape.row_totals[row].min(shape.month_totals[month]) as f64 * part) as i64;
        let locks = [lock(&shape, row, month, value)];
        if let Ok(grid) = shape.fill(&locks, Holding::Months) {
            prop_assert!((0..shape.months.len()).all(|month| grid.month_total(month) == shape.month_totals[month]));
        }
        if let Ok(grid) = shape.fill(&locks, Holding::Rows) {
            prop_assert!((0..shape.rows.len()).all(|row| grid.row_total(row) == shape.row_totals[row]));
        }
        if let Ok(grid) = shape.fill(&locks, Holding::Whole) {
            prop_assert_eq!(grid.total(), shape.total);
        }
    }
}
