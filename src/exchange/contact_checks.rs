//! What is wrong with an e-mail address, a telephone number, a link, a yes or no (DOMAIN section 6).

use super::dates;
use crate::workbook::{ColumnKind, Reason};

/// Why a text does not fit a column of this kind; nothing where it does, or where the kind takes every text.
pub fn text_fault(text: &str, kind: ColumnKind) -> Option<Reason> {
    match kind {
        ColumnKind::Email => email_fault(text),
        ColumnKind::Phone => phone_fault(text),
        ColumnKind::TaxId => super::tax_id::tax_id_fault(text),
        ColumnKind::Link => link_fault(text),
        _ => None,
    }
}

/// One or more addresses, separated by `;`, `,` or `/`.
pub fn email_fault(text: &str) -> Option<Reason> {
    let mut parts = text.split([';', ',', '/', '\n']).map(str::trim).filter(|part| !part.is_empty()).peekable();
    if parts.peek().is_none() {
        return Some(Reason::NoAtSign);
    }
    parts.find_map(address_fault)
}

fn address_fault(address: &str) -> Option<Reason> {
    // Name <address>, as mail programs write it.
    let inside = address.split_once('<').and_then(|(_, rest)| rest.strip_suffix('>'));
    let address = inside.unwrap_or(address).trim();
    let Some((mailbox, domain)) = address.split_once('@') else { return Some(Reason::NoAtSign) };
    let labels = domain.split('.').count();
    if domain.contains('@') {
        Some(Reason::SeveralAtSigns)
    } else if address.contains(char::is_whitespace) {
        Some(Reason::SpaceInside)
    } else if mailbox.is_empty() {
        Some(Reason::NoMailbox)
    } else if labels < 2 || domain.split('.').any(str::is_empty) {
        Some(Reason::NoDomain)
    } else {
        None
    }
}

/// One or more telephone numbers of 7 to 15 digits, each with an extension perhaps.
pub fn phone_fault(text: &str) -> Option<Reason> {
    if dates::form(text).is_some() {
        return Some(Reason::NotAPhone);
    }
    let mut parts = text.split([';', ',', '\n']).map(str::trim).filter(|part| !part.is_empty()).peekable();
    if parts.peek().is_none() {
        return Some(Reason::PhoneTooShort);
    }
    parts.find_map(number_fault)
}

fn number_fault(text: &str) -> Option<Reason> {
    let lower = text.to_lowercase();
    let words = ["доб", "ext", "x", "转", "分机", "вн", "#"];
    let end = words.iter().filter_map(|word| lower.find(word)).min().unwrap_or(lower.len());
    // "tel. +7 …"
    let number = lower[..end].trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | ':' | ' ' | '：'));
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let is_sign = |c: char| c.is_whitespace() || "+-–−().,/（）".contains(c);
    if !number.chars().all(|c| c.is_ascii_digit() || is_sign(c)) || digits == 0 {
        Some(Reason::NotAPhone)
    } else if digits < 7 {
        Some(Reason::PhoneTooShort)
    } else if digits > 15 && number.contains('/') {
        number.split('/').find_map(number_fault)
    } else if digits > 15 {
        Some(Reason::PhoneTooLong)
    } else {
        None
    }
}

fn link_fault(text: &str) -> Option<Reason> {
    match scheme(text) {
        Some(other) if !matches!(other, "http" | "https") => Some(Reason::UnsafeLink),
        _ => web_address(text).is_none().then_some(Reason::NotALink),
    }
}

/// What stands before the colon, in small letters, where it is the name of a scheme and no host.
fn scheme(text: &str) -> Option<&'static str> {
    let (name, rest) = text.trim().split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-'));
    // localhost:8080
    let is_port = rest.starts_with(|c: char| c.is_ascii_digit());
    match name.to_ascii_lowercase().as_str() {
        _ if !is_name || is_port => None,
        "http" => Some("http"),
        "https" => Some("https"),
        _ => Some("other"),
    }
}

fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = match scheme(text) {
        Some(_) => text.split_once(':').and_then(|(_, rest)| rest.strip_prefix("//"))?,
        None => text,
    };
    let host = bare.split(['/', '?', '#']).next().unwrap_or("");
    let labels = host.split(':').next().unwrap_or("").split('.').collect::<Vec<_>>();
    let is_host = labels.len() > 1 && labels.iter().all(|label| !label.is_empty());
    let is_clean = !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '@'));
    (is_host && is_clean).then(|| if scheme(text).is_some() { text.to_owned() } else { format!("https://{bare}") })
}

/// Where a cell of this kind leads: a page, a letter, a call. Only `http`, `https`, `mailto` and `tel` come out of it,
/// and nothing from a text that does not fit.
pub fn link_target(text: &str, kind: ColumnKind) -> Option<String> {
    let first = || text.split([';', ',', '\n']).map(str::trim).find(|part| !part.is_empty());
    match kind {
        ColumnKind::Link => web_address(text).filter(|_| link_fault(text).is_none()),
        ColumnKind::Email => {
            let first = first()?.split('/').next()?.trim();
            let inside = first.split_once('<').and_then(|(_, rest)| rest.strip_suffix('>'));
            let address = inside.unwrap_or(first).trim();
            // What a mail program would take for more than an address.
            let is_plain = !address.contains(['?', '&', '%', '"', '<', '>', '#']);
            (is_plain && address_fault(address).is_none()).then(|| format!("mailto:{address}"))
        }
        ColumnKind::Phone => {
            let lower = first()?.to_lowercase();
            phone_fault(&lower).is_none().then_some(())?;
            let words = ["доб", "ext", "x", "转", "分机", "вн", "#"];
            let end = words.iter().filter_map(|word| lower.find(word)).min().unwrap_or(lower.len());
            let number: String = lower[..end].chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            (!number.is_empty()).then(|| format!("tel:{number}"))
        }
        _ => None,
    }
}

/// A yes or a no, as people mark it.
pub fn yes_or_no(text: &str) -> Option<bool> {
    const YES: [&str; 19] = [
        "yes",
        "y",
        "true",
        "1",
        "x",
        "х",
        "✓",
        "✔",
        "√",
        "+",
        "да",
        "д",
        "истина",
        "есть",
        "是",
        "有",
        "对",
        "真",
        "on",
    ];
    const NO: [&str; 17] =
        ["no", "n", "false", "0", "-", "–", "−", "—", "×", "нет", "н", "ложь", "否", "无", "不", "假", "off"];
    let text = text.trim().to_lowercase();
    if YES.contains(&text.as_str()) {
        Some(true)
    } else if NO.contains(&text.as_str()) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, kind: ColumnKind, expected: Option<Reason>) {
        assert_eq!(text_fault(text, kind), expected, "{text}");
    }

    #[track_caller]
    fn leads(text: &str, kind: ColumnKind, expected: Option<&str>) {
        assert_eq!(link_target(text, kind).as_deref(), expected, "{text}");
    }

    #[test]
    fn addresses() {
        for right in ["a@b.com", "a@b.com; c@d.org", "a@b.com/c@d.org", "Anna Li <anna@b.co.uk>", "иван@почта.рф"]
        {
            check(right, ColumnKind::Email, None);
        }
        check("acme.com", ColumnKind::Email, Some(Reason::NoAtSign));
        check("a@@b.com", ColumnKind::Email, Some(Reason::SeveralAtSigns));
        check("@b.com", ColumnKind::Email, Some(Reason::NoMailbox));
        check("a@b", ColumnKind::Email, Some(Reason::NoDomain));
        check("a@b.", ColumnKind::Email, Some(Reason::NoDomain));
        check("a b@c.com", ColumnKind::Email, Some(Reason::SpaceInside));
        check("a@b.com; none", ColumnKind::Email, Some(Reason::NoAtSign));
    }

    #[test]
    fn telephone_numbers() {
        for right in [
            "(928) 755-4541",
            "+7 (495) 123-45-67 доб. 12",
            "010-62345678转8001",
            "13812345678",
            "+7 495 123-45-67, +7 495 765-43-21",
            "тел. 8 800 555-35-35",
            "8 (495) 123-45-67/68",
        ] {
            check(right, ColumnKind::Phone, None);
        }
        check("12345", ColumnKind::Phone, Some(Reason::PhoneTooShort));
        check("1234567890123456", ColumnKind::Phone, Some(Reason::PhoneTooLong));
        check("call me", ColumnKind::Phone, Some(Reason::NotAPhone));
        check("2024-03-15", ColumnKind::Phone, Some(Reason::NotAPhone));
    }

    #[test]
    fn links_lead_nowhere_dangerous() {
        check("https://acme.com/a?b=c", ColumnKind::Link, None);
        check("www.acme.com", ColumnKind::Link, None);
        check("acme.com:8080/x", ColumnKind::Link, None);
        check("acme", ColumnKind::Link, Some(Reason::NotALink));
        for text in
            ["javascript:alert(1)", "JavaScript://acme.com/%0aalert(1)", "data:text/html,x", "vbscript:x", "file:///c"]
        {
            check(text, ColumnKind::Link, Some(Reason::UnsafeLink));
            leads(text, ColumnKind::Link, None);
        }
        leads("java\nscript:alert(1)", ColumnKind::Link, None);
        leads("www.acme.com", ColumnKind::Link, Some("https://www.acme.com"));
        leads("http://acme.com/x", ColumnKind::Link, Some("http://acme.com/x"));
        leads("a@b.com; c@d.org", ColumnKind::Email, Some("mailto:a@b.com"));
        leads("a@b.com?bcc=x@y.z", ColumnKind::Email, None);
        leads("+7 (495) 123-45-67 доб. 12", ColumnKind::Phone, Some("tel:+74951234567"));
        leads("soon", ColumnKind::Phone, None);
        leads("https://acme.com", ColumnKind::Text, None);
    }

    #[test]
    fn yes_and_no() {
        for yes in ["yes", "Да", "是", "true", "1", "x", "✓", " TRUE "] {
            assert_eq!(yes_or_no(yes), Some(true), "{yes}");
        }
        for no in ["no", "нет", "否", "FALSE", "0", "–"] {
            assert_eq!(yes_or_no(no), Some(false), "{no}");
        }
        assert_eq!(yes_or_no("perhaps"), None);
    }
}
