//! Which list is shown: the pairs to decide, those put off, the merges made before.

use leptos::prelude::*;

use super::state::{DuplicatesState, ListName};
use crate::i18n::{t_string, use_i18n};
use crate::ui::use_kontor;

/// The three buttons, each with how many there are.
#[component]
pub fn Lists(state: DuplicatesState) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let count = move |list: ListName| match list {
        ListName::ToDecide => state.counts().0,
        ListName::Later => state.counts().1,
        ListName::Merged => state.merged.with(Vec::len),
    };
    let title = move |list: ListName| match list {
        ListName::ToDecide => t_string!(i18n, duplicates.to_decide),
        ListName::Later => t_string!(i18n, duplicates.later),
        ListName::Merged => t_string!(i18n, duplicates.merged_before),
    };
    let button = move |list: ListName| {
        let number = move || kontor.formats.with(|formats| formats.number(count(list) as f64, 0));
        view! {
            <button
                type="button"
                class="button"
                aria-pressed=move || (state.list.get() == list).to_string()
                on:click=move |_| state.list.set(list)
            >
                {move || title(list)}
                <span class="duplicates-count">{number}</span>
            </button>
        }
    };
    view! {
        <div class="duplicates-lists" role="group" aria-label=move || t_string!(i18n, duplicates.lists)>
            {[ListName::ToDecide, ListName::Later, ListName::Merged].map(button)}
        </div>
    }
}
