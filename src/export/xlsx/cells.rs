//! Single cells.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::super::names;
use super::super::problem::{CellProblem, CellProblems};
use super::super::serial::serial;
use super::TEXT;
use crate::workbook::Day;

/// Writes a text as a text, whatever it looks like. Of one that is too long for a cell the beginning is written.
pub fn text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: Option<&Format>,
    heading: &str,
    problems: &mut CellProblems,
) -> Result<(), XlsxError> {
    let mut fitting = text;
    if text.len() > TEXT {
        fitting = names::cut(text, TEXT);
        if fitting.len() < text.len() {
            let length = text.encode_utf16().count() as u32;
            problems.push(CellProblem { row: row + 1, heading: heading.to_owned(), length });
        }
    }
    match format {
        Some(format) => sheet.write_string_with_format(row, column, fitting, format)?,
        None => sheet.write_string(row, column, fitting)?,
    };
    Ok(())
}

/// Writes a day: as a text where the calendar of a spreadsheet lacks it.
pub fn day(sheet: &mut Worksheet, (row, column): (u32, u16), day: Day) -> Result<(), XlsxError> {
    match serial(day) {
        Some(number) => sheet.write_number(row, column, number)?,
        None => sheet.write_string(row, column, day.to_string())?,
    };
    Ok(())
}
