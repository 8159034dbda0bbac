//! The supplier that a client has, our offer beside it, and what is left for us (DOMAIN 1.8).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{Fields, FormField, RowForm, Rows};
use crate::approach::{Concession, OfferFigures, Section};
use crate::i18n::{t, use_i18n};
use crate::state::approach::EntryKind;
use crate::ui::parts::Figure;

const THEIRS: &[FormField] = &[
    field!(words!(offer.supplier), EntryKind::Text, offer.incumbent.supplier),
    field!(words!(offer.price), EntryKind::AMOUNT, offer.incumbent.price),
    field!(words!(offer.payment_days), EntryKind::AMOUNT, offer.incumbent.payment_days),
    field!(words!(offer.delivery_days), EntryKind::AMOUNT, offer.incumbent.delivery_days),
    field!(words!(offer.smallest_lot), EntryKind::AMOUNT, offer.incumbent.smallest_lot),
    field!(words!(offer.bound_until), EntryKind::Day, offer.incumbent.bound_until),
    field!(words!(offer.strengths), EntryKind::Long, offer.incumbent.strengths),
    field!(words!(offer.weaknesses), EntryKind::Long, offer.incumbent.weaknesses),
];

const OURS: &[FormField] = &[
    field!(words!(offer.list_price), EntryKind::AMOUNT, offer.offer.price),
    field!(words!(offer.unit_cost), EntryKind::AMOUNT, offer.offer.unit_cost),
    field!(words!(offer.discount), EntryKind::SHARE, offer.offer.discount),
    field!(words!(offer.payment_days), EntryKind::AMOUNT, offer.offer.payment_days),
    field!(words!(offer.delivery_days), EntryKind::AMOUNT, offer.offer.delivery_days),
    field!(words!(offer.smallest_lot), EntryKind::AMOUNT, offer.offer.smallest_lot),
    field!(words!(offer.units), EntryKind::AMOUNT, offer.offer.units),
];

const ROWS: RowForm = rows!(
    words!(offer.one),
    words!(offer.add),
    &[
        row!(words!(offer.concession), EntryKind::Text, offer.offer.concessions, name),
        row!(words!(offer.concession_cost), EntryKind::AMOUNT, offer.offer.concessions, cost),
    ] as &[FormField],
    offer.offer.concessions,
    |_| Concession { name: String::new(), cost: 0.0 }
);

#[component]
pub fn OfferSection() -> impl IntoView {
    let i18n = use_i18n();
    let client = use_client();
    let figures = Memo::new(move |_| {
        let rate = client.rules.with(|rules| rules.capital_rate);
        client.records.with(|records| records.offer.figures(rate))
    });
    let amount = move |of: fn(&OfferFigures) -> Option<f64>| client.amount(move |_, _| figures.with(of));
    let percent = move |of: fn(&OfferFigures) -> Option<f64>| client.percent(move |_, _| figures.with(of));
    let verdict = move || {
        figures.get().is_good_for_both(client.floor()).map(|is_good| {
            if is_good {
                view! { <p class="approach-good" role="status">{t!(i18n, approach.offer.good)}</p> }.into_any()
            } else {
                view! { <p class="approach-bad" role="status">{t!(i18n, approach.offer.bad)}</p> }.into_any()
            }
        })
    };
    let is_below = Signal::derive(move || {
        figures.with(|figures| figures.margin_share).is_some_and(|share| share < client.floor())
    });
    view! {
        <div class="offer-sides">
            <fieldset class="offer-side">
                <legend>{t!(i18n, approach.offer.theirs)}</legend>
                <Fields section=Section::Offer fields=THEIRS />
            </fieldset>
            <fieldset class="offer-side">
                <legend>{t!(i18n, approach.offer.ours)}</legend>
                <Fields section=Section::Offer fields=OURS />
            </fieldset>
        </div>
        <Rows section=Section::Offer form=&ROWS />
        <dl class="figure-lines">
            <Figure label=words!(offer.our_price) formula=words!(offer.our_price_how) value=amount(|figures| figures.price) />
            <Figure label=words!(offer.saving) formula=words!(offer.saving_how) value=amount(|figures| figures.saving) />
            <Figure
                label=words!(offer.saving_share)
                formula=words!(offer.saving_share_how)
                value=percent(|figures| figures.saving_share)
            />
            <Figure
                label=words!(offer.more_payment_days)
                formula=words!(offer.more_payment_days_how)
                value=amount(|figures| figures.more_payment_days)
            />
            <Figure
                label=words!(offer.sooner_days)
                formula=words!(offer.sooner_days_how)
                value=amount(|figures| figures.sooner_days)
            />
            <Figure label=words!(offer.credit) formula=words!(offer.credit_how) value=amount(|figures| figures.credit_cost) />
            <Figure label=words!(offer.margin) formula=words!(offer.margin_how) value=amount(|figures| figures.margin) />
            <Figure
                label=words!(offer.margin_share)
                formula=words!(offer.margin_share_how)
                value=percent(|figures| figures.margin_share)
                is_bad=is_below
            />
            <Figure
                label=words!(offer.list_margin)
                formula=words!(offer.list_margin_how)
                value=percent(|figures| figures.list_margin_share)
            />
            <Figure
                label=words!(offer.yearly)
                formula=words!(offer.yearly_how)
                value=amount(|figures| figures.yearly_margin)
            />
        </dl>
        {verdict}
    }
}
