//! What is exported comes back as it was.

use super::*;
use crate::analysis::FoundWords;
use crate::demo;
use crate::exchange::{self, Context, Exchange, Mapping, Opened, Proposal, Taking};
use crate::i18n::{Locale, fields};
use crate::segment::{SegmentRules, classify};
use crate::state::clients::sheet_columns;
use crate::workbook::{
    Batch, BatchColumn, CellEdit, ClientTable, ColumnData, ColumnDefinition, ColumnId, ColumnKind, Day, Edit, Field,
    Found, History, Misfit, Origin, Reason, RowId, Source, Value, Workbook,
};

/// What the page would ask for in English.
pub(super) fn order(workbook: &Workbook) -> XlsxOrder {
    let title = |id: &ColumnId, own: String| match id {
        ColumnId::Field(field) => fields::field(Locale::en, *field).to_owned(),
        ColumnId::Own(_) | ColumnId::Found(_) => own,
    };
    let columns = sheet_columns(workbook.table()).into_iter();
    let columns = columns.filter(|column| !matches!(column.id, ColumnId::Found(_)));
    let columns =
        columns.map(|column| ExportColumn::new(column.id.clone(), title(&column.id, column.title), column.kind));
    let words =
        ["en", "Clients", "Segments", "Segment", "Clients", "Our revenue", "Share", "Total", "Segment chosen on"];
    let [language, clients, segments, segment, count, revenue, share, total, chosen_on] = words.map(str::to_owned);
    let segment_names = ["Small", "Medium", "Large", "State-owned"].map(str::to_owned);
    let found = FoundWords::default();
    let words =
        Words { language, clients, segments, segment_names, segment, count, revenue, share, total, chosen_on, found };
    XlsxOrder {
        workbook: Some(Origin(36)),
        title: "Test".to_owned(),
        columns: columns.collect(),
        words,
        date_format: "yyyy-mm-dd".to_owned(),
        today: None,
    }
}

pub(super) fn workbook(batch: &Batch) -> Workbook {
    let mut workbook = Workbook::new(Origin(1));
    workbook.apply(Edit::Import { origin: Origin(2), bytes: batch.to_bytes().into() }).expect("imported");
    workbook.apply(Edit::SetCurrency("EUR".to_owned())).expect("a currency");
    workbook
}

pub(super) fn exported(workbook: &Workbook, order: XlsxOrder) -> (Vec<u8>, CellProblems) {
    let mut writer = Writer::new(|_, _| {});
    match writer.answer(protocol::Request::Xlsx(Box::new(order)), &workbook.snapshot()) {
        (protocol::Reply::Written { problems }, bytes) => (bytes, problems),
        (other, _) => panic!("{other:?}"),
    }
}

/// The file, opened again.
struct Back {
    exchange: Exchange,
    opened: Opened,
}

impl Back {
    fn open(bytes: Vec<u8>) -> Self {
        let mut exchange = Exchange::new(|_, _| {});
        let request = exchange::Request::Open { name: "back.xlsx".to_owned() };
        match exchange.answer(request, bytes) {
            (exchange::Reply::Opened(opened), _) => Self { exchange, opened },
            (other, _) => panic!("{other:?}"),
        }
    }

    fn propose(&mut self, sheet: u32) -> Proposal {
        let request = exchange::Request::Propose {
            sheet,
            heading_row: Some(1),
            taking: Taking::default(),
            context: Context::default(),
        };
        match self.exchange.answer(request, Vec::new()) {
            (exchange::Reply::Proposed(proposal), _) => proposal,
            (other, _) => panic!("{other:?}"),
        }
    }

    fn build(&mut self, mapping: Mapping) -> ClientTable {
        match self.exchange.answer(exchange::Request::Build { mapping, imported_on: None }, Vec::new()) {
            (exchange::Reply::Built { .. }, bytes) => {
                ClientTable::of_batch(Batch::from_bytes(&bytes).expect("a batch"))
            }
            (other, _) => panic!("{other:?}"),
        }
    }

    /// The texts of a sheet, row by row.
    fn texts(&mut self, sheet: u32) -> Vec<Vec<String>> {
        let proposal = self.propose(sheet);
        let own = |position: u32| ColumnDefinition {
            id: ColumnId::Own(position.to_string()),
            title: position.to_string(),
            kind: ColumnKind::Text,
        };
        let columns: Vec<u32> = proposal.columns.iter().map(|column| column.mapping.position).collect();
        let mapping = columns.iter().map(|position| marks::reading(*position, &own(*position))).collect();
        let table = self.build(Mapping { sheet, heading_row: 1, columns: mapping, ..Mapping::default() });
        let rows = table
            .rows()
            .map(|row| columns.iter().map(|position| table.data(&own(*position).id).text(row).to_owned()).collect());
        rows.collect()
    }
}

/// The rows of the sheet that nobody sees, and that it is one.
#[track_caller]
fn marked(bytes: &[u8]) -> Vec<[String; 3]> {
    use calamine::{Reader, SheetVisible, Xlsx};
    let mut file = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let visible: Vec<SheetVisible> = file.sheets_metadata().iter().map(|sheet| sheet.visible).collect();
    assert_eq!(visible, [SheetVisible::Visible, SheetVisible::Visible, SheetVisible::VeryHidden]);
    let range = file.worksheet_range(marks::SHEET).expect("the sheet");
    let rows = range.rows().map(|row| [0, 1, 2].map(|at| row.get(at).map(ToString::to_string).unwrap_or_default()));
    rows.collect()
}

/// A value as a person sees it: the reason why something does not fit is found anew on reading.
fn seen(value: Value) -> Value {
    match value {
        Value::Misfit(misfit) => Value::text(misfit.text),
        other => other,
    }
}

/// Exports the workbook, reads the file again as its own marks say, and compares every value.
#[track_caller]
fn check(workbook: &Workbook) {
    let order = order(workbook);
    let (bytes, problems) = exported(workbook, order.clone());
    assert_eq!(problems, CellProblems::default());
    let marked = marked(&bytes);
    let mut back = Back::open(bytes);
    assert_eq!(back.opened.proposed_sheet, 0);
    let definition = |heading: &str| {
        let row = marked.iter().find(|row| row[0] == marks::COLUMN && row[1] == heading)?;
        let id: ColumnId = row[2].parse().expect("a column's id");
        let kind = match &id {
            ColumnId::Field(field) => field.kind(),
            ColumnId::Found(found) => found.kind(),
            ColumnId::Own(_) => workbook.table().column(&id).expect("the column").definition.kind,
        };
        Some(ColumnDefinition { id, title: heading.to_owned(), kind })
    };
    let proposal = back.propose(0);
    let row_ids = ColumnDefinition {
        id: ColumnId::Own("row".to_owned()),
        title: marks::ROW_ID_HEADING.to_owned(),
        kind: ColumnKind::Text,
    };
    let mapping = proposal.columns.iter().map(|column| {
        let definition = definition(&column.heading).unwrap_or_else(|| {
            assert_eq!(column.heading, marks::ROW_ID_HEADING);
            row_ids.clone()
        });
        marks::reading(column.mapping.position, &definition)
    });
    let table = back.build(Mapping { sheet: 0, heading_row: 1, columns: mapping.collect(), ..Mapping::default() });
    assert_eq!(table.client_count(), workbook.table().client_count());
    let findings = classify(workbook.table(), &SegmentRules::of_workbook(workbook));
    for (row, again) in workbook.table().rows().zip(table.rows()) {
        let id: RowId = table.data(&row_ids.id).text(again).parse().expect("a row's id");
        assert_eq!(Some(id), workbook.table().row_id(row));
        for column in &order.columns {
            let before = match (column.is_segment(), findings.segment(row)) {
                (true, Some(segment)) => Value::text(order.words.segment_names[segment as usize].as_str()),
                _ => seen(workbook.table().value(row, &column.id)),
            };
            assert_eq!(seen(table.value(again, &column.id)), before, "{} of row {row}", column.title);
        }
    }
}

pub(super) fn own(kind: ColumnKind, title: &str, values: &[Value]) -> BatchColumn {
    let mut data = ColumnData::default();
    (0..).zip(values).for_each(|(row, value)| data.set(row, value, kind));
    let id = ColumnId::Own(title.to_lowercase());
    BatchColumn { definition: ColumnDefinition { id, title: title.to_owned(), kind }, data }
}

pub(super) fn batch(columns: Vec<BatchColumn>, rows: u32) -> Batch {
    Batch { source: Source::default(), rows, columns, history: History::default() }
}

#[test]
fn the_demo_comes_back_as_it_was() {
    for language in [demo::Language::English, demo::Language::Chinese, demo::Language::Russian] {
        check(&workbook(&demo::batch(language, 1, Day(20_700))));
    }
}

#[test]
fn every_kind_of_text_comes_back_as_it_was() {
    let texts = [
        "=1+1",
        "+49 30 1234",
        "-5",
        "@SUM(A1)",
        "007",
        "12345678901234567890",
        "1e5",
        "TRUE",
        "2024-01-02",
        "two\nlines",
        "say \"hi\" & <b>'you'</b>",
        "👍🏽 emoji",
        "中文客户",
        "Ёлка",
        "_x0041_ is no letter",
        "a\tb",
        "#REF!",
        "0,5",
        "50%",
        "]]>",
        "\u{200f}right to left",
        "",
    ];
    let values = texts.map(Value::text);
    let long = [Value::text("x".repeat(32_767))];
    let columns = vec![
        own(ColumnKind::Text, "Name", &values),
        own(ColumnKind::Choice, "Choice", &values),
        own(ColumnKind::Text, "Long", &long),
    ];
    check(&workbook(&batch(columns, texts.len() as u32)));
}

#[test]
fn numbers_days_and_what_does_not_fit_come_back_as_they_were() {
    let misfit = |text: &str| Value::Misfit(Misfit { text: text.to_owned(), reason: Reason::NotANumber });
    let numbers = [0.0, -0.5, 0.1 + 0.2, 1_234_567.89, 1e-7, 1e15, 123_456_789_012_345.0, -1e300, 1.0 / 3.0];
    let mut numbers: Vec<Value> = numbers.into_iter().map(Value::Number).collect();
    numbers.extend([Value::Empty, misfit("approx. 5"), misfit("#DIV/0!"), misfit("=2+2"), misfit("n/a")]);
    let days = [(1970, 1, 1), (2024, 2, 29), (1900, 1, 1), (1900, 2, 28), (1900, 3, 1), (1812, 9, 7), (9999, 12, 31)];
    let mut days: Vec<Value> =
        days.into_iter().filter_map(|(year, month, day)| Day::new(year, month, day)).map(Value::Date).collect();
    days.extend([misfit("soon"), Value::Empty, misfit("31.02.2024")]);
    let rows = numbers.len() as u32;
    let columns = vec![
        own(ColumnKind::Number, "Number", &numbers),
        own(ColumnKind::Money, "Money (k€)", &numbers),
        own(ColumnKind::Percent, "Share", &numbers),
        own(ColumnKind::Date, "Day", &days),
        own(ColumnKind::Number, "Only misfits", &[misfit("-")]),
        own(ColumnKind::YesNo, "Visited", &[Value::Number(1.0), Value::Number(0.0), Value::Empty, misfit("maybe")]),
    ];
    check(&workbook(&batch(columns, rows)));
}

#[test]
fn ten_thousand_clients_come_back_as_they_were() {
    let rows = 10_000_u32;
    let number = |row: u32| f64::from(row * 7919 % 100_003) / 100.0;
    let values = |value: &dyn Fn(u32) -> Value| (0..rows).map(value).collect::<Vec<_>>();
    let field = |field: Field, values: &[Value]| {
        let mut data = ColumnData::default();
        (0..).zip(values).for_each(|(row, value)| data.set(row, value, field.kind()));
        BatchColumn { definition: ColumnDefinition::of_field(field), data }
    };
    let columns = vec![
        field(Field::Name, &values(&|row| Value::text(format!("Client {row}")))),
        field(Field::TaxId, &values(&|row| Value::text(format!("{:010}", row * 31)))),
        field(Field::Region, &values(&|row| Value::text(format!("Region {}", row % 17)))),
        field(Field::Revenue, &values(&|row| if row % 7 == 0 { Value::Empty } else { Value::Number(number(row)) })),
        field(Field::Margin, &values(&|row| Value::Number(number(row) / 1e4))),
        field(Field::LastOrder, &values(&|row| Value::Date(Day(19_000 + row as i32 % 1500)))),
        own(ColumnKind::Text, "Fax", &values(&|row| Value::text(format!("+7 495 {row:07}")))),
    ];
    check(&workbook(&batch(columns, rows)));
}

#[test]
fn edits_deletions_and_added_clients_are_in_the_file() {
    let mut workbook = workbook(&demo::batch(demo::Language::English, 1, Day(20_700)));
    let row = |index: u32| RowId { origin: Origin(2), index };
    workbook.apply(Edit::DeleteRows(vec![row(0), row(7)])).expect("deleted");
    workbook.apply(Edit::AddRows(vec![vec![(Field::Name.into(), Value::text("New & Co"))]])).expect("added");
    let cell = |field: Field, value: Value| CellEdit { row: row(1), column: field.into(), value };
    let chosen = vec![cell(Field::Segment, Value::text("state")), cell(Field::SegmentChosen, Value::Date(Day(20_000)))];
    workbook.apply(Edit::SetCells(chosen)).expect("chosen");
    check(&workbook);
    // Only the one choice has a day beside it.
    let (bytes, _) = exported(&workbook, order(&workbook));
    let mut back = Back::open(bytes);
    let at = back.propose(0).columns.iter().position(|column| column.heading == "Segment chosen on").expect("a column");
    let days = back.texts(0).into_iter().filter(|row| !row[at].is_empty()).count();
    assert_eq!(days, 1);
    // Taken into a new workbook, that choice comes back, and what was found is found again.
    let (bytes, _) = exported(&workbook, order(&workbook));
    let mut back = Back::open(bytes);
    let mapping = back.propose(0).mapping();
    let table = back.build(mapping);
    let of = |table: &ClientTable| -> Vec<(String, Option<Day>)> {
        let day = |row| table.field(Field::SegmentChosen).day(row);
        let segment = |row| table.field(Field::Segment).text(row).to_owned();
        table.rows().map(|row| (segment(row), day(row))).collect()
    };
    assert_eq!(of(&table), of(workbook.table()));
    assert_eq!(of(&table).iter().filter(|(segment, _)| segment == "state").count(), 1);
}

#[test]
fn columns_of_the_same_name_are_told_apart() {
    let mut first = own(ColumnKind::Text, "Fax", &[Value::text("1")]);
    first.definition.id = ColumnId::Own("other".to_owned());
    let columns =
        vec![first, own(ColumnKind::Text, "Fax", &[Value::text("2")]), own(ColumnKind::Text, "Kontor ID", &[])];
    let columns: Vec<BatchColumn> = columns.into_iter().chain([own(ColumnKind::Text, "kontor id ", &[])]).collect();
    check(&workbook(&batch(columns, 1)));
}

#[test]
fn an_empty_workbook_is_written_too() {
    let workbook = Workbook::new(Origin(1));
    let (bytes, _) = exported(&workbook, order(&workbook));
    assert!(bytes.starts_with(b"PK"));
}

#[test]
fn the_segments_have_their_sums() {
    let workbook = workbook(&demo::batch(demo::Language::English, 1, Day(20_700)));
    let (bytes, _) = exported(&workbook, order(&workbook));
    let rows = Back::open(bytes).texts(1);
    let names: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["Small", "Medium", "Large", "State-owned", "Total"]);
    let number = |row: usize, column: usize| rows[row][column].parse::<f64>().expect("a number");
    assert!((number(4, 1) - f64::from(workbook.table().client_count())).abs() < 0.5);
    let revenue = workbook.table().field(Field::Revenue);
    let all: f64 = workbook.table().rows().filter_map(|row| revenue.number(row)).sum();
    assert!((number(4, 2) - all).abs() < 0.01);
    assert!(((0..4).map(|row| number(row, 2)).sum::<f64>() - all).abs() < 0.01);
    assert!(((0..4).map(|row| number(row, 3)).sum::<f64>() - 1.0).abs() < 1e-9);
}

#[test]
fn what_was_found_is_in_the_file_where_the_sheet_shows_it() {
    let amounts = [810.0, 150.0, 30.0, 10.0].map(Value::Number);
    let mut data = ColumnData::default();
    (0..).zip(&amounts).for_each(|(row, amount)| data.set(row, amount, ColumnKind::Money));
    let revenue = BatchColumn { definition: ColumnDefinition::of_field(Field::Revenue), data };
    let workbook = workbook(&batch(vec![revenue], 4));
    let mut order = XlsxOrder { today: Some(Day(20_700)), ..order(&workbook) };
    order.columns.push(ExportColumn::new(Found::Abc.into(), "ABC class".to_owned(), Found::Abc.kind()));
    let (bytes, _) = exported(&workbook, order);
    let rows = Back::open(bytes).texts(0);
    let has = |letter: &str| rows.iter().filter(|row| row.iter().any(|text| text == letter)).count();
    assert_eq!(["A", "B", "C"].map(has), [1, 1, 2], "{rows:?}");
}

#[test]
fn a_text_that_no_cell_can_hold_is_told_and_its_beginning_written() {
    let texts = [Value::Empty, Value::text("я".repeat(40_000))];
    let workbook = workbook(&batch(vec![own(ColumnKind::Text, "Notes", &texts)], 2));
    let (bytes, problems) = exported(&workbook, order(&workbook));
    assert_eq!(problems.list, [CellProblem { row: 3, heading: "Notes".to_owned(), length: 40_000 }]);
    assert!(Back::open(bytes).texts(0).iter().flatten().any(|text| *text == "я".repeat(32_767)));
}

#[test]
fn damaged_bytes_are_refused() {
    let mut writer = Writer::new(|_, _| {});
    let (reply, _) = writer.answer(protocol::Request::Xlsx(Box::default()), b"nonsense");
    assert_eq!(reply, protocol::Reply::Failed(ExportError::Unreadable));
}

#[test]
fn a_plain_sheet_is_read_back() {
    let sheet = PlainSheet {
        name: "To correct: 1/2".to_owned(),
        headings: ["Company", "Revenue", "Since", "Why"].map(str::to_owned).to_vec(),
        rows: vec![
            vec![PlainCell::Text("=A1".to_owned()), PlainCell::Number(12.5), PlainCell::Day(Day(20_000))],
            vec![
                PlainCell::Text("007".to_owned()),
                PlainCell::Empty,
                PlainCell::Empty,
                PlainCell::Text("Not a number".to_owned()),
            ],
        ],
    };
    let (reply, bytes) = Writer::new(|_, _| {}).answer(protocol::Request::Plain(sheet), &[]);
    assert_eq!(reply, protocol::Reply::Written { problems: CellProblems::default() });
    let rows = Back::open(bytes).texts(0);
    assert_eq!(rows, [["=A1", "12.5", "2024-10-04", ""], ["007", "", "", "Not a number"]]);
}
