//! The document: what a plan holds and every way in which it can change.

mod batch;
mod batch_bytes;
mod blocks;
mod column;
mod day;
mod field;
mod id;
mod sum;
mod table;
mod value;

pub use batch::{Batch, BatchColumn, ColumnDefinition, History, Source};
pub use batch_bytes::BatchError;
pub use column::{ColumnData, NO_DAY, Texts, Values};
pub use day::Day;
pub use field::{ColumnId, ColumnKind, Field};
pub use id::{NotAnId, Origin, RowId};
pub use sum::Sum;
pub use table::{ClientTable, Column};
pub use value::{Misfit, Reason, Value};
