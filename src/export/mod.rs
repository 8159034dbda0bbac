//! The way back: a workbook as .xlsx or .csv.

mod plain;

pub use plain::{PlainCell, PlainSheet};
