//! What a tax number tells of its owner (DOMAIN 5.2 and the checks of section 6).

use super::explanation::CreditCodeBody;
use super::territory::{self, Territory};

/// What a tax number is, by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaxId {
    /// China's unified social credit code, 18 characters.
    CreditCode {
        body: Option<CreditCodeBody>,
        /// Whether the check character is right.
        is_valid: bool,
    },
    /// ИНН of a company, 10 digits with the right check digit.
    InnCompany,
    /// ИНН of a person or sole trader, 12 digits with the right check digits.
    InnPerson,
    /// A VAT number with the prefix of an EU country.
    EuVat,
}

impl TaxId {
    /// Reads a tax number's form. ИНН may be followed by `/` and КПП.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let bytes = text.as_bytes();
        if bytes.len() == 18 {
            let values = credit_code_values(bytes)?;
            return Some(Self::CreditCode {
                body: CreditCodeBody::of_prefix(&text[..2]),
                is_valid: values[17] == credit_code_check(&values),
            });
        }
        let digits = bytes.iter().position(|byte| *byte == b'/').map_or(bytes, |slash| &bytes[..slash]);
        match digits.len() {
            10 if inn_is_valid(digits) => Some(Self::InnCompany),
            12 if inn_is_valid(digits) => Some(Self::InnPerson),
            _ => is_eu_vat(bytes).then_some(Self::EuVat),
        }
    }

    pub fn territory(self) -> Territory {
        match self {
            Self::CreditCode { .. } => Territory::China,
            Self::InnCompany | Self::InnPerson => Territory::Russia,
            Self::EuVat => Territory::Eu,
        }
    }
}

impl CreditCodeBody {
    /// Whom the first two characters of a credit code name.
    pub fn of_prefix(prefix: &str) -> Option<Self> {
        Some(match prefix {
            "11" => Self::Organ,
            "12" => Self::PublicInstitution,
            "13" => Self::MassOrganisation,
            "51" => Self::Association,
            "52" => Self::PrivateNonProfit,
            "53" => Self::Foundation,
            "91" => Self::Company,
            "92" => Self::SoleTrader,
            "93" => Self::Cooperative,
            _ => return None,
        })
    }

    /// Whether the body is the state's. A company may be anybody's: that is not told.
    pub fn is_state(self) -> Option<bool> {
        match self {
            Self::Organ | Self::PublicInstitution | Self::MassOrganisation => Some(true),
            Self::Company => None,
            _ => Some(false),
        }
    }
}

/// The characters of a credit code by value: no I, O, S, V, Z.
pub const CREDIT_CODE_ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

fn credit_code_values(code: &[u8]) -> Option<[u8; 18]> {
    let mut values = [0; 18];
    for (value, character) in values.iter_mut().zip(code) {
        let upper = character.to_ascii_uppercase();
        *value = CREDIT_CODE_ALPHABET.iter().position(|other| *other == upper)? as u8;
    }
    let area = code.get(2..8)?;
    area.iter().all(u8::is_ascii_digit).then_some(values)
}

/// The value of the check character of a credit code, from the values of the first 17 (GB 32100-2015).
pub fn credit_code_check(values: &[u8]) -> u8 {
    let mut weight = 1;
    let mut sum = 0;
    for value in values.iter().take(17) {
        sum += u32::from(*value) * weight;
        weight = weight * 3 % 31;
    }
    ((31 - sum % 31) % 31) as u8
}

/// The check digit after these digits of an ИНН: after nine for a company; after ten, then eleven for a person.
pub fn inn_check(digits: &[u8]) -> u8 {
    const WEIGHTS: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    let weights = &WEIGHTS[WEIGHTS.len() - digits.len().min(WEIGHTS.len())..];
    let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| u32::from(digit % 16) * weight).sum();
    (sum % 11 % 10) as u8
}

fn inn_is_valid(text: &[u8]) -> bool {
    let checks = |length: usize| match (text.get(..length), text.get(length)) {
        (Some(head), Some(check)) => inn_check(head) == check - b'0',
        _ => false,
    };
    let is_number = text.iter().all(u8::is_ascii_digit) && text.iter().any(|digit| *digit != b'0');
    is_number && if text.len() == 10 { checks(9) } else { checks(10) && checks(11) }
}

fn is_eu_vat(text: &[u8]) -> bool {
    let [first, second, rest @ ..] = text else { return false };
    let prefix = [first.to_ascii_uppercase(), second.to_ascii_uppercase()];
    let digits = rest.iter().filter(|byte| byte.is_ascii_digit()).count();
    let is_number = rest.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b'-'));
    is_number && (7..=12).contains(&digits) && territory::is_eu_vat_prefix(prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: impl Into<Option<TaxId>>) {
        assert_eq!(TaxId::read(text), expected.into(), "{text}");
    }

    fn code(body: CreditCodeBody, is_valid: bool) -> TaxId {
        TaxId::CreditCode { body: Some(body), is_valid }
    }

    #[test]
    fn numbers_are_known_by_their_form() {
        check("91110000600037341L", code(CreditCodeBody::Company, true));
        check("91350100M000100Y4Z", None);
        check("91310115MA1H8R7C6D", code(CreditCodeBody::Company, false));
        check("7707083893", Some(TaxId::InnCompany));
        check("7707083893/773601001", Some(TaxId::InnCompany));
        check("123456789047", Some(TaxId::InnPerson));
        check("1234567894", Some(TaxId::InnCompany));
        check("1234567895", None);
        check("123456789037", None);
        check("0000000000", None);
        check("DE123456789", Some(TaxId::EuVat));
        check("FR 12 345678901", Some(TaxId::EuVat));
        check("EL123456789", Some(TaxId::EuVat));
        check("US123456789", None);
        check("DE", None);
        check("", None);
        check("电话电话电话", None);
    }
}
