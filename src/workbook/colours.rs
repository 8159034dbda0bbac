//! The colours of a choice's values: a record of the column, `column/<id>/colours`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::document::Stored;
use super::field::ColumnId;
use super::table::ClientTable;
use super::workbook::Workbook;

/// A colour by name. How it looks is the page's business (`style/column.css`), and the export's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    Grey,
    Red,
    Orange,
    Yellow,
    Green,
    Teal,
    Blue,
    Purple,
}

impl Colour {
    pub const ALL: [Self; 8] =
        [Self::Grey, Self::Red, Self::Orange, Self::Yellow, Self::Green, Self::Teal, Self::Blue, Self::Purple];

    /// The name under which the colour is stored and styled.
    pub fn key(self) -> &'static str {
        match self {
            Self::Grey => "grey",
            Self::Red => "red",
            Self::Orange => "orange",
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Teal => "teal",
            Self::Blue => "blue",
            Self::Purple => "purple",
        }
    }

    /// Red, green and blue of the ground on which the value stands in a file, with dark text.
    pub fn ground(self) -> [u8; 3] {
        match self {
            Self::Grey => [0xE6, 0xE6, 0xE1],
            Self::Red => [0xF9, 0xD9, 0xD3],
            Self::Orange => [0xFB, 0xE0, 0xC8],
            Self::Yellow => [0xF8, 0xEC, 0xB8],
            Self::Green => [0xD6, 0xEC, 0xD5],
            Self::Teal => [0xCD, 0xEB, 0xE7],
            Self::Blue => [0xD3, 0xE5, 0xF6],
            Self::Purple => [0xE9, 0xDA, 0xF3],
        }
    }
}

/// By value: its colour.
pub type ChoiceColours = BTreeMap<String, Colour>;

/// The record that holds a column's colours, as JSON.
pub fn colours_key(column: &ColumnId) -> String {
    format!("column/{column}/colours")
}

/// The column whose colours a record holds.
pub(super) fn column_of_colours(key: &str) -> Option<ColumnId> {
    key.strip_prefix("column/")?.strip_suffix("/colours")?.parse().ok()
}

/// A colour of a newer version is passed over.
fn read(stored: Option<&Stored>) -> ChoiceColours {
    let Some(Stored::Text(text)) = stored else { return ChoiceColours::new() };
    let by_name: BTreeMap<String, String> = serde_json::from_str(text).unwrap_or_default();
    let colour = |name: &str| Colour::ALL.into_iter().find(|colour| colour.key() == name);
    by_name.into_iter().filter_map(|(value, name)| Some((value, colour(&name)?))).collect()
}

impl ClientTable {
    pub(super) fn set_colours(&mut self, id: ColumnId, stored: Option<&Stored>) {
        self.colours.insert(id, read(stored));
    }
}

/// The colours of a column's values.
pub fn choice_colours(workbook: &Workbook, column: &ColumnId) -> ChoiceColours {
    workbook.table().colours.get(column).cloned().unwrap_or_default()
}

/// The colour of one value.
pub fn choice_colour(workbook: &Workbook, column: &ColumnId, value: &str) -> Option<Colour> {
    workbook.table().colour(column, value)
}

#[cfg(test)]
mod tests {
    use super::super::{Edit, Field, Origin};
    use super::*;

    #[test]
    fn colours_are_read_back_and_unknown_ones_passed_over() {
        let mut workbook = Workbook::new(Origin(1));
        let column = ColumnId::from(Field::Stage);
        let text = r#"{"Won":"green","Lost":"infrared"}"#.to_owned();
        let edit = Edit::SetRecord { key: colours_key(&column), value: Some(Stored::Text(text)) };
        workbook.apply(edit).expect("applied");
        assert_eq!(choice_colour(&workbook, &column, "Won"), Some(Colour::Green));
        assert_eq!(choice_colour(&workbook, &column, "Lost"), None);
        let written = serde_json::to_string(&choice_colours(&workbook, &column));
        assert_eq!(written.ok().as_deref(), Some(r#"{"Won":"green"}"#));
    }
}
