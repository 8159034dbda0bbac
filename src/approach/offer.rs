//! The supplier that a client has, and an offer of ours beside it: better for the client *and* for us (DOMAIN 1.8).

use serde::{Deserialize, Serialize};

use crate::workbook::Day;

/// The supplier that has the client's business.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Incumbent {
    pub supplier: String,
    /// Price of a unit.
    pub price: Option<f64>,
    pub payment_days: Option<f64>,
    pub delivery_days: Option<f64>,
    pub smallest_lot: Option<f64>,
    /// Until when the client is bound.
    pub bound_until: Option<Day>,
    pub strengths: String,
    pub weaknesses: String,
}

/// Something besides the price that we give.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Concession {
    pub name: String,
    /// What it costs us for each unit.
    #[serde(default)]
    pub cost: f64,
}

/// What we offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Offer {
    /// List price of a unit.
    pub price: Option<f64>,
    /// What a unit costs us.
    pub unit_cost: Option<f64>,
    /// Discount on the list price, 0 to 1.
    pub discount: f64,
    pub payment_days: Option<f64>,
    pub delivery_days: Option<f64>,
    pub smallest_lot: Option<f64>,
    pub concessions: Vec<Concession>,
    /// How many units a year the client is thought to buy.
    pub units: Option<f64>,
}

/// An incumbent and our offer side by side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OfferComparison {
    pub incumbent: Incumbent,
    pub offer: Offer,
}

/// What the comparison says. Each figure is nothing where something is missing for it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OfferFigures {
    /// Our price of a unit after the discount.
    pub price: Option<f64>,
    /// What the days of credit cost us for each unit: price × days ÷ 365 × what money costs a year.
    pub credit_cost: Option<f64>,
    /// What is left of a unit's price after its cost, the concessions and the credit.
    pub margin: Option<f64>,
    /// The same as a share of our price.
    pub margin_share: Option<f64>,
    /// Our margin before anything was conceded, as a share of the list price.
    pub list_margin_share: Option<f64>,
    /// The margin of a year.
    pub yearly_margin: Option<f64>,
    /// What the client saves with each unit; negative where we are dearer.
    pub saving: Option<f64>,
    /// The same as a share of the incumbent's price.
    pub saving_share: Option<f64>,
    /// Days of credit more than the incumbent gives.
    pub more_payment_days: Option<f64>,
    /// Days that we deliver sooner.
    pub sooner_days: Option<f64>,
}

impl OfferComparison {
    /// The figures, money costing `capital_rate` a year (a share).
    pub fn figures(&self, capital_rate: f64) -> OfferFigures {
        let Self { incumbent, offer } = self;
        let price = offer.price.map(|price| price * (1.0 - offer.discount));
        let credit_cost = price.map(|price| price * offer.payment_days.unwrap_or(0.0) / 365.0 * capital_rate);
        let conceded: f64 = offer.concessions.iter().map(|concession| concession.cost).sum();
        let margin = both(price, offer.unit_cost)
            .zip(credit_cost)
            .map(|((price, cost), credit)| price - cost - conceded - credit);
        let saving = both(incumbent.price, price).map(|(theirs, ours)| theirs - ours);
        let share = |part: Option<f64>, whole: Option<f64>| {
            both(part, whole.filter(|whole| *whole > 0.0)).map(|(part, whole)| part / whole)
        };
        let list_margin = both(offer.price, offer.unit_cost).map(|(price, cost)| price - cost);
        OfferFigures {
            price,
            credit_cost,
            margin,
            margin_share: share(margin, price),
            list_margin_share: share(list_margin, offer.price),
            yearly_margin: both(margin, offer.units).map(|(margin, units)| margin * units),
            saving,
            saving_share: share(saving, incumbent.price),
            more_payment_days: both(offer.payment_days, incumbent.payment_days).map(|(ours, theirs)| ours - theirs),
            sooner_days: both(incumbent.delivery_days, offer.delivery_days).map(|(theirs, ours)| theirs - ours),
        }
    }
}

impl OfferFigures {
    /// Whether the offer is better for both: the client saves (or pays the same), and our margin keeps the floor.
    pub fn is_good_for_both(&self, floor: f64) -> Option<bool> {
        both(self.saving, self.margin_share).map(|(saving, margin)| saving >= 0.0 && margin >= floor)
    }
}

fn both(one: Option<f64>, other: Option<f64>) -> Option<(f64, f64)> {
    one.zip(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comparison() -> OfferComparison {
        let incumbent = Incumbent {
            price: Some(100.0),
            payment_days: Some(30.0),
            delivery_days: Some(10.0),
            ..Incumbent::default()
        };
        let offer = Offer {
            price: Some(100.0),
            unit_cost: Some(70.0),
            discount: 0.05,
            payment_days: Some(73.0),
            delivery_days: Some(4.0),
            concessions: vec![Concession { name: "training".to_owned(), cost: 3.0 }],
            units: Some(1000.0),
            ..Offer::default()
        };
        OfferComparison { incumbent, offer }
    }

    #[track_caller]
    fn check(found: Option<f64>, expected: f64) {
        assert!(found.is_some_and(|found| (found - expected).abs() < 1e-9), "{found:?} is not {expected}");
    }

    #[test]
    fn our_margin_is_what_is_left_after_every_concession() {
        let figures = comparison().figures(0.1);
        check(figures.price, 95.0);
        check(figures.credit_cost, 1.9);
        check(figures.margin, 20.1);
        check(figures.margin_share, 20.1 / 95.0);
        check(figures.list_margin_share, 0.3);
        check(figures.yearly_margin, 20_100.0);
        check(figures.saving, 5.0);
        check(figures.saving_share, 0.05);
        check(figures.more_payment_days, 43.0);
        check(figures.sooner_days, 6.0);
        assert_eq!((figures.is_good_for_both(0.2), figures.is_good_for_both(0.25)), (Some(true), Some(false)));
    }

    #[test]
    fn what_is_missing_leaves_its_figures_open() {
        assert_eq!(OfferComparison::default().figures(0.1), OfferFigures::default());
        let mut without_cost = comparison();
        without_cost.offer.unit_cost = None;
        let figures = without_cost.figures(0.1);
        assert_eq!((figures.margin, figures.is_good_for_both(0.1)), (None, None));
        check(figures.saving, 5.0);
    }
}
