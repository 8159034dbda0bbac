//! The dialog "Go to".

use leptos::{ev, prelude::*};

use crate::i18n::{self, t, t_string, use_i18n};
use crate::state::Sheet;
use crate::state::clients::Place;
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;

/// So many clients are offered.
const OFFERED: usize = 8;

/// The dialog.
#[component]
pub fn GoToDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let view = kontor.clients;
    let text = RwSignal::new(String::new());
    let is_missed = RwSignal::new(false);
    let offered = Memo::new(move |_| view.named(&text.get(), OFFERED));
    let go = move |place: Place| {
        kontor.sheet.set(Sheet::Clients);
        view.go_to(place);
        on_close();
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let titles: Vec<String> = view.columns.with_untracked(|columns| {
            columns.iter().map(|column| i18n::column_title(i18n.get_locale_untracked(), column)).collect()
        });
        let named = || offered.with_untracked(|offered| offered.first().map(|client| client.place));
        match text.with_untracked(|text| view.addressed(text, &titles)).or_else(named) {
            Some(place) => go(place),
            None => is_missed.set(true),
        }
    };
    let clients = move || {
        let client = |client: crate::state::clients::Suggestion| {
            let place = client.place;
            view! {
                <li>
                    <button type="button" class="menu-item" on:click=move |_| go(place)>
                        {client.name}
                    </button>
                </li>
            }
        };
        let offered = offered.get();
        (!offered.is_empty()).then(|| {
            view! {
                <ul class="go-to-clients" aria-label=move || t_string!(i18n, find.clients)>
                    {offered.into_iter().map(client).collect_view()}
                </ul>
            }
        })
    };
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, find.go_to).to_owned())
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="small"
            on_close=on_close
        >
            <form class="dialog-body form" on:submit=submit>
                <label class="field">
                    {t!(i18n, find.place)}
                    <input
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        autofocus
                        aria-describedby="go-to-hint"
                        on:input:target=move |event| {
                            is_missed.set(false);
                            text.set(event.target().value());
                        }
                    />
                </label>
                <p class="find-status" id="go-to-hint">{t!(i18n, find.place_hint)}</p>
                <p class="find-missed" role="alert">
                    {move || is_missed.get().then(|| t_string!(i18n, find.no_such_place))}
                </p>
                {clients}
                <div class="dialog-actions">
                    <button type="submit" class="button primary">{t!(i18n, find.go)}</button>
                </div>
            </form>
        </Dialog>
    }
}
