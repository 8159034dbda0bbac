//! Which clients are compared at all. Each with each would be 200 million pairs among 20,000 clients: only those are
//! that share something rare, or whose names stand side by side in the alphabet, read forwards or backwards.

use super::card::{Card, hash};
use super::normal_name::is_han;

/// A word, or two neighbouring Chinese characters, that more names have says nothing.
const RARE: usize = 30;
/// A name that more clients have is no client's own: they are compared only where they share more.
const NAME_MOST: usize = 40;
/// How many of the following names each is compared with, forwards and backwards.
const WINDOW_FORWARDS: usize = 8;
const WINDOW_BACKWARDS: usize = 4;

/// Pairs of places in `cards`, the smaller first, each once.
pub fn candidates(cards: &[Card]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    let of = |keys: fn(&Card) -> Vec<u64>| {
        let all = (0_u32..).zip(cards).flat_map(move |(at, card)| keys(card).into_iter().map(move |key| (key, at)));
        all.collect::<Vec<(u64, u32)>>()
    };
    blocks(of(|card| card.tax_id.into_iter().collect()), usize::MAX, &mut pairs);
    blocks(of(|card| card.phones.clone()), usize::MAX, &mut pairs);
    blocks(of(|card| card.domains.clone()), usize::MAX, &mut pairs);
    blocks(of(|card| card.address.into_iter().collect()), RARE, &mut pairs);
    blocks(of(whole_name), NAME_MOST, &mut pairs);
    blocks(of(words), RARE, &mut pairs);
    let mut names: Vec<(&str, u32)> = cards.iter().zip(0..).map(|(card, at)| (card.name.as_str(), at)).collect();
    names.sort_unstable();
    names.dedup_by(|later, earlier| later.0 == earlier.0);
    window(&names, WINDOW_FORWARDS, &mut pairs);
    let backwards = |(name, at): &(&str, u32)| (name.chars().rev().collect::<String>(), *at);
    let mut names: Vec<(String, u32)> = names.iter().map(backwards).collect();
    names.sort_unstable();
    window(&names, WINDOW_BACKWARDS, &mut pairs);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// All pairs among those that share a key, where no more than `most` do.
fn blocks(mut keys: Vec<(u64, u32)>, most: usize, pairs: &mut Vec<(u32, u32)>) {
    keys.sort_unstable();
    keys.dedup();
    for block in keys.chunk_by(|left, right| left.0 == right.0).filter(|block| block.len() <= most) {
        for (place, (_, first)) in block.iter().enumerate() {
            pairs.extend(block[place + 1..].iter().map(|(_, second)| (*first, *second)));
        }
    }
}

/// Each name with those that follow it, as long as they begin alike.
fn window<Name: AsRef<str>>(names: &[(Name, u32)], length: usize, pairs: &mut Vec<(u32, u32)>) {
    for (place, (name, first)) in names.iter().enumerate() {
        let name = name.as_ref();
        let end = name.char_indices().nth(4).map_or(name.len(), |(end, _)| end);
        for (other, second) in names.iter().skip(place + 1).take(length) {
            if end == 0 || !other.as_ref().starts_with(&name[..end]) {
                break;
            }
            pairs.push(((*first).min(*second), (*first).max(*second)));
        }
    }
}

fn whole_name(card: &Card) -> Vec<u64> {
    if card.name.is_empty() { Vec::new() } else { vec![hash(&card.name)] }
}

/// The words of a name, and each two neighbouring Chinese characters.
fn words(card: &Card) -> Vec<u64> {
    let mut keys: Vec<u64> = Vec::new();
    for word in card.name.split(' ').filter(|word| !word.is_empty()) {
        if word.chars().any(is_han) {
            let letters: Vec<char> = word.chars().collect();
            keys.extend(
                letters.windows(2).map(|two| (u64::from(u32::from(two[0])) << 32) | u64::from(u32::from(two[1]))),
            );
        } else {
            keys.push(hash(word));
        }
    }
    keys
}
