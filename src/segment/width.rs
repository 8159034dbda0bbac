//! Full-width letters and digits as plain ones.
//!
//! Chinese lists mix "ＡＢＣ" with "ABC". Full compatibility normalisation would do more, but its tables would be an
//! eighth of the whole page, and names hold nothing else of what it unifies.

/// A full-width character in its plain form; any other as it is.
pub(super) fn plain(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn full_width_letters_become_plain_and_others_stay() {
        assert_eq!("ＡＢｃ（１２）\u{3000}国企ё".chars().map(plain).collect::<String>(), "ABc(12) 国企ё");
    }
}
