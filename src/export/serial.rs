//! Days as a spreadsheet counts them.

use crate::workbook::Day;

/// Days from the beginning of the spreadsheets' calendar (1 is 1900-01-01) to 9999-12-31.
const LAST: i32 = 2_958_465;
/// Day 60 is a 29 February 1900 that never was.
const LEAP: i32 = 60;
/// What lies between that calendar and 1970-01-01.
const OFFSET: i32 = 25_569;

/// The number of a day; nothing for one that the calendar of a spreadsheet lacks.
pub fn serial(day: Day) -> Option<f64> {
    let number = day.0.checked_add(OFFSET)?;
    let number = if number <= LEAP { number - 1 } else { number };
    (1..=LAST).contains(&number).then(|| f64::from(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(year: i32, month: u32, day: u32, expected: Option<f64>) {
        assert_eq!(Day::new(year, month, day).and_then(serial), expected);
    }

    #[test]
    fn days_have_the_numbers_that_excel_gives_them() {
        check(2023, 3, 15, Some(45_000.0));
        check(1900, 3, 1, Some(61.0));
        check(1900, 2, 28, Some(59.0));
        check(1900, 1, 1, Some(1.0));
        check(1899, 12, 31, None);
        check(9999, 12, 31, Some(2_958_465.0));
        check(10_000, 1, 1, None);
        assert_eq!(serial(Day(i32::MAX)), None);
    }
}
