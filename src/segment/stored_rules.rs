//! The settings of segmentation as a workbook keeps them.

use super::rules::SegmentRules;
use crate::workbook::{Stored, Workbook};

/// The record that holds them, as JSON.
pub const SEGMENT_RULES: &str = "settings/segment/rules";

/// The settings of a workbook, with defaults where nothing was set.
pub fn rules_of(workbook: &Workbook) -> SegmentRules {
    let stored = match workbook.record(SEGMENT_RULES) {
        Some(Stored::Text(text)) => serde_json::from_str(text).unwrap_or_default(),
        _ => SegmentRules::default(),
    };
    SegmentRules { currency: workbook.currency().to_owned(), ..stored }
}
