//! The sheets as tabs, below the sheet as in a spreadsheet.

use leptos::{ev, prelude::*};

use crate::i18n::{t, t_string, use_i18n};
use crate::platform::dom;
use crate::state::Sheet;
use crate::ui::use_kontor;

/// The tabs. Left and right move between them.
#[component]
pub fn SheetTabs() -> impl IntoView {
    let i18n = use_i18n();
    let sheet = use_kontor().sheet;
    let name = move |of: Sheet| match of {
        Sheet::Clients => t!(i18n, shell.clients).into_any(),
        Sheet::Segments => t!(i18n, shell.segments).into_any(),
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let at = Sheet::ALL.iter().position(|other| *other == sheet.get_untracked()).unwrap_or(0);
        let count = Sheet::ALL.len();
        let next = match event.key().as_str() {
            "ArrowRight" => (at + 1) % count,
            "ArrowLeft" => (at + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        sheet.set(Sheet::ALL[next]);
        dom::focus(&tab_id(Sheet::ALL[next]));
    };
    let tab = move |of: Sheet| {
        let is_selected = move || sheet.get() == of;
        view! {
            <button
                type="button"
                role="tab"
                class="tab"
                id=tab_id(of)
                aria-selected=move || is_selected().to_string()
                aria-controls="sheet"
                tabindex=move || if is_selected() { "0" } else { "-1" }
                on:click=move |_| sheet.set(of)
            >
                {name(of)}
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=move || t_string!(i18n, shell.sheets) on:keydown=on_key>
            {Sheet::ALL.into_iter().map(tab).collect_view()}
        </div>
    }
}

/// The id of a sheet's tab.
pub fn tab_id(sheet: Sheet) -> String {
    format!("tab-{}", sheet.key())
}
