//! Where rows and columns of the grid stand, in CSS pixels.

use std::ops::Range;

use super::selection::Place;

/// The height of every row, the heading's included: `--row-height`.
pub const ROW_HEIGHT: f64 = 28.0;
/// How much is drawn beyond each edge of the window, so that a scroll step never shows what is not drawn yet.
pub const MARGIN: f64 = 760.0;
/// Sheets of up to so many columns are drawn in their whole width: screen readers and the browser's own search find
/// all of it.
const DRAWN_WHOLE: usize = 24;

/// The part of the sheet that the window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Viewport {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    /// The heading included, which stays at the top.
    pub height: f64,
}

/// What stands at a point of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    Cell(Place),
    RowNumber(usize),
    Heading(usize),
    /// The mark in a heading that opens its filter.
    Mark(usize),
    /// The edge behind a heading, by which its column is resized.
    Edge(usize),
    Corner,
    Nothing,
}

/// Where the columns stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The width of the row numbers.
    pub gutter: f64,
    /// Where each column begins behind the row numbers, and where the last one ends.
    lefts: Vec<f64>,
    /// How many columns stay at the left.
    frozen: usize,
}

/// The width of the mark in a heading.
const MARK: f64 = 20.0;
/// Headings narrower than this have no mark: their title needs the room.
const MARKED: f64 = 64.0;

impl Layout {
    /// How far from a heading's edge it is still taken hold of.
    const GRIP: f64 = 5.0;

    pub fn new(gutter: f64, widths: impl IntoIterator<Item = f64>) -> Self {
        let mut lefts = vec![0.0];
        let mut left = 0.0;
        for width in widths {
            left += width;
            lefts.push(left);
        }
        let frozen = 1.min(lefts.len() - 1);
        Self { gutter, lefts, frozen }
    }

    /// The layout with so many columns that stay at the left, as far as a window of this width leaves room for others.
    #[must_use]
    pub fn holding(self, frozen: usize, width: f64) -> Self {
        let fits = |count: &usize| self.lefts.get(*count).is_some_and(|left| self.gutter + left <= width * 0.7);
        let first = frozen.min(1).min(self.column_count());
        let frozen = (first..=frozen.min(self.column_count())).rev().find(fits).unwrap_or(first);
        Self { frozen, ..self }
    }

    /// How many columns stay at the left.
    pub fn frozen_count(&self) -> usize {
        self.frozen
    }

    /// Whether a heading is wide enough for a mark.
    pub fn has_mark(&self, column: usize) -> bool {
        self.column(column).1 >= MARKED
    }

    pub fn column_count(&self) -> usize {
        self.lefts.len().saturating_sub(1)
    }

    /// Where a column begins in the sheet, and its width.
    pub fn column(&self, column: usize) -> (f64, f64) {
        match (self.lefts.get(column), self.lefts.get(column + 1)) {
            (Some(left), Some(right)) => (self.gutter + left, right - left),
            _ => (self.total_width(), 0.0),
        }
    }

    pub fn total_width(&self) -> f64 {
        self.gutter + self.lefts.last().copied().unwrap_or_default()
    }

    /// How much of the window the row numbers and the held columns take: they stay while the others scroll.
    pub fn frozen_width(&self) -> f64 {
        self.gutter + self.lefts.get(self.frozen).copied().unwrap_or_default()
    }

    /// Where a column begins in the window.
    pub fn left_in_window(&self, column: usize, view: Viewport) -> f64 {
        let (left, _) = self.column(column);
        if column < self.frozen { left } else { left - view.left }
    }

    /// The columns to draw beside those that are held at the left, which are always drawn.
    pub fn drawn_columns(&self, view: Viewport) -> Range<usize> {
        let count = self.column_count();
        if count <= DRAWN_WHOLE {
            return self.frozen.min(count)..count;
        }
        let from = view.left + self.frozen_width() - MARGIN - self.gutter;
        let to = view.left + view.width + MARGIN - self.gutter;
        let first = self.lefts.partition_point(|left| *left <= from).saturating_sub(1).max(self.frozen);
        let end = self.lefts.partition_point(|left| *left < to).min(count);
        first.min(count)..end.max(first.min(count))
    }

    /// How many columns are ever drawn at a time beside those that are held.
    pub fn column_slots(&self, width: f64) -> usize {
        let drawn = |left: &f64| self.drawn_columns(Viewport { left: *left, width, ..Viewport::default() }).len();
        // One more than at any column's beginning: in between, a part of one more may be seen.
        self.lefts.iter().map(drawn).max().map_or(0, |most| (most + 1).min(self.column_count()))
    }

    /// What stands at a point of the window.
    pub fn hit(&self, view: Viewport, x: f64, y: f64, rows: usize) -> Hit {
        let is_frozen = x < self.frozen_width();
        let behind = if is_frozen { x } else { x + view.left } - self.gutter;
        let column = self.lefts.partition_point(|left| *left <= behind).checked_sub(1);
        let column = column.filter(|column| *column < self.column_count());
        if y < ROW_HEIGHT {
            return self.hit_heading(x, behind, column);
        }
        let row = ((y - ROW_HEIGHT + view.top) / ROW_HEIGHT) as usize;
        match column {
            _ if row >= rows => Hit::Nothing,
            _ if x < self.gutter => Hit::RowNumber(row),
            Some(column) => Hit::Cell(Place { row, column }),
            None => Hit::Nothing,
        }
    }

    fn hit_heading(&self, x: f64, behind: f64, column: Option<usize>) -> Hit {
        let near = |edge: usize| self.lefts.get(edge).is_some_and(|left| (left - behind).abs() <= Self::GRIP);
        match column {
            _ if x < self.gutter => Hit::Corner,
            Some(column) if near(column + 1) => Hit::Edge(column),
            Some(column) if column > 0 && near(column) => Hit::Edge(column - 1),
            Some(column) if self.has_mark(column) && self.lefts[column + 1] - behind <= MARK => Hit::Mark(column),
            Some(column) => Hit::Heading(column),
            None if near(self.column_count()) => Hit::Edge(self.column_count().saturating_sub(1)),
            None => Hit::Nothing,
        }
    }

    /// The cell nearest to a point, also beyond the edges of the window and of the sheet.
    pub fn nearest(&self, view: Viewport, x: f64, y: f64, rows: usize) -> Place {
        let is_frozen = x < self.frozen_width() && view.left <= 0.0;
        let behind = if is_frozen { x } else { x + view.left } - self.gutter;
        let column = self.lefts.partition_point(|left| *left <= behind).saturating_sub(1);
        let row = ((y - ROW_HEIGHT + view.top) / ROW_HEIGHT).max(0.0) as usize;
        Place { row: row.min(rows.saturating_sub(1)), column: column.min(self.column_count().saturating_sub(1)) }
    }

    /// How far to scroll so that a cell is seen whole.
    pub fn revealed(&self, view: Viewport, place: Place) -> (f64, f64) {
        let top = place.row as f64 * ROW_HEIGHT;
        let room = (view.height - 2.0 * ROW_HEIGHT).max(0.0);
        let y = view.top.min(top).max(top - room);
        if place.column < self.frozen {
            return (view.left, y);
        }
        let (left, width) = self.column(place.column);
        let frozen = self.frozen_width();
        let x = view.left.max(left + width - view.width).min(left - frozen);
        (x.max(0.0), y)
    }
}

/// The rows to draw: those in the window and a margin on each side.
pub fn drawn_rows(view: Viewport, rows: usize) -> Range<usize> {
    let first = ((view.top - MARGIN) / ROW_HEIGHT).floor().max(0.0) as usize;
    let end = ((view.top + view.height + MARGIN) / ROW_HEIGHT).ceil().max(0.0) as usize;
    first.min(rows)..end.min(rows)
}

/// How many rows are ever drawn at a time in a window of this height.
pub fn row_slots(height: f64, rows: usize) -> usize {
    (((height + 2.0 * MARGIN) / ROW_HEIGHT).ceil() as usize + 1).min(rows)
}

/// How many whole rows fit below the heading.
pub fn page(view: Viewport) -> usize {
    ((view.height - ROW_HEIGHT) / ROW_HEIGHT).max(1.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: Viewport = Viewport { left: 100.0, top: 2800.0, width: 800.0, height: 600.0 };

    fn layout() -> Layout {
        Layout::new(48.0, (0..60).map(|column| if column == 0 { 200.0 } else { 100.0 }))
    }

    #[test]
    fn a_step_of_600_pixels_never_shows_a_row_that_is_not_drawn() {
        for step in 0..2000 {
            let view = Viewport { top: f64::from(step) * 7.3, ..VIEW };
            let drawn = drawn_rows(view, 100_000);
            assert!(drawn.len() <= row_slots(view.height, 100_000));
            for shown_top in [view.top - 600.0, view.top, view.top + 600.0] {
                let first = (shown_top.max(0.0) / ROW_HEIGHT) as usize;
                let last = ((shown_top.max(0.0) + view.height) / ROW_HEIGHT) as usize;
                assert!(drawn.contains(&first) && drawn.contains(&last));
            }
        }
    }

    #[test]
    fn drawn_columns_cover_the_window_and_fit_their_slots() {
        let layout = layout();
        let slots = layout.column_slots(VIEW.width);
        for left in 0..5400 {
            let view = Viewport { left: f64::from(left), ..VIEW };
            let drawn = layout.drawn_columns(view);
            assert!(drawn.len() <= slots && slots < 40, "{left}");
            let (first, _) = layout.column(drawn.start);
            let (last, width) = layout.column(drawn.end - 1);
            assert!(drawn.start == 1 || first <= view.left + layout.frozen_width());
            assert!(drawn.end == 60 || last + width >= view.left + view.width);
        }
        assert_eq!(Layout::new(48.0, [200.0]).drawn_columns(VIEW), 1..1);
        assert_eq!(Layout::default().column_slots(800.0), 0);
    }

    #[test]
    fn points_find_cells_headings_and_their_edges() {
        let layout = layout();
        let hit = |x, y| layout.hit(VIEW, x, y, 100_000);
        assert_eq!(hit(10.0, 10.0), Hit::Corner);
        assert_eq!(hit(100.0, 10.0), Hit::Heading(0));
        assert_eq!(hit(246.0, 10.0), Hit::Edge(0));
        // The window is scrolled by 100: behind the first column the third one begins.
        assert_eq!(hit(290.0, 10.0), Hit::Heading(2));
        assert_eq!((hit(235.0, 10.0), hit(335.0, 10.0)), (Hit::Mark(0), Hit::Mark(2)));
        assert_eq!(hit(10.0, 30.0), Hit::RowNumber(100));
        assert_eq!(hit(100.0, 30.0), Hit::Cell(Place::new(100, 0)));
        assert_eq!(hit(290.0, 60.0), Hit::Cell(Place::new(101, 2)));
        assert_eq!(layout.hit(VIEW, 290.0, 60.0, 5), Hit::Nothing);
    }

    #[test]
    fn a_cell_is_revealed_with_as_little_scrolling_as_possible() {
        let layout = layout();
        assert_eq!(layout.revealed(VIEW, Place::new(105, 3)), (100.0, 2800.0));
        assert_eq!(layout.revealed(VIEW, Place::new(0, 1)), (0.0, 0.0));
        assert_eq!(layout.revealed(VIEW, Place::new(120, 0)), (100.0, 120.0 * 28.0 - 544.0));
        assert_eq!(layout.revealed(VIEW, Place::new(105, 20)), (48.0 + 200.0 + 2000.0 - 800.0, 2800.0));
    }

    #[test]
    fn any_number_of_columns_stays_at_the_left_while_there_is_room_for_others() {
        let held = |frozen, width| layout().holding(frozen, width);
        assert_eq!([0, 1, 3, 99].map(|frozen| held(frozen, 800.0).frozen_count()), [0, 1, 3, 4]);
        assert_eq!(held(3, 200.0).frozen_count(), 1);
        let layout = held(3, 800.0);
        assert_eq!((layout.frozen_width(), layout.drawn_columns(VIEW).start), (448.0, 3));
        assert_eq!(layout.hit(VIEW, 400.0, 30.0, 1000), Hit::Cell(Place::new(100, 2)));
        assert_eq!(layout.hit(VIEW, 460.0, 30.0, 1000), Hit::Cell(Place::new(100, 4)));
        assert_eq!(layout.revealed(VIEW, Place::new(105, 2)), (100.0, 2800.0));
        assert_eq!((layout.left_in_window(2, VIEW), layout.left_in_window(3, VIEW)), (348.0, 348.0));
        let free = held(0, 800.0);
        assert_eq!((free.frozen_width(), free.drawn_columns(VIEW).start), (48.0, 0));
        assert_eq!(free.hit(VIEW, 100.0, 30.0, 1000), Hit::Cell(Place::new(100, 0)));
        assert_eq!(free.revealed(VIEW, Place::new(105, 0)), (0.0, 2800.0));
    }
}
