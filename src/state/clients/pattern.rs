//! What is looked for in cells, and what it is replaced with.

use super::fold::Needle;

/// A text that is looked for.
pub struct Pattern {
    text: String,
    needle: Needle,
    matches_case: bool,
    is_whole: bool,
}

impl Pattern {
    /// Nothing for an empty text.
    pub fn new(text: &str, matches_case: bool, is_whole: bool) -> Option<Self> {
        let text = if is_whole { text.trim() } else { text };
        Some(Self { text: text.to_owned(), needle: Needle::new(text)?, matches_case, is_whole })
    }

    pub fn is_in(&self, text: &str) -> bool {
        if self.is_whole {
            let text = text.trim();
            return self.next(text, 0) == Some((0, text.len()));
        }
        self.next(text, 0).is_some()
    }

    /// The text with everything that was looked for replaced; nothing where it is not in it.
    pub fn replaced(&self, text: &str, with: &str) -> Option<String> {
        if self.is_whole {
            return self.is_in(text).then(|| with.to_owned());
        }
        let mut result = String::with_capacity(text.len());
        let mut from = 0;
        while let Some((start, end)) = self.next(text, from) {
            result.push_str(text.get(from..start)?);
            result.push_str(with);
            from = end;
        }
        result.push_str(text.get(from..)?);
        (from > 0).then_some(result)
    }

    /// Where the pattern begins and ends for the first time at or after `from`.
    fn next(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        if self.matches_case {
            let start = from + text.get(from..)?.find(&self.text)?;
            return Some((start, start + self.text.len()));
        }
        self.needle.find(text, from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, case: bool, whole: bool, text: &str, expected: Option<&str>) {
        let pattern = Pattern::new(pattern, case, whole).expect("a pattern");
        assert_eq!(pattern.replaced(text, "X"), expected.map(str::to_owned));
        assert_eq!(pattern.is_in(text), expected.is_some());
    }

    #[test]
    fn what_is_found_is_replaced() {
        check("gmbh", false, false, "GmbH & gmbh", Some("X & X"));
        check("gmbh", true, false, "GmbH & gmbh", Some("GmbH & X"));
        check("gmbh", false, true, "Nord GmbH", None);
        check("gmbh", false, true, " GmbH ", Some("X"));
        check("GmbH", true, true, "gmbh", None);
        check("aa", false, false, "aaaaa", Some("XXa"));
        check("елка", false, false, "ЗАО Ёлка", Some("ЗАО X"));
        check("有限", false, false, "杭州有限公司", Some("杭州X公司"));
        check(" ", false, false, "a b", Some("aXb"));
        check("zz", false, false, "a b", None);
        assert!(Pattern::new("", false, false).is_none());
        assert!(Pattern::new("  ", false, true).is_none());
    }
}
