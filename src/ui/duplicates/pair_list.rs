//! The pairs, a page of them at a time.

use leptos::{ev, prelude::*};

use super::state::DuplicatesState;
use crate::duplicates::Pair;
use crate::i18n::{duplicates, t_string, use_i18n};
use crate::platform::dom;
use crate::state::Part;
use crate::ui::use_kontor;
use crate::workbook::RowId;

/// So many pairs are drawn.
const PAGE: usize = 20;

/// The list with the pair that is shown marked; arrow keys go up and down.
#[component]
pub fn PairList(state: DuplicatesState) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let place = Memo::new(move |_| state.place());
    let page = Memo::new(move |_| place.get() / PAGE);
    let all = Memo::new(move |_| state.shown.with(Vec::len));
    let number = move |count: usize| kontor.formats.with(|formats| formats.number(count as f64, 0));
    let lines = move || {
        let start = page.get() * PAGE;
        let pairs: Vec<Pair> = state.shown.with(|shown| shown.iter().skip(start).take(PAGE).copied().collect());
        let line = |(at, pair)| view! { <PairLine state pair at place /> };
        (start..).zip(pairs).map(line).collect_view()
    };
    let range = move || {
        let start = page.get() * PAGE;
        let end = (start + PAGE).min(all.get());
        t_string!(i18n, duplicates.page, from = number(start + 1), to = number(end), all = number(all.get()))
            .to_string()
    };
    let go = move |to: usize| {
        if to < all.get_untracked() {
            state.choose(to);
            (kontor.book.host().later)(Box::new(move || dom::focus(&line_id(to))));
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowDown" => place.get_untracked() + 1,
            "ArrowUp" => place.get_untracked().saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        go(to);
    };
    let turn = move |to: usize| state.choose(to * PAGE);
    view! {
        <nav class="duplicates-pairs" aria-label=move || t_string!(i18n, duplicates.pairs)>
            <ul on:keydown=pressed>{lines}</ul>
            <Show when=move || { all.get() > PAGE }>
                <div class="duplicates-pages">
                    <button
                        type="button"
                        class="icon-button"
                        aria-label=move || t_string!(i18n, duplicates.previous)
                        disabled=move || page.get() == 0
                        on:click=move |_| turn(page.get_untracked().saturating_sub(1))
                    >
                        "‹"
                    </button>
                    <span>{range}</span>
                    <button
                        type="button"
                        class="icon-button"
                        aria-label=move || t_string!(i18n, duplicates.next)
                        disabled=move || { (page.get() + 1) * PAGE >= all.get() }
                        on:click=move |_| turn(page.get_untracked() + 1)
                    >
                        "›"
                    </button>
                </div>
            </Show>
        </nav>
    }
}

fn line_id(at: usize) -> String {
    format!("duplicates-pair-{at}")
}

#[component]
fn PairLine(state: DuplicatesState, pair: Pair, at: usize, place: Memo<usize>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let name = move |id: RowId| {
        kontor.book.follow(Part::Cells);
        let name = kontor.book.table(|table| table.row_of(id).map(|row| table.name(row).trim().to_owned()));
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| t_string!(i18n, duplicates.unnamed).to_owned())
    };
    let words = move || {
        let locale = i18n.get_locale();
        kontor.formats.with(|formats| {
            let reason = duplicates::reason(locale, pair.reason, formats);
            format!("{reason} · {}", duplicates::confidence(locale, pair.confidence, formats))
        })
    };
    view! {
        <li>
            <button
                type="button"
                id=line_id(at)
                class="duplicates-pair"
                aria-current=move || (place.get() == at).then_some("true")
                on:click=move |_| state.choose(at)
            >
                <span class="duplicates-name">{move || name(pair.first)}</span>
                <span class="duplicates-name">{move || name(pair.second)}</span>
                <span class="duplicates-reason">{words}</span>
            </button>
        </li>
    }
}
