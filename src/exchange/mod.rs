//! Files in: bytes to a [`Batch`](crate::workbook::Batch) and a list of what did not fit (DOMAIN section 6).
//!
//! The worker (`bin/worker.rs`) runs this off the page's thread; [`protocol`] is what the two say to each other.

mod address_map;
mod again;
mod archive;
mod build;
mod build_column;
mod checks;
mod client_groups;
mod compound;
mod contact_checks;
mod conventions;
mod dates;
mod decimal_mark;
mod delimited;
mod encoding;
mod entry;
mod error;
mod file;
mod fold;
mod heading_row;
mod headings;
mod keys;
mod kontor_marks;
mod line_headings;
mod mapping;
mod month_headings;
mod numbers;
mod own_ids;
mod problem;
mod profile;
mod progress;
mod proposal;
mod propose;
pub mod protocol;
mod records;
mod rollup;
mod rollup_columns;
mod rollup_proposal;
mod rows;
mod sheet;
mod synonyms;
mod tables;
mod tax_id;
mod totals;
mod units;
mod worker;
mod write;

/// The heading of the column with the clients' identities in a file that Kontor wrote.
pub const ROW_ID_HEADING: &str = "Kontor ID";

use crate::workbook::fast_hash;

pub use contact_checks::{link_target, text_fault, yes_or_no};
pub use conventions::{Conventions, DateOrder, DecimalMark};
pub use entry::entry;
pub use error::ReadError;
pub use mapping::{Action, ColumnMapping, Mapping, PercentScale};
pub use problem::{Problem, Problems};
pub use proposal::{
    ColumnProposal, Context, Doubt, Evidence, HeadingFound, Match, PreviewRow, Proposal, Question, Unit,
};
pub use protocol::{Format, Opened, Reply, Request, SheetSummary, Stage, TextEncoding};
pub use rollup_proposal::RollupProposal;
pub use rows::{Amount, MonthColumn, OrderLines, RowMeaning};
pub use tables::{
    LeftOut, Memory, ProblemRow, ProblemRows, Remembered, SheetOffer, TableChoice, TableOffer, Tables, Taking, Why,
};
pub use totals::{Part, Totals};
pub use worker::Exchange;
pub use write::column_letters;
