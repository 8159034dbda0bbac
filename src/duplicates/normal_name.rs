//! A company's name without what different people write differently about the same company.

use super::legal_forms::{CHINESE_AFFIXES, CHINESE_SUFFIXES, CONNECTIVES, FORMS, ONLY_BEHIND, PHRASES};

/// The name as it is compared: lower case, without quotes, punctuation and legal form, its words apart by one space,
/// Chinese characters without spaces between them. Never empty where the name is not: what is nothing but a legal form
/// stays as it is.
pub fn normal_name(name: &str) -> String {
    let words = words(name);
    let mut kept: Vec<&str> = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let phrase = PHRASES.iter().find(|phrase| words[at..].starts_with_words(phrase));
        if let Some(phrase) = phrase {
            at += phrase.len();
            continue;
        }
        at += 1;
        if !is_form(word) || ONLY_BEHIND.contains(&word.as_str()) && !words[at..].iter().all(|word| is_form(word)) {
            kept.push(word);
        }
    }
    let short = without_chinese_form(&joined(&kept));
    if !short.is_empty() {
        return short;
    }
    let all: Vec<&str> = words.iter().map(String::as_str).collect();
    let plain = joined(&all);
    if plain.is_empty() { name.trim().to_lowercase() } else { plain }
}

/// Whether a character is written without spaces to its neighbours.
pub(super) fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_form(word: &str) -> bool {
    FORMS.binary_search(&word).is_ok() || CONNECTIVES.contains(&word)
}

trait Words {
    fn starts_with_words(&self, phrase: &[&str]) -> bool;
}

impl Words for [String] {
    fn starts_with_words(&self, phrase: &[&str]) -> bool {
        self.len() >= phrase.len() && self.iter().zip(phrase).all(|(word, wanted)| word == wanted)
    }
}

/// The words in plain lower-case letters. "S.p.A." and "А. В." are one word each.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    // Letters that stand alone ("S.A.", "G m b H") belong together.
    let mut initials = String::new();
    let mut end = |word: &mut String| {
        let is_initial =
            word.chars().count() == 1 && word.chars().all(|letter| letter.is_alphabetic() && !is_han(letter));
        if is_initial {
            initials.push_str(word);
        } else if !word.is_empty() {
            if !initials.is_empty() {
                words.push(std::mem::take(&mut initials));
            }
            words.push(std::mem::take(word));
        }
        word.clear();
    };
    for letter in name.chars() {
        match letter {
            '\u{306}' if word.ends_with('и') => {
                word.pop();
                word.push('й');
            }
            // An apostrophe stands inside a word, a mark over its letter.
            '\'' | '’' | '‘' | 'ʼ' | '`' | '\u{300}'..='\u{36f}' => {}
            _ => letter.to_lowercase().for_each(|letter| match plain(letter) {
                Some(plain) => word.push_str(plain),
                None if letter.is_alphanumeric() => word.push(narrow(letter)),
                None if ('\u{ff01}'..='\u{ff5e}').contains(&letter) && narrow(letter).is_alphanumeric() => {
                    word.push(narrow(letter));
                }
                None if matches!(letter, '\u{300}'..='\u{36f}') => {}
                None => end(&mut word),
            }),
        }
    }
    end(&mut word);
    if !initials.is_empty() {
        words.push(initials);
    }
    words
}

fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter).to_ascii_lowercase(),
        other => other,
    }
}

/// Letters that some write with a mark, and others without.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ё' => "е",
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' | 'ä' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ł' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ő' | 'ö' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ů' | 'ű' | 'ū' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        _ => return None,
    })
}

/// Words with a space between them, but none beside a Chinese character.
fn joined(words: &[&str]) -> String {
    let mut text = String::new();
    for word in words {
        let touches = text.chars().next_back().is_none_or(is_han) || word.chars().next().is_some_and(is_han);
        if !touches {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

fn without_chinese_form(name: &str) -> String {
    if !name.chars().any(is_han) {
        return name.to_owned();
    }
    let mut rest = name;
    for affix in CHINESE_AFFIXES {
        rest = rest.strip_prefix(affix).unwrap_or(rest);
    }
    // A branch is another place of the same company, and not the company.
    while !rest.ends_with("分公司") && !rest.ends_with("子公司") {
        match CHINESE_SUFFIXES.iter().find_map(|suffix| rest.strip_suffix(suffix)) {
            Some(shorter) => rest = shorter,
            None => break,
        }
    }
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(normal_name(name), expected, "{name}");
    }

    #[test]
    fn the_legal_form_and_the_quotes_are_not_the_name() {
        check("Acme Trading Ltd.", "acme trading");
        check("ACME TRADING LIMITED", "acme trading");
        check("Acme, Inc.", "acme");
        check("Müller & Söhne GmbH & Co. KG", "muller sohne");
        check("MULLER SOHNE G.m.b.H.", "muller sohne");
        check("Société Générale S.A.", "societe generale");
        check("Ferrero S.p.A.", "ferrero");
        check("Budimex Sp. z o.o.", "budimex");
        check("Škoda a.s.", "skoda");
        check("Naïve Systems s.r.o.", "naive systems");
        check("ООО «Ромашка»", "ромашка");
        check("Ромашка, ООО", "ромашка");
        check("Общество с ограниченной ответственностью \"Ромашка\"", "ромашка");
        check("ПАО Сбербанк", "сбербанк");
        check("ИП Щукин Ёжи А. В.", "щукин ежи ав");
        check("Индивидуальный предприниматель Щукин Ежи А.В.", "щукин ежи ав");
        check("上海朗格机械有限公司", "上海朗格机械");
        check("上海 朗格 机械 股份有限公司", "上海朗格机械");
        check("华为（集团）有限责任公司", "华为");
        check("ＡＢＣ贸易有限公司", "abc贸易");
        check("O’Neill and Sons LLC", "oneill sons");
    }

    #[test]
    fn what_tells_two_clients_apart_stays() {
        check("Filiale 2", "filiale 2");
        check("Wellness Spa Hotel GmbH", "wellness spa hotel");
        check("Zoo Berlin AG", "zoo berlin");
        check("A&B Consulting", "ab consulting");
        check("中国银行上海分公司", "中国银行上海分公司");
        check("北京市第四医院", "北京市第四医院");
        check("Завод № 7", "завод 7");
        check("Агро", "агро");
    }

    #[test]
    fn nothing_but_a_form_is_the_name() {
        check("GmbH", "gmbh");
        check("ООО", "ооо");
        check("有限公司", "有限公司");
        check("  ", "");
        check("—", "—");
        check("", "");
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same() {
        check("Cafe\u{301} Йод", "cafe йод");
        check("Иод и\u{306}од", "иод йод");
    }

    #[test]
    fn the_list_of_forms_is_in_order() {
        assert!(FORMS.is_sorted());
    }
}
