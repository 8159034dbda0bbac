//! Letters as they are compared when capitals and small letters are the same.

/// The small letter; ё is е, as people type it.
pub fn fold(letter: char) -> char {
    let small =
        if letter.is_ascii() { letter.to_ascii_lowercase() } else { letter.to_lowercase().next().unwrap_or(letter) };
    if small == 'ё' { 'е' } else { small }
}

/// All letters that fold to this one.
fn unfolded(letter: char) -> impl Iterator<Item = char> {
    let capital = letter.to_uppercase().next().unwrap_or(letter);
    let yo = if letter == 'е' { ['ё', 'Ё'] } else { [letter; 2] };
    [letter, capital].into_iter().chain(yo)
}

/// A text that is looked for in many texts at once.
pub struct Needle {
    letters: Vec<char>,
    /// Whether a byte may be the last one of the first letter.
    starts: [bool; 256],
}

impl Needle {
    /// Nothing for an empty text.
    pub fn new(text: &str) -> Option<Self> {
        let letters: Vec<char> = text.chars().map(fold).collect();
        let mut starts = [false; 256];
        let mut bytes = [0; 4];
        for letter in unfolded(*letters.first()?) {
            let last = letter.encode_utf8(&mut bytes).bytes().last().unwrap_or_default();
            starts[usize::from(last)] = true;
        }
        Some(Self { letters, starts })
    }

    pub fn is_in(&self, text: &str) -> bool {
        self.find(text, 0).is_some()
    }

    /// Where the needle begins and ends for the first time at or after `from`.
    pub fn find(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let bytes = text.as_bytes();
        let mut at = from;
        while let Some(found) = bytes.get(at..)?.iter().position(|byte| self.starts[usize::from(*byte)]) {
            let last = at + found;
            let start = (last.saturating_sub(3)..=last).rev().find(|start| text.is_char_boundary(*start))?;
            if let Some(length) = text.get(start..).and_then(|rest| self.length_at(rest)) {
                return Some((start, start + length));
            }
            at = last + 1;
        }
        None
    }

    /// How many bytes of the text's beginning are the needle.
    fn length_at(&self, text: &str) -> Option<usize> {
        let mut letters = text.char_indices();
        for expected in &self.letters {
            letters.next().filter(|(_, letter)| fold(*letter) == *expected)?;
        }
        Some(letters.next().map_or(text.len(), |(end, _)| end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(needle: &str, text: &str, expected: bool) {
        assert_eq!(Needle::new(needle).is_some_and(|needle| needle.is_in(text)), expected, "{needle} in {text}");
    }

    #[test]
    fn capitals_and_yo_do_not_matter() {
        check("gmbh", "Nordwind GmbH", true);
        check("ГМБ", "ооо «гмб»", true);
        check("елка", "ЗАО Ёлка", true);
        check("ёлка", "зао елка", true);
        check("有限", "杭州晟川有限公司", true);
        check("有線", "杭州晟川有限公司", false);
        check("ab", "a", false);
        check("aab", "aaab", true);
        check("", "a", false);
        check("é", "CAFÉ", true);
    }
}
