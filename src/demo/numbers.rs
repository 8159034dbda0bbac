//! Tax numbers with right check digits, of nobody.

use crate::segment::tax_id::{CREDIT_CODE_ALPHABET, credit_code_check, inn_check};

use super::random::Random;

/// A unified social credit code: two characters of the body, six digits of the area, nine of the organisation.
pub(super) fn credit_code(random: &mut Random, body: &str, area: &str) -> String {
    let mut values: Vec<u8> = body.bytes().chain(area.bytes()).map(|digit| digit.wrapping_sub(b'0')).collect();
    values.extend(
        b"MA".iter().filter_map(|letter| {
            CREDIT_CODE_ALPHABET.iter().position(|other| other == letter).map(|value| value as u8)
        }),
    );
    while values.len() < 17 {
        values.push(random.below(31) as u8);
    }
    values.push(credit_code_check(&values));
    let letter = |value: &u8| CREDIT_CODE_ALPHABET.get(*value as usize).copied().map(char::from);
    values.iter().filter_map(letter).collect()
}

/// An ИНН of a company (10 digits) or of a person (12 digits) of a region.
pub(super) fn inn(random: &mut Random, region: &str, is_person: bool) -> String {
    let body = if is_person { 10 } else { 9 };
    let mut digits = region.to_owned();
    digits.push_str(&random.digits(body - digits.len() as u32));
    for _ in 0..if is_person { 2 } else { 1 } {
        digits.push(char::from(b'0' + inn_check(digits.as_bytes())));
    }
    digits
}

/// A VAT number in the form of an EU country.
pub(super) fn vat(random: &mut Random, country: &str) -> String {
    let body = match country {
        "AT" => format!("U{}", random.digits(8)),
        "BE" => format!("0{}", random.digits(9)),
        "ES" => format!("B{}", random.digits(8)),
        "FR" | "IT" => random.digits(11),
        "IE" => format!("{}T", random.digits(7)),
        "NL" => format!("{}B01", random.digits(9)),
        "PL" => random.digits(10),
        "SE" => format!("{}01", random.digits(10)),
        _ => random.digits(9),
    };
    format!("{country}{body}")
}
