//! What is wrong with a tax id (DOMAIN section 6). That a right one exists is never claimed.

use crate::workbook::Reason;

const CREDIT_ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// Why a text is no tax id; nothing for a right one, and for one of a country whose rules Kontor does not know.
pub fn tax_id_fault(text: &str) -> Option<Reason> {
    // ИНН/КПП: the second is no tax id.
    let text = text.split('/').next().unwrap_or("");
    let id: String = text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '.' | '-')).collect();
    let id = id.to_uppercase();
    let digits: Option<Vec<u8>> = id.bytes().map(|byte| byte.is_ascii_digit().then(|| byte - b'0')).collect();
    if id.len() == 18 && !(id.starts_with("EU") || is_vat_country(id.get(..2).unwrap_or(""))) {
        return credit_code_fault(&id);
    }
    match digits {
        Some(digits) => number_fault(&digits),
        None if id.get(..2).is_some_and(is_vat_country) => vat_fault(&id),
        None if !id.is_ascii() => Some(Reason::NotATaxId),
        None if id.bytes().filter(u8::is_ascii_digit).count() < 5 => Some(Reason::NotATaxId),
        None => None,
    }
}

/// A Chinese unified social credit code (GB 32100-2015), 18 characters.
fn credit_code_fault(id: &str) -> Option<Reason> {
    let values: Option<Vec<usize>> =
        id.bytes().map(|byte| CREDIT_ALPHABET.iter().position(|letter| *letter == byte)).collect();
    let Some([body @ .., check]) = values.as_deref() else { return Some(Reason::NotATaxId) };
    if body.len() != 17 || !id.bytes().skip(2).take(6).all(|byte| byte.is_ascii_digit()) {
        return Some(Reason::NotATaxId);
    }
    let sum: usize = body.iter().zip(CREDIT_WEIGHTS).map(|(value, weight)| value * weight).sum();
    let expected = (31 - sum % 31) % 31;
    (expected != *check).then(|| Reason::CreditCodeCheck(char::from(CREDIT_ALPHABET[expected])))
}

/// An id of nothing but digits: an ИНН of 10 or 12, an old Chinese number of 15, or a foreign one.
fn number_fault(digits: &[u8]) -> Option<Reason> {
    if !digits.is_empty() && digits.iter().all(|digit| *digit == 0) {
        return Some(Reason::OnlyZeros);
    }
    match digits.len() {
        10 | 12 => inn_fault(digits),
        9 | 11 => {
            let padded = [&[0], digits].concat();
            inn_fault(&padded).is_none().then_some(Reason::LeadingZeroLost)
        }
        7 | 8 | 15 => None,
        _ => Some(Reason::TaxIdLength),
    }
}

/// An ИНН of a company (10 digits) or a person (12).
fn inn_fault(digits: &[u8]) -> Option<Reason> {
    let check = |weights: &[u32]| {
        let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * weight).sum();
        (sum % 11 % 10) as u8
    };
    if digits.len() == 10 {
        let expected = check(&[2, 4, 10, 3, 5, 9, 4, 6, 8]);
        return (digits[9] != expected).then_some(Reason::InnCheck(expected, None));
    }
    let eleventh = check(&[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
    // The last digit counts the one before it, so it is said for the right one.
    let mut right = digits.to_vec();
    right[10] = eleventh;
    let weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    let sum: u32 = right.iter().zip(weights).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    let twelfth = (sum % 11 % 10) as u8;
    let is_right = digits[10] == eleventh && digits[11] == twelfth;
    (!is_right).then_some(Reason::InnCheck(eleventh, Some(twelfth)))
}

/// The country of a VAT number of the European Union.
fn is_vat_country(country: &str) -> bool {
    const COUNTRIES: [&str; 27] = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ];
    COUNTRIES.contains(&country)
}

fn vat_fault(id: &str) -> Option<Reason> {
    let (country, number) = id.split_at_checked(2)?;
    let bytes = number.as_bytes();
    let digits = |from: usize, to: usize| bytes.get(from..to).is_some_and(|part| part.iter().all(u8::is_ascii_digit));
    let letters =
        |from: usize, to: usize| bytes.get(from..to).is_some_and(|part| part.iter().all(u8::is_ascii_uppercase));
    let all = |count: usize| bytes.len() == count && digits(0, count);
    let either = |at: usize| digits(at, at + 1) || letters(at, at + 1);
    let is_right = match country {
        "AT" => bytes.len() == 9 && bytes[0] == b'U' && digits(1, 9),
        "BE" => all(10) && matches!(bytes[0], b'0' | b'1'),
        "DE" | "EE" | "EL" | "PT" => all(9),
        "DK" | "FI" | "HU" | "LU" | "MT" | "SI" => all(8),
        "ES" => bytes.len() == 9 && either(0) && digits(1, 8) && either(8),
        "FR" => bytes.len() == 11 && either(0) && either(1) && digits(2, 11),
        "IE" => {
            let second = either(1) || matches!(bytes.get(1), Some(b'+' | b'*'));
            (8..=9).contains(&bytes.len()) && digits(0, 1) && second && digits(2, 7) && letters(7, bytes.len())
        }
        "IT" | "HR" | "LV" => all(11),
        "NL" => bytes.len() == 12 && digits(0, 9) && bytes[9] == b'B' && digits(10, 12),
        "PL" | "SK" => all(10),
        "SE" => all(12),
        "BG" => all(9) || all(10),
        "CZ" => all(8) || all(9) || all(10),
        "CY" => bytes.len() == 9 && digits(0, 8) && letters(8, 9),
        "LT" => all(9) || all(12),
        "RO" => (2..=10).contains(&bytes.len()) && digits(0, bytes.len()),
        _ => true,
    };
    (!is_right).then_some(Reason::VatForm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Reason>) {
        assert_eq!(tax_id_fault(text), expected, "{text}");
    }

    #[test]
    fn credit_codes() {
        check("91110000600037341L", None);
        check("91110000600037341l", None);
        check("91350100M000100Y4Z", Some(Reason::NotATaxId));
        check("91350100M000100Y44", Some(Reason::CreditCodeCheck('3')));
        check("91310115MA1H8R7C6D", Some(Reason::CreditCodeCheck('7')));
        check("110108123456789", None);
        check("911100006000373", None);
    }

    #[test]
    fn inn() {
        check("7707083893", None);
        check("7707083893/770701001", None);
        check("123456789047", None);
        check("1234567895", Some(Reason::InnCheck(4, None)));
        check("123456789037", Some(Reason::InnCheck(4, Some(7))));
        check("0000000000", Some(Reason::OnlyZeros));
        // 0123456789 without its zero would be right with another end.
        check("12345678", None);
        check("770708", Some(Reason::TaxIdLength));
        check("нет", Some(Reason::NotATaxId));
    }

    #[test]
    fn a_zero_that_a_spreadsheet_took_is_noticed() {
        // 0274062111 is right.
        check("274062111", Some(Reason::LeadingZeroLost));
        check("274062112", None);
    }

    #[test]
    fn vat_numbers_have_the_form_of_their_country() {
        for right in ["DE123456789", "ATU12345678", "NL123456789B01", "FR 40 303265045", "IE1234567WA", "BE0123456789"]
        {
            check(right, None);
        }
        for wrong in ["DE12345678", "AT12345678", "NL123456789", "BE2123456789", "IT1234567890"] {
            check(wrong, Some(Reason::VatForm));
        }
        // Rules that are not known here are not judged.
        check("GB123456789", None);
        check("CHE-123.456.789", None);
    }
}
