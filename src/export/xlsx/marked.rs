//! The very hidden sheet by which a workbook is known again.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::marks;
use super::super::names;
use super::super::order::XlsxOrder;
use super::TEXT;

/// Writes the sheet.
pub fn write(sheet: &mut Worksheet, order: &XlsxOrder) -> Result<(), XlsxError> {
    sheet.set_name(marks::SHEET)?;
    sheet.set_very_hidden(true);
    let rows = std::iter::once(marks::HEADINGS.map(str::to_owned)).chain(marks::rows(order));
    for (cells, row) in rows.zip(0..) {
        for (cell, column) in cells.iter().zip(0..) {
            sheet.write_string(row, column, names::cut(cell, TEXT))?;
        }
    }
    Ok(())
}
