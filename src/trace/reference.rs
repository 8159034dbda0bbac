//! Where a default comes from.

use serde::{Deserialize, Serialize};

/// The source of a default, shown beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reference {
    /// Composed for Kontor from general practice (`[M]` in DOMAIN).
    Composed,
    /// From the article the project starts from (`[SEED]`).
    Article,
    /// A published source: its number in DOMAIN section 8.
    Published(u8),
}
