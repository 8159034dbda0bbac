//! Which cards are selected, to be moved together.

use std::collections::BTreeSet;

use crate::workbook::RowId;

/// The selected cards, and the one from which Shift reaches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    cards: BTreeSet<RowId>,
    anchor: Option<RowId>,
}

impl Chosen {
    pub fn len(&self) -> usize {
        self.cards.len()
    }

    pub fn is_empty(&self) -> bool {
        self.cards.is_empty()
    }

    /// One of the selected cards.
    pub fn first(&self) -> Option<RowId> {
        self.cards.first().copied()
    }

    pub fn contains(&self, card: RowId) -> bool {
        self.cards.contains(&card)
    }

    /// Selects a card, or no longer. Shift reaches from here then.
    pub fn turn(&mut self, card: RowId) {
        if !self.cards.remove(&card) {
            self.cards.insert(card);
        }
        self.anchor = Some(card);
    }

    /// Selects the cards from the one where Shift reaches from up to another one, in a list that has both; where it has
    /// not, that other one alone.
    pub fn reach(&mut self, card: RowId, list: &[RowId]) {
        let place = |of: RowId| list.iter().position(|other| *other == of);
        if let Some((from, to)) = self.anchor.and_then(place).zip(place(card)) {
            self.cards.extend(&list[from.min(to)..=from.max(to)]);
        } else {
            self.cards.insert(card);
            self.anchor = Some(card);
        }
    }

    /// Selects these cards as well.
    pub fn add(&mut self, cards: impl IntoIterator<Item = RowId>) {
        self.cards.extend(cards);
    }

    /// Keeps the cards for which this is true.
    pub fn retain(&mut self, keep: impl Fn(RowId) -> bool) {
        self.cards.retain(|card| keep(*card));
    }

    /// Where Shift reaches from, for a card that is active without being selected.
    pub fn start_at(&mut self, card: RowId) {
        self.anchor = Some(card);
    }

    /// What moves with a card: all selected ones where it is one of them, or it alone.
    pub fn moving(&self, card: RowId) -> Vec<RowId> {
        if self.contains(card) { self.cards.iter().copied().collect() } else { vec![card] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::Origin;

    fn id(index: u32) -> RowId {
        RowId { origin: Origin(1), index }
    }

    #[track_caller]
    fn check(chosen: &Chosen, expected: &[u32]) {
        assert_eq!(chosen.cards.iter().map(|card| card.index).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn cards_are_selected_one_by_one_and_in_a_row() {
        let list = [5, 3, 8, 1].map(id);
        let mut chosen = Chosen::default();
        chosen.turn(id(3));
        chosen.reach(id(1), &list);
        check(&chosen, &[1, 3, 8]);
        chosen.turn(id(8));
        check(&chosen, &[1, 3]);
        chosen.reach(id(9), &[id(9)]);
        check(&chosen, &[1, 3, 9]);
        assert_eq!(chosen.moving(id(5)), [id(5)]);
        assert_eq!(chosen.moving(id(9)).len(), 3);
    }
}
