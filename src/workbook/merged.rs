//! Which clients became one, and so whose monthly sales add up.
//!
//! A merged client keeps its row, which is dead, and remembers which client it went into; that one may have gone into
//! a third. Two tabs that merge the same two clients in opposite ways make a ring, in which nobody would be left: the
//! smallest id of a ring stands.

use std::collections::{BTreeSet, HashMap};

use super::id::RowId;

/// Who went into whom, both ways.
#[derive(Clone, Debug, Default)]
pub(super) struct Merged {
    into: HashMap<RowId, RowId>,
    from: HashMap<RowId, BTreeSet<RowId>>,
}

impl Merged {
    /// Notes into which client a row went; nothing for a row that stands by itself (again).
    pub fn set(&mut self, row: RowId, into: Option<RowId>) {
        if let Some(before) = self.into.remove(&row)
            && let Some(rows) = self.from.get_mut(&before)
        {
            rows.remove(&row);
        }
        if let Some(into) = into {
            self.into.insert(row, into);
            self.from.entry(into).or_default().insert(row);
        }
    }

    /// Whether every client stands by itself.
    pub fn is_empty(&self) -> bool {
        self.into.is_empty()
    }

    /// Into which client a row went.
    pub fn goal(&self, row: RowId) -> Option<RowId> {
        self.into.get(&row).copied()
    }

    /// Every row that went into this one, directly or by way of others, each once.
    pub fn all_of(&self, row: RowId) -> Vec<RowId> {
        let mut found: Vec<RowId> = Vec::new();
        let mut at = 0;
        let mut next = Some(row);
        while let Some(row_here) = next {
            let rows = self.from.get(&row_here).into_iter().flatten();
            for other in rows {
                if *other != row && !found.contains(other) {
                    found.push(*other);
                }
            }
            next = found.get(at).copied();
            at += 1;
        }
        found
    }

    /// Whether the way from this row leads back to it.
    pub fn is_in_ring(&self, row: RowId) -> bool {
        self.ring(row).is_some()
    }

    /// Lets the smallest of each ring stand by itself, and says which those are.
    pub fn break_rings(&mut self) -> Vec<RowId> {
        let mut rows: Vec<RowId> = self.into.keys().copied().collect();
        rows.sort_unstable();
        // In the order of the ids, so that every copy of the workbook breaks a ring at the same place.
        rows.retain(|row| {
            let stands = self.is_in_ring(*row);
            if stands {
                self.set(*row, None);
            }
            stands
        });
        rows
    }

    fn ring(&self, row: RowId) -> Option<RowId> {
        let mut here = row;
        // A way that is longer than there are rows runs in a ring that this row is not part of.
        for _ in 0..self.into.len() {
            here = self.goal(here)?;
            if here == row {
                return Some(row);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::id::Origin;
    use super::*;

    fn row(index: u32) -> RowId {
        RowId { origin: Origin(1), index }
    }

    fn merged(pairs: &[(u32, u32)]) -> Merged {
        let mut merged = Merged::default();
        for (from, into) in pairs {
            merged.set(row(*from), Some(row(*into)));
        }
        merged
    }

    #[track_caller]
    fn check_all(pairs: &[(u32, u32)], of: u32, expected: &[u32]) {
        let found: Vec<u32> = merged(pairs).all_of(row(of)).into_iter().map(|row| row.index).collect();
        assert_eq!(found, expected, "{pairs:?}");
    }

    #[track_caller]
    fn check_rings(pairs: &[(u32, u32)], expected: &[u32]) {
        let standing: Vec<u32> = merged(pairs).break_rings().into_iter().map(|row| row.index).collect();
        assert_eq!(standing, expected, "{pairs:?}");
    }

    #[test]
    fn all_that_went_into_a_client_is_found_through_others() {
        check_all(&[], 1, &[]);
        check_all(&[(2, 1), (3, 2), (4, 3), (5, 1), (7, 6)], 1, &[2, 5, 3, 4]);
        check_all(&[(1, 2), (2, 1)], 1, &[2]);
        check_all(&[(2, 1), (3, 4), (4, 3)], 1, &[2]);
    }

    #[test]
    fn one_client_of_a_ring_stands() {
        check_rings(&[(1, 2), (2, 3)], &[]);
        check_rings(&[(1, 2), (2, 1)], &[1]);
        check_rings(&[(5, 4), (4, 3), (3, 5), (1, 5), (8, 9), (9, 8)], &[3, 8]);
        check_rings(&[(1, 1)], &[1]);
    }

    #[test]
    fn a_client_that_stands_again_is_forgotten() {
        let mut merged = merged(&[(2, 1)]);
        merged.set(row(2), None);
        assert_eq!((merged.goal(row(2)), merged.all_of(row(1))), (None, Vec::new()));
    }
}
