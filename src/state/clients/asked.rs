//! The conditions that a filter offers, before it is said what is compared.

use super::column_filter::day_of;
use super::condition::{Condition, DayTest, NumberTest, TextTest};
use super::entry::entry_text;
use super::period::Period;
use crate::exchange::entry;
use crate::state::Formats;
use crate::workbook::{ColumnKind, Day, Value};

/// A condition without what it compares with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConditionKind {
    Text(TextTest),
    Number(NumberTest),
    Day(DayTest),
    Period(Period),
    LastDays,
    Top,
    Bottom,
    AboveAverage,
    BelowAverage,
    Empty,
    Filled,
}

/// What a condition compares with, as a person writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    Nothing,
    Text,
    Number,
    Numbers,
    /// A whole number of values or days.
    Count,
    Day,
    Days,
}

impl ConditionKind {
    /// What a column of this kind can be asked.
    pub fn of_column(kind: ColumnKind) -> Vec<Self> {
        use {DayTest as D, NumberTest as N, TextTest as T};
        let mut kinds = if kind.is_numeric() {
            let tests = [N::Is, N::IsNot, N::More, N::AtLeast, N::Less, N::AtMost, N::Between];
            let rest = [Self::Top, Self::Bottom, Self::AboveAverage, Self::BelowAverage];
            tests.map(Self::Number).into_iter().chain(rest).collect()
        } else if kind == ColumnKind::Date {
            let tests = [D::On, D::Before, D::After, D::Between].map(Self::Day);
            tests.into_iter().chain(Period::ALL.map(Self::Period)).chain([Self::LastDays]).collect()
        } else {
            [T::Contains, T::ContainsNot, T::BeginsWith, T::EndsWith, T::Is, T::IsNot].map(Self::Text).to_vec()
        };
        kinds.extend([Self::Empty, Self::Filled]);
        kinds
    }

    pub fn of(condition: &Condition) -> Self {
        match condition {
            Condition::Empty => Self::Empty,
            Condition::Filled => Self::Filled,
            Condition::Text { how, .. } => Self::Text(*how),
            Condition::Number { how, .. } => Self::Number(*how),
            Condition::Extreme { is_top: true, .. } => Self::Top,
            Condition::Extreme { is_top: false, .. } => Self::Bottom,
            Condition::Average { is_above: true } => Self::AboveAverage,
            Condition::Average { is_above: false } => Self::BelowAverage,
            Condition::Day { how, .. } => Self::Day(*how),
            Condition::Period(period) => Self::Period(*period),
            Condition::LastDays(_) => Self::LastDays,
        }
    }

    pub fn compared(self) -> Compared {
        match self {
            Self::Text(_) => Compared::Text,
            Self::Number(NumberTest::Between) => Compared::Numbers,
            Self::Number(_) => Compared::Number,
            Self::Day(DayTest::Between) => Compared::Days,
            Self::Day(_) => Compared::Day,
            Self::LastDays | Self::Top | Self::Bottom => Compared::Count,
            Self::Period(_) | Self::AboveAverage | Self::BelowAverage | Self::Empty | Self::Filled => Compared::Nothing,
        }
    }

    /// The condition with what was written; nothing while that is incomplete. Numbers are read as an entry into the
    /// column would be, days as [`Day`] writes them.
    pub fn with(self, first: &str, second: &str, kind: ColumnKind, formats: &Formats) -> Option<Condition> {
        let number = |text: &str| match entry(text, kind, &formats.conventions()) {
            Value::Number(number) => Some(number),
            _ => None,
        };
        let count = || first.trim().parse().ok().filter(|count| *count > 0);
        Some(match self {
            Self::Text(how) => {
                let text = first.trim().to_owned();
                (!text.is_empty()).then_some(Condition::Text { how, text })?
            }
            Self::Number(how) => {
                let from = number(first)?;
                let to = if how == NumberTest::Between { number(second)? } else { from };
                Condition::Number { how, number: from, to }
            }
            Self::Day(how) => {
                let day = day_of(first)?;
                let to = if how == DayTest::Between { day_of(second)? } else { day };
                Condition::Day { how, day, to }
            }
            Self::Period(period) => Condition::Period(period),
            Self::LastDays => Condition::LastDays(count()?),
            Self::Top => Condition::Extreme { is_top: true, count: count()? },
            Self::Bottom => Condition::Extreme { is_top: false, count: count()? },
            Self::AboveAverage => Condition::Average { is_above: true },
            Self::BelowAverage => Condition::Average { is_above: false },
            Self::Empty => Condition::Empty,
            Self::Filled => Condition::Filled,
        })
    }
}

impl Condition {
    /// What it compares with, as [`ConditionKind::with`] reads it.
    pub fn written(&self, kind: ColumnKind, formats: &Formats) -> (String, String) {
        let number = |number: f64| entry_text(&Value::Number(number), kind, formats);
        let day = |day: Day| day.to_string();
        match self {
            Self::Text { text, .. } => (text.clone(), String::new()),
            Self::Number { number: from, to, .. } => (number(*from), number(*to)),
            Self::Day { day: from, to, .. } => (day(*from), day(*to)),
            Self::LastDays(count) | Self::Extreme { count, .. } => (count.to_string(), String::new()),
            Self::Empty | Self::Filled | Self::Average { .. } | Self::Period(_) => Default::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: ColumnKind, asked: ConditionKind, first: &str, second: &str, expected: Option<Condition>) {
        let formats = Formats { decimal: ",".to_owned(), ..Formats::default() };
        assert!(ConditionKind::of_column(kind).contains(&asked));
        let condition = asked.with(first, second, kind, &formats);
        assert_eq!(condition, expected);
        if let Some(condition) = condition {
            assert_eq!(ConditionKind::of(&condition), asked);
            let (first, second) = condition.written(kind, &formats);
            assert_eq!(asked.with(&first, &second, kind, &formats), expected, "read back");
        }
    }

    #[test]
    fn conditions_are_read_as_entries_are_and_incomplete_ones_are_none() {
        let number = |how, number, to| Some(Condition::Number { how, number, to });
        let is = ConditionKind::Number(NumberTest::Is);
        check(ColumnKind::Money, is, "1,5", "", number(NumberTest::Is, 1.5, 1.5));
        check(ColumnKind::Percent, is, "25%", "", number(NumberTest::Is, 0.25, 0.25));
        check(ColumnKind::Money, is, "much", "", None);
        check(ColumnKind::Money, is, "", "", None);
        let between = ConditionKind::Number(NumberTest::Between);
        check(ColumnKind::Number, between, "1", "", None);
        check(ColumnKind::Number, between, "1", "2", number(NumberTest::Between, 1.0, 2.0));
        check(ColumnKind::Number, ConditionKind::Top, "10", "", Some(Condition::Extreme { is_top: true, count: 10 }));
        check(ColumnKind::Number, ConditionKind::Top, "0", "", None);
        let text = Condition::Text { how: TextTest::Is, text: "a b".to_owned() };
        check(ColumnKind::Text, ConditionKind::Text(TextTest::Is), " a b ", "", Some(text));
        check(ColumnKind::Choice, ConditionKind::Text(TextTest::Contains), " ", "", None);
        check(ColumnKind::Choice, ConditionKind::Empty, "", "", Some(Condition::Empty));
        check(ColumnKind::Date, ConditionKind::LastDays, "30", "", Some(Condition::LastDays(30)));
        let period = Condition::Period(Period::ThisYear);
        check(ColumnKind::Date, ConditionKind::Period(Period::ThisYear), "", "", Some(period));
        let day = Day::new(2026, 3, 1).expect("a day");
        let on = Condition::Day { how: DayTest::On, day, to: day };
        check(ColumnKind::Date, ConditionKind::Day(DayTest::On), "2026-03-01", "", Some(on));
        check(ColumnKind::Date, ConditionKind::Day(DayTest::On), "2026-13-01", "", None);
    }
}
