//! Which currency a new workbook may count in.

use crate::exchange::{Action, Proposal};
use crate::i18n::Locale;
use crate::workbook::ColumnKind;

/// The currencies that are offered (ISO 4217).
pub const OFFERED: [&str; 18] = [
    "EUR", "USD", "CNY", "RUB", "GBP", "CHF", "JPY", "INR", "HKD", "KZT", "BYN", "UAH", "PLN", "CZK", "SEK", "TRY",
    "AED", "CAD",
];

/// How a currency is written in headings and cells, the plainer signs last.
const SIGNS: [(&str, &str); 14] = [
    ("eur", "EUR"),
    ("€", "EUR"),
    ("usd", "USD"),
    ("人民币", "CNY"),
    ("cny", "CNY"),
    ("rmb", "CNY"),
    ("万元", "CNY"),
    ("руб", "RUB"),
    ("rub", "RUB"),
    ("₽", "RUB"),
    ("£", "GBP"),
    ("gbp", "GBP"),
    ("₴", "UAH"),
    ("$", "USD"),
];

/// The currency that the columns of amounts name, else the one of the language; empty where neither says anything.
pub fn proposed(proposal: &Proposal, locale: Locale) -> &'static str {
    let is_money = |action: &Action| action.kind() == Some(ColumnKind::Money);
    let columns = proposal.columns.iter().filter(|column| is_money(&column.mapping.action) || is_money(&column.own));
    let texts = columns.flat_map(|column| {
        let unit = column.unit.iter().map(|unit| unit.text.as_str());
        unit.chain([column.heading.as_str()]).chain(column.samples.iter().map(String::as_str))
    });
    texts.map(str::to_lowercase).find_map(|text| of_text(&text)).unwrap_or(of_language(locale))
}

/// The currency of a language that one country speaks above all; empty for the others.
pub fn of_language(locale: Locale) -> &'static str {
    match locale {
        Locale::zh_CN => "CNY",
        Locale::ru => "RUB",
        Locale::en => "",
    }
}

fn of_text(text: &str) -> Option<&'static str> {
    SIGNS.iter().find(|(sign, _)| has_sign(text, sign)).map(|(_, currency)| *currency)
}

/// Latin codes count only as words of their own: "neurology" is no euro.
fn has_sign(text: &str, sign: &str) -> bool {
    if !sign.is_ascii() || sign == "$" {
        return text.contains(sign);
    }
    text.split(|letter: char| !letter.is_alphabetic()).any(|word| word == sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(of_text(&text.to_lowercase()), expected, "{text}");
    }

    #[test]
    fn a_currency_is_read_from_headings_and_cells() {
        check("Revenue (EUR)", Some("EUR"));
        check("€ 1,200", Some("EUR"));
        check("销售额(万元)", Some("CNY"));
        check("Сумма, тыс. руб.", Some("RUB"));
        check("$12k", Some("USD"));
        check("Neurology", None);
        check("Revenue", None);
    }
}
