//! Terms of its own for a small client, with a floor for our margin (DOMAIN 1.5).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{Fields, FormField, RowForm, Rows};
use crate::approach::{Section, Term};
use crate::state::approach::EntryKind;
use crate::ui::parts::Figure;

const FIELDS: &[FormField] = &[
    field!(words!(terms.discount), EntryKind::SHARE, terms.discount),
    field!(words!(terms.floor), EntryKind::Percent { least: 0.0, most: 0.99 }, terms.margin_floor),
];

const ROWS: RowForm = rows!(
    words!(terms.one),
    words!(terms.add),
    &[
        row!(words!(terms.name), EntryKind::Text, terms.terms, name),
        row!(words!(terms.cost), EntryKind::SHARE, terms.terms, cost),
    ] as &[FormField],
    terms.terms,
    |_| Term { name: String::new(), cost: 0.0 }
);

#[component]
pub fn TermsSection() -> impl IntoView {
    let client = use_client();
    let margin = move || client.facts.get().and_then(|facts| facts.margin);
    let before = client.percent(move |_, _| margin());
    let after = client.percent(move |records, _| records.terms.margin_after(margin()?));
    let largest = client.percent(move |records, client| records.terms.largest_discount(margin()?, client.floor()));
    let is_below = Signal::derive(move || {
        let after = client.records.with(|records| records.terms.margin_after(margin()?));
        Some(after? < client.floor())
    });
    view! {
        <Fields section=Section::Terms fields=FIELDS />
        <Rows section=Section::Terms form=&ROWS />
        <dl class="figure-lines">
            <Figure label=words!(terms.before) formula=words!(terms.before_how) value=before />
            <Figure
                label=words!(terms.after)
                formula=words!(terms.after_how)
                value=after
                is_bad=Signal::derive(move || is_below.get() == Some(true))
            />
            <Figure label=words!(terms.largest) formula=words!(terms.largest_how) value=largest />
        </dl>
    }
}
