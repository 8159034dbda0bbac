//! What is stored: flat entries, each with the stamp of its last write, merged by "the later write wins".
//!
//! Two copies of a plan that went their own ways merge without a server, because every entry decides by itself: the
//! write with the higher stamp stands, in whatever order and however often the writes come. An entry does not lean on
//! any other, so that a damaged update costs its own writes and nothing else. (A general CRDT chains each write to the
//! ones before it: one lost update holds back all that the same tab wrote later.)
//!
//! Keys are flat on purpose: two tabs that both make the first edit of a row write two cells, not two rows.

use std::collections::hash_map;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::fast_hash::FastMap;
use super::field::{ColumnId, ColumnKind};
use super::id::{Origin, RowId};
use super::undo::Step;
use super::value::{Misfit, Value};

/// What an entry is about. Stored by its place in this list: new keys go to the end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Key {
    /// Title, currency, the day of its making: one fact about the workbook.
    Meta(String),
    /// An import.
    Batch(Origin),
    /// A row that a person added, or any row that was deleted.
    Row(RowId),
    /// A column of the person's own, or what was changed about any column.
    Column(ColumnId),
    /// An edit over what was imported.
    Cell(RowId, ColumnId),
    /// `kind/id/field`: settings, managers, targets, programs, views.
    Record(String),
    /// An import that was taken back. Its bytes stay, so that it can be done again after a reload too.
    Withdrawn(Origin),
    /// A step of undo, by its place among [`super::undo::STEPS`].
    Step(u8),
    /// Monthly sales that a list brought for clients that were there already, by the list's import.
    Months(Origin),
}

/// What an entry holds. Stored by its place in this list: new forms go to the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Stored {
    Empty,
    Text(String),
    Number(f64),
    Day(Day),
    Misfit(Misfit),
    /// A batch's bytes and where it stands among the other batches and added rows, or among later months.
    Batch {
        position: u32,
        bytes: Bytes,
    },
    /// An added row and where it stands.
    AddedRow {
        position: u32,
        deleted: bool,
    },
    /// An imported row that was deleted.
    DeletedRow,
    /// What a person made of a column, and where it stands among the batches' columns.
    Column {
        title: String,
        kind: ColumnKind,
        position: u32,
        removed: bool,
    },
    /// An edit as it can be taken back.
    Step(Step),
    /// A row that became one with another: deleted, but its monthly sales count there.
    MergedRow {
        /// Where the row stands, if a person added it.
        position: Option<u32>,
        into: RowId,
    },
}

/// Bytes that are shared and never copied while a workbook is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes(pub Arc<[u8]>);

impl Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes: &serde_bytes::Bytes = Deserialize::deserialize(deserializer)?;
        Ok(Self(Arc::from(&**bytes)))
    }
}

/// When a write happened: later writes have higher stamps. Counted, not read from a clock, so that a wrong clock loses
/// nothing; the origin decides between writes that knew nothing of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamp {
    pub count: u64,
    pub origin: Origin,
}

/// One write: nothing as content takes the entry away (and is itself remembered, so that it wins over older writes).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Write {
    pub key: Key,
    pub stamp: Stamp,
    pub content: Option<Stored>,
}

#[derive(Clone, Debug)]
struct Entry {
    stamp: Stamp,
    content: Option<Stored>,
}

/// All entries of a workbook.
#[derive(Clone, Debug, Default)]
pub struct Document {
    entries: FastMap<Key, Entry>,
    count: u64,
}

impl Document {
    /// What an entry holds.
    pub fn get(&self, key: &Key) -> Option<&Stored> {
        self.entries.get(key).and_then(|entry| entry.content.as_ref())
    }

    /// Every entry that holds something, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &Stored)> {
        self.entries.iter().filter_map(|(key, entry)| Some((key, entry.content.as_ref()?)))
    }

    /// The next stamp of this origin: higher than any that the document has seen.
    pub fn next_stamp(&mut self, origin: Origin) -> Stamp {
        self.count += 1;
        Stamp { count: self.count, origin }
    }

    /// Takes a write in, wherever it comes from, and says whether it changed anything.
    pub fn merge(&mut self, write: Write) -> bool {
        self.count = self.count.max(write.stamp.count);
        match self.entries.entry(write.key) {
            hash_map::Entry::Vacant(place) => {
                let holds = write.content.is_some();
                place.insert(Entry { stamp: write.stamp, content: write.content });
                holds
            }
            hash_map::Entry::Occupied(mut place) => {
                let entry = place.get_mut();
                if entry.stamp >= write.stamp {
                    return false;
                }
                entry.stamp = write.stamp;
                let changed = entry.content != write.content;
                entry.content = write.content;
                changed
            }
        }
    }

    /// Every write that still stands, the ones that took something away included: a whole copy of the document.
    pub fn writes(&self) -> impl Iterator<Item = Write> {
        self.entries.iter().map(|(key, entry)| Write {
            key: key.clone(),
            stamp: entry.stamp,
            content: entry.content.clone(),
        })
    }
}

impl From<Value> for Stored {
    fn from(value: Value) -> Self {
        match value {
            Value::Empty => Self::Empty,
            Value::Text(text) => Self::Text(text),
            Value::Number(number) => Self::Number(number),
            Value::Date(day) => Self::Day(day),
            Value::Misfit(misfit) => Self::Misfit(misfit),
        }
    }
}

impl From<&Stored> for Value {
    fn from(stored: &Stored) -> Self {
        match stored {
            Stored::Text(text) => Self::text(text.as_str()),
            Stored::Number(number) => Self::Number(*number),
            Stored::Day(day) => Self::Date(*day),
            Stored::Misfit(misfit) => Self::Misfit(misfit.clone()),
            _ => Self::Empty,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn write(key: &str, count: u64, origin: u64, text: Option<&str>) -> Write {
        let stamp = Stamp { count, origin: Origin(origin) };
        Write { key: Key::Meta(key.to_owned()), stamp, content: text.map(|text| Stored::Text(text.to_owned())) }
    }

    fn contents(document: &Document) -> Vec<(Key, Stored)> {
        let mut all: Vec<_> = document.iter().map(|(key, stored)| (key.clone(), stored.clone())).collect();
        all.sort_by(|left, right| left.0.cmp(&right.0));
        all
    }

    #[test]
    fn a_later_removal_wins_over_an_earlier_write_that_comes_after_it() {
        let mut document = Document::default();
        document.merge(write("title", 2, 1, None));
        assert!(!document.merge(write("title", 1, 2, Some("old"))));
        assert_eq!(document.get(&Key::Meta("title".to_owned())), None);
    }

    #[test]
    fn a_lost_write_costs_nothing_but_itself() {
        let mut document = Document::default();
        document.merge(write("title", 1, 1, Some("first")));
        document.merge(write("title", 3, 1, Some("third")));
        assert_eq!(document.get(&Key::Meta("title".to_owned())), Some(&Stored::Text("third".to_owned())));
    }

    proptest! {
        #[test]
        fn order_and_repetition_do_not_matter(
            writes in prop::collection::vec((0_u8..4, 1_u64..6, 0_u64..3, prop::option::of("[a-c]")), 0..24),
            order in prop::collection::vec(any::<prop::sample::Index>(), 0..60),
        ) {
            // The same stamp never stands for two contents: a tab counts on with each write.
            let mut seen = std::collections::HashSet::new();
            let writes: Vec<Write> = writes
                .into_iter()
                .filter(|(key, count, origin, _)| seen.insert((*key, *count, *origin)))
                .map(|(key, count, origin, text)| write(&key.to_string(), count, origin, text.as_deref()))
                .collect();
            let mut straight = Document::default();
            for write in &writes {
                straight.merge(write.clone());
            }
            let mut shuffled = Document::default();
            if !writes.is_empty() {
                for index in &order {
                    shuffled.merge(index.get(&writes).clone());
                }
            }
            for write in writes.iter().rev() {
                shuffled.merge(write.clone());
            }
            prop_assert_eq!(contents(&straight), contents(&shuffled));
        }
    }
}
