//! What stands in the grid while there is nothing to show.

use leptos::prelude::*;

use super::surface::FIELD;
use crate::i18n::{t, t_string, use_i18n};
use crate::platform::dom;
use crate::ui::use_kontor;

/// Invites to begin, or says that the filter leaves nothing.
#[component]
pub fn EmptyGrid() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let view = kontor.clients;
    let is_empty = Memo::new(move |_| view.order.with(|order| order.rows.is_empty()));
    let is_filtered = Memo::new(move |_| view.is_filtered());
    let add = move |_| {
        view.add_client();
        dom::focus(FIELD);
    };
    let clear = move |_| {
        view.clear_filters();
        dom::focus(FIELD);
    };
    let no_match = move || match view.query.get().trim() {
        "" => t_string!(i18n, views.bar.no_match).to_owned(),
        query => t_string!(i18n, grid.no_match, query = query.to_owned()).clone(),
    };
    let nothing_found = move || {
        view! {
            <div class="grid-empty">
                <p>{no_match}</p>
                <button type="button" class="button" on:click=clear>{t!(i18n, grid.clear_filter)}</button>
            </div>
        }
    };
    let nothing_yet = move || {
        view! {
            <div class="grid-empty">
                <h2>{t!(i18n, grid.empty_title)}</h2>
                <p>{t!(i18n, grid.empty_text)}</p>
                <div class="grid-empty-ways">
                    <button type="button" class="button primary" on:click=move |_| kontor.import.open()>
                        {t!(i18n, grid.import)}
                    </button>
                    <button type="button" class="button" on:click=add>{t!(i18n, grid.add_client)}</button>
                </div>
            </div>
        }
    };
    view! {
        <Show when=move || is_empty.get()>
            <Show when=move || is_filtered.get() fallback=nothing_yet>{nothing_found}</Show>
        </Show>
    }
}
