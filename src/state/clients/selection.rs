//! Which cells are selected, and how the keyboard moves among them.

use std::ops::RangeInclusive;

/// A cell by its place in the sheet: the row among those shown, and the column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub row: usize,
    pub column: usize,
}

impl Place {
    pub fn new(row: usize, column: usize) -> Self {
        Self { row, column }
    }
}

/// A range of cells between two corners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The corner where the selection began: the cell that is edited.
    pub active: Place,
    /// The other corner, which Shift and the arrows move.
    pub far: Place,
}

/// How large the sheet is, in cells, and how many rows fit the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    pub rows: usize,
    pub columns: usize,
    pub page: usize,
}

/// A way to move from one cell to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    /// To where filled cells begin or end.
    EdgeUp,
    EdgeDown,
    EdgeLeft,
    EdgeRight,
    RowStart,
    RowEnd,
    First,
    Last,
    /// To the right, then on to the next row.
    Next,
    Previous,
}

impl Selection {
    pub fn at(place: Place) -> Self {
        Self { active: place, far: place }
    }

    /// The whole sheet; the active cell stays.
    #[must_use]
    pub fn all(self, extent: Extent) -> Self {
        let last = Place::new(extent.rows.saturating_sub(1), extent.columns.saturating_sub(1));
        Self { active: Place::default(), far: last }
    }

    /// The whole rows of the selection.
    #[must_use]
    pub fn whole_rows(self, extent: Extent) -> Self {
        let last = extent.columns.saturating_sub(1);
        Self { active: Place::new(self.active.row, 0), far: Place::new(self.far.row, last) }
    }

    /// The whole columns of the selection.
    #[must_use]
    pub fn whole_columns(self, extent: Extent) -> Self {
        let last = extent.rows.saturating_sub(1);
        Self { active: Place::new(0, self.active.column), far: Place::new(last, self.far.column) }
    }

    pub fn rows(&self) -> RangeInclusive<usize> {
        self.active.row.min(self.far.row)..=self.active.row.max(self.far.row)
    }

    pub fn columns(&self) -> RangeInclusive<usize> {
        self.active.column.min(self.far.column)..=self.active.column.max(self.far.column)
    }

    pub fn contains(&self, place: Place) -> bool {
        self.rows().contains(&place.row) && self.columns().contains(&place.column)
    }

    pub fn is_one_cell(&self) -> bool {
        self.active == self.far
    }

    /// The selection within a sheet that may have become smaller; nothing in an empty one.
    pub fn within(self, extent: Extent) -> Option<Self> {
        let (row, column) = (extent.rows.checked_sub(1)?, extent.columns.checked_sub(1)?);
        let clamp = |place: Place| Place::new(place.row.min(row), place.column.min(column));
        Some(Self { active: clamp(self.active), far: clamp(self.far) })
    }

    /// Moves the selection, or with `extends` its far corner. Nothing where the motion leads out of the sheet.
    pub fn moved(
        self,
        motion: Motion,
        extends: bool,
        extent: Extent,
        is_filled: impl Fn(Place) -> bool,
    ) -> Option<Self> {
        let place = if extends { self.far } else { self.active };
        let place = place.moved(motion, extent, is_filled)?;
        Some(if extends { Self { far: place, ..self } } else { Self::at(place) })
    }
}

impl Place {
    /// The place that a motion leads to; nothing where it leads out of the sheet.
    pub fn moved(self, motion: Motion, extent: Extent, is_filled: impl Fn(Self) -> bool) -> Option<Self> {
        let Self { row, column } = self;
        let last_row = extent.rows.checked_sub(1)?;
        let last_column = extent.columns.checked_sub(1)?;
        let page = extent.page.max(1);
        let up_down = |forward| edge(row, last_row, forward, |row| is_filled(Self { row, column }));
        let left_right = |forward| edge(column, last_column, forward, |column| is_filled(Self { row, column }));
        let (row, column) = match motion {
            Motion::Up => (row.saturating_sub(1), column),
            Motion::Down => (row + 1, column),
            Motion::Left => (row, column.saturating_sub(1)),
            Motion::Right => (row, column + 1),
            Motion::PageUp => (row.saturating_sub(page), column),
            Motion::PageDown => (row + page, column),
            Motion::EdgeUp => (up_down(false), column),
            Motion::EdgeDown => (up_down(true), column),
            Motion::EdgeLeft => (row, left_right(false)),
            Motion::EdgeRight => (row, left_right(true)),
            Motion::RowStart => (row, 0),
            Motion::RowEnd => (row, last_column),
            Motion::First => (0, 0),
            Motion::Last => (last_row, last_column),
            Motion::Next if column < last_column => (row, column + 1),
            Motion::Next if row < last_row => (row + 1, 0),
            Motion::Previous if column > 0 => (row, column - 1),
            Motion::Previous if row > 0 => (row - 1, last_column),
            Motion::Next | Motion::Previous => return None,
        };
        Some(Self { row: row.min(last_row), column: column.min(last_column) })
    }
}

/// Where Ctrl and an arrow lead, as in Excel: to the end of a run of filled cells, or over empty ones to the next.
fn edge(from: usize, last: usize, forward: bool, is_filled: impl Fn(usize) -> bool) -> usize {
    let next = |at: usize| if forward { Some(at + 1).filter(|at| *at <= last) } else { at.checked_sub(1) };
    let Some(mut at) = next(from) else { return from };
    let is_run = is_filled(from) && is_filled(at);
    while let Some(beyond) = next(at) {
        if is_run && !is_filled(beyond) || !is_run && is_filled(at) {
            break;
        }
        at = beyond;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENT: Extent = Extent { rows: 10, columns: 4, page: 3 };

    #[track_caller]
    fn check(from: (usize, usize), motion: Motion, expected: Option<(usize, usize)>) {
        // Rows 0 to 2 and row 6 are filled.
        let is_filled = |place: Place| place.row <= 2 || place.row == 6;
        let place = Place::new(from.0, from.1).moved(motion, EXTENT, is_filled);
        assert_eq!(place.map(|place| (place.row, place.column)), expected, "{motion:?}");
    }

    #[test]
    fn arrows_and_pages_stay_in_the_sheet() {
        check((0, 0), Motion::Up, Some((0, 0)));
        check((9, 3), Motion::Down, Some((9, 3)));
        check((9, 3), Motion::Right, Some((9, 3)));
        check((1, 2), Motion::PageUp, Some((0, 2)));
        check((1, 2), Motion::PageDown, Some((4, 2)));
        check((8, 2), Motion::PageDown, Some((9, 2)));
        check((5, 2), Motion::RowStart, Some((5, 0)));
        check((5, 2), Motion::RowEnd, Some((5, 3)));
        check((5, 2), Motion::First, Some((0, 0)));
        check((5, 2), Motion::Last, Some((9, 3)));
    }

    #[test]
    fn control_and_an_arrow_stop_where_data_begins_or_ends() {
        check((0, 1), Motion::EdgeDown, Some((2, 1)));
        check((2, 1), Motion::EdgeDown, Some((6, 1)));
        check((6, 1), Motion::EdgeDown, Some((9, 1)));
        check((9, 1), Motion::EdgeUp, Some((6, 1)));
        check((6, 1), Motion::EdgeUp, Some((2, 1)));
        check((0, 0), Motion::EdgeRight, Some((0, 3)));
        check((4, 0), Motion::EdgeRight, Some((4, 3)));
        check((0, 0), Motion::EdgeUp, Some((0, 0)));
    }

    #[test]
    fn tab_goes_on_to_the_next_row_and_leaves_at_the_end() {
        check((0, 3), Motion::Next, Some((1, 0)));
        check((1, 0), Motion::Previous, Some((0, 3)));
        check((9, 3), Motion::Next, None);
        check((0, 0), Motion::Previous, None);
    }

    #[test]
    fn shift_moves_the_far_corner_only() {
        let selection = Selection::at(Place::new(4, 1));
        let selection = selection.moved(Motion::Up, true, EXTENT, |_| false).expect("moved");
        let selection = selection.moved(Motion::Right, true, EXTENT, |_| false).expect("moved");
        assert_eq!((selection.rows(), selection.columns()), (3..=4, 1..=2));
        assert_eq!(selection.active, Place::new(4, 1));
        assert!(selection.contains(Place::new(3, 2)) && !selection.contains(Place::new(5, 2)));
    }

    #[test]
    fn a_selection_follows_a_sheet_that_becomes_smaller() {
        let selection = Selection::at(Place::new(50, 2));
        assert_eq!(selection.within(EXTENT).map(|selection| selection.active), Some(Place::new(9, 2)));
        assert_eq!(selection.within(Extent { rows: 0, ..EXTENT }), None);
    }
}
