//! What of a client's cells is compared: numbers and addresses in the form that two spellings share.

/// The least digits of a phone number, and how many of its last ones count: what stands before differs by country code
/// and leading zero.
const PHONE_LEAST: usize = 7;
const PHONE_COUNTED: usize = 9;

/// Domains of mailboxes that anybody can have.
const PUBLIC_DOMAINS: [&str; 44] = [
    "126.com",
    "139.com",
    "163.com",
    "188.com",
    "189.cn",
    "aliyun.com",
    "aol.com",
    "bk.ru",
    "foxmail.com",
    "free.fr",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "inbox.ru",
    "internet.ru",
    "laposte.net",
    "libero.it",
    "list.ru",
    "live.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "orange.fr",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rambler.ru",
    "sina.com",
    "sohu.com",
    "t-online.de",
    "ukr.net",
    "vip.qq.com",
    "web.de",
    "yahoo.com",
    "yandex.ru",
    "yeah.net",
];

/// A tax id without spaces and signs; what follows a slash (КПП) belongs to a branch. Nothing where it is too short or
/// a stand-in.
pub fn tax_id(text: &str) -> Option<String> {
    let number = text.split('/').find(|part| part.chars().any(|letter| letter.is_ascii_digit()))?;
    let id: String =
        number.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect();
    let digits = id.bytes().filter(u8::is_ascii_digit);
    let first = id.bytes().find(u8::is_ascii_digit)?;
    let is_one_digit = digits.clone().all(|digit| digit == first);
    (id.len() >= 8 && digits.count() >= 5 && !is_one_digit).then_some(id)
}

/// The phone numbers of a cell, by their last digits, without extensions.
pub fn phones(text: &str) -> Vec<u64> {
    let mut numbers = Vec::new();
    for part in text.split([';', ',', '\n', '|', '、', '；', '，']) {
        // A slash stands between two numbers, or between the last digits of two.
        for number in part.split('/') {
            numbers.extend(phone(number).filter(|number| !numbers.contains(number)));
        }
    }
    numbers
}

fn phone(text: &str) -> Option<u64> {
    let lower = text.to_lowercase();
    let end = ["доб", "вн", "ext", "x", "转", "分机", "#"].iter().filter_map(|mark| lower.find(mark)).min();
    let digits: Vec<u8> = lower[..end.unwrap_or(lower.len())].bytes().filter(u8::is_ascii_digit).collect();
    if digits.len() < PHONE_LEAST {
        return None;
    }
    let counted = &digits[digits.len().saturating_sub(PHONE_COUNTED)..];
    let is_one_digit = counted.iter().all(|digit| *digit == counted[0]);
    let number = counted.iter().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
    // A short number is never the end of a longer one.
    (!is_one_digit).then_some(number + 10_000_000_000 * counted.len() as u64)
}

/// The domains of the e-mail addresses of a cell, public ones left out.
pub fn domains(text: &str) -> Vec<String> {
    let addresses = text.split([';', ',', '/', ' ', '\n', '<', '>', '，', '；']);
    let mut domains = Vec::new();
    for (_, domain) in addresses.filter_map(|address| address.rsplit_once('@')) {
        let domain = domain.trim_matches('.').to_lowercase();
        let is_company = domain.contains('.') && PUBLIC_DOMAINS.binary_search(&domain.as_str()).is_err();
        if is_company && !domains.contains(&domain) {
            domains.push(domain);
        }
    }
    domains
}

/// An address without spaces and punctuation; nothing where it is too short to tell a place.
pub fn address(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    (plain.chars().count() >= 8 && plain.chars().any(|letter| letter.is_ascii_digit())).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_tax(text: &str, expected: Option<&str>) {
        assert_eq!(tax_id(text).as_deref(), expected, "{text}");
    }

    #[track_caller]
    fn check_phones(left: &str, right: &str, are_same: bool) {
        let (left_numbers, right_numbers) = (phones(left), phones(right));
        assert_eq!(left_numbers.iter().any(|phone| right_numbers.contains(phone)), are_same, "{left} / {right}");
    }

    #[track_caller]
    fn check_domains(text: &str, expected: &[&str]) {
        assert_eq!(domains(text), expected, "{text}");
    }

    #[test]
    fn tax_ids_are_compared_without_their_dress() {
        check_tax("7707083893 / 770701001", Some("7707083893"));
        check_tax("ИНН 7707 083 893", Some("7707083893"));
        check_tax("ИНН/КПП 7707083893/770701001", Some("7707083893"));
        check_tax("de 123.456-789", Some("DE123456789"));
        check_tax("91110000600037341l", Some("91110000600037341L"));
        check_tax("0000000000", None);
        check_tax("1111111111", None);
        check_tax("12345", None);
        check_tax("none", None);
        check_tax("", None);
    }

    #[test]
    fn phones_are_the_same_in_any_spelling() {
        check_phones("+7 (495) 123-45-67", "8 495 1234567 доб. 12", true);
        check_phones("+49 30 123456-0", "030 1234560", true);
        check_phones("13812345678", "+86 138 1234 5678", true);
        check_phones("021-12345678转801", "+86 21 12345678", true);
        check_phones("555-0100; 555-0200", "5550200", true);
        check_phones("+7 (495) 123-45-67", "+7 (495) 123-45-68", false);
        check_phones("5550100", "+1 206 555 0100", false);
        check_phones("000-00-00-000", "000-00-00-000", false);
        check_phones("12345", "12345", false);
        check_phones("", "", false);
    }

    #[test]
    fn domains_of_companies_count_and_those_of_mailboxes_do_not() {
        check_domains("Sales@Acme.Example", &["acme.example"]);
        check_domains("a@acme.example; b@acme.example, c@gmail.com", &["acme.example"]);
        check_domains("ivanov@mail.ru / 12345@qq.com", &[]);
        check_domains("acme.example", &[]);
        assert!(PUBLIC_DOMAINS.is_sorted());
    }
}
