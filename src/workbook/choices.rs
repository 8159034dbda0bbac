//! The values of a choice that a person listed, whether a client has them or not: a record of the column,
//! `column/<id>/choices`.

use super::document::Stored;
use super::field::ColumnId;
use super::table::ClientTable;

/// The record that holds a column's listed values in their order, as JSON.
pub fn choices_key(column: &ColumnId) -> String {
    format!("column/{column}/choices")
}

/// The column whose listed values a record holds.
pub(super) fn column_of_choices(key: &str) -> Option<ColumnId> {
    key.strip_prefix("column/")?.strip_suffix("/choices")?.parse().ok()
}

impl ClientTable {
    pub(super) fn set_listed_choices(&mut self, id: ColumnId, stored: Option<&Stored>) {
        let listed: Vec<String> = match stored {
            Some(Stored::Text(text)) => serde_json::from_str(text).unwrap_or_default(),
            _ => Vec::new(),
        };
        self.listed_choices.insert(id, listed);
    }

    /// The values that a person listed for a choice, in their order.
    pub fn listed_choices(&self, id: &ColumnId) -> &[String] {
        self.listed_choices.get(id).map(Vec::as_slice).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Edit, Field, Origin, Workbook};
    use super::*;

    #[test]
    fn listed_values_keep_their_order_and_undo_takes_them_back() {
        let mut workbook = Workbook::new(Origin(1));
        let column = ColumnId::from(Field::Stage);
        let text = r#"["Won","Lost"]"#.to_owned();
        workbook
            .apply(Edit::SetRecord { key: choices_key(&column), value: Some(Stored::Text(text)) })
            .expect("applied");
        assert_eq!(workbook.table().listed_choices(&column), ["Won", "Lost"]);
        workbook.undo();
        assert_eq!(workbook.table().listed_choices(&column), [""; 0]);
    }
}
