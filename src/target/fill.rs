//! Fills the grid around the locked cells.

use super::allocate::allocate;
use super::balance::Balance;
use super::grid::{Grid, GridShape};
use super::holding::Holding;
use super::lock::{Conflict, ImpossibleLocks, Lock, TotalOf};

impl GridShape {
    /// The targets with these locks. Every total that is to hold does, to the smallest unit, or the locks are refused
    /// with the reasons.
    pub fn fill(&self, locks: &[Lock], holding: Holding) -> Result<Grid, ImpossibleLocks> {
        let (locked, stale) = self.places(locks);
        let mut open: Vec<f64> = self.weights.clone();
        open.iter_mut().zip(&locked).filter(|(_, lock)| lock.is_some()).for_each(|(weight, _)| *weight = 0.0);
        let mut cells = match holding {
            Holding::All => self.fill_both(&locked, &open),
            Holding::Months => self.fill_lines(&locked, &open, Line::Month),
            Holding::Rows => self.fill_lines(&locked, &open, Line::Row),
            Holding::Whole => self.fill_lines(&locked, &open, Line::Whole),
        }
        .map_err(|conflicts| ImpossibleLocks { conflicts })?;
        for (cell, lock) in cells.iter_mut().zip(&locked) {
            *cell = lock.unwrap_or(*cell);
        }
        Ok(Grid {
            months: self.months.clone(),
            rows: self.rows.clone(),
            cells,
            locked: locked.iter().map(Option::is_some).collect(),
            stale,
        })
    }

    fn fill_both(&self, locked: &[Option<i64>], open: &[f64]) -> Result<Vec<i64>, Vec<Conflict>> {
        let mut conflicts = Vec::new();
        let mut left_of = |line: Line| -> Vec<i64> {
            let of_line = |at: usize| {
                let left = self.left(locked, line, at);
                let has_room = self.cells_of(line, at).any(|place| open[place] > 0.0);
                conflicts.extend(self.conflict(line, at, left, has_room));
                left
            };
            (0..self.lines(line)).map(of_line).collect()
        };
        let (rows, columns) = (left_of(Line::Row), left_of(Line::Month));
        if !conflicts.is_empty() {
            return Err(conflicts);
        }
        Balance { weights: open, rows: &rows, columns: &columns }.fill().map_err(|crossed| {
            let rows = crossed.rows.into_iter().map(|row| self.rows[row].clone()).collect();
            let months = crossed.columns.into_iter().map(|column| self.months[column]).collect();
            vec![Conflict::Crossed { rows, months, by: crossed.by }]
        })
    }

    /// Each line by itself.
    fn fill_lines(&self, locked: &[Option<i64>], open: &[f64], line: Line) -> Result<Vec<i64>, Vec<Conflict>> {
        let mut cells = vec![0; self.weights.len()];
        let mut conflicts = Vec::new();
        for at in 0..self.lines(line) {
            let left = self.left(locked, line, at);
            let places: Vec<usize> = self.cells_of(line, at).collect();
            let weights: Vec<f64> = places.iter().map(|place| open[*place]).collect();
            match allocate(left.max(0), &weights) {
                Some(parts) => places.into_iter().zip(parts).for_each(|(place, part)| cells[place] = part),
                None => conflicts.extend(self.conflict(line, at, left, false).filter(|_| left >= 0)),
            }
            conflicts.extend(self.conflict(line, at, left, true));
        }
        if conflicts.is_empty() { Ok(cells) } else { Err(conflicts) }
    }

    fn conflict(&self, line: Line, at: usize, left: i64, has_room: bool) -> Option<Conflict> {
        let total = || match line {
            Line::Row => TotalOf::Row(self.rows[at].clone()),
            Line::Month => TotalOf::Month(self.months[at]),
            Line::Whole => TotalOf::Whole,
        };
        match left {
            ..=-1 => Some(Conflict::Above { total: total(), by: -left }),
            1.. if !has_room => Some(Conflict::Below { total: total(), by: left }),
            _ => None,
        }
    }

    fn lines(&self, line: Line) -> usize {
        match line {
            Line::Row => self.rows.len(),
            Line::Month => self.months.len(),
            Line::Whole => 1,
        }
    }

    fn cells_of(&self, line: Line, at: usize) -> impl Iterator<Item = usize> + use<> {
        let (width, all) = (self.months.len(), self.weights.len());
        match line {
            Line::Row => (at * width..(at + 1) * width).step_by(1),
            Line::Month => (at..all).step_by(width),
            Line::Whole => (0..all).step_by(1),
        }
    }

    /// What a line's total leaves to the cells that are not locked.
    fn left(&self, locked: &[Option<i64>], line: Line, at: usize) -> i64 {
        let total = match line {
            Line::Row => self.row_totals[at],
            Line::Month => self.month_totals[at],
            Line::Whole => self.total,
        };
        self.cells_of(line, at).filter_map(|place| locked[place]).fold(total, i64::saturating_sub)
    }
}

#[derive(Clone, Copy)]
enum Line {
    Row,
    Month,
    Whole,
}
