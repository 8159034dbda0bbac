//! Finding clients that may be the same.

use super::candidates::candidates;
use super::card::{Card, cards};
use super::decision::{Decision, Decisions};
use super::likeness::{Likeness, likeness};
use super::pair::{Found, Pair, Reason, Support};
use crate::workbook::ClientTable;

/// So many pairs are handed back.
pub const MOST: usize = 5_000;

/// Pairs of which Kontor is less sure are not worth the person's time.
const LEAST: i32 = 40;

/// The pairs of clients that may be the same, the strongest first; those that the person put off come last, and those
/// that were decided to be two not at all. `report` is told now and then how far the work is, 0 to 1.
pub fn find(table: &ClientTable, decided: &Decisions, mut report: impl FnMut(f32)) -> Found {
    let cards = cards(table);
    report(0.3);
    let candidates = candidates(&cards);
    report(0.5);
    let mut pairs = Vec::new();
    for (done, (first, second)) in candidates.iter().enumerate() {
        if done.is_multiple_of(20_000) {
            report(0.5 + 0.5 * done as f32 / candidates.len() as f32);
        }
        let (Some(left), Some(right)) = (cards.get(*first as usize), cards.get(*second as usize)) else { continue };
        let Some((reason, confidence)) = judge(left, right) else { continue };
        let Some((first, second)) = table.row_id(left.row).zip(table.row_id(right.row)) else { continue };
        let decision = decided.of(first, second);
        if decision != Some(Decision::KeepBoth) {
            let is_later = decision == Some(Decision::Later);
            pairs.push(Pair { first, second, reason, confidence, is_later });
        }
    }
    // The candidates are in the order of the sheet, and so are equals among the pairs.
    pairs.sort_by_key(|pair| (pair.is_later, std::cmp::Reverse(pair.confidence)));
    let count = pairs.len() as u32;
    pairs.truncate(MOST);
    Found { pairs, count }
}

/// Why two clients may be the same, and how sure that is (0 to 100).
fn judge(left: &Card, right: &Card) -> Option<(Reason, u8)> {
    let shares = |left: &[u64], right: &[u64]| left.iter().any(|key| right.contains(key));
    let is_phone_same = shares(&left.phones, &right.phones);
    let is_domain_same = shares(&left.domains, &right.domains);
    let is_address_same = left.address.is_some() && left.address == right.address;
    let is_tax_id_same = left.tax_id.is_some() && left.tax_id == right.tax_id;
    let is_supported = is_phone_same || is_domain_same || is_address_same || is_tax_id_same;
    if !is_supported && !left.glance.may_be_alike(right.glance) {
        return None;
    }
    let likeness = likeness(&left.name, &right.name, is_supported);
    if is_tax_id_same {
        // One tax id under two names may be two branches.
        let confidence = match likeness {
            Likeness::Same => 99,
            Likeness::Alike(_) => 98,
            Likeness::Different => 85,
        };
        return Some((Reason::SameTaxId, confidence));
    }
    let (reason, confidence) = match likeness {
        Likeness::Different => return None,
        Likeness::Same if is_phone_same => (Reason::SameNameAndPhone, 95),
        Likeness::Same if is_domain_same => (Reason::SameNameAndDomain, 92),
        Likeness::Same => (Reason::SameName, if is_address_same { 90 } else { 75 }),
        Likeness::Alike(similarity) => {
            let (support, bonus) = if is_phone_same {
                (Some(Support::Phone), 30)
            } else if is_domain_same {
                (Some(Support::Domain), 25)
            } else if is_address_same {
                (Some(Support::Address), 20)
            } else {
                (None, 0)
            };
            // 45 for names that are barely alike, 60 for the same words in another order.
            let alone = 45 + ((similarity - 0.88).max(0.0) * 125.0) as i32;
            let similarity = (similarity * 100.0).round().clamp(0.0, 100.0) as u8;
            (Reason::AlikeNames { similarity, support }, alone + bonus)
        }
    };
    let differs = |left: Option<u64>, right: Option<u64>| left.is_some() && right.is_some() && left != right;
    let are_phones_other = !left.phones.is_empty() && !right.phones.is_empty() && !is_phone_same;
    let doubt = 40 * i32::from(differs(left.tax_id, right.tax_id))
        + 30 * i32::from(differs(left.region, right.region) && !is_supported)
        + 6 * i32::from(are_phones_other && !is_supported);
    let confidence = confidence - doubt;
    (confidence >= LEAST).then_some((reason, confidence.clamp(0, 100) as u8))
}
