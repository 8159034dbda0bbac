//! What tax ids, e-mail addresses and telephone numbers look like (DOMAIN section 6). Used as evidence for what a
//! column is; none of this says that a client exists.

use super::dates;

/// A Chinese unified social credit code with a right check character (GB 32100-2015).
pub fn is_credit_code(text: &str) -> bool {
    const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    let values: Option<Vec<usize>> =
        text.bytes().map(|byte| ALPHABET.iter().position(|letter| *letter == byte.to_ascii_uppercase())).collect();
    match values.as_deref() {
        Some([body @ .., check]) if body.len() == 17 => {
            let sum: usize = body.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
            (31 - sum % 31) % 31 == *check && text.bytes().skip(2).take(6).all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}

/// A Russian ИНН of a company (10 digits) or a person (12) with right check digits. What follows a slash is the КПП.
pub fn is_inn(text: &str) -> bool {
    let text = text.split('/').next().unwrap_or("").trim();
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits.filter(|digits| digits.iter().any(|digit| *digit > 0)) else { return false };
    let check =
        |weights: &[u32]| digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11 % 10;
    match digits.as_slice() {
        [_, .., last] if digits.len() == 10 => check(&[2, 4, 10, 3, 5, 9, 4, 6, 8]) == *last,
        [_, .., eleventh, twelfth] if digits.len() == 12 => {
            check(&[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == *eleventh
                && check(&[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) == *twelfth
        }
        _ => false,
    }
}

/// The form of a VAT number of the European Union: a country and 8 to 12 letters and digits, most of them digits.
pub fn is_vat_number(text: &str) -> bool {
    const COUNTRIES: [&str; 27] = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ];
    let compact: String =
        text.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect::<String>().to_ascii_uppercase();
    let Some((country, number)) = compact.split_at_checked(2) else { return false };
    let digits = number.chars().filter(char::is_ascii_digit).count();
    COUNTRIES.contains(&country)
        && (8..=12).contains(&number.len())
        && number.chars().all(|c| c.is_ascii_alphanumeric())
        && digits + 3 >= number.len()
}

pub fn is_tax_id(text: &str) -> bool {
    is_inn(text) || is_credit_code(text) || is_vat_number(text)
}

/// One or more addresses, separated by `;` or `,`: each with one @, a point in its domain and no spaces.
pub fn is_email(text: &str) -> bool {
    text.split([';', ',']).map(str::trim).all(|address| {
        let Some((name, domain)) = address.split_once('@') else { return false };
        let (host, ending) = domain.rsplit_once('.').unwrap_or(("", ""));
        !name.is_empty()
            && !host.is_empty()
            && !ending.is_empty()
            && !domain.contains('@')
            && !address.contains(char::is_whitespace)
    })
}

/// 7 to 15 digits with nothing but the usual signs between them, and an extension perhaps.
pub fn is_phone(text: &str) -> bool {
    let lower = text.to_lowercase();
    let end = ["доб", "ext", "x", "转", "分机"].iter().filter_map(|word| lower.find(word)).min().unwrap_or(lower.len());
    let number = &lower[..end];
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let signs = number.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-–().,/".contains(c));
    (7..=15).contains(&digits) && signs && !(number.contains('.') && digits < 9) && dates::form(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credit_codes() {
        assert!(is_credit_code("91110000600037341L"));
        for wrong in ["91350100M000100Y4Z", "91310115MA1H8R7C6D", "9111000060003734", ""] {
            assert!(!is_credit_code(wrong), "{wrong}");
        }
    }

    #[test]
    fn inn() {
        for right in ["7707083893", "1234567894", "123456789047", "7707083893/770701001"] {
            assert!(is_inn(right), "{right}");
        }
        for wrong in ["1234567895", "123456789037", "0000000000", "77070838", "abc"] {
            assert!(!is_inn(wrong), "{wrong}");
        }
    }

    #[test]
    fn vat_numbers_have_a_form() {
        for right in ["DE123456789", "ATU12345678", "NL123456789B01", "FR 40 303265045"] {
            assert!(is_vat_number(right), "{right}");
        }
        for wrong in ["US123456789", "DE12", "Deutschland"] {
            assert!(!is_vat_number(wrong), "{wrong}");
        }
    }

    #[test]
    fn addresses_and_numbers() {
        assert!(is_email("a@b.com") && is_email("a@b.com; c@d.org"));
        assert!(!is_email("a b@c.com") && !is_email("a@b") && !is_email("a@@b.c") && !is_email("Acme"));
        for right in ["(928) 755-4541", "+7 (495) 123-45-67 доб. 12", "010-62345678", "13812345678"] {
            assert!(is_phone(right), "{right}");
        }
        for wrong in ["12345", "2024-03-15", "call me", "1234.56"] {
            assert!(!is_phone(wrong), "{wrong}");
        }
    }
}
