//! Where a client is, as far as size limits care.

use serde::{Deserialize, Serialize};

/// A territory with size limits of its own, or any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Territory {
    Eu,
    Russia,
    China,
    Elsewhere,
}

/// What told a client's territory, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TerritorySource {
    Country,
    TaxId,
    Phone,
    Email,
    /// The letters in which region and name are written.
    Script,
    /// The setting for clients of which nothing is known.
    Default,
    /// Nothing told.
    Unknown,
}
