//! The columns that are hidden, to be shown again.

use leptos::prelude::*;

use crate::i18n::{column_title, t, t_string, use_i18n};
use crate::ui::use_kontor;

/// The list; nothing where every column is shown.
#[component]
pub fn HiddenColumns() -> impl IntoView {
    let i18n = use_i18n();
    let view = use_kontor().clients;
    let hidden = Memo::new(move |_| view.hidden_columns());
    let lines = move || {
        let locale = i18n.get_locale();
        let line = |column: crate::state::clients::SheetColumn| {
            let title = column_title(locale, &column);
            let name = title.clone();
            let name = move || t_string!(i18n, views.dialog.show_column, column = name.clone()).clone();
            view! {
                <li class="view-line">
                    <span class="view-name">{title}</span>
                    <button type="button" class="link" aria-label=name on:click=move |_| view.show_column(&column.id)>
                        {t!(i18n, views.dialog.show)}
                    </button>
                </li>
            }
        };
        hidden.get().into_iter().map(line).collect_view()
    };
    view! {
        <Show when=move || hidden.with(|hidden| !hidden.is_empty())>
            <section class="view-hidden">
                <h3>{t!(i18n, views.dialog.hidden)}</h3>
                <ul class="view-list">{lines}</ul>
                <button type="button" class="button" on:click=move |_| view.show_all_columns()>
                    {t!(i18n, views.dialog.show_all)}
                </button>
            </section>
        </Show>
    }
}
