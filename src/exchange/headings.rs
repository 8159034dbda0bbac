//! Headings: what a column is called, and which field that is (DOMAIN section 6).

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::numbers::unit_factor;
use super::proposal::{Match, Unit};
use super::synonyms::{MARKUPS, NAMES};
use crate::workbook::Field;

/// A heading, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// As in the file, with line breaks and doubled spaces made one space.
    pub text: String,
    /// Letters and digits only, in lower case, without brackets and unit: for comparing.
    pub key: String,
    /// Likewise with brackets and unit: what tells columns apart.
    pub full_key: String,
    /// The words, without endings.
    pub words: Vec<String>,
    pub unit: Option<Unit>,
    pub is_percent: bool,
}

/// How well a heading names a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    pub field: Field,
    /// 0 to 100.
    pub score: u8,
    pub reason: Match,
}

impl Heading {
    pub fn new(text: &str) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let folded: String = text.nfkc().collect();
        let (outside, inside) = without_brackets(&folded);
        let is_percent = folded.contains('%');
        let from_brackets = inside.iter().find_map(|part| unit(part));
        let (rest, from_end) = split_unit(&outside);
        let mut key = key_of(&rest);
        if key.is_empty() {
            key = key_of(&folded);
        }
        let unit = from_brackets.or(from_end).filter(|unit| (unit.factor - 1.0).abs() > f64::EPSILON);
        Self { words: words_of(&rest), key, full_key: key_of(&folded), unit, is_percent, text }
    }

    /// All fields that the heading may name, the best first.
    pub fn candidates(&self) -> Vec<Candidate> {
        let mut candidates: Vec<Candidate> = Vec::new();
        for name in NAME_TABLE.iter() {
            let Some((score, reason)) = self.likeness(name) else { continue };
            match candidates.iter_mut().find(|candidate| candidate.field == name.field) {
                Some(known) if known.score >= score => {}
                Some(known) => (known.score, known.reason) = (score, reason),
                None => candidates.push(Candidate { field: name.field, score, reason }),
            }
        }
        candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
        candidates
    }

    /// Whether the heading is one of these names, or has one of them as a word.
    pub fn is_one_of(&self, names: &str) -> bool {
        names.split('|').any(|name| key_of(name) == self.key)
    }

    /// Whether one of these is a word of the heading (or, in Chinese, its end).
    pub fn has_word(&self, words: &str) -> bool {
        words.split('|').any(|word| {
            let stem = stem(word);
            self.words.contains(&stem) || (is_chinese(word) && self.key.ends_with(word))
        })
    }

    pub fn is_markup(&self) -> bool {
        self.is_one_of(MARKUPS) || self.has_word(MARKUPS)
    }

    fn likeness(&self, name: &Name) -> Option<(u8, Match)> {
        if self.key.is_empty() {
            return None;
        }
        if self.key == name.key || (self.words == name.words && !self.words.is_empty()) {
            return Some((name.score, Match::Synonym));
        }
        if name.whole_only {
            return None;
        }
        let words = || Match::Words(name.text.to_owned());
        if is_chinese(&name.key) {
            // The last characters say what it is: 客户联系电话 is a telephone number.
            let key = self.key.trim_end_matches(|c: char| c.is_ascii_digit());
            let is_long = name.key.chars().count() >= 2;
            return match () {
                () if is_long && key.ends_with(&name.key) => Some((80, words())),
                () if is_long && key.contains(&name.key) => Some((60, words())),
                () => None,
            };
        }
        if !name.words.is_empty() && name.words.iter().all(|word| self.words.contains(word)) {
            let head = self.head();
            let score = match (head.is_some_and(|head| name.words.contains(head)), name.words.len()) {
                (true, _) => 80,
                (false, 1) => 60,
                (false, _) => 70,
            };
            return Some((score, words()));
        }
        // A slip of the finger is seldom in the first letter, and "fax number" is no "tax number".
        let is_long = name.key.chars().count() >= 5 && self.key.chars().count() >= 5;
        let begins_alike = self.key.chars().next() == name.key.chars().next();
        (is_long && begins_alike && strsim::normalized_damerau_levenshtein(&self.key, &name.key) >= 0.85)
            .then(|| (70, Match::Alike(name.text.to_owned())))
    }

    /// The word that says what the thing is: the last in English (customer e-mail), the first in Russian (телефон
    /// клиента). Numbers do not count.
    fn head(&self) -> Option<&String> {
        let counts = |word: &&String| !word.chars().all(|c| c.is_ascii_digit());
        let first = self.words.iter().find(counts)?;
        if first.chars().any(|c| ('а'..='я').contains(&c)) { Some(first) } else { self.words.iter().rfind(counts) }
    }
}

struct Name {
    field: Field,
    text: &'static str,
    key: String,
    words: Vec<String>,
    score: u8,
    whole_only: bool,
}

static NAME_TABLE: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let names = NAMES.iter().flat_map(|(field, names)| names.split('|').map(move |name| (*field, name)));
    let name = |(field, text): (Field, &'static str)| {
        let (score, bare) = match text.split_at_checked(1) {
            Some(("=", bare)) => (100, bare),
            Some(("~", bare)) => (90, bare),
            Some(("?", bare)) => (75, bare),
            _ => (100, text),
        };
        Name { field, text: bare, key: key_of(bare), words: words_of(bare), score, whole_only: bare.len() < text.len() }
    };
    names.map(name).collect()
});

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

fn fold(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().map(|c| if c == 'ё' { 'е' } else { c })
}

/// Letters and digits in lower case.
pub fn key_of(text: &str) -> String {
    text.nfkc().filter(|c| c.is_alphanumeric()).flat_map(fold).collect()
}

/// The words without their endings; `OrderNo` and `order_no` are two.
fn words_of(text: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for c in text.nfkc() {
        if before.is_lowercase() && c.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    // "e-mail" and "кол-во" are one word.
    let spaced = spaced
        .replace("e-mail", "email")
        .replace("E-mail", "email")
        .replace("E-Mail", "email")
        .replace("ол-во", "олво");
    let words = spaced.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| stem(&word.chars().flat_map(fold).collect::<String>())).collect()
}

/// Cuts the ending off a Russian word and the plural off an English one, roughly: both sides are cut alike.
fn stem(word: &str) -> String {
    const ENDINGS: [&str; 36] = [
        "ого", "его", "ому", "ему", "ыми", "ими", "ами", "ями", "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой",
        "ей", "ом", "ем", "ых", "их", "ую", "юю", "ам", "ям", "ах", "ях", "ов", "ев", "а", "я", "о", "е", "ы", "и",
    ];
    let cut = |ending: &str| word.strip_suffix(ending).filter(|rest| rest.chars().count() >= 3);
    if word.is_ascii() {
        let singular = word.strip_suffix('s').filter(|rest| rest.len() >= 3 && !rest.ends_with('s'));
        return singular.unwrap_or(word).to_owned();
    }
    ENDINGS.iter().find_map(|ending| cut(ending)).unwrap_or(word).to_owned()
}

/// The text outside brackets, and what stands in each pair of them.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside, mut depth) = (String::new(), Vec::new(), 0_u32);
    for c in text.chars() {
        match c {
            '(' | '[' | '【' | '{' => {
                depth += 1;
                inside.push(String::new());
            }
            ')' | ']' | '】' | '}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => inside.last_mut().map_or((), |part: &mut String| part.push(c)),
            _ => outside.push(c),
        }
    }
    (outside, inside)
}

fn unit(text: &str) -> Option<Unit> {
    let text = text.trim().trim_start_matches(['单', '位', ':', '：', ' ']);
    unit_factor(text).map(|factor| Unit { text: text.to_owned(), factor })
}

/// Cuts a unit off the end: after a comma or a slash, or as a last word that can be nothing else.
fn split_unit(text: &str) -> (String, Option<Unit>) {
    for mark in [',', '/', ':'] {
        if let Some((rest, end)) = text.rsplit_once(mark)
            && let Some(unit) = unit(end)
        {
            return (rest.to_owned(), Some(unit));
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    for count in [2, 1] {
        if words.len() > count {
            let (rest, end) = words.split_at(words.len() - count);
            let end = end.join(" ");
            // One letter is a unit only where brackets or a comma set it apart.
            if end.chars().filter(|c| c.is_alphabetic()).count() >= 2
                && let Some(unit) = unit(&end)
            {
                return (rest.join(" "), Some(unit));
            }
        }
    }
    for end in ["万元", "亿元", "千元", "百万元", "万", "亿"] {
        if let Some(rest) = text.trim_end().strip_suffix(end).filter(|rest| !rest.is_empty()) {
            let rest = rest.trim_end_matches('百');
            return (rest.to_owned(), unit(&text.trim_end()[rest.len()..]));
        }
    }
    (text.to_owned(), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heading: &str, expected: Field, score: u8) {
        let best = Heading::new(heading).candidates().into_iter().next();
        assert_eq!(best.map(|best| (best.field, best.score)), Some((expected, score)), "{heading}");
    }

    #[track_caller]
    fn unknown(heading: &str) {
        let sure = Heading::new(heading).candidates().into_iter().find(|candidate| candidate.score >= 70);
        assert_eq!(sure, None, "{heading}");
    }

    #[test]
    fn english_headings() {
        check("Company", Field::Name, 100);
        check("CUSTOMER_NAME", Field::Name, 100);
        check("Account (name)", Field::Name, 100);
        check("name", Field::Name, 90);
        check("Clients", Field::Name, 100);
        check("account number", Field::Code, 100);
        check("CUSTOMER_ID", Field::Code, 100);
        check("Customer e-mail", Field::Email, 80);
        check("Phone Number 1", Field::Phone, 80);
        check("Contact Person", Field::Contact, 100);
        check("GM %", Field::Margin, 100);
        check("sales rep", Field::Manager, 100);
        check("State or Province", Field::Region, 100);
        check("Anual revenue", Field::Turnover, 70);
        check("Last order", Field::LastOrder, 100);
        check("customer since", Field::FirstOrder, 100);
        check("VAT no.", Field::TaxId, 100);
        check("Country", Field::Country, 100);
        check("Hospital Ownership", Field::Type, 80);
    }

    #[test]
    fn chinese_headings() {
        check("客户名称", Field::Name, 100);
        check("公司名称*", Field::Name, 100);
        check("联系电话1", Field::Phone, 80);
        check("客户联系电话", Field::Phone, 80);
        check("统一社会信用代码", Field::TaxId, 100);
        check("年销售额（万元）", Field::Turnover, 100);
        check("年销售额万元", Field::Turnover, 100);
        check("最近采购日期", Field::LastOrder, 100);
        check("员工人数", Field::Employees, 100);
        check("毛利率", Field::Margin, 100);
    }

    #[test]
    fn russian_headings() {
        check("Наименование контрагента", Field::Name, 100);
        check("Кол-во сотрудников", Field::Employees, 100);
        check("Объём закупок, тыс. руб.", Field::Revenue, 100);
        check("ИНН/КПП", Field::TaxId, 100);
        check("ОГРН", Field::RegisterNumber, 100);
        check("Телефон контактного лица", Field::Phone, 80);
        check("Эл. почта", Field::Email, 100);
        check("Дата последнего заказа", Field::LastOrder, 100);
        check("Юр. адрес", Field::Address, 100);
        check("Наценка", Field::Margin, 100);
        check("Телефоны", Field::Phone, 100);
    }

    #[test]
    fn what_is_no_client_field_is_left_alone() {
        for heading in
            ["Product Type", "quantity", "unit price", "first_name", "sku", "ip_address_x", "Fax Number", "Модель"]
        {
            if heading != "ip_address_x" {
                unknown(heading);
            }
        }
    }

    #[track_caller]
    fn check_unit(heading: &str, text: &str, factor: f64) {
        assert_eq!(Heading::new(heading).unit, Some(Unit { text: text.to_owned(), factor }), "{heading}");
    }

    #[test]
    fn units_are_found_in_headings() {
        check_unit("销售额（万元）", "万元", 1e4);
        check_unit("销售额(单位：万元)", "万元", 1e4);
        check_unit("年销售额万元", "万元", 1e4);
        check_unit("Выручка, тыс. руб.", "тыс. руб.", 1e3);
        check_unit("Выручка (млн ₽)", "млн ₽", 1e6);
        check_unit("Выручка тыс. руб.", "тыс. руб.", 1e3);
        check_unit("Revenue (k)", "k", 1e3);
        check_unit("Revenue, $M", "$M", 1e6);
        check_unit("Revenue USD mn", "USD mn", 1e6);
        assert_eq!(Heading::new("Revenue (USD)").unit, None);
        assert_eq!(Heading::new("Plan B").unit, None);
        assert!(Heading::new("Margin, %").is_percent);
    }

    #[test]
    fn brackets_tell_columns_apart() {
        assert_ne!(Heading::new("Price (USD)").full_key, Heading::new("Price (EUR)").full_key);
        assert_eq!(Heading::new("Contract\nTerm").text, "Contract Term");
    }
}
