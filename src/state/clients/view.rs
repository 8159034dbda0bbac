//! The Clients sheet as signals: what the grid and the side panel share.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::arrangement::Arrangement;
use super::column_filter::ColumnFilter;
use super::columns::{SheetColumn, sheet_columns};
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
use crate::exchange;
use crate::segment::Segment;
use crate::state::{Book, Formats, Part};
use crate::workbook::{CellEdit, ColumnId, ColumnKind, Edit, Field, Origin, RowId, Value};

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
                }
                columns.with(|columns| book.table(|table| Arc::new(Subtotals::of(order, columns, table))))
            })
        });
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
        }
    }

    /// How large the sheet is now, in a window of `page` rows; followed.
    pub fn extent(&self, page: usize) -> Extent {
        let rows = self.order.with(|order| order.rows.len());
        Extent { rows, columns: self.columns.with(|columns| columns.len()), page }
    }

    /// What is selected; nothing in an empty sheet. Followed.
    pub fn selection(&self) -> Option<Selection> {
        self.selected.get().within(self.extent(1))
    }

    /// What the selected cells come to; followed.
    pub fn totals(&self) -> Totals {
        self.book.follow(Part::Cells);
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

    /// Writes what a person typed into a cell. Says whether it was understood; what does not fit the column is kept,
    /// and flagged.
    pub fn enter(&self, client: RowId, column: &SheetColumn, text: &str) -> bool {
        if column.is_segment() {
            let segment = self.wording.with_untracked(|wording| wording.segment_named(text));
            if segment.is_none() && !text.trim().is_empty() {
                return false;
            }
            return self.choose_segment(&[client], segment);
        }
        let conventions = self.formats.with_untracked(Formats::conventions);
        let value = exchange::entry(text, column.kind, &conventions);
        self.book.edit(Edit::cell(client, column.id.clone(), value))
    }

    /// Puts clients into a segment by hand, or with nothing takes the choice back.
    pub fn choose_segment(&self, clients: &[RowId], segment: Option<Segment>) -> bool {
        let today = (self.book.host().today)();
        let (chosen, on) = match segment {
            Some(segment) => (Value::text(segment.key()), Value::Date(today)),
            None => (Value::Empty, Value::Empty),
        };
        let cell = |row, field: Field, value: &Value| CellEdit { row, column: field.into(), value: value.clone() };
        let cells = clients
            .iter()
            .flat_map(|client| [cell(*client, Field::Segment, &chosen), cell(*client, Field::SegmentChosen, &on)]);
        self.book.edit(Edit::SetCells(cells.collect()))
    }

    /// Empties the selected cells; a segment becomes the one that Kontor finds.
    pub fn clear(&self) {
        let mut cells = Vec::new();
        for selection in disjoint(&untrack(|| self.ranges())) {
            let clients = self.clients_in(selection);
            for column in self.columns_in(selection) {
                if self.book.table(|table| table.is_calculated(&column.id)) {
                    continue;
                }
                let also = column.is_segment().then_some(ColumnId::Field(Field::SegmentChosen));
                for id in [Some(column.id), also].into_iter().flatten() {
                    self.book.table(|table| {
                        let data = table.data(&id);
                        let is_filled =
                            |client: &&RowId| table.row_of(**client).is_some_and(|row| !data.get(row).is_empty());
                        let filled = clients.iter().filter(is_filled);
                        cells.extend(filled.map(|row| CellEdit { row: *row, column: id.clone(), value: Value::Empty }));
                    });
                }
            }
        }
        if !cells.is_empty() {
            self.book.edit(Edit::SetCells(cells));
        }
    }

    /// Deletes the clients of the selected rows.
    pub fn delete_selected(&self) {
        let Some(selection) = untrack(|| self.selection()) else { return };
        let clients = self.selected_clients();
        if !clients.is_empty() && self.book.edit(Edit::DeleteRows(clients)) {
            let place = Place { row: *selection.rows().start(), ..selection.active };
            self.select(Selection::at(place));
        }
    }

    /// Adds an empty client below the others and goes to its name.
    pub fn add_client(&self) {
        if self.book.edit(Edit::AddRows(vec![Vec::new()])) {
            let rows = self.order.with_untracked(|order| order.rows.len());
            let column = self.column_place(&Field::Name.into()).unwrap_or(0);
            self.go_to(Place::new(rows.saturating_sub(1), column));
        }
    }

    /// Adds a column of the person's own and goes to it.
    pub fn add_column(&self, title: &str, kind: ColumnKind) -> bool {
        let id = ColumnId::Own(format!("{:x}", (self.book.host().random)()));
        let is_added = self.book.edit(Edit::SetColumn { id: id.clone(), title: title.trim().to_owned(), kind });
        self.go_to_column(&id);
        is_added
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
mod tests {
    use super::super::testing;
    use super::*;
    use crate::state::{Host, Notices};
    use crate::workbook::{Origin, Workbook};

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
}
