//! The board of the open workbook, as memos: sums at once, rows and chart when there is time.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::{self, Card};
use super::choice::{BoardChoice, choices};
use super::columns::{Columns, Direction, steady, step};
use super::moves::{group_of, moved, neighbour, taken_back};
use super::pareto::Pareto;
use super::settled::{Settled, follow_findings, follow_values};
use crate::segment::{Group, GroupBy, GroupKey, Grouping, Segment, by_revenue, group, sums};
use crate::state::{Book, Part};
use crate::workbook::{ColumnId, RowId};

/// The menu that moves a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MoveMenu {
    pub client: RowId,
    /// Whether the person is asked for the client's segment.
    pub asks: bool,
    /// Where it opens on screen: left and top, in CSS pixels.
    pub place: (f64, f64),
}

/// The segment board.
#[derive(Clone, Copy)]
pub struct Board {
    /// Stored, so that a board stays small: every card and closure of the view holds one.
    book: StoredValue<Book>,
    pub choice: BoardChoice,
    /// What the board is grouped by now: the choice, while there is such a column.
    pub by: Memo<GroupBy>,
    /// The columns with their sums, without their rows.
    pub groups: Memo<Vec<Group>>,
    pub keys: Memo<Vec<GroupKey>>,
    columns: Memo<Columns>,
    pub pareto: Memo<Option<Pareto>>,
    /// The card that the keyboard stands on.
    pub active: RwSignal<Option<RowId>>,
    /// The card, and its column, that shall get the keyboard as soon as it is there.
    pub wanted: RwSignal<Option<(RowId, GroupKey)>>,
    pub menu: RwSignal<Option<MoveMenu>>,
    /// The last move, for people who listen to the page: the client's name and its new group.
    pub last_move: RwSignal<Option<(String, GroupKey)>>,
}

impl Board {
    /// Makes the board of a workbook, in the owner of the component that shows it.
    pub fn new(book: Book, choice: BoardChoice) -> Self {
        Self::of(&book, choice, Settled::new(&book))
    }

    pub(super) fn of(book: &Book, choice: BoardChoice, settled: Settled) -> Self {
        let book = *book;
        let by = Memo::new(move |_| {
            book.follow(Part::Columns);
            book.follow_layout();
            let chosen = choice.by.get();
            if book.table(choices).contains(&chosen) { chosen } else { GroupBy::Segment }
        });
        // Another workbook is another board.
        let opening = Memo::new(move |before: Option<&u64>| {
            book.follow_layout();
            before.map_or(0, |before| before + 1)
        });
        let known = StoredValue::new((None, Vec::new()));
        let groups = Memo::new(move |_| {
            follow_all(&book);
            let by = by.get();
            if !is_known(&book, &by) {
                return Vec::new();
            }
            let grouping = Grouping { by: &by, rows: None, order: &[] };
            let of_now = Some((opening.get(), by.clone()));
            let groups = book.segments().with(|findings| book.table(|table| sums(table, findings, grouping)));
            known
                .try_update_value(|(of, known)| {
                    // Another grouping starts with an order of its own.
                    if *of != of_now {
                        *of = of_now;
                        known.clear();
                    }
                    steady(groups, known)
                })
                .unwrap_or_default()
        });
        let keys = Memo::new(move |_| groups.with(|groups| groups.iter().map(|group| group.key.clone()).collect()));
        let by_revenue = Memo::new_with_compare(
            move |_| {
                settled.follow_values();
                Arc::new(book.table(by_revenue))
            },
            |_, _| true,
        );
        let columns = Memo::new_with_compare(
            move |_| {
                settled.follow_findings();
                let by = by.get();
                if !is_known(&book, &by) {
                    return Columns::default();
                }
                let rows = by_revenue.get();
                let grouping = Grouping { by: &by, rows: Some(&rows), order: &[] };
                book.segments().with(|findings| book.table(|table| Columns::of(group(table, findings, grouping))))
            },
            |_, _| true,
        );
        let pareto = Memo::new(move |_| {
            settled.follow_values();
            book.table(Pareto::of)
        });
        Self {
            book: StoredValue::new(book),
            choice,
            by,
            groups,
            keys,
            columns,
            pareto,
            active: RwSignal::new(None),
            wanted: RwSignal::new(None),
            menu: RwSignal::new(None),
            last_move: RwSignal::new(None),
        }
    }

    fn book(&self) -> Book {
        self.book.get_value()
    }

    /// Whether the sums can be shown; followed. By segment they wait until every client was looked at.
    pub fn is_ready(&self) -> bool {
        is_known(&self.book(), &self.by.get())
    }

    /// One column's sums, as a memo.
    pub fn group(&self, key: GroupKey) -> Memo<Option<Group>> {
        let groups = self.groups;
        Memo::new(move |_| groups.with(|groups| groups.iter().find(|group| group.key == key).cloned()))
    }

    /// One column's rows, as a memo that is quiet while they stay the same.
    pub fn rows(&self, key: GroupKey) -> Memo<Arc<Vec<u32>>> {
        let columns = self.columns;
        Memo::new(move |_| columns.with(|columns| columns.rows(&key)))
    }

    /// The card in a row; followed.
    pub fn card(&self, row: u32) -> Card {
        follow_all(&self.book());
        let by = self.by.get();
        self.book().segments().with(|findings| self.book().table(|table| card::card(table, findings, &by, row)))
    }

    /// A client's card; nothing for one that is gone. Followed.
    pub fn card_of(&self, client: RowId) -> Option<Card> {
        follow_all(&self.book());
        self.row_of(client).map(|row| self.card(row))
    }

    pub fn client(&self, row: u32) -> Option<RowId> {
        self.book().table(|table| table.row_id(row))
    }

    pub fn row_of(&self, client: RowId) -> Option<u32> {
        self.book().table(|table| table.row_of(client))
    }

    /// The group in which a client stands. Nothing is followed.
    pub fn group_of(&self, client: RowId) -> Option<GroupKey> {
        let by = self.by.get_untracked();
        self.book()
            .segments()
            .with(|findings| self.book().table(|table| group_of(table, findings, &by, table.row_of(client)?)))
    }

    /// The client of the active card and its group; followed.
    pub fn active_place(&self) -> Option<(RowId, GroupKey)> {
        self.by.track();
        follow_all(&self.book());
        let client = self.active.get()?;
        Some((client, self.group_of(client)?))
    }

    /// Makes a client's card the active one, and its segment the one that is advised on.
    pub fn activate(&self, client: RowId) {
        self.active.set(Some(client));
        let segment = self.row_of(client).and_then(|row| self.book().segments().with(|findings| findings.segment(row)));
        if let Some(segment) = segment {
            self.advise(segment);
        }
    }

    /// Shows the advice for a segment.
    pub fn advise(&self, segment: Segment) {
        if self.choice.advice.get_untracked() != segment {
            self.choice.advice.set(segment);
        }
    }

    /// Moves the keyboard to the card that lies in a direction. Says whether there is one.
    pub fn go(&self, from: RowId, direction: Direction) -> bool {
        let Some(row) = self.row_of(from) else { return false };
        let other =
            self.keys.with_untracked(|keys| self.columns.with_untracked(|columns| step(columns, keys, row, direction)));
        let Some(client) = other.and_then(|row| self.client(row)) else { return false };
        self.activate(client);
        self.wanted.set(self.group_of(client).map(|group| (client, group)));
        true
    }

    /// Moves a client to a group: one edit. A client that is there already is left alone, unless the person is asked
    /// for its segment: then this is the answer.
    pub fn move_to(&self, client: RowId, to: &GroupKey) {
        let by = self.by.get_untracked();
        let card = self.row_of(client).map(|row| untrack(|| self.card(row)));
        let Some(card) = card else { return };
        let is_answer = by == GroupBy::Segment && card.asks;
        let is_there = self.group_of(client).as_ref() == Some(to);
        if (!is_there || is_answer) && self.book().edit(moved(client, &by, to, (self.book().host().today)())) {
            self.last_move.set(Some((card.name, to.clone())));
        }
        self.keep_focus(client);
    }

    /// Moves a client to the column beside its own.
    pub fn move_beside(&self, client: RowId, step: isize) {
        let from = self.group_of(client);
        let to = from.and_then(|from| self.groups.with_untracked(|groups| neighbour(groups, &from, step)));
        if let Some(to) = to {
            self.move_to(client, &to);
        }
    }

    /// Takes the person's choice of a client's segment back.
    pub fn take_back(&self, client: RowId) {
        let name = self.row_of(client).map(|row| self.book().table(|table| table.name(row).to_owned()));
        if self.book().edit(taken_back(client)) {
            self.last_move.set(name.zip(self.group_of(client)));
        }
        self.keep_focus(client);
    }

    /// Gives the keyboard to a client's card, wherever it is now.
    pub fn keep_focus(&self, client: RowId) {
        self.activate(client);
        self.wanted.set(self.group_of(client).map(|group| (client, group)));
    }
}

/// Whether all clients can be put into groups; followed.
fn is_known(book: &Book, by: &GroupBy) -> bool {
    match by {
        GroupBy::Segment => book.segments().is_ready(),
        GroupBy::Column(ColumnId::Found(_)) => book.analyses().is_ready(),
        GroupBy::Column(_) => true,
    }
}

fn follow_all(book: &Book) {
    follow_values(book);
    follow_findings(book);
}
