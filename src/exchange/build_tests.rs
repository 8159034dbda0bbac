//! What becomes of values, column by column and sheet by sheet.

use super::super::build::build;
use super::super::mapping::{Action, ColumnMapping, Mapping};
use super::super::problem::Problems;
use super::super::progress::Progress;
use super::*;
use crate::workbook::{Batch, ColumnId, Field, Source, Value};

/// Builds one column with this heading and these cells.
fn built(heading: &str, cells: &[Raw<'_>], change: impl Fn(&mut ColumnMapping)) -> (Batch, Problems) {
    let mut sheet = Sheet::default();
    sheet.push_text(0, 0, heading).expect("small");
    for (cell, row) in cells.iter().zip(1..) {
        match cell {
            Raw::Text(text) => sheet.push_text(row, 0, text),
            Raw::Number(number) => sheet.push_number(row, 0, *number),
            Raw::Date(days) => sheet.push_date(row, 0, *days),
            Raw::Boolean(value) => sheet.push_boolean(row, 0, *value),
            Raw::Error(text) => sheet.push_error(row, 0, text),
        }
        .expect("small");
    }
    sheet.finish();
    let mut column = ColumnMapping::new(0, Action::LeaveOut);
    change(&mut column);
    let mapping = Mapping { sheet: 0, heading_row: 1, columns: vec![column], ..Mapping::default() };
    build(&sheet, &mapping, Source::default(), &Progress::new(|_, _| {}))
}

fn texts<'a>(texts: &[&'a str]) -> Vec<Raw<'a>> {
    texts.iter().map(|text| Raw::Text(text)).collect()
}

fn values(batch: &Batch) -> Vec<Value> {
    let Some(column) = batch.columns.first() else { return Vec::new() };
    (0..batch.rows).map(|row| column.data.get(row)).collect()
}

#[track_caller]
fn numbers(field: Field, cells: &[Raw<'_>], expected: &[f64]) {
    let (batch, problems) = built("x", cells, |column| column.action = Action::Field(field));
    assert_eq!(values(&batch), expected.iter().map(|number| Value::Number(*number)).collect::<Vec<_>>());
    assert_eq!(problems.count, 0);
}

#[track_caller]
fn misfit(field: Field, cell: Raw<'_>, text: &str, reason: Reason) {
    let (batch, problems) = built("x", &[cell], |column| column.action = Action::Field(field));
    assert_eq!(values(&batch), [Value::Misfit(Misfit { text: text.to_owned(), reason })]);
    let problem = problems.list.first().expect("a problem");
    assert_eq!((problem.row, problem.position, problem.heading.as_str()), (2, 0, "x"));
    assert_eq!((problem.text.as_str(), problem.reason, problems.count), (text, reason, 1));
}

#[test]
fn numbers_of_all_kinds() {
    numbers(Field::Revenue, &texts(&["1.234,5", "1.000", "7"]), &[1234.5, 1000.0, 7.0]);
    numbers(Field::Revenue, &texts(&["1,234.5", "1,000", "7"]), &[1234.5, 1000.0, 7.0]);
    numbers(Field::Revenue, &[Raw::Number(5.25), Raw::Text("12.5万")], &[5.25, 125_000.0]);
    numbers(Field::Orders, &[Raw::Text("45%")], &[0.45]);
}

#[test]
fn units_of_the_heading_apply_once() {
    let (batch, _) = built("销售额（万元）", &[Raw::Number(1.1), Raw::Text("2亿")], |column| {
        column.action = Action::Field(Field::Revenue);
        column.unit = 1e4;
    });
    assert_eq!(values(&batch), [Value::Number(11_000.0), Value::Number(2e8)]);
}

#[test]
fn shares_are_found_out_column_by_column() {
    numbers(Field::Margin, &texts(&["25", "7,5", "0"]), &[0.25, 0.075, 0.0]);
    numbers(Field::Margin, &[Raw::Number(0.25), Raw::Number(0.5)], &[0.25, 0.5]);
    numbers(Field::Margin, &texts(&["25%", "0.5%"]), &[0.25, 0.005]);
    let (batch, _) = built("наценка", &[Raw::Number(25.0)], |column| {
        column.action = Action::Field(Field::Margin);
        column.is_markup = true;
    });
    assert_eq!(values(&batch), [Value::Number(0.2)]);
}

#[test]
fn what_does_not_fit_is_kept_and_listed() {
    misfit(Field::Revenue, Raw::Text("n/a"), "n/a", Reason::NotANumber);
    misfit(Field::Revenue, Raw::Error("#REF!"), "#REF!", Reason::CellError);
    misfit(Field::Revenue, Raw::Date(0.0), "1970-01-01", Reason::NotANumber);
    misfit(Field::Margin, Raw::Text("high"), "high", Reason::NotAPercent);
    misfit(Field::LastOrder, Raw::Text("soon"), "soon", Reason::NotADate);
    misfit(Field::LastOrder, Raw::Text("31.02.2024"), "31.02.2024", Reason::NoSuchDay);
    misfit(Field::TaxId, Raw::Number(911_100_006_000_373_400.0), "911100006000373000", Reason::PrecisionLost);
    misfit(Field::Name, Raw::Error("#N/A"), "#N/A", Reason::CellError);
}

#[test]
fn numbers_in_columns_of_texts_look_as_in_the_sheet() {
    let cells = [Raw::Number(2134.0), Raw::Text("02134"), Raw::Number(7.5), Raw::Date(0.5), Raw::Boolean(true)];
    let (batch, problems) = built("x", &cells, |column| column.action = Action::Field(Field::Code));
    let expected = ["2134", "02134", "7.5", "1970-01-01 12:00", "TRUE"].map(Value::text);
    assert_eq!((values(&batch), problems.count), (expected.to_vec(), 0));
}

#[test]
fn equal_texts_share_a_code() {
    let (batch, _) = built("x", &texts(&["A", "B", "A"]), |column| column.action = Action::Field(Field::Region));
    let texts = batch.columns[0].data.texts().expect("texts");
    assert_eq!((texts.codes.as_slice(), texts.code_count()), ([1, 2, 1].as_slice(), 3));
}

#[test]
fn dates_of_all_kinds() {
    let cells = [Raw::Date(19_797.75), Raw::Number(45_366.0), Raw::Text("2024-03-15 10:30"), Raw::Text("45366")];
    let (batch, problems) = built("x", &cells, |column| column.action = Action::Field(Field::LastOrder));
    let day = Value::Date(crate::workbook::Day::new(2024, 3, 15).expect("a day"));
    assert_eq!((values(&batch), problems.count), (vec![day; 4], 0));
}

#[test]
fn an_order_that_nobody_said_is_not_guessed() {
    let cells = texts(&["03/04/2024", "05/06/2024"]);
    let (batch, problems) = built("Last order", &cells, |column| column.action = Action::Field(Field::LastOrder));
    assert_eq!(batch.columns[0].definition.id, ColumnId::Own("lastorder".to_owned()));
    assert_eq!((values(&batch), problems.count), (["03/04/2024", "05/06/2024"].map(Value::text).to_vec(), 0));
    let (batch, _) = built("Last order", &cells, |column| {
        column.action = Action::Field(Field::LastOrder);
        column.dates = Some(DateOrder::MonthFirst);
    });
    assert_eq!(values(&batch)[0], Value::Date(crate::workbook::Day::new(2024, 3, 4).expect("a day")));
}

#[test]
fn rows_that_hold_nothing_are_no_rows_and_all_others_stay() {
    let mut sheet = Sheet::default();
    for (row, column, text) in [(0, 0, "Name"), (2, 0, "Acme"), (5, 1, "left out"), (7, 0, "n/a")] {
        sheet.push_text(row, column, text).expect("small");
    }
    let columns = vec![ColumnMapping::new(0, Action::Field(Field::Revenue))];
    let mapping = Mapping { sheet: 0, heading_row: 1, columns, ..Mapping::default() };
    let (batch, problems) = build(&sheet, &mapping, Source::default(), &Progress::new(|_, _| {}));
    assert_eq!(batch.rows, 3);
    let rows: Vec<u32> = problems.list.iter().map(|problem| problem.row).collect();
    assert_eq!(rows, [3, 8]);
    assert_eq!(batch.columns[0].data.text(2), "n/a");
}

#[test]
fn two_columns_on_one_field_both_stay() {
    let mut sheet = Sheet::default();
    for (row, column, text) in [(0, 0, "Phone"), (0, 1, "Mobile"), (1, 0, "1"), (1, 1, "2")] {
        sheet.push_text(row, column, text).expect("small");
    }
    let columns = (0..2).map(|position| ColumnMapping::new(position, Action::Field(Field::Phone))).collect();
    let mapping = Mapping { sheet: 0, heading_row: 1, columns, ..Mapping::default() };
    let (batch, _) = build(&sheet, &mapping, Source::default(), &Progress::new(|_, _| {}));
    let ids: Vec<ColumnId> = batch.columns.iter().map(|column| column.definition.id.clone()).collect();
    assert_eq!(ids, [ColumnId::Field(Field::Phone), ColumnId::Own("mobile".to_owned())]);
}
