//! How easily a client replaces us (DOMAIN 1.13).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{Fields, FormField};
use crate::approach::Section;
use crate::i18n::{t, use_i18n};
use crate::state::approach::EntryKind;
use crate::ui::parts::Figure;

const FIELDS: &[FormField] = &[
    field!(words!(replaceability.rivals), EntryKind::ANSWER, replaceability.rivals),
    field!(words!(replaceability.cheap_change), EntryKind::ANSWER, replaceability.cheap_change),
    field!(words!(replaceability.unbound), EntryKind::ANSWER, replaceability.unbound),
    field!(words!(replaceability.second_source), EntryKind::ANSWER, replaceability.second_source),
    field!(words!(replaceability.no_ties), EntryKind::ANSWER, replaceability.no_ties),
];

#[component]
pub fn ReplaceabilitySection() -> impl IntoView {
    let i18n = use_i18n();
    let client = use_client();
    let score = client.percent(|records, _| records.replaceability.score());
    view! {
        <p class="approach-note">{t!(i18n, approach.replaceability.scale)}</p>
        <Fields section=Section::Replaceability fields=FIELDS />
        <dl class="figure-lines">
            <Figure label=words!(replaceability.score) formula=words!(replaceability.score_how) value=score />
        </dl>
    }
}
