//! A calendar day without a clock or a time zone.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A day, counted from 1970-01-01 (which is 0). Dates in client lists have no time of day and no zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub i32);

impl Day {
    /// The day with this year, month (1 to 12) and day of the month, if there is one.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from)
    }

    /// Year, month (1 to 12) and day of the month.
    pub fn parts(self) -> (i32, u32, u32) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// Months since January of the year 0: neighbouring months differ by one.
    pub fn month_index(self) -> i32 {
        let (year, month, _) = self.parts();
        year * 12 + month as i32 - 1
    }

    fn date(self) -> NaiveDate {
        NaiveDate::from_epoch_days(self.0).unwrap_or_default()
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date.to_epoch_days())
    }
}

/// ISO 8601, as in `2026-03-09`: the form that is stored and that tests read.
impl std::fmt::Display for Day {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.parts();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_parts_agree() {
        let day = Day::new(2026, 2, 28).expect("a day");
        assert_eq!(day.parts(), (2026, 2, 28));
        assert_eq!(Day(day.0 + 1).to_string(), "2026-03-01");
        assert_eq!(Day::new(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::new(2026, 2, 29), None);
    }
}
