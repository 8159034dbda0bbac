//! Cutting, as in other spreadsheets: the cells are only marked, and the paste that follows moves them.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::clipboard::{Copied, Goes};
use super::columns::SheetColumn;
use super::draft::{Draft, Sheet};
use super::fill::converted;
use super::moved::{Moved, Step};
use super::order::Order;
use super::ranges::Spans;
use super::selection::{Place, Selection};
use super::view::ClientsView;
use crate::exchange;
use crate::state::{Book, Formats};
use crate::workbook::{ChangeKind, ColumnId, Field, RowId, Value};

/// The cells that were cut and wait to be pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    spans: (Spans, Spans),
    lines: Vec<(u32, RowId)>,
    columns: Vec<SheetColumn>,
    texts: Vec<Vec<String>>,
    /// What went to the clipboard.
    copied: Copied,
    /// Which state of the workbook they were cut in.
    version: u64,
}

/// The sides of a cell that are sides of a block.
#[expect(clippy::struct_excessive_bools, reason = "a cell has four sides")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Edges {
    pub top: bool,
    pub right: bool,
    pub bottom: bool,
    pub left: bool,
}

impl Cut {
    /// The sides of the block that a cell of it stands at; nothing for a cell beside it.
    pub fn edges(&self, place: Place) -> Option<Edges> {
        let within = |spans: &Spans, at: usize| spans.iter().copied().find(|(from, to)| (*from..=*to).contains(&at));
        let ((top, bottom), (left, right)) = (within(&self.spans.0, place.row)?, within(&self.spans.1, place.column)?);
        Some(Edges {
            top: place.row == top,
            right: place.column == right,
            bottom: place.row == bottom,
            left: place.column == left,
        })
    }

    /// Whether the cells still stand where they were cut.
    fn stands(&self, order: &Order, columns: &[SheetColumn]) -> bool {
        let places = |spans: &Spans| spans.clone().into_iter().flat_map(|(from, to)| from..=to);
        let rows = places(&self.spans.0).filter_map(|place| order.row(place));
        let shown = places(&self.spans.1).filter_map(|place| columns.get(place));
        rows.eq(self.lines.iter().map(|(row, _)| *row)) && shown.eq(&self.columns)
    }
}

/// The cut cells for as long as nothing else was done: every edit, and another order of the sheet, lets them go.
pub(super) fn waiting(
    book: Book,
    cut: RwSignal<Option<Arc<Cut>>>,
    order: Memo<Order>,
    columns: Memo<Arc<[SheetColumn]>>,
) -> Memo<Option<Arc<Cut>>> {
    Memo::new(move |_| {
        let cut = cut.get()?;
        let is_waiting =
            book.version() == cut.version && order.with(|order| columns.with(|columns| cut.stands(order, columns)));
        is_waiting.then_some(cut)
    })
}

impl ClientsView {
    /// The selected cells as for a copy, and marks them: nothing changes before they are pasted.
    pub fn cut(&self) -> Option<Copied> {
        self.drop_cut();
        let taken = self.taken()?;
        let copied = taken.copied();
        let super::clipboard::Taken { spans, lines, columns, texts } = taken;
        let version = untrack(|| self.book.version());
        self.cut.set(Some(Arc::new(Cut { spans, lines, columns, texts, copied: copied.clone(), version })));
        Some(copied)
    }

    /// Lets go of what was cut. Says whether anything was.
    pub fn drop_cut(&self) -> bool {
        let was_cut = self.waiting_cut.with_untracked(Option::is_some);
        if self.cut.with_untracked(Option::is_some) {
            self.cut.set(None);
        }
        was_cut
    }

    /// The cut cells, where a text that is pasted is theirs.
    pub(super) fn cut_block(&self, text: &str, is_own: bool) -> Option<Arc<Cut>> {
        // What lies between programs may lose a line's carriage return.
        fn lines(text: &str) -> impl Iterator<Item = char> + '_ {
            text.trim_end_matches(['\r', '\n']).chars().filter(|letter| *letter != '\r')
        }
        let is_theirs =
            |cut: &Arc<Cut>| (is_own || cut.copied.html.is_none()) && lines(text).eq(lines(&cut.copied.text));
        self.waiting_cut.get_untracked().filter(is_theirs)
    }

    /// Plans to move cut cells to the selection's first cell and to the right of and below it.
    pub(super) fn planned_move(&self, cut: &Cut) -> Draft {
        let mut draft = Draft::new(ChangeKind::Paste);
        let selection = untrack(|| self.selection()).unwrap_or_default();
        let (top, left) = (*selection.rows().start(), *selection.columns().start());
        let across = cut.columns.len();
        let targets: Vec<Option<SheetColumn>> =
            self.columns.with_untracked(|all| (left..left + across).map(|place| all.get(place).cloned()).collect());
        let lines = self.lines(top, cut.lines.len());
        let rows: HashMap<RowId, usize> = cut.lines.iter().enumerate().map(|(at, (_, client))| (*client, at)).collect();
        let columns: Vec<Option<usize>> = targets
            .iter()
            .map(|target| cut.columns.iter().position(|column| Some(&column.id) == target.as_ref().map(|to| &to.id)))
            .collect();
        let clients = cut.lines.iter().map(|(_, client)| *client).collect();
        let mut moved = Moved { clients, columns: cut.columns.clone(), steps: Vec::new() };
        for ((line, from), texts) in lines.iter().zip(&cut.lines).zip(&cut.texts) {
            let mut added = Vec::new();
            for (at, (column, text)) in cut.columns.iter().zip(texts).enumerate() {
                let over = match line.goes {
                    Goes::To(_, client) => {
                        rows.get(&client).zip(columns[at]).map(|(row, column)| row * across + column)
                    }
                    Goes::Below(_) => None,
                };
                let begin = draft.written();
                let values = targets[at].as_ref().and_then(|to| self.moved_values(from.0, column, text, to));
                let is_placed = values.is_some();
                match (values, line.goes, &targets[at]) {
                    (Some(values), Goes::Below(_), _) => added.extend(values),
                    (Some(values), Goes::To(row, client), Some(to)) if !to.is_segment() => {
                        for (_, value) in values {
                            self.write_moved(&mut draft, (row, client), to, value, over.is_some());
                        }
                    }
                    (Some(values), Goes::To(_, client), _) => draft.write_fitting(client, values),
                    (None, ..) => {}
                }
                let is_filled = self.holds_value(from.0, column);
                moved.steps.push(Step { is_filled, is_placed, cells: begin..draft.written(), over });
            }
            if let Goes::Below(below) = line.goes {
                draft.add(below, added);
            }
        }
        let bottom = lines.last().map_or(top, |line| line.place);
        let bottom = (bottom - draft.drop_empty_clients().min(bottom)).max(top);
        let far = Place::new(bottom, left + across.saturating_sub(1));
        draft.selection = Some(Selection { active: Place::new(top, left), far });
        draft.moved = Some(moved);
        draft
    }

    fn write_moved(&self, draft: &mut Draft, to: (u32, RowId), column: &SheetColumn, value: Value, is_over: bool) {
        if is_over {
            // What stands there moves on by itself, or keeps this one away.
            draft.write_freely(to.1, column, value);
        } else {
            self.book.table(|table| {
                self.formats.with_untracked(|formats| draft.write(to, column, value, Sheet { table, formats }));
            });
        }
    }

    /// What a cell's value becomes in another column; nothing where it can't stand there.
    fn moved_values(
        &self,
        row: u32,
        from: &SheetColumn,
        text: &str,
        to: &SheetColumn,
    ) -> Option<Vec<(ColumnId, Value)>> {
        if to.is_segment() {
            return self.read_segment(text);
        }
        self.book.table(|table| {
            if table.is_calculated(&to.id) {
                return None;
            }
            let value = self.formats.with_untracked(|formats| {
                let conventions = Formats::conventions(formats);
                if from.is_segment() {
                    exchange::entry(text, to.kind, &conventions)
                } else {
                    let value = table.value(row, &from.id);
                    converted(&value, from.kind, to.kind, Sheet { table, formats }, conventions)
                }
            });
            Some(vec![(to.id.clone(), value)])
        })
    }

    /// Whether a cell holds a value of its own: no formula's, and no segment that Kontor found.
    fn holds_value(&self, row: u32, column: &SheetColumn) -> bool {
        let id = if column.is_segment() { &ColumnId::Field(Field::Segment) } else { &column.id };
        self.book.table(|table| !table.is_calculated(id) && !table.value(row, id).is_empty())
    }
}

#[cfg(test)]
#[path = "cut_tests.rs"]
mod tests;
