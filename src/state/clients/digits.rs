//! The bare digits of a number as it is shown, and of what a person looks for.

use crate::workbook::ColumnKind;

/// The bare digits of a number, written without allocating: the filter looks at every number of the sheet.
pub struct Digits {
    bytes: [u8; 48],
    start: usize,
}

impl Default for Digits {
    fn default() -> Self {
        Self { bytes: [0; 48], start: 48 }
    }
}

impl Digits {
    /// The number as a column of this kind shows it, without marks between thousands, and with a point.
    pub fn of(&mut self, number: f64, kind: ColumnKind) -> &[u8] {
        let (shown, decimals) = match kind {
            ColumnKind::Money => (number, 2),
            ColumnKind::Percent => (number * 100.0, 2),
            _ => (number, 6),
        };
        let scale = 10_u64.pow(decimals);
        let scaled = (shown.abs() * scale as f64).round();
        // Beyond this no digit after the mark is certain, and none is looked for.
        let (mut whole, mut rest) =
            if scaled < 9e15 { (scaled as u64 / scale, scaled as u64 % scale) } else { (shown.abs() as u64, 0) };
        self.start = self.bytes.len();
        if rest > 0 {
            let mut left = decimals;
            // An amount with cents always shows both.
            while kind != ColumnKind::Money && rest.is_multiple_of(10) {
                rest /= 10;
                left -= 1;
            }
            for _ in 0..left {
                self.push(b'0' + (rest % 10) as u8);
                rest /= 10;
            }
            self.push(b'.');
        }
        loop {
            self.push(b'0' + (whole % 10) as u8);
            whole /= 10;
            if whole == 0 {
                break;
            }
        }
        if number < 0.0 {
            self.push(b'-');
        }
        self.bytes.get(self.start..).unwrap_or_default()
    }

    fn push(&mut self, byte: u8) {
        self.start = self.start.saturating_sub(1);
        if let Some(place) = self.bytes.get_mut(self.start) {
            *place = byte;
        }
    }
}

/// What a person looks for as bare digits, with the marks of their language; nothing where it is no part of a number.
pub fn looked_for(query: &str, decimal: &str, group: &str) -> Option<String> {
    let mut bare = query.replace('\u{2212}', "-");
    if !group.is_empty() {
        bare = bare.replace(group, "");
    }
    bare = bare.replace(decimal, ".");
    let bare = bare.trim_end_matches(['%', '\u{a0}', '\u{202f}']);
    let is_number = bare.bytes().any(|byte| byte.is_ascii_digit())
        && bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    is_number.then(|| bare.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: f64, kind: ColumnKind, expected: &str) {
        let mut digits = Digits::default();
        assert_eq!(String::from_utf8_lossy(digits.of(number, kind)), expected);
    }

    #[test]
    fn digits_are_those_that_are_shown() {
        check(0.0, ColumnKind::Number, "0");
        check(1_234_567.0, ColumnKind::Money, "1234567");
        check(1234.5, ColumnKind::Money, "1234.50");
        check(-1234.5, ColumnKind::Number, "-1234.5");
        check(0.256, ColumnKind::Percent, "25.6");
        check(1e15, ColumnKind::Number, "1000000000000000");
    }

    #[test]
    fn what_is_looked_for_loses_its_marks() {
        assert_eq!(looked_for("1,234.5", ".", ","), Some("1234.5".to_owned()));
        assert_eq!(looked_for("1\u{a0}234,5\u{a0}%", ",", "\u{a0}"), Some("1234.5".to_owned()));
        assert_eq!(looked_for("GmbH", ".", ","), None);
        assert_eq!(looked_for(".", ".", ","), None);
    }
}
