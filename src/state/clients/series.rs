//! How a row of values goes on: what the fill handle writes.
//!
//! As in Excel: two or more numbers go on with their step and a single one is copied, dates go on by days, months or
//! years, names of months and weekdays and texts that end in a number count on, and everything else is repeated. Ctrl
//! turns a series into copies, and a single number into a series.

use super::names::{self, List};
use crate::workbook::{Day, Value};

/// How values are to go on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filling {
    /// Whether Ctrl is held: copies where a series would be, and a series of a single number.
    pub is_turned: bool,
    /// Whether it goes up or to the left: the values come with the nearest last, and single ones count down.
    pub goes_back: bool,
    /// What a single number counts by: 1, or 0.01 in a column of shares.
    pub unit: f64,
}

/// The next `count` values behind these. Nothing goes on from nothing.
pub fn extend(values: &[Value], count: usize, filling: Filling) -> Vec<Value> {
    if values.is_empty() {
        return Vec::new();
    }
    let is_single_number = values.len() == 1 && is_bare_number(&values[0]);
    // A single number, and digits alone (a tax id, a code), are copied unless asked otherwise.
    let counts = filling.is_turned == is_single_number;
    let series = if counts { series(values, filling) } else { None };
    let step = |at: usize| match &series {
        Some(series) => series.get(at),
        None => values[at % values.len()].clone(),
    };
    (0..count).map(step).collect()
}

fn is_bare_number(value: &Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::Text(text) => text.chars().all(|letter| letter.is_ascii_digit()),
        _ => false,
    }
}

/// A rule by which values go on.
enum Series {
    Numbers {
        last: f64,
        step: f64,
        /// Digits behind the mark that the values have: 0.1 and 0.2 are followed by 0.3, not 0.30000000000000004.
        digits: i32,
    },
    Days {
        last: i32,
        step: i32,
    },
    Months {
        /// [`Day::month_index`] of the last day.
        last: i32,
        step: i32,
        /// The day of the month; shorter months end before it.
        day: u32,
    },
    Names {
        list: &'static List,
        last: usize,
        step: usize,
        like: String,
    },
    /// Texts that each count on by themselves: "A 1", "B 7" are followed by "A 2", "B 8".
    Counted {
        parts: Vec<Counted>,
        step: i64,
    },
}

impl Series {
    /// The value so many places behind the last one, from 0.
    fn get(&self, at: usize) -> Value {
        let ahead = at as i32 + 1;
        match self {
            Self::Numbers { last, step, digits } => {
                let exact = last + step * f64::from(ahead);
                let scale = 10_f64.powi(*digits);
                let rounded = (exact * scale).round() / scale;
                Value::Number(if rounded.is_finite() { rounded } else { exact })
            }
            Self::Days { last, step } => Value::Date(Day(last.saturating_add(step.saturating_mul(ahead)))),
            Self::Months { last, step, day } => {
                day_of_month(last + step * ahead, *day).map_or(Value::Empty, Value::Date)
            }
            Self::Names { list, last, step, like } => {
                let place = (last + step * (at % list.names.len() + 1)) % list.names.len();
                Value::text(names::in_letters_of(list.names[place], like))
            }
            Self::Counted { parts, step } => {
                let round = (at / parts.len()) as i64 + 1;
                parts[at % parts.len()].counted(step * round)
            }
        }
    }
}

fn series(values: &[Value], filling: Filling) -> Option<Series> {
    let all = |read: &dyn Fn(&Value) -> bool| values.iter().all(read);
    if all(&|value| matches!(value, Value::Number(_))) {
        return of_numbers(values, filling);
    }
    if all(&|value| matches!(value, Value::Date(_))) {
        return of_days(values, filling);
    }
    if all(&|value| matches!(value, Value::Text(_))) {
        let texts: Vec<&str> = values.iter().filter_map(text).collect();
        return of_names(&texts, filling).or_else(|| of_counted(&texts, filling));
    }
    None
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn of_numbers(values: &[Value], filling: Filling) -> Option<Series> {
    let numbers: Vec<f64> = values
        .iter()
        .filter_map(|value| if let Value::Number(number) = value { Some(*number) } else { None })
        .collect();
    let last = *numbers.last()?;
    let unit = if filling.goes_back { -filling.unit } else { filling.unit };
    let step = if numbers.len() == 1 { unit } else { numbers[1] - numbers[0] };
    // What a difference of two doubles may be off by.
    let close = numbers.iter().fold(0.0, |most: f64, number| most.max(number.abs())) * 1e-12;
    let is_even = numbers.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() <= close);
    let digits = numbers.iter().chain([&unit]).map(|number| digits_behind(*number)).max()?;
    is_even.then_some(Series::Numbers { last, step, digits })
}

/// How many digits a number has behind the mark.
fn digits_behind(number: f64) -> i32 {
    number.to_string().split_once('.').map_or(0, |(_, digits)| digits.len() as i32)
}

fn of_days(values: &[Value], filling: Filling) -> Option<Series> {
    let days: Vec<Day> =
        values.iter().filter_map(|value| if let Value::Date(day) = value { Some(*day) } else { None }).collect();
    let last = *days.last()?;
    if days.len() == 1 {
        return Some(Series::Days { last: last.0, step: if filling.goes_back { -1 } else { 1 } });
    }
    let step = days[1].month_index() - days[0].month_index();
    let is_monthly = days.windows(2).all(|pair| pair[1].month_index() - pair[0].month_index() == step);
    if is_monthly && step != 0 {
        let day = days.iter().map(|day| day.parts().2).max()?;
        if days.iter().all(|of| day_of_month(of.month_index(), day) == Some(*of)) {
            return Some(Series::Months { last: last.month_index(), step, day });
        }
    }
    let step = days[1].0 - days[0].0;
    let is_even = days.windows(2).all(|pair| pair[1].0 - pair[0].0 == step);
    is_even.then_some(Series::Days { last: last.0, step })
}

/// The day of a month, or the month's last one where it has no such day.
fn day_of_month(month: i32, day: u32) -> Option<Day> {
    let (year, number) = (month.div_euclid(12), month.rem_euclid(12) as u32 + 1);
    (28..=day.max(28)).rev().find_map(|last| Day::new(year, number, day.min(last)))
}

fn of_names(texts: &[&str], filling: Filling) -> Option<Series> {
    let first = texts.first()?;
    names::lists_with(first).find_map(|list| {
        let places: Vec<usize> = texts.iter().map(|text| list.place(text)).collect::<Option<_>>()?;
        let length = list.names.len();
        let apart = |from: usize, to: usize| (to + length - from) % length;
        let single = if filling.goes_back { length - 1 } else { 1 };
        let step = if places.len() == 1 { single } else { apart(places[0], places[1]) };
        let is_even = places.windows(2).all(|pair| apart(pair[0], pair[1]) == step);
        let last = *places.last()?;
        is_even.then(|| Series::Names { list, last, step, like: (*first).to_owned() })
    })
}

/// A text that ends in a number.
struct Counted {
    before: String,
    number: i64,
    /// How many digits were written, for leading zeros.
    digits: usize,
}

impl Counted {
    fn of(text: &str) -> Option<Self> {
        let before = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let digits = text.get(before.len()..)?;
        // Longer numbers are no count but an account or a register number.
        if digits.is_empty() || digits.len() > 15 {
            return None;
        }
        Some(Self { before: before.to_owned(), number: digits.parse().ok()?, digits: digits.len() })
    }

    fn counted(&self, step: i64) -> Value {
        // Below nothing there is nothing to count: as in Excel it goes up again.
        let number = (self.number + step).abs();
        Value::text(format!("{}{number:0width$}", self.before, width = self.digits))
    }
}

fn of_counted(texts: &[&str], filling: Filling) -> Option<Series> {
    let mut parts: Vec<Counted> = texts.iter().map(|text| Counted::of(text)).collect::<Option<_>>()?;
    let single = if filling.goes_back { -1 } else { 1 };
    let first = parts.first()?;
    if parts.len() > 1 && parts.iter().all(|part| part.before == first.before) {
        let step = parts[1].number - first.number;
        let is_even = parts.windows(2).all(|pair| pair[1].number - pair[0].number == step);
        let last = parts.pop()?;
        return is_even.then(|| Series::Counted { parts: vec![last], step });
    }
    let is_apart = (1..parts.len()).all(|at| parts[..at].iter().all(|other| other.before != parts[at].before));
    is_apart.then_some(Series::Counted { parts, step: single })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Filling = Filling { is_turned: false, goes_back: false, unit: 1.0 };
    const TURNED: Filling = Filling { is_turned: true, ..PLAIN };
    const BACK: Filling = Filling { goes_back: true, ..PLAIN };

    /// Writes values as people would: numbers and ISO days are read as such, "'" before a text keeps it one.
    fn value(text: &str) -> Value {
        if let Some(text) = text.strip_prefix('\'') {
            return Value::text(text);
        }
        let parts: Vec<u32> = text.split('-').filter_map(|part| part.parse().ok()).collect();
        if let ([year, month, day], 10) = (parts.as_slice(), text.len()) {
            return Day::new(*year as i32, *month, *day).map_or(Value::Empty, Value::Date);
        }
        text.parse().map_or_else(|_| Value::text(text), Value::Number)
    }

    fn shown(value: &Value) -> String {
        match value {
            Value::Number(number) => number.to_string(),
            Value::Date(day) => day.to_string(),
            Value::Text(text) => text.clone(),
            _ => String::new(),
        }
    }

    #[track_caller]
    fn check(filling: Filling, values: &str, expected: &str) {
        let values: Vec<Value> = values.split(" | ").map(value).collect();
        let expected: Vec<&str> = expected.split(" | ").collect();
        let made: Vec<String> = extend(&values, expected.len(), filling).iter().map(shown).collect();
        assert_eq!(made, expected, "{values:?}");
    }

    #[test]
    fn numbers_go_on_with_their_step_and_a_single_one_is_copied() {
        check(PLAIN, "1 | 2", "3 | 4 | 5");
        check(PLAIN, "10 | 7.5", "5 | 2.5 | 0 | -2.5");
        check(PLAIN, "2 | 4 | 6", "8 | 10");
        check(PLAIN, "5 | 5", "5 | 5");
        check(PLAIN, "5", "5 | 5");
        check(TURNED, "5", "6 | 7");
        check(TURNED, "5.5", "6.5 | 7.5");
        check(TURNED, "1 | 2", "1 | 2 | 1");
        check(PLAIN, "0.1 | 0.2", "0.3 | 0.4 | 0.5 | 0.6 | 0.7");
        check(Filling { unit: 0.01, ..TURNED }, "0.05", "0.06 | 0.07");
        check(Filling { is_turned: true, ..BACK }, "5", "4 | 3");
    }

    #[test]
    fn numbers_without_a_step_are_repeated() {
        check(PLAIN, "1 | 2 | 4", "1 | 2 | 4 | 1");
        check(PLAIN, "1 | x", "1 | x | 1");
    }

    #[test]
    fn days_go_on_by_days_weeks_months_and_years() {
        check(PLAIN, "2026-12-31", "2027-01-01 | 2027-01-02");
        check(BACK, "2026-03-01", "2026-02-28");
        check(TURNED, "2026-12-31", "2026-12-31 | 2026-12-31");
        check(PLAIN, "2026-01-01 | 2026-01-08", "2026-01-15 | 2026-01-22");
        check(PLAIN, "2026-01-15 | 2026-02-15", "2026-03-15 | 2026-04-15");
        check(PLAIN, "2026-01-31 | 2026-02-28", "2026-03-31 | 2026-04-30");
        check(PLAIN, "2027-12-31 | 2028-01-31", "2028-02-29 | 2028-03-31");
        check(PLAIN, "2026-01-30 | 2026-02-28", "2026-03-30");
        check(PLAIN, "2026-03-31 | 2026-06-30", "2026-09-30 | 2026-12-31");
        check(PLAIN, "2024-02-29 | 2025-02-28", "2026-02-28 | 2027-02-28 | 2028-02-29");
        check(PLAIN, "2026-05-01 | 2025-05-01", "2024-05-01");
        check(PLAIN, "2026-01-31 | 2026-03-01", "2026-03-30");
        check(PLAIN, "2026-01-01 | 2026-01-02 | 2026-01-09", "2026-01-01 | 2026-01-02");
    }

    #[test]
    fn months_and_weekdays_go_on_in_three_languages() {
        check(PLAIN, "November", "December | January");
        check(PLAIN, "nov", "dec | jan");
        check(PLAIN, "MON", "TUE | WED");
        check(PLAIN, "May", "June | July");
        check(PLAIN, "Apr | May", "Jun | Jul");
        check(PLAIN, "January | April", "July | October | January");
        check(BACK, "Monday", "Sunday | Saturday");
        check(PLAIN, "Декабрь", "Январь | Февраль");
        check(PLAIN, "пн", "вт | ср");
        check(PLAIN, "Воскресенье", "Понедельник");
        check(PLAIN, "十二月", "一月");
        check(PLAIN, "星期六", "星期日 | 星期一");
        check(PLAIN, "周日", "周一");
        check(TURNED, "November", "November");
        check(PLAIN, "Monday | November", "Monday | November | Monday");
    }

    #[test]
    fn texts_that_end_in_a_number_count_on() {
        check(PLAIN, "Client 1", "Client 2 | Client 3");
        check(PLAIN, "A-009", "A-010 | A-011");
        check(PLAIN, "Q1 | Q3", "Q5 | Q7");
        check(PLAIN, "A 1 | B 7", "A 2 | B 8 | A 3");
        check(BACK, "Client 1", "Client 0 | Client 1");
        check(TURNED, "Client 1", "Client 1");
        check(PLAIN, "12月", "1月 | 2月");
        check(PLAIN, "客户9", "客户10");
    }

    #[test]
    fn digits_alone_are_no_count_unless_asked() {
        check(PLAIN, "'7707083893", "7707083893");
        check(TURNED, "'0041", "0042 | 0043");
        check(PLAIN, "'001 | '002", "003 | 004");
        check(PLAIN, "'4070281090000000012345", "4070281090000000012345");
    }

    #[test]
    fn everything_else_is_repeated() {
        check(PLAIN, "North | South", "North | South | North");
        assert_eq!(extend(&[Value::Empty], 2, PLAIN), [Value::Empty, Value::Empty]);
        assert_eq!(extend(&[], 3, PLAIN), []);
        let misfit = value("5").for_kind(crate::workbook::ColumnKind::Date);
        assert_eq!(extend(std::slice::from_ref(&misfit), 1, PLAIN), [misfit]);
    }
}
