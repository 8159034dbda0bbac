//! Why a client is in its segment, and the buttons to decide otherwise.

use leptos::prelude::*;

use super::SegmentChoices;
use crate::i18n::{segment, t, t_string, use_i18n};
use crate::segment::{Explanation, Finding, GroupBy, GroupKey, Segment};
use crate::state::{explanation, moved, taken_back};
use crate::ui::use_kontor;
use crate::workbook::RowId;

/// One client's segment: how sure it is, what speaks for it, what is missing, and buttons to choose or to take a choice
/// back. Shows nothing for a client that is gone.
#[component]
pub fn SegmentEvidence(#[prop(into)] client: Signal<RowId>) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let found = Memo::new(move |_| explanation(kontor.book, client.get()));
    let choose = move |of: Segment| {
        let today = (kontor.book.host().today)();
        kontor.book.edit(moved(client.get_untracked(), &GroupBy::Segment, &GroupKey::Segment(of), today));
    };
    let finding = Memo::new(move |_| found.with(|found| found.as_ref().map(|found| found.finding)));
    let chosen = Signal::derive(move || finding.get().map(|finding| finding.segment));
    let label = Signal::derive(move || t_string!(i18n, segment.mark.choose).to_owned());
    let question = move || finding.get().filter(|finding| finding.asks).map(|_| t!(i18n, board.ask));
    let details = move || found.get().map(|found| view! { <Details found /> });
    let is_chosen = move || finding.get().is_some_and(|finding| finding.is_chosen());
    view! {
        <div class="segment-evidence">
            {move || finding.get().map(|finding| view! { <Summary finding /> })}
            <p class="evidence-question">{question}</p>
            <SegmentChoices label chosen on_choose=choose />
            {move || {
                is_chosen()
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button evidence-back"
                                on:click=move |_| {
                                    kontor.book.edit(taken_back(client.get_untracked()));
                                }
                            >
                                {t!(i18n, segment.mark.take_back)}
                            </button>
                        }
                    })
            }}
            {details}
        </div>
    }
}

/// The segment, the size, and how sure both are.
#[component]
fn Summary(finding: Finding) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let percent = move || kontor.formats.with(|formats| formats.percent(f64::from(finding.confidence) / 100.0, 0));
    let mark = move || match finding {
        finding if finding.is_chosen() => t_string!(i18n, segment.mark.chosen).to_owned(),
        finding if finding.basis.is_estimate() => t_string!(i18n, segment.mark.estimated).to_owned(),
        _ => String::new(),
    };
    // The size is a fact of its own where it does not follow from the segment.
    let size = move || {
        let own = finding.size.filter(|size| size.segment() != finding.segment);
        own.map(|size| segment::size(i18n, size))
    };
    view! {
        <p class="evidence-summary">
            <strong class="evidence-segment" data-segment=finding.segment.key()>
                {move || segment::name(i18n, finding.segment)}
            </strong>
            <span>{size}</span>
            <span>{move || t_string!(i18n, segment.mark.confidence, percent = percent())}</span>
            <span>{mark}</span>
        </p>
    }
}

/// The evidence and what is missing.
#[component]
fn Details(found: Explanation) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let Explanation { evidence, without_choice, missing, .. } = found;
    let sentence = move |evidence| move || kontor.formats.with(|formats| segment::evidence(i18n, formats, &evidence));
    let without = without_choice.map(|other| {
        let percent = move || kontor.formats.with(|formats| formats.percent(f64::from(other.confidence) / 100.0, 0));
        let text = move || {
            let name = segment::name(i18n, other.segment);
            t_string!(i18n, segment.mark.take_back_gives, segment = name, percent = percent())
        };
        view! { <p class="evidence-without">{text}</p> }
    });
    let lacking = (!missing.is_empty()).then(|| {
        let names = missing.into_iter().map(|missing| view! { <li>{move || segment::missing(i18n, missing)}</li> });
        view! {
            <p class="evidence-missing">{t!(i18n, segment.missing.heading)}</p>
            <ul class="evidence-list" role="list">
                {names.collect_view()}
            </ul>
        }
    });
    let items = evidence.into_iter().map(|weighted| view! { <li>{sentence(weighted.evidence)}</li> });
    view! {
        {without}
        <ul class="evidence-list" role="list" aria-label=move || t_string!(i18n, segment.mark.why)>
            {items.collect_view()}
        </ul>
        {lacking}
    }
}
