//! Whether we may bid at all: the conditions of each country, with documents that expire (DOMAIN 1.18).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{At, Fields, FormField};
use crate::approach::{ClientRecords, Document, EligibilityRegime, EligibilityRequirement, RequirementState, Section};
use crate::i18n::{Language, approach as wording, t, t_string, use_i18n};
use crate::state::approach::{Entry, EntryKind, Kept};
use crate::ui::parts::Figure;
use crate::ui::use_kontor;

const REGIMES: [Option<EligibilityRegime>; 4] =
    [None, Some(EligibilityRegime::China), Some(EligibilityRegime::Russia), Some(EligibilityRegime::Eu)];

const REGIME: &[FormField] = &[FormField::new(
    words!(eligibility.regime),
    EntryKind::Choice,
    |records, _| Some(Entry::of_choice(&REGIMES, &records.eligibility.regime)),
    |records, _, entry| {
        records.eligibility.regime = entry.chosen(&REGIMES)?;
        Some(())
    },
)
.of(regimes)];

/// A field of the document of a condition: which condition is the row.
macro_rules! document {
    ($label:expr, $kind:expr, $field:ident) => {
        FormField::new(
            $label,
            $kind,
            |records, at| document(records, at).map(|document| document.$field.entry()),
            |records, at, entry| {
                change_document(records, at, |document| document.$field.keep(entry));
                Some(())
            },
        )
    };
}

const DOCUMENT: &[FormField] = &[
    document!(words!(eligibility.document), EntryKind::Text, name),
    document!(words!(eligibility.expires), EntryKind::Day, expires),
    document!(words!(eligibility.is_waived), EntryKind::Flag, is_waived),
];

fn regimes(i18n: Language) -> Vec<&'static str> {
    vec![
        t_string!(i18n, approach.eligibility.no_regime),
        t_string!(i18n, approach.eligibility.china),
        t_string!(i18n, approach.eligibility.russia),
        t_string!(i18n, approach.eligibility.eu),
    ]
}

fn document(records: &ClientRecords, at: At) -> Option<&Document> {
    let requirement = EligibilityRequirement::ALL.get(at.row)?;
    records.eligibility.documents.iter().find(|document| document.requirement == *requirement)
}

/// Changes the document of a condition. One that says nothing any more is taken out of the list.
fn change_document(records: &mut ClientRecords, at: At, change: impl FnOnce(&mut Document)) -> Option<()> {
    let requirement = *EligibilityRequirement::ALL.get(at.row)?;
    let documents = &mut records.eligibility.documents;
    let place = documents.iter().position(|document| document.requirement == requirement);
    let blank = Document { requirement, name: String::new(), expires: None, is_waived: false };
    let mut document = place.map_or_else(|| blank.clone(), |place| documents.remove(place));
    change(&mut document);
    if document != blank {
        documents.insert(place.unwrap_or(documents.len()), document);
    }
    Some(())
}

#[component]
pub fn EligibilitySection() -> impl IntoView {
    let i18n = use_i18n();
    let client = use_client();
    let today = client.today();
    let readiness = client.percent(move |records, _| records.eligibility.readiness(today));
    let verdict = move || {
        client.records.with(|records| records.eligibility.is_eligible(today)).map(|is_eligible| {
            if is_eligible {
                view! { <p class="approach-good" role="status">{t!(i18n, approach.eligibility.yes)}</p> }.into_any()
            } else {
                view! { <p class="approach-bad" role="status">{t!(i18n, approach.eligibility.no)}</p> }.into_any()
            }
        })
    };
    let regime = Memo::new(move |_| client.records.with(|records| records.eligibility.regime));
    let conditions = move || {
        let all = EligibilityRequirement::ALL.iter().enumerate();
        let here = all.filter(|(_, requirement)| Some(requirement.regime()) == regime.get());
        here.map(|(row, requirement)| view! { <Condition requirement=*requirement row /> }).collect_view()
    };
    view! {
        <p class="approach-note">{t!(i18n, approach.eligibility.no_advice)}</p>
        <Fields section=Section::Eligibility fields=REGIME />
        {conditions}
        <dl class="figure-lines">
            <Figure
                label=words!(eligibility.readiness)
                formula=words!(eligibility.readiness_how)
                value=readiness
            />
        </dl>
        {verdict}
    }
}

/// One condition with its document and how it stands.
#[component]
fn Condition(requirement: EligibilityRequirement, row: usize) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let client = use_client();
    let today = client.today();
    let state = Memo::new(move |_| client.records.with(|records| records.eligibility.state(requirement, today)));
    let words = move || {
        let day = |day| kontor.formats.with(|formats| formats.day(day));
        match state.get() {
            RequirementState::Shown(Some(until)) => {
                t_string!(i18n, approach.eligibility.shown_until, day = day(until)).clone()
            }
            RequirementState::Shown(None) => t_string!(i18n, approach.eligibility.shown).to_owned(),
            RequirementState::Expired(on) => t_string!(i18n, approach.eligibility.expired, day = day(on)).clone(),
            RequirementState::Missing => t_string!(i18n, approach.eligibility.missing).to_owned(),
            RequirementState::Waived => t_string!(i18n, approach.eligibility.waived).to_owned(),
        }
    };
    let name = move || wording::eligibility(i18n, requirement);
    view! {
        <div class="entry-row" role="group" aria-label=name>
            <div class="entry-row-head">
                <span>{name}</span>
                <span class="condition-state" class:is-bad=move || state.get().blocks()>
                    {words}
                </span>
            </div>
            <Fields section=Section::Eligibility fields=DOCUMENT at=At { row, part: 0 } />
        </div>
    }
}
