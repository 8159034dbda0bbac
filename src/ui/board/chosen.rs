//! Above the board: how many cards are selected, and what can be done with them.

use leptos::{ev, prelude::*};

use crate::i18n::{t, t_string, use_i18n};
use crate::platform::place;
use crate::state::{Board, MoveMenu};
use crate::ui::use_kontor;

/// The strip; nothing while no card is selected.
#[component]
pub fn ChosenStrip(board: Board) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let count = Memo::new(move |_| board.chosen.with(crate::state::Chosen::len));
    let is_any = Memo::new(move |_| count.get() > 0);
    let words = move || {
        let number = kontor.formats.with(|formats| formats.number(count.get() as f64, 0));
        t_string!(i18n, board.chosen.count, count = count.get(), number = number).clone()
    };
    // Cards that are gone or hidden are no longer selected.
    Effect::new(move |_| {
        board.sums.track();
        board.shown.track();
        untrack(|| board.forget_hidden());
    });
    let open = move |event: ev::MouseEvent| {
        let edges = place::target(&event, "button").map(|button| place::edges(&button)).unwrap_or_default();
        if let Some(client) = board.chosen.with_untracked(crate::state::Chosen::first) {
            board.menu.set(Some(MoveMenu { client, asks: false, place: (edges.left, edges.bottom) }));
        }
    };
    view! {
        <Show when=move || is_any.get()>
            <div class="board-chosen" role="group" aria-label=words>
                <strong>{words}</strong>
                <button type="button" class="button" aria-haspopup="menu" on:click=open>
                    {t!(i18n, board.chosen.move_all)}
                </button>
                <button type="button" class="button" on:click=move |_| board.choose_none()>
                    {t!(i18n, board.chosen.none)}
                </button>
            </div>
        </Show>
        <div class="board-hidden" aria-live="polite">{move || is_any.get().then(words)}</div>
    }
}
