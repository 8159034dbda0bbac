//! Numbers as people write them: 1 234,5 · 1,234.5 · $1,200 · 45% · (1,200) · 12.5万 · 3 млн.

use super::conventions::DecimalMark;

/// A number that was written as text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written {
    /// With its unit applied (万, млн, k) and, where it is a percentage, not yet divided by 100.
    pub value: f64,
    pub is_percent: bool,
    /// Whether the text has a unit of its own, so that the column's does not apply.
    pub has_unit: bool,
}

/// Units of numbers (DOMAIN section 6), without spaces and points, in lower case.
const UNITS: &[(&str, f64)] = &[
    ("十万", 1e5),
    ("百万", 1e6),
    ("千万", 1e7),
    ("百亿", 1e10),
    ("万亿", 1e12),
    ("亿", 1e8),
    ("億", 1e8),
    ("万", 1e4),
    ("萬", 1e4),
    ("千", 1e3),
    ("тысяч", 1e3),
    ("тыс", 1e3),
    ("миллионов", 1e6),
    ("млн", 1e6),
    ("миллиардов", 1e9),
    ("млрд", 1e9),
    ("трлн", 1e12),
    ("thousands", 1e3),
    ("thousand", 1e3),
    ("millions", 1e6),
    ("million", 1e6),
    ("billions", 1e9),
    ("billion", 1e9),
    ("mln", 1e6),
    ("mio", 1e6),
    ("mrd", 1e9),
    ("mn", 1e6),
    ("mm", 1e6),
    ("bn", 1e9),
    ("k", 1e3),
    ("к", 1e3),
    ("m", 1e6),
    ("b", 1e9),
];

/// What says which currency, before or after a number or its unit.
const CURRENCIES: &[&str] = &[
    "рублей",
    "руб",
    "р",
    "rub",
    "₽",
    "元",
    "圆",
    "人民币",
    "rmb",
    "cny",
    "cn¥",
    "¥",
    "usd",
    "us$",
    "$",
    "долл",
    "€",
    "eur",
    "euro",
    "£",
    "gbp",
    "₴",
    "₸",
    "₹",
    "chf",
    "jpy",
    "kzt",
    "тенге",
    "бел",
    "byn",
];

/// The factor of a unit such as `万元`, `тыс. руб.`, `USD k` or `млн`; nothing where the text is no unit. A currency
/// alone is a factor of 1.
pub fn unit_factor(text: &str) -> Option<f64> {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | ',')).collect();
    let bare = strip_currency(&text);
    if bare.is_empty() {
        return (!text.is_empty()).then_some(1.0);
    }
    UNITS.iter().find(|(unit, _)| *unit == bare).map(|(_, factor)| *factor)
}

fn strip_currency(text: &str) -> &str {
    let mut text = text;
    for _ in 0..2 {
        // "р" and "b" are letters of other units too: only a text that is nothing else is that currency.
        let fits = |name: &&&str| {
            name.chars().count() > 1
                || !name.chars().all(char::is_alphabetic)
                || ["元", "圆"].contains(*name)
                || text == **name
        };
        if let Some(rest) = CURRENCIES.iter().filter(fits).find_map(|name| text.strip_suffix(*name)) {
            text = rest;
        } else if let Some(rest) = CURRENCIES.iter().filter(fits).find_map(|name| text.strip_prefix(*name)) {
            text = rest;
        }
    }
    text
}

/// Whether the text names or begins or ends with a currency sign.
pub fn has_currency(text: &str) -> bool {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let edge = |name: &&&str| {
        let symbol = !name.chars().all(|c| c.is_ascii_alphabetic() || c == 'р' || c == 'б');
        (symbol || name.chars().count() > 2) && (text.starts_with(**name) || text.ends_with(**name))
    };
    CURRENCIES
        .iter()
        .filter(|name| name.chars().count() > 1 || !name.chars().all(char::is_alphabetic) || **name == "元")
        .any(|name| edge(&name))
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

/// Finds the decimal mark of a column from its texts.
///
/// A text that can be read in one way only decides; the more frequent way wins. Where all can be read in both ways
/// (1,234 and 56,789), the mark stands between thousands, unless other numbers of the column reach 1000 without one.
#[derive(Clone, Copy, Debug, Default)]
pub struct MarkFinder {
    point: u32,
    comma: u32,
    both_with_comma: u32,
    both_with_point: u32,
    ungrouped: u32,
}

impl MarkFinder {
    pub fn look(&mut self, text: &str) {
        let has_comma = text.contains(',');
        let has_point = text.contains('.');
        if !has_comma && !has_point {
            self.ungrouped += u32::from(text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_digit()));
            return;
        }
        match (read(text, DecimalMark::Point), read(text, DecimalMark::Comma)) {
            (Some(one), Some(other)) if one == other => {}
            (Some(_), Some(_)) => {
                self.both_with_comma += u32::from(has_comma);
                self.both_with_point += u32::from(has_point);
            }
            (Some(_), None) => self.point += 1,
            (None, Some(_)) => self.comma += 1,
            (None, None) => {}
        }
    }

    pub fn mark(&self) -> DecimalMark {
        let by_groups = self.ungrouped == 0;
        let (point, comma) = match self.point.cmp(&self.comma) {
            std::cmp::Ordering::Equal if by_groups => (self.both_with_comma, self.both_with_point),
            std::cmp::Ordering::Equal => (self.both_with_point, self.both_with_comma),
            _ => (self.point, self.comma),
        };
        if comma > point { DecimalMark::Comma } else { DecimalMark::Point }
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

    #[track_caller]
    fn check_mark(texts: &[&str], expected: DecimalMark) {
        let mut finder = MarkFinder::default();
        texts.iter().for_each(|text| finder.look(text));
        assert_eq!(finder.mark(), expected, "{texts:?}");
    }

    #[test]
    fn the_mark_is_decided_by_the_column() {
        check_mark(&["1,234", "0,5"], DecimalMark::Comma);
        check_mark(&["1,234", "1,234.5"], DecimalMark::Point);
        check_mark(&["1.234", "2.345.678"], DecimalMark::Comma);
        check_mark(&["1,234", "56,789"], DecimalMark::Point);
        check_mark(&["1.234", "56.789"], DecimalMark::Comma);
        check_mark(&["1.234", "5678"], DecimalMark::Point);
        check_mark(&["1.234", "0.567"], DecimalMark::Point);
        check_mark(&["12", "13"], DecimalMark::Point);
    }

    #[test]
    fn units_have_factors() {
        for (text, factor) in [
            ("万元", 1e4),
            ("тыс. руб.", 1e3),
            ("млн. руб", 1e6),
            ("USD k", 1e3),
            ("руб.", 1.0),
            ("$", 1.0),
            ("€m", 1e6),
            ("RMB", 1.0),
            ("亿元", 1e8),
            ("人民币万元", 1e4),
            ("$000", 0.0),
        ] {
            assert_eq!(unit_factor(text), (factor > 0.0).then_some(factor), "{text}");
        }
        assert_eq!(unit_factor("kg"), None);
    }
}
