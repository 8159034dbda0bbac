//! Numbers as people write them: 1 234,5 · 1,234.5 · $1,200 · 45% · (1,200) · 12.5万 · 3 млн.

use super::conventions::DecimalMark;
use super::units::unit_factor;

/// A number that was written as text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written {
    /// With its unit applied (万, млн, k) and, where it is a percentage, not yet divided by 100.
    pub value: f64,
    pub is_percent: bool,
    /// Whether the text has a unit of its own, so that the column's does not apply.
    pub has_unit: bool,
}

/// Reads a number with this decimal mark. Groups of thousands must be groups of three.
pub fn read(text: &str, decimal: DecimalMark) -> Option<Written> {
    if let Some(value) = read_plain(text, decimal) {
        return Some(Written { value, is_percent: false, has_unit: false });
    }
    let text = full_width_to_ascii(text.trim());
    let text = text.as_ref();
    let (text, is_negative) = match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        Some(inside) => (inside.trim(), true),
        None => (text, false),
    };
    let first = text.find(|c: char| c.is_ascii_digit())?;
    let last = text.rfind(|c: char| c.is_ascii_digit())?;
    // A leading mark belongs to the number: ".5".
    let mark = match decimal {
        DecimalMark::Point => '.',
        DecimalMark::Comma => ',',
    };
    let first = if text[..first].ends_with(mark) { first - 1 } else { first };
    let (prefix, core, suffix) = (&text[..first], text.get(first..=last)?, &text[last + 1..]);
    // Signs and units are short: a sentence with a number in it is let go at once.
    if prefix.len() > 16 || suffix.len() > 40 {
        return None;
    }
    let (mut is_percent, mut sign) = (false, if is_negative { -1.0 } else { 1.0 });
    let mut rest = String::new();
    for c in prefix.chars() {
        match c {
            '-' | '−' | '–' => sign = -sign,
            '+' => {}
            other => rest.push(other),
        }
    }
    if !rest.trim().is_empty() && unit_factor(&rest) != Some(1.0) {
        return None;
    }
    let mut unit = String::new();
    for c in suffix.chars() {
        match c {
            '%' if !is_percent => is_percent = true,
            '-' | '−' if unit.trim().is_empty() => sign = -sign,
            other => unit.push(other),
        }
    }
    let factor = if unit.trim_matches(|c: char| c.is_whitespace() || c == '.' || c == mark).is_empty() {
        1.0
    } else {
        unit_factor(&unit)?
    };
    let value = tidy(sign * read_core(core, decimal)?, factor);
    Some(Written { value, is_percent, has_unit: factor > 1.0 })
}

/// The number in whole units: 1.1 in 万 is 11,000 and not 11,000.000000000002.
pub fn tidy(value: f64, factor: f64) -> f64 {
    let product = value * factor;
    if (factor - 1.0).abs() < f64::EPSILON || product.abs() >= 1e11 { product } else { (product * 1e4).round() / 1e4 }
}

/// The most frequent form, quickly: digits with at most one decimal point.
fn read_plain(text: &str, decimal: DecimalMark) -> Option<f64> {
    let mut points = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {}
            b'-' if at == 0 => {}
            b'.' if decimal == DecimalMark::Point && points == 0 && at > 0 => points = 1,
            _ => return None,
        }
    }
    if text.ends_with('.') { None } else { text.parse().ok() }
}

/// Digits, groups and a fraction, beginning and ending with a digit (or beginning with the mark).
fn read_core(core: &str, decimal: DecimalMark) -> Option<f64> {
    let (mark, group_mark) = match decimal {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let (core, exponent) = match core.find(['e', 'E']) {
        Some(at) => (&core[..at], Some(core.get(at + 1..)?.trim_start_matches('+').parse::<i32>().ok()?)),
        None => (core, None),
    };
    let (whole, fraction) = core.split_once(mark).unwrap_or((core, ""));
    if !fraction.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let mut digits = String::with_capacity(core.len());
    let mut groups: Vec<usize> = vec![0];
    let mut separator = None;
    for c in whole.chars() {
        match c {
            '0'..='9' => {
                digits.push(c);
                if let Some(count) = groups.last_mut() {
                    *count += 1;
                }
            }
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' => {
                // All kinds of spaces are one separator.
                let kind = if c == '\'' || c == '’' { '\'' } else { ' ' };
                if separator.replace(kind).is_some_and(|before| before != kind) {
                    return None;
                }
                groups.push(0);
            }
            c if c == group_mark => {
                if separator.replace(c).is_some_and(|before| before != c) {
                    return None;
                }
                groups.push(0);
            }
            _ => return None,
        }
    }
    let grouped_well = match groups.as_slice() {
        [_] => true,
        [first, middle @ .., last] => {
            // Also the Indian 12,34,567 and the Chinese 1,2345,6789.
            let even = middle.iter().all(|count| count == last) && (*last == 3 || (*last == 4 && !middle.is_empty()));
            let indian = *last == 3 && middle.iter().all(|count| *count == 2);
            (1..=4).contains(first) && *first <= *last && (even || indian) && !digits.starts_with('0')
        }
        [] => false,
    };
    if !grouped_well {
        return None;
    }
    let number = match exponent {
        Some(exponent) => format!("{digits}.{fraction}e{exponent}"),
        None => format!("{digits}.{fraction}"),
    };
    number.trim_end_matches('.').parse().ok()
}

fn full_width_to_ascii(text: &str) -> std::borrow::Cow<'_, str> {
    let is_wide = |c: char| ('！'..='～').contains(&c);
    if text.contains(is_wide) {
        text.chars().map(|c| if is_wide(c) { char::from_u32(c as u32 - 0xfee0).unwrap_or(c) } else { c }).collect()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn point(text: &str, expected: f64) {
        let read = read(text, DecimalMark::Point).map(|written| written.value);
        assert_eq!(read, Some(expected), "{text}");
    }

    #[track_caller]
    fn comma(text: &str, expected: f64) {
        let read = read(text, DecimalMark::Comma).map(|written| written.value);
        assert_eq!(read, Some(expected), "{text}");
    }

    #[track_caller]
    fn none(text: &str) {
        assert_eq!((read(text, DecimalMark::Point), read(text, DecimalMark::Comma)), (None, None), "{text}");
    }

    #[test]
    fn marks_and_groups() {
        point("1234.5", 1234.5);
        point("1,234.5", 1234.5);
        point("1,234,567", 1_234_567.0);
        point("12,34,567", 1_234_567.0);
        point("1,2345,6789", 123_456_789.0);
        point("1 234.5", 1234.5);
        point("1'234.50", 1234.5);
        point("1’234", 1234.0);
        point(".5", 0.5);
        point("-3", -3.0);
        comma("1.234,5", 1234.5);
        comma("1 234,5", 1234.5);
        comma("1\u{a0}234\u{a0}567,89", 1_234_567.89);
        comma("1\u{202f}234,5", 1234.5);
        comma("0,25", 0.25);
        comma(",5", 0.5);
        point("1.2E+05", 120_000.0);
        point("１２３", 123.0);
    }

    #[test]
    fn signs_currencies_and_units() {
        point("$1,200", 1200.0);
        point("-$1,200.50", -1200.5);
        point("($1,200)", -1200.0);
        point("(1,200)", -1200.0);
        point("1,200-", -1200.0);
        point("−5", -5.0);
        point("¥12.5万", 125_000.0);
        point("12.5万", 125_000.0);
        point("12.5 万元", 125_000.0);
        point("3亿", 3e8);
        point("1,000元", 1000.0);
        point("3 млн", 3e6);
        point("1.1万", 11_000.0);
        comma("3,5 млн руб.", 3.5e6);
        comma("1 200,00 ₽", 1200.0);
        comma("1 200 руб.", 1200.0);
        comma("500 тыс.", 500_000.0);
        comma("12,5 млрд", 12.5e9);
        comma("1.200 €", 1200.0);
        comma("100 р.", 100.0);
        point("1.5k", 1500.0);
        point("2M", 2e6);
        point("USD 2.5 bn", 2.5e9);
        point("RMB 30", 30.0);
    }

    #[test]
    fn percents_are_said_to_be_percents() {
        assert_eq!(read("45%", DecimalMark::Point), Some(Written { value: 45.0, is_percent: true, has_unit: false }));
        assert_eq!(
            read("12,5 %", DecimalMark::Comma),
            Some(Written { value: 12.5, is_percent: true, has_unit: false })
        );
        assert_eq!(read("-3％", DecimalMark::Point), Some(Written { value: -3.0, is_percent: true, has_unit: false }));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in
            ["", "n/a", "-", "approx. 5", "5 or 6", "1,23,4", "12 34", "2024-03-15", "+49 30 123456", "1.2.3", "5 шт x"]
        {
            none(text);
        }
        assert_eq!(read("1,5", DecimalMark::Point), None);
        assert_eq!(read("1.5", DecimalMark::Comma), None);
    }
}
