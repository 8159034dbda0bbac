//! What makes an exported workbook recognisable when it comes back, edited, after weeks.
//!
//! Each client carries its [`RowId`](crate::workbook::RowId) in a last, hidden column of the sheet of clients, under
//! [`ROW_ID_HEADING`]. What the headings mean stands in a very hidden sheet of three columns, so that neither another
//! language nor a heading that was typed over loses it:
//!
//! | kind | key | value |
//! |---|---|---|
//! | workbook | the workbook's origin | |
//! | language | en | |
//! | column | a heading of the sheet of clients | its `ColumnId` |
//! | segment | a segment's name in that language | its key |
//!
//! A segment in the sheet of clients is the one that counts, found or chosen. It was chosen by hand only where the
//! column `segment_chosen` has a day: everything else in it must not come back as a choice.

use super::order::XlsxOrder;
pub use crate::exchange::ROW_ID_HEADING;
use crate::exchange::{Action, ColumnMapping, DateOrder, PercentScale};
use crate::segment::Segment;
use crate::workbook::{ColumnDefinition, ColumnId};

/// The name of the very hidden sheet.
pub const SHEET: &str = "_kontor";
/// The headings of its three columns.
pub const HEADINGS: [&str; 3] = ["kind", "key", "value"];
/// The kinds of its rows.
pub const WORKBOOK: &str = "workbook";
pub const LANGUAGE: &str = "language";
pub const COLUMN: &str = "column";
pub const SEGMENT: &str = "segment";

/// The rows of the very hidden sheet, without the headings. The order's columns are those of the sheet of clients.
pub(super) fn rows(order: &XlsxOrder) -> Vec<[String; 3]> {
    let row = |kind: &str, key: &str, value: &str| [kind, key, value].map(str::to_owned);
    let workbook = order.workbook.map(|workbook| workbook.to_string()).unwrap_or_default();
    let mut rows = vec![row(WORKBOOK, &workbook, ""), row(LANGUAGE, &order.words.language, "")];
    rows.extend(order.columns.iter().map(|column| row(COLUMN, &column.title, &column.id.to_string())));
    let segments = Segment::ALL.into_iter().zip(&order.words.segment_names);
    rows.extend(segments.map(|(segment, name)| row(SEGMENT, name, segment.key())));
    rows
}

/// How a column of an exported sheet is read again: what stands there was read once already, so that a unit in its
/// heading must not be multiplied with a second time, and 25 in a column of shares is 2,500 %.
pub fn reading(position: u32, column: &ColumnDefinition) -> ColumnMapping {
    let action = match &column.id {
        ColumnId::Field(field) => Action::Field(*field),
        ColumnId::Found(_) => Action::LeaveOut,
        ColumnId::Own(id) => Action::Own { id: id.clone(), title: column.title.clone(), kind: column.kind },
    };
    let (dates, percent) = (Some(DateOrder::YearFirst), Some(PercentScale::Shares));
    ColumnMapping { dates, percent, ..ColumnMapping::new(position, action) }
}
