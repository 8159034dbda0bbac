//! How the last import ended.

use crate::exchange::Problems;

/// What the last import brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub clients: u32,
    /// The values that did not fit, with their rows in the file.
    pub problems: Problems,
}
