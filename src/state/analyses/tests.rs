//! The analyses as a service: made when asked for, followed by edits, in the words of the page.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;

use crate::analysis::{AnalysisRules, FoundWords};
use crate::state::clients::{ClientsView, Wording};
use crate::state::{Book, Formats, Host, Notices};
use crate::workbook::{CellEdit, ColumnId, Edit, Field, Found, Origin, RowId, Value, Workbook};

/// English words, recognisable by their beginning.
fn words(language: &str) -> FoundWords {
    FoundWords {
        rfm: std::array::from_fn(|at| format!("{language} group {at}")),
        states: std::array::from_fn(|at| format!("{language} state {at}")),
    }
}

fn book(host: Host, clients: &[(&str, f64)]) -> Book {
    let book = Book::new(Workbook::new(Origin(1)), host, Notices::default());
    book.analyses().set_words(words("en"));
    let rows = clients.iter().map(|(name, revenue)| {
        let last = Value::Date(crate::workbook::Day(19_990));
        let (name, revenue) = (Value::text(*name), Value::Number(*revenue));
        let orders = (Field::Orders.into(), Value::Number(12.0));
        vec![(Field::Name.into(), name), (Field::Revenue.into(), revenue), orders, (Field::LastOrder.into(), last)]
    });
    book.edit(Edit::AddRows(rows.collect()));
    book
}

/// Runs a test with the sheet of four clients, of whom the first brings most.
fn with_view(test: impl FnOnce(ClientsView, Book)) {
    let owner = Owner::new();
    owner.with(|| {
        let book = book(Host::for_tests(), &[("Acme", 810.0), ("Bolt", 150.0), ("Core", 30.0), ("Dale", 10.0)]);
        let view = ClientsView::new(book, RwSignal::new(Formats::default()));
        view.wording.set(Wording { language: "en".to_owned(), segments: std::array::from_fn(|_| String::new()) });
        test(view, book);
    });
}

fn found(book: Book, found: Found) -> Vec<Value> {
    book.table(|table| table.rows().map(|row| table.value(row, &ColumnId::Found(found))).collect())
}

fn letters(book: Book) -> String {
    let texts = found(book, Found::Abc).into_iter().map(|value| match value {
        Value::Text(text) => text,
        _ => "-".to_owned(),
    });
    texts.collect()
}

fn client(book: Book, row: u32) -> RowId {
    book.table(|table| table.row_id(row)).expect("a client")
}

fn set(book: Book, row: u32, field: Field, value: Value) {
    book.edit(Edit::SetCells(vec![CellEdit { row: client(book, row), column: field.into(), value }]));
}

fn version(book: Book) -> u64 {
    untrack(|| book.analyses().version())
}

#[test]
fn nothing_is_analysed_before_something_asks() {
    with_view(|_, book| {
        assert_eq!((letters(book), book.analyses().is_ready()), ("----".to_owned(), false));
        book.analyses().want();
        assert_eq!((letters(book), book.analyses().is_ready()), ("ABCC".to_owned(), true));
    });
}

#[test]
fn an_edit_moves_the_classes_of_others_too_and_undo_moves_them_back() {
    with_view(|_, book| {
        book.analyses().want();
        set(book, 3, Field::Revenue, Value::Number(9_000.0));
        assert_eq!(letters(book), "BCCA");
        book.undo();
        assert_eq!(letters(book), "ABCC");
    });
}

#[test]
fn what_came_and_what_went_is_followed() {
    with_view(|_, book| {
        book.analyses().want();
        book.edit(Edit::AddRows(vec![vec![(Field::Revenue.into(), Value::Number(90_000.0))]]));
        assert_eq!(letters(book), "CCCCA");
        book.edit(Edit::DeleteRows(vec![client(book, 4)]));
        assert_eq!(letters(book), "ABCC");
    });
}

#[test]
fn a_note_is_no_reason_to_write_anything() {
    with_view(|_, book| {
        book.analyses().want();
        // The first note brings the column with it.
        set(book, 1, Field::Notes, Value::text("call"));
        let before = version(book);
        set(book, 0, Field::Notes, Value::text("call back"));
        assert_eq!(version(book), before);
        set(book, 0, Field::Revenue, Value::Number(820.0));
        assert_eq!(version(book), before + 1);
    });
}

#[test]
fn a_segment_chosen_by_hand_has_its_own_churn() {
    with_view(|_, book| {
        book.analyses().want();
        let churn = |book| found(book, Found::Churn).swap_remove(0);
        set(book, 0, Field::Segment, Value::text("large"));
        let large = churn(book);
        set(book, 0, Field::Segment, Value::text("small"));
        assert_ne!(large, churn(book));
    });
}

#[test]
fn other_settings_and_another_language_write_all_columns() {
    with_view(|_, book| {
        let analyses = book.analyses();
        analyses.want();
        let mut rules = AnalysisRules::default();
        rules.abc.a_limit = 0.9;
        book.set_analysis_rules(&rules);
        assert_eq!(letters(book), "AACC");
        assert!(found(book, Found::OrderState).iter().all(|value| *value == Value::text("en state 0")));
        analyses.set_words(words("ru"));
        assert!(found(book, Found::OrderState).iter().all(|value| *value == Value::text("ru state 0")));
        assert_eq!(letters(book), "AACC");
    });
}

#[test]
fn the_sheet_is_sorted_anew_once_the_analyses_are_there() {
    with_view(|view, book| {
        view.sort_by(&Found::Abc.into(), true, false);
        assert!(view.needs_found());
        assert_eq!(view.order.with(|order| order.rows.clone()), [0, 1, 2, 3]);
        book.analyses().want();
        assert_eq!(view.order.with(|order| order.rows.clone()), [2, 3, 1, 0]);
    });
}

#[test]
fn a_sheet_that_looks_at_nothing_found_is_left_alone() {
    with_view(|view, book| {
        assert!(!view.needs_found());
        view.show_column(&Found::Abc.into());
        assert!(view.needs_found());
        view.hide_column(&Found::Abc.into());
        view.sort_by(&Field::Revenue.into(), false, false);
        let sorted = view.order.with(|order| order.rows.clone());
        set(book, 0, Field::Revenue, Value::Number(1.0));
        book.analyses().want();
        assert_eq!(view.order.with(|order| order.rows.clone()), sorted);
    });
}

thread_local! {
    static LATER: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
    static NOW: Cell<f64> = const { Cell::new(0.0) };
}

/// A host whose clock runs, and that does later what is to be done later.
fn slow() -> Host {
    Host {
        later: |work| LATER.with_borrow_mut(|later| later.push(work)),
        now: || {
            NOW.set(NOW.get() + 20.0);
            NOW.get()
        },
        ..Host::for_tests()
    }
}

/// Does one thing that waits; says whether there was one.
fn a_moment() -> bool {
    let work = LATER.with_borrow_mut(|later| (!later.is_empty()).then(|| later.remove(0)));
    work.is_some_and(|work| (work(), true).1)
}

#[test]
fn an_edit_between_two_slices_is_not_lost() {
    let owner = Owner::new();
    owner.with(|| {
        let clients: Vec<(String, f64)> = (0..12_000).map(|at| (format!("Client {at}"), f64::from(at))).collect();
        let clients: Vec<(&str, f64)> = clients.iter().map(|(name, revenue)| (name.as_str(), *revenue)).collect();
        let book = book(slow(), &clients);
        while a_moment() {}
        book.analyses().want();
        let mut moments = 0_u32;
        while a_moment() {
            moments += 1;
            // First while the clients are read, then while the columns are written.
            if moments == 2 || moments == 7 {
                set(book, moments, Field::Revenue, Value::Number(1e12));
            }
        }
        assert!(moments > 8, "only {moments} slices");
        let letters = letters(book);
        assert_eq!(letters.chars().nth(7), Some('A'));
        let whole = crate::analysis::Analyses::of(
            &book.with(|workbook| workbook.table().clone()),
            &AnalysisRules::default(),
            crate::workbook::Day(20_000),
        );
        let expected: String = (0..12_000).map(|row| whole.abc(row).map_or("-", |class| class.letter())).collect();
        assert!(letters == expected, "some class is another");
    });
}
