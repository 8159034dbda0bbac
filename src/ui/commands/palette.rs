//! The palette: type a few letters, press Enter.

use leptos::{ev, prelude::*};

use super::run;
use crate::i18n::{commands, t, t_string, use_i18n};
use crate::platform::dom;
use crate::state::{CommandName, found};
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;

fn option_id(at: usize) -> String {
    format!("palette-{at}")
}

/// The dialog "Commands".
#[component]
pub fn PaletteDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let query = RwSignal::new(String::new());
    let marked = RwSignal::new(0_usize);
    let shown = Memo::new(move |_| {
        let locale = i18n.get_locale();
        query.with(|query| found(query, |command| commands::name(locale, command)))
    });
    let do_it = move |command: CommandName| {
        on_close();
        // Once the window is gone: a command may open another, or move the keyboard.
        (kontor.book.host().later)(Box::new(move || run::run(&kontor, command)));
    };
    let mark = move |step: isize| {
        let count = shown.with_untracked(Vec::len);
        if count > 0 {
            let at = (marked.get_untracked() as isize + step).rem_euclid(count as isize) as usize;
            marked.set(at);
            dom::scroll_into_view(&option_id(at));
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => mark(1),
            "ArrowUp" => mark(-1),
            "Enter" => {
                if let Some(command) = shown.with_untracked(|shown| shown.get(marked.get_untracked()).copied()) {
                    do_it(command);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let option = move |(at, command): (usize, CommandName)| {
        view! {
            <li
                id=option_id(at)
                role="option"
                class="palette-option"
                aria-selected=move || (marked.get() == at).to_string()
                on:click=move |_| do_it(command)
            >
                <span>{commands::name(i18n.get_locale(), command)}</span>
                <kbd>{command.keys()}</kbd>
            </li>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, commands.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="palette"
            on_close=on_close
        >
            <div class="dialog-body form">
                <input
                    type="text"
                    role="combobox"
                    autofocus
                    aria-label=move || t_string!(i18n, commands.search)
                    placeholder=move || t_string!(i18n, commands.hint)
                    aria-expanded="true"
                    aria-controls="palette-list"
                    aria-autocomplete="list"
                    aria-activedescendant=move || option_id(marked.get())
                    on:input:target=move |event| {
                        query.set(event.target().value());
                        marked.set(0);
                    }
                    on:keydown=pressed
                />
                <ul id="palette-list" role="listbox" class="palette-list" aria-label=move || t_string!(i18n, commands.title)>
                    {move || shown.get().into_iter().enumerate().map(option).collect_view()}
                </ul>
                <Show when=move || shown.with(Vec::is_empty)>
                    <p class="palette-nothing" role="status">{t!(i18n, commands.nothing)}</p>
                </Show>
            </div>
        </Dialog>
    }
}
