//! The board on a client's table: large type, and what may not be read masked.

use leptos::{ev, html, prelude::*};

use super::toolbar::Groupings;
use crate::i18n::{t, t_string, use_i18n};
use crate::state::{Board, Chosen, NameMask, Presenting};

/// Begins a presentation: with masked names, so that nothing is shown by mistake.
pub fn begin(board: Board) {
    board.choose_none();
    board.choice.presenting.set(Some(Presenting { names: NameMask::Numbered, hides_amounts: true }));
}

/// What stands above a board that is presented.
#[component]
pub fn PresentingBar(board: Board) -> impl IntoView {
    let i18n = use_i18n();
    let presenting = board.choice.presenting;
    let end = move || presenting.set(None);
    let escape = window_event_listener(ev::keydown, move |event| {
        let is_free = board.menu.with_untracked(Option::is_none) && board.chosen.with_untracked(Chosen::is_empty);
        if event.key() == "Escape" && !event.default_prevented() && is_free {
            event.prevent_default();
            end();
        }
    });
    on_cleanup(move || escape.remove());
    let button = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if let Some(button) = button.get() {
            let _ = button.focus();
        }
    });
    let names = move |mask: NameMask| {
        let label = move || match mask {
            NameMask::Shown => t_string!(i18n, board.present.shown),
            NameMask::Initials => t_string!(i18n, board.present.initials),
            NameMask::Numbered => t_string!(i18n, board.present.numbered),
        };
        view! {
            <option
                value=mask.key()
                prop:selected=move || presenting.get().is_some_and(|presenting| presenting.names == mask)
            >
                {label}
            </option>
        }
    };
    let set_names = move |key: String| {
        presenting.update(|presenting| {
            if let Some(presenting) = presenting {
                presenting.names = NameMask::from_key(&key);
            }
        });
    };
    let set_amounts = move |hides: bool| {
        presenting.update(|presenting| {
            if let Some(presenting) = presenting {
                presenting.hides_amounts = hides;
            }
        });
    };
    view! {
        <div class="board-tools">
            <Groupings board />
            <label class="board-by">
                <span>{t!(i18n, board.present.names)}</span>
                <select on:change=move |event| set_names(event_target_value(&event))>
                    {NameMask::ALL.map(names).collect_view()}
                </select>
            </label>
            <label class="board-check">
                <input
                    type="checkbox"
                    prop:checked=move || presenting.get().is_some_and(|presenting| presenting.hides_amounts)
                    on:change=move |event| set_amounts(event_target_checked(&event))
                />
                <span>{t!(i18n, board.present.hide_amounts)}</span>
            </label>
            <span class="board-gap"></span>
            <button type="button" class="button primary" node_ref=button on:click=move |_| end()>
                {t!(i18n, board.present.end)}
            </button>
        </div>
    }
}
