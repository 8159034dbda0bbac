//! What stands in an input, and the text in which the browser keeps it.

use crate::workbook::Day;

/// How an entry is typed. Numbers outside of their range are brought to its nearest end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EntryKind {
    Text,
    /// Text of several lines.
    Long,
    Number {
        least: f64,
        most: f64,
    },
    /// A share, typed as a percentage. The range is one of shares.
    Percent {
        least: f64,
        most: f64,
    },
    Day,
    /// One of a few, by its place among them.
    Choice,
    Flag,
}

impl EntryKind {
    /// A number that is not negative.
    pub const AMOUNT: Self = Self::Number { least: 0.0, most: 1e15 };
    /// A share between nothing and all.
    pub const SHARE: Self = Self::Percent { least: 0.0, most: 1.0 };
    /// An answer from 0 to 5.
    pub const ANSWER: Self = Self::Number { least: 0.0, most: 5.0 };
}

/// A value of an input.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    Text(String),
    Number(Option<f64>),
    Day(Option<Day>),
    Choice(Option<usize>),
    Flag(bool),
}

impl Entry {
    /// A text, copied.
    pub fn of_text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// The place of a value among all of its kind.
    pub fn of_choice<T: PartialEq>(all: &[T], value: &T) -> Self {
        Self::Choice(all.iter().position(|other| other == value))
    }

    /// What the input holds: a date as ISO 8601, a number with a point, a share as a percentage.
    pub fn to_input(&self, kind: EntryKind) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(Some(number)) if matches!(kind, EntryKind::Percent { .. }) => shown(number * 100.0),
            Self::Number(Some(number)) => shown(*number),
            Self::Day(Some(day)) => day.to_string(),
            Self::Choice(Some(place)) => place.to_string(),
            Self::Number(None) | Self::Day(None) | Self::Choice(None) | Self::Flag(_) => String::new(),
        }
    }

    /// What was typed. What can't be read is nothing.
    pub fn of_input(text: &str, kind: EntryKind) -> Self {
        let number = || text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        match kind {
            EntryKind::Text | EntryKind::Long => Self::of_text(text.trim()),
            EntryKind::Number { least, most } => Self::Number(number().map(|number| number.clamp(least, most))),
            EntryKind::Percent { least, most } => {
                Self::Number(number().map(|number| (number / 100.0).clamp(least, most)))
            }
            EntryKind::Day => Self::Day(day_of(text.trim())),
            EntryKind::Choice => Self::Choice(text.trim().parse().ok()),
            EntryKind::Flag => Self::Flag(!text.is_empty()),
        }
    }

    pub fn text(self) -> String {
        if let Self::Text(text) = self { text } else { String::new() }
    }

    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { *number } else { None }
    }

    pub fn day(&self) -> Option<Day> {
        if let Self::Day(day) = self { *day } else { None }
    }

    pub fn is_set(&self) -> bool {
        matches!(self, Self::Flag(true))
    }

    /// The value that was chosen out of all of its kind.
    pub fn chosen<T: Copy>(&self, all: &[T]) -> Option<T> {
        if let Self::Choice(Some(place)) = self { all.get(*place).copied() } else { None }
    }
}

/// A number without the noise of its binary digits: 7 % is 7, and not 7.000000000000001.
fn shown(number: f64) -> String {
    let rounded = (number * 1e9).round() / 1e9;
    if rounded.is_finite() { rounded.to_string() } else { number.to_string() }
}

fn day_of(text: &str) -> Option<Day> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: EntryKind, typed: &str, expected: Entry, shown: &str) {
        let entry = Entry::of_input(typed, kind);
        assert_eq!(entry, expected);
        assert_eq!(entry.to_input(kind), shown);
    }

    #[test]
    fn an_input_is_read_and_shown_again() {
        check(EntryKind::Text, " Anna ", Entry::of_text("Anna"), "Anna");
        check(EntryKind::AMOUNT, "12.5", Entry::Number(Some(12.5)), "12.5");
        check(EntryKind::AMOUNT, "-3", Entry::Number(Some(0.0)), "0");
        check(EntryKind::AMOUNT, "many", Entry::Number(None), "");
        check(EntryKind::ANSWER, "9", Entry::Number(Some(5.0)), "5");
        check(EntryKind::SHARE, "7", Entry::Number(Some(0.07)), "7");
        check(EntryKind::SHARE, "250", Entry::Number(Some(1.0)), "100");
        check(EntryKind::Day, "2026-03-09", Entry::Day(Day::new(2026, 3, 9)), "2026-03-09");
        check(EntryKind::Day, "2026-02-30", Entry::Day(None), "");
        check(EntryKind::Choice, "1", Entry::Choice(Some(1)), "1");
        assert_eq!(Entry::Choice(Some(1)).chosen(&['a', 'b']), Some('b'));
        assert_eq!(Entry::Choice(Some(9)).chosen(&['a', 'b']), None);
    }
}
