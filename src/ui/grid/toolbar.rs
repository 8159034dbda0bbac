//! The bar above the grid: filter, add, delete.

use leptos::{ev, html, prelude::*};

use super::surface::FIELD;
use crate::i18n::{t, t_string, use_i18n};
use crate::platform::dom;
use crate::state::{DialogName, Part};
use crate::ui::use_kontor;
use crate::workbook::ClientTable;

/// The bar above the grid.
#[component]
pub fn GridToolbar() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let view = kontor.clients;
    let search = NodeRef::<html::Input>::new();
    let all = Memo::new(move |_| {
        kontor.book.follow(Part::Clients);
        kontor.book.table(ClientTable::client_count)
    });
    let shown = Memo::new(move |_| view.order.with(|order| order.client_count() as u32));
    let number = move |value: u32| kontor.formats.with(|formats| formats.number(f64::from(value), 0));
    let is_filtered = move || view.is_filtered();
    let count = move || {
        is_filtered().then(|| t_string!(i18n, grid.shown, shown = number(shown.get()), all = number(all.get())).clone())
    };
    let pressed = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            view.query.set(String::new());
            dom::focus(FIELD);
        }
        "Enter" | "ArrowDown" if !event.is_composing() => {
            event.prevent_default();
            dom::focus(FIELD);
        }
        _ => {}
    };
    // The filter may also be emptied from elsewhere.
    let text = move || view.query.get();
    let add = move |_| {
        view.add_client();
        dom::focus(FIELD);
    };
    let delete = move |_| {
        view.delete_selected();
        dom::focus(FIELD);
    };
    view! {
        <div class="grid-bar" role="toolbar" aria-label=move || t_string!(i18n, grid.toolbar)>
            <input
                class="grid-filter"
                type="search"
                node_ref=search
                aria-label=move || t_string!(i18n, grid.filter)
                placeholder=move || t_string!(i18n, grid.filter_hint)
                prop:value=text
                on:input:target=move |event| view.query.set(event.target().value())
                on:keydown=pressed
            />
            <span class="grid-shown" role="status">{count}</span>
            <div class="grid-actions">
                <button type="button" class="button" on:click=move |_| kontor.dialog.open(DialogName::Find)>
                    {t!(i18n, grid.find)}
                </button>
                <button type="button" class="button" on:click=move |_| kontor.dialog.open(DialogName::Views)>
                    {t!(i18n, grid.views)}
                </button>
                <button type="button" class="button" on:click=add>{t!(i18n, grid.add_client)}</button>
                <button
                    type="button"
                    class="button"
                    title=move || t_string!(i18n, grid.delete_hint)
                    disabled=move || shown.get() == 0
                    on:click=delete
                >
                    {t!(i18n, grid.delete_clients)}
                </button>
                <button type="button" class="button" on:click=move |_| kontor.dialog.open_column(None)>
                    {t!(i18n, grid.add_column)}
                </button>
            </div>
        </div>
    }
}
