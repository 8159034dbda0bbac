//! The targets: month × segment × manager, in the smallest unit of the currency.

use super::allocate::allocate;
use super::balance::Balance;
use super::capacity::hunter_shares;
use super::lock::{GridRow, Lock};
use super::manager::ManagerId;
use super::plan::Plan;
use crate::segment::Segment;
use crate::workbook::Month;

/// What the targets are before any lock: totals, and how they are spread. Calculated once for a plan; a lock needs
/// [`GridShape::fill`] alone.
#[derive(Clone, Debug, PartialEq)]
pub struct GridShape {
    pub months: Vec<Month>,
    /// By segment, then in the order of the managers.
    pub rows: Vec<GridRow>,
    /// Row by row. 0: nobody can have a target there.
    pub weights: Vec<f64>,
    pub row_totals: Vec<i64>,
    pub month_totals: Vec<i64>,
    pub total: i64,
}

/// The targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    pub months: Vec<Month>,
    pub rows: Vec<GridRow>,
    /// Row by row.
    pub cells: Vec<i64>,
    pub locked: Vec<bool>,
    /// Locks whose row or month is no longer in the plan, by their place; they count for nothing.
    pub stale: Vec<usize>,
}

impl GridShape {
    /// The shape of a plan's targets; nothing where the plan needs no revenue or has none to spread.
    pub fn of(plan: &Plan) -> Option<Self> {
        let total = (plan.requirement.required? * plan.settings.units()).round();
        if !(0.0..9.0e15).contains(&total) {
            return None;
        }
        let width = plan.months.len();
        let mut rows: Vec<GridRow> = Vec::new();
        let mut weights: Vec<f64> = Vec::new();
        for segment in Segment::ALL {
            let mut of_manager = vec![vec![0.0; width]; plan.managers.len()];
            let mut of_nobody = vec![0.0; width];
            for (at, month) in plan.months.iter().enumerate() {
                let revenue = plan.revenue_in(segment, at).max(0.0);
                let shares = hunter_shares(plan, segment, *month);
                if shares.is_empty() {
                    of_nobody[at] = revenue;
                }
                for (manager, share) in shares {
                    of_manager[manager][at] = revenue * share;
                }
            }
            let people = plan.managers.iter().map(|manager| Some(manager.id.clone())).zip(of_manager);
            for (manager, line) in people.chain([(None, of_nobody)]) {
                if line.iter().any(|weight| *weight > 0.0) {
                    rows.push(GridRow { segment, manager });
                    weights.extend(line);
                }
            }
        }
        Self::from_weights(plan.months.clone(), rows, weights, total as i64)
    }

    /// A shape with a total and weights of one's own; nothing without any weight.
    pub fn from_weights(months: Vec<Month>, rows: Vec<GridRow>, weights: Vec<f64>, total: i64) -> Option<Self> {
        if months.is_empty() || weights.len() != months.len() * rows.len() {
            return None;
        }
        let by_row: Vec<f64> = weights.chunks_exact(months.len()).map(|line| line.iter().sum()).collect();
        let by_month: Vec<f64> =
            (0..months.len()).map(|month| weights.iter().skip(month).step_by(months.len()).sum()).collect();
        let row_totals = allocate(total, &by_row)?;
        let month_totals = allocate(total, &by_month)?;
        let fits = Balance { weights: &weights, rows: &row_totals, columns: &month_totals }.fill().is_ok();
        let mut shape = Self { months, rows, weights, row_totals, month_totals, total };
        if !fits {
            shape.take_totals_of_cells();
        }
        Some(shape)
    }

    /// Where many cells are closed, rounded row and month totals may contradict each other by a unit. Then the cells are
    /// rounded first, and the totals are theirs.
    fn take_totals_of_cells(&mut self) {
        let width = self.months.len();
        let cells = allocate(self.total, &self.weights).unwrap_or_default();
        self.row_totals = cells.chunks_exact(width).map(|line| line.iter().sum()).collect();
        self.month_totals = (0..width).map(|month| cells.iter().skip(month).step_by(width).sum()).collect();
    }

    /// The place of a cell.
    pub fn place(&self, segment: Segment, manager: Option<&ManagerId>, month: Month) -> Option<usize> {
        let column = usize::try_from(month.since(*self.months.first()?)).ok()?;
        let row = self.rows.iter().position(|row| row.segment == segment && row.manager.as_ref() == manager)?;
        (column < self.months.len()).then(|| row * self.months.len() + column)
    }

    /// The places of locks in the table, and the locks that have none. The later of two locks of a cell wins.
    pub(super) fn places(&self, locks: &[Lock]) -> (Vec<Option<i64>>, Vec<usize>) {
        let mut values = vec![None; self.weights.len()];
        let mut stale = Vec::new();
        for (at, lock) in locks.iter().enumerate() {
            match self.place(lock.segment, lock.manager.as_ref(), lock.month) {
                Some(place) => values[place] = Some(lock.value),
                None => stale.push(at),
            }
        }
        (values, stale)
    }
}

impl Grid {
    pub fn cell(&self, row: usize, month: usize) -> i64 {
        self.cells[row * self.months.len() + month]
    }

    pub fn is_locked(&self, row: usize, month: usize) -> bool {
        self.locked[row * self.months.len() + month]
    }

    pub fn row(&self, row: usize) -> &[i64] {
        &self.cells[row * self.months.len()..][..self.months.len()]
    }

    pub fn row_total(&self, row: usize) -> i64 {
        self.row(row).iter().sum()
    }

    pub fn month_total(&self, month: usize) -> i64 {
        self.cells.iter().skip(month).step_by(self.months.len()).sum()
    }

    pub fn total(&self) -> i64 {
        self.cells.iter().sum()
    }

    /// The sum of the cells that a segment, a manager and a month pick; `None` picks all.
    pub fn sum(&self, segment: Option<Segment>, manager: Option<&ManagerId>, month: Option<Month>) -> i64 {
        let is_row = |row: &GridRow| {
            segment.is_none_or(|segment| row.segment == segment)
                && manager.is_none_or(|manager| row.manager.as_ref() == Some(manager))
        };
        let rows = self.rows.iter().enumerate().filter(|(_, row)| is_row(row));
        let of_row = |at: usize| -> i64 {
            let cells = self.row(at).iter().zip(&self.months);
            cells.filter(|(_, of)| month.is_none_or(|month| **of == month)).map(|(cell, _)| cell).sum()
        };
        rows.map(|(at, _)| of_row(at)).sum()
    }
}
