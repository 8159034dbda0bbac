use proptest::prelude::*;

use super::super::testing::{column, select, with_view};
use super::*;
use crate::state::Notice;

fn shown(view: &ClientsView, field: Field) -> Vec<String> {
    let rows = view.order.with_untracked(|order| order.rows.clone());
    let formats = Formats::default();
    view.book.table(|table| {
        let text = |row| formats.value(&table.value(row, &field.into()), field.kind());
        rows.into_iter().map(text).collect()
    })
}

/// Cuts a block and pastes it at a place, as the page does.
fn moves(view: &ClientsView, from: (usize, usize), to: (usize, usize), at: (usize, usize)) {
    select(view, from, to);
    let copied = view.cut().expect("a block");
    select(view, at, at);
    view.paste_text(&copied.text, copied.html.is_some());
}

fn write(view: &ClientsView, field: Field, texts: &[&str]) {
    let at = column(view, field);
    select(view, (0, at), (0, at));
    view.paste(&texts.iter().map(|text| vec![(*text).to_owned()]).collect::<Vec<_>>());
    view.agree(false);
}

#[track_caller]
fn check(rows: (usize, usize), to: usize, expected: &[&str]) {
    with_view(|view| {
        write(&view, Field::Notes, &["a", "b", "c"]);
        let notes = column(&view, Field::Notes);
        let before = shown(&view, Field::Notes);
        moves(&view, (rows.0, notes), (rows.1, notes), (to, notes));
        assert_eq!(shown(&view, Field::Notes), expected);
        view.book.undo();
        assert_eq!(shown(&view, Field::Notes), before, "one step");
    });
}

#[test]
fn a_move_writes_the_block_and_empties_what_it_leaves_in_one_step() {
    check((0, 0), 2, &["", "b", "a"]);
    check((0, 1), 1, &["", "a", "b"]);
    check((1, 2), 0, &["b", "c", ""]);
}

#[test]
fn a_block_moved_onto_itself_stays() {
    with_view(|view| {
        moves(&view, (0, 0), (1, 0), (0, 0));
        assert_eq!(shown(&view, Field::Name), ["Alpha", "Bravo", "Charlie"]);
        assert!(view.waiting_cut.get_untracked().is_none());
    });
}

#[test]
fn nothing_changes_before_the_paste() {
    with_view(|view| {
        select(&view, (0, 0), (1, 0));
        let copied = view.cut().expect("a block");
        assert_eq!(copied.text, "Alpha\r\nBravo\r\n");
        assert_eq!(shown(&view, Field::Name), ["Alpha", "Bravo", "Charlie"]);
        let cut = view.waiting_cut.get_untracked().expect("a mark");
        let edges = cut.edges(Place::new(0, 0)).expect("of the block");
        assert_eq!(edges, Edges { top: true, right: true, bottom: false, left: true });
        assert_eq!(cut.edges(Place::new(2, 0)), None);
    });
}

#[track_caller]
fn check_let_go(act: impl FnOnce(&ClientsView)) {
    with_view(|view| {
        select(&view, (0, 0), (0, 0));
        let copied = view.cut().expect("a block");
        act(&view);
        assert!(view.waiting_cut.get_untracked().is_none());
        select(&view, (2, 0), (2, 0));
        view.paste_text(&copied.text, true);
        assert!(shown(&view, Field::Name).contains(&"Alpha".to_owned()), "it is an ordinary paste");
    });
}

#[test]
fn another_act_lets_go_of_what_was_cut() {
    check_let_go(|view| drop(view.copied()));
    check_let_go(|view| assert!(view.drop_cut()));
    check_let_go(ClientsView::add_client);
    check_let_go(|view| write(view, Field::Notes, &["x"]));
    check_let_go(|view| {
        view.book.undo();
        view.book.redo();
    });
    check_let_go(|view| view.sort_by(&Field::Name.into(), true, false));
}

#[test]
fn something_else_is_pasted_as_ever_and_lets_go_too() {
    with_view(|view| {
        select(&view, (0, 0), (0, 0));
        view.cut();
        select(&view, (2, 0), (2, 0));
        view.paste_text("Zulu\n", false);
        assert_eq!(shown(&view, Field::Name), ["Alpha", "Bravo", "Zulu"]);
        // The same words from another program are none of the cut.
        select(&view, (0, 0), (0, 0));
        view.cut();
        select(&view, (1, 0), (1, 0));
        view.paste_text("Alpha", false);
        assert_eq!(shown(&view, Field::Name), ["Alpha", "Alpha", "Zulu"]);
    });
}

#[test]
fn a_block_is_moved_once_however_much_is_selected_and_not_again() {
    with_view(|view| {
        write(&view, Field::Notes, &["a"]);
        let notes = column(&view, Field::Notes);
        select(&view, (0, notes), (0, notes));
        let copied = view.cut().expect("a block");
        select(&view, (1, notes), (2, notes));
        view.paste_text(&copied.text, true);
        assert_eq!(shown(&view, Field::Notes), ["", "a", ""]);
        select(&view, (2, notes), (2, notes));
        view.paste_text(&copied.text, true);
        assert_eq!(shown(&view, Field::Notes), ["", "a", "a"], "the second paste is a copy");
    });
}

#[test]
fn a_value_that_does_not_fit_is_asked_about_and_stays_where_it_was_if_skipped() {
    with_view(|view| {
        write(&view, Field::Notes, &["soon", "7"]);
        let (notes, revenue) = (column(&view, Field::Notes), column(&view, Field::Revenue));
        moves(&view, (0, notes), (1, notes), (0, revenue));
        assert_eq!(view.asked.with_untracked(|draft| draft.as_ref().map(Draft::clashes)), Some(1));
        view.agree(true);
        assert_eq!(shown(&view, Field::Notes)[..2], ["soon", ""]);
        assert_eq!(shown(&view, Field::Revenue)[..2], ["1.50", "7"]);
    });
}

#[test]
fn what_finds_no_place_stays_and_is_told() {
    with_view(|view| {
        let last = view.columns.with_untracked(|columns| columns.len() - 1);
        let fields = [last - 1, last].map(|place| {
            let (_, column) = view.cell(Place::new(0, place)).expect("a cell");
            match column.id {
                ColumnId::Field(field) => field,
                _ => panic!("the sheet has fields only"),
            }
        });
        write(&view, fields[0], &["kept"]);
        write(&view, fields[1], &["edge"]);
        moves(&view, (0, last - 1), (0, last), (0, last));
        view.agree(false);
        // The last one would have gone beyond the last column, so the other one could not take its place.
        assert_eq!(fields.map(|field| shown(&view, field)[0].clone()), ["kept", "edge"]);
        let is_told = |(_, notice): &(_, Notice)| matches!(notice, Notice::Pasted(pasted) if pasted.lost == 2);
        assert!(view.book.notices().list().iter().any(is_told));
    });
}

#[test]
fn a_chosen_segment_moves_and_leaves_the_one_that_is_found() {
    with_view(|view| {
        let segment = column(&view, Field::Segment);
        let (alpha, _) = view.cell(Place::new(0, 0)).expect("a cell");
        view.choose_segment(&[alpha], Some(crate::segment::Segment::Large));
        moves(&view, (0, segment), (0, segment), (1, segment));
        let chosen = |row| view.book.table(|table| table.value(row, &Field::Segment.into()));
        let on = |row| view.book.table(|table| table.value(row, &Field::SegmentChosen.into()));
        assert_eq!((chosen(0), on(0)), (Value::Empty, Value::Empty));
        assert_eq!(chosen(1), Value::text("large"));
    });
}

#[test]
fn a_move_below_the_last_client_is_asked_about() {
    with_view(|view| {
        moves(&view, (0, 0), (1, 0), (2, 0));
        assert_eq!(view.asked.with_untracked(|draft| draft.as_ref().map(Draft::added)), Some(1));
        assert!(view.waiting_cut.get_untracked().is_some(), "it waits for the answer");
        view.agree(false);
        assert_eq!(shown(&view, Field::Name), ["", "", "Alpha", "Bravo"]);
    });
}

proptest! {
    #[test]
    fn no_value_is_lost_by_moving_it(
        rows in proptest::collection::vec("[a-z]?|[1-9]{0,2}", 3),
        figures in proptest::collection::vec("[a-z]?|[1-9]{0,2}", 3),
        from in 0_usize..3, to in 0_usize..3, wide in 0_usize..2, at in 0_usize..3, side in 0_usize..2,
    ) {
        with_view(|view| {
            write(&view, Field::Notes, &rows.iter().map(String::as_str).collect::<Vec<_>>());
            write(&view, Field::Revenue, &figures.iter().map(String::as_str).collect::<Vec<_>>());
            let columns = [column(&view, Field::Notes), column(&view, Field::Revenue)];
            // Between neighbours of different kinds: the block moves from one to the other.
            let left = columns[side];
            let right = if wide == 1 { columns[1 - side] } else { left };
            let texts = |view: &ClientsView| {
                let mut all: Vec<String> = Vec::new();
                view.columns.with_untracked(|columns| for column in columns.iter().filter(|column| !column.is_segment()) {
                    view.book.table(|table| for row in table.rows() {
                        all.push(super::super::entry_text(&table.value(row, &column.id), column.kind, &Formats::default()));
                    });
                });
                all.retain(|text| !text.is_empty());
                all.sort();
                all
            };
            select(&view, (from, left), (to, right));
            let taken: Vec<String> = view.taken().map(|taken| taken.texts.concat()).unwrap_or_default();
            let before = texts(&view);
            moves(&view, (from, left), (to, right), (at, columns[1 - side]));
            view.agree(true);
            let after = texts(&view);
            for text in taken.into_iter().filter(|text| before.contains(text)) {
                prop_assert!(after.contains(&text), "{} of {:?} is not in {:?}", text, before, after);
            }
            Ok(())
        })?;
    }
}
