//! The dialog "Duplicates": pairs of clients that may be the same, side by side, and the merges that were made before.

mod compare;
mod lists;
mod merged_list;
mod pair_list;
mod state;

use leptos::prelude::*;

use crate::i18n::{t, t_string, use_i18n};
use crate::platform;
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;
use compare::Compare;
use lists::Lists;
use merged_list::MergedList;
use pair_list::PairList;
use state::{DuplicatesState, ListName, NOTHING, Phase};

/// The dialog.
#[component]
pub fn DuplicatesDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let state = DuplicatesState::new(use_kontor().book);
    state.search();
    let close = move || {
        if state.phase.get_untracked() == Phase::Searching {
            platform::exchange::stop();
        }
        on_close();
    };
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, duplicates.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="duplicates"
            on_close=close
        >
            {move || match state.phase.get() {
                Phase::Searching => view! { <Searching state /> }.into_any(),
                Phase::Failed => view! { <Failed state /> }.into_any(),
                Phase::Found => view! { <Outcome state /> }.into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn Searching(state: DuplicatesState) -> impl IntoView {
    let i18n = use_i18n();
    let percent = Memo::new(move |_| (state.done.get().clamp(0.0, 1.0) * 100.0).round() as u32);
    view! {
        <div class="dialog-body duplicates-searching">
            <p>{t!(i18n, duplicates.comparing)}</p>
            <div
                class="duplicates-progress"
                role="progressbar"
                aria-label=move || t_string!(i18n, duplicates.progress)
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || percent.get().to_string()
            >
                <div class="duplicates-progress-bar" style:width=move || format!("{}%", percent.get())></div>
            </div>
        </div>
    }
}

#[component]
fn Failed(state: DuplicatesState) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="dialog-body duplicates-searching">
            <p role="alert">{t!(i18n, duplicates.failed)}</p>
            <button type="button" class="button primary" on:click=move |_| state.search()>
                {t!(i18n, duplicates.again)}
            </button>
        </div>
    }
}

#[component]
fn Outcome(state: DuplicatesState) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let list = Memo::new(move |_| state.list.get());
    let is_empty = Memo::new(move |_| state.shown.with(Vec::is_empty));
    let number = move |count: usize| kontor.formats.with(|formats| formats.number(count as f64, 0));
    let left = move || {
        let (count, _) = state.counts();
        t_string!(i18n, duplicates.left, count = count, number = number(count)).to_string()
    };
    let unlisted = move || {
        let (listed, all) = state.unlisted()?;
        let text = t_string!(i18n, duplicates.more, listed = number(listed), all = number(all)).to_string();
        Some(view! { <p class="duplicates-note">{text}</p> })
    };
    let nothing = move || match (list.get(), state.counts()) {
        (ListName::Later, _) => t_string!(i18n, duplicates.none_later),
        (_, (_, later)) if later > 0 || state.was_found() => t_string!(i18n, duplicates.none_left),
        _ => t_string!(i18n, duplicates.none),
    };
    let pairs = move || {
        view! {
            <Show
                when=move || !is_empty.get()
                fallback=move || view! { <p class="duplicates-nothing" id=NOTHING tabindex="-1">{nothing}</p> }
            >
                <div class="duplicates-body">
                    <PairList state />
                    <Compare state />
                </div>
            </Show>
        }
    };
    view! {
        <div class="duplicates-top">
            <Lists state />
            <p role="status">{left}</p>
        </div>
        {unlisted}
        {move || match list.get() {
            ListName::Merged => view! { <MergedList state /> }.into_any(),
            ListName::ToDecide | ListName::Later => pairs().into_any(),
        }}
    }
}
