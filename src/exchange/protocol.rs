//! What the page and the worker say to each other.
//!
//! Each message is a JavaScript array of one or two `Uint8Array`s, whose buffers are transferred: first the
//! [`Request`] or [`Reply`] in postcard, then what is large (the file's bytes with [`Request::Open`], a workbook's with
//! [`Request::Compare`], the batch's with [`Reply::Built`] and [`Reply::Compared`]). Every request is answered by one reply that is no [`Reply::Progress`], in order; before the first the worker
//! says [`Reply::Ready`]. The worker
//! keeps the opened file until the next [`Request::Open`]. To cancel, the page ends the worker and starts another; it
//! does the same when the worker reports an error event, which means that a file broke the reader.

use serde::{Deserialize, Serialize};

use super::error::ReadError;
use super::mapping::Mapping;
use super::problem::Problems;
use super::proposal::{Context, Proposal};
use super::tables::{ProblemRows, Taking};
use super::totals::Totals;
use crate::demo::Language;
use crate::duplicates::Found;
use crate::review::{self, Review};
use crate::workbook::Day;

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Opens the file whose bytes come along. The name is only kept as the source and never looked at.
    /// Answered by [`Reply::Opened`].
    Open { name: String },
    /// Reads a sheet and proposes what becomes of it. Answered by [`Reply::Proposed`].
    Propose {
        /// The number of the sheet in [`Opened::sheets`].
        sheet: u32,
        /// From 1; 0 for a sheet without headings; `None` to find it.
        heading_row: Option<u32>,
        taking: Taking,
        context: Context,
    },
    /// What order lines come to when they are rolled up as this mapping says. Answered by [`Reply::RolledUp`].
    RollUp { mapping: Mapping },
    /// Makes a batch of a sheet. Answered by [`Reply::Built`].
    Build { mapping: Mapping, imported_on: Option<Day> },
    /// Compares a sheet with the clients of the workbook whose snapshot comes along. Answered by [`Reply::Compared`].
    Compare { mapping: Mapping, options: review::Options, imported_on: Option<Day> },
    /// Makes the demo's clients. Answered by [`Reply::Built`]. The page leaves that to the worker only because few
    /// people need it twice, and it is heavy with names.
    Demo { language: Language, seed: u64, today: Day },
    /// Looks for clients that may be the same in the workbook whose snapshot comes along. Answered by
    /// [`Reply::Duplicates`].
    Duplicates,
}

/// What the worker answers.
#[allow(clippy::large_enum_variant, reason = "there is one at a time, on its way")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    Opened(Opened),
    Proposed(Proposal),
    /// The bytes of the [`Batch`](crate::workbook::Batch) come along.
    Built {
        rows: u32,
        problems: Problems,
        /// The rows that have them.
        problem_rows: ProblemRows,
        /// Where order lines were rolled up.
        rolled: Option<Totals>,
    },
    RolledUp(Totals),
    Duplicates(Found),
    /// What differs. The bytes of the [`Batch`](crate::workbook::Batch) of the rows that would be added come along;
    /// none where only was counted.
    Compared(Review),
    /// The request cannot be fulfilled.
    Failed(ReadError),
    /// The request is being worked on.
    Progress {
        stage: Stage,
        /// 0 to 1, within the whole request.
        done: f32,
    },
    /// The worker listens: sent once, unasked, after it has started. Requests are sent after it.
    Ready,
}

/// What the worker is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Unpacking the file and its table of texts.
    Opening,
    /// Reading the cells of a sheet.
    Reading,
    /// Making the columns of the workbook.
    Building,
    /// Comparing clients with each other.
    Comparing,
}

/// A file that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    pub format: Format,
    pub sheets: Vec<SheetSummary>,
    /// The number of the sheet with the most recognised headings; a visible and readable one.
    pub proposed_sheet: u32,
}

/// What the content of a file is, whatever its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// .xlsx and .xlsm
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    Text {
        encoding: TextEncoding,
        delimiter: char,
    },
}

/// How a text is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextEncoding {
    Utf8,
    Utf16,
    Windows1251,
    Windows1252,
    Gb18030,
}

/// What is known of a sheet before it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSummary {
    /// Empty for a text file.
    pub name: String,
    pub is_hidden: bool,
    /// Whether the first rows hold nothing at all.
    pub is_empty: bool,
    /// How many headings Kontor knows in the likely heading row.
    pub recognised: u32,
    /// Why the sheet can't be chosen.
    pub unreadable: Option<ReadError>,
}

impl Request {
    pub fn to_bytes(&self) -> Vec<u8> {
        // Serialising plain data into memory cannot fail; empty bytes would be refused on reading.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl Reply {
    /// A batch of so many rows that all fit.
    pub fn built(rows: u32) -> Self {
        Self::Built { rows, problems: Problems::default(), problem_rows: ProblemRows::default(), rolled: None }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::mapping::{Action, ColumnMapping};
    use super::super::rows::{Amount, MonthColumn, OrderLines, RowMeaning};
    use super::*;
    use crate::workbook::Field;

    #[test]
    fn messages_arrive_as_they_were_sent() {
        let columns = vec![ColumnMapping::new(3, Action::Field(Field::Name))];
        let lines = OrderLines { client: 3, amount: Some(Amount::Column(4)), ..OrderLines::default() };
        let months = vec![MonthColumn { position: 5, month: 24_288 }];
        let rows = RowMeaning::OrderLines(lines);
        let mapping = Mapping { sheet: 1, heading_row: 7, columns, rows, months, ..Mapping::default() };
        let request = Request::Build { mapping, imported_on: Some(Day(20_000)) };
        assert_eq!(Request::from_bytes(&request.to_bytes()), Some(request));
        let reply = Reply::RolledUp(Totals { lines: 5, before: Some(0.1), ..Totals::default() });
        assert_eq!(Reply::from_bytes(&reply.to_bytes()), Some(reply));
        let format = Format::Text { encoding: TextEncoding::Gb18030, delimiter: '\t' };
        let reply = Reply::Opened(Opened { format, sheets: vec![SheetSummary::default()], proposed_sheet: 0 });
        assert_eq!(Reply::from_bytes(&reply.to_bytes()), Some(reply));
    }
}
