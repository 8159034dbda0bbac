//! The board's columns and lanes: their steady order, their rows, and the way from card to card.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::segment::{Group, GroupKey, Lane, Lanes};

/// A place of the board: a column, or where a lane meets it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Spot {
    /// Nothing where the board is not cut into lanes.
    pub lane: Option<GroupKey>,
    pub column: GroupKey,
}

impl Spot {
    pub fn column(column: GroupKey) -> Self {
        Self { lane: None, column }
    }
}

/// The rows of each place, in the order of the cards.
#[derive(Clone, Debug, Default)]
pub struct Columns(Arc<HashMap<Spot, Arc<Vec<u32>>>>);

/// Where the keyboard goes from a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// So many cards down, or up where it is negative.
    Down(isize),
    /// So many columns to the right, or to the left; empty ones are passed over.
    Right(isize),
    First,
    Last,
}

impl Columns {
    pub fn of(board: Lanes) -> Self {
        let Lanes { columns, lanes } = board;
        if lanes.is_empty() {
            let rows = columns.into_iter().map(|group| (Spot::column(group.key), Arc::new(group.rows)));
            return Self(Arc::new(rows.collect()));
        }
        let of_lane = |lane: Lane| {
            let key = lane.whole.key;
            let spot = move |cell: Group| (Spot { lane: Some(key.clone()), column: cell.key }, Arc::new(cell.rows));
            lane.cells.into_iter().map(spot)
        };
        Self(Arc::new(lanes.into_iter().flat_map(of_lane).collect()))
    }

    /// The first row of every place.
    pub fn first_rows(&self) -> Vec<u32> {
        self.0.values().filter_map(|rows| rows.first().copied()).collect()
    }

    /// The rows of a place; none for one that is not there.
    pub fn rows(&self, spot: &Spot) -> Arc<Vec<u32>> {
        self.0.get(spot).cloned().unwrap_or_default()
    }
}

/// The row of the card that lies in a direction from a card. `lanes` and `keys` are the lanes (none: one without a key)
/// and columns in their order. Down from the last card of a lane leads into the next one.
pub fn step(
    columns: &Columns,
    lanes: &[GroupKey],
    keys: &[GroupKey],
    (from, spot): (u32, &Spot),
    direction: Direction,
) -> Option<u32> {
    let at = keys.iter().position(|key| *key == spot.column)?;
    let rows = columns.rows(spot);
    let index = rows.iter().position(|row| *row == from)?;
    match direction {
        Direction::Down(by) => {
            if let Some(row) = index.checked_add_signed(by).and_then(|other| rows.get(other)) {
                return Some(*row);
            }
            let beyond = if by > 0 { index + 1 == rows.len() } else { index == 0 };
            let lane = lanes.iter().position(|lane| Some(lane) == spot.lane.as_ref()).filter(|_| beyond);
            let next = lane.and_then(|lane| {
                let others: Vec<&GroupKey> =
                    if by > 0 { lanes[lane + 1..].iter().collect() } else { lanes[..lane].iter().rev().collect() };
                others.into_iter().find_map(|lane| {
                    let rows = columns.rows(&Spot { lane: Some(lane.clone()), column: spot.column.clone() });
                    if by > 0 { rows.first().copied() } else { rows.last().copied() }
                })
            });
            next.or_else(|| if by > 0 { rows.last().copied() } else { rows.first().copied() })
        }
        Direction::First => rows.first().copied(),
        Direction::Last => rows.last().copied(),
        Direction::Right(by) => {
            let mut other = at;
            loop {
                other = other.checked_add_signed(by)?;
                let column = keys.get(other)?.clone();
                let rows = columns.rows(&Spot { lane: spot.lane.clone(), column });
                if let Some(row) = rows.get(index).or(rows.last()) {
                    return Some(*row);
                }
            }
        }
    }
}

/// The order in which columns and lanes were first seen, so that they stay where they are while their sums change.
#[derive(Clone, Debug, Default)]
pub struct Known {
    columns: Vec<GroupKey>,
    lanes: Vec<GroupKey>,
}

impl Known {
    /// Puts the board into the order in which its groups were first seen. A group that lost its last client stays too,
    /// empty: cards can go back there. Columns of `planned` names come first, in that order.
    pub fn steady(&mut self, board: Lanes, planned: &[String]) -> Lanes {
        let is_shared = board.columns.iter().any(|group| group.share.is_some());
        let empty = |key: &GroupKey| Group { share: is_shared.then_some(0.0), ..Group::empty(key.clone()) };
        learn(&mut self.columns, board.columns.iter().map(|group| &group.key));
        self.columns.sort_by_key(|key| match key {
            GroupKey::Text(text) => planned.iter().position(|name| name == text).unwrap_or(planned.len()),
            _ => planned.len(),
        });
        // Clients without a text stand last, whenever they came.
        self.columns.sort_by_key(|key| *key == GroupKey::Blank);
        let in_order = |groups: Vec<Group>| {
            let mut groups: HashMap<GroupKey, Group> =
                groups.into_iter().map(|group| (group.key.clone(), group)).collect();
            self.columns.iter().map(|key| groups.remove(key).unwrap_or_else(|| empty(key))).collect::<Vec<Group>>()
        };
        let columns = in_order(board.columns);
        if board.lanes.is_empty() {
            return Lanes { columns, lanes: Vec::new() };
        }
        learn(&mut self.lanes, board.lanes.iter().map(|lane| &lane.whole.key));
        let mut lanes: HashMap<GroupKey, Lane> =
            board.lanes.into_iter().map(|lane| (lane.whole.key.clone(), lane)).collect();
        let lanes = self.lanes.iter().map(|key| match lanes.remove(key) {
            Some(lane) => Lane { whole: lane.whole, cells: in_order(lane.cells) },
            None => Lane { whole: empty(key), cells: in_order(Vec::new()) },
        });
        Lanes { columns, lanes: lanes.collect() }
    }
}

fn learn<'a>(known: &mut Vec<GroupKey>, keys: impl Iterator<Item = &'a GroupKey>) {
    let there: HashSet<&GroupKey> = known.iter().collect();
    let new: Vec<GroupKey> = keys.filter(|key| !there.contains(key)).cloned().collect();
    known.extend(new);
    known.sort_by_key(|key| *key == GroupKey::Blank);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> GroupKey {
        if text.is_empty() { GroupKey::Blank } else { GroupKey::Text(text.to_owned()) }
    }

    fn group(text: &str, rows: &[u32]) -> Group {
        Group { rows: rows.into(), count: rows.len() as u32, share: Some(0.5), ..Group::empty(key(text)) }
    }

    fn board(columns: Vec<Group>) -> Lanes {
        Lanes { columns, lanes: Vec::new() }
    }

    fn ids(board: &Lanes) -> Vec<(&str, u32)> {
        board.columns.iter().map(|group| (group.key.id(), group.count)).collect()
    }

    #[test]
    fn columns_stay_where_they_are_and_empty_ones_remain() {
        let mut known = Known::default();
        let first = board(vec![group("Won", &[1]), group("Lead", &[2]), group("", &[3])]);
        assert_eq!(ids(&known.steady(first, &[])), [("Won", 1), ("Lead", 1), ("", 1)]);
        let second = board(vec![group("New", &[4]), group("Lead", &[1, 2]), group("", &[3])]);
        assert_eq!(ids(&known.steady(second.clone(), &[])), [("Won", 0), ("Lead", 2), ("New", 1), ("", 1)]);
        let planned = ["New".to_owned(), "Lead".to_owned()];
        assert_eq!(ids(&known.steady(second, &planned)), [("New", 1), ("Lead", 2), ("Won", 0), ("", 1)]);
    }

    #[test]
    fn lanes_have_a_cell_for_every_column_in_its_order() {
        let mut known = Known::default();
        let lane = |name, cells| Lane { whole: group(name, &[]), cells };
        let columns = || vec![group("a", &[]), group("b", &[])];
        let first = Lanes { columns: columns(), lanes: vec![lane("x", columns()), lane("", columns())] };
        known.steady(first, &[]);
        let cells = vec![group("c", &[7]), group("a", &[])];
        let second = Lanes { columns: vec![group("c", &[]), group("a", &[])], lanes: vec![lane("y", cells)] };
        let steady = known.steady(second, &[]);
        let lanes: Vec<&str> = steady.lanes.iter().map(|lane| lane.whole.key.id()).collect();
        assert_eq!(lanes, ["x", "y", ""]);
        for lane in &steady.lanes {
            assert_eq!(lane.cells.iter().map(|cell| cell.key.id()).collect::<Vec<_>>(), ["a", "b", "c"]);
        }
        assert_eq!(steady.lanes[1].cells[2].rows, [7]);
    }

    #[track_caller]
    fn check(lanes: &[&str], from: (u32, &str, &str), direction: Direction, expected: Option<u32>) {
        let cells =
            |rows: [&'static [u32]; 3]| ["a", "b", "c"].into_iter().zip(rows).map(|(text, rows)| group(text, rows));
        let columns = |rows| cells(rows).collect::<Vec<_>>();
        let first = || columns([&[10, 11, 12], &[], &[20, 21]]);
        let board = Lanes {
            columns: first(),
            lanes: lanes
                .iter()
                .zip([first(), columns([&[], &[], &[]]), columns([&[30, 31], &[], &[]])])
                .map(|(lane, cells)| Lane { whole: group(lane, &[]), cells })
                .collect(),
        };
        let lanes: Vec<GroupKey> = lanes.iter().map(|lane| key(lane)).collect();
        let (row, lane, column) = from;
        let spot = Spot { lane: (!lane.is_empty()).then(|| key(lane)), column: key(column) };
        let keys = ["a", "b", "c"].map(key);
        assert_eq!(step(&Columns::of(board), &lanes, &keys, (row, &spot), direction), expected);
    }

    #[test]
    fn the_keyboard_goes_from_card_to_card() {
        check(&[], (10, "", "a"), Direction::Down(1), Some(11));
        check(&[], (12, "", "a"), Direction::Down(1), Some(12));
        check(&[], (11, "", "a"), Direction::Down(-10), Some(10));
        check(&[], (10, "", "a"), Direction::Last, Some(12));
        check(&[], (12, "", "a"), Direction::First, Some(10));
        check(&[], (12, "", "a"), Direction::Right(1), Some(21));
        check(&[], (20, "", "c"), Direction::Right(-1), Some(10));
        check(&[], (20, "", "c"), Direction::Right(1), None);
        check(&[], (99, "", "a"), Direction::Down(1), None);
    }

    #[test]
    fn down_from_a_lane_leads_into_the_next_that_has_cards() {
        let lanes = &["x", "y", "z"];
        check(lanes, (12, "x", "a"), Direction::Down(1), Some(30));
        check(lanes, (30, "z", "a"), Direction::Down(-1), Some(12));
        check(lanes, (31, "z", "a"), Direction::Down(1), Some(31));
        check(lanes, (11, "x", "a"), Direction::Down(8), Some(12));
        check(lanes, (12, "x", "a"), Direction::Right(1), Some(21));
    }
}
