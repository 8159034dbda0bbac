//! What is written into the sheet by hand: cells, segments, clients and columns that come, and what is emptied.

use leptos::prelude::*;

use super::columns::SheetColumn;
use super::ranges::disjoint;
use super::selection::{Place, Selection};
use super::view::ClientsView;
use crate::exchange;
use crate::segment::Segment;
use crate::state::Formats;
use crate::workbook::{CellEdit, ColumnId, ColumnKind, Edit, Field, RowId, Value};

impl ClientsView {
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
        self.clear_ranges(&untrack(|| self.ranges()));
    }

    /// Empties the cells of some ranges, as [`ClientsView::clear`] does those that are selected.
    pub(super) fn clear_ranges(&self, ranges: &[Selection]) {
        let mut cells = Vec::new();
        for selection in disjoint(ranges) {
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
}
