//! The sheet of clients.

use std::collections::HashMap;

use rust_xlsxwriter::{Format, Formula, IgnoreError, Worksheet, XlsxError};

use super::super::error::ExportError;
use super::super::living::living_formula;
use super::super::names;
use super::super::order::{ExportColumn, XlsxOrder, segment_name};
use super::super::problem::CellProblems;
use super::super::protocol::Stage;
use super::super::writer::Report;
use super::width::Width;
use super::{TEXT, cells, frame, looks};
use crate::exchange::ROW_ID_HEADING;
use crate::formula::Fault;
use crate::segment::Findings;
use crate::workbook::{
    ClientTable, ColumnData, ColumnKind, Day, Field, NO_DAY, Texts, Value, Values, Workbook, choice_colours,
};

/// Rows between two reports.
const STRIDE: u32 = 1_000;
/// So many rows are looked at for the width of their columns.
const LOOKED_AT: usize = 400;

/// Where the values of a column come from.
enum Cells<'a> {
    /// The row's segment, in words.
    Segment,
    Numbers(&'a [f64]),
    Days(&'a [i32]),
    Texts(&'a Texts),
    /// Only what does not fit.
    Misfits,
}

/// A column, ready to be written.
struct Source<'a> {
    column: &'a ExportColumn,
    data: &'a ColumnData,
    cells: Cells<'a>,
    colours: HashMap<String, Format>,
    /// What the column is calculated by.
    formula: Option<&'a crate::formula::Formula>,
    at: u16,
}

/// Adds the days on which segments were chosen by hand, where there are any.
pub fn add_chosen_on(order: &mut XlsxOrder, table: &ClientTable) {
    let id = Field::SegmentChosen.into();
    if !table.data(&id).is_empty() && order.columns.iter().all(|column| column.id != id) {
        let title = order.words.chosen_on.clone();
        order.columns.push(ExportColumn::new(id, title, Field::SegmentChosen.kind()));
    }
}

/// Writes the sheet: the headings, all clients, and their ids in a last, hidden column.
pub fn write(
    sheet: &mut Worksheet,
    order: &XlsxOrder,
    workbook: &Workbook,
    findings: &Findings,
    problems: &mut CellProblems,
    report: Report,
) -> Result<(), ExportError> {
    let table = workbook.table();
    sheet.set_name(&order.words.clients)?;
    // Otherwise a formula that comes to nothing would be stored with a 0.
    sheet.set_formula_result_default("");
    let sources: Vec<Source> =
        (0..).zip(&order.columns).map(|(at, column)| Source::new(at, column, workbook)).collect();
    let ids = sources.len() as u16;
    let count = table.client_count();
    for source in &sources {
        prepare(sheet, source, order, workbook, count)?;
    }
    sheet.write_string_with_format(0, ids, ROW_ID_HEADING, &looks::heading())?;
    sheet.set_column_hidden(ids)?;
    frame(sheet, count, ids)?;
    let names = &order.words.segment_names;
    for (row, at) in table.rows().zip(1_u32..) {
        if at % STRIDE == 0 {
            report(Stage::Filling, at as f32 / count as f32);
        }
        for source in &sources {
            let formula = source.formula.and_then(|formula| living_formula(formula, at + 1, &order.columns, count + 1));
            if let Some(formula) = formula {
                let formula = Formula::new(formula).set_result(result(&source.data.get(row), source.column.kind));
                sheet.write_formula(at, source.at, formula)?;
            } else if let Cells::Segment = source.cells {
                let name = segment_name(names, findings.segment(row));
                source.text(sheet, at, name, problems)?;
            } else {
                source.cell(sheet, row, at, problems)?;
            }
        }
        if let Some(id) = table.row_id(row) {
            sheet.write_string(at, ids, id.to_string())?;
        }
    }
    Ok(())
}

/// What a formula comes to, as a spreadsheet stores it.
fn result(value: &Value, kind: ColumnKind) -> String {
    match value {
        Value::Number(number) if kind == ColumnKind::YesNo => if *number == 0.0 { "FALSE" } else { "TRUE" }.to_owned(),
        Value::Empty => String::new(),
        Value::Text(text) => text_result(text),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => super::super::serial::serial(*day).map_or_else(|| day.to_string(), |day| day.to_string()),
        Value::Misfit(misfit) if Fault::of(misfit).is_some() => misfit.text.clone(),
        Value::Misfit(misfit) => text_result(&misfit.text),
    }
}

/// A text that a formula comes to. What is stored says by its looks of what sort it is: a text that looks like a number
/// or an error gets a space behind it, until the spreadsheet calculates it anew. A truth value is one there too.
fn text_result(text: &str) -> String {
    const ERRORS: [&str; 8] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"];
    let text = names::cut(text, TEXT);
    if text.is_empty() || (text.parse::<f64>().is_err() && !ERRORS.contains(&text)) {
        return text.to_owned();
    }
    format!("{text} ")
}

/// The column's heading, width and look.
fn prepare(
    sheet: &mut Worksheet,
    source: &Source,
    order: &XlsxOrder,
    workbook: &Workbook,
    count: u32,
) -> Result<(), XlsxError> {
    let (column, at) = (source.column, source.at);
    sheet.write_string_with_format(0, at, &column.title, &looks::heading())?;
    let width = source.width(workbook.table(), &order.words.segment_names);
    sheet.set_column_width(at, width.value())?;
    if column.is_hidden {
        sheet.set_column_hidden(at)?;
    }
    let look = match source.cells {
        Cells::Segment => None,
        _ if source.formula.is_some() => {
            looks::calculated(column.kind, source.data, workbook.currency(), &order.date_format)
        }
        _ => looks::column(column.kind, source.data, workbook.currency(), &order.date_format),
    };
    if let Some(look) = look {
        sheet.set_column_format(at, &look)?;
        if column.kind.is_text() && count > 0 {
            // Otherwise Excel marks each of them as a number that was mistaken for a text.
            sheet.ignore_error_range(1, at, count, at, IgnoreError::NumberStoredAsText)?;
        }
    }
    Ok(())
}

impl<'a> Source<'a> {
    fn new(at: u16, column: &'a ExportColumn, workbook: &'a Workbook) -> Self {
        let data = workbook.table().data(&column.id);
        let cells = match &data.values {
            _ if column.is_segment() => Cells::Segment,
            Values::None => Cells::Misfits,
            Values::Numbers(numbers) => Cells::Numbers(numbers),
            Values::Days(days) => Cells::Days(days),
            Values::Texts(texts) => Cells::Texts(texts),
        };
        let colours = choice_colours(workbook, &column.id).into_iter();
        let colours = colours.map(|(text, colour)| (text, looks::coloured(colour.ground()))).collect();
        let formula = workbook.formula(&column.id).and_then(|(_, formula)| formula);
        Self { column, data, cells, colours, formula, at }
    }

    /// Writes the value of a row into a row of the sheet.
    fn cell(&self, sheet: &mut Worksheet, row: u32, at: u32, problems: &mut CellProblems) -> Result<(), XlsxError> {
        if !self.data.misfits.is_empty()
            && let Some(misfit) = self.data.misfits.get(&row)
        {
            return self.text(sheet, at, &misfit.text, problems);
        }
        let row = row as usize;
        match &self.cells {
            Cells::Numbers(numbers) => match numbers.get(row) {
                Some(number) if number.is_finite() && self.column.kind == ColumnKind::YesNo => {
                    sheet.write_boolean(at, self.at, *number != 0.0).map(drop)
                }
                Some(number) if number.is_finite() => sheet.write_number(at, self.at, *number).map(drop),
                _ => Ok(()),
            },
            Cells::Days(days) => match days.get(row) {
                Some(day) if *day != NO_DAY => cells::day(sheet, (at, self.at), Day(*day)),
                _ => Ok(()),
            },
            Cells::Texts(texts) => match texts.codes.get(row) {
                Some(code) if *code != 0 => self.text(sheet, at, texts.of_code(*code), problems),
                _ => Ok(()),
            },
            Cells::Segment | Cells::Misfits => Ok(()),
        }
    }

    fn text(&self, sheet: &mut Worksheet, at: u32, text: &str, problems: &mut CellProblems) -> Result<(), XlsxError> {
        let colour = if self.colours.is_empty() { None } else { self.colours.get(text) };
        cells::text(sheet, (at, self.at), text, colour, &self.column.title, problems)
    }

    fn width(&self, table: &ClientTable, segments: &[String; 4]) -> Width {
        let mut width = Width::of_heading(&self.column.title);
        match &self.cells {
            Cells::Segment => segments.iter().for_each(|name| width.look(name)),
            // The longest form of a day.
            Cells::Days(_) => width.look_at_digits(10),
            _ => {
                for row in table.rows().take(LOOKED_AT) {
                    match self.data.number(row) {
                        // Room for marks between thousands, two digits behind and a currency.
                        Some(number) => width.look_at_digits(number.trunc().to_string().len() * 4 / 3 + 7),
                        None => width.look(self.data.text(row)),
                    }
                }
            }
        }
        width
    }
}
