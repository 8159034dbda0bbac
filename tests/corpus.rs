//! The corpus of real and of hostile files, where it lies beside the checkout (or where `KONTOR_CORPUS` says).
//!
//! Every list must import with the headings, the heading row and the number of rows that `lists.tsv` names, and every
//! hostile file must end as `nasty.tsv` names.

use std::fs;
use std::panic::catch_unwind;
use std::path::PathBuf;

use kontor::duplicates::{Decisions, find};
use kontor::exchange::{Context, Exchange, Opened, Proposal, ReadError, Reply, Request};
use kontor::workbook::{Batch, ClientTable};

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
    let request = Request::Propose { sheet: at as u32, heading_row: None, context: Context::default() };
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
        assert_eq!(rows, proposal.row_count, "imported rows of {file}");
        nothing_is_dropped(file, &proposal, Batch::from_bytes(&bytes).expect("a batch"));
    }
}

#[test]
fn a_real_list_of_hospitals_is_searched_for_duplicates_in_good_time() {
    if corpus().is_none() {
        return;
    }
    let (mut exchange, reply) = open("lists/hospital_account_info.csv");
    let Reply::Opened(opened) = reply else { panic!("{reply:?}") };
    let proposal = propose(&mut exchange, &opened, &opened.sheets[0].name);
    let request = Request::Build { mapping: proposal.mapping(), imported_on: None };
    let (_, bytes) = exchange.answer(request, Vec::new());
    let table = ClientTable::of_batch(Batch::from_bytes(&bytes).expect("a batch"));
    let started = std::time::Instant::now();
    let found = find(&table, &Decisions::default(), |_| {});
    let taken = started.elapsed();
    let name = |id| table.row_of(id).map_or("", |row| table.name(row));
    // A fraction of a second in the page; here without optimisation, and beside other tests.
    assert!(taken.as_secs() < 30, "{taken:?}");
    // Every list of five thousand has some, and hardly more than one in ten.
    assert!((5..600).contains(&found.count), "{}", found.count);
    assert!(found.pairs.iter().all(|pair| !name(pair.first).is_empty() && !name(pair.second).is_empty()));
}

/// Every filled cell below the heading has a value in the batch.
#[track_caller]
fn nothing_is_dropped(file: &str, proposal: &Proposal, batch: Batch) {
    assert_eq!(batch.columns.len(), proposal.columns.len(), "columns of {file}");
    let ids: Vec<_> = batch.columns.iter().map(|column| column.definition.id.clone()).collect();
    let table = ClientTable::of_batch(batch);
    for (column, id) in proposal.columns.iter().zip(ids) {
        let filled = table.rows().filter(|row| !table.value(*row, &id).is_empty()).count();
        assert_eq!(filled as u32, column.filled, "values of {} in {file}", column.heading);
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
