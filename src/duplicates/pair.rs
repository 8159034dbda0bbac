//! Two clients that may be the same.

use serde::{Deserialize, Serialize};

use crate::workbook::RowId;

/// Two clients that may be the same, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The one higher up in the sheet.
    pub first: RowId,
    pub second: RowId,
    pub reason: Reason,
    /// How sure Kontor is, 0 to 100.
    pub confidence: u8,
    /// The person put the question off.
    pub is_later: bool,
}

/// Why two clients may be the same. Its wording is in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    SameTaxId,
    SameNameAndPhone,
    /// The same domain of their e-mail addresses.
    SameNameAndDomain,
    SameName,
    AlikeNames {
        /// 0 to 100.
        similarity: u8,
        /// What else they share.
        support: Option<Support>,
    },
}

/// What two clients of alike names share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Support {
    Phone,
    Domain,
    Address,
}

/// All that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The strongest first, those put off last; at most [`super::MOST`].
    pub pairs: Vec<Pair>,
    /// How many there are in all.
    pub count: u32,
}
