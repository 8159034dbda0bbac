//! Several ranges at a time: the active one, and those that Ctrl added before it.
//!
//! Only the active range moves, so everything that knows of one range alone goes on with that. The others belong to
//! the cell in which the active one began: once it begins elsewhere they are forgotten.

use leptos::prelude::*;

use super::selection::{Place, Selection};
use super::view::ClientsView;
use crate::workbook::RowId;

/// The ranges beside the active one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Others {
    /// Where the active range began when these were added.
    anchor: Place,
    ranges: Vec<Selection>,
}

impl Others {
    fn beside(&self, active: Selection) -> &[Selection] {
        if self.anchor == active.active { &self.ranges } else { &[] }
    }
}

impl ClientsView {
    /// The ranges beside the active one, within the sheet; followed.
    pub fn other_ranges(&self) -> Vec<Selection> {
        let active = self.selected.get();
        let extent = self.extent(1);
        self.others.with(|others| others.beside(active).iter().filter_map(|range| range.within(extent)).collect())
    }

    /// All that is selected, the active range first; nothing in an empty sheet. Followed.
    pub fn ranges(&self) -> Vec<Selection> {
        let mut ranges: Vec<Selection> = self.selection().into_iter().collect();
        ranges.extend(self.other_ranges());
        ranges
    }

    /// Selects one range and nothing else.
    pub fn select(&self, selection: Selection) {
        if self.others.with_untracked(|others| !others.ranges.is_empty()) {
            self.others.set(Others::default());
        }
        self.selected.set(selection);
    }

    /// Begins another range beside what is selected.
    pub fn add_range(&self, selection: Selection) {
        let mut ranges = untrack(|| self.ranges());
        ranges.retain(|range| *range != selection);
        self.others.set(Others { anchor: selection.active, ranges });
        self.selected.set(selection);
    }

    /// The clients of all selected rows, each once and in the order of the sheet.
    pub(super) fn selected_clients(&self) -> Vec<RowId> {
        let ranges = untrack(|| self.ranges());
        let rows = spans(ranges.iter().map(|range| (*range.rows().start(), *range.rows().end())));
        let span = |(from, to): (usize, usize)| Selection { active: Place::new(from, 0), far: Place::new(to, 0) };
        rows.into_iter().flat_map(|rows| self.clients_in(span(rows))).collect()
    }
}

/// The same cells as ranges that share none, so that no cell counts twice.
pub fn disjoint(ranges: &[Selection]) -> Vec<Selection> {
    let mut apart: Vec<Selection> = Vec::with_capacity(ranges.len());
    for range in ranges {
        let mut parts = vec![*range];
        for known in &apart {
            parts = parts.into_iter().flat_map(|part| without(part, known)).collect();
        }
        apart.extend(parts);
    }
    apart
}

/// What of a range lies outside another one.
fn without(range: Selection, other: &Selection) -> Vec<Selection> {
    let (top, bottom) = (*range.rows().start(), *range.rows().end());
    let (left, right) = (*range.columns().start(), *range.columns().end());
    let (other_top, other_bottom) = (*other.rows().start(), *other.rows().end());
    let (other_left, other_right) = (*other.columns().start(), *other.columns().end());
    if other_top > bottom || other_bottom < top || other_left > right || other_right < left {
        return vec![range];
    }
    let part = |top, left, bottom, right| Selection { active: Place::new(top, left), far: Place::new(bottom, right) };
    let (from, to) = (top.max(other_top), bottom.min(other_bottom));
    let mut parts = Vec::with_capacity(4);
    if top < from {
        parts.push(part(top, left, from - 1, right));
    }
    if left < other_left {
        parts.push(part(from, left, to, other_left - 1));
    }
    if right > other_right {
        parts.push(part(from, other_right + 1, to, right));
    }
    if bottom > to {
        parts.push(part(to + 1, left, bottom, right));
    }
    parts
}

/// The first and the last of neighbouring rows or columns.
type Span = (usize, usize);
/// Spans that neither overlap nor touch, in order.
pub(super) type Spans = Vec<Span>;

/// The rows and the columns of which the ranges are the whole product, as (first, last), from the first to the last;
/// nothing where they are no such block. As in Excel only such ranges can be copied together.
pub fn block(ranges: &[Selection]) -> Option<(Spans, Spans)> {
    let rows = spans(ranges.iter().map(|range| (*range.rows().start(), *range.rows().end())));
    let columns = spans(ranges.iter().map(|range| (*range.columns().start(), *range.columns().end())));
    let length = |spans: &[(usize, usize)]| spans.iter().map(|(from, to)| to - from + 1).sum::<usize>();
    let area = |range: &Selection| range.rows().count() * range.columns().count();
    let covered: usize = disjoint(ranges).iter().map(area).sum();
    (covered > 0 && covered == length(&rows) * length(&columns)).then_some((rows, columns))
}

/// The same numbers as spans that neither overlap nor touch, in order.
fn spans(spans: impl Iterator<Item = Span>) -> Spans {
    let mut sorted: Spans = spans.collect();
    sorted.sort_unstable();
    let mut joined: Spans = Vec::with_capacity(sorted.len());
    for (from, to) in sorted {
        match joined.last_mut() {
            Some(last) if from <= last.1 + 1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(top: usize, left: usize, bottom: usize, right: usize) -> Selection {
        Selection { active: Place::new(bottom, left), far: Place::new(top, right) }
    }

    #[track_caller]
    fn check_apart(ranges: &[Selection]) {
        let parts = disjoint(ranges);
        for row in 0..9 {
            for column in 0..9 {
                let place = Place::new(row, column);
                let count = parts.iter().filter(|part| part.contains(place)).count();
                assert_eq!(count, usize::from(ranges.iter().any(|range| range.contains(place))), "{place:?}");
            }
        }
    }

    #[test]
    fn no_cell_counts_twice() {
        check_apart(&[range(0, 0, 3, 3), range(2, 2, 5, 5)]);
        check_apart(&[range(0, 0, 8, 8), range(2, 2, 5, 5)]);
        check_apart(&[range(2, 2, 5, 5), range(0, 0, 8, 8)]);
        check_apart(&[range(1, 0, 1, 8), range(0, 4, 8, 4), range(3, 3, 3, 3), range(1, 4, 3, 5)]);
        check_apart(&[range(1, 1, 1, 1), range(1, 1, 1, 1)]);
    }

    #[track_caller]
    fn check_block(ranges: &[Selection], expected: Option<(&[Span], &[Span])>) {
        let expected = expected.map(|(rows, columns)| (rows.to_vec(), columns.to_vec()));
        assert_eq!(block(ranges), expected);
    }

    #[test]
    fn ranges_of_the_same_rows_or_columns_are_one_block() {
        check_block(&[range(0, 0, 2, 1)], Some((&[(0, 2)], &[(0, 1)])));
        check_block(&[range(4, 0, 5, 1), range(0, 0, 2, 1)], Some((&[(0, 2), (4, 5)], &[(0, 1)])));
        check_block(&[range(0, 0, 2, 0), range(0, 3, 2, 3)], Some((&[(0, 2)], &[(0, 0), (3, 3)])));
        let four = [range(0, 0, 0, 0), range(0, 2, 0, 2), range(2, 0, 2, 0), range(2, 2, 2, 2)];
        check_block(&four, Some((&[(0, 0), (2, 2)], &[(0, 0), (2, 2)])));
        check_block(&four[..3], None);
        check_block(&[range(0, 0, 1, 1), range(1, 1, 2, 2)], None);
        check_block(&[], None);
    }
}
