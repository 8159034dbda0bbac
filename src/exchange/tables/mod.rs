//! What of a file is taken: which table of a sheet, which other sheets along with it, and which rows are no clients.
//!
//! All of it is settled before [`propose`](super::propose) and [`build`](super::build) see a sheet: they get one with
//! the table alone, merged cells filled, the rows of other sheets below, and without the rows that are left out. Rows
//! and columns of the chosen sheet keep their places, so that numbers and letters are those of the file.

mod areas;
mod held;
mod label;
mod left_out;
mod memory;
mod merged;
mod offers;
mod parts;
mod problem_rows;
mod same_headings;
mod shape;
mod sums;
mod taking;
mod xlsx_shape;

#[cfg(test)]
mod tests;

pub use held::{Held, same_headed};
pub use memory::{Memory, Remembered};
pub use offers::{LeftOut, SheetOffer, TableOffer, Tables, Why};
pub use problem_rows::{ProblemRow, ProblemRows};
pub use same_headings::SheetHeadings;
pub use shape::Shape;
pub use taking::{TableChoice, Taking};
pub use xlsx_shape::shape as xlsx_shape;
