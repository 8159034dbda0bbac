//! The Clients sheet as signals: what the grid and the side panel share.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::arrangement::Arrangement;
use super::column_filter::ColumnFilter;
use super::columns::{SheetColumn, sheet_columns};
use super::cut::{self, Cut};
use super::draft::Draft;
use super::making::{Made, Recipes};
use super::order::Order;
use super::ranges::{Others, disjoint};
use super::selection::{Extent, Place, Selection};
use super::sort::Sort;
use super::subtotals::Subtotals;
use super::totals::Totals;
use super::widths::ColumnWidths;
use super::wording::Wording;
use crate::state::{Book, Formats, Part};
use crate::workbook::{ColumnId, Origin, RowId};

/// A cell that is being edited, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    pub row: RowId,
    pub column: ColumnId,
    pub mode: EditMode,
}

/// How the editor was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditMode {
    /// By typing: what was there is replaced, and arrows end it.
    Typed,
    /// By F2 or a double click: what was there is changed, and arrows move in the text.
    Opened,
}

/// The Clients sheet. Nothing of it is part of a workbook.
#[derive(Clone, Copy)]
pub struct ClientsView {
    pub(super) book: Book,
    pub(super) formats: RwSignal<Formats>,
    /// The language and its words: the page sets them when the language changes.
    pub wording: RwSignal<Wording>,
    /// By what the clients are sorted, the first before all others.
    pub sort: RwSignal<Vec<Sort>>,
    /// The quick filter; empty for none.
    pub query: RwSignal<String>,
    /// The filters of columns; one for each at most.
    pub filters: RwSignal<Vec<ColumnFilter>>,
    /// By what the clients are grouped: up to two columns.
    pub groups: RwSignal<Vec<ColumnId>>,
    /// The names of the groups whose clients are not shown.
    pub(super) folded: RwSignal<BTreeSet<String>>,
    pub(super) applied: RwSignal<u64>,
    pub(super) recipes: Recipes,
    /// Which columns are shown, in what order, and how many stay at the left.
    pub arrangement: RwSignal<Arrangement>,
    /// The saved view that is open, perhaps with changes; nothing for all clients.
    pub open_view: RwSignal<Option<String>>,
    /// Grows with each view that the person opens: each is a step that the browser's "back" undoes.
    pub opened: RwSignal<u64>,
    /// The workbook whose sheet is shown as it was left there.
    pub left_of: RwSignal<Option<Origin>>,
    /// May reach beyond a sheet that has become smaller: read it through [`ClientsView::selection`].
    pub selected: RwSignal<Selection>,
    /// The ranges beside the active one: read them through [`ClientsView::ranges`].
    pub(super) others: RwSignal<Others>,
    /// A paste or a fill that waits for a word of the person's.
    pub asked: RwSignal<Option<Draft>>,
    pub editing: RwSignal<Option<Editing>>,
    pub widths: RwSignal<ColumnWidths>,
    /// Grows when the active cell must be scrolled to.
    pub reveal: RwSignal<u64>,
    /// The columns that there are, hidden ones included.
    pub all_columns: Memo<Arc<[SheetColumn]>>,
    /// The columns that are shown, in their order.
    pub columns: Memo<Arc<[SheetColumn]>>,
    /// How many of the shown columns stay at the left.
    pub frozen: Memo<usize>,
    pub order: Memo<Order>,
    /// Whether cells changed since the clients were sorted and filtered.
    pub is_stale: Memo<bool>,
    /// What the clients of each group come to.
    pub subtotals: Memo<Arc<Subtotals>>,
    pub(super) cut: RwSignal<Option<Arc<Cut>>>,
    /// The cells that were cut and wait to be pasted.
    pub waiting_cut: Memo<Option<Arc<Cut>>>,
}

impl ClientsView {
    pub fn new(book: Book, formats: RwSignal<Formats>) -> Self {
        let (sort, query) = (RwSignal::new(Vec::new()), RwSignal::new(String::new()));
        let wording = RwSignal::new(Wording::default());
        let (filters, groups) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
        let (folded, applied) = (RwSignal::new(BTreeSet::new()), RwSignal::new(0));
        let arrangement = RwSignal::new(Arrangement::default());
        let all_columns = Memo::new(move |_| {
            book.follow_layout();
            book.follow(Part::Columns);
            book.table(|table| Arc::from(sheet_columns(table)))
        });
        let columns = Memo::new(move |_| {
            all_columns.with(|all: &Arc<[SheetColumn]>| arrangement.with(|columns| Arc::from(columns.shown(all))))
        });
        let frozen = Memo::new(move |_| all_columns.with(|all| arrangement.with(|columns| columns.frozen_shown(all))));
        let recipes = Recipes { book, formats, columns, wording, sort, query, filters, groups, folded, applied };
        let Made { order, is_stale } = recipes.made();
        let subtotals = Memo::new(move |_| {
            order.with(|order| {
                if order.is_grouped() {
                    book.follow(Part::Cells);
                    book.analyses().follow_found();
                }
                columns.with(|columns| book.table(|table| Arc::new(Subtotals::of(order, columns, table))))
            })
        });
        let cut = RwSignal::new(None);
        let waiting_cut = cut::waiting(book, cut, order, columns);
        Self {
            book,
            formats,
            wording,
            sort,
            query,
            filters,
            groups,
            folded,
            applied,
            recipes,
            arrangement,
            open_view: RwSignal::new(None),
            opened: RwSignal::new(0),
            left_of: RwSignal::new(None),
            selected: RwSignal::new(Selection::default()),
            others: RwSignal::new(Others::default()),
            asked: RwSignal::new(None),
            editing: RwSignal::new(None),
            widths: RwSignal::new(ColumnWidths::default()),
            reveal: RwSignal::new(0),
            all_columns,
            columns,
            frozen,
            order,
            is_stale,
            subtotals,
            cut,
            waiting_cut,
        }
    }

    /// How large the sheet is now, in a window of `page` rows; followed.
    pub fn extent(&self, page: usize) -> Extent {
        let rows = self.order.with(|order| order.rows.len());
        Extent { rows, columns: self.columns.with(|columns| columns.len()), page }
    }

    /// Whether the sheet needs the analyses; followed.
    pub fn needs_found(&self) -> bool {
        self.recipes.needs_found()
    }

    /// Shows exactly the clients that pass these filters, whatever was filtered and grouped before.
    pub fn show_only(&self, filters: Vec<ColumnFilter>) {
        self.query.set(String::new());
        self.groups.set(Vec::new());
        self.filters.set(filters);
    }

    /// What is selected; nothing in an empty sheet. Followed.
    pub fn selection(&self) -> Option<Selection> {
        self.selected.get().within(self.extent(1))
    }

    /// What the selected cells come to; followed.
    pub fn totals(&self) -> Totals {
        self.book.follow(Part::Cells);
        self.book.analyses().follow_found();
        let parts = disjoint(&self.ranges());
        let segments = self.book.segments();
        self.order.with(|order| {
            self.columns.with(|columns| {
                self.book.table(|table| {
                    segments.with(|findings| {
                        let of = |part| Totals::of(part, &order.rows, columns, table, findings);
                        parts.into_iter().map(of).fold(Totals::default(), Totals::and)
                    })
                })
            })
        })
    }

    /// Whether a cell of the sheet shows anything.
    pub fn is_filled(&self, place: Place) -> bool {
        let column = self.columns.with_untracked(|columns| columns.get(place.column).cloned());
        let row = self.order.with_untracked(|order| order.row(place.row));
        let (Some(column), Some(row)) = (column, row) else { return false };
        column.is_segment() || self.book.table(|table| !table.value(row, &column.id).is_empty())
    }

    /// The client and the column of a place.
    pub fn cell(&self, place: Place) -> Option<(RowId, SheetColumn)> {
        let row = self.order.with_untracked(|order| order.row(place.row))?;
        let id = self.book.table(|table| table.row_id(row))?;
        Some((id, self.columns.with_untracked(|columns| columns.get(place.column).cloned())?))
    }

    /// Where a client stands among those shown.
    pub fn place_of(&self, client: RowId) -> Option<usize> {
        let row = self.book.table(|table| table.row_of(client))?;
        self.order.with_untracked(|order| order.place(row))
    }

    /// The client so many places below (or above, where negative) another one.
    pub fn neighbour(&self, client: RowId, step: isize) -> Option<RowId> {
        let one = step.signum();
        let mut place = self.place_of(client)?;
        for _ in 0..step.unsigned_abs() {
            place = place.checked_add_signed(one)?;
            // Lines of groups are nobody's.
            while self.order.with_untracked(|order| order.group_at(place).is_some()) {
                place = place.checked_add_signed(one)?;
            }
        }
        self.cell(Place::new(place, 0)).map(|(client, _)| client)
    }

    /// Selects a cell and scrolls to it.
    pub fn go_to(&self, place: Place) {
        self.select(Selection::at(place));
        self.reveal.update(|count| *count += 1);
    }

    /// Goes to a column, in the row where one is.
    pub fn go_to_column(&self, id: &ColumnId) {
        let column = self.columns.with_untracked(|columns| columns.iter().position(|column| column.id == *id));
        if let Some(column) = column {
            self.go_to(Place { column, ..self.selected.get_untracked().active });
        }
    }

    pub(super) fn clients_in(&self, selection: Selection) -> Vec<RowId> {
        self.order.with_untracked(|order| {
            self.book.table(|table| {
                let rows = selection.rows().filter_map(|place| order.row(place));
                rows.filter_map(|row| table.row_id(row)).collect()
            })
        })
    }

    pub(super) fn columns_in(&self, selection: Selection) -> Vec<SheetColumn> {
        self.columns
            .with_untracked(|columns| selection.columns().filter_map(|column| columns.get(column).cloned()).collect())
    }
}

#[cfg(test)]
#[path = "view_tests.rs"]
mod tests;
