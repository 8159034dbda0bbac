//! Units and currencies of numbers: 万元, тыс. руб., $k.

/// Units of numbers (DOMAIN section 6), without spaces and points, in lower case.
const UNITS: &[(&str, f64)] = &[
    ("十万", 1e5),
    ("百万", 1e6),
    ("千万", 1e7),
    ("百亿", 1e10),
    ("万亿", 1e12),
    ("亿", 1e8),
    ("億", 1e8),
    ("万", 1e4),
    ("萬", 1e4),
    ("千", 1e3),
    ("тысяч", 1e3),
    ("тыс", 1e3),
    ("миллионов", 1e6),
    ("млн", 1e6),
    ("миллиардов", 1e9),
    ("млрд", 1e9),
    ("трлн", 1e12),
    ("thousands", 1e3),
    ("thousand", 1e3),
    ("millions", 1e6),
    ("million", 1e6),
    ("billions", 1e9),
    ("billion", 1e9),
    ("mln", 1e6),
    ("mio", 1e6),
    ("mrd", 1e9),
    ("mn", 1e6),
    ("mm", 1e6),
    ("bn", 1e9),
    ("k", 1e3),
    ("к", 1e3),
    ("m", 1e6),
    ("b", 1e9),
];

/// What says which currency, before or after a number or its unit.
const CURRENCIES: &[&str] = &[
    "рублей",
    "руб",
    "р",
    "rub",
    "₽",
    "元",
    "圆",
    "人民币",
    "rmb",
    "cny",
    "cn¥",
    "¥",
    "usd",
    "us$",
    "$",
    "долл",
    "€",
    "eur",
    "euro",
    "£",
    "gbp",
    "₴",
    "₸",
    "₹",
    "chf",
    "jpy",
    "kzt",
    "тенге",
    "бел",
    "byn",
];

/// The factor of a unit such as `万元`, `тыс. руб.`, `USD k` or `млн`; nothing where the text is no unit. A currency
/// alone is a factor of 1.
pub fn unit_factor(text: &str) -> Option<f64> {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | ',')).collect();
    let bare = strip_currency(&text);
    if bare.is_empty() {
        return (!text.is_empty()).then_some(1.0);
    }
    UNITS.iter().find(|(unit, _)| *unit == bare).map(|(_, factor)| *factor)
}

fn strip_currency(text: &str) -> &str {
    let mut text = text;
    for _ in 0..2 {
        // "р" and "b" are letters of other units too: only a text that is nothing else is that currency.
        let fits = |name: &&&str| {
            name.chars().count() > 1
                || !name.chars().all(char::is_alphabetic)
                || ["元", "圆"].contains(*name)
                || text == **name
        };
        if let Some(rest) = CURRENCIES.iter().filter(fits).find_map(|name| text.strip_suffix(*name)) {
            text = rest;
        } else if let Some(rest) = CURRENCIES.iter().filter(fits).find_map(|name| text.strip_prefix(*name)) {
            text = rest;
        }
    }
    text
}

/// Whether the text names or begins or ends with a currency sign.
pub fn has_currency(text: &str) -> bool {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let edge = |name: &&&str| {
        let symbol = !name.chars().all(|c| c.is_ascii_alphabetic() || c == 'р' || c == 'б');
        (symbol || name.chars().count() > 2) && (text.starts_with(**name) || text.ends_with(**name))
    };
    CURRENCIES
        .iter()
        .filter(|name| name.chars().count() > 1 || !name.chars().all(char::is_alphabetic) || **name == "元")
        .any(|name| edge(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_have_factors() {
        for (text, factor) in [
            ("万元", 1e4),
            ("тыс. руб.", 1e3),
            ("млн. руб", 1e6),
            ("USD k", 1e3),
            ("руб.", 1.0),
            ("$", 1.0),
            ("€m", 1e6),
            ("RMB", 1.0),
            ("亿元", 1e8),
            ("人民币万元", 1e4),
            ("$000", 0.0),
        ] {
            assert_eq!(unit_factor(text), (factor > 0.0).then_some(factor), "{text}");
        }
        assert_eq!(unit_factor("kg"), None);
    }
}
