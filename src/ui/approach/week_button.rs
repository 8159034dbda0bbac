//! The button that opens the list "This week".

use leptos::prelude::*;

use crate::i18n::{t, use_i18n};
use crate::state::DialogName;
use crate::ui::use_kontor;

/// A button with the number of alerts.
#[component]
pub fn WeekButton() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    kontor.week.watch();
    let count = move || {
        let count = kontor.week.count()?;
        Some(kontor.formats.with(|formats| formats.number(count as f64, 0)))
    };
    view! {
        <button type="button" class="button week-button" on:click=move |_| kontor.dialog.open(DialogName::Week)>
            {t!(i18n, approach.week.title)}
            {move || count().map(|count| view! { <span class="week-count">{count}</span> })}
        </button>
    }
}
