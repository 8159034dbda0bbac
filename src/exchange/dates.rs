//! Dates as people write them. The time of day, where there is one, is dropped: Kontor's dates are days.

use super::conventions::DateOrder;
use crate::workbook::{Day, Reason};

/// A text that is a date by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Year, month and day are clear; the day may still not exist.
    Clear { year: i32, month: u32, day: u32 },
    /// Three numbers whose order is not said, the last (or first) of one or two digits or a year.
    Numbers([Number; 3]),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    value: u32,
    digits: u8,
}

/// Years that a client list can hold: others are taken for a number that is no date.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "январь", "января", "янв"],
    &["february", "feb", "февраль", "февраля", "фев", "февр"],
    &["march", "mar", "март", "марта", "мар"],
    &["april", "apr", "апрель", "апреля", "апр"],
    &["may", "май", "мая"],
    &["june", "jun", "июнь", "июня", "июн"],
    &["july", "jul", "июль", "июля", "июл"],
    &["august", "aug", "август", "августа", "авг"],
    &["september", "sep", "sept", "сентябрь", "сентября", "сен", "сент"],
    &["october", "oct", "октябрь", "октября", "окт"],
    &["november", "nov", "ноябрь", "ноября", "ноя", "нояб"],
    &["december", "dec", "декабрь", "декабря", "дек"],
];

/// Reads a date in this order.
pub fn read(text: &str, order: DateOrder) -> Result<Day, Reason> {
    form(text).ok_or(Reason::NotADate)?.day(order)
}

/// The serial number of a day, as a spreadsheet that lost the format leaves it, or 20240315.
pub fn of_number(number: f64) -> Result<Day, Reason> {
    let whole = number.floor();
    if (19_000_101.0..=21_991_231.0).contains(&whole) && number.fract() == 0.0 {
        let number = whole as i32;
        return clear(number / 10_000, (number / 100 % 100) as u32, (number % 100) as u32).day(DateOrder::DayFirst);
    }
    // From 1927 to 2119: what lies outside is some other number.
    if (10_000.0..=80_000.0).contains(&whole) {
        return Ok(Day(super::write::days_of_serial(whole) as i32));
    }
    Err(Reason::NotADate)
}

impl Form {
    pub fn day(self, order: DateOrder) -> Result<Day, Reason> {
        let (year, month, day) = match self {
            Self::Clear { year, month, day } => (year, month, day),
            Self::Numbers([first, second, third]) => match order {
                DateOrder::DayFirst => (full_year(third), second.value, first.value),
                DateOrder::MonthFirst => (full_year(third), first.value, second.value),
                DateOrder::YearFirst if third.digits > 2 => (full_year(third), second.value, first.value),
                DateOrder::YearFirst => (full_year(first), second.value, third.value),
            },
        };
        Day::new(year, month, day).filter(|_| YEARS.contains(&year)).ok_or(Reason::NoSuchDay)
    }

    /// Whether the order of the numbers makes a difference.
    pub fn needs_order(self) -> bool {
        matches!(self, Self::Numbers(_))
    }

    /// Whether the third number is a year of four digits, so that only day and month are open.
    pub fn has_full_year(self) -> bool {
        matches!(self, Self::Numbers([_, _, third]) if third.digits > 2)
    }
}

fn clear(year: i32, month: u32, day: u32) -> Form {
    Form::Clear { year, month, day }
}

/// Two digits are a year from 1950 to 2049.
fn full_year(number: Number) -> i32 {
    match (number.digits, number.value as i32) {
        (1..=2, short @ 0..50) => 2000 + short,
        (1..=2, short) => 1900 + short,
        (_, long) => long,
    }
}

/// What a text says of a day; nothing where it is no date.
pub fn form(text: &str) -> Option<Form> {
    let text = text.trim();
    // The quickest way out of a column of other texts.
    if !(4..=40).contains(&text.len()) || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let date = without_time(text)?.trim().trim_end_matches(',');
    let date = date.trim_end_matches("г.").trim_end_matches(" г").trim_end();
    numeric(date).or_else(|| chinese(date)).or_else(|| named(date))
}

/// Cuts off a time of day: after a T or a space, hours and minutes with a colon.
fn without_time(text: &str) -> Option<&str> {
    let Some(colon) = text.find(':') else { return Some(text) };
    let before = &text[..colon];
    let hours = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let rest = &text[colon..];
    let is_time = before.len() - hours.len() <= 2
        && before.len() > hours.len()
        && rest.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(c, ':' | '.' | ',' | ' ' | '+' | '-' | 'Z' | 'z' | '\u{202f}')
                || "aApPmM".contains(c)
        });
    let date = hours.strip_suffix(['T', 't', ' ']).map(|date| date.trim_end_matches([' ', ',']));
    if is_time { date } else { None }
}

/// 2024-03-15, 15.03.2024, 3/15/24, 20240315.
fn numeric(text: &str) -> Option<Form> {
    let mut numbers = [Number { value: 0, digits: 0 }; 3];
    let (mut at, mut mark) = (0, None);
    for c in text.chars() {
        match c {
            '0'..='9' => {
                let number = numbers.get_mut(at)?;
                number.value = number.value * 10 + u32::from(c as u8 - b'0');
                number.digits += 1;
                if number.digits > 8 {
                    return None;
                }
            }
            '-' | '/' | '.' | '．' | '／' => {
                if mark.replace(c).is_some_and(|before| before != c) || numbers.get(at)?.digits == 0 {
                    return None;
                }
                at += 1;
            }
            ' ' if mark.is_some() && numbers.get(at).is_some_and(|number| number.digits == 0) => {}
            _ => return None,
        }
    }
    let [first, second, third] = numbers;
    match (first.digits, second.digits, third.digits) {
        (8, 0, 0) => {
            let (year, month, day) = ((first.value / 10_000) as i32, first.value / 100 % 100, first.value % 100);
            (YEARS.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
                .then(|| clear(year, month, day))
        }
        (4, 1..=2, 1..=2) => Some(clear(first.value as i32, second.value, third.value)),
        (1..=2, 1..=2, 4) if matches!(mark, Some('.' | '．')) => {
            Some(clear(third.value as i32, second.value, first.value))
        }
        (1..=2, 1..=2, 2) if matches!(mark, Some('.' | '．')) => {
            Some(clear(full_year(third), second.value, first.value))
        }
        (1..=2, 1..=2, 2 | 4) => Some(Form::Numbers(numbers)),
        _ => None,
    }
}

/// 2024年3月15日, with or without the last character.
fn chinese(text: &str) -> Option<Form> {
    let (year, rest) = text.split_once('年')?;
    let (month, day) = rest.split_once('月')?;
    let day = day.trim().trim_end_matches(['日', '号']);
    let year = year.trim();
    let digits = year.len() as u8;
    let year = full_year(Number { value: year.parse().ok()?, digits });
    Some(clear(year, month.trim().parse().ok()?, day.trim().parse().ok()?))
}

/// 15 March 2024, Mar 15, 2024, 15-мар-24, 15 марта 2024.
fn named(text: &str) -> Option<Form> {
    let lower = text.to_lowercase();
    let mut parts = lower.split([' ', ',', '-', '.', '/', '\u{a0}']).filter(|part| !part.is_empty());
    let parts = [parts.next()?, parts.next()?, parts.next()?, parts.next().unwrap_or("")];
    // "Friday, 15 March 2024" has a day of the week in front.
    let [first, second, third] = match parts {
        [_, second, third, fourth] if !fourth.is_empty() => [second, third, fourth],
        [first, second, third, _] => [first, second, third],
    };
    let number_of = |text: &str| {
        let digits = text.trim_end_matches(|c: char| c.is_alphabetic());
        let suffix = &text[digits.len()..];
        matches!(suffix, "" | "st" | "nd" | "rd" | "th" | "г" | "го").then(|| digits.parse::<u32>().ok())?
    };
    let (day, month) = match (month_of(first), month_of(second)) {
        (Some(month), None) => (number_of(second)?, month),
        (None, Some(month)) => (number_of(first)?, month),
        _ => return None,
    };
    let digits = third.trim_end_matches('г').len() as u8;
    if !matches!(digits, 2 | 4) {
        return None;
    }
    Some(clear(full_year(Number { value: number_of(third)?, digits }), month, day))
}

/// The month of a name or its short form, in lower case: 1 to 12.
pub fn month_of(name: &str) -> Option<u32> {
    MONTHS.iter().position(|names| names.contains(&name)).map(|at| at as u32 + 1)
}

/// Finds the order of a column's dates from all its texts.
#[derive(Clone, Debug, Default)]
pub struct OrderFinder {
    /// How many texts are a day in each of [`DateOrder::ALL`].
    fits: [u32; 3],
    /// Whether a year of two digits occurs, so that it could stand first.
    has_short_year: bool,
    /// For each pair of orders (first and second, second and third, third and first) a text that is one day in the
    /// one and another in the other.
    examples: [Option<String>; 3],
}

impl OrderFinder {
    pub fn look(&mut self, text: &str) {
        let Some(form) = form(text).filter(|form| form.needs_order()) else { return };
        self.has_short_year |= !form.has_full_year();
        let days = DateOrder::ALL.map(|order| form.day(order).ok());
        let [first, second, third] = days;
        for (fit, day) in self.fits.iter_mut().zip(days) {
            *fit += u32::from(day.is_some());
        }
        for (example, (one, other)) in self.examples.iter_mut().zip([(first, second), (second, third), (third, first)])
        {
            if example.is_none() && one.is_some() && other.is_some() && one != other {
                *example = Some(text.to_owned());
            }
        }
    }

    /// The orders that fit most texts: one where the column decides it, several where it has to be asked (with a text
    /// that shows the doubt), none where no text leaves it open.
    pub fn orders(&self) -> (Vec<DateOrder>, &str) {
        let most = self.fits.into_iter().max().unwrap_or(0);
        if most == 0 {
            return (Vec::new(), "");
        }
        let may = |order: DateOrder| order != DateOrder::YearFirst || self.has_short_year;
        let fits: Vec<bool> =
            DateOrder::ALL.into_iter().zip(self.fits).map(|(order, fit)| fit == most && may(order)).collect();
        let pairs =
            [(0, 1), (1, 2), (2, 0)].map(|(one, other)| fits.get(one) == Some(&true) && fits.get(other) == Some(&true));
        let example =
            self.examples.iter().zip(pairs).filter(|(_, pair)| *pair).find_map(|(example, _)| example.as_deref());
        let orders = DateOrder::ALL.into_iter().zip(fits).filter(|(_, fits)| *fits).map(|(order, _)| order);
        match example {
            Some(example) => (orders.collect(), example),
            // Where every day equals its month, the order makes no difference.
            None => (orders.take(1).collect(), ""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(read(text, DateOrder::DayFirst).map(|day| day.to_string()), Ok(expected.to_owned()), "{text}");
    }

    #[track_caller]
    fn refused(text: &str, expected: Reason) {
        assert_eq!(read(text, DateOrder::DayFirst), Err(expected), "{text}");
    }

    #[test]
    fn dates_are_read() {
        check("2024-03-15", "2024-03-15");
        check("2024/3/5", "2024-03-05");
        check("2024.03.15", "2024-03-15");
        check("15.03.2024", "2024-03-15");
        check("5.3.24", "2024-03-05");
        check("15.03.2024 г.", "2024-03-15");
        check("15/03/2024", "2024-03-15");
        check("15-03-24", "2024-03-15");
        check("20240315", "2024-03-15");
        check("2024年3月15日", "2024-03-15");
        check("2024 年 3 月 5 号", "2024-03-05");
        check("15 March 2024", "2024-03-15");
        check("Mar 15, 2024", "2024-03-15");
        check("March 15th, 2024", "2024-03-15");
        check("15-Mar-24", "2024-03-15");
        check("15 марта 2024 г.", "2024-03-15");
        check("15-мар-2024", "2024-03-15");
        check("Friday, 15 March 2024", "2024-03-15");
    }

    #[test]
    fn the_time_of_day_is_dropped() {
        check("2024-03-15T23:59:59Z", "2024-03-15");
        check("2024-03-15 23:59", "2024-03-15");
        check("2024-03-15T23:59:59.123+08:00", "2024-03-15");
        check("15.03.2024 9:05:00", "2024-03-15");
        check("15/03/2024 11:05 PM", "2024-03-15");
    }

    #[test]
    fn two_digits_are_a_year_near_ours() {
        check("01.02.49", "2049-02-01");
        check("01.02.50", "1950-02-01");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        refused("31.02.2024", Reason::NoSuchDay);
        refused("2024-13-01", Reason::NoSuchDay);
        refused("soon", Reason::NotADate);
        refused("", Reason::NotADate);
        refused("12.5", Reason::NotADate);
        refused("2024", Reason::NotADate);
        refused("March 2024", Reason::NotADate);
        refused("10:30", Reason::NotADate);
        refused("192.168.0.1", Reason::NotADate);
        refused("12345678", Reason::NotADate);
    }

    #[test]
    fn the_order_is_the_columns() {
        assert_eq!(read("03/04/2024", DateOrder::DayFirst), Ok(Day::new(2024, 4, 3).expect("a day")));
        assert_eq!(read("03/04/2024", DateOrder::MonthFirst), Ok(Day::new(2024, 3, 4).expect("a day")));
        assert_eq!(read("24/03/04", DateOrder::YearFirst), Ok(Day::new(2024, 3, 4).expect("a day")));
    }

    #[track_caller]
    fn check_orders(texts: &[&str], expected: &[DateOrder]) {
        let mut finder = OrderFinder::default();
        for text in texts {
            finder.look(text);
        }
        assert_eq!(finder.orders().0, expected, "{texts:?}");
    }

    #[test]
    fn one_value_can_decide_the_order_and_without_one_it_is_asked() {
        use DateOrder::{DayFirst, MonthFirst, YearFirst};
        check_orders(&["03/04/2024", "13/04/2024"], &[DayFirst]);
        check_orders(&["03/04/2024", "04/13/2024"], &[MonthFirst]);
        check_orders(&["03/04/2024", "05/06/2024"], &[DayFirst, MonthFirst]);
        check_orders(&["03/04/05", "05/06/07"], &[DayFirst, MonthFirst, YearFirst]);
        check_orders(&["24/03/31"], &[DayFirst, YearFirst]);
        check_orders(&["24/03/31", "24/12/31", "99/12/31"], &[YearFirst]);
        check_orders(&["2024-03-04", "03.04.2024"], &[]);
        check_orders(&["03/03/2024"], &[DayFirst]);
    }

    #[test]
    fn serial_numbers_are_days() {
        assert_eq!(of_number(45_366.0).map(|day| day.to_string()), Ok("2024-03-15".to_owned()));
        assert_eq!(of_number(45_366.75).map(|day| day.to_string()), Ok("2024-03-15".to_owned()));
        assert_eq!(of_number(20_240_315.0).map(|day| day.to_string()), Ok("2024-03-15".to_owned()));
        assert_eq!(of_number(2024.0), Err(Reason::NotADate));
    }
}
