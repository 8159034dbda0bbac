//! The cells in which something was found, and what replacing would make of them.

use leptos::prelude::*;

use crate::i18n::{self, t, t_string, use_i18n};
use crate::state::clients::{FoundCell, Search};
use crate::ui::use_kontor;

/// The first of the hits; nothing while there are none.
#[component]
pub fn HitTable(search: Search) -> impl IntoView {
    let i18n = use_i18n();
    let view = use_kontor().clients;
    let is_replacing = Memo::new(move |_| search.query.with(|query| query.replacement.is_some()));
    let has_hits = Memo::new(move |_| search.found.with(|found| !found.hits.is_empty()));
    let line = move |hit: &FoundCell| {
        let place = hit.place;
        let column = i18n::column_title(i18n.get_locale(), &hit.column);
        let after = is_replacing.get().then(|| {
            let text = if hit.fits { hit.after.clone().unwrap_or_default() } else { String::new() };
            let left = (!hit.fits).then(|| view! { <em title=hit.after.clone()>{t!(i18n, find.left)}</em> });
            view! { <td>{text}{left}</td> }
        });
        view! {
            <tr>
                <td class="find-row">
                    <button type="button" class="find-link" on:click=move |_| view.go_to(place)>
                        {(place.row + 1).to_string()}
                    </button>
                </td>
                <td>{hit.client.clone()}</td>
                <td>{column}</td>
                <td>{hit.text.clone()}</td>
                {after}
            </tr>
        }
    };
    view! {
        <Show when=move || has_hits.get()>
            <div class="find-hits" tabindex="0" role="region" aria-label=move || t_string!(i18n, find.hits)>
                <table>
                    <caption class="visually-hidden">{t!(i18n, find.hits)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!(i18n, find.row)}</th>
                            <th scope="col">{t!(i18n, find.client)}</th>
                            <th scope="col">{t!(i18n, find.column)}</th>
                            <th scope="col">{t!(i18n, find.value)}</th>
                            {move || is_replacing.get().then(|| view! { <th scope="col">{t!(i18n, find.becomes)}</th> })}
                        </tr>
                    </thead>
                    <tbody>{move || search.found.with(|found| found.hits.iter().map(line).collect_view())}</tbody>
                </table>
            </div>
        </Show>
    }
}
