//! Spreads whole numbers over a table so that every row and every column adds up exactly, as near to the weights as
//! that can be.
//!
//! Rows and columns are scaled in turn until both fit (the ratios between cells stay those of the weights), the cells
//! are rounded down, and what is left is placed: first by the largest fraction, then along paths that move other cells
//! out of the way. Where no path is left, no table exists, and the rows and columns reached say why.

/// A table to fill. Cells are row by row.
pub(super) struct Balance<'a> {
    /// 0 or below: the cell is closed and stays 0.
    pub weights: &'a [f64],
    pub rows: &'a [i64],
    pub columns: &'a [i64],
}

/// Rows that have to place more than the columns open to them can take.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Crossed {
    pub rows: Vec<usize>,
    pub columns: Vec<usize>,
    pub by: i64,
}

impl Balance<'_> {
    const ROUNDS: usize = 60;

    /// The cells. Row and column totals must not be negative and have the same sum.
    pub fn fill(&self) -> Result<Vec<i64>, Crossed> {
        let scaled = self.scaled();
        let mut cells: Vec<i64> = scaled.iter().map(|value| value.floor() as i64).collect();
        self.trim(&mut cells);
        let mut rows: Vec<i64> = (0..self.rows.len()).map(|row| self.rows[row] - self.row_sum(&cells, row)).collect();
        let mut columns: Vec<i64> =
            (0..self.columns.len()).map(|column| self.columns[column] - self.column_sum(&cells, column)).collect();
        let mut order: Vec<u32> = (0..cells.len() as u32).filter(|at| self.weights[*at as usize] > 0.0).collect();
        order.sort_by(|one, other| {
            let fraction = |at: &u32| scaled[*at as usize].fract();
            fraction(other).total_cmp(&fraction(one)).then(one.cmp(other))
        });
        for at in order {
            let at = at as usize;
            let (row, column) = (at / self.columns.len(), at % self.columns.len());
            if rows[row] > 0 && columns[column] > 0 {
                cells[at] += 1;
                rows[row] -= 1;
                columns[column] -= 1;
            }
        }
        while rows.iter().any(|left| *left > 0) {
            self.push(&mut cells, &mut rows, &mut columns)?;
        }
        Ok(cells)
    }

    fn row_sum(&self, cells: &[i64], row: usize) -> i64 {
        cells[row * self.columns.len()..][..self.columns.len()].iter().sum()
    }

    fn column_sum(&self, cells: &[i64], column: usize) -> i64 {
        cells.iter().skip(column).step_by(self.columns.len()).sum()
    }

    /// Weights scaled to the totals.
    fn scaled(&self) -> Vec<f64> {
        let width = self.columns.len();
        let mut cells: Vec<f64> = self.weights.iter().map(|weight| weight.max(0.0)).collect();
        for round in 0..Self::ROUNDS {
            let mut sums = vec![0.0; width];
            for row in cells.chunks_exact(width) {
                sums.iter_mut().zip(row).for_each(|(sum, cell)| *sum += cell);
            }
            let off = |(sum, total): (&f64, &i64)| (sum - *total as f64).abs();
            let is_near = sums.iter().zip(self.columns).map(off).fold(0.0, f64::max) < 0.01;
            if round > 0 && is_near {
                break;
            }
            let factors: Vec<f64> =
                sums.iter().zip(self.columns).map(|(sum, total)| ratio(*total as f64, *sum)).collect();
            for (row, total) in cells.chunks_exact_mut(width).zip(self.rows) {
                row.iter_mut().zip(&factors).for_each(|(cell, factor)| *cell *= factor);
                let factor = ratio(*total as f64, row.iter().sum());
                for cell in row {
                    *cell *= factor;
                }
            }
        }
        cells
    }

    /// Takes off what rounding or an unfinished scaling has put above a total.
    fn trim(&self, cells: &mut [i64]) {
        let width = self.columns.len();
        for row in 0..self.rows.len() {
            let over = self.row_sum(cells, row) - self.rows[row];
            take_off(cells, (row * width..(row + 1) * width).collect(), over);
        }
        for column in 0..width {
            let over = self.column_sum(cells, column) - self.columns[column];
            take_off(cells, (column..cells.len()).step_by(width).collect(), over);
        }
    }

    /// Places as much as one path takes.
    fn push(&self, cells: &mut [i64], rows: &mut [i64], columns: &mut [i64]) -> Result<(), Crossed> {
        let width = columns.len();
        // From which row a column was reached, and from which column a row.
        let mut column_from: Vec<Option<usize>> = vec![None; width];
        let mut row_from: Vec<Option<usize>> = vec![None; rows.len()];
        let mut queue: Vec<usize> = (0..rows.len()).filter(|row| rows[*row] > 0).collect();
        let mut is_reached: Vec<bool> = rows.iter().map(|left| *left > 0).collect();
        let mut next = 0;
        while let Some(row) = queue.get(next).copied() {
            next += 1;
            for column in 0..width {
                if column_from[column].is_some() || self.weights[row * width + column] <= 0.0 {
                    continue;
                }
                column_from[column] = Some(row);
                if columns[column] > 0 {
                    move_along(cells, rows, columns, column, &column_from, &row_from);
                    return Ok(());
                }
                for other in 0..rows.len() {
                    if !is_reached[other] && cells[other * width + column] > 0 {
                        is_reached[other] = true;
                        row_from[other] = Some(column);
                        queue.push(other);
                    }
                }
            }
        }
        Err(Crossed {
            rows: (0..rows.len()).filter(|row| is_reached[*row]).collect(),
            columns: (0..width).filter(|column| column_from[*column].is_some()).collect(),
            by: rows.iter().sum(),
        })
    }
}

fn ratio(total: f64, sum: f64) -> f64 {
    if sum > 0.0 { total / sum } else { 0.0 }
}

fn take_off(cells: &mut [i64], mut places: Vec<usize>, mut over: i64) {
    if over <= 0 {
        return;
    }
    places.sort_by_key(|at| (-cells[*at], *at));
    for at in places {
        let part = over.min(cells[at]);
        cells[at] -= part;
        over -= part;
    }
}

/// Moves as much as goes along the path that ends in a column.
fn move_along(
    cells: &mut [i64],
    rows: &mut [i64],
    columns: &mut [i64],
    end: usize,
    column_from: &[Option<usize>],
    row_from: &[Option<usize>],
) {
    let width = columns.len();
    let mut more = Vec::new();
    let mut less = Vec::new();
    let mut column = end;
    let start = loop {
        let Some(row) = column_from[column] else { return };
        more.push(row * width + column);
        match row_from[row] {
            Some(before) => {
                less.push(row * width + before);
                column = before;
            }
            None => break row,
        }
    };
    let amount = less.iter().map(|at| cells[*at]).fold(rows[start].min(columns[end]), i64::min);
    for at in more {
        cells[at] += amount;
    }
    for at in less {
        cells[at] -= amount;
    }
    rows[start] -= amount;
    columns[end] -= amount;
}
