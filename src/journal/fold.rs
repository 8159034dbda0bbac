//! When many small updates are folded into one.
//!
//! Imports are large and never change, so they stay where they are; what is folded is the rest. A fold replaces only
//! updates that the folding tab has itself taken in, and keeps the previous fold until the new one has been read back.

use std::collections::BTreeMap;

use super::names::EntryName;

/// What is known of one stored update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its size in bytes.
    pub size: usize,
    /// Whether it carries an import.
    pub has_import: bool,
}

/// The updates of a workbook that a tab has taken in and knows to be in the large store.
#[derive(Clone, Debug, Default)]
pub struct Fold {
    known: BTreeMap<EntryName, Stored>,
}

impl Fold {
    /// From this many small updates on, folding is worth its while.
    pub const MANY: usize = 48;
    /// Updates from this size on (64 KiB) stay as they are.
    pub const LARGE: usize = 64 * 1024;

    /// Notes an update that was read from the large store or written to it.
    pub fn note(&mut self, name: EntryName, stored: Stored) {
        self.known.insert(name, stored);
    }

    /// What a fold may replace now; nothing while that is not worth its while.
    pub fn due(&self) -> Option<Vec<EntryName>> {
        let small =
            |(name, stored): (&EntryName, &Stored)| (!stored.has_import && stored.size < Self::LARGE).then_some(*name);
        let names: Vec<EntryName> = self.known.iter().filter_map(small).collect();
        (names.len() >= Self::MANY).then_some(names)
    }

    /// Forgets what a fold has replaced.
    pub fn replaced(&mut self, names: &[EntryName]) {
        for name in names {
            self.known.remove(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::Origin;

    fn name(number: u32) -> EntryName {
        EntryName { workbook: Origin(1), session: Origin(2), number }
    }

    #[test]
    fn many_small_updates_are_folded_and_imports_are_left() {
        let mut fold = Fold::default();
        fold.note(name(0), Stored { size: 100, has_import: true });
        fold.note(name(1), Stored { size: Fold::LARGE, has_import: false });
        for number in 2..=Fold::MANY as u32 {
            fold.note(name(number), Stored { size: 100, has_import: false });
        }
        assert_eq!(fold.due(), None);
        fold.note(name(500), Stored { size: 100, has_import: false });
        let due = fold.due().expect("enough to fold");
        assert_eq!(due.len(), Fold::MANY);
        assert!(!due.contains(&name(0)) && !due.contains(&name(1)));
        fold.replaced(&due);
        assert_eq!(fold.due(), None);
    }
}
