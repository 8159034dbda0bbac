//! Calculated columns as formulas that go on living in the spreadsheet.

use super::order::ExportColumn;
use crate::exchange::column_letters;
use crate::formula::{self, Formula};
use crate::workbook::ColumnId;

/// Characters that a spreadsheet takes in a formula.
const LONGEST: usize = 8_192;

/// The formula of a cell in a calculated column, in the spreadsheet's own words. Nothing where it calculates what a
/// spreadsheet can't: then the value is written.
///
/// `row` counts from 1; `columns` are those of the written sheet from A on; the clients stand in the rows 2 to
/// `last_row`.
pub fn living_formula(formula: &Formula, row: u32, columns: &[ExportColumn], last_row: u32) -> Option<String> {
    let letter = |id: &ColumnId| {
        let at = columns.iter().position(|column| column.id == *id)?;
        Some(column_letters(at as u32))
    };
    let text = formula::excel(formula, row, &letter, last_row).map(|text| format!("={text}"));
    text.filter(|text| text.encode_utf16().count() <= LONGEST)
}
