//! Days in formulas: serial numbers of spreadsheets, months added, differences counted.

use super::fault::Fault;
use crate::workbook::Day;

/// 1970-01-01 as a spreadsheet counts days.
const EPOCH: f64 = 25_569.0;
/// The last day of a spreadsheet, 9999-12-31.
const LAST: f64 = 2_958_465.0;

pub(super) fn serial(day: Day) -> f64 {
    f64::from(day.0) + EPOCH
}

pub(super) fn of_serial(serial: f64) -> Option<Day> {
    (0.0..=LAST + 0.999).contains(&serial).then(|| Day((serial.floor() - EPOCH) as i32))
}

/// A day written as 2026-03-09.
pub(super) fn of_text(text: &str) -> Option<Day> {
    let mut parts = text.trim().splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() == 4 { Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?) } else { None }
}

/// The day of a year, month and day; months and days beyond the calendar run on, as in spreadsheets.
pub(super) fn of_parts(year: f64, month: f64, day: f64) -> Option<Day> {
    if !(0.0..10_000.0).contains(&year) || month.abs() > 120_000.0 || day.abs() > LAST {
        return None;
    }
    // Years below 1900 are counted from there.
    let year = if year < 1900.0 { year + 1900.0 } else { year };
    let months = year.trunc() as i32 * 12 + month.trunc() as i32 - 1;
    let first = Day::new(months.div_euclid(12), months.rem_euclid(12) as u32 + 1, 1)?;
    of_serial(serial(first) + day.trunc() - 1.0)
}

/// So many months later; the last day of a shorter month where the day does not exist.
pub(super) fn add_months(day: Day, months: f64) -> Option<Day> {
    if months.abs() > 120_000.0 {
        return None;
    }
    let (_, _, number) = day.parts();
    let index = day.month_index() + months.trunc() as i32;
    let (year, month) = (index.div_euclid(12), index.rem_euclid(12) as u32 + 1);
    (28..=number).rev().chain([number]).find_map(|number| Day::new(year, month, number))
}

/// What lies between two days, in whole units: `y` years, `m` months, `d` days, `ym` months beyond the years, `md` days
/// beyond the months, `yd` days beyond the years.
pub(super) fn difference(from: Day, to: Day, unit: &str) -> Result<f64, Fault> {
    if from > to {
        return Err(Fault::Range);
    }
    let (from_day, to_day) = (from.parts().2, to.parts().2);
    let months = to.month_index() - from.month_index() - i32::from(to_day < from_day);
    let beyond = |months: i32| add_months(from, f64::from(months)).map_or(0, |start| to.0 - start.0);
    Ok(f64::from(match unit.to_lowercase().as_str() {
        "y" => months / 12,
        "m" => months,
        "d" => to.0 - from.0,
        "ym" => months % 12,
        "md" => beyond(months),
        "yd" => beyond(months / 12 * 12),
        _ => return Err(Fault::Range),
    }))
}
