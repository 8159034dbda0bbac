//! Where a field leads: a page, a letter, a call, another client.

use leptos::prelude::*;

use crate::exchange::link_target;
use crate::i18n::{t_string, use_i18n};
use crate::state::Part;
use crate::ui::use_kontor;
use crate::workbook::{ColumnKind, Value};

/// A link beside a field's input; nothing where the field leads nowhere.
#[component]
pub fn PanelLink(kind: ColumnKind, value: Memo<Value>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let text = move || match value.get() {
        Value::Text(text) => text,
        _ => String::new(),
    };
    let target = Memo::new(move |_| link_target(&text(), kind));
    let named = Memo::new(move |_| {
        kontor.book.follow(Part::Clients);
        kontor.book.follow(Part::Cells);
        let text = text();
        let find = || kontor.book.table(|table| table.row_named(&text).and_then(|row| table.row_id(row)));
        (kind == ColumnKind::Client).then(find).flatten()
    });
    let says = move |name: String| t_string!(i18n, column.open, target = name).to_string();
    view! {
        {move || {
            target.get().map(|target| {
                let name = says(text());
                view! {
                    <a class="panel-link" href=target target="_blank" rel="noopener noreferrer" aria-label=name>
                        "↗"
                    </a>
                }
            })
        }}
        {move || {
            named.get().map(|client| {
                let name = says(text());
                view! {
                    <button
                        type="button"
                        class="icon-button panel-link"
                        aria-label=name
                        on:click=move |_| kontor.client.0.set(Some(client))
                    >
                        "↗"
                    </button>
                }
            })
        }}
    }
}
