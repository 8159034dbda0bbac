//! A sheet that is imported again over the clients: what is read of it besides what the person mapped.

use super::conventions::DateOrder;
use super::kontor_marks::Marks;
use super::mapping::{Action, ColumnMapping, Mapping};
use super::sheet::{Raw, RawCell, Sheet};
use crate::exchange::ROW_ID_HEADING;
use crate::workbook::{ColumnId, ColumnKind, Field};

/// The heading stands among the first cells of its column.
const TOP: usize = 20;
/// The identity of the column of row ids while a sheet is compared: no heading becomes it.
const ROW_IDS: &str = "\u{1}row ids";

/// The column with the clients' identities in a sheet that Kontor wrote.
pub fn row_id_column(sheet: &Sheet) -> Option<u32> {
    let is_heading = |cell: &RawCell| matches!(sheet.raw(*cell), Raw::Text(text) if text == ROW_ID_HEADING);
    let at = sheet.columns.iter().position(|column| column.cells.iter().take(TOP).any(is_heading))?;
    u32::try_from(at).ok()
}

/// The mapping by which a sheet is compared: with the clients' identities, and with the segments of a file of Kontor's
/// own. Where only is counted, nothing but what tells clients apart.
pub fn mapping(sheet: &Sheet, mut mapping: Mapping, marks: &Marks, count_only: bool) -> Mapping {
    if count_only {
        let keys = [Field::TaxId, Field::Code, Field::Name].map(Action::Field);
        mapping.columns.retain(|column| keys.contains(&column.action));
    } else {
        take_segments(sheet, &mut mapping, marks);
    }
    if let Some(position) = row_id_column(sheet) {
        mapping.columns.retain(|column| column.position != position);
        let (id, title) = (ROW_IDS.to_owned(), ROW_ID_HEADING.to_owned());
        mapping.columns.push(ColumnMapping::new(position, Action::Own { id, title, kind: ColumnKind::Text }));
    }
    mapping
}

/// Takes in the segments of a file of Kontor's own, with the days on which they were chosen, and says whether it has
/// both.
pub fn take_segments(sheet: &Sheet, mapping: &mut Mapping, marks: &Marks) -> bool {
    let Some(row) = mapping.heading_row.checked_sub(1) else { return false };
    let mut taken = 0;
    for field in [Field::Segment, Field::SegmentChosen] {
        let Some(heading) = marks.heading(&field.into()) else { continue };
        let is_it = |column: &&mut ColumnMapping| {
            column.action == Action::LeaveOut && sheet.text(row, column.position) == heading
        };
        if let Some(column) = mapping.columns.iter_mut().find(is_it) {
            column.action = Action::Field(field);
            column.dates = Some(DateOrder::YearFirst);
            taken += 1;
        }
    }
    taken == 2
}

/// What the numbers of each column are multiplied by, where they are.
pub fn units(mapping: &Mapping) -> Vec<(ColumnId, f64)> {
    let with_unit = mapping.columns.iter().filter(|column| (column.unit - 1.0).abs() > f64::EPSILON);
    with_unit.filter_map(|column| Some((column.action.definition("")?.id, column.unit))).collect()
}
