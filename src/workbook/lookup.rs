//! Which code a text of a dictionary has.

use std::hash::Hasher;

use super::fast_hash::{FastHasher, FastMap};

/// Codes by the marks of their texts. It is no part of what a dictionary holds: copies begin without it, and all are
/// equal.
#[derive(Debug, Default)]
pub struct Lookup {
    codes: FastMap<u64, u32>,
    /// The first code that is not in it yet.
    pub(super) known: u32,
}

impl Lookup {
    /// Adds the next code. Where texts share a mark, the first keeps it.
    pub(super) fn add(&mut self, text: &str, code: u32) {
        self.codes.entry(mark(text)).or_insert(code);
        self.known = code + 1;
    }

    /// The code of the first text with this one's mark.
    pub(super) fn get(&self, text: &str) -> Option<u32> {
        self.codes.get(&mark(text)).copied()
    }
}

impl Clone for Lookup {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Lookup {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

fn mark(text: &str) -> u64 {
    let mut hasher = FastHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}
