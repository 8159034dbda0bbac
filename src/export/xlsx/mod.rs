//! Workbooks for other programs.

mod cells;
mod clients;
mod looks;
mod marked;
mod plain_sheet;
mod segments;
mod width;

use rust_xlsxwriter::{DocProperties, Workbook as File, Worksheet, XlsxError};

use super::error::ExportError;
use super::names;
use super::order::XlsxOrder;
use super::plain::PlainSheet;
use super::problem::CellProblems;
use super::protocol::Stage;
use super::writer::{Report, Written};
use crate::segment::Findings;
use crate::workbook::Workbook;

/// What a sheet of a workbook can hold.
const ROWS: u32 = 1 << 20;
const COLUMNS: usize = 1 << 14;
/// Characters of UTF-16 in a cell.
const TEXT: usize = 32_767;
/// A third faster than the next level for half as much again in size: who waits, waits for packing.
const COMPRESSION: u8 = 2;

impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> Self {
        Self::NotWritten(error.to_string())
    }
}

/// The whole workbook: a sheet for each of its sheets, and the marks by which it is known again.
pub(super) fn workbook(
    mut order: XlsxOrder,
    workbook: &Workbook,
    findings: &Findings,
    report: Report,
) -> Result<Written, ExportError> {
    let table = workbook.table();
    clients::add_chosen_on(&mut order, table);
    names::unique(order.columns.iter_mut().map(|column| &mut column.title));
    let reserved = [super::marks::SHEET.to_owned()];
    order.words.clients = names::sheet_name(&order.words.clients, &reserved);
    let [marks] = reserved;
    order.words.segments = names::sheet_name(&order.words.segments, &[marks, order.words.clients.clone()]);
    if table.client_count() >= ROWS {
        return Err(ExportError::TooManyRows);
    }
    if order.columns.len() >= COLUMNS {
        return Err(ExportError::TooManyColumns);
    }
    let mut problems = CellProblems::default();
    let mut file = new_file();
    file.set_properties(&DocProperties::new().set_title(&order.title));
    clients::write(file.add_worksheet(), &order, workbook, findings, &mut problems, report)?;
    segments::write(file.add_worksheet(), &order, workbook, findings)?;
    marked::write(file.add_worksheet(), &order)?;
    report(Stage::Packing, 0.0);
    Ok((file.save_to_buffer()?, problems))
}

/// A plain sheet as a workbook of its own.
pub(super) fn plain(sheet: PlainSheet, report: Report) -> Result<Vec<u8>, ExportError> {
    if sheet.rows.len() >= ROWS as usize {
        return Err(ExportError::TooManyRows);
    }
    if sheet.headings.len() > COLUMNS {
        return Err(ExportError::TooManyColumns);
    }
    let mut file = new_file();
    plain_sheet::write(file.add_worksheet(), &sheet, report)?;
    report(Stage::Packing, 0.0);
    Ok(file.save_to_buffer()?)
}

fn new_file() -> File {
    let mut file = File::new();
    file.set_zip_compression_level(COMPRESSION);
    file
}

/// Keeps the headings and the first column in sight, and offers filters below the headings. The filters reach over all
/// columns, hidden ones too: they sort nothing but what they cover, and a row must never lose its id.
fn frame(sheet: &mut Worksheet, last_row: u32, last_column: u16) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, last_row.max(1), last_column)?;
    Ok(())
}
