//! Files out: a workbook as .xlsx for other programs, what is shown as .csv, and plain sheets.
//!
//! The page links [`protocol`], [`order`], [`plain`] and the names of files; everything that writes is reached from
//! [`Writer`] alone, which only the second worker (`bin/writer.rs`) and the tests use. So the library that writes
//! workbooks is loaded by those who export, and by nobody else.

mod csv;
mod error;
mod living;
pub mod marks;
mod names;
mod order;
mod plain;
mod problem;
pub mod protocol;
mod serial;
mod writer;
mod xlsx;

pub use error::ExportError;
pub use names::file_name;
pub use order::{CsvOrder, ExportColumn, Words, XlsxOrder, date_format};
pub use plain::{PlainCell, PlainSheet};
pub use problem::{CellProblem, CellProblems};
pub use writer::Writer;

#[cfg(test)]
#[path = "round_trip_tests.rs"]
mod tests;

#[cfg(test)]
mod living_tests;
