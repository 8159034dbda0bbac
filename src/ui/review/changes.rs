//! The table of what differs.

use leptos::prelude::*;

use super::item::ItemRow;
use crate::i18n::{t, t_string, use_i18n};
use crate::state::ReviewState;

/// So many rows are drawn at first, and so many more each time.
const PAGE: usize = 200;

/// The table "Changes", drawn page by page.
#[component]
pub fn Changes(state: ReviewState) -> impl IntoView {
    let i18n = use_i18n();
    let pages = RwSignal::new(1_usize);
    let shown = Memo::new(move |_| state.shown());
    // Another filter begins at the top again.
    let version = Memo::new(move |before: Option<&u32>| {
        state.only.track();
        before.map_or(0, |before| before + 1)
    });
    Effect::new(move || {
        version.track();
        pages.set(1);
    });
    let keys = move || {
        let count = shown.with(Vec::len).div_ceil(PAGE).min(pages.get());
        let version = version.get();
        (0..count).map(move |page| (version, page))
    };
    let page = move |(_, page): (u32, usize)| {
        let items: Vec<u32> =
            shown.with_untracked(|shown| shown.iter().skip(page * PAGE).take(PAGE).copied().collect());
        items.into_iter().map(|at| view! { <ItemRow state=state at=at /> }).collect_view()
    };
    let has_more = Memo::new(move |_| pages.get() * PAGE < shown.with(Vec::len));
    view! {
        <div class="review-table" tabindex="0" role="region" aria-label=move || t_string!(i18n, review.table)>
            <table>
                <caption class="visually-hidden">{t!(i18n, review.table)}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="review-take">{t!(i18n, review.take_heading)}</th>
                        <th scope="col" class="review-kind">{t!(i18n, review.kind)}</th>
                        <th scope="col" class="review-client">{t!(i18n, review.client)}</th>
                        <th scope="col">{t!(i18n, review.what)}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=keys key=|key| *key children=page />
                </tbody>
            </table>
            <Show when=move || has_more.get()>
                <button type="button" class="button review-more" on:click=move |_| pages.update(|pages| *pages += 1)>
                    {t!(i18n, review.more)}
                </button>
            </Show>
        </div>
    }
}
