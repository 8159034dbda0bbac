//! Words in a name that speak for a public owner (DOMAIN 5.2, item 5).
//!
//! One pass over the bytes: a list has 100,000 names, nearly all of them of no interest, so each token is turned away by
//! its first letter and its length, and only names with compatibility characters (full-width letters) are normalised.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::cyrillic_words::{Meaning, Token};
use super::han_words;

/// A word that speaks for the state and how much, 0 to 100, with its place in the text that was scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub score: u8,
    pub start: usize,
    pub end: usize,
}

/// Scores of DOMAIN 5.2.
pub(super) const RUSSIAN: u8 = 90;
pub(super) const STRONG: u8 = 80;
pub(super) const WEAK: u8 = 50;

/// The score of a name's strongest word; 0 where no word speaks for the state.
pub(super) fn score(name: &str) -> u8 {
    match scan(name) {
        Scan { plain: true, hit } => hit.map_or(0, |hit| hit.score),
        _ => scan(&normalised(name)).hit.map_or(0, |hit| hit.score),
    }
}

/// A name's strongest word as it is written there, and its score.
pub(super) fn strongest(name: &str) -> Option<(String, u8)> {
    let text = if scan(name).plain { Cow::Borrowed(name) } else { Cow::Owned(normalised(name)) };
    let hit = scan(&text).hit?;
    Some((text.get(hit.start..hit.end)?.trim().to_owned(), hit.score))
}

fn normalised(name: &str) -> String {
    name.nfkc().collect()
}

/// What one pass found.
struct Scan {
    hit: Option<Hit>,
    /// Whether the text was free of characters that must be normalised first.
    plain: bool,
}

/// Words of two tokens: what the token before opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opened {
    Nothing,
    Non,
    State,
    Federal,
    Public,
    City,
}

fn scan(text: &str) -> Scan {
    let bytes = text.as_bytes();
    let mut best: Option<Hit> = None;
    let mut plain = true;
    let mut opened = (Opened::Nothing, 0);
    let mut is_private = false;
    let mut tokens = 0_u32;
    let mut at = 0;
    let better = |best: &mut Option<Hit>, score: u8, start: usize, end: usize| {
        if score > best.map_or(0, |hit| hit.score) {
            *best = Some(Hit { score, start, end });
        }
    };
    while let Some(&byte) = bytes.get(at) {
        match CLASS[byte as usize] {
            Class::Separator(length) => at += length as usize,
            Class::Latin => {
                let start = at;
                while bytes.get(at).is_some_and(|byte| CLASS[*byte as usize] == Class::Latin) {
                    at += 1;
                }
                tokens += 1;
                let (score, next) = latin(&bytes[start..at], opened.0);
                if score > 0 {
                    let from = if opened.0 == Opened::Nothing { start } else { opened.1 };
                    better(&mut best, score, from, at);
                }
                opened = (next, start);
            }
            Class::Cyrillic => {
                let start = at;
                let mut token = Token::default();
                while let (Some(&first), Some(&second)) = (bytes.get(at), bytes.get(at + 1))
                    && CLASS[first as usize] == Class::Cyrillic
                {
                    token.push(first, second);
                    at += 2;
                }
                tokens += 1;
                opened = (Opened::Nothing, 0);
                match token.meaning(tokens == 1) {
                    Meaning::Nothing => {}
                    Meaning::Private => is_private = true,
                    Meaning::State(score) => better(&mut best, score, start, at),
                }
            }
            Class::Han => {
                if let Some((score, end)) = han_words::at(text, at) {
                    better(&mut best, score, at, end);
                }
                opened = (Opened::Nothing, 0);
                at += 3;
            }
            Class::Wide => {
                // Brackets and punctuation of Chinese texts separate; full-width letters are letters in disguise.
                let next = (bytes.get(at + 1).copied(), bytes.get(at + 2).copied());
                let is_bracket = byte == 0xEF && matches!(next, (Some(0xBC), Some(0x80..=0x8F)));
                plain &= is_bracket;
                at += 3;
            }
            Class::Mark => {
                plain = false;
                at += 2;
            }
        }
    }
    // A company form of private law beside an office's word: "ООО «Департамент»" may be anybody.
    if is_private && let Some(hit) = &mut best {
        hit.score = hit.score.min(WEAK);
    }
    Scan { hit: best, plain }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// The first byte of a character of no interest, with the number of its bytes.
    Separator(u8),
    /// ASCII letters and digits, and all bytes of Latin letters with accents.
    Latin,
    /// The first byte of a Cyrillic letter.
    Cyrillic,
    /// The first byte of a Chinese character.
    Han,
    /// The first byte of compatibility characters, full-width letters among them.
    Wide,
    /// The first byte of combining marks.
    Mark,
}

static CLASS: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut classes = [Class::Separator(1); 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            // Continuation bytes are met only inside a Latin letter with an accent: other characters are skipped whole.
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | 0xC3..=0xCB | 0x80..=0xBF => Class::Latin,
            0xCC | 0xCD => Class::Mark,
            0xD0 | 0xD1 => Class::Cyrillic,
            0xE4..=0xE9 => Class::Han,
            0xEF => Class::Wide,
            0xC0..=0xDF => Class::Separator(2),
            0xE0..=0xEE => Class::Separator(3),
            0xF0..=0xFF => Class::Separator(4),
            _ => Class::Separator(1),
        };
        byte += 1;
    }
    classes
}

/// The score of a Latin token after another, and what it opens for the next.
fn latin(token: &[u8], before: Opened) -> (u8, Opened) {
    let is = |word: &str| token.eq_ignore_ascii_case(word.as_bytes());
    let after = |opener: Opened| if before == opener { STRONG } else { 0 };
    let Some(first) = token.first() else { return (0, Opened::Nothing) };
    match (first | 0x20, token.len()) {
        (b'n', 3) if is("non") => (0, Opened::Non),
        (b's', 5) if is("state") => (0, Opened::State),
        (b'f', 7) if is("federal") => (0, Opened::Federal),
        (b'p', 6) if is("public") => (0, Opened::Public),
        (b'c', 4) if is("city") => (0, Opened::City),
        (b'o', 5) if is("owned") => (after(Opened::State), Opened::Nothing),
        (b'u', 10) if is("university") => (after(Opened::State), Opened::Nothing),
        (b'a', 6) if is("agency") => (after(Opened::Federal), Opened::Nothing),
        (b'a', 9) if is("authority") => (after(Opened::Public), Opened::Nothing),
        (b'c', 7) if is("council") => (after(Opened::City), Opened::Nothing),
        (b'm', 8) if is("ministry") => (STRONG, Opened::Nothing),
        (b'm', 9) if is("municipal") => (STRONG, Opened::Nothing),
        (b'm', 12) if is("municipality") => (STRONG, Opened::Nothing),
        (b'g', 10) if is("government") && before != Opened::Non => (STRONG, Opened::Nothing),
        _ => (0, Opened::Nothing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Option<(&str, u8)>) {
        let found = strongest(name);
        assert_eq!(found.as_ref().map(|(word, score)| (word.as_str(), *score)), expected, "{name}");
        assert_eq!(score(name), expected.map_or(0, |(_, score)| score), "{name}");
    }

    #[test]
    fn english_names() {
        check("State-Owned Assets Fund", Some(("State-Owned", 80)));
        check("A state owned company", Some(("state owned", 80)));
        check("Riga Municipal Police", Some(("Municipal", 80)));
        check("MINISTRY OF TRANSPORT", Some(("MINISTRY", 80)));
        check("Federal Agency for Water", Some(("Federal Agency", 80)));
        check("Port Public Authority", Some(("Public Authority", 80)));
        check("Leeds City Council", Some(("City Council", 80)));
        check("Kent State University", Some(("State University", 80)));
        check("Government Offices", Some(("Government", 80)));
        check("State Street Corporation", None);
        check("Real Estate Partners", None);
        check("Interstate Batteries", None);
        check("Non-Government Fund", None);
        check("Federal Express", None);
        check("Public Storage", None);
        check("City Cafe", None);
        check("Governmentality Ltd", None);
        check("", None);
    }

    #[test]
    fn russian_names() {
        check("ФГУП «Почта»", Some(("ФГУП", 90)));
        check("МУП Водоканал", Some(("МУП", 90)));
        check("мбоу сош № 5", Some(("мбоу", 90)));
        check("Министерство финансов", Some(("Министерство", 90)));
        check("Казанский государственный университет", Some(("государственный", 90)));
        check("Муниципальное предприятие", Some(("Муниципальное", 90)));
        check("Негосударственный пенсионный фонд", None);
        check("ООО Негосударственный пенсионный фонд", None);
        check("Управление образования", Some(("Управление", 90)));
        check("Центр Управление проектами", None);
        check("ГК Восток", Some(("ГК", 20)));
        check("ООО «Департамент»", Some(("Департамент", 50)));
        check("ООО Группа", None);
        check("Супермаркет МУПер", None);
        check("ООО «Гупта Трейд»", None);
        check("АО Госкорпорация Ростех", Some(("Госкорпорация", 90)));
        check("Правительствоград", None);
    }

    #[test]
    fn chinese_names() {
        check("上海国有资本投资有限公司", Some(("国有", 80)));
        check("中国有色金属股份有限公司", None);
        check("中国有限公司", None);
        check("中国家具有限公司", None);
        check("韩国家电有限公司", None);
        check("国家电网", Some(("国家", 80)));
        check("杭州市人民政府", Some(("人民政府", 80)));
        check("某区管理委员会", Some(("委员会", 80)));
        check("幸福小区业主委员会", None);
        check("广东省财政厅", Some(("厅", 80)));
        check("海底餐厅", None);
        check("海底餐厅有限公司", None);
        check("青岛市公安局", Some(("公安局", 80)));
        check("朝阳区人民法院", Some(("法院", 80)));
        check("中华书局", None);
        check("同仁药局", None);
        check("财政厅路便利店", None);
        check("市第一公立学校", Some(("公立", 80)));
        check("办公立体科技", None);
        check("中国远山集团有限公司", Some(("中国远山集团", 50)));
        check("山海集团有限公司", None);
        check("某某城投发展", Some(("城投", 50)));
        check("中国石化江苏分公司", Some(("中国石化", 50)));
        check("人民医院", None);
    }

    #[test]
    fn letters_in_disguise_are_read() {
        check("ＭＩＮＩＳＴＲＹ of Water", Some(("MINISTRY", 80)));
        check("华兴（集团）有限公司", None);
        check("国营（杭州）工厂", Some(("国营", 80)));
        check("«Ministry»", Some(("Ministry", 80)));
        check("O’Ministry’s", Some(("Ministry", 80)));
        check("Ésministry", None);
        check("Café Municipal", Some(("Municipal", 80)));
    }
}
