//! Why two clients may be the same.

use super::{Locale, td_string};
use crate::duplicates::{Reason, Support};
use crate::state::Formats;

/// The reason in words.
pub fn reason(locale: Locale, reason: Reason, formats: &Formats) -> String {
    let text = match reason {
        Reason::SameTaxId => td_string!(locale, duplicates.reason.tax_id),
        Reason::SameNameAndPhone => td_string!(locale, duplicates.reason.name_phone),
        Reason::SameNameAndDomain => td_string!(locale, duplicates.reason.name_domain),
        Reason::SameName => td_string!(locale, duplicates.reason.name),
        Reason::AlikeNames { similarity, support } => {
            let percent = percent(similarity, formats);
            return match support {
                None => td_string!(locale, duplicates.reason.alike, percent = percent).to_string(),
                Some(Support::Phone) => {
                    td_string!(locale, duplicates.reason.alike_phone, percent = percent).to_string()
                }
                Some(Support::Domain) => {
                    td_string!(locale, duplicates.reason.alike_domain, percent = percent).to_string()
                }
                Some(Support::Address) => {
                    td_string!(locale, duplicates.reason.alike_address, percent = percent).to_string()
                }
            };
        }
    };
    text.to_owned()
}

/// How sure Kontor is, in words.
pub fn confidence(locale: Locale, confidence: u8, formats: &Formats) -> String {
    td_string!(locale, duplicates.confidence, percent = percent(confidence, formats)).to_string()
}

fn percent(share: u8, formats: &Formats) -> String {
    formats.percent(f64::from(share) / 100.0, 0)
}
