//! Files in: bytes to a [`Batch`](crate::workbook::Batch) and a list of what did not fit (DOMAIN section 6).
//!
//! The worker (`bin/worker.rs`) runs this off the page's thread; [`protocol`] is what the two say to each other.

mod conventions;
mod error;
mod mapping;
mod problem;
mod proposal;
pub mod protocol;

pub use conventions::{Conventions, DateOrder, DecimalMark};
pub use error::ReadError;
pub use mapping::{Action, ColumnMapping, Mapping, PercentScale};
pub use problem::{Problem, Problems};
pub use proposal::{
    ColumnProposal, Context, Doubt, Evidence, HeadingFound, Match, PreviewRow, Proposal, Question, Unit,
};
pub use protocol::{Format, Opened, Reply, Request, SheetSummary, Stage, TextEncoding};
