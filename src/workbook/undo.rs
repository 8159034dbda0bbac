//! Undo and redo: what each edit wrote, and what stood there before.
//!
//! Taking a step back writes what stood there before, as a new write like any other, so that it is stored, merged and
//! sent to other tabs in the one way that everything is. An entry that somebody else has written since is left alone:
//! undo takes back one's own writes, not another's.
//!
//! The steps are entries of the document themselves, in a hundred places that are used again and again. So they come
//! back when the workbook is opened again, and cost no more than a hundred edits do.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::document::{Bytes, Document, Key, Stamp, Stored};
use super::edit::EditKind;

/// How many steps can be taken back, as in other spreadsheets.
pub const STEPS: u8 = 100;
/// A step that packs larger (8 MiB) is taken back while the workbook is open, and not stored.
const LARGEST: usize = 8 << 20;

/// One edit, as it can be taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// When the edit was made: steps are in this order.
    pub id: Stamp,
    pub kind: EditKind,
    /// How many clients came or went, or else how many cells changed, or else how many entries.
    pub count: u32,
    /// Whether the edit stands, or was taken back and can be done again.
    pub is_done: bool,
    /// The entries, packed: few steps are ever taken back.
    entries: Bytes,
}

/// What one entry held before and after an edit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replaced {
    pub key: Key,
    pub before: Option<Stored>,
    pub after: Option<Stored>,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Back,
    Forth,
}

/// What is to be written; nothing as content takes the entry away.
pub type Writes = Vec<(Key, Option<Stored>)>;

/// A step and its place in the document.
#[derive(Clone, Debug)]
struct Placed {
    place: u8,
    step: Step,
}

/// The steps that can be taken back and forth, the next one last.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Placed>,
    undone: Vec<Placed>,
}

/// How much an edit did, as people count it.
fn count(entries: &[Replaced]) -> u32 {
    let of = |is_such: fn(&Key) -> bool| entries.iter().filter(|entry| is_such(&entry.key)).count();
    let (rows, cells) = (of(|key| matches!(key, Key::Row(_))), of(|key| matches!(key, Key::Cell(..))));
    [rows, cells, entries.len()].into_iter().find(|count| *count > 0).unwrap_or(0) as u32
}

impl Step {
    pub fn new(id: Stamp, kind: EditKind, entries: &[Replaced]) -> Self {
        // Serialising plain data into memory cannot fail.
        let plain = postcard::to_allocvec(entries).unwrap_or_default();
        let packed = lz4_flex::compress_prepend_size(&plain);
        Self { id, kind, count: count(entries), is_done: true, entries: Bytes(packed.into()) }
    }

    /// What the edit wrote; nothing where the step is damaged.
    fn entries(&self) -> Vec<Replaced> {
        let plain = lz4_flex::decompress_size_prepended(&self.entries.0).unwrap_or_default();
        postcard::from_bytes(&plain).unwrap_or_default()
    }

    fn stored(&self) -> Option<Stored> {
        (self.entries.0.len() <= LARGEST).then(|| Stored::Step(self.clone()))
    }
}

impl History {
    /// The steps that a document holds.
    pub fn of(document: &Document) -> Self {
        let mut steps: Vec<Placed> = document
            .iter()
            .filter_map(|(key, stored)| match (key, stored) {
                (Key::Step(place), Stored::Step(step)) => Some(Placed { place: *place, step: step.clone() }),
                _ => None,
            })
            .collect();
        steps.sort_by_key(|placed| placed.step.id);
        let (done, mut undone): (Vec<Placed>, Vec<Placed>) = steps.into_iter().partition(|placed| placed.step.is_done);
        undone.reverse();
        Self { done, undone }
    }

    /// Remembers an edit, and says what is to be written for that. What had been undone can't be redone any more.
    pub fn push(&mut self, step: Step) -> Writes {
        let mut writes: Writes = self.undone.drain(..).map(|placed| (Key::Step(placed.place), None)).collect();
        let place = self.free_place(step.id);
        self.done.retain(|placed| placed.place != place);
        writes.retain(|(key, _)| *key != Key::Step(place));
        writes.push((Key::Step(place), step.stored()));
        self.done.push(Placed { place, step });
        writes
    }

    /// A place that no step has, or else that of the oldest. Tabs begin at different ones, so that they seldom take
    /// each other's.
    fn free_place(&self, id: Stamp) -> u8 {
        let first = (id.origin.0 % u64::from(STEPS)) as u8;
        let mut places = (0..STEPS).map(|at| (first + at) % STEPS);
        let is_free = |place: &u8| self.done.iter().all(|placed| placed.place != *place);
        places.find(is_free).or_else(|| self.done.first().map(|placed| placed.place)).unwrap_or(first)
    }

    /// The steps in one direction, the next one first: what each did, and to how many entries.
    pub fn steps(&self, direction: Direction) -> impl Iterator<Item = (EditKind, u32)> {
        let steps = if direction == Direction::Back { &self.done } else { &self.undone };
        steps.iter().rev().map(|placed| (placed.step.kind, placed.step.count))
    }

    /// Takes a step and says what is to be written. Steps of which nothing stands any more are passed over.
    pub fn step(&mut self, direction: Direction, document: &Document) -> Option<Writes> {
        let (from, to) = match direction {
            Direction::Back => (&mut self.done, &mut self.undone),
            Direction::Forth => (&mut self.undone, &mut self.done),
        };
        let mut writes = Vec::new();
        while let Some(mut placed) = from.pop() {
            let entries = placed.step.entries();
            let turned: Writes = entries.into_iter().filter_map(|entry| entry.turned(direction, document)).collect();
            placed.step.is_done = direction == Direction::Forth;
            writes.push((Key::Step(placed.place), placed.step.stored()));
            to.push(placed);
            if !turned.is_empty() {
                writes.extend(turned);
                return Some(writes);
            }
        }
        None
    }

    /// Follows what another tab did with a step that stands here too.
    pub fn follow(&mut self, place: u8, stored: Option<&Stored>) {
        let Some(Stored::Step(step)) = stored else { return };
        let is_it = |placed: &Placed| placed.place == place && placed.step.id == step.id;
        let (from, to) =
            if step.is_done { (&mut self.undone, &mut self.done) } else { (&mut self.done, &mut self.undone) };
        if let Some(at) = from.iter().position(is_it) {
            let placed = Placed { place, step: step.clone() };
            from.remove(at);
            let before = |other: &Placed| if step.is_done { other.step.id < step.id } else { other.step.id > step.id };
            let at = to.partition_point(before);
            to.insert(at, placed);
        }
    }
}

/// Entries as their step remembers them. An import's bytes stand in the document already: taking it back only says that
/// it is withdrawn.
pub fn recorded(entries: &[Replaced]) -> Cow<'_, [Replaced]> {
    let recorded = |entry: &Replaced| match entry.key {
        Key::Batch(origin) | Key::Months(origin) => {
            Replaced { key: Key::Withdrawn(origin), before: Some(Stored::Empty), after: None }
        }
        _ => entry.clone(),
    };
    let has_import = entries.iter().any(|entry| matches!(entry.key, Key::Batch(_) | Key::Months(_)));
    if has_import { entries.iter().map(recorded).collect() } else { entries.into() }
}

impl Replaced {
    fn turned(self, direction: Direction, document: &Document) -> Option<(Key, Option<Stored>)> {
        let (expected, wanted) = match direction {
            Direction::Back => (self.after, self.before),
            Direction::Forth => (self.before, self.after),
        };
        (document.get(&self.key) == expected.as_ref()).then_some((self.key, wanted))
    }
}
