//! What of a file's sheet is taken, as far as it must be known before headings are looked for.

use serde::{Deserialize, Serialize};

/// The part of the file that a proposal is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taking {
    pub table: TableChoice,
    /// Other sheets with the same headings whose rows come along: numbers in
    /// [`Opened::sheets`](crate::exchange::Opened::sheets).
    pub also: Vec<u32>,
}

/// Which of the tables that lie in one sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TableChoice {
    /// The one where the headings are found.
    #[default]
    Likeliest,
    /// Everything in the sheet as one table.
    Whole,
    /// This one of [`Tables::tables`](super::Tables::tables).
    Number(u32),
}
