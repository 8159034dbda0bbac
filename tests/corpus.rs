//! The corpus of real and of hostile files, where it lies beside the checkout (or where `KONTOR_CORPUS` says).
//!
//! Every list must import with the headings, the heading row and the number of rows that `lists.tsv` names, and every
//! hostile file must end as `nasty.tsv` names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::catch_unwind;
use std::path::PathBuf;

use kontor::duplicates::{Decisions, find};
use kontor::exchange::{
    Amount, Context, Exchange, Opened, Proposal, ROW_ID_HEADING, ReadError, Reply, Request, Taking,
};
use kontor::review::{self, ItemKind, Options, Review};
use kontor::segment::{Evidence, Segment, SegmentRules, classify, explain};
use kontor::workbook::{
    Batch, BatchColumn, ClientTable, ColumnData, ColumnDefinition, ColumnId, ColumnKind, Edit, Field, Origin, Sum,
    Value, Workbook,
};

fn corpus() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = std::env::var_os("KONTOR_CORPUS").map_or_else(beside, PathBuf::from);
    if folder.is_dir() {
        Some(folder)
    } else {
        eprintln!("no corpus at {}: nothing was checked", folder.display());
        None
    }
}

/// The rows of a table of the corpus, without its heading.
fn table(name: &str) -> Vec<Vec<String>> {
    let Some(folder) = corpus() else { return Vec::new() };
    let text = fs::read_to_string(folder.join(name)).expect("a table");
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn open(file: &str) -> (Exchange, Reply) {
    let folder = corpus().expect("a corpus");
    let mut exchange = Exchange::new(|_, _| {});
    let bytes = fs::read(folder.join(file)).expect("a file");
    let (reply, _) = exchange.answer(Request::Open { name: file.to_owned() }, bytes);
    (exchange, reply)
}

fn propose(exchange: &mut Exchange, opened: &Opened, sheet: &str) -> Proposal {
    let at = opened.sheets.iter().position(|summary| summary.name == sheet).expect("the sheet");
    let request = Request::Propose {
        sheet: at as u32,
        heading_row: None,
        taking: Taking::default(),
        context: Context::default(),
    };
    match exchange.answer(request, Vec::new()) {
        (Reply::Proposed(proposal), _) => proposal,
        other => panic!("{other:?}"),
    }
}

/// The headings from the first column to the last, blanks included.
fn headings(proposal: &Proposal) -> Vec<String> {
    let mut headings = Vec::new();
    for column in &proposal.columns {
        headings.resize(column.mapping.position as usize, String::new());
        headings.push(column.heading.clone());
    }
    headings
}

#[test]
fn every_list_imports_as_named() {
    for row in table("lists.tsv") {
        let [file, _, _, _, sheet, data_rows, heading_row, expected, ..] = row.as_slice() else { panic!("{row:?}") };
        let (mut exchange, reply) = open(file);
        let Reply::Opened(opened) = reply else { panic!("{file}: {reply:?}") };
        let proposal = propose(&mut exchange, &opened, sheet);
        assert_eq!(proposal.heading_row.to_string(), *heading_row, "heading row of {file}");
        assert_eq!(proposal.row_count.to_string(), *data_rows, "rows of {file}");
        let mut found = headings(&proposal);
        let expected: Vec<&str> = expected.split('|').map(str::trim).collect();
        found.resize(found.len().max(expected.len()), String::new());
        assert_eq!(found, expected, "headings of {file}");
        let request = Request::Build { mapping: proposal.mapping(), imported_on: None };
        let (reply, bytes) = exchange.answer(request, Vec::new());
        let Reply::Built { rows, .. } = reply else { panic!("{file}: {reply:?}") };
        let left_out = &proposal.tables.left_out;
        assert_eq!(rows, proposal.row_count - left_out.len() as u32, "imported rows of {file}");
        nothing_is_dropped(file, &proposal, Batch::from_bytes(&bytes).expect("a batch"));
    }
}

#[test]
fn a_real_list_of_hospitals_has_a_few_duplicates() {
    if corpus().is_none() {
        return;
    }
    let (mut exchange, reply) = open("lists/hospital_account_info.csv");
    let Reply::Opened(opened) = reply else { panic!("{reply:?}") };
    let proposal = propose(&mut exchange, &opened, &opened.sheets[0].name);
    let request = Request::Build { mapping: proposal.mapping(), imported_on: None };
    let (_, bytes) = exchange.answer(request, Vec::new());
    let table = ClientTable::of_batch(Batch::from_bytes(&bytes).expect("a batch"));
    let found = find(&table, &Decisions::default(), |_| {});
    let name = |id| table.row_of(id).map_or("", |row| table.name(row));
    // Every list of five thousand has some, and hardly more than one in ten.
    assert!((5..600).contains(&found.count), "{}", found.count);
    assert!(found.pairs.iter().all(|pair| !name(pair.first).is_empty() && !name(pair.second).is_empty()));
}

#[test]
fn the_hospitals_of_the_government_are_found_with_the_evidence() {
    if corpus().is_none() {
        return;
    }
    let (mut exchange, reply) = open("lists/hospital_account_info.csv");
    let Reply::Opened(opened) = reply else { panic!("{reply:?}") };
    let proposal = propose(&mut exchange, &opened, &opened.sheets[0].name);
    let ownership = cells(&mut exchange, &proposal, "Hospital Ownership");
    let request = Request::Build { mapping: proposal.mapping(), imported_on: None };
    let (_, bytes) = exchange.answer(request, Vec::new());
    let rules = SegmentRules::default();

    let table = ClientTable::of_batch(Batch::from_bytes(&bytes).expect("a batch"));
    let findings = classify(&table, &rules);
    let mut owned = 0;
    for (row, ownership) in table.rows().zip(&ownership) {
        let Value::Text(ownership) = ownership else { continue };
        let explanation = explain(&table, row, &rules, &findings).expect("an explanation");
        let says_state =
            |evidence: &Evidence| matches!(evidence, Evidence::TypeSaysState { text } if text == ownership);
        if ownership.starts_with("Government") || ownership == "Department of Defense" {
            owned += 1;
            assert_eq!(findings.segment(row), Some(Segment::State), "{}: {ownership}", table.name(row));
            assert!(explanation.evidence.iter().any(|part| says_state(&part.evidence)), "{}", table.name(row));
        } else {
            assert!(
                !explanation.evidence.iter().any(|part| says_state(&part.evidence)),
                "{}: {ownership}: {:?}",
                table.name(row),
                explanation.evidence
            );
        }
    }
    assert!(owned > 1_000, "{owned}");

    // Without the column, the names tell of fewer.
    let mut batch = Batch::from_bytes(&bytes).expect("a batch");
    batch.columns.retain(|column| column.definition.id == ColumnId::Field(Field::Name));
    let table = ClientTable::of_batch(batch);
    let findings = classify(&table, &rules);
    let mut named = 0;
    for row in table.rows().filter(|row| findings.segment(*row) == Some(Segment::State)) {
        named += 1;
        let evidence = explain(&table, row, &rules, &findings).expect("an explanation").evidence;
        let word = evidence.iter().find_map(|part| match &part.evidence {
            Evidence::NameWord { word } => Some(word),
            _ => None,
        });
        let word = word.unwrap_or_else(|| panic!("{} without a word", table.name(row)));
        assert!(table.name(row).contains(word.as_str()), "{word} is not in {}", table.name(row));
        let alone = ["STATE", "ESTATE", "STATE STREET"].contains(&word.to_uppercase().as_str());
        assert!(!alone, "{} was taken for the state by {word}", table.name(row));
    }
    // So many names have one of the words of DOMAIN 5.2: municipal, state university and the like.
    assert_eq!(named, 14);
}

#[test]
fn order_lines_roll_up_to_what_the_file_comes_to() {
    if corpus().is_none() {
        return;
    }
    check_lines("lists/sample-sales-reps.xlsx", "sample-salesv4", "customer name", "ext price");
    check_lines("lists/2018_Sales_Total_Tabs.xlsx", "Sheet1", "name", "ext price");
    check_lines("lists/Example4.xlsx", "Sheet1", "CUSTOMER_NAME", "TOTAL_PRICE_USD");
    check_lines("lists/closedxml_orders.xlsx", "Sheet1", "Company", "Items total");
}

/// The clients' totals, their months and what the page is told are all the sum of the column, cell by cell.
#[track_caller]
fn check_lines(file: &str, sheet: &str, client: &str, amount: &str) {
    let (mut exchange, reply) = open(file);
    let Reply::Opened(opened) = reply else { panic!("{file}: {reply:?}") };
    let proposal = propose(&mut exchange, &opened, sheet);
    let position = |heading: &str| {
        let column = proposal.columns.iter().find(|column| column.heading == heading);
        column.map(|column| column.mapping.position).expect("the heading")
    };
    let rollup = proposal.rollup.as_ref().expect("order lines");
    assert_eq!(rollup.lines.client, position(client), "{file}");
    assert_eq!(rollup.lines.amount, Some(Amount::Column(position(amount))), "{file}");
    assert!(rollup.lines.date.is_some(), "{file}");
    let sum: Sum = cells(&mut exchange, &proposal, amount).into_iter().filter_map(as_number).collect();
    let names = cells(&mut exchange, &proposal, client);
    let (mapping, totals) = (proposal.rolled_up(), &rollup.totals);
    let (reply, bytes) = exchange.answer(Request::RollUp { mapping: mapping.clone() }, Vec::new());
    assert_eq!((reply, bytes), (Reply::RolledUp(totals.clone()), Vec::new()), "{file}");
    let (reply, bytes) = exchange.answer(Request::Build { mapping, imported_on: None }, Vec::new());
    let Reply::Built { rows, rolled: Some(rolled), .. } = reply else { panic!("{file}: {reply:?}") };
    assert_eq!((&rolled, rows), (totals, totals.clients), "{file}");
    assert_eq!(totals.lines, proposal.row_count, "{file}");
    let names: BTreeSet<String> = names.iter().map(|name| format!("{name:?}")).collect();
    assert!(rows as usize <= names.len() && rows > 1, "{file}: {rows} of {}", names.len());
    let history = Batch::from_bytes(&bytes).expect("a batch").history;
    let by_month = history.revenue.iter().copied().collect::<Sum>().value() + totals.undated.sum;
    for found in [totals.before, totals.after, Some(by_month)] {
        let found = found.expect("amounts");
        assert!((found - sum.value()).abs() < 1e-6, "{file}: {found} and {}", sum.value());
    }
}

/// The values of a column, as they are when each row is a client.
fn cells(exchange: &mut Exchange, proposal: &Proposal, heading: &str) -> Vec<Value> {
    let at = proposal.columns.iter().position(|column| column.heading == heading).expect("the heading");
    let request = Request::Build { mapping: proposal.mapping(), imported_on: None };
    let (_, bytes) = exchange.answer(request, Vec::new());
    let batch = Batch::from_bytes(&bytes).expect("a batch");
    let id = batch.columns[at].definition.id.clone();
    let table = ClientTable::of_batch(batch);
    table.rows().map(|row| table.value(row, &id)).collect()
}

fn as_number(value: Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(number),
        _ => None,
    }
}

/// Every filled cell below the heading has a value in the batch.
#[track_caller]
fn nothing_is_dropped(file: &str, proposal: &Proposal, batch: Batch) {
    assert_eq!(batch.columns.len(), proposal.columns.len(), "columns of {file}");
    let ids: Vec<_> = batch.columns.iter().map(|column| column.definition.id.clone()).collect();
    let table = ClientTable::of_batch(batch);
    for (at, (column, id)) in proposal.columns.iter().zip(ids).enumerate() {
        let left_out = proposal.tables.left_out.iter().filter(|row| !row.cells[at].is_empty()).count();
        let filled = left_out + table.rows().filter(|row| !table.value(*row, &id).is_empty()).count();
        assert_eq!(filled as u32, column.filled, "values of {} in {file}", column.heading);
    }
}

/// A file of the corpus, opened, with what is proposed for its likeliest sheet.
fn proposed(file: &str) -> (Exchange, Proposal) {
    let (mut exchange, reply) = open(file);
    let Reply::Opened(opened) = reply else { panic!("{file}: {reply:?}") };
    let sheet = opened.sheets[opened.proposed_sheet as usize].name.clone();
    let proposal = propose(&mut exchange, &opened, &sheet);
    (exchange, proposal)
}

fn batch(file: &str) -> Batch {
    let (mut exchange, proposal) = proposed(file);
    let request = Request::Build { mapping: proposal.mapping(), imported_on: None };
    Batch::from_bytes(&exchange.answer(request, Vec::new()).1).expect("a batch")
}

fn workbook(file: &str) -> Workbook {
    let mut workbook = Workbook::new(Origin(1));
    let bytes = batch(file).to_bytes().into();
    workbook.apply(Edit::Import { origin: Origin(2), bytes }).expect("an import");
    workbook
}

fn compared(workbook: &Workbook, file: &str) -> (Review, Vec<u8>) {
    let (mut exchange, proposal) = proposed(file);
    let options = Options { offer_deleted: true, ..Options::default() };
    let request = Request::Compare { mapping: proposal.mapping(), options, imported_on: None };
    match exchange.answer(request, workbook.snapshot()) {
        (Reply::Compared(review), bytes) => (review, bytes),
        (other, _) => panic!("{file}: {other:?}"),
    }
}

/// The rows of a file by the first column, each with its other cells.
fn by_number(file: &str) -> BTreeMap<String, Vec<String>> {
    let table = ClientTable::of_batch(batch(file));
    let cells = |row: u32| {
        let mut cells: Vec<String> =
            table.columns().iter().map(|column| format!("{:?}", column.data.get(row))).collect();
        (cells.remove(0), cells)
    };
    table.rows().map(cells).collect()
}

#[test]
fn a_list_that_was_edited_elsewhere_differs_as_a_plain_comparison_says() {
    if corpus().is_none() {
        return;
    }
    let (before, after) = ("lists/sample-address-1.xlsx", "lists/sample-address-2.xlsx");
    let mut workbook = workbook(before);
    let (review, bytes) = compared(&workbook, after);
    let (old, new) = (by_number(before), by_number(after));
    let added = new.keys().filter(|number| !old.contains_key(*number)).count();
    let deleted = old.keys().filter(|number| !new.contains_key(*number)).count();
    let pairs = || new.iter().filter_map(|(number, cells)| old.get(number).map(|old| (old, cells)));
    let differing =
        |(old, new): (&Vec<String>, &Vec<String>)| old.iter().zip(new).filter(|(old, new)| old != new).count();
    let changed = pairs().filter(|pair| differing(*pair) > 0).count();
    assert!(added > 0 && deleted > 0 && changed > 0, "the pair has changes of every kind");
    let counts = [ItemKind::Changed, ItemKind::Added, ItemKind::Deleted].map(|kind| review.count(kind));
    assert_eq!(counts, [changed, added, deleted]);
    assert_eq!(review.changed_cells(), pairs().map(differing).sum::<usize>());
    assert!(review.is_update());

    // All taken, the workbook is the second list; one undo makes it the first again.
    let added = Batch::from_bytes(&bytes).expect("the added rows");
    let all = vec![true; review.items.len()];
    let change = review::change(&review, &added, &all, workbook.table(), Origin(3));
    workbook.apply(Edit::Change(change)).expect("taken");
    assert_eq!(workbook.check(), Vec::<String>::new());
    assert_eq!(compared(&workbook, after).0.items, []);
    assert_eq!(workbook.table().client_count() as usize, new.len());
    workbook.undo().expect("one step");
    assert_eq!(compared(&workbook, before).0.items, []);
    assert_eq!(workbook.table().client_count() as usize, old.len());
}

/// A list that has the clients' identities, as a file of Kontor's own does.
fn with_identities(workbook: &Workbook, mut list: Batch) -> Review {
    let table = workbook.table();
    let id = ColumnId::Own("identities".to_owned());
    let definition = ColumnDefinition { id, title: ROW_ID_HEADING.to_owned(), kind: ColumnKind::Text };
    let mut data = ColumnData::default();
    for row in 0..list.rows {
        let id = table.row_id(row).map(|id| id.to_string()).unwrap_or_default();
        data.set(row, &Value::text(id), definition.kind);
    }
    list.columns.push(BatchColumn { definition, data });
    review::compare(table, &list, &Options::default(), &SegmentRules::default()).0
}

#[test]
fn a_list_that_is_imported_again_unchanged_is_no_difference() {
    for row in table("lists.tsv") {
        let [file, ..] = row.as_slice() else { panic!("{row:?}") };
        let (_, proposal) = proposed(file);
        let ids: Vec<_> = proposal.mapping().columns.iter().filter_map(|column| column.action.definition("")).collect();
        let has_key = |field: Field| ids.iter().any(|column| column.id == ColumnId::Field(field));
        if ![Field::TaxId, Field::Code, Field::Name].into_iter().any(has_key) {
            continue;
        }
        let workbook = workbook(file);
        let (review, _) = compared(&workbook, file);
        // Rows that share all their keys may pair in another order: those are for the person to decide.
        let sure = review.items.iter().filter(|item| item.doubt.is_none() && item.kind == ItemKind::Changed);
        assert_eq!(sure.count(), 0, "{file}");
        assert_eq!(with_identities(&workbook, batch(file)).items, [], "{file}");
    }
}

#[test]
fn every_hostile_file_ends_as_named() {
    for row in table("nasty.tsv") {
        let [file, .., expected] = row.as_slice() else { panic!("{row:?}") };
        let end = catch_unwind(|| open(file).1);
        let Ok(reply) = end else { panic!("{file}: the reader panics") };
        let is_as_named = match (expected.as_str(), &reply) {
            ("clear error: password protected", Reply::Failed(ReadError::PasswordProtected)) => true,
            ("one of three sheets cannot be read: the other two can be chosen", Reply::Opened(opened)) => {
                let unreadable: Vec<bool> = opened.sheets.iter().map(|sheet| sheet.unreadable.is_some()).collect();
                unreadable == [true, false, false] && opened.proposed_sheet != 0
            }
            (named, Reply::Failed(error)) => ends_well(named, error),
            _ => false,
        };
        assert!(is_as_named, "{file}: {expected}; but {reply:?}");
    }
}

fn ends_well(named: &str, error: &ReadError) -> bool {
    let begins = |start: &str| named.starts_with(start);
    match error {
        ReadError::PasswordProtected => begins("clear error: password"),
        ReadError::NoWorkbookInside => begins("empty zip"),
        ReadError::Picture => begins("a picture"),
        ReadError::NotAWorkbook => begins("not a workbook"),
        ReadError::TooOld { version } => begins("BIFF4") && *version == 4,
        ReadError::SheetUnreadable { sheet, .. } => begins("its one sheet") && !sheet.is_empty(),
        ReadError::TooLarge => begins("asks for") || begins("expands") || begins("cell bomb"),
        ReadError::Damaged { .. } => {
            ["asks for 4 GB", "the reader panics", "XML bomb", "corrupt", "declared size"].into_iter().any(begins)
        }
        _ => false,
    }
}
