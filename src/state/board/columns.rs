//! The board's columns: their steady order, their rows, and the way from card to card.

use std::collections::HashSet;
use std::sync::Arc;

use crate::segment::{Group, GroupKey};

/// The rows of each column, in the order of the cards.
#[derive(Clone, Debug, Default)]
pub struct Columns(pub Arc<Vec<(GroupKey, Arc<Vec<u32>>)>>);

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
    pub fn of(groups: Vec<Group>) -> Self {
        Self(Arc::new(groups.into_iter().map(|group| (group.key, Arc::new(group.rows))).collect()))
    }

    /// The rows of a column; none for one that is not there.
    pub fn rows(&self, key: &GroupKey) -> Arc<Vec<u32>> {
        self.0.iter().find(|(other, _)| other == key).map(|(_, rows)| rows.clone()).unwrap_or_default()
    }

    /// The rows of the columns in the order in which `keys` names them.
    fn in_order<'a>(&'a self, keys: &'a [GroupKey]) -> impl Iterator<Item = &'a [u32]> {
        keys.iter().map(|key| self.0.iter().find(|(other, _)| other == key).map_or(&[][..], |(_, rows)| rows))
    }
}

/// The row of the card that lies in a direction from a card.
pub fn step(columns: &Columns, keys: &[GroupKey], from: u32, direction: Direction) -> Option<u32> {
    let lists: Vec<&[u32]> = columns.in_order(keys).collect();
    let place = |(at, rows): (usize, &&[u32])| rows.iter().position(|row| *row == from).map(|index| (at, index));
    let (at, index) = lists.iter().enumerate().find_map(place)?;
    let rows = lists.get(at)?;
    match direction {
        Direction::Down(by) => {
            let other = index.saturating_add_signed(by).min(rows.len().saturating_sub(1));
            rows.get(other).copied()
        }
        Direction::First => rows.first().copied(),
        Direction::Last => rows.last().copied(),
        Direction::Right(by) => {
            let mut other = at;
            loop {
                other = other.checked_add_signed(by)?;
                let rows = lists.get(other)?;
                if let Some(row) = rows.get(index).or(rows.last()) {
                    return Some(*row);
                }
            }
        }
    }
}

/// Puts groups into the order in which they were first seen, so that columns stay where they are while their sums
/// change. A group that lost its last client stays too, empty: cards can go back there.
pub fn steady(groups: Vec<Group>, known: &mut Vec<GroupKey>) -> Vec<Group> {
    let there: HashSet<&GroupKey> = known.iter().collect();
    let new: Vec<GroupKey> =
        groups.iter().map(|group| &group.key).filter(|key| !there.contains(key)).cloned().collect();
    known.extend(new);
    // Clients without a text stand last, whenever they came.
    known.sort_by_key(|key| *key == GroupKey::Blank);
    let mut groups: std::collections::HashMap<GroupKey, Group> =
        groups.into_iter().map(|group| (group.key.clone(), group)).collect();
    let total = groups.values().any(|group| group.share.is_some());
    known
        .iter()
        .map(|key| {
            groups.remove(key).unwrap_or_else(|| Group {
                key: key.clone(),
                rows: Vec::new(),
                count: 0,
                asks: 0,
                revenue: 0.0,
                known: 0,
                share: total.then_some(0.0),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(text: &str, rows: &[u32]) -> Group {
        let key = if text.is_empty() { GroupKey::Blank } else { GroupKey::Text(text.to_owned()) };
        Group { key, rows: rows.into(), count: rows.len() as u32, asks: 0, revenue: 1.0, known: 1, share: Some(0.5) }
    }

    fn ids(groups: &[Group]) -> Vec<(&str, u32)> {
        groups.iter().map(|group| (group.key.id(), group.count)).collect()
    }

    #[track_caller]
    fn check(columns: &Columns, keys: &[GroupKey], from: u32, direction: Direction, expected: Option<u32>) {
        assert_eq!(step(columns, keys, from, direction), expected);
    }

    #[test]
    fn columns_stay_where_they_are_and_empty_ones_remain() {
        let mut known = Vec::new();
        let first = steady(vec![group("Won", &[1]), group("Lead", &[2]), group("", &[3])], &mut known);
        assert_eq!(ids(&first), [("Won", 1), ("Lead", 1), ("", 1)]);
        let second = steady(vec![group("New", &[4]), group("Lead", &[1, 2]), group("", &[3])], &mut known);
        assert_eq!(ids(&second), [("Won", 0), ("Lead", 2), ("New", 1), ("", 1)]);
    }

    #[test]
    fn the_keyboard_goes_from_card_to_card() {
        let groups = vec![group("a", &[10, 11, 12]), group("b", &[]), group("c", &[20, 21])];
        let keys: Vec<GroupKey> = groups.iter().map(|group| group.key.clone()).collect();
        let columns = Columns::of(groups);
        check(&columns, &keys, 10, Direction::Down(1), Some(11));
        check(&columns, &keys, 12, Direction::Down(1), Some(12));
        check(&columns, &keys, 11, Direction::Down(-10), Some(10));
        check(&columns, &keys, 10, Direction::Last, Some(12));
        check(&columns, &keys, 12, Direction::First, Some(10));
        check(&columns, &keys, 12, Direction::Right(1), Some(21));
        check(&columns, &keys, 20, Direction::Right(-1), Some(10));
        check(&columns, &keys, 20, Direction::Right(1), None);
        check(&columns, &keys, 99, Direction::Down(1), None);
    }
}
