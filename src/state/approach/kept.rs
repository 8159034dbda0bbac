//! What the records keep, as entries of inputs and back.

use super::entry::Entry;
use crate::workbook::Day;

/// A kept value that an input can show and change.
pub trait Kept {
    fn entry(&self) -> Entry;
    /// Takes over what was typed. What can't be nothing stays as it was, or becomes 0.
    fn keep(&mut self, entry: Entry);
}

impl Kept for String {
    fn entry(&self) -> Entry {
        Entry::of_text(self)
    }

    fn keep(&mut self, entry: Entry) {
        *self = entry.text();
    }
}

impl Kept for f64 {
    fn entry(&self) -> Entry {
        Entry::Number(Some(*self))
    }

    fn keep(&mut self, entry: Entry) {
        *self = entry.number().unwrap_or(0.0);
    }
}

impl Kept for Option<f64> {
    fn entry(&self) -> Entry {
        Entry::Number(*self)
    }

    fn keep(&mut self, entry: Entry) {
        *self = entry.number();
    }
}

impl Kept for Option<u8> {
    fn entry(&self) -> Entry {
        Entry::Number(self.map(f64::from))
    }

    fn keep(&mut self, entry: Entry) {
        *self = entry.number().map(|number| number as u8);
    }
}

impl Kept for Option<i8> {
    fn entry(&self) -> Entry {
        Entry::Number(self.map(f64::from))
    }

    fn keep(&mut self, entry: Entry) {
        *self = entry.number().map(|number| number as i8);
    }
}

impl Kept for Day {
    fn entry(&self) -> Entry {
        Entry::Day(Some(*self))
    }

    fn keep(&mut self, entry: Entry) {
        *self = entry.day().unwrap_or(*self);
    }
}

impl Kept for Option<Day> {
    fn entry(&self) -> Entry {
        Entry::Day(*self)
    }

    fn keep(&mut self, entry: Entry) {
        *self = entry.day();
    }
}

impl Kept for bool {
    fn entry(&self) -> Entry {
        Entry::Flag(*self)
    }

    fn keep(&mut self, entry: Entry) {
        *self = entry.is_set();
    }
}
