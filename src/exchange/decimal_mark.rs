//! Comma or point: which of them a column uses for its fractions.

use super::conventions::DecimalMark;
use super::numbers::read;

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
        if let Some(mark) = plain(text) {
            match mark {
                DecimalMark::Point => self.point += 1,
                DecimalMark::Comma => self.comma += 1,
            }
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

/// The mark of the most frequent form, quickly: digits, one mark, and a fraction that is no group of thousands.
fn plain(text: &str) -> Option<DecimalMark> {
    let bytes = text.strip_prefix('-').unwrap_or(text).as_bytes();
    let at = bytes.iter().position(|byte| !byte.is_ascii_digit()).filter(|at| *at > 0)?;
    let fraction = bytes.get(at + 1..)?;
    let is_fraction = matches!(fraction.len(), 1 | 2 | 4..) && fraction.iter().all(u8::is_ascii_digit);
    match bytes.get(at) {
        Some(b'.') if is_fraction => Some(DecimalMark::Point),
        Some(b',') if is_fraction => Some(DecimalMark::Comma),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_mark(texts: &[&str], expected: DecimalMark) {
        let mut finder = MarkFinder::default();
        for text in texts {
            finder.look(text);
        }
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
}
