//! Calculated columns as formulas that go on living in the spreadsheet.

use super::order::ExportColumn;

/// The formula of a cell in a calculated column (with `=`), in the spreadsheet's own words. Nothing where the column
/// is no calculated one, or calculates what a spreadsheet can't: then the value is written.
///
/// `row` counts from 1; `columns` are those of the written sheet from A on, under the headings that are written there;
/// the clients stand in the rows 2 to `last_row`.
pub fn living_formula(_column: &ExportColumn, _row: u32, _columns: &[ExportColumn], _last_row: u32) -> Option<String> {
    // No kind of column is calculated yet.
    None
}
