//! Numbers and dates of a spreadsheet as a person sees them there.

use crate::workbook::Day;

/// A number with at most 15 significant digits (a spreadsheet shows no more), without a fraction where it is whole.
pub fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return (number as i64).to_string();
    }
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

/// A date as ISO 8601, with the time of day (to the minute, or the second) where there is one. Below one day it is a
/// time alone.
pub fn day_text(days: f64) -> String {
    let mut day = days.floor();
    let mut seconds = ((days - day) * 86_400.0).round() as u32;
    if seconds == 86_400 {
        (day, seconds) = (day + 1.0, 0);
    }
    let date = Day(day as i32).to_string();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let time =
        if rest == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{rest:02}") };
    // Day 0 of a spreadsheet's calendar is the end of 1899: a time without a date.
    if date.as_str() <= "1899-12-31" {
        time
    } else if seconds == 0 {
        date
    } else {
        format!("{date} {time}")
    }
}

/// Days since 1970-01-01 of a serial number of the 1900 calendar, which has a 29 February 1900 that never was.
pub fn days_of_serial(serial: f64) -> f64 {
    if serial >= 60.0 { serial - 25_569.0 } else { serial - 25_568.0 }
}

/// The letters of a column (from 0): A, B, …, Z, AA.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: f64, expected: &str) {
        assert_eq!(number_text(number), expected);
    }

    #[test]
    fn numbers_look_as_in_a_spreadsheet() {
        check(2134.0, "2134");
        check(-0.5, "-0.5");
        check(0.1 + 0.2, "0.3");
        check(1234.56, "1234.56");
        check(1e15, "1000000000000000");
        check(4.567e21, "4567000000000000000000");
    }

    #[test]
    fn dates_look_like_dates() {
        assert_eq!(day_text(days_of_serial(45_000.0)), "2023-03-15");
        assert_eq!(day_text(days_of_serial(45_000.5)), "2023-03-15 12:00");
        assert_eq!(day_text(days_of_serial(45_000.999_999)), "2023-03-16");
        assert_eq!(day_text(days_of_serial(1.0)), "1900-01-01");
        assert_eq!(day_text(days_of_serial(0.25)), "06:00");
    }

    #[test]
    fn columns_have_letters() {
        let letters = [0, 25, 26, 701, 702, 16_383].map(column_letters);
        assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }
}
