//! A large client's demands on goods and service, with evidence, and what a breach costs (DOMAIN 1.12-1.13).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{Fields, FormField, RowForm, Rows};
use crate::approach::{Fulfilment, Requirement, RequirementKind, Section};
use crate::i18n::{Language, t_string};
use crate::state::approach::EntryKind;
use crate::ui::parts::Figure;

const KINDS: [RequirementKind; 2] = [RequirementKind::Goods, RequirementKind::Service];
const FULFILMENTS: [Fulfilment; 3] = [Fulfilment::Unknown, Fulfilment::Met, Fulfilment::NotMet];

const ROWS: RowForm = rows!(
    words!(requirements.one),
    words!(requirements.add),
    &[
        row_choice!(words!(requirements.kind), kinds, KINDS, requirements.list, kind),
        row!(words!(requirements.text), EntryKind::Text, requirements.list, text),
        row_choice!(words!(requirements.fulfilment), fulfilments, FULFILMENTS, requirements.list, fulfilment),
        row!(words!(requirements.evidence), EntryKind::Text, requirements.list, evidence),
        row!(words!(requirements.penalty), EntryKind::AMOUNT, requirements.list, penalty),
        row!(words!(requirements.breaches), EntryKind::AMOUNT, requirements.list, breaches),
    ] as &[FormField],
    requirements.list,
    |_| Requirement::default()
);

const CAP: &[FormField] = &[field!(words!(requirements.cap), EntryKind::AMOUNT, requirements.penalty_cap)];

fn kinds(i18n: Language) -> Vec<&'static str> {
    vec![t_string!(i18n, approach.requirements.goods), t_string!(i18n, approach.requirements.service)]
}

fn fulfilments(i18n: Language) -> Vec<&'static str> {
    vec![
        t_string!(i18n, approach.requirements.unknown),
        t_string!(i18n, approach.requirements.met),
        t_string!(i18n, approach.requirements.not_met),
    ]
}

#[component]
pub fn RequirementsSection() -> impl IntoView {
    let client = use_client();
    let proven = client.percent(|records, _| records.requirements.proven());
    let expected = client.amount(|records, _| records.requirements.expected_penalties());
    let exposure = client.amount(|records, _| records.requirements.penalty_exposure());
    view! {
        <Rows section=Section::Requirements form=&ROWS />
        <Fields section=Section::Requirements fields=CAP />
        <dl class="figure-lines">
            <Figure label=words!(requirements.proven) formula=words!(requirements.proven_how) value=proven />
            <Figure label=words!(requirements.exposure) formula=words!(requirements.exposure_how) value=exposure />
            <Figure label=words!(requirements.expected) formula=words!(requirements.expected_how) value=expected />
        </dl>
    }
}
