//! How a list is compared with the clients.

use serde::{Deserialize, Serialize};

use crate::segment::Segment;
use crate::workbook::ColumnId;

/// How a list is compared with the clients.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// Only counts how many rows are known: enough to propose whether the list is an update.
    pub count_only: bool,
    /// Lists the clients that the list lacks, also where the list has no row ids: then none of them is proposed to go.
    pub offer_deleted: bool,
    /// Columns that are not compared: they are calculated.
    pub skipped: Vec<ColumnId>,
    /// What a number of the list was multiplied by: it is rounded to that unit's digits. 1 where nothing is said.
    pub units: Vec<(ColumnId, f64)>,
    pub segments: SegmentNames,
}

/// What the segments are called in the languages of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentNames(pub Vec<(String, Segment)>);

impl SegmentNames {
    /// The segment of this name, in any case, or stored under this key.
    pub fn segment(&self, text: &str) -> Option<Segment> {
        let text = text.trim();
        let is_named = |name: &str| name == text || name.to_lowercase() == text.to_lowercase();
        let named = self.0.iter().find(|(name, _)| is_named(name)).map(|(_, segment)| *segment);
        named.or_else(|| text.parse().ok())
    }
}
