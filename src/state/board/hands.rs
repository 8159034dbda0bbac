//! What hands do with the cards of a board: go from one to another, select, move.

use leptos::prelude::*;

use super::board::{Board, Moved};
use super::columns::{Direction, Spot, step};
use super::moves::{cells_of_move, neighbour, taken_back};
use super::selection::Chosen;
use crate::segment::GroupKey;
use crate::workbook::{Edit, RowId};

impl Board {
    /// Moves the keyboard to the card that lies in a direction. Collapsed columns are passed over. Says whether there is
    /// one.
    pub fn go(&self, from: RowId, direction: Direction) -> bool {
        let Some((row, spot)) = self.row_of(from).zip(self.spot_of(from)) else { return false };
        let keys = self.open_keys();
        let lanes = self.lane_keys.get_untracked();
        let other = self.columns.with_untracked(|columns| step(columns, &lanes, &keys, (row, &spot), direction));
        let Some(client) = other.and_then(|row| self.client(row)) else { return false };
        self.activate(client);
        self.wanted.set(self.spot_of(client).map(|spot| (client, spot)));
        true
    }

    /// Selects the cards from where Shift reaches from up to this one, within a place.
    pub fn reach(&self, client: RowId) {
        let Some(spot) = self.spot_of(client) else { return };
        let list = self.clients_at(&spot);
        self.chosen.update(|chosen| chosen.reach(client, &list));
    }

    /// Selects every card of the place where a client stands.
    pub fn choose_all_beside(&self, client: RowId) {
        let Some(spot) = self.spot_of(client) else { return };
        let list = self.clients_at(&spot);
        self.chosen.update(|chosen| chosen.add(list));
    }

    /// Selects nothing.
    pub fn choose_none(&self) {
        if self.chosen.with_untracked(|chosen| !chosen.is_empty()) {
            self.chosen.set(Chosen::default());
        }
    }

    /// Selects no longer what is not shown: nobody moves what can't be seen.
    pub fn forget_hidden(&self) {
        let shown = self.shown.get_untracked();
        let is_there = |client: RowId| {
            let row = self.row_of(client).filter(|row| self.book().table(|table| table.is_alive(*row)));
            row.is_some_and(|row| shown.as_ref().is_none_or(|shown| shown.get(row as usize) == Some(&true)))
        };
        if self.chosen.with_untracked(|chosen| !chosen.is_empty()) {
            self.chosen.update(|chosen| chosen.retain(is_there));
        }
    }

    fn clients_at(&self, spot: &Spot) -> Vec<RowId> {
        let rows = self.rows_now(spot);
        rows.iter().filter_map(|row| self.client(*row)).collect()
    }

    fn open_keys(&self) -> Vec<GroupKey> {
        let narrow = self.narrow.get_untracked();
        let keys = self.keys.get_untracked().into_iter();
        keys.enumerate().filter(|(at, _)| narrow.get(*at) != Some(&true)).map(|(_, key)| key).collect()
    }

    /// Moves a card to a place, and every selected card with it if it is one of them: one edit. Clients that are there
    /// already are left alone, unless the person is asked for their segment: then this is the answer.
    pub fn move_to(&self, client: RowId, to: &Spot) {
        let (by, lanes) = (self.by.get_untracked(), self.by_lanes.get_untracked());
        self.forget_hidden();
        let moving = self.chosen.with_untracked(|chosen| chosen.moving(client));
        let today = (self.book().host().today)();
        let mut cells = Vec::new();
        let mut count = 0;
        self.book().segments().with(|findings| {
            self.book().table(|table| {
                for client in &moving {
                    let moved = cells_of_move(table, findings, (&by, lanes.as_ref()), *client, to, today);
                    count += usize::from(!moved.is_empty());
                    cells.extend(moved);
                }
            });
        });
        if !cells.is_empty() && self.book().edit(Edit::SetCells(cells)) {
            self.last_move.set(Some(Moved { client, count, to: to.clone() }));
            if moving.len() > 1 {
                self.choose_none();
            }
        }
        self.keep_focus(client);
    }

    /// Moves a card, or the selected ones, to another column of the card's lane.
    pub fn move_to_column(&self, client: RowId, column: &GroupKey) {
        if let Some(spot) = self.spot_of(client) {
            // Cards of other lanes stay in their own.
            let lane = spot.lane.filter(|_| self.chosen.with_untracked(|chosen| chosen.moving(client).len() == 1));
            self.move_to(client, &Spot { lane, column: column.clone() });
        }
    }

    /// Moves a client to the column beside its own.
    pub fn move_beside(&self, client: RowId, step: isize) {
        let from = self.group_of(client);
        let to = from.and_then(|from| self.sums.with_untracked(|sums| neighbour(&sums.columns, &from, step)));
        if let Some(to) = to {
            self.move_to_column(client, &to);
        }
    }

    /// Takes the person's choice of a client's segment back.
    pub fn take_back(&self, client: RowId) {
        if self.book().edit(taken_back(client)) {
            self.last_move.set(self.spot_of(client).map(|to| Moved { client, count: 1, to }));
        }
        self.keep_focus(client);
    }

    /// Gives the keyboard to a client's card, wherever it is now.
    pub fn keep_focus(&self, client: RowId) {
        self.activate(client);
        self.wanted.set(self.spot_of(client).map(|spot| (client, spot)));
    }
}
