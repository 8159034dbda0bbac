//! Who decides at a small client, and how easily that person is reached (DOMAIN 1.3).

use serde::{Deserialize, Serialize};

use crate::workbook::Day;

/// The owner or another decision-maker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnerAccess {
    pub name: String,
    pub role: String,
    /// How easily the person is reached: 0 (not at all) to 5 (picks up at once). Unset: not tried yet.
    pub access: Option<u8>,
    /// The last day on which somebody of ours spoke with the client.
    pub last_contact: Option<Day>,
    /// What was learnt of the client's needs (DOMAIN 1.5).
    pub needs: String,
}

impl OwnerAccess {
    pub const BEST_ACCESS: u8 = 5;

    /// The access as a share, 0 to 1.
    pub fn access_share(&self) -> Option<f64> {
        self.access.map(|access| f64::from(access.min(Self::BEST_ACCESS)) / f64::from(Self::BEST_ACCESS))
    }
}
