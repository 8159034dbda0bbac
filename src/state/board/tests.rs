//! The board as a whole, without a page.

use leptos::prelude::*;

use super::settled::Settled;
use super::{Board, BoardChoice};
use crate::segment::{GroupBy, GroupKey};
use crate::state::{Book, Host, Notices};
use crate::workbook::{ColumnId, ColumnKind, Edit, EditKind, Field, Origin, RowId, Value, Workbook};

/// Runs a test with the board of three clients: two leads and one offer.
fn with_board(test: impl FnOnce(Board, Book, [RowId; 3])) {
    let owner = Owner::new();
    owner.with(|| {
        let mut workbook = Workbook::new(Origin(1));
        let rows = [("Acme", "Lead", 10.0), ("Bolt", "Lead", 30.0), ("Core", "Offer", 60.0)];
        let rows = rows.map(|(name, stage, revenue)| {
            let name = (Field::Name.into(), Value::text(name));
            vec![name, (Field::Stage.into(), Value::text(stage)), (Field::Revenue.into(), Value::Number(revenue))]
        });
        workbook.apply(Edit::AddRows(rows.into())).expect("rows");
        let ids = [0, 1, 2].map(|row| workbook.table().row_id(row).expect("a row"));
        let book = Book::new(workbook, Host::for_tests(), Notices::default());
        let choice = BoardChoice::default();
        choice.by.set(GroupBy::Column(Field::Stage.into()));
        test(Board::of(&book, choice, Settled::still(&book)), book, ids);
    });
}

fn shown(board: Board) -> Vec<(String, u32, f64)> {
    let groups = board.groups.get_untracked();
    groups.iter().map(|group| (group.key.id().to_owned(), group.count, group.revenue)).collect()
}

fn column(id: &str, count: u32, revenue: f64) -> (String, u32, f64) {
    (id.to_owned(), count, revenue)
}

#[test]
fn a_card_moves_with_its_sums_and_keeps_the_keyboard() {
    with_board(|board, book, [acme, ..]| {
        assert_eq!(shown(board), [column("Offer", 1, 60.0), column("Lead", 2, 40.0)]);
        board.move_beside(acme, -1);
        assert_eq!(shown(board), [column("Offer", 2, 70.0), column("Lead", 1, 30.0)]);
        let offer = GroupKey::Text("Offer".to_owned());
        assert_eq!(board.wanted.get_untracked(), Some((acme, offer.clone())));
        assert_eq!(board.last_move.get_untracked(), Some(("Acme".to_owned(), offer.clone())));
        assert_eq!(*board.rows(offer).get_untracked(), [2, 0]);
        book.undo();
        assert_eq!(shown(board), [column("Offer", 1, 60.0), column("Lead", 2, 40.0)]);
    });
}

#[test]
fn a_card_dropped_where_it_was_is_no_edit() {
    with_board(|board, book, [acme, ..]| {
        board.move_to(acme, &GroupKey::Text("Lead".to_owned()));
        assert_eq!(book.with(|workbook| workbook.undo_steps().next()), Some((EditKind::AddRows, 3)));
        board.move_beside(acme, 1);
        assert_eq!(book.with(|workbook| workbook.undo_steps().next()), Some((EditKind::AddRows, 3)));
    });
}

#[test]
fn the_answer_to_a_question_is_a_choice() {
    with_board(|board, _, [acme, ..]| {
        board.choice.by.set(GroupBy::Segment);
        let found = board.group_of(acme).expect("a segment");
        assert!(board.card_of(acme).is_some_and(|card| card.asks));
        board.move_to(acme, &found);
        assert_eq!(board.group_of(acme), Some(found));
        assert!(board.card_of(acme).is_some_and(|card| card.is_chosen && !card.asks));
        board.take_back(acme);
        assert!(board.card_of(acme).is_some_and(|card| card.asks));
    });
}

#[test]
fn a_grouping_whose_column_went_falls_back_to_segments() {
    with_board(|board, book, _| {
        let own = ColumnId::Own("vip".to_owned());
        let kind = ColumnKind::Choice;
        book.edit(Edit::SetColumn { id: own.clone(), title: "VIP".to_owned(), kind });
        board.choice.by.set(GroupBy::Column(own.clone()));
        assert_eq!(board.by.get_untracked(), GroupBy::Column(own.clone()));
        book.edit(Edit::RemoveColumn(own));
        assert_eq!(board.by.get_untracked(), GroupBy::Segment);
    });
}
