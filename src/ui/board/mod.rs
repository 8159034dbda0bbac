//! The Segments sheet: the board, the advice and the Pareto chart.

mod aside;
mod card;
mod cell;
mod chosen;
mod column;
mod columns;
mod drag;
mod filters;
mod head;
mod keyboard;
mod lanes;
mod menu;
mod pareto;
mod presenting;
mod print;
mod rules;
mod saved;
mod stages;
mod toolbar;
mod words;

use leptos::prelude::*;

use crate::i18n::{t, t_string, use_i18n};
use crate::state::{Board, Part};
use crate::ui::grid::keep_view;
use crate::ui::use_kontor;
use aside::Aside;
use chosen::ChosenStrip;
use columns::Columns;
use filters::FilterStrip;
use menu::MoveMenuList;
use presenting::PresentingBar;
use print::PrintedBoard;
use rules::RulesDialog;
use saved::{BoardsDialog, saved_boards};
use stages::StagesDialog;
use toolbar::{Opened, Toolbar};
use words::{card_name, spot_name};

/// The Segments sheet.
#[component]
pub fn SegmentsSheet() -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let book = kontor.book;
    let board = Board::new(book, kontor.board, kontor.clients);
    keep_view();
    let boards = saved_boards(board);
    Effect::new(move |_| boards.open_asked());
    let is_empty = Memo::new(move |_| {
        book.follow(Part::Clients);
        book.follow_layout();
        book.table(|table| table.client_count() == 0)
    });
    let opened = Opened::nothing();
    let prints = RwSignal::new(false);
    print::follow_printing(prints);
    let is_presenting = Memo::new(move |_| board.choice.presenting.with(Option::is_some));
    let last_move = move || {
        let moved = board.last_move.get()?;
        let group = spot_name(i18n, &moved.to);
        if moved.count > 1 {
            let number = kontor.formats.with(|formats| formats.number(moved.count as f64, 0));
            return Some(
                t_string!(i18n, board.chosen.moved, count = moved.count, number = number, group = group).clone(),
            );
        }
        let client = card_name(i18n, board, &untrack(|| board.card_of(moved.client))?);
        Some(t_string!(i18n, board.moved, client = client, group = group).clone())
    };
    view! {
        <section
            class="board"
            class:is-presenting=is_presenting
            aria-label=move || t_string!(i18n, segment.board.title)
        >
            {move || {
                if is_presenting.get() {
                    view! { <PresentingBar board /> }.into_any()
                } else {
                    view! { <Toolbar board opened on_print=move || print::print(prints) /> }.into_any()
                }
            }}
            <FilterStrip board />
            <ChosenStrip board />
            <span id="board-help" class="board-hidden">
                {move || t_string!(i18n, board.help)}
            </span>
            {move || {
                if is_empty.get() {
                    view! { <Empty /> }.into_any()
                } else {
                    view! {
                        <div class="board-body">
                            <Columns board />
                            {move || {
                                (board.choice.is_aside_open.get() && !is_presenting.get())
                                    .then(|| view! { <Aside board /> })
                            }}
                        </div>
                    }
                        .into_any()
                }
            }}
            <MoveMenuList board />
            <div class="board-hidden" aria-live="polite">
                {last_move}
            </div>
            {move || {
                opened.rules.get().then(|| view! { <RulesDialog on_close=move || opened.rules.set(false) /> })
            }}
            {move || {
                opened.stages.get().then(|| view! { <StagesDialog on_close=move || opened.stages.set(false) /> })
            }}
            {move || {
                opened.boards.get().then(|| view! { <BoardsDialog board on_close=move || opened.boards.set(false) /> })
            }}
            {move || prints.get().then(|| view! { <PrintedBoard board /> })}
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
