//! Filling: Ctrl+D, Ctrl+R, the handle at the selection's corner, and today's date.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::columns::SheetColumn;
use super::draft::{Draft, Sheet};
use super::entry::entry_text;
use super::ranges::disjoint;
use super::selection::{Place, Selection};
use super::series::{self, Filling};
use super::view::ClientsView;
use crate::exchange::{self, Conventions};
use crate::state::Formats;
use crate::workbook::{ChangeKind, ColumnKind, RowId, Value};

/// Where a range is filled on to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Down,
    Up,
    Right,
    Left,
}

impl ClientsView {
    /// Fills what is selected with its first row, or with its first column. A range of one row (or column) takes what
    /// stands above (or to the left of) it, as in Excel.
    pub fn fill(&self, is_down: bool) {
        let start = (self.book.host().now)();
        let mut draft = Draft::new(ChangeKind::Fill);
        for range in disjoint(&untrack(|| self.ranges())) {
            let (rows, columns) = (range.rows(), range.columns());
            if is_down {
                let source = first_or_before(&rows);
                self.with_sheet(|sheet, conventions| {
                    let Some(from) = source.and_then(|place| self.clients_at(place..=place).pop()) else { return };
                    let clients = self.clients_at(rows.clone());
                    for column in self.filled_columns(&columns) {
                        let value = sheet.table.value(from.0, &column.id);
                        for client in clients.iter().filter(|client| **client != from) {
                            let value = converted(&value, column.kind, column.kind, sheet, conventions);
                            draft.write(*client, &column, value, sheet);
                        }
                    }
                });
            } else {
                let source = first_or_before(&columns).and_then(|place| self.filled_columns(&(place..=place)).pop());
                self.with_sheet(|sheet, conventions| {
                    let Some(from) = source else { return };
                    let columns = self.filled_columns(&columns);
                    for client in self.clients_at(rows.clone()) {
                        let value = sheet.table.value(client.0, &from.id);
                        for column in columns.iter().filter(|column| column.id != from.id) {
                            let value = converted(&value, from.kind, column.kind, sheet, conventions);
                            draft.write(client, column, value, sheet);
                        }
                    }
                });
            }
        }
        self.offer_measured(draft, start);
    }

    /// The range that the handle fills when it is pulled to a cell: the selection, and what lies between it and the
    /// cell in the direction in which the cell is farther away.
    pub fn filled_to(&self, source: Selection, to: Place) -> Selection {
        let (rows, columns) = (source.rows(), source.columns());
        let beyond = |range: &RangeInclusive<usize>, at: usize| at.abs_diff(at.clamp(*range.start(), *range.end()));
        let (down, across) = (beyond(&rows, to.row), beyond(&columns, to.column));
        let corner = |row: usize, column: usize| Place::new(row, column);
        let (first, last) = (corner(*rows.start(), *columns.start()), corner(*rows.end(), *columns.end()));
        if down == 0 && across == 0 {
            Selection { active: first, far: last }
        } else if down >= across {
            let active = corner(first.row.min(to.row), first.column);
            Selection { active, far: corner(last.row.max(to.row), last.column) }
        } else {
            let active = corner(first.row, first.column.min(to.column));
            Selection { active, far: corner(last.row, last.column.max(to.column)) }
        }
    }

    /// Fills on from a range over one that is larger in one direction. `is_turned` (Ctrl) makes copies of a series,
    /// and a series of a single number.
    pub fn fill_on(&self, source: Selection, target: Selection, is_turned: bool) {
        let (rows, columns) = (source.rows(), source.columns());
        let way = if target.rows().end() > rows.end() {
            Way::Down
        } else if target.rows().start() < rows.start() {
            Way::Up
        } else if target.columns().end() > columns.end() {
            Way::Right
        } else if target.columns().start() < columns.start() {
            Way::Left
        } else {
            return;
        };
        let start = (self.book.host().now)();
        let mut draft = Draft::new(ChangeKind::Fill);
        draft.selection = Some(target);
        let filling = Filling { is_turned, goes_back: matches!(way, Way::Up | Way::Left), unit: 1.0 };
        let turned = |mut places: Vec<usize>| {
            if filling.goes_back {
                places.reverse();
            }
            places
        };
        match way {
            Way::Down | Way::Up => {
                let from = self.clients_at(turned(rows.clone().collect()).into_iter());
                let beyond = target.rows().filter(|row| !rows.contains(row)).collect();
                let to = self.clients_at(turned(beyond).into_iter());
                for column in self.filled_columns(&columns) {
                    self.fill_column(&mut draft, &column, &from, &to, filling);
                }
            }
            Way::Right | Way::Left => {
                let columns_at = |places: Vec<usize>| -> Vec<SheetColumn> {
                    let columns = places.into_iter().map(|place| self.filled_columns(&(place..=place)).pop());
                    columns.flatten().collect()
                };
                let from = columns_at(turned(columns.clone().collect()));
                let beyond = target.columns().filter(|column| !columns.contains(column)).collect();
                let to = columns_at(turned(beyond));
                self.fill_rows(&mut draft, &self.clients_at(rows), &from, &to, filling);
            }
        }
        self.offer_measured(draft, start);
    }

    /// Fills down as far as the column beside the selection is filled: what a double click on the handle does.
    pub fn fill_beside(&self) {
        let Some(source) = untrack(|| self.selection()) else { return };
        let (below, extent) = (*source.rows().end() + 1, untrack(|| self.extent(1)));
        let before = (0..*source.columns().start()).rev();
        let behind = *source.columns().end() + 1..extent.columns;
        let last = [before.collect::<Vec<_>>(), behind.collect()].into_iter().find_map(|columns| {
            // The segment is always there, so it says nothing.
            let column = columns.into_iter().find_map(|place| self.filled_columns(&(place..=place)).pop())?;
            let filled = self.book.table(|table| {
                let data = table.data(&column.id);
                self.order.with_untracked(|order| {
                    let is_filled = |place: &usize| order.row(*place).is_some_and(|row| !data.get(row).is_empty());
                    (below..extent.rows).take_while(is_filled).count()
                })
            });
            (filled > 0).then(|| below + filled - 1)
        });
        if let Some(last) = last {
            let target = self.filled_to(source, Place::new(last, source.active.column));
            self.fill_on(source, target, false);
        }
    }

    /// Writes today's date into the active cell.
    pub fn enter_today(&self) {
        let Some(active) = untrack(|| self.selection()).map(|selection| selection.active) else { return };
        let client = self.clients_at(active.row..=active.row).pop();
        let column = self.filled_columns(&(active.column..=active.column)).pop();
        let (Some(client), Some(column)) = (client, column) else { return };
        let today = Value::Date((self.book.host().today)());
        let mut draft = Draft::new(ChangeKind::Fill);
        self.with_sheet(|sheet, _| {
            let value = if column.kind.is_text() {
                Value::text(sheet.formats.value(&today, ColumnKind::Date))
            } else {
                today.for_kind(column.kind)
            };
            draft.write(client, &column, value, sheet);
        });
        self.offer(draft);
    }

    fn fill_column(
        &self,
        draft: &mut Draft,
        column: &SheetColumn,
        from: &[(u32, RowId)],
        to: &[(u32, RowId)],
        filling: Filling,
    ) {
        self.with_sheet(|sheet, _| {
            let data = sheet.table.data(&column.id);
            let values: Vec<Value> = from.iter().map(|(row, _)| data.get(*row)).collect();
            let values = series::extend(&values, to.len(), filling_of(filling, column.kind));
            for (client, value) in to.iter().zip(values) {
                draft.write(*client, column, value, sheet);
            }
        });
    }

    fn fill_rows(
        &self,
        draft: &mut Draft,
        clients: &[(u32, RowId)],
        from: &[SheetColumn],
        to: &[SheetColumn],
        filling: Filling,
    ) {
        let Some(first) = from.first() else { return };
        self.with_sheet(|sheet, conventions| {
            for client in clients {
                let values: Vec<Value> = from.iter().map(|column| sheet.table.value(client.0, &column.id)).collect();
                let values = series::extend(&values, to.len(), filling_of(filling, first.kind));
                for ((column, value), source) in to.iter().zip(values).zip(from.iter().cycle()) {
                    let value = converted(&value, source.kind, column.kind, sheet, conventions);
                    draft.write(*client, column, value, sheet);
                }
            }
        });
    }

    /// The columns of a range that can be filled. Segments are each client's own, and are not; nor is what a formula
    /// gives.
    fn filled_columns(&self, places: &RangeInclusive<usize>) -> Vec<SheetColumn> {
        self.columns.with_untracked(|columns| {
            let chosen = places.clone().filter_map(|place| columns.get(place));
            let is_given = |column: &SheetColumn| self.book.table(|table| table.is_calculated(&column.id));
            chosen.filter(|column| !column.is_segment() && !is_given(column)).cloned().collect()
        })
    }

    fn with_sheet(&self, work: impl FnOnce(Sheet<'_>, Conventions)) {
        self.book.table(|table| {
            self.formats.with_untracked(|formats| work(Sheet { table, formats }, Formats::conventions(formats)));
        });
    }

    fn offer_measured(&self, draft: Draft, start: f64) {
        self.offer(draft);
        (self.book.host().measure)("kontor:fill", start);
    }
}

/// The first place of several; before a single one, the one that stands before it.
fn first_or_before(places: &RangeInclusive<usize>) -> Option<usize> {
    if places.start() == places.end() { places.start().checked_sub(1) } else { Some(*places.start()) }
}

/// Shares count by hundredths.
fn filling_of(filling: Filling, kind: ColumnKind) -> Filling {
    Filling { unit: if kind == ColumnKind::Percent { 0.01 } else { 1.0 }, ..filling }
}

/// A value of one kind of column in a column of another, read as if it had been written there.
pub(super) fn converted(
    value: &Value,
    from: ColumnKind,
    to: ColumnKind,
    sheet: Sheet<'_>,
    conventions: Conventions,
) -> Value {
    if from == to || value.is_empty() {
        return value.clone();
    }
    exchange::entry(&entry_text(value, from, sheet.formats), to, &conventions)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{column, select, with_view};
    use super::*;
    use crate::workbook::Field;

    fn values(view: &ClientsView, field: Field) -> Vec<Value> {
        let rows = view.order.with_untracked(|order| order.rows.clone());
        view.book.table(|table| rows.into_iter().map(|row| table.value(row, &field.into())).collect())
    }

    fn range(from: (usize, usize), to: (usize, usize)) -> Selection {
        Selection { active: Place::new(from.0, from.1), far: Place::new(to.0, to.1) }
    }

    #[test]
    fn filling_repeats_the_first_row_or_what_stands_above() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            select(&view, (0, revenue), (2, revenue));
            view.fill(true);
            assert_eq!(values(&view, Field::Revenue), vec![Value::Number(1.5); 3]);
            view.book.undo();
            select(&view, (1, revenue), (1, revenue));
            view.fill(true);
            assert_eq!(values(&view, Field::Revenue)[1], Value::Number(1.5));
        });
    }

    #[test]
    fn the_handle_goes_on_with_a_series_in_one_step_and_selects_it() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            view.fill_on(range((0, revenue), (0, revenue)), range((0, revenue), (2, revenue)), true);
            assert_eq!(values(&view, Field::Revenue), [1.5, 2.5, 3.5].map(Value::Number));
            assert_eq!(untrack(|| view.selection()), Some(range((0, revenue), (2, revenue))));
            view.book.undo();
            view.fill_on(range((2, revenue), (2, revenue)), range((0, revenue), (2, revenue)), false);
            assert_eq!(values(&view, Field::Revenue), [3.0; 3].map(Value::Number));
        });
    }

    #[test]
    fn pulling_goes_where_the_cell_is_farther_away() {
        with_view(|view| {
            let source = range((1, 2), (2, 3));
            assert_eq!(view.filled_to(source, Place::new(9, 4)), range((1, 2), (9, 3)));
            assert_eq!(view.filled_to(source, Place::new(2, 0)), range((1, 0), (2, 3)));
            assert_eq!(view.filled_to(source, Place::new(0, 3)), range((0, 2), (2, 3)));
            assert_eq!(view.filled_to(source, Place::new(2, 2)), range((1, 2), (2, 3)));
        });
    }

    #[test]
    fn filling_to_the_right_reads_a_value_as_if_it_had_been_written_there() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            select(&view, (0, 0), (0, revenue));
            view.fill(false);
            let clashes = view.asked.with_untracked(|draft| draft.as_ref().map(Draft::clashes));
            assert_eq!(clashes, Some(1), "a name is no amount, and the amount is not lost unasked");
            view.agree(true);
            assert_eq!(values(&view, Field::Revenue)[0], Value::Number(1.5));
        });
    }

    #[test]
    fn a_double_click_fills_as_far_as_the_column_beside_is_filled() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            view.select(range((0, revenue), (0, revenue)));
            view.fill_beside();
            // The column before it is the industry, which is empty; the one behind it too. The name is beyond these.
            assert_eq!(values(&view, Field::Revenue)[2], Value::Number(3.0));
            let industry = column(&view, Field::Industry);
            select(&view, (0, industry), (0, industry));
            view.paste(&[vec!["Trade".to_owned()]]);
            view.fill_beside();
            assert_eq!(
                values(&view, Field::Industry),
                [Value::text("Trade"), Value::text("Trade"), Value::text("Trade")]
            );
        });
    }

    #[test]
    fn todays_date_takes_no_amounts_place_unasked() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            select(&view, (0, revenue), (0, revenue));
            view.enter_today();
            assert_eq!(view.asked.with_untracked(|draft| draft.as_ref().map(Draft::clashes)), Some(1));
            view.asked.set(None);
            assert_eq!(values(&view, Field::Revenue)[0], Value::Number(1.5));
            let last = column(&view, Field::LastOrder);
            select(&view, (0, last), (0, last));
            view.enter_today();
            assert_eq!(values(&view, Field::LastOrder)[0], Value::Date(crate::workbook::Day(20_000)));
        });
    }
}
