//! The board as a whole, without a page.

use leptos::prelude::*;

use super::settled::Settled;
use super::{Board, BoardChoice, Moved, SavedBoards, Spot};
use crate::segment::{GroupBy, GroupKey, Segment, Stage, StagePlan};
use crate::state::clients::{ChosenValues, ColumnFilter, FilterTest};
use crate::state::{Book, ClientsView, Formats, Host, Notices};
use crate::workbook::{ColumnId, ColumnKind, Edit, EditKind, Field, Origin, RowId, Value, Workbook};

/// Runs a test with the board of three clients: two leads and one offer.
fn with_board(test: impl FnOnce(Board, Book, [RowId; 3])) {
    with_sheet(|board, book, _, ids| test(board, book, ids));
}

/// The same with the Clients sheet.
fn with_sheet(test: impl FnOnce(Board, Book, ClientsView, [RowId; 3])) {
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
        let clients = ClientsView::new(book, RwSignal::new(Formats::default()));
        test(Board::of(&book, choice, clients, Settled::still(&book)), book, clients, ids);
    });
}

fn shown(board: Board) -> Vec<(String, u32, f64)> {
    let sums = board.sums.get_untracked();
    sums.columns.iter().map(|group| (group.key.id().to_owned(), group.count, group.revenue)).collect()
}

fn column(id: &str, count: u32, revenue: f64) -> (String, u32, f64) {
    (id.to_owned(), count, revenue)
}

fn at(stage: &str) -> Spot {
    Spot::column(GroupKey::Text(stage.to_owned()))
}

#[test]
fn a_card_moves_with_its_sums_and_keeps_the_keyboard() {
    with_board(|board, book, [acme, ..]| {
        assert_eq!(shown(board), [column("Offer", 1, 60.0), column("Lead", 2, 40.0)]);
        board.move_beside(acme, -1);
        assert_eq!(shown(board), [column("Offer", 2, 70.0), column("Lead", 1, 30.0)]);
        let offer = at("Offer");
        assert_eq!(board.wanted.get_untracked(), Some((acme, offer.clone())));
        assert_eq!(board.last_move.get_untracked(), Some(Moved { client: acme, count: 1, to: offer.clone() }));
        assert_eq!(*board.rows(offer).get_untracked(), [2, 0]);
        book.undo();
        assert_eq!(shown(board), [column("Offer", 1, 60.0), column("Lead", 2, 40.0)]);
    });
}

#[test]
fn a_card_dropped_where_it_was_is_no_edit() {
    with_board(|board, book, [acme, ..]| {
        board.move_to(acme, &at("Lead"));
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
        board.move_to(acme, &Spot::column(found.clone()));
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

#[test]
fn many_selected_cards_move_as_one_edit_and_the_number_is_said() {
    with_board(|board, book, [acme, bolt, core]| {
        // A board that was seen keeps the columns that it empties.
        assert_eq!(shown(board), [column("Offer", 1, 60.0), column("Lead", 2, 40.0)]);
        board.chosen.update(|chosen| chosen.turn(bolt));
        board.reach(acme);
        assert!(board.chosen.get_untracked().len() == 2);
        board.move_to(core, &at("Won"));
        assert!(shown(board).contains(&column("Won", 1, 60.0)));
        board.move_to(bolt, &at("Won"));
        assert_eq!(board.last_move.get_untracked(), Some(Moved { client: bolt, count: 2, to: at("Won") }));
        let all = |columns: [_; 3]| {
            let shown = shown(board);
            shown.len() == columns.len() && columns.iter().all(|column| shown.contains(column))
        };
        assert!(all([column("Offer", 0, 0.0), column("Lead", 0, 0.0), column("Won", 3, 100.0)]));
        assert!(board.chosen.get_untracked().is_empty());
        assert_eq!(book.with(|workbook| workbook.undo_steps().next()), Some((EditKind::SetCells, 2)));
        book.undo();
        assert!(all([column("Offer", 0, 0.0), column("Lead", 2, 40.0), column("Won", 1, 60.0)]));
    });
}

#[test]
fn a_card_that_changes_column_and_lane_is_one_edit() {
    with_board(|board, book, [acme, ..]| {
        board.choice.lanes.set(Some(GroupBy::Column(Field::Manager.into())));
        assert_eq!(board.lane_keys.get_untracked(), [GroupKey::Blank]);
        let ida = GroupKey::Text("Ida".to_owned());
        board.move_to(acme, &Spot { lane: Some(ida.clone()), ..at("Offer") });
        let sums = board.sums.get_untracked();
        let lanes: Vec<(&str, Vec<f64>)> = sums
            .lanes
            .iter()
            .map(|lane| (lane.whole.key.id(), lane.cells.iter().map(|cell| cell.revenue).collect()))
            .collect();
        assert_eq!(lanes, [("Ida", vec![10.0, 0.0]), ("", vec![60.0, 30.0])]);
        assert_eq!(shown(board), [column("Offer", 2, 70.0), column("Lead", 1, 30.0)]);
        assert_eq!(*board.rows(Spot { lane: Some(ida), ..at("Offer") }).get_untracked(), [0]);
        book.undo();
        assert_eq!(shown(board), [column("Offer", 1, 60.0), column("Lead", 2, 40.0)]);
    });
}

#[test]
fn lanes_by_the_field_of_the_columns_are_no_lanes() {
    with_board(|board, _, _| {
        board.choice.lanes.set(Some(board.by.get_untracked()));
        assert_eq!(board.by_lanes.get_untracked(), None);
        board.choice.by.set(GroupBy::Segment);
        assert!(board.by_lanes.get_untracked().is_some());
    });
}

fn only(clients: ClientsView, stage: &str) {
    let values = ChosenValues { is_except: false, values: [stage.to_owned()].into(), misfits: false };
    let test = FilterTest::Values(values);
    clients.filters.set(vec![ColumnFilter { column: Field::Stage.into(), test }]);
}

#[test]
fn the_board_shows_what_the_sheet_shows() {
    with_sheet(|board, _, clients, [acme, _, core]| {
        assert_eq!(board.counts(), (3, 3));
        clients.query.set("bolt".to_owned());
        // A column that was there stays where it is, empty.
        assert_eq!(shown(board), [column("Offer", 0, 0.0), column("Lead", 1, 30.0)]);
        assert_eq!(board.counts(), (1, 3));
        assert_eq!(*board.rows(at("Lead")).get_untracked(), [1]);
        board.chosen.update(|chosen| chosen.turn(acme));
        board.forget_hidden();
        assert!(board.chosen.get_untracked().is_empty());
        clients.query.set(String::new());
        only(clients, "Offer");
        assert_eq!(shown(board).iter().map(|column| column.1).sum::<u32>(), 1);
        clients.group_by(&Field::Stage.into());
        clients.fold(0, Some(true));
        assert_eq!(board.counts(), (1, 3));
        clients.clear_filters();
        assert_eq!(board.counts(), (3, 3));
        assert!(board.row_of(core).is_some());
    });
}

#[test]
fn own_stages_stand_there_empty_with_limits_and_weights() {
    with_board(|board, book, [acme, ..]| {
        let stage = |name: &str, probability, limit| Stage { name: name.to_owned(), probability, limit };
        let list = [stage("Call", Some(0.1), None), stage("Lead", Some(0.5), Some(1)), stage("Offer", None, Some(1))];
        let text = serde_json::to_string(&list).expect("written");
        for segment in Segment::ALL {
            let value = Some(crate::workbook::Stored::Text(text.clone()));
            book.edit(Edit::SetRecord { key: StagePlan::record(segment), value });
        }
        assert_eq!(shown(board), [column("Call", 0, 0.0), column("Lead", 2, 40.0), column("Offer", 1, 60.0)]);
        let weighted: Vec<Option<f64>> =
            board.sums.get_untracked().columns.iter().map(|group| group.weighted).collect();
        assert_eq!(weighted, [Some(0.0), Some(20.0), None]);
        let load = |name: &str| board.load(&GroupKey::Text(name.to_owned()));
        assert_eq!(load("Call"), None);
        // The three clients are of two segments or one; each is held to its own limit.
        let is_over = load("Lead").expect("a limit").limits.iter().any(|(_, held, _)| *held > 1);
        assert_eq!(load("Lead").map(|load| load.is_exceeded()), Some(is_over));
        board.move_to(acme, &at("Call"));
        assert_eq!(load("Lead").map(|load| (load.held(), load.is_exceeded())), Some((1, false)));
    });
}

#[test]
fn a_board_is_saved_opened_changed_and_deleted_and_undo_brings_it_back() {
    with_sheet(|board, book, clients, _| {
        let boards = SavedBoards::new(book, board.choice, clients);
        board.choice.lanes.set(Some(GroupBy::Segment));
        board.turn_narrow(&GroupKey::Text("Lead".to_owned()));
        assert_eq!(board.narrow.get_untracked(), [false, true]);
        only(clients, "Offer");
        assert!(!boards.save_as(" ") && boards.save_as(" Offers "));
        let (id, saved) = boards.all().pop().expect("a board");
        assert_eq!((saved.name.as_str(), boards.is_changed()), ("Offers", false));
        clients.clear_filters();
        assert!(boards.is_changed());
        assert!(boards.open(None) && board.by.get_untracked() == GroupBy::Segment);
        assert!(board.choice.open.get_untracked().is_none() && !boards.open(Some("none")));
        board.choice.asked.set(Some(id.clone()));
        boards.open_asked();
        assert_eq!((board.choice.open.get_untracked().as_ref(), board.choice.asked.get_untracked()), (Some(&id), None));
        assert_eq!(boards.definition(), saved.definition);
        assert_eq!(board.counts(), (1, 3));
        board.turn_narrow(&GroupKey::Text("Lead".to_owned()));
        assert!(boards.update(&id) && boards.rename(&id, "All") && !boards.rename(&id, ""));
        assert!(boards.get(&id).is_some_and(|board| board.name == "All" && board.definition.collapsed.is_empty()));
        assert!(boards.delete(&id) && boards.all().is_empty() && board.choice.open.get_untracked().is_none());
        book.undo();
        assert_eq!(boards.all().len(), 1);
    });
}
