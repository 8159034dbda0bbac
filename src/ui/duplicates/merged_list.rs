//! The merges that were made before, each of which can be taken apart.

use leptos::prelude::*;

use super::state::{DuplicatesState, NOTHING};
use crate::duplicates::MergeRecord;
use crate::i18n::{t, t_string, use_i18n};
use crate::ui::use_kontor;

/// So many are drawn; those below come up as others are taken apart.
const MOST: usize = 100;

/// The list, the latest first.
#[component]
pub fn MergedList(state: DuplicatesState) -> impl IntoView {
    let i18n = use_i18n();
    let is_empty = Memo::new(move |_| state.merged.with(Vec::is_empty));
    let note = move || {
        if is_empty.get() { t_string!(i18n, duplicates.none_merged) } else { t_string!(i18n, duplicates.apart_hint) }
    };
    let lines = move || {
        let records = state.merged.with(|merged| merged.iter().take(MOST).cloned().collect::<Vec<_>>());
        records.into_iter().map(|record| view! { <MergedLine state record /> }).collect_view()
    };
    view! {
        <div class="duplicates-merged">
            <p class="duplicates-nothing" id=NOTHING tabindex="-1">{note}</p>
            <Show when=move || !is_empty.get()>
                <ul aria-label=move || t_string!(i18n, duplicates.merged_before)>{lines}</ul>
            </Show>
        </div>
    }
}

#[component]
fn MergedLine(state: DuplicatesState, record: MergeRecord) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let name = move |name: &str| {
        let name = name.trim();
        if name.is_empty() { t_string!(i18n, duplicates.unnamed).to_owned() } else { name.to_owned() }
    };
    let record = StoredValue::new(record);
    let names = move || record.with_value(|record| (name(&record.kept_name), name(&record.other_name)));
    let day = move || {
        let day = record.with_value(|record| kontor.formats.with(|formats| formats.day(record.day)));
        t_string!(i18n, duplicates.merged_on, day = day).to_string()
    };
    let line = move || {
        let (kept, other) = names();
        t_string!(i18n, duplicates.into, other = other, kept = kept).to_string()
    };
    let label = move || {
        let (kept, other) = names();
        t_string!(i18n, duplicates.take_apart_names, other = other, kept = kept).to_string()
    };
    view! {
        <li>
            <span class="duplicates-name">{line}</span>
            <span class="duplicates-reason">{day}</span>
            <button
                type="button"
                class="button"
                aria-label=label
                on:click=move |_| {
                    let record = record.get_value();
                    state.take_apart(&record);
                }
            >
                {t!(i18n, duplicates.take_apart)}
            </button>
        </li>
    }
}
