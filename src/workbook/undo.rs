//! Undo and redo: what each edit wrote, and what stood there before.
//!
//! Taking a step back writes what stood there before, as a new write like any other, so that it is stored, merged and
//! sent to other tabs in the one way that everything is. An entry that somebody else has written since is left alone:
//! undo takes back one's own writes, not another's.

use super::document::{Document, Key, Stored};
use super::edit::EditKind;

/// One edit, as it can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub kind: EditKind,
    pub entries: Vec<Replaced>,
}

/// What one entry held before and after an edit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Replaced {
    pub key: Key,
    pub before: Option<Stored>,
    pub after: Option<Stored>,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Back,
    Forth,
}

/// The steps that can be taken back and forth.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Remembers an edit; what had been undone can't be redone any more.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
    }

    /// What the next step would do.
    pub fn next(&self, direction: Direction) -> Option<EditKind> {
        let steps = if direction == Direction::Back { &self.done } else { &self.undone };
        steps.last().map(|step| step.kind)
    }

    /// Takes a step and says what is to be written. Steps of which nothing stands any more are passed over.
    pub fn step(&mut self, direction: Direction, document: &Document) -> Option<Vec<(Key, Option<Stored>)>> {
        let (from, to) = match direction {
            Direction::Back => (&mut self.done, &mut self.undone),
            Direction::Forth => (&mut self.undone, &mut self.done),
        };
        while let Some(step) = from.pop() {
            let writes: Vec<_> = step.entries.iter().filter_map(|entry| entry.turned(direction, document)).collect();
            to.push(step);
            if !writes.is_empty() {
                return Some(writes);
            }
        }
        None
    }
}

impl Replaced {
    fn turned(&self, direction: Direction, document: &Document) -> Option<(Key, Option<Stored>)> {
        let (expected, wanted) = match direction {
            Direction::Back => (&self.after, &self.before),
            Direction::Forth => (&self.before, &self.after),
        };
        (document.get(&self.key) == expected.as_ref()).then(|| (self.key.clone(), wanted.clone()))
    }
}
