//! How the last import ended.

use crate::exchange::{ProblemRows, Problems, Totals};

/// What the last import brought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The name of the file.
    pub file: String,
    pub clients: u32,
    /// The values that did not fit, with their rows in the file.
    pub problems: Problems,
    /// The rows of the file that have them.
    pub problem_rows: ProblemRows,
    /// What order lines came to, where they were rolled up.
    pub rolled: Option<Totals>,
}
