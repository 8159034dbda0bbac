//! What cells, their headings and their marks are called.

use super::{Locale, fields, problems, td_string};
use crate::segment::{Finding, Segment};
use crate::state::clients::SheetColumn;
use crate::workbook::{ColumnId, Reason};

/// The heading of a column.
pub fn column_title(locale: Locale, column: &SheetColumn) -> String {
    match &column.id {
        ColumnId::Field(field) => fields::field(locale, *field).to_owned(),
        ColumnId::Found(found) => fields::found(locale, *found).to_owned(),
        ColumnId::Own(_) => column.title.clone(),
    }
}

/// Why a cell is flagged.
pub fn misfit(locale: Locale, reason: Reason) -> String {
    td_string!(locale, grid.misfit, reason = problems::reason(locale, reason)).to_string()
}

/// A segment's name, as the board's columns have it.
pub fn segment_name(locale: Locale, segment: Segment) -> &'static str {
    match segment {
        Segment::Small => td_string!(locale, segment.names.small),
        Segment::Medium => td_string!(locale, segment.names.medium),
        Segment::Large => td_string!(locale, segment.names.large),
        Segment::State => td_string!(locale, segment.names.state),
    }
}

/// What is to be known about a segment that is shown in a cell; empty where it was found with confidence.
pub fn segment_note(locale: Locale, finding: Finding) -> &'static str {
    if finding.is_chosen() {
        td_string!(locale, grid.chosen)
    } else if finding.asks {
        td_string!(locale, grid.asks)
    } else if finding.basis.is_estimate() {
        td_string!(locale, grid.estimated)
    } else {
        ""
    }
}
