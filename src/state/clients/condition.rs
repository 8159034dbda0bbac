//! What a column is asked for beyond a choice of values. Stored as part of a view: names never change.

use serde::{Deserialize, Serialize};

use super::fold::{Needle, fold};
use super::period::{Period, last_days};
use crate::workbook::{Day, Sum};

/// A condition on the values of one column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    Empty,
    Filled,
    Text {
        how: TextTest,
        text: String,
    },
    Number {
        how: NumberTest,
        number: f64,
        /// The other end of [`NumberTest::Between`].
        to: f64,
    },
    /// The largest or smallest so many values; what equals the last of them is among them.
    Extreme {
        is_top: bool,
        count: u32,
    },
    /// Above or below the average of all clients.
    Average {
        is_above: bool,
    },
    Day {
        how: DayTest,
        day: Day,
        /// The other end of [`DayTest::Between`].
        to: Day,
    },
    Period(Period),
    /// The last so many days, today included.
    LastDays(u32),
}

/// How a text is compared, whatever its letters' case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextTest {
    Contains,
    ContainsNot,
    BeginsWith,
    EndsWith,
    Is,
    IsNot,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberTest {
    Is,
    IsNot,
    Less,
    AtMost,
    More,
    AtLeast,
    /// Both ends included, whichever is the larger.
    Between,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayTest {
    On,
    Before,
    After,
    /// Both ends included, whichever is the later.
    Between,
}

impl Condition {
    /// Whether an empty cell passes.
    pub fn passes_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text { how, .. } => matches!(how, TextTest::IsNot | TextTest::ContainsNot),
            Self::Number { how, .. } => *how == NumberTest::IsNot,
            _ => false,
        }
    }

    /// What the condition makes of texts, a value that does not fit included.
    pub fn of_texts(&self) -> impl Fn(&str) -> bool {
        let is_filled = *self == Self::Filled;
        let is_other = matches!(self, Self::Number { how: NumberTest::IsNot, .. });
        let test = match self {
            Self::Text { how, text } => Some((*how, folded(text), Needle::new(text.trim()))),
            _ => None,
        };
        move |text: &str| {
            let Some((how, looked_for, needle)) = &test else { return is_filled || is_other };
            let contains = || needle.as_ref().is_none_or(|needle| needle.is_in(text));
            match how {
                TextTest::Contains => contains(),
                TextTest::ContainsNot => !contains(),
                TextTest::BeginsWith => folded(text).starts_with(looked_for),
                TextTest::EndsWith => folded(text).ends_with(looked_for),
                TextTest::Is => folded(text) == *looked_for,
                TextTest::IsNot => folded(text) != *looked_for,
            }
        }
    }

    /// The span of numbers that pass, both ends included, and whether it is turned round. `all` are the numbers of all
    /// clients, NaN for none.
    pub fn numbers(&self, all: impl Iterator<Item = f64>) -> NumberSpan {
        let span = |from: f64, to: f64| NumberSpan { from, to, is_outside: false };
        match self {
            Self::Filled => span(f64::NEG_INFINITY, f64::INFINITY),
            Self::Number { how, number, to } => {
                // Two ways of working out one number may differ in its last digits.
                let near = number.abs() * 1e-12;
                match how {
                    NumberTest::Is => span(number - near, number + near),
                    NumberTest::IsNot => NumberSpan { is_outside: true, ..span(number - near, number + near) },
                    NumberTest::Less => span(f64::NEG_INFINITY, (number - near).next_down()),
                    NumberTest::AtMost => span(f64::NEG_INFINITY, number + near),
                    NumberTest::More => span((number + near).next_up(), f64::INFINITY),
                    NumberTest::AtLeast => span(number - near, f64::INFINITY),
                    NumberTest::Between => span(number.min(*to) - near, number.max(*to) + to.abs() * 1e-12),
                }
            }
            Self::Extreme { is_top, count } => {
                let mut all: Vec<f64> = all.filter(|number| !number.is_nan()).collect();
                let last = (*count as usize).min(all.len());
                let Some(last) = last.checked_sub(1) else { return NumberSpan::NOTHING };
                if *is_top {
                    let (_, limit, _) = all.select_nth_unstable_by(last, |left, right| right.total_cmp(left));
                    span(*limit, f64::INFINITY)
                } else {
                    let (_, limit, _) = all.select_nth_unstable_by(last, f64::total_cmp);
                    span(f64::NEG_INFINITY, *limit)
                }
            }
            Self::Average { is_above } => {
                let (mut sum, mut count) = (Sum::new(), 0_u32);
                for number in all.filter(|number| !number.is_nan()) {
                    sum.add(number);
                    count += 1;
                }
                let average = sum.value() / f64::from(count);
                match (count, is_above) {
                    (0, _) => NumberSpan::NOTHING,
                    (_, true) => span(average.next_up(), f64::INFINITY),
                    (_, false) => span(f64::NEG_INFINITY, average.next_down()),
                }
            }
            _ => NumberSpan::NOTHING,
        }
    }

    /// The first and the last day that pass.
    pub fn days(&self, today: Day) -> (Day, Day) {
        const FIRST: Day = Day(i32::MIN + 1);
        const LAST: Day = Day(i32::MAX);
        match self {
            Self::Filled => (FIRST, LAST),
            Self::Day { how, day, to } => match how {
                DayTest::On => (*day, *day),
                DayTest::Before => (FIRST, Day(day.0.saturating_sub(1))),
                DayTest::After => (Day(day.0.saturating_add(1)), LAST),
                DayTest::Between => ((*day).min(*to), (*day).max(*to)),
            },
            Self::Period(period) => period.days(today),
            Self::LastDays(count) => last_days(*count, today),
            _ => (LAST, FIRST),
        }
    }
}

/// Numbers from one to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberSpan {
    pub from: f64,
    pub to: f64,
    /// All numbers but these.
    pub is_outside: bool,
}

impl NumberSpan {
    const NOTHING: Self = Self { from: f64::INFINITY, to: f64::NEG_INFINITY, is_outside: false };

    pub fn contains(&self, number: f64) -> bool {
        (self.from <= number && number <= self.to) != self.is_outside
    }
}

fn folded(text: &str) -> String {
    text.trim().chars().map(fold).collect()
}
