//! From a file to a batch, as the worker goes: what is taken, and what is not.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{TableChoice, Taking, Why};
use crate::exchange::{Context, Exchange, Mapping, ProblemRows, Problems, Proposal, Reply, Request};
use crate::export::PlainCell;
use crate::workbook::{Batch, ClientTable, ColumnId, Field, Value};

fn opened(bytes: Vec<u8>) -> Exchange {
    let mut exchange = Exchange::new(|_, _| {});
    let (reply, _) = exchange.answer(Request::Open { name: "list".to_owned() }, bytes);
    assert!(matches!(reply, Reply::Opened(_)), "{reply:?}");
    exchange
}

fn proposed(exchange: &mut Exchange, taking: Taking) -> Proposal {
    let request = Request::Propose { sheet: 0, heading_row: None, taking, context: Context::default() };
    match exchange.answer(request, Vec::new()) {
        (Reply::Proposed(proposal), _) => proposal,
        other => panic!("{other:?}"),
    }
}

/// The names of the clients, what did not fit, and the source's sheet.
fn built(exchange: &mut Exchange, mapping: Mapping) -> (Vec<String>, Problems, ProblemRows, String) {
    let (reply, bytes) = exchange.answer(Request::Build { mapping, imported_on: None }, Vec::new());
    let Reply::Built { problems, problem_rows, .. } = reply else { panic!("{reply:?}") };
    let batch = Batch::from_bytes(&bytes).expect("a batch");
    let sheet = batch.source.sheet.clone();
    let table = ClientTable::of_batch(batch);
    let name = |row| match table.value(row, &ColumnId::Field(Field::Name)) {
        Value::Text(name) => name,
        other => panic!("{other:?}"),
    };
    (table.rows().map(name).collect(), problems, problem_rows, sheet)
}

/// A row of a sheet; cells that are numbers become numbers.
fn row_xml(line: &str, row: usize, is_hidden: bool) -> String {
    let cell = |(text, column): (&str, char)| match text.parse::<f64>() {
        Ok(number) => format!(r#"<c r="{column}{row}"><v>{number}</v></c>"#),
        Err(_) => format!(r#"<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>"#),
    };
    let cells: String = line.split('|').zip('A'..).filter(|(text, _)| !text.is_empty()).map(cell).collect();
    let hidden = if is_hidden { r#" hidden="1""# } else { "" };
    format!(r#"<row r="{row}"{hidden}>{cells}</row>"#)
}

/// An .xlsx of sheets; the first has these hidden rows, and `after` behind its cells.
fn xlsx(sheets: &[(&str, &[&str])], hidden: &[usize], after: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("in memory");
    };
    let (mut list, mut relations) = (String::new(), String::new());
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    for ((name, rows), number) in sheets.iter().zip(1..) {
        let sheet = format!(r#"<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>"#);
        list.push_str(&sheet);
        let target = format!("worksheets/s{number}.xml");
        let relation = format!(r#"<Relationship Id="r{number}" Type="{office}/worksheet" Target="{target}"/>"#);
        relations.push_str(&relation);
        let is_hidden = |row: usize| number == 1 && hidden.contains(&row);
        let data: String = rows.iter().zip(1..).map(|(line, row)| row_xml(line, row, is_hidden(row))).collect();
        let after = if number == 1 { after } else { "" };
        let text = format!(r#"<worksheet xmlns="{main}"><sheetData>{data}</sheetData>{after}</worksheet>"#);
        part(&format!("xl/{target}"), &text);
    }
    let root = format!(r#"<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/>"#);
    part("_rels/.rels", &format!("<Relationships>{root}</Relationships>"));
    part("xl/workbook.xml", &format!(r#"<workbook xmlns:r="{office}"><sheets>{list}</sheets></workbook>"#));
    part("xl/_rels/workbook.xml.rels", &format!("<Relationships>{relations}</Relationships>"));
    zip.finish().expect("in memory").into_inner()
}

#[test]
fn totals_and_notes_are_left_out_unless_they_are_taken_in() {
    let text = "Company,City,Our revenue\nBolt,Bonn,100\nCork,Ulm,250\nTotal,,350\n\nAs of March,,\n";
    let mut exchange = opened(text.as_bytes().to_vec());
    let proposal = proposed(&mut exchange, Taking::default());
    let why: Vec<_> = proposal.tables.left_out.iter().map(|row| (row.number, row.why)).collect();
    assert_eq!((proposal.row_count, why), (4, vec![(4, Why::Total), (6, Why::Note)]));
    assert_eq!(built(&mut exchange, proposal.mapping()).0, ["Bolt", "Cork"]);
    // Asked again, the rows are there again.
    let mapping = Mapping { left_out: vec![6], ..proposal.mapping() };
    assert_eq!(built(&mut exchange, mapping).0, ["Bolt", "Cork", "Total"]);
}

#[test]
fn hidden_rows_come_along_unless_they_are_left_out_and_merged_cells_count_for_each_row() {
    let rows = ["Company|City|Our revenue", "Bolt|Bonn|100", "Cork||250", "Dunn|Kiel|40"];
    let merged = r#"<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>"#;
    let mut exchange = opened(xlsx(&[("Clients", &rows)], &[4], merged));
    let proposal = proposed(&mut exchange, Taking::default());
    assert_eq!(proposal.tables.hidden_rows, 1);
    assert_eq!(proposal.preview[1].cells, ["Cork", "Bonn", "250"]);
    assert_eq!(built(&mut exchange, proposal.mapping()).0, ["Bolt", "Cork", "Dunn"]);
    let without = Mapping { without_hidden: true, ..proposal.mapping() };
    assert_eq!(built(&mut exchange, without).0, ["Bolt", "Cork"]);
}

#[test]
fn sheets_with_the_same_headings_are_taken_together_and_problems_name_them() {
    let north = ["Company|City|Our revenue", "Bolt|Bonn|100"];
    let south = ["Southern office", "Company|City|Our revenue", "Cork|Ulm|250", "Dunn|Kiel|unknown", "Total||250"];
    let other = ["Term|Meaning", "net|without tax"];
    let mut exchange = opened(xlsx(&[("North", &north), ("South", &south), ("Terms", &other)], &[], ""));
    let alone = proposed(&mut exchange, Taking::default());
    let offered: Vec<_> = alone.tables.sheets.iter().map(|sheet| (sheet.sheet, sheet.name.as_str())).collect();
    assert_eq!((alone.row_count, offered), (1, vec![(1, "South")]));
    let together = proposed(&mut exchange, Taking { also: vec![1], ..Taking::default() });
    let left_out: Vec<_> =
        together.tables.left_out.iter().map(|row| (row.sheet.as_str(), row.number, row.why)).collect();
    assert_eq!((together.row_count, left_out), (4, vec![("South", 5, Why::Total)]));
    let (names, problems, rows, sheet) = built(&mut exchange, together.mapping());
    assert_eq!(names, ["Bolt", "Cork", "Dunn"]);
    assert_eq!((problems.list[0].sheet.as_str(), problems.list[0].row), ("South", 4));
    assert_eq!((rows.rows[0].sheet.as_str(), rows.rows[0].row), ("South", 4));
    assert_eq!(sheet, "North (+1)");
}

#[test]
fn a_table_of_several_is_taken_alone() {
    let text = "Company,City\nBolt,Bonn\nCork,Ulm\n,\nItem,Price\nPipe,5\nNut,7\nCap,9\n";
    let mut exchange = opened(text.as_bytes().to_vec());
    let first = proposed(&mut exchange, Taking::default());
    assert_eq!((first.row_count, first.tables.taking.table), (2, TableChoice::Number(0)));
    let second = proposed(&mut exchange, Taking { table: TableChoice::Number(1), ..Taking::default() });
    assert_eq!((second.heading_row, second.row_count, second.columns.len()), (5, 3, 2));
    let whole = proposed(&mut exchange, Taking { table: TableChoice::Whole, ..Taking::default() });
    assert_eq!((whole.heading_row, whole.row_count), (1, 6));
}

#[test]
fn rows_with_problems_are_kept_whole_with_the_reason_beside_them() {
    let rows = ["Company|Our revenue|First order", "Bolt|unknown|soon", "Cork|5|2024-03-04", "Dunn|n/a|"];
    let mut exchange = opened(xlsx(&[("Clients", &rows)], &[], ""));
    let mapping = proposed(&mut exchange, Taking::default()).mapping();
    let (_, problems, rows, _) = built(&mut exchange, mapping);
    let sheet = rows.to_sheet("Rows".to_owned(), "Why".to_owned(), &problems, |row, problems| {
        format!("{}: {}", row.row, problems.len())
    });
    assert_eq!(sheet.headings, ["Company", "Our revenue", "First order", "Why"]);
    let text = |text: &str| PlainCell::Text(text.to_owned());
    assert_eq!(sheet.rows[0], [text("Bolt"), text("unknown"), text("soon"), text("2: 2")]);
    assert_eq!(sheet.rows[1], [text("Dunn"), text("n/a"), PlainCell::Empty, text("4: 1")]);
}

#[test]
fn the_same_headings_have_the_same_key() {
    let key = |text: &str| proposed(&mut opened(text.as_bytes().to_vec()), Taking::default()).tables.key;
    assert_eq!(key("Company,E-mail\nA,a@b.de\n"), key("company , e-MAIL\nB,b@b.de\n"));
    assert_ne!(key("Company,E-mail\nA,a@b.de\n"), key("E-mail,Company\nb@b.de,B\n"));
}
