//! The open workbook as signals, and what of the page is no part of any workbook: selection, filters, open panels.
//!
//! Nothing here touches the browser: what is needed of it comes in through [`Host`]. So this compiles and is tested
//! natively.

mod analyses;
pub mod approach;
mod board;
mod book;
pub mod clients;
mod commands;
mod desk;
mod dialogs;
mod explanation;
mod formats;
pub(crate) mod host;
mod notices;
mod page_address;
mod page_key;
mod review;
mod segments;
mod sheet;
mod slices;

pub use analyses::{
    ClientAnalysis, ConcentrationReport, LiveAnalyses, Setting, abc_filters, abc_xyz_filters, client_analysis, heat,
    rfm_filters,
};
pub use approach::Week;
pub use board::{
    Board, BoardChoice, BoardDefinition, CARD_PITCH, Card, Chosen, Direction, DraftStage, LANE_PITCH, LARGE_CARD_PITCH,
    MoveMenu, Moved, NARROW_PITCH, NameMask, Pareto, Presenting, SavedBoard, SavedBoards, Spot, StageDraft,
    StageProblem, WIDE_PITCH, choices, fitting, from_key, initials, is_near, key_of, moved, taken_back, window,
};
pub use book::{Book, Part};
pub use clients::ClientsView;
pub use commands::{CommandName, found};
pub use desk::{Desk, SaveState, Screen, Theme};
pub use dialogs::{DialogName, OpenDialog};
pub use explanation::explanation;
pub use formats::{DateStyle, Formats};
pub use host::{Collate, Host};
pub use notices::{Notice, NoticeAction, NoticeKind, Notices};
pub use page_address::PageAddress;
pub use page_key::{PageKey, Seen};
pub use review::{Only, ReviewState, Reviewed};
pub use segments::Segments;
pub use sheet::{OpenClient, Sheet};
