//! Beside the board: what state-owned clients have signed for, apart from their revenue (DOMAIN 1.20).

use leptos::prelude::*;

use crate::i18n::{t_string, use_i18n};
use crate::state::approach::contracted_backlog;
use crate::ui::use_kontor;

/// One line; nothing where no contract is written down.
#[component]
pub fn BacklogLine() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let backlog = Memo::new(move |_| contracted_backlog(kontor.book));
    let words = move |amount: f64| {
        let amount = kontor.formats.with(|formats| formats.money(amount));
        t_string!(i18n, approach.backlog.of_state, amount = amount).clone()
    };
    move || backlog.get().map(|amount| view! { <p class="aside-part backlog-line">{move || words(amount)}</p> })
}
