//! What the page and the writer say to each other, in messages as [`crate::exchange::protocol`] describes them.
//!
//! The workbook's snapshot comes along with [`Request::Xlsx`] and [`Request::Csv`], the written file with
//! [`Reply::Written`].

use serde::{Deserialize, Serialize};

use super::error::ExportError;
use super::order::{CsvOrder, XlsxOrder};
use super::plain::PlainSheet;
use super::problem::CellProblems;

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// The workbook as .xlsx.
    Xlsx(Box<XlsxOrder>),
    /// What is shown as .csv.
    Csv(Box<CsvOrder>),
    /// A plain sheet as .xlsx. Nothing comes along.
    Plain(PlainSheet),
}

/// What the writer answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The file's bytes come along.
    Written {
        problems: CellProblems,
    },
    Failed(ExportError),
    /// The request is being worked on.
    Progress {
        stage: Stage,
        /// 0 to 1, within the stage.
        done: f32,
    },
    /// The writer listens: sent once, unasked, after it has started.
    Ready,
}

/// What the writer is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Reading the workbook and finding the segments.
    #[default]
    Opening,
    /// Filling the sheets.
    Filling,
    /// Packing the file.
    Packing,
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
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}
