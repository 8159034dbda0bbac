//! The lists of the corpus, where it lies beside the checkout (or where `KONTOR_CORPUS` says): imported, exported, and
//! read again without a difference.

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use calamine::{Reader, Xlsx};
use kontor::exchange::{Context, Exchange, Mapping, Proposal, ROW_ID_HEADING, Reply, Request, Taking};
use kontor::export::protocol;
use kontor::export::{CellProblems, ExportColumn, Words, Writer, XlsxOrder, marks};
use kontor::workbook::{
    Batch, ClientTable, ColumnDefinition, ColumnId, ColumnKind, Edit, Origin, RowId, Value, Workbook,
};

fn corpus() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = std::env::var_os("KONTOR_CORPUS").map_or_else(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

/// The clients of a file as they are proposed.
fn import(file: &str, bytes: Vec<u8>, sheet: &str) -> Workbook {
    let (mut exchange, sheets) = open(file, bytes);
    let at = sheets.iter().position(|name| name == sheet).expect("the sheet");
    let mapping = propose(&mut exchange, at as u32, None).mapping();
    let batch = build(&mut exchange, mapping);
    let mut workbook = Workbook::new(Origin(1));
    workbook.apply(Edit::Import { origin: Origin(2), bytes: batch.to_bytes().into() }).expect("imported");
    workbook
}

fn open(file: &str, bytes: Vec<u8>) -> (Exchange, Vec<String>) {
    let mut exchange = Exchange::new(|_, _| {});
    let (reply, _) = exchange.answer(Request::Open { name: file.to_owned() }, bytes);
    let Reply::Opened(opened) = reply else { panic!("{file}: {reply:?}") };
    (exchange, opened.sheets.into_iter().map(|sheet| sheet.name).collect())
}

fn propose(exchange: &mut Exchange, sheet: u32, heading_row: Option<u32>) -> Proposal {
    match exchange.answer(
        Request::Propose { sheet, heading_row, taking: Taking::default(), context: Context::default() },
        Vec::new(),
    ) {
        (Reply::Proposed(proposal), _) => proposal,
        (other, _) => panic!("{other:?}"),
    }
}

fn build(exchange: &mut Exchange, mapping: Mapping) -> Batch {
    let (_, bytes) = exchange.answer(Request::Build { mapping, imported_on: None }, Vec::new());
    Batch::from_bytes(&bytes).expect("a batch")
}

fn export(workbook: &Workbook) -> Vec<u8> {
    let columns = workbook.table().shown_columns().into_iter().map(|column| {
        let ColumnDefinition { id, title, kind } = column.definition.clone();
        let title = if title.is_empty() { id.to_string() } else { title };
        ExportColumn::new(id, title, kind)
    });
    let words = Words { clients: "Clients".to_owned(), segments: "Segments".to_owned(), ..Words::default() };
    let date_format = "yyyy-mm-dd".to_owned();
    let order = XlsxOrder { columns: columns.collect(), words, date_format, ..XlsxOrder::default() };
    let (reply, bytes) = Writer::new(|_, _| {}).answer(protocol::Request::Xlsx(Box::new(order)), &workbook.snapshot());
    assert_eq!(reply, protocol::Reply::Written { problems: CellProblems::default() });
    bytes
}

/// The columns by their headings, as the file says.
fn marked(bytes: &[u8], table: &ClientTable) -> Vec<ColumnDefinition> {
    let mut file = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = file.worksheet_range(marks::SHEET).expect("the sheet");
    let rows = range.rows().map(|row| [0, 1, 2].map(|at| row[at].to_string()));
    let columns = rows.filter(|[sort, ..]| sort == marks::COLUMN).map(|[_, title, id]| {
        let id: ColumnId = id.parse().expect("a column's id");
        let kind = table.column(&id).expect("the column").definition.kind;
        ColumnDefinition { id, title, kind }
    });
    columns.collect()
}

/// A value as a person sees it: why something does not fit is found anew on reading.
fn seen(value: Value) -> Value {
    match value {
        Value::Misfit(misfit) => Value::text(misfit.text),
        other => other,
    }
}

#[track_caller]
fn check(file: &str, workbook: &Workbook) {
    let bytes = export(workbook);
    let row_ids = ColumnDefinition {
        id: ColumnId::Own("row".to_owned()),
        title: ROW_ID_HEADING.to_owned(),
        kind: ColumnKind::Text,
    };
    let mut columns = marked(&bytes, workbook.table());
    columns.push(row_ids.clone());
    let (mut exchange, _) = open(file, bytes);
    let proposal = propose(&mut exchange, 0, Some(1));
    let mapping = proposal.columns.iter().map(|column| {
        let definition = columns.iter().find(|other| other.title == column.heading);
        marks::reading(column.mapping.position, definition.unwrap_or_else(|| panic!("{file}: {}", column.heading)))
    });
    let mapping = Mapping { sheet: 0, heading_row: 1, columns: mapping.collect(), ..Mapping::default() };
    let table = ClientTable::of_batch(build(&mut exchange, mapping));
    assert_eq!(table.client_count(), workbook.table().client_count(), "clients of {file}");
    for (row, again) in workbook.table().rows().zip(table.rows()) {
        let id: RowId = table.data(&row_ids.id).text(again).parse().expect("a row's id");
        assert_eq!(Some(id), workbook.table().row_id(row), "row {row} of {file}");
        for column in &columns[..columns.len() - 1] {
            let (before, after) = (workbook.table().value(row, &column.id), table.value(again, &column.id));
            assert_eq!(seen(after), seen(before), "{} in row {row} of {file}", column.title);
        }
    }
}

#[test]
fn every_list_of_the_corpus_comes_back_as_it_was() {
    let Some(folder) = corpus() else {
        eprintln!("no corpus: nothing was checked");
        return;
    };
    let lists = fs::read_to_string(folder.join("lists.tsv")).expect("a table");
    for line in lists.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [file, _, _, _, sheet, ..] = cells.as_slice() else { panic!("{line}") };
        let bytes = fs::read(folder.join(file)).expect("a file");
        check(file, &import(file, bytes, sheet));
    }
}
