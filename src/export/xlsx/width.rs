//! How wide a column must be for its texts.

/// The narrowest and the widest column, in digits of the spreadsheet's own letters.
const LEAST: usize = 8;
const MOST: usize = 60;
/// Room for the filter's button in a heading.
const BUTTON: usize = 3;

/// The widest of the texts that were looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Width(usize);

impl Width {
    pub fn of_heading(text: &str) -> Self {
        Self(letters(text) + BUTTON)
    }

    pub fn look(&mut self, text: &str) {
        self.0 = self.0.max(text.lines().map(letters).max().unwrap_or_default());
    }

    /// A number or a day of so many digits.
    pub fn look_at_digits(&mut self, digits: usize) {
        self.0 = self.0.max(digits);
    }

    /// In the spreadsheet's measure, with a little room at both sides.
    pub fn value(self) -> f64 {
        self.0.clamp(LEAST, MOST) as f64 + 1.5
    }
}

/// Chinese characters and emoji take the room of two letters.
fn letters(text: &str) -> usize {
    text.chars().map(|letter| if letter >= '\u{1100}' { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heading: &str, text: &str, expected: f64) {
        let mut width = Width::of_heading(heading);
        width.look(text);
        assert!((width.value() - expected).abs() < f64::EPSILON, "{}", width.value());
    }

    #[test]
    fn columns_are_as_wide_as_their_texts_within_limits() {
        check("A", "b", 9.5);
        check("A long heading", "b", 18.5);
        check("A", "上海贸易有限公司", 17.5);
        check("A", "two\nlines that differ", 18.5);
        check("A", &"x".repeat(500), 61.5);
    }
}
