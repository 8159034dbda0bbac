//! Texts that call a row a total.

/// How clearly a text says that its row is a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// Nothing but that: `Total`, `Итого:`, `合计`.
    Exact,
    /// And of what: `Total for Berlin`, `Итого по Москве`, `Subtotal: north`.
    OfSomething,
    /// It may be a name as well: `Total Energy GmbH`, `Berlin total`.
    Perhaps,
}

/// Longer ones first.
const WORDS: [&str; 13] = [
    "промежуточный итог",
    "общий итог",
    "grand total",
    "sub-total",
    "sub total",
    "subtotals",
    "subtotal",
    "totals",
    "total",
    "итого",
    "всего",
    "итог",
    "sum total",
];
const CHINESE: [&str; 8] = ["合计", "总计", "小计", "共计", "合計", "總計", "小計", "共計"];
const CONNECTIVES: [&str; 12] = ["for", "of", "by", "in", "per", "по", "за", "на", "к", "в", "с", "от"];

impl Label {
    pub fn of(text: &str) -> Option<Self> {
        // A total is called by a few words; long texts are something else, and there may be many of them.
        if text.len() > 120 || !may_be(text) {
            return None;
        }
        let lower = text.to_lowercase();
        let label = lower.trim_matches(|c: char| !c.is_alphanumeric());
        if let Some(rest) = CHINESE.iter().find_map(|word| label.strip_prefix(word)) {
            return Some(if has_letters(rest) { Self::Perhaps } else { Self::Exact });
        }
        if CHINESE.iter().any(|word| label.ends_with(word)) {
            return Some(Self::Perhaps);
        }
        let begins = |word: &str| {
            label.strip_prefix(word).filter(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '&'))
        };
        if let Some(rest) = WORDS.iter().find_map(|word| begins(word)) {
            return Some(Self::of_rest(rest));
        }
        let ends = |word: &str| label.strip_suffix(word).is_some_and(|before| before.ends_with(' '));
        WORDS.iter().any(|word| ends(word)).then_some(Self::Perhaps)
    }

    fn of_rest(rest: &str) -> Self {
        let first = rest.split_whitespace().next().unwrap_or("");
        if !has_letters(rest) {
            Self::Exact
        } else if rest.trim_start().starts_with([':', '(', ','])
            || CONNECTIVES.contains(&first)
            || first == "-"
            || first == "–"
        {
            Self::OfSomething
        } else {
            Self::Perhaps
        }
    }
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// A quick look before the text is taken apart.
fn may_be(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| c.is_alphanumeric());
    let begins = signs.next().is_some_and(|first| "tTsSgGиИвВпПоО合总總小共".contains(first));
    begins || signs.next_back().is_some_and(|last| "lLsSоОгГ计計".contains(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Label>) {
        assert_eq!(Label::of(text), expected, "{text}");
    }

    #[test]
    fn totals_are_known_in_three_languages() {
        for text in
            ["Total", "TOTAL:", "Grand total", "Sub-total", "Totals 2024", "Итого:", "ВСЕГО", "合计", "总计：", "小計"]
        {
            check(text, Some(Label::Exact));
        }
        for text in ["Total for Berlin", "Subtotal: north", "Итого по Москве", "Total (EUR)"] {
            check(text, Some(Label::OfSomething));
        }
        for text in ["Berlin Total", "Total Energy GmbH", "北京小计"] {
            check(text, Some(Label::Perhaps));
        }
    }

    #[test]
    fn other_words_are_no_totals() {
        for text in ["TotalEnergies SE", "Totally Fresh Ltd", "Итоговая Система", "Acme", "Всеволод", "设计院", ""]
        {
            check(text, None);
        }
    }
}
