//! What is left of a client's name when two lists are compared.

use unicode_normalization::UnicodeNormalization;

/// Russian legal forms written out, which are several words.
const PHRASES: [&str; 8] = [
    "общество с ограниченной ответственностью",
    "публичное акционерное общество",
    "открытое акционерное общество",
    "закрытое акционерное общество",
    "непубличное акционерное общество",
    "акционерное общество",
    "индивидуальный предприниматель",
    "sp z oo",
];

/// Legal forms that stand before or behind a name.
const AROUND: [&str; 13] = ["ооо", "оао", "зао", "пао", "нао", "ао", "ип", "фгуп", "гуп", "муп", "тоо", "чп", "тов"];

/// Legal forms that only stand behind a name: as first words they are a part of it.
const BEHIND: [&str; 38] = [
    "ltd",
    "limited",
    "llc",
    "llp",
    "lp",
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "co",
    "company",
    "plc",
    "pty",
    "pte",
    "gmbh",
    "mbh",
    "ag",
    "kg",
    "kgaa",
    "ohg",
    "ug",
    "se",
    "sa",
    "sas",
    "sarl",
    "srl",
    "spa",
    "sl",
    "bv",
    "nv",
    "oy",
    "oyj",
    "ab",
    "as",
    "aps",
    "sro",
    "kft",
    "doo",
];

/// Chinese legal forms: the end of a name, without a space before it. The longer first.
const HAN: [&str; 5] = ["股份有限公司", "有限责任公司", "有限公司", "股份公司", "股份"];

/// A client's name without what lists write differently: case, spaces, punctuation, legal forms (DOMAIN section 6). Two
/// names that give the same text may be one client. Empty only where the name has neither letters nor digits.
pub fn normal_name(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.nfkc().flat_map(char::to_lowercase) {
        match letter {
            'ё' => folded.push('е'),
            // Within an abbreviation (s.r.o., L.L.C.) or a word (O'Neill) they part nothing.
            '.' | '\'' | '’' | '`' => {}
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    for phrase in PHRASES {
        if let Some(at) = folded.find(phrase) {
            folded.replace_range(at..at + phrase.len(), " ");
        }
    }
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut kept = words.as_slice();
    while let [first, rest @ ..] = kept
        && AROUND.contains(first)
    {
        kept = rest;
    }
    while let [rest @ .., last] = kept
        && (AROUND.contains(last) || BEHIND.contains(last))
    {
        kept = rest;
    }
    let joined = kept.concat();
    let shorter = HAN.iter().find_map(|form| joined.strip_suffix(form)).unwrap_or(&joined);
    // A name that is nothing but a legal form is all there is to go by.
    if shorter.is_empty() { words.concat() } else { shorter.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(normal_name(name), expected, "{name}");
    }

    #[test]
    fn what_lists_write_differently_is_left_out() {
        check("ООО «Ромашка»", "ромашка");
        check("Ромашка, ООО", "ромашка");
        check("Общество с ограниченной ответственностью \"Ромашка\"", "ромашка");
        check("ПАО «Пчёлка-2»", "пчелка2");
        check("  Acme  Trading Co., Ltd. ", "acmetrading");
        check("ACME TRADING", "acmetrading");
        check("Müller GmbH & Co. KG", "müller");
        check("Naïve Systems s.r.o.", "naïvesystems");
        check("Kowalski Sp. z o.o.", "kowalski");
        check("上海朗格机械有限公司", "上海朗格机械");
        check("镕𠮷餐饮(深圳)股份有限公司", "镕𠮷餐饮深圳");
        check("O'Neill, Inc.", "oneill");
    }

    #[test]
    fn a_name_never_vanishes() {
        check("ООО", "ооо");
        check("Limited", "limited");
        check("AS Roma", "asroma");
        check("股份有限公司", "股份有限公司");
        check("—", "");
    }
}
