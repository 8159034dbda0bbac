//! The Segments sheet: the board, the advice and the Pareto chart.

mod aside;
mod card;
mod column;
mod columns;
mod drag;
mod keyboard;
mod menu;
mod pareto;
mod rules;
mod toolbar;
mod words;

use leptos::prelude::*;

use crate::i18n::{t, t_string, use_i18n};
use crate::state::{Board, Part};
use crate::ui::use_kontor;
use aside::Aside;
use columns::Columns;
use menu::MoveMenuList;
use rules::RulesDialog;
use toolbar::Toolbar;
use words::group_name;

/// The Segments sheet.
#[component]
pub fn SegmentsSheet() -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let book = kontor.book;
    let board = Board::new(book, kontor.board);
    let is_empty = Memo::new(move |_| {
        book.follow(Part::Clients);
        book.follow_layout();
        book.table(|table| table.client_count() == 0)
    });
    let asks_rules = RwSignal::new(false);
    let last_move = move || {
        board
            .last_move
            .get()
            .map(|(client, group)| t_string!(i18n, board.moved, client = client, group = group_name(i18n, &group)))
    };
    view! {
        <section class="board" aria-label=move || t_string!(i18n, segment.board.title)>
            <Toolbar board on_rules=move || asks_rules.set(true) />
            {move || {
                if is_empty.get() {
                    view! { <Empty /> }.into_any()
                } else {
                    view! {
                        <div class="board-body">
                            <Columns board />
                            {move || board.choice.is_aside_open.get().then(|| view! { <Aside board /> })}
                        </div>
                    }
                        .into_any()
                }
            }}
            <MoveMenuList board />
            <div class="board-hidden" aria-live="polite">
                {last_move}
            </div>
            {move || asks_rules.get().then(|| view! { <RulesDialog on_close=move || asks_rules.set(false) /> })}
        </section>
    }
}

/// What stands here without clients.
#[component]
fn Empty() -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    view! {
        <div class="board-empty">
            <h2>{t!(i18n, board.empty.title)}</h2>
            <p>{t!(i18n, board.empty.text)}</p>
            <button type="button" class="button" on:click=move |_| kontor.import.is_open.set(true)>
                {t!(i18n, board.empty.button)}
            </button>
        </div>
    }
}
