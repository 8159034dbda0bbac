//! The handle at the selection's corner: pulled outwards it fills on, pulled inwards it empties.

use super::selection::{Place, Selection};
use super::view::ClientsView;

/// What the handle at a range's corner is pulled for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pull {
    /// To fill on, over this larger range.
    On(Selection),
    /// To empty what the range no longer holds.
    In { kept: Selection, left: Selection },
}

impl ClientsView {
    /// What the handle does when it is pulled from a range's corner to a cell: beyond the range it fills on, within it
    /// the rows or the columns that it leaves are emptied. The first row and the first column always stay.
    pub fn pulled_to(&self, source: Selection, to: Place) -> Option<Pull> {
        let filled = self.filled_to(source, to);
        let (rows, columns) = (source.rows(), source.columns());
        if filled.rows() != rows || filled.columns() != columns {
            return Some(Pull::On(filled));
        }
        let (first, last) = (filled.active, filled.far);
        let (up, back) = (last.row - to.row, last.column - to.column);
        let (kept, left) = match (up, back) {
            (0, 0) => return None,
            (up, back) if up >= back => (Place { row: to.row, ..last }, Place { row: to.row + 1, ..first }),
            _ => (Place { column: to.column, ..last }, Place { column: to.column + 1, ..first }),
        };
        Some(Pull::In { kept: Selection { active: first, far: kept }, left: Selection { active: left, far: last } })
    }

    /// Does what the handle was pulled for. `is_turned` as in [`ClientsView::fill_on`].
    pub fn pull(&self, source: Selection, pull: Pull, is_turned: bool) {
        match pull {
            Pull::On(target) => self.fill_on(source, target, is_turned),
            Pull::In { kept, left } => {
                self.clear_ranges(&[left]);
                self.select(kept);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{column, select, with_view};
    use super::*;
    use crate::workbook::{Field, Value};

    fn range(from: (usize, usize), to: (usize, usize)) -> Selection {
        Selection { active: Place::new(from.0, from.1), far: Place::new(to.0, to.1) }
    }

    /// `left` is what a range of rows 1 to 3 and columns 2 to 4 leaves when its handle is pulled to a cell.
    #[track_caller]
    fn check_left(to: (usize, usize), left: Option<Selection>) {
        with_view(|view| {
            let pull = view.pulled_to(range((3, 4), (1, 2)), Place::new(to.0, to.1));
            let Some(expected) = left else { return assert_eq!(pull, None) };
            assert!(matches!(pull, Some(Pull::In { left, .. }) if left == expected));
        });
    }

    #[test]
    fn pulled_inwards_the_handle_leaves_rows_or_columns() {
        check_left((3, 4), None);
        check_left((2, 4), Some(range((3, 2), (3, 4))));
        check_left((1, 4), Some(range((2, 2), (3, 4))));
        check_left((3, 2), Some(range((1, 3), (3, 4))));
        check_left((2, 2), Some(range((1, 3), (3, 4))));
        check_left((1, 3), Some(range((2, 2), (3, 4))));
    }

    #[test]
    fn pulled_outwards_it_fills_on() {
        with_view(|view| {
            let source = range((0, 2), (1, 2));
            assert_eq!(view.pulled_to(source, Place::new(2, 2)), Some(Pull::On(range((0, 2), (2, 2)))));
            assert_eq!(view.pulled_to(Selection::at(Place::new(1, 1)), Place::new(1, 1)), None);
        });
    }

    #[test]
    fn what_is_left_is_emptied_in_one_step_and_the_rest_stays_selected() {
        with_view(|view| {
            let revenue = column(&view, Field::Revenue);
            let values = || [0, 1, 2].map(|row| view.book.table(|table| table.value(row, &Field::Revenue.into())));
            let before = values();
            let source = range((0, revenue), (2, revenue));
            select(&view, (0, revenue), (2, revenue));
            let pull = view.pulled_to(source, Place::new(0, revenue)).expect("a pull");
            view.pull(source, pull, false);
            assert_eq!(values(), [Value::Number(1.5), Value::Empty, Value::Empty]);
            assert_eq!(view.selection(), Some(range((0, revenue), (0, revenue))));
            view.book.undo();
            assert_eq!(values(), before);
        });
    }
}
