//! Files in: bytes to a [`Batch`](crate::workbook::Batch) and a list of what did not fit (DOMAIN section 6).
//!
//! The worker (`bin/worker.rs`) runs this off the page's thread; [`protocol`] is what the two say to each other.

mod address_map;
mod archive;
mod build;
mod build_column;
mod checks;
mod compound;
mod contact_checks;
mod conventions;
mod dates;
mod decimal_mark;
mod delimited;
mod encoding;
mod entry;
mod error;
mod fast_hash;
mod file;
mod heading_row;
mod headings;
mod mapping;
mod numbers;
mod own_ids;
mod problem;
mod profile;
mod progress;
mod proposal;
mod propose;
pub mod protocol;
mod records;
mod sheet;
mod synonyms;
mod tax_id;
mod units;
mod worker;
mod write;

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
pub use worker::Exchange;
