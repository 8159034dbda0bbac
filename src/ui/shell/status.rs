//! The status line: whether everything is saved, and what the selection comes to.

use leptos::prelude::*;

use crate::i18n::{t, t_string, use_i18n};
use crate::state::{Part, SaveState};
use crate::ui::use_kontor;

/// The status line.
#[component]
pub fn StatusLine() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let save = kontor.desk.save;
    let saved = move || match save.get() {
        SaveState::Saved => t_string!(i18n, shell.saved),
        SaveState::Saving => t_string!(i18n, shell.saving),
        SaveState::Failed => t_string!(i18n, shell.not_saved),
        SaveState::ReadOnly => t_string!(i18n, shell.read_only),
    };
    let clients = Memo::new(move |_| {
        kontor.book.follow(Part::Clients);
        kontor.book.table(crate::workbook::ClientTable::client_count)
    });
    let summary = kontor.selected.0;
    let number = move |value: f64| kontor.formats.with(|formats| formats.number(value, 2));
    view! {
        <div class="status-line">
            <span class="status-saved" role="status" data-state=move || format!("{:?}", save.get()).to_lowercase()>
                {saved}
            </span>
            <span class="status-clients">
                {move || t_string!(i18n, shell.client_count, count = clients.get(), number = number(f64::from(clients.get()))).clone()}
            </span>
            <span class="status-summary" role="group" aria-label=move || t_string!(i18n, shell.selection)>
                <Show when=move || summary.with(|summary| summary.count > 1)>
                    <span>{t!(i18n, shell.count)}" "<b>{move || number(f64::from(summary.get().count))}</b></span>
                </Show>
                {move || {
                    let summary = summary.get();
                    let (sum, average) = (summary.sum?, summary.average?);
                    (summary.numbers > 1)
                        .then(|| {
                            view! {
                                <span>{t!(i18n, shell.sum)}" "<b>{number(sum)}</b></span>
                                <span>{t!(i18n, shell.average)}" "<b>{number(average)}</b></span>
                            }
                        })
                }}
            </span>
        </div>
    }
}
