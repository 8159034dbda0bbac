//! The document: what a plan holds and every way in which it can change.

mod batch;
mod batch_bytes;
mod blocks;
mod calculated;
mod changes;
mod choices;
mod colours;
mod column;
mod day;
mod document;
mod edit;
pub mod fast_hash;
mod field;
mod filling;
mod id;
mod lookup;
mod merged;
mod naming;
mod projection;
mod sum;
mod table;
mod undo;
mod update;
mod value;
#[allow(clippy::module_inception, reason = "the file is named after its type")]
mod workbook;

pub use batch::{Batch, BatchColumn, ColumnDefinition, History, Source};
pub use batch_bytes::BatchError;
pub use calculated::formula_key;
pub use changes::Changes;
pub use choices::choices_key;
pub use colours::{ChoiceColours, Colour, choice_colour, choice_colours, colours_key};
pub use column::{ColumnData, NO_DAY, Texts, Values};
pub use day::Day;
pub use document::{Bytes, Key, Stamp, Stored, Write};
pub use edit::{CellEdit, Change, ChangeKind, Edit, EditKind, Refusal};
pub use field::{ColumnId, ColumnKind, Field};
pub use id::{NotAnId, Origin, RowId};
pub use sum::Sum;
pub use table::{ClientTable, Column};
pub use update::{SCHEMA, UpdateError, checksum, has_import};
pub use value::{Misfit, Reason, Value};
pub use workbook::{Applied, Workbook};
