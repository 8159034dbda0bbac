//! Why a client is a key account, and what the work for it costs (DOMAIN 1.11).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{At, Fields, FormField, RowForm, Rows};
use crate::approach::{ClientRecords, Effort, KeyReason, Section};
use crate::i18n::{approach as wording, t, use_i18n};
use crate::state::approach::{Entry, EntryKind};
use crate::ui::parts::{Figure, Words};

/// Whether one of the reasons holds; which one is the field's part.
const fn reason(label: Words, place: usize) -> FormField {
    FormField::new(label, EntryKind::Flag, has_reason, set_reason).part(place)
}

fn has_reason(records: &ClientRecords, at: At) -> Option<Entry> {
    Some(Entry::Flag(records.key_account.reasons.contains(KeyReason::ALL.get(at.part)?)))
}

fn set_reason(records: &mut ClientRecords, at: At, entry: Entry) -> Option<()> {
    let reason = *KeyReason::ALL.get(at.part)?;
    let reasons = &mut records.key_account.reasons;
    reasons.retain(|other| *other != reason);
    if entry.is_set() {
        reasons.push(reason);
        reasons.sort_unstable();
    }
    Some(())
}

const REASONS: &[FormField] = &[
    reason(words!(key.income), 0),
    reason(words!(key.potential), 1),
    reason(words!(key.reference), 2),
    reason(words!(key.access), 3),
    reason(words!(key.development), 4),
];

const COSTS: &[FormField] = &[field!(words!(key.other_costs), EntryKind::AMOUNT, key_account.other_costs)];

const ROWS: RowForm = rows!(
    words!(key.one),
    words!(key.add),
    &[
        row!(words!(key.role), EntryKind::Text, key_account.effort, role),
        row!(words!(key.hours), EntryKind::AMOUNT, key_account.effort, hours),
        row!(words!(key.hourly_cost), EntryKind::AMOUNT, key_account.effort, hourly_cost),
    ] as &[FormField],
    key_account.effort,
    |_| Effort::default()
);

#[component]
pub fn KeyAccountSection() -> impl IntoView {
    let i18n = use_i18n();
    let client = use_client();
    let all = move || {
        let share = client.facts.get().and_then(|facts| facts.revenue_share);
        let key_share = client.rules.with(|rules| rules.key_share);
        let reasons = client.records.with(|records| records.key_account.all_reasons(share, key_share));
        if reasons.is_empty() {
            return view! { <p class="entry-none">{t!(i18n, approach.key.no_reason)}</p> }.into_any();
        }
        let names: Vec<&str> = reasons.into_iter().map(|reason| wording::key_reason(i18n, reason)).collect();
        view! { <p class="approach-good">{t!(i18n, approach.key.is_key)} " " {names.join(" · ")}</p> }.into_any()
    };
    let share = client.percent(|_, client| client.facts.get()?.revenue_share);
    let hours = client.amount(|records, _| Some(records.key_account.hours()));
    let cost = client.amount(|records, _| Some(records.key_account.cost_to_serve()));
    let cost_share = client.percent(|records, client| records.key_account.cost_share(client.facts.get()?.revenue?));
    let after =
        client.amount(|records, client| Some(records.key_account.margin_after(client.facts.get()?.margin_amount?)));
    view! {
        {all}
        <fieldset class="entry-group">
            <legend>{t!(i18n, approach.key.reasons)}</legend>
            <Fields section=Section::KeyAccount fields=REASONS />
        </fieldset>
        <Rows section=Section::KeyAccount form=&ROWS />
        <Fields section=Section::KeyAccount fields=COSTS />
        <dl class="figure-lines">
            <Figure label=words!(key.share) formula=words!(key.share_how) value=share />
            <Figure label=words!(key.sum_hours) formula=words!(key.sum_hours_how) value=hours />
            <Figure label=words!(key.cost) formula=words!(key.cost_how) value=cost />
            <Figure label=words!(key.cost_share) formula=words!(key.cost_share_how) value=cost_share />
            <Figure label=words!(key.after) formula=words!(key.after_how) value=after />
        </dl>
    }
}
