//! Who decides and acts at a large client, stage by stage, and who helps us through (DOMAIN 1.14-1.15).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{At, FormField, RowForm, Rows};
use crate::approach::{ClientRecords, DealStage, Section, Stakeholder};
use crate::i18n::{approach as wording, t, use_i18n};
use crate::state::approach::{Entry, EntryKind};
use crate::ui::parts::{Figure, Words};

/// Whether a person acts in a stage; which one is the field's part.
const fn stage(label: Words, place: usize) -> FormField {
    FormField::new(label, EntryKind::Flag, acts, set_acts).part(place)
}

fn acts(records: &ClientRecords, at: At) -> Option<Entry> {
    let person = records.stakeholders.0.get(at.row)?;
    Some(Entry::Flag(person.stages.contains(DealStage::ALL.get(at.part)?)))
}

fn set_acts(records: &mut ClientRecords, at: At, entry: Entry) -> Option<()> {
    let stage = *DealStage::ALL.get(at.part)?;
    let stages = &mut records.stakeholders.0.get_mut(at.row)?.stages;
    stages.retain(|other| *other != stage);
    if entry.is_set() {
        stages.push(stage);
        stages.sort_unstable();
    }
    Some(())
}

const ROWS: RowForm = rows!(
    words!(stakeholders.one),
    words!(stakeholders.add),
    &[
        row!(words!(stakeholders.name), EntryKind::Text, stakeholders.0, name),
        row!(words!(stakeholders.role), EntryKind::Text, stakeholders.0, role),
        row!(words!(stakeholders.influence), EntryKind::Number { least: 1.0, most: 5.0 }, stakeholders.0, influence),
        row!(words!(stakeholders.attitude), EntryKind::Number { least: -2.0, most: 2.0 }, stakeholders.0, attitude),
        row!(words!(stakeholders.is_coordinator), EntryKind::Flag, stakeholders.0, is_coordinator),
        stage(words!(stage.need), 0),
        stage(words!(stage.contract), 1),
        stage(words!(stage.order), 2),
        stage(words!(stage.delivery), 3),
        stage(words!(stage.acceptance), 4),
        stage(words!(stage.payment), 5),
        stage(words!(stage.service), 6),
    ] as &[FormField],
    stakeholders.0,
    |_| Stakeholder::default()
);

#[component]
pub fn StakeholdersSection() -> impl IntoView {
    let i18n = use_i18n();
    let client = use_client();
    let coordinator = Signal::derive(move || {
        client.records.with(|records| records.stakeholders.coordinator().map(|person| person.name.clone()))
    });
    let support = client.amount(|records, _| records.stakeholders.support());
    view! {
        <dl class="figure-lines">
            <Figure
                label=words!(stakeholders.coordinator)
                formula=words!(stakeholders.coordinator_how)
                value=coordinator
            />
            <Figure label=words!(stakeholders.support) formula=words!(stakeholders.support_how) value=support />
        </dl>
        <Rows section=Section::Stakeholders form=&ROWS />
        <h4 id="approach-stages">{t!(i18n, approach.stakeholders.map)}</h4>
        <ul class="stage-map" role="list" aria-labelledby="approach-stages">
            {DealStage::ALL.map(|stage| view! { <StageLine stage /> }).collect_view()}
        </ul>
    }
}

/// Who is known in a stage, or that nobody is.
#[component]
fn StageLine(stage: DealStage) -> impl IntoView {
    let i18n = use_i18n();
    let client = use_client();
    let names = Memo::new(move |_| {
        client.records.with(|records| {
            let names = records
                .stakeholders
                .at(stage)
                .map(|person| if person.name.trim().is_empty() { person.role.clone() } else { person.name.clone() });
            names.collect::<Vec<_>>().join(", ")
        })
    });
    view! {
        <li class:is-blank=move || names.with(String::is_empty)>
            <strong>{move || wording::stage(i18n, stage)}</strong>
            <span>
                {move || match names.get() {
                    names if names.is_empty() => t!(i18n, approach.stakeholders.nobody).into_any(),
                    names => names.into_any(),
                }}
            </span>
        </li>
    }
}
