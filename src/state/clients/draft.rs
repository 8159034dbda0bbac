//! What a paste or a fill is about to write: planned as a whole, asked about where something would be lost, and then
//! done as one step of undo.

use leptos::prelude::*;

use super::columns::SheetColumn;
use super::entry::entry_text;
use super::moved::Moved;
use super::selection::Selection;
use super::view::ClientsView;
use crate::state::{Formats, Notice};
use crate::workbook::{CellEdit, Change, ChangeKind, ClientTable, ColumnId, Edit, Reason, RowId, Value};

/// How a paste or a fill went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// Values that do not fit their column: kept as written, and flagged.
    pub misfits: u32,
    /// Cells that found no place: beyond the last column, or no segment's name.
    pub lost: u32,
}

/// A value that does not fit its column and would stand in the place of another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub client: String,
    pub column: SheetColumn,
    pub before: String,
    pub text: String,
    pub reason: Reason,
}

/// New values, before they are written.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    kind: ChangeKind,
    cells: Vec<CellEdit>,
    added: Vec<Vec<(ColumnId, Value)>>,
    /// The cells, by their place in `cells`, in which a value would be lost to one that does not fit.
    clashes: Vec<usize>,
    examples: Vec<Clash>,
    pub(super) outcome: Pasted,
    /// What is selected afterwards.
    pub(super) selection: Option<Selection>,
    /// Where the values come from that are moved.
    pub(super) moved: Option<Moved>,
}

/// What drafts are made from.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub table: &'a ClientTable,
    pub formats: &'a Formats,
}

impl Draft {
    /// So many of the clashes are shown.
    const EXAMPLES: usize = 5;

    pub(super) fn new(kind: ChangeKind) -> Self {
        Self { kind, ..Self::default() }
    }

    /// How many clients would come.
    pub fn added(&self) -> usize {
        self.added.len()
    }

    /// How many values would be lost to others that do not fit.
    pub fn clashes(&self) -> usize {
        self.clashes.len()
    }

    /// Some of the clashes.
    pub fn examples(&self) -> &[Clash] {
        &self.examples
    }

    pub fn kind(&self) -> ChangeKind {
        self.kind
    }

    /// Whether a person must be asked before it is written.
    pub fn is_question(&self) -> bool {
        !self.added.is_empty() || !self.clashes.is_empty()
    }

    /// Writes a value into a client's cell.
    pub(super) fn write(&mut self, (row, client): (u32, RowId), column: &SheetColumn, value: Value, sheet: Sheet<'_>) {
        if let Value::Misfit(misfit) = &value {
            let before = sheet.table.value(row, &column.id);
            if !before.is_empty() && before != value {
                if self.examples.len() < Self::EXAMPLES {
                    self.examples.push(Clash {
                        client: sheet.table.name(row).to_owned(),
                        column: column.clone(),
                        before: entry_text(&before, column.kind, sheet.formats),
                        text: misfit.text.clone(),
                        reason: misfit.reason,
                    });
                }
                self.clashes.push(self.cells.len());
            }
        }
        self.write_freely(client, column, value);
    }

    /// Writes a value into a cell whose own one is not lost.
    pub(super) fn write_freely(&mut self, client: RowId, column: &SheetColumn, value: Value) {
        self.outcome.misfits += u32::from(matches!(value, Value::Misfit(_)));
        self.cells.push(CellEdit { row: client, column: column.id.clone(), value });
    }

    /// How many cells are written so far.
    pub(super) fn written(&self) -> usize {
        self.cells.len()
    }

    /// Writes several values of one client that belong together and always fit.
    pub(super) fn write_fitting(&mut self, client: RowId, values: Vec<(ColumnId, Value)>) {
        self.cells.extend(values.into_iter().map(|(column, value)| CellEdit { row: client, column, value }));
    }

    /// Adds values to the client who comes so many lines below the last one.
    pub(super) fn add(&mut self, below: usize, values: Vec<(ColumnId, Value)>) {
        self.outcome.misfits += values.iter().filter(|(_, value)| matches!(value, Value::Misfit(_))).count() as u32;
        if self.added.len() <= below {
            self.added.resize_with(below + 1, Vec::new);
        }
        self.added[below].extend(values);
    }

    /// Leaves out clients at the end of whom nothing is known: another spreadsheet hands over the empty rows below a
    /// list too. Says how many.
    pub(super) fn drop_empty_clients(&mut self) -> usize {
        let is_filled = |values: &Vec<(ColumnId, Value)>| values.iter().any(|(_, value)| !value.is_empty());
        let kept = self.added.iter().rposition(is_filled).map_or(0, |last| last + 1);
        self.added.drain(kept..).count()
    }

    /// Comes to what is written: `skips` leaves out what would take a value's place without fitting.
    fn settle(&mut self, skips: bool) {
        let Some(moved) = self.moved.take() else {
            if skips {
                self.skip_clashes();
            }
            return;
        };
        let skipped: &[usize] = if skips { &self.clashes } else { &[] };
        let settled = moved.settled(|cells| cells.clone().any(|cell| skipped.binary_search(&cell).is_ok()));
        let mut at = 0;
        self.cells.retain(|_| {
            let stays = settled.left_out.binary_search(&at).is_err();
            at += 1;
            stays
        });
        self.cells.extend(settled.emptied);
        let values = self.cells.iter().map(|cell| &cell.value);
        let values = values.chain(self.added.iter().flatten().map(|(_, value)| value));
        self.outcome.misfits = values.filter(|value| matches!(value, Value::Misfit(_))).count() as u32;
        self.outcome.lost += settled.lost;
    }

    /// Leaves out what would take a value's place without fitting.
    fn skip_clashes(&mut self) {
        self.outcome.misfits -= self.clashes.len() as u32;
        let mut clashes = self.clashes.drain(..).peekable();
        let mut at = 0;
        self.cells.retain(|_| {
            let is_clash = clashes.next_if_eq(&at).is_some();
            at += 1;
            !is_clash
        });
    }
}

impl ClientsView {
    /// Writes a draft, or asks first where it would add clients or where values would be lost.
    pub fn offer(&self, draft: Draft) {
        if draft.is_question() {
            self.asked.set(Some(draft));
        } else {
            self.put(draft, false);
        }
    }

    /// Answers the question about the draft that waits: writes it, with or without what does not fit.
    pub fn agree(&self, skips: bool) {
        if let Some(draft) = self.asked.try_update(Option::take).flatten() {
            self.put(draft, skips);
        }
    }

    /// Writes a draft as one step of undo. `skips` leaves out what would take a value's place without fitting.
    fn put(&self, mut draft: Draft, skips: bool) {
        draft.settle(skips);
        self.drop_cut();
        let Draft { kind, cells, added, outcome, selection, .. } = draft;
        let is_empty = cells.is_empty() && added.is_empty();
        if !is_empty && !self.book.edit(Edit::Change(Change { kind, cells, added, ..Change::default() })) {
            return;
        }
        if let Some(selection) = selection {
            self.select(selection);
        }
        if outcome.misfits + outcome.lost > 0 {
            self.book.notices().push(Notice::Pasted(outcome));
        }
    }
}
