//! A view of the client list as data: what is saved under a name, and what is kept of each sheet as it was left.

use serde::{Deserialize, Serialize};

use super::arrangement::Arrangement;
use super::column_filter::ColumnFilter;
use super::sort::Sort;
use super::widths::ColumnWidths;
use crate::workbook::ColumnId;

/// What is shown of the clients, and how. Parts that an older version did not know are as if nobody had set them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ViewDefinition {
    pub filters: Vec<ColumnFilter>,
    /// The quick filter.
    pub query: String,
    pub sorts: Vec<Sort>,
    /// Up to two columns.
    pub groups: Vec<ColumnId>,
    pub columns: Arrangement,
    pub widths: ColumnWidths,
}

/// A view under a name: a record of the workbook.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SavedView {
    pub name: String,
    pub definition: ViewDefinition,
}

/// The sheet as it was left: a setting of this browser.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LeftView {
    /// The saved view that was open, perhaps with changes.
    pub view: Option<String>,
    pub definition: ViewDefinition,
}

const PREFIX: &str = "view/";
const SUFFIX: &str = "/definition";

impl SavedView {
    /// The record that holds the view of this id.
    pub fn record(id: &str) -> String {
        format!("{PREFIX}{id}{SUFFIX}")
    }

    /// The id of the view that a record holds.
    pub fn id_of(record: &str) -> Option<&str> {
        record.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::Field;

    #[test]
    fn a_view_is_read_back_and_an_older_one_still_opens() {
        let definition = ViewDefinition {
            query: "kiel".to_owned(),
            sorts: vec![Sort { column: Field::Name.into(), is_descending: true }],
            groups: vec![Field::Region.into()],
            ..ViewDefinition::default()
        };
        let view = SavedView { name: "North".to_owned(), definition };
        let text = serde_json::to_string(&view).expect("written");
        assert_eq!(serde_json::from_str::<SavedView>(&text).ok(), Some(view));
        let old = r#"{"name":"Old","definition":{"query":"x","columns":{}}}"#;
        let old: SavedView = serde_json::from_str(old).expect("read");
        assert_eq!((old.definition.query.as_str(), old.definition.columns.frozen), ("x", 1));
    }

    #[test]
    fn records_and_ids_belong_together() {
        assert_eq!(SavedView::id_of(&SavedView::record("a1")), Some("a1"));
        assert_eq!(SavedView::id_of("settings/segment/rules"), None);
    }
}
