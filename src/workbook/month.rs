//! A calendar month without a clock or a time zone.

use std::ops::Add;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::id::NotAnId;

/// A month, counted from January of the year 0: neighbouring months differ by one (see [`Day::month_index`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month(pub i32);

impl Month {
    /// The month with this year and number (1 to 12), if there is one.
    pub fn new(year: i32, number: u32) -> Option<Self> {
        (1..=12).contains(&number).then(|| Self(year * 12 + number as i32 - 1))
    }

    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1 for January to 12 for December.
    pub fn number(self) -> u32 {
        self.place() as u32 + 1
    }

    /// 0 for January to 11 for December: the place in a list of twelve.
    pub fn place(self) -> usize {
        self.0.rem_euclid(12) as usize
    }

    /// How many days it has; nothing beyond the calendar's years.
    pub fn days(self) -> Option<u32> {
        let first = |month: Self| Day::new(month.year(), month.number(), 1);
        Some((first(self + 1)?.0 - first(self)?.0) as u32)
    }

    /// How many months lie between an earlier month and this one; negative for a later one.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }
}

impl From<Day> for Month {
    fn from(day: Day) -> Self {
        Self(day.month_index())
    }
}

impl Add<i32> for Month {
    type Output = Self;
    fn add(self, months: i32) -> Self {
        Self(self.0 + months)
    }
}

/// ISO 8601, as in `2026-03`.
impl std::fmt::Display for Month {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year(), self.number())
    }
}

impl FromStr for Month {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (year, number) = text.trim().split_once('-').ok_or(NotAnId)?;
        let (Ok(year), Ok(number)) = (year.parse(), number.parse()) else { return Err(NotAnId) };
        Self::new(year, number).ok_or(NotAnId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_days_agree() {
        let month = Month::new(2026, 12).expect("a month");
        assert_eq!(Day::new(2026, 12, 31).map(Month::from), Some(month));
        assert_eq!((month + 1).to_string(), "2027-01");
        assert_eq!("2026-12".parse(), Ok(month));
        assert_eq!((month + 2).since(month), 2);
        assert_eq!(Month::new(2026, 13), None);
        assert_eq!(Month::new(2028, 2).and_then(Month::days), Some(29));
        assert_eq!("2026".parse::<Month>(), Err(NotAnId));
    }
}
