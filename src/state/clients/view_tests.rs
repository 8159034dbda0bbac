use super::super::testing;
use super::super::wording::Wording;
use super::*;
use crate::state::{Host, Notices};
use crate::workbook::{ColumnKind, Edit, Field, Origin, Value, Workbook};

/// A sheet of five clients.
fn with_view(test: impl FnOnce(ClientsView)) {
    let owner = Owner::new();
    owner.with(|| {
        let host = Host::for_tests();
        let view = ClientsView::new(
            Book::new(Workbook::new(Origin(1)), host, Notices::default()),
            RwSignal::new(Formats::default()),
        );
        let batch = testing::batch(&[
            (Field::Name, &["Delta", "Alpha", "Echo", "Bravo", "Charlie"]),
            (Field::Revenue, &["5", "1", "9", "", "3"]),
        ]);
        view.book.edit(Edit::Import { origin: Origin(2), bytes: batch.to_bytes().into() });
        let segments = ["Small", "Medium", "Large", "State-owned"].map(str::to_owned);
        view.wording.set(Wording { language: "en".to_owned(), segments });
        test(view);
    });
}

fn names(view: &ClientsView) -> Vec<String> {
    let rows = view.order.with(|order| order.rows.clone());
    view.book.table(|table| rows.into_iter().map(|row| table.name(row).to_owned()).collect())
}

fn sort(view: &ClientsView, field: Field) {
    view.sort_by(&field.into(), false, false);
}

#[track_caller]
fn enter(view: &ClientsView, place: (usize, usize), text: &str) -> bool {
    let (client, column) = view.cell(Place::new(place.0, place.1)).expect("a cell");
    view.enter(client, &column, text)
}

#[test]
fn an_edit_moves_no_row_until_it_is_sorted_anew() {
    with_view(|view| {
        sort(&view, Field::Revenue);
        assert_eq!(names(&view), ["Alpha", "Charlie", "Delta", "Echo", "Bravo"]);
        assert!(enter(&view, (0, 2), "100"));
        assert_eq!(names(&view), ["Alpha", "Charlie", "Delta", "Echo", "Bravo"]);
        view.sort.set(Vec::new());
        assert_eq!(names(&view), ["Delta", "Alpha", "Echo", "Bravo", "Charlie"]);
        sort(&view, Field::Revenue);
        assert_eq!(names(&view), ["Charlie", "Delta", "Echo", "Alpha", "Bravo"]);
    });
}

#[test]
fn a_new_client_stands_below_even_in_a_filtered_sheet_and_is_selected() {
    with_view(|view| {
        view.query.set("ha".to_owned());
        assert_eq!(names(&view), ["Alpha", "Charlie"]);
        view.add_client();
        assert_eq!(names(&view), ["Alpha", "Charlie", ""]);
        assert_eq!(view.selection().map(|selection| selection.active), Some(Place::new(2, 0)));
        view.query.set(String::new());
        assert_eq!(names(&view).len(), 6);
    });
}

#[test]
fn deleted_clients_vanish_and_undo_brings_them_back_to_their_place() {
    with_view(|view| {
        sort(&view, Field::Name);
        view.selected.set(Selection { active: Place::new(1, 0), far: Place::new(2, 1) });
        view.delete_selected();
        assert_eq!(names(&view), ["Alpha", "Delta", "Echo"]);
        view.book.undo();
        assert_eq!(names(&view), ["Alpha", "Bravo", "Charlie", "Delta", "Echo"]);
    });
}

#[test]
fn what_does_not_fit_is_kept_as_it_was_written() {
    with_view(|view| {
        assert!(enter(&view, (0, 2), "about 5"));
        let value = view.book.table(|table| table.value(0, &Field::Revenue.into()));
        assert!(matches!(value, Value::Misfit(misfit) if misfit.text == "about 5"));
    });
}

#[test]
fn a_segment_is_chosen_by_name_with_its_day_and_taken_back_in_one_step() {
    with_view(|view| {
        assert!(enter(&view, (0, 1), "large"));
        let chosen = |field: Field| view.book.table(|table| table.value(0, &field.into()));
        assert_eq!(chosen(Field::Segment), Value::text("large"));
        assert!(matches!(chosen(Field::SegmentChosen), Value::Date(_)));
        assert!(!enter(&view, (0, 1), "enormous"));
        assert!(enter(&view, (0, 1), ""));
        assert_eq!((chosen(Field::Segment), chosen(Field::SegmentChosen)), (Value::Empty, Value::Empty));
        view.book.undo();
        assert_eq!(chosen(Field::Segment), Value::text("large"));
    });
}

#[test]
fn clearing_empties_the_whole_selection_in_one_step() {
    with_view(|view| {
        view.selected.set(Selection { active: Place::new(0, 2), far: Place::new(4, 2) });
        assert_eq!(view.totals().sum.hundredths(), Some(1800));
        view.clear();
        assert_eq!(view.totals().count, 0);
        view.book.undo();
        assert_eq!(view.totals().numbers, 4);
    });
}

#[test]
fn neighbours_follow_the_order_that_is_shown() {
    with_view(|view| {
        sort(&view, Field::Name);
        let (alpha, _) = view.cell(Place::new(0, 0)).expect("a cell");
        let bravo = view.neighbour(alpha, 1).expect("a neighbour");
        assert_eq!(view.place_of(bravo), Some(1));
        assert_eq!(view.neighbour(alpha, -1), None);
    });
}

#[test]
fn an_own_column_comes_and_is_gone_to() {
    with_view(|view| {
        assert!(view.add_column(" Fax ", ColumnKind::Text));
        let place = view.selection().map(|selection| selection.active).expect("a cell");
        let (_, column) = view.cell(place).expect("a cell");
        assert_eq!(column.title, "Fax");
        assert!(!view.add_column("  ", ColumnKind::Text));
    });
}
