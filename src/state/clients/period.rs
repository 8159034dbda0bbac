//! Spans of days that move with today's date: "last month", "this quarter".

use serde::{Deserialize, Serialize};

use crate::workbook::Day;

/// A span of the calendar, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    LastMonth,
    ThisMonth,
    NextMonth,
    LastQuarter,
    ThisQuarter,
    NextQuarter,
    LastYear,
    ThisYear,
    NextYear,
}

impl Period {
    pub const ALL: [Self; 9] = [
        Self::LastMonth,
        Self::ThisMonth,
        Self::NextMonth,
        Self::LastQuarter,
        Self::ThisQuarter,
        Self::NextQuarter,
        Self::LastYear,
        Self::ThisYear,
        Self::NextYear,
    ];

    /// Its first and its last day.
    pub fn days(self, today: Day) -> (Day, Day) {
        let month = today.month_index();
        let (length, steps) = match self {
            Self::LastMonth => (1, -1),
            Self::ThisMonth => (1, 0),
            Self::NextMonth => (1, 1),
            Self::LastQuarter => (3, -1),
            Self::ThisQuarter => (3, 0),
            Self::NextQuarter => (3, 1),
            Self::LastYear => (12, -1),
            Self::ThisYear => (12, 0),
            Self::NextYear => (12, 1),
        };
        // Quarters and years begin where the count of months since year 0 is a multiple of theirs.
        let first = (month.div_euclid(length) + steps) * length;
        (first_of(first, today), Day(first_of(first + length, today).0 - 1))
    }
}

/// The first day of a month given as [`Day::month_index`].
fn first_of(month: i32, otherwise: Day) -> Day {
    Day::new(month.div_euclid(12), month.rem_euclid(12) as u32 + 1, 1).unwrap_or(otherwise)
}

/// The last so many days, today included.
pub fn last_days(count: u32, today: Day) -> (Day, Day) {
    (Day(today.0.saturating_sub(count.saturating_sub(1).min(1_000_000) as i32)), today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(period: Period, today: (i32, u32, u32), expected: &str) {
        let (year, month, day) = today;
        let (first, last) = period.days(Day::new(year, month, day).expect("a day"));
        assert_eq!(format!("{first} {last}"), expected);
    }

    #[test]
    fn periods_follow_the_calendar() {
        check(Period::ThisMonth, (2024, 2, 29), "2024-02-01 2024-02-29");
        check(Period::LastMonth, (2026, 1, 15), "2025-12-01 2025-12-31");
        check(Period::NextMonth, (2026, 12, 31), "2027-01-01 2027-01-31");
        check(Period::ThisQuarter, (2026, 11, 24), "2026-10-01 2026-12-31");
        check(Period::LastQuarter, (2026, 2, 1), "2025-10-01 2025-12-31");
        check(Period::NextQuarter, (2026, 12, 1), "2027-01-01 2027-03-31");
        check(Period::ThisYear, (2024, 7, 1), "2024-01-01 2024-12-31");
        check(Period::LastYear, (2024, 1, 1), "2023-01-01 2023-12-31");
        check(Period::NextYear, (2024, 1, 1), "2025-01-01 2025-12-31");
    }

    #[test]
    fn the_last_days_end_today() {
        assert_eq!(last_days(7, Day(100)), (Day(94), Day(100)));
        assert_eq!(last_days(0, Day(100)), (Day(100), Day(100)));
    }
}
