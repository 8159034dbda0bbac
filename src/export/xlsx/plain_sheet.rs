//! A plain sheet.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::names;
use super::super::plain::{PlainCell, PlainSheet};
use super::super::problem::CellProblems;
use super::super::protocol::Stage;
use super::super::serial::serial;
use super::super::writer::Report;
use super::width::Width;
use super::{cells, frame, looks};

/// Rows between two reports.
const STRIDE: usize = 1_000;

/// Writes the sheet.
pub fn write(file: &mut Worksheet, sheet: &PlainSheet, report: Report) -> Result<(), XlsxError> {
    file.set_name(names::sheet_name(&sheet.name, &[]))?;
    let mut widths = Vec::with_capacity(sheet.headings.len());
    let mut problems = CellProblems::default();
    for (heading, at) in sheet.headings.iter().zip(0..) {
        cells::text(file, (0, at), heading, Some(&looks::heading()), heading, &mut problems)?;
        widths.push(Width::of_heading(heading));
    }
    let (date, text) = (looks::number("yyyy-mm-dd"), looks::text());
    for (row, at) in sheet.rows.iter().zip(1_u32..) {
        if (at as usize).is_multiple_of(STRIDE) {
            report(Stage::Filling, at as f32 / sheet.rows.len() as f32);
        }
        for ((cell, column), width) in row.iter().zip(0..).zip(&mut widths) {
            match cell {
                PlainCell::Empty => {}
                PlainCell::Number(number) if !number.is_finite() => {}
                PlainCell::Number(number) => {
                    width.look_at_digits(number.to_string().len());
                    file.write_number(at, column, *number)?;
                }
                PlainCell::Text(words) => {
                    width.look(words);
                    let is_number = words.bytes().all(|letter| letter.is_ascii_digit());
                    let is_formula = words.starts_with(['=', '+', '-', '@']) && words.len() <= 255;
                    let format = (is_number || is_formula).then_some(&text);
                    cells::text(file, (at, column), words, format, "", &mut problems)?;
                }
                PlainCell::Day(day) => {
                    width.look_at_digits(10);
                    match serial(*day) {
                        Some(number) => file.write_number_with_format(at, column, number, &date)?,
                        None => file.write_string(at, column, day.to_string())?,
                    };
                }
            }
        }
    }
    for (width, at) in widths.iter().zip(0..) {
        file.set_column_width(at, width.value())?;
    }
    if let Some(last) = (sheet.headings.len() as u16).checked_sub(1) {
        frame(file, sheet.rows.len() as u32, last)?;
    }
    Ok(())
}
