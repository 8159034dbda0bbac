//! What the list of workbooks says about each, without opening it.

use serde::{Deserialize, Serialize};

/// One line in the list of workbooks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkbookInfo {
    /// Empty: it has none yet.
    pub title: String,
    pub clients: u32,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
    /// The demo, which nobody's own data is in.
    pub is_demo: bool,
    /// When it was deleted; it can be taken back for [`WorkbookInfo::KEPT`].
    pub deleted: Option<f64>,
}

impl WorkbookInfo {
    /// How long a deleted workbook is kept, in milliseconds: thirty days.
    pub const KEPT: f64 = 30.0 * 24.0 * 3600.0 * 1000.0;

    /// Whether a deleted workbook's time is over.
    pub fn is_over(&self, now: f64) -> bool {
        self.deleted.is_some_and(|deleted| now - deleted > Self::KEPT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deleted_workbook_is_kept_for_thirty_days() {
        let day = 24.0 * 3600.0 * 1000.0;
        let info = WorkbookInfo { deleted: Some(0.0), ..WorkbookInfo::default() };
        assert!(!info.is_over(29.0 * day) && info.is_over(31.0 * day));
        assert!(!WorkbookInfo::default().is_over(1e15));
    }
}
