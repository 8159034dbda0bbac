//! ABC × XYZ and RFM as tables of clients: how many, and what they bring.

use crate::workbook::Sum;

use super::abc::AbcClass;
use super::analyses::{Analyses, known};
use super::figures::ClientFigures;
use super::xyz::XyzClass;

/// One cell of a matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    pub clients: u32,
    /// Their revenue in the window. Clients whose revenue is not known are counted and bring nothing.
    pub revenue: Sum,
}

impl Cell {
    fn add(&mut self, revenue: Option<f64>) {
        self.clients += 1;
        if let Some(revenue) = revenue {
            self.revenue.add(revenue);
        }
    }
}

/// Clients by two classes.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix<const ROWS: usize, const COLUMNS: usize> {
    pub cells: [[Cell; COLUMNS]; ROWS],
    /// Clients without one of the classes.
    pub without: Cell,
}

impl<const ROWS: usize, const COLUMNS: usize> Matrix<ROWS, COLUMNS> {
    /// The matrix of clients given as (place of the cell, revenue).
    fn of(clients: impl Iterator<Item = (Option<(usize, usize)>, Option<f64>)>) -> Self {
        let mut matrix = Self { cells: [[Cell::default(); COLUMNS]; ROWS], without: Cell::default() };
        for (place, revenue) in clients {
            let cell = place.and_then(|(row, column)| matrix.cells.get_mut(row)?.get_mut(column));
            cell.unwrap_or(&mut matrix.without).add(revenue);
        }
        matrix
    }

    /// All cells together, the clients without a class included.
    pub fn total(&self) -> Cell {
        let mut total = self.without;
        for cell in self.cells.iter().flatten() {
            total.clients += cell.clients;
            total.revenue.merge(&cell.revenue);
        }
        total
    }

    /// The largest number of clients in a cell, which the darkest colour stands for.
    pub fn most_clients(&self) -> u32 {
        self.cells.iter().flatten().map(|cell| cell.clients).max().unwrap_or(0)
    }
}

impl Analyses {
    /// ABC (rows, A first) × XYZ (columns, X first).
    pub fn abc_xyz(&self) -> Matrix<3, 3> {
        Matrix::of(self.figures.clients().map(|(_, client)| {
            let place = self.abc_xyz_of(&client).map(|(abc, xyz)| (abc as usize, xyz as usize));
            (place, known(client.revenue))
        }))
    }

    /// RFM: recency (rows, 1 first) × frequency and amount (columns, 1 first).
    pub fn rfm_matrix(&self) -> Matrix<5, 5> {
        Matrix::of(self.figures.clients().map(|(_, client)| {
            let place =
                self.rfm_cell_of(&client).map(|(recency, value)| (usize::from(recency) - 1, usize::from(value) - 1));
            (place, known(client.revenue))
        }))
    }

    /// The clients of a cell of ABC × XYZ, in the order of the sheet; of `None`, those without one of the classes.
    pub fn in_abc_xyz(&self, cell: Option<(AbcClass, XyzClass)>) -> impl Iterator<Item = u32> {
        self.figures.clients().filter(move |(_, client)| self.abc_xyz_of(client) == cell).map(|(row, _)| row)
    }

    /// The clients of a cell of the RFM matrix (recency score, score of frequency and amount); of `None`, those without.
    pub fn in_rfm(&self, cell: Option<(u8, u8)>) -> impl Iterator<Item = u32> {
        self.figures.clients().filter(move |(_, client)| self.rfm_cell_of(client) == cell).map(|(row, _)| row)
    }

    fn abc_xyz_of(&self, client: &ClientFigures) -> Option<(AbcClass, XyzClass)> {
        Some((self.abc_of(client).ok()?, self.xyz_of(client).ok()?))
    }

    fn rfm_cell_of(&self, client: &ClientFigures) -> Option<(u8, u8)> {
        self.rfm_of(client).ok().map(|scores| (scores.recency, scores.frequency_and_amount()))
    }
}
