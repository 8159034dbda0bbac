//! Terms of its own for a client whose volume is small, with a floor below which our margin must not fall (DOMAIN 1.5).

use serde::{Deserialize, Serialize};

/// One thing that is granted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    pub name: String,
    /// What it costs us, as a share of the revenue before the discount (0.02 is 2 %).
    #[serde(default)]
    pub cost: f64,
}

/// The terms of one client.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IndividualTerms {
    /// Discount on the price, 0 to 1.
    pub discount: f64,
    pub terms: Vec<Term>,
    /// The least margin with this client; unset: that of the settings.
    pub margin_floor: Option<f64>,
}

impl IndividualTerms {
    /// Whether anything is granted.
    pub fn is_granted(&self) -> bool {
        self.discount != 0.0 || !self.terms.is_empty()
    }

    /// Our margin after all that is granted, m being the margin before: (m − d − k) ÷ (1 − d), where d is the discount and
    /// k what the terms cost. Nothing where the price is given away whole.
    pub fn margin_after(&self, margin: f64) -> Option<f64> {
        let price = 1.0 - self.discount;
        (price > 0.0).then(|| (margin - self.discount - self.cost()) / price)
    }

    /// The largest discount that keeps the floor φ with these terms: (m − k − φ) ÷ (1 − φ), at least 0. Nothing where even
    /// none keeps it.
    pub fn largest_discount(&self, margin: f64, floor: f64) -> Option<f64> {
        let left = (margin - self.cost() - floor) / (1.0 - floor);
        (floor < 1.0 && left >= 0.0).then_some(left)
    }

    /// What the terms cost together, as a share of the revenue.
    pub fn cost(&self) -> f64 {
        self.terms.iter().map(|term| term.cost).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(discount: f64, costs: &[f64]) -> IndividualTerms {
        let terms = costs.iter().map(|cost| Term { name: String::new(), cost: *cost }).collect();
        IndividualTerms { discount, terms, margin_floor: None }
    }

    #[track_caller]
    fn check(found: Option<f64>, expected: Option<f64>) {
        assert_eq!(found.map(|share| (share * 1e9).round()), expected.map(|share| share * 1e9));
    }

    #[test]
    fn a_discount_and_what_is_granted_come_out_of_the_margin() {
        check(terms(0.0, &[]).margin_after(0.3), Some(0.3));
        check(terms(0.2, &[]).margin_after(0.3), Some(0.125));
        check(terms(0.2, &[0.03, 0.03]).margin_after(0.3), Some(0.05));
        check(terms(0.5, &[]).margin_after(0.3), Some(-0.4));
        check(terms(1.0, &[]).margin_after(0.3), None);
    }

    #[test]
    fn the_largest_discount_lands_on_the_floor() {
        let granted = terms(0.0, &[0.02]);
        let discount = granted.largest_discount(0.3, 0.1).expect("a discount");
        check(terms(discount, &[0.02]).margin_after(0.3), Some(0.1));
        check(granted.largest_discount(0.1, 0.1), None);
        check(granted.largest_discount(0.3, 1.0), None);
    }
}
