//! What is shown, as text: UTF-8 with a byte order mark (without it Excel takes another encoding), quoted as RFC 4180
//! has it, with lines that end in CR LF.

use std::borrow::Cow;

use ::csv::{Terminator, WriterBuilder};

use super::error::ExportError;
use super::order::{CsvOrder, ExportColumn, segment_name};
use super::protocol::Stage;
use super::writer::Report;
use crate::exchange::DecimalMark;
use crate::segment::Findings;
use crate::workbook::{ClientTable, ColumnData, ColumnKind, Values};

const MARK: &[u8] = "\u{feff}".as_bytes();
/// Rows between two reports.
const STRIDE: usize = 2_000;

/// Writes the file.
pub fn write(
    order: &CsvOrder,
    table: &ClientTable,
    findings: &Findings,
    report: Report,
) -> Result<Vec<u8>, ExportError> {
    // Where the comma is the decimal mark, a spreadsheet expects the semicolon between values.
    let delimiter = if order.decimal == DecimalMark::Comma { b';' } else { b',' };
    let mut bytes = Vec::with_capacity(1 << 16);
    bytes.extend_from_slice(MARK);
    let mut writer = WriterBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).from_writer(bytes);
    let columns: Vec<(&ExportColumn, &ColumnData)> =
        order.columns.iter().map(|column| (column, table.data(&column.id))).collect();
    let refused = |error: ::csv::Error| ExportError::NotWritten(error.to_string());
    let headings = columns.iter().map(|(column, _)| harmless(&column.title).into_owned());
    writer.write_record(headings).map_err(refused)?;
    let rows: Vec<u32> = match &order.rows {
        Some(ids) => ids.iter().filter_map(|id| table.row_of(*id)).collect(),
        None => table.rows().collect(),
    };
    for (at, row) in rows.iter().enumerate() {
        if at % STRIDE == 0 {
            report(Stage::Filling, at as f32 / rows.len() as f32);
        }
        for (column, data) in &columns {
            let cell = if column.is_segment() {
                Cow::Borrowed(segment_name(&order.segments, findings.segment(*row)))
            } else {
                cell(data, column.kind, *row, order.decimal)
            };
            writer.write_field(cell.as_bytes()).map_err(refused)?;
        }
        writer.write_record(None::<&[u8]>).map_err(refused)?;
    }
    writer.into_inner().map_err(|error| ExportError::NotWritten(error.to_string()))
}

fn cell(data: &ColumnData, kind: ColumnKind, row: u32, decimal: DecimalMark) -> Cow<'_, str> {
    match &data.values {
        Values::Numbers(_) if !data.misfits.contains_key(&row) => {
            data.number(row).map_or(Cow::Borrowed(""), |number| Cow::Owned(plain_number(number, kind, decimal)))
        }
        // The one form that no country reads otherwise.
        Values::Days(_) if !data.misfits.contains_key(&row) => {
            data.day(row).map_or(Cow::Borrowed(""), |day| Cow::Owned(day.to_string()))
        }
        _ => harmless(data.text(row)),
    }
}

/// All digits, none grouped.
fn plain_number(number: f64, kind: ColumnKind, decimal: DecimalMark) -> String {
    let mut text = if kind == ColumnKind::Percent {
        // Without the crumbs of the multiplication: 7 and not 7.000000000000001.
        let hundredfold = number * 100.0;
        let tidy = (hundredfold * 1e10).round() / 1e10;
        format!("{}%", if tidy.is_finite() && hundredfold.abs() < 1e5 { tidy } else { hundredfold })
    } else {
        number.to_string()
    };
    if decimal == DecimalMark::Comma {
        text = text.replace('.', ",");
    }
    text
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front: the usual sign for a text.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::{Batch, BatchColumn, ColumnDefinition, ColumnId, Day, Misfit, Origin, Reason, RowId, Value};

    fn written(columns: &[(ColumnKind, &str, &[Value])], decimal: DecimalMark, rows: Option<&[u32]>) -> String {
        let of = |(at, (kind, title, values)): (usize, &(ColumnKind, &str, &[Value]))| {
            let id = ColumnId::Own(at.to_string());
            let mut data = ColumnData::default();
            (0..).zip(*values).for_each(|(row, value)| data.set(row, value, *kind));
            BatchColumn { definition: ColumnDefinition { id, title: (*title).to_owned(), kind: *kind }, data }
        };
        let count = columns.iter().map(|(.., values)| values.len()).max().unwrap_or_default() as u32;
        let batch = Batch {
            source: crate::workbook::Source::default(),
            rows: count,
            columns: columns.iter().enumerate().map(of).collect(),
            history: crate::workbook::History::default(),
        };
        let exported = |column: &BatchColumn| {
            let ColumnDefinition { id, title, kind } = column.definition.clone();
            ExportColumn::new(id, title, kind)
        };
        let order = CsvOrder {
            columns: batch.columns.iter().map(exported).collect(),
            rows: rows.map(|rows| rows.iter().map(|row| RowId { origin: Origin(0), index: *row }).collect()),
            decimal,
            ..CsvOrder::default()
        };
        let bytes = write(&order, &ClientTable::of_batch(batch), &Findings::default(), &mut |_, _| {}).expect("a file");
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[track_caller]
    fn check(kind: ColumnKind, value: Value, decimal: DecimalMark, expected: &str) {
        let values = [value, Value::Empty];
        let empty = "\"\"";
        assert_eq!(written(&[(kind, "A", &values)], decimal, None), format!("\u{feff}A\r\n{expected}\r\n{empty}\r\n"));
    }

    #[test]
    fn numbers_keep_their_digits_and_the_mark_of_the_language() {
        use DecimalMark::{Comma, Point};
        check(ColumnKind::Money, Value::Number(1_234_567.5), Point, "1234567.5");
        check(ColumnKind::Money, Value::Number(-1234.05), Comma, "-1234,05");
        check(ColumnKind::Percent, Value::Number(0.07), Point, "7%");
        check(ColumnKind::Percent, Value::Number(0.256), Comma, "25,6%");
        check(ColumnKind::Date, Value::Date(Day(20_000)), Comma, "2024-10-04");
    }

    #[test]
    fn texts_are_quoted_where_they_must_be_and_never_become_formulas() {
        let text =
            |text: &str, expected: &str| check(ColumnKind::Text, Value::text(text), DecimalMark::Point, expected);
        text("a,b", "\"a,b\"");
        text("say \"hi\"", "\"say \"\"hi\"\"\"");
        text("two\nlines", "\"two\nlines\"");
        text("=1+1", "'=1+1");
        text("+49 30", "'+49 30");
        text("-5", "'-5");
        text("@SUM(A1)", "'@SUM(A1)");
        text("007", "007");
        check(ColumnKind::Text, Value::text("a;b,c"), DecimalMark::Comma, "\"a;b,c\"");
        let misfit = Value::Misfit(Misfit { text: "=cmd".to_owned(), reason: Reason::NotANumber });
        check(ColumnKind::Number, misfit, DecimalMark::Point, "'=cmd");
    }

    #[test]
    fn only_the_rows_that_are_shown_are_written_in_their_order() {
        let values = ["a", "b", "c"].map(Value::text);
        let columns = [(ColumnKind::Text, "=A", values.as_slice())];
        assert_eq!(written(&columns, DecimalMark::Point, Some(&[2, 0])), "\u{feff}'=A\r\nc\r\na\r\n");
    }
}
