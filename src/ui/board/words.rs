//! The board's groups and groupings in words.

use crate::i18n::{Language, fields, segment, t_string};
use crate::segment::{GroupBy, GroupKey};
use crate::ui::Context;
use crate::workbook::ColumnId;

/// The name of a column of the board.
pub fn group_name(i18n: Language, key: &GroupKey) -> String {
    match key {
        GroupKey::Segment(of) => segment::name(i18n, *of).to_owned(),
        GroupKey::Text(text) => text.clone(),
        GroupKey::Blank => t_string!(i18n, segment.board.blank).to_owned(),
    }
}

/// The name of what the board can be grouped by. The columns are not followed.
pub fn grouping_name(i18n: Language, kontor: &Context, by: &GroupBy) -> String {
    let GroupBy::Column(column) = by else { return t_string!(i18n, board.by.segment).to_owned() };
    if let ColumnId::Found(found) = column {
        return fields::found(i18n.get_locale(), *found).to_owned();
    }
    let ColumnId::Field(field) = column else {
        let title = |table: &crate::workbook::ClientTable| {
            table.column(column).map(|column| column.definition.title.clone()).unwrap_or_default()
        };
        return kontor.book.table(title);
    };
    fields::field(i18n.get_locale(), *field).to_owned()
}

/// A client's name, or words in its place.
pub fn client_name(i18n: Language, name: &str) -> String {
    if name.is_empty() { t_string!(i18n, board.no_name).to_owned() } else { name.to_owned() }
}
