//! Numbers, amounts, shares and dates as the person writes them.
//!
//! The marks and the order come from the browser's own Intl (`platform::intl`), once for each language and currency;
//! putting them together here costs no call into the browser for each of the thousand cells on screen.

use crate::exchange::{Conventions, DateOrder, DecimalMark};
use crate::workbook::{Day, Value};

/// How a day is written: the order of its parts and what stands between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateStyle {
    pub order: DateOrder,
    pub separator: String,
}

/// How numbers and dates are written in one language and currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formats {
    /// Between the whole and its fraction.
    pub decimal: String,
    /// Between thousands.
    pub group: String,
    /// The least number of digits of the whole for grouping (5 in some languages: 1234 but 12 345).
    pub group_from: usize,
    /// Before an amount, as in "$" or "¥"; empty where it stands behind.
    pub currency_before: String,
    /// Behind an amount, with its space, as in " €".
    pub currency_behind: String,
    /// Behind a share, with its space where the language has one.
    pub percent: String,
    pub date: DateStyle,
    /// The short names of the months, January first.
    pub months: Vec<String>,
}

impl Default for Formats {
    fn default() -> Self {
        Self {
            decimal: ".".to_owned(),
            group: ",".to_owned(),
            group_from: 4,
            currency_before: String::new(),
            currency_behind: String::new(),
            percent: "%".to_owned(),
            date: DateStyle { order: DateOrder::YearFirst, separator: "-".to_owned() },
            months: (1..=12).map(|month| month.to_string()).collect(),
        }
    }
}

impl Formats {
    /// A number with up to `most` digits after the mark, and no trailing zeros.
    pub fn number(&self, number: f64, most: usize) -> String {
        let plain = format!("{number:.most$}");
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        self.put_together(whole, fraction.trim_end_matches('0'))
    }

    /// A number with exactly `digits` digits after the mark.
    pub fn fixed(&self, number: f64, digits: usize) -> String {
        let plain = format!("{number:.digits$}");
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        self.put_together(whole, fraction)
    }

    /// An amount: whole units where it has no cents, two digits otherwise, with the currency's sign.
    pub fn money(&self, amount: f64) -> String {
        format!("{}{}{}", self.currency_before, self.amount(amount), self.currency_behind)
    }

    /// An amount without the currency's sign, as it stands in a column of amounts.
    pub fn amount(&self, amount: f64) -> String {
        let has_cents = (amount.fract().abs() * 100.0).round() > 0.0;
        self.fixed(amount, if has_cents { 2 } else { 0 })
    }

    /// A share, 0.256 as "25.6 %", with up to `most` digits after the mark.
    pub fn percent(&self, share: f64, most: usize) -> String {
        format!("{}{}", self.number(share * 100.0, most), self.percent)
    }

    /// A size in bytes, in the largest unit that leaves a whole.
    pub fn bytes(&self, bytes: f64) -> String {
        let units = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)];
        let (unit, size) = units.into_iter().find(|(_, size)| bytes >= *size).unwrap_or(("B", 1.0));
        let value = bytes / size;
        format!("{}\u{a0}{unit}", self.number(value, usize::from(value < 10.0)))
    }

    /// A day in the language's short form.
    pub fn day(&self, day: Day) -> String {
        let (year, month, number) = day.parts();
        let parts = match self.date.order {
            DateOrder::DayFirst => [format!("{number:02}"), format!("{month:02}"), format!("{year:04}")],
            DateOrder::MonthFirst => [format!("{month:02}"), format!("{number:02}"), format!("{year:04}")],
            DateOrder::YearFirst => [format!("{year:04}"), format!("{month:02}"), format!("{number:02}")],
        };
        parts.join(&self.date.separator)
    }

    /// A day with its month named, so that it can't be misread: 3 Apr 2024.
    pub fn long_day(&self, day: Day) -> String {
        let (year, month, number) = day.parts();
        let month = self.months.get(month as usize - 1).map_or("", String::as_str);
        match self.date.order {
            DateOrder::YearFirst => format!("{year} {month} {number}"),
            DateOrder::DayFirst | DateOrder::MonthFirst => format!("{number} {month} {year}"),
        }
    }

    /// A month, given as [`Day::month_index`].
    pub fn month(&self, index: i32) -> String {
        let name = self.months.get(index.rem_euclid(12) as usize).map_or("", String::as_str);
        format!("{name} {}", index.div_euclid(12))
    }

    /// A cell's value in a column of this kind.
    pub fn value(&self, value: &Value, kind: crate::workbook::ColumnKind) -> String {
        use crate::workbook::ColumnKind;
        match value {
            Value::Empty => String::new(),
            Value::Text(text) => text.clone(),
            Value::Date(day) => self.day(*day),
            Value::Misfit(misfit) => misfit.text.clone(),
            Value::Number(number) => match kind {
                ColumnKind::Money => self.amount(*number),
                ColumnKind::Percent => self.percent(*number, 2),
                ColumnKind::YesNo => if *number == 0.0 { "–" } else { "✓" }.to_owned(),
                _ => self.number(*number, 6),
            },
        }
    }

    /// How the person's entries are to be read: as they are shown.
    pub fn conventions(&self) -> Conventions {
        let decimal = if self.decimal == "," { DecimalMark::Comma } else { DecimalMark::Point };
        Conventions { decimal, dates: self.date.order }
    }

    fn put_together(&self, whole: &str, fraction: &str) -> String {
        let (sign, digits) = match whole.strip_prefix('-') {
            Some(digits) if digits == "0" && fraction.bytes().all(|digit| digit == b'0') => ("", digits),
            Some(digits) => ("\u{2212}", digits),
            None => ("", whole),
        };
        let mut text = String::with_capacity(whole.len() * 2 + fraction.len());
        text.push_str(sign);
        for (at, digit) in digits.chars().enumerate() {
            let left = digits.len() - at;
            if at > 0 && left.is_multiple_of(3) && digits.len() >= self.group_from {
                text.push_str(&self.group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push_str(&self.decimal);
            text.push_str(fraction);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn russian() -> Formats {
        Formats {
            decimal: ",".to_owned(),
            group: "\u{a0}".to_owned(),
            currency_behind: "\u{a0}₽".to_owned(),
            percent: "\u{a0}%".to_owned(),
            date: DateStyle { order: DateOrder::DayFirst, separator: ".".to_owned() },
            ..Formats::default()
        }
    }

    #[test]
    fn numbers_are_grouped_and_keep_no_needless_zeros() {
        let formats = Formats::default();
        assert_eq!(formats.number(1_234_567.5, 2), "1,234,567.5");
        assert_eq!(formats.number(-0.001, 2), "0");
        assert_eq!(formats.number(-1234.0, 2), "\u{2212}1,234");
        assert_eq!(formats.number(999.0, 2), "999");
    }

    #[test]
    fn amounts_shares_and_days_follow_the_language() {
        let formats = russian();
        assert_eq!(formats.money(1234.5), "1\u{a0}234,50\u{a0}₽");
        assert_eq!(formats.money(1_234_567.0), "1\u{a0}234\u{a0}567\u{a0}₽");
        assert_eq!(formats.percent(0.256, 1), "25,6\u{a0}%");
        assert_eq!(Day::new(2026, 3, 9).map(|day| formats.day(day)), Some("09.03.2026".to_owned()));
    }
}
