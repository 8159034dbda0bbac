//! What the dialog is at: the pairs that were found, which of them are left, and what was chosen for each.

use std::collections::HashMap;

use leptos::prelude::*;

use crate::duplicates::{
    Comparison, Decision, Decisions, Found, MergeRecord, Pair, Side, merge, merged_before, take_apart,
};
use crate::exchange::{Reply, Request};
use crate::platform::{dom, exchange};
use crate::state::{Book, Part};
use crate::workbook::{ColumnId, RowId};

/// What stands where the keyboard goes when nothing is left to decide.
pub const NOTHING: &str = "duplicates-nothing";

/// How far the search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Searching,
    Failed,
    Found,
}

/// Which list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListName {
    ToDecide,
    Later,
    Merged,
}

/// The dialog's state. It lives as long as the dialog.
#[derive(Clone, Copy)]
pub struct DuplicatesState {
    book: Book,
    pub phase: RwSignal<Phase>,
    /// How far the search is, 0 to 1.
    pub done: RwSignal<f32>,
    found: RwSignal<Found>,
    pub list: RwSignal<ListName>,
    /// The pair that the person pointed at, and its place in the list, which the next one takes when it goes.
    chosen: RwSignal<(Option<(RowId, RowId)>, usize)>,
    /// Where the person chose another value than the proposed one.
    choices: RwSignal<HashMap<(RowId, RowId, ColumnId), Side>>,
    /// The pairs that are left, of both lists.
    left: Memo<Vec<Pair>>,
    /// The pairs of the list that is shown.
    pub shown: Memo<Vec<Pair>>,
    /// The merges that can be taken back.
    pub merged: Memo<Vec<MergeRecord>>,
    /// The pair that is shown side by side.
    pub pair: Memo<Option<Pair>>,
    pub comparison: Memo<Option<Comparison>>,
}

impl DuplicatesState {
    pub fn new(book: Book) -> Self {
        let found = RwSignal::new(Found::default());
        let list = RwSignal::new(ListName::ToDecide);
        let chosen = RwSignal::new((None, 0));
        let left = Memo::new(move |_| {
            follow_clients(book);
            book.follow(Part::Records);
            found.with(|found| book.with(|workbook| left_of(workbook, &found.pairs)))
        });
        let shown = Memo::new(move |_| {
            let is_later = list.get() == ListName::Later;
            left.with(|left| left.iter().filter(|pair| pair.is_later == is_later).copied().collect::<Vec<Pair>>())
        });
        let merged = Memo::new(move |_| {
            follow_clients(book);
            book.follow(Part::Records);
            book.with(merged_before)
        });
        let pair = Memo::new(move |_| {
            let (ids, place) = chosen.get();
            shown.with(|shown| {
                let pointed_at = shown.iter().find(|pair| Some((pair.first, pair.second)) == ids);
                pointed_at.or_else(|| shown.get(place.min(shown.len().saturating_sub(1)))).copied()
            })
        });
        let comparison = Memo::new(move |_| {
            follow_clients(book);
            book.follow(Part::Cells);
            book.follow(Part::Columns);
            pair.get().and_then(|pair| book.table(|table| Comparison::new(table, pair.first, pair.second)))
        });
        Self {
            book,
            phase: RwSignal::new(Phase::Searching),
            done: RwSignal::new(0.0),
            found,
            list,
            chosen,
            choices: RwSignal::new(HashMap::new()),
            left,
            shown,
            merged,
            pair,
            comparison,
        }
    }

    /// Asks the worker for the pairs.
    pub fn search(self) {
        self.phase.set(Phase::Searching);
        self.done.set(0.0);
        let snapshot = self.book.with(crate::workbook::Workbook::snapshot);
        exchange::ask_about(
            &Request::Duplicates,
            &snapshot,
            // The dialog may have been closed meanwhile, and its signals be gone.
            move |_, done| _ = self.done.try_set(done),
            move |answer| {
                let (phase, found) = match answer {
                    Ok((Reply::Duplicates(found), _)) => (Phase::Found, found),
                    _ => (Phase::Failed, Found::default()),
                };
                self.found.try_set(found);
                self.phase.try_set(phase);
            },
        );
    }

    /// How many pairs were found beyond those that are listed, and how many are listed; nothing where all are.
    pub fn unlisted(&self) -> Option<(usize, usize)> {
        self.found.with(|found| {
            (found.count as usize > found.pairs.len()).then_some((found.pairs.len(), found.count as usize))
        })
    }

    /// Whether the search found anything; followed.
    pub fn was_found(&self) -> bool {
        self.found.with(|found| found.count > 0)
    }

    /// How many pairs are to be decided and put off; followed.
    pub fn counts(&self) -> (usize, usize) {
        self.left.with(|left| {
            let later = left.iter().filter(|pair| pair.is_later).count();
            (left.len() - later, later)
        })
    }

    /// Shows the pair at this place of the list.
    pub fn choose(&self, place: usize) {
        if let Some(pair) = self.shown.with_untracked(|shown| shown.get(place).copied()) {
            self.chosen.set((Some((pair.first, pair.second)), place));
        }
    }

    /// The place of the pair that is shown; followed.
    pub fn place(&self) -> usize {
        let pair = self.pair.get();
        self.shown.with(|shown| shown.iter().position(|other| Some(*other) == pair).unwrap_or(0))
    }

    /// Whose value of a line stays; followed.
    pub fn side(&self, comparison: &Comparison, line: usize) -> Side {
        let Some(line) = comparison.lines.get(line) else { return Side::Kept };
        let key = (comparison.kept, comparison.other, line.column.clone());
        self.choices.with(|choices| choices.get(&key).copied().unwrap_or(line.proposed))
    }

    pub fn set_side(&self, comparison: &Comparison, line: usize, side: Side) {
        if let Some(line) = comparison.lines.get(line) {
            let key = (comparison.kept, comparison.other, line.column.clone());
            self.choices.update(|choices| _ = choices.insert(key, side));
        }
    }

    /// Makes one client of the two that are shown.
    pub fn merge(self) {
        let Some(comparison) = self.comparison.get_untracked() else { return };
        self.stay();
        let today = (self.book.host().today)();
        let side = |line| untrack(|| self.side(&comparison, line));
        let edit = self.book.table(|table| merge(table, &comparison, side, today));
        self.book.edit(edit);
        self.care_for_keyboard();
    }

    /// Remembers what was decided about the two that are shown.
    pub fn decide(self, decision: Decision) {
        if let Some(pair) = self.pair.get_untracked() {
            self.stay();
            self.book.edit(decision.edit(pair.first, pair.second));
            self.care_for_keyboard();
        }
    }

    /// Makes two clients of one again.
    pub fn take_apart(self, record: &MergeRecord) {
        let edit = self.book.table(|table| take_apart(table, record));
        self.book.edit(edit);
        self.care_for_keyboard();
    }

    /// The next pair is the one that takes the place of this one.
    fn stay(&self) {
        let place = untrack(|| self.place());
        self.chosen.set((None, place));
    }

    /// Where the last pair went, its buttons went with it.
    fn care_for_keyboard(self) {
        let is_empty = match self.list.get_untracked() {
            ListName::Merged => true,
            _ => self.shown.with_untracked(Vec::is_empty),
        };
        if is_empty {
            (self.book.host().later)(Box::new(|| dom::focus(NOTHING)));
        }
    }
}

fn follow_clients(book: Book) {
    book.follow(Part::Clients);
    book.follow_layout();
}

/// The pairs of which both clients are still there, and that nobody decided to be two.
fn left_of(workbook: &crate::workbook::Workbook, pairs: &[Pair]) -> Vec<Pair> {
    let decisions = Decisions::of_workbook(workbook);
    let is_there = |id| workbook.table().row_of(id).is_some();
    let left = pairs.iter().filter(|pair| is_there(pair.first) && is_there(pair.second)).filter_map(|pair| {
        match decisions.of(pair.first, pair.second) {
            Some(Decision::KeepBoth) => None,
            decision => Some(Pair { is_later: decision == Some(Decision::Later), ..*pair }),
        }
    });
    left.collect()
}
