//! The lines between all classes of the moment.

use crate::workbook::Day;

use super::abc::AbcLines;
use super::rfm::ScoreLines;

/// Where classes part, drawn through the figures of all clients.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lines {
    pub abc: AbcLines,
    /// Over the day of the last order ([`Day`] as a number: the later, the better).
    pub recency: ScoreLines,
    /// Over the orders in the window.
    pub frequency: ScoreLines,
    /// Over the revenue in the window.
    pub monetary: ScoreLines,
    /// The day from which "days since" is counted; nothing before anything was read.
    pub reference: Option<Day>,
}
