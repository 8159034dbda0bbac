//! Blocks of cells: copied, pasted, and filled.

use leptos::prelude::*;

use super::columns::SheetColumn;
use super::entry::entry_text;
use super::selection::{Place, Selection};
use super::tsv;
use super::view::ClientsView;
use crate::exchange;
use crate::segment::Segment;
use crate::state::Formats;
use crate::workbook::{CellEdit, Change, ColumnId, ColumnKind, Edit, Field, Value};

/// How a paste went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// Values that do not fit their column: kept as written, and flagged.
    pub misfits: u32,
    /// Cells that found no place: beyond the last column, or no segment's name.
    pub lost: u32,
}

/// What a pasted block becomes.
#[derive(Default)]
struct Plan {
    cells: Vec<CellEdit>,
    rows: Vec<Vec<(ColumnId, Value)>>,
    outcome: Pasted,
}

impl ClientsView {
    /// The selected cells as a text that spreadsheets understand; nothing in an empty sheet.
    pub fn copied(&self) -> Option<String> {
        let selection = untrack(|| self.selection())?;
        let columns = self.columns_in(selection);
        let segment = |row| {
            let finding = self.book.segments().with(|findings| findings.get(row))?;
            self.wording.with_untracked(|wording| wording.segments.get(finding.segment as usize).cloned())
        };
        let text = |row: u32, column: &SheetColumn| {
            if column.is_segment() {
                return segment(row).unwrap_or_default();
            }
            let value = self.book.table(|table| table.value(row, &column.id));
            self.formats.with_untracked(|formats| entry_text(&value, column.kind, formats))
        };
        let rows: Vec<u32> =
            self.order.with_untracked(|order| selection.rows().filter_map(|place| order.row(place)).collect());
        let rows: Vec<Vec<String>> =
            rows.into_iter().map(|row| columns.iter().map(|column| text(row, column)).collect()).collect();
        Some(tsv::write(&rows))
    }

    /// How many clients a pasted text would add below the last one.
    pub fn added_by(&self, text: &str) -> usize {
        let first = untrack(|| self.selection()).map_or(0, |selection| *selection.rows().start());
        let lines = tsv::read(text).len();
        self.order.with_untracked(|order| order.client_below(first, lines).saturating_sub(order.rows.len()))
    }

    /// Pastes a text from the selection's first cell on, in one edit. One value fills the whole selection, and a block
    /// is repeated where the selection holds it several times. What reaches below the last client adds clients.
    /// Nothing where the edit was refused.
    pub fn paste(&self, text: &str) -> Option<Pasted> {
        let block = tsv::read(text);
        let selection = untrack(|| self.selection()).unwrap_or(Selection::at(Place::default()));
        let size = (block.len(), block.iter().map(Vec::len).max().unwrap_or(0));
        let target = target(selection, size);
        let plan = self.plan(&block, size, target, selection);
        if plan.cells.is_empty() && plan.rows.is_empty() {
            return Some(plan.outcome);
        }
        let outcome = plan.outcome;
        let is_done = self.book.edit(Edit::Change(Change { cells: plan.cells, added: plan.rows, ..Change::default() }));
        let first = Place::new(*selection.rows().start(), *selection.columns().start());
        let far = Place::new(first.row + target.0.saturating_sub(1), first.column + target.1.saturating_sub(1));
        self.selected.set(Selection { active: first, far });
        is_done.then_some(outcome)
    }

    fn plan(
        &self,
        block: &[Vec<String>],
        size: (usize, usize),
        (rows, columns): (usize, usize),
        selection: Selection,
    ) -> Plan {
        let conventions = self.formats.with_untracked(Formats::conventions);
        let (top, left) = (*selection.rows().start(), *selection.columns().start());
        let mut plan = Plan::default();
        for down in 0..rows {
            let Some(line) = block.get(down % size.0) else { continue };
            // Lines of groups are passed over.
            let place = self.order.with_untracked(|order| order.client_below(top, down));
            let client = self.cell(Place::new(place, 0)).map(|(client, _)| client);
            let mut added = Vec::new();
            for across in 0..columns {
                // A shorter line leaves what stands beside it.
                let Some(text) = line.get(across % size.1) else { continue };
                let Some(column) = self.columns.with_untracked(|all| all.get(left + across).cloned()) else {
                    plan.outcome.lost += u32::from(!text.is_empty());
                    continue;
                };
                let Some(values) = self.read(text, &column, conventions) else {
                    plan.outcome.lost += 1;
                    continue;
                };
                for (id, value) in values {
                    plan.outcome.misfits += u32::from(matches!(value, Value::Misfit(_)));
                    match client {
                        Some(row) => plan.cells.push(CellEdit { row, column: id, value }),
                        None => added.push((id, value)),
                    }
                }
            }
            if client.is_none() {
                plan.rows.push(added);
            }
        }
        plan
    }

    /// What a text becomes in a column; nothing where it names no segment.
    fn read(
        &self,
        text: &str,
        column: &SheetColumn,
        conventions: exchange::Conventions,
    ) -> Option<Vec<(ColumnId, Value)>> {
        if !column.is_segment() {
            return Some(vec![(column.id.clone(), exchange::entry(text, column.kind, &conventions))]);
        }
        if text.trim().is_empty() {
            return Some(segment_values(None, Value::Empty));
        }
        let segment = self.wording.with_untracked(|wording| wording.segment_named(text))?;
        Some(segment_values(Some(segment), Value::Date((self.book.host().today)())))
    }

    /// Fills the selection with its first row, or with its first column. A selection of one row (or column) takes what
    /// stands above (or to the left of) it, as in Excel.
    pub fn fill(&self, is_down: bool) {
        let Some(selection) = untrack(|| self.selection()) else { return };
        let (rows, columns) = (selection.rows(), selection.columns());
        let from = |start: usize, end: usize| if start == end { start.checked_sub(1) } else { Some(start) };
        let source = if is_down { from(*rows.start(), *rows.end()) } else { from(*columns.start(), *columns.end()) };
        let Some(source) = source else { return };
        let mut cells = Vec::new();
        for row in rows {
            for column in columns.clone() {
                let (from, place) = if is_down {
                    (Place::new(source, column), Place::new(row, column))
                } else {
                    (Place::new(row, source), Place::new(row, column))
                };
                if from != place {
                    cells.extend(self.filled(from, place));
                }
            }
        }
        if !cells.is_empty() {
            self.book.edit(Edit::SetCells(cells));
        }
    }

    /// One cell's value in another cell. Segments are each client's own, and are not filled.
    fn filled(&self, from: Place, to: Place) -> Option<CellEdit> {
        let ((source, of), (client, column)) = (self.cell(from)?, self.cell(to)?);
        if of.is_segment() || column.is_segment() {
            return None;
        }
        let value = self.book.table(|table| Some(table.value(table.row_of(source)?, &of.id)))?;
        Some(CellEdit { row: client, column: column.id, value })
    }

    /// Writes today's date into the active cell.
    pub fn enter_today(&self) {
        let active = untrack(|| self.selection()).and_then(|selection| self.cell(selection.active));
        let Some((client, column)) = active.filter(|(_, column)| !column.is_segment()) else { return };
        let today = Value::Date((self.book.host().today)());
        let value = match column.kind {
            ColumnKind::Date => today,
            kind => Value::text(self.formats.with_untracked(|formats| formats.value(&today, kind))),
        };
        self.book.edit(Edit::cell(client, column.id, value));
    }
}

fn segment_values(segment: Option<Segment>, on: Value) -> Vec<(ColumnId, Value)> {
    let chosen = segment.map_or(Value::Empty, |segment| Value::text(segment.key()));
    vec![(Field::Segment.into(), chosen), (Field::SegmentChosen.into(), on)]
}

/// How many rows and columns are written: the block's, or the selection's where that holds the block several times.
fn target(selection: Selection, (rows, columns): (usize, usize)) -> (usize, usize) {
    let selected = (selection.rows().count(), selection.columns().count());
    let fits = |selected: usize, block: usize| block > 0 && selected >= block && selected.is_multiple_of(block);
    if fits(selected.0, rows) && fits(selected.1, columns) { selected } else { (rows, columns) }
}

/// The names of the clients as they are shown.
#[cfg(test)]
fn names(view: &ClientsView) -> Vec<String> {
    let rows = view.order.with_untracked(|order| order.rows.clone());
    view.book.table(|table| rows.into_iter().map(|row| table.name(row).to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::state::{Book, Host, Notices};
    use crate::workbook::{Origin, Workbook};

    /// Three clients with a name and a revenue.
    fn with_view(test: impl FnOnce(ClientsView)) {
        let owner = Owner::new();
        owner.with(|| {
            let book = Book::new(Workbook::new(Origin(1)), Host::for_tests(), Notices::default());
            let view = ClientsView::new(book, RwSignal::new(Formats::default()));
            let batch =
                testing::batch(&[(Field::Name, &["Alpha", "Bravo", "Charlie"]), (Field::Revenue, &["1.5", "", "3"])]);
            book.edit(Edit::Import { origin: Origin(2), bytes: batch.to_bytes().into() });
            test(view);
        });
    }

    fn column(view: &ClientsView, field: Field) -> usize {
        let is_it = |column: &SheetColumn| column.id == ColumnId::Field(field);
        view.columns.with_untracked(|columns| columns.iter().position(is_it)).expect("the column")
    }

    fn select(view: &ClientsView, from: (usize, usize), to: (usize, usize)) {
        view.selected.set(Selection { active: Place::new(from.0, from.1), far: Place::new(to.0, to.1) });
    }

    fn revenues(view: &ClientsView) -> Vec<Value> {
        let rows = view.order.with_untracked(|order| order.rows.clone());
        view.book.table(|table| rows.into_iter().map(|row| table.value(row, &Field::Revenue.into())).collect())
    }

    #[test]
    fn a_block_is_copied_and_pasted_elsewhere_in_one_step() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            select(&view, (0, revenue), (2, revenue));
            let copied = view.copied().expect("a text");
            assert_eq!(copied, "1.5\r\n\r\n3\r\n");
            select(&view, (1, revenue), (1, revenue));
            assert_eq!(view.added_by(&copied), 1);
            assert_eq!(view.paste(&copied), Some(Pasted::default()));
            let values = [Value::Number(1.5), Value::Number(1.5), Value::Empty, Value::Number(3.0)];
            assert_eq!(revenues(&view), values);
            view.book.undo();
            assert_eq!(revenues(&view), [Value::Number(1.5), Value::Empty, Value::Number(3.0)]);
        });
    }

    #[test]
    fn one_value_fills_the_selection_and_what_does_not_fit_is_kept_and_counted() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            select(&view, (2, revenue), (0, revenue));
            assert_eq!(view.paste("7\n"), Some(Pasted::default()));
            assert_eq!(revenues(&view), vec![Value::Number(7.0); 3]);
            assert_eq!(view.paste("soon"), Some(Pasted { misfits: 3, lost: 0 }));
            select(&view, (0, 0), (0, 0));
            let wide = ["A"; 60].join("\t");
            assert!(view.paste(&wide).is_some_and(|pasted| pasted.lost > 0));
            assert_eq!(names(&view)[0], "A");
        });
    }

    #[test]
    fn filling_repeats_the_first_row_or_what_stands_above() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            select(&view, (0, revenue), (2, revenue));
            view.fill(true);
            assert_eq!(revenues(&view), vec![Value::Number(1.5); 3]);
            view.book.undo();
            select(&view, (1, revenue), (1, revenue));
            view.fill(true);
            assert_eq!(revenues(&view)[1], Value::Number(1.5));
        });
    }
}
