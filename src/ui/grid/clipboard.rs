//! Copying, cutting and pasting in the grid.

use leptos::{ev, prelude::*};

use super::surface::Surface;
use crate::i18n::{t, t_string, use_i18n};
use crate::platform::clipboard;
use crate::state::Notice;
use crate::state::clients::ClientsView;
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;

/// Takes the selection to the clipboard, and empties it where it is cut.
pub fn copy(surface: &Surface, event: &ev::Event, cuts: bool) {
    if surface.view.editing.with_untracked(Option::is_some) {
        return;
    }
    if let Some(text) = surface.view.copied() {
        clipboard::set_text(event, &text);
        if cuts {
            surface.view.clear();
        }
    }
}

/// Pastes what the clipboard holds. Where that needs more clients than there are, it is asked first.
pub fn paste(surface: &Surface, asked: RwSignal<Option<String>>, event: &ev::Event) {
    if surface.view.editing.with_untracked(Option::is_some) {
        return;
    }
    // Into the hidden field that has the keyboard nothing is pasted.
    event.prevent_default();
    let Some(text) = clipboard::text(event) else { return };
    if surface.view.added_by(&text) > 0 {
        asked.set(Some(text));
    } else {
        put(surface.kontor.book.notices(), surface.view, &text);
    }
}

fn put(notices: crate::state::Notices, view: ClientsView, text: &str) {
    if let Some(pasted) = view.paste(text).filter(|pasted| pasted.misfits + pasted.lost > 0) {
        notices.push(Notice::Pasted(pasted));
    }
}

/// Asks whether the clients that a paste needs may be added.
#[component]
pub fn PasteDialog(asked: RwSignal<Option<String>>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let count = move || asked.with(|text| text.as_ref().map_or(0, |text| kontor.clients.added_by(text))) as u32;
    let agree = move |_| {
        if let Some(text) = asked.get_untracked() {
            asked.set(None);
            put(kontor.book.notices(), kontor.clients, &text);
        }
    };
    let number = move || kontor.formats.with(|formats| formats.number(f64::from(count()), 0));
    let question = move || t_string!(i18n, grid.paste_adds, count = count(), number = number()).clone();
    view! {
        <Show when=move || asked.with(Option::is_some)>
            <Dialog
                title=Signal::derive(move || t_string!(i18n, grid.paste_title).to_owned())
                close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
                class="small"
                on_close=move || asked.set(None)
            >
                <div class="dialog-body form">
                    <p>{question}</p>
                    <div class="dialog-actions">
                        <button type="button" class="button" on:click=move |_| asked.set(None)>
                            {t!(i18n, shell.cancel)}
                        </button>
                        <button type="button" class="button primary" autofocus on:click=agree>
                            {t!(i18n, grid.paste_confirm)}
                        </button>
                    </div>
                </div>
            </Dialog>
        </Show>
    }
}
