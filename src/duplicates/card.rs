//! What is compared of each client, put into comparable form once.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::glance::Glance;
use super::keys;
use super::normal_name::normal_name;
use crate::workbook::{ClientTable, Field};

/// A tax id that more clients have is a stand-in ("to be asked").
const TAX_ID_MOST: usize = 50;
/// A phone number or domain that more clients have is a switchboard's, or a group's.
const SHARED_MOST: usize = 20;

/// One client.
#[derive(Clone, Debug, Default)]
pub struct Card {
    pub row: u32,
    /// The normal name; empty where there is none.
    pub name: String,
    /// What can be said of the name at a glance.
    pub glance: Glance,
    /// Hashes stand for the texts: two clients of a list never differ in nothing but a collision.
    pub tax_id: Option<u64>,
    pub phones: Vec<u64>,
    pub domains: Vec<u64>,
    pub address: Option<u64>,
    pub region: Option<u64>,
}

/// A card for each client that has anything to compare, in the order of the sheet.
pub fn cards(table: &ClientTable) -> Vec<Card> {
    let tax_ids = table.field(Field::TaxId);
    let [phones, emails, addresses, regions] =
        [Field::Phone, Field::Email, Field::Address, Field::Region].map(|field| table.field(field));
    let mut cards: Vec<Card> = table
        .rows()
        .map(|row| {
            // A number that lost its last digits is no longer anybody's.
            let is_whole = !tax_ids.misfits.contains_key(&row);
            let region = regions.text(row);
            let name = normal_name(table.name(row));
            Card {
                row,
                glance: Glance::of(&name),
                name,
                tax_id: is_whole.then(|| keys::tax_id(tax_ids.text(row))).flatten().map(|id| hash(&id)),
                phones: keys::phones(phones.text(row)),
                domains: keys::domains(emails.text(row)).iter().map(|domain| hash(domain)).collect(),
                address: keys::address(addresses.text(row)).map(|address| hash(&address)),
                region: (!region.is_empty()).then(|| hash(&normal_name(region))),
            }
        })
        .collect();
    forget_placeholders(&mut cards);
    cards.retain(|card| !card.name.is_empty() || card.tax_id.is_some());
    cards
}

fn forget_placeholders(cards: &mut [Card]) {
    let tax_ids = counts(cards.iter().filter_map(|card| card.tax_id));
    let phones = counts(cards.iter().flat_map(|card| card.phones.iter().copied()));
    let domains = counts(cards.iter().flat_map(|card| card.domains.iter().copied()));
    let is_rare = |counts: &HashMap<u64, usize>, key: &u64, most| counts.get(key).is_none_or(|count| *count <= most);
    for card in cards {
        card.tax_id = card.tax_id.filter(|id| is_rare(&tax_ids, id, TAX_ID_MOST));
        card.phones.retain(|phone| is_rare(&phones, phone, SHARED_MOST));
        card.domains.retain(|domain| is_rare(&domains, domain, SHARED_MOST));
    }
}

fn counts(keys: impl Iterator<Item = u64>) -> HashMap<u64, usize> {
    let mut counts = HashMap::new();
    keys.for_each(|key| *counts.entry(key).or_default() += 1);
    counts
}

pub fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
