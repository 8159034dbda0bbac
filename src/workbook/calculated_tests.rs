//! Calculated columns through edits, undo, reopening and merging.

use super::super::{Batch, BatchColumn, ColumnData, ColumnKind, History, Source, Stored, Workbook};
use super::super::{
    CellEdit, Change, ChangeKind, ColumnDefinition, Edit, Field, Misfit, Origin, Reason, Refusal, RowId,
};
use super::*;

const REVENUE: ColumnId = ColumnId::Field(Field::Revenue);

fn own(id: &str) -> ColumnId {
    ColumnId::Own(id.to_owned())
}

fn workbook(revenues: &[f64]) -> Workbook {
    let mut workbook = Workbook::new(Origin(7));
    let rows = revenues.iter().map(|revenue| vec![(REVENUE, Value::Number(*revenue))]).collect();
    workbook.apply(Edit::AddRows(rows)).expect("added");
    workbook
}

fn calculate(workbook: &mut Workbook, id: &str, kind: ColumnKind, text: &str) -> Result<(), Refusal> {
    let definition = ColumnDefinition { id: own(id), title: id.to_owned(), kind };
    let record = (formula_key(&own(id)), Some(Stored::Text(text.to_owned())));
    let change =
        Change { kind: ChangeKind::Retype, columns: vec![definition], records: vec![record], ..Change::default() };
    workbook.apply(Edit::Change(change)).map(|_| ())
}

fn row(workbook: &Workbook, row: u32) -> RowId {
    workbook.table().row_id(row).expect("a row")
}

#[track_caller]
fn shows(workbook: &Workbook, id: &str, expected: &[f64]) {
    let data = workbook.table().data(&own(id));
    let values: Vec<Option<f64>> = workbook.table().rows().map(|row| data.number(row)).collect();
    assert_eq!(values, expected.iter().copied().map(Some).collect::<Vec<_>>());
    assert_eq!(workbook.check(), Vec::<String>::new());
}

#[test]
fn values_follow_what_they_are_calculated_from() {
    let mut workbook = workbook(&[100.0, 300.0]);
    calculate(&mut workbook, "double", ColumnKind::Money, "[#revenue] * 2").expect("applied");
    calculate(&mut workbook, "share", ColumnKind::Percent, "[#own:double] / SUM([#own:double])").expect("applied");
    shows(&workbook, "double", &[200.0, 600.0]);
    shows(&workbook, "share", &[0.25, 0.75]);
    let first = row(&workbook, 0);
    let applied = workbook.apply(Edit::cell(first, REVENUE, Value::Number(700.0))).expect("applied");
    assert_eq!(applied.changes.rows, [0]);
    shows(&workbook, "share", &[0.7, 0.3]);
    workbook.undo();
    shows(&workbook, "share", &[0.25, 0.75]);
    workbook.apply(Edit::AddRows(vec![vec![(REVENUE, Value::Number(400.0))]])).expect("added");
    shows(&workbook, "share", &[0.125, 0.375, 0.5]);
    workbook.apply(Edit::DeleteRows(vec![first])).expect("deleted");
    workbook.undo();
    shows(&workbook, "double", &[200.0, 600.0, 800.0]);
}

#[test]
fn a_formula_comes_and_goes_in_one_step_and_what_was_typed_comes_back() {
    let mut workbook = workbook(&[5.0]);
    workbook.apply(Edit::SetColumn { id: own("x"), title: "x".to_owned(), kind: ColumnKind::Number }).expect("made");
    let first = row(&workbook, 0);
    workbook.apply(Edit::cell(first, own("x"), Value::Number(42.0))).expect("typed");
    calculate(&mut workbook, "x", ColumnKind::Number, "[#revenue] + 1").expect("applied");
    shows(&workbook, "x", &[6.0]);
    workbook.undo();
    shows(&workbook, "x", &[42.0]);
    workbook.redo();
    shows(&workbook, "x", &[6.0]);
    workbook.apply(Edit::SetRecord { key: formula_key(&own("x")), value: None }).expect("taken away");
    shows(&workbook, "x", &[42.0]);
}

#[test]
fn the_cells_of_a_calculated_column_are_not_written() {
    let mut workbook = workbook(&[5.0]);
    calculate(&mut workbook, "x", ColumnKind::Number, "[#revenue] + 1").expect("applied");
    let first = row(&workbook, 0);
    let refused = workbook.apply(Edit::cell(first, own("x"), Value::Number(1.0)));
    assert_eq!(refused, Err(Refusal::Calculated));
    // A list that brings the column, as an exported one does, brings clients all the same.
    let cells = vec![(REVENUE, Value::Number(9.0)), (own("x"), Value::Number(1.0))];
    workbook.apply(Edit::AddRows(vec![cells])).expect("added");
    shows(&workbook, "x", &[6.0, 10.0]);
}

#[test]
fn circles_are_refused_and_shown_where_two_tabs_make_one() {
    let mut mine = workbook(&[5.0]);
    calculate(&mut mine, "a", ColumnKind::Number, "[#revenue]").expect("applied");
    calculate(&mut mine, "b", ColumnKind::Number, "[#own:a] + 1").expect("applied");
    assert_eq!(calculate(&mut mine, "a", ColumnKind::Number, "[#own:b]"), Err(Refusal::Cycle));
    assert_eq!(calculate(&mut mine, "c", ColumnKind::Number, "[#own:c]"), Err(Refusal::Cycle));
    let key = Edit::SetRecord { key: formula_key(&own("b")), value: Some(Stored::Text("1".to_owned())) };
    mine.apply(key).expect("applied");
    let (mut theirs, _) = Workbook::open(Origin(8), [mine.snapshot().as_slice()]);
    calculate(&mut mine, "a", ColumnKind::Number, "[#own:b] + 1").expect("applied");
    calculate(&mut theirs, "b", ColumnKind::Number, "[#own:a] + 1").expect("applied");
    mine.merge(&theirs.snapshot()).expect("merged");
    let expected = Value::Misfit(Misfit { text: "#CYCLE!".to_owned(), reason: Reason::CalculatedFromItself });
    assert_eq!(mine.table().value(0, &own("b")), expected);
    assert_eq!(mine.check(), Vec::<String>::new());
}

#[test]
fn a_removed_column_leaves_a_fault_until_it_comes_back() {
    let mut workbook = workbook(&[5.0]);
    workbook.apply(Edit::SetColumn { id: own("x"), title: "x".to_owned(), kind: ColumnKind::Number }).expect("made");
    calculate(&mut workbook, "y", ColumnKind::Number, "[#own:x] + [#revenue]").expect("applied");
    shows(&workbook, "y", &[5.0]);
    workbook.apply(Edit::RemoveColumn(own("x"))).expect("removed");
    let expected = Value::Misfit(Misfit { text: "#REF!".to_owned(), reason: Reason::ColumnGone });
    assert_eq!(workbook.table().value(0, &own("y")), expected);
    workbook.undo();
    shows(&workbook, "y", &[5.0]);
}

#[test]
fn the_day_comes_from_outside() {
    let mut workbook = workbook(&[5.0]);
    calculate(&mut workbook, "year", ColumnKind::Number, "YEAR(TODAY())").expect("applied");
    assert_eq!(workbook.table().value(0, &own("year")), Value::Empty);
    let changes = workbook.set_today(Day::new(2026, 3, 9).expect("a day"));
    assert_eq!(changes.rows, [0]);
    shows(&workbook, "year", &[2026.0]);
    assert!(workbook.set_today(Day::new(2026, 3, 9).expect("a day")).is_empty());
}

#[test]
fn another_type_of_values_is_shown_as_it_fits() {
    let mut workbook = workbook(&[5.0, 20.0]);
    calculate(&mut workbook, "often", ColumnKind::Text, "IF([#revenue] > 10, \"often\", \"seldom\")").expect("applied");
    assert_eq!(workbook.table().value(0, &own("often")), Value::text("seldom"));
    assert_eq!(workbook.table().value(1, &own("often")), Value::text("often"));
    calculate(&mut workbook, "large", ColumnKind::YesNo, "[#revenue] > 10").expect("applied");
    shows(&workbook, "large", &[0.0, 1.0]);
    let first = row(&workbook, 0);
    workbook.apply(Edit::cell(first, REVENUE, Value::Number(11.0))).expect("applied");
    assert_eq!(workbook.table().value(0, &own("often")), Value::text("often"));
    assert_eq!(workbook.check(), Vec::<String>::new());
}

#[test]
fn a_column_gets_another_type_in_one_step() {
    let mut workbook = workbook(&[5.0, 6.0]);
    workbook.apply(Edit::SetColumn { id: own("x"), title: "x".to_owned(), kind: ColumnKind::Text }).expect("made");
    let rows = [row(&workbook, 0), row(&workbook, 1)];
    let cell = |at: usize, value: Value| CellEdit { row: rows[at], column: own("x"), value };
    workbook.apply(Edit::SetCells(vec![cell(0, Value::text("12")), cell(1, Value::text("n/a"))])).expect("typed");
    let misfit = Value::Misfit(Misfit { text: "n/a".to_owned(), reason: Reason::NotANumber });
    let change = Change {
        kind: ChangeKind::Retype,
        columns: vec![ColumnDefinition { id: own("x"), title: "x".to_owned(), kind: ColumnKind::Number }],
        cells: vec![cell(0, Value::Number(12.0)), cell(1, misfit.clone())],
        ..Change::default()
    };
    workbook.apply(Edit::Change(change)).expect("applied");
    let values = |workbook: &Workbook| [0, 1].map(|row| workbook.table().value(row, &own("x")));
    assert_eq!(values(&workbook), [Value::Number(12.0), misfit]);
    assert_eq!(workbook.check(), Vec::<String>::new());
    workbook.undo();
    assert_eq!(values(&workbook), [Value::text("12"), Value::text("n/a")]);
    assert_eq!(workbook.check(), Vec::<String>::new());
}

/// A workbook into which a list with a column of texts was imported.
fn imported(texts: &[&str]) -> Workbook {
    let mut data = ColumnData::default();
    texts.iter().zip(0..).for_each(|(text, row)| data.set(row, &Value::text(*text), ColumnKind::Text));
    let definition = ColumnDefinition { id: own("x"), title: "X".to_owned(), kind: ColumnKind::Text };
    let columns = vec![BatchColumn { definition, data }];
    let batch = Batch { source: Source::default(), rows: texts.len() as u32, columns, history: History::default() };
    let mut workbook = Workbook::new(Origin(7));
    workbook.apply(Edit::Import { origin: Origin(9), bytes: batch.to_bytes().into() }).expect("imported");
    workbook
}

#[test]
fn an_imported_column_gets_another_type_too() {
    let mut workbook = imported(&["12", "n/a", ""]);
    let cell =
        |workbook: &Workbook, at: u32, value: Value| CellEdit { row: row(workbook, at), column: own("x"), value };
    let misfit = Value::Misfit(Misfit { text: "n/a".to_owned(), reason: Reason::NotANumber });
    let change = Change {
        kind: ChangeKind::Retype,
        columns: vec![ColumnDefinition { id: own("x"), title: "Amount".to_owned(), kind: ColumnKind::Number }],
        cells: vec![cell(&workbook, 0, Value::Number(12.0)), cell(&workbook, 1, misfit.clone())],
        ..Change::default()
    };
    let values = |workbook: &Workbook| [0, 1, 2].map(|row| workbook.table().value(row, &own("x")));
    let before = values(&workbook);
    workbook.apply(Edit::Change(change)).expect("applied");
    assert_eq!(values(&workbook), [Value::Number(12.0), misfit, Value::Empty]);
    assert_eq!(workbook.check(), Vec::<String>::new());
    let definition = workbook.table().column(&own("x")).map(|column| column.definition.clone()).expect("the column");
    assert_eq!((definition.title.as_str(), definition.kind), ("Amount", ColumnKind::Number));
    workbook.undo();
    assert_eq!(values(&workbook), before);
    assert_eq!(workbook.check(), Vec::<String>::new());
    workbook.redo();
    assert_eq!(workbook.table().data(&own("x")).number(0), Some(12.0));
    assert_eq!(workbook.check(), Vec::<String>::new());
}

#[test]
fn the_same_list_again_comes_under_the_type_that_the_column_has_now() {
    let mut workbook = imported(&["12"]);
    let definition = ColumnDefinition { id: own("x"), title: "X".to_owned(), kind: ColumnKind::Number };
    let cells = vec![CellEdit { row: row(&workbook, 0), column: own("x"), value: Value::Number(12.0) }];
    let change = Change { kind: ChangeKind::Retype, columns: vec![definition.clone()], cells, ..Change::default() };
    workbook.apply(Edit::Change(change)).expect("applied");
    let mut data = ColumnData::default();
    data.set(0, &Value::Number(5.0), ColumnKind::Number);
    let columns = vec![BatchColumn { definition, data }];
    let batch = Batch { source: Source::default(), rows: 1, columns, history: History::default() };
    workbook.apply(Edit::Import { origin: Origin(10), bytes: batch.to_bytes().into() }).expect("imported");
    let data = workbook.table().data(&own("x"));
    assert_eq!((data.number(0), data.number(1)), (Some(12.0), Some(5.0)));
    assert_eq!(workbook.check(), Vec::<String>::new());
    workbook.undo();
    workbook.undo();
    assert_eq!(workbook.table().value(0, &own("x")), Value::text("12"));
    assert_eq!(workbook.check(), Vec::<String>::new());
}
