//! The menu that moves a card: for the keyboard, for fingers, and for the answer to a question.

use leptos::{ev, html, prelude::*};

use super::words::{card_name, group_name};
use crate::i18n::{segment, t, t_string, use_i18n};
use crate::platform::{clock, place};
use crate::segment::{GroupBy, GroupKey};
use crate::state::{Board, MoveMenu, fitting};
use crate::ui::use_kontor;

const ITEMS: &str = "[role^=menuitem]";
const WIDTH: f64 = 232.0;
const ITEM_HEIGHT: f64 = 30.0;
const MOST_HEIGHT: f64 = 380.0;

/// The menu, while it is open.
#[component]
pub fn MoveMenuList(board: Board) -> impl IntoView {
    move || board.menu.get().map(|menu| view! { <OpenMenu board menu /> })
}

#[component]
fn OpenMenu(board: Board, menu: MoveMenu) -> impl IntoView {
    let i18n = use_i18n();
    let client = menu.client;
    let by_segment = board.by.get_untracked() == GroupBy::Segment;
    let card = untrack(|| board.card_of(client)).unwrap_or_default();
    let here = board.group_of(client);
    let keys = offered(board, here.as_ref().filter(|_| menu.asks), by_segment);
    let is_chosen = card.is_chosen;
    let name = move || card_name(i18n, board, &card);
    let count = if menu.asks { 1 } else { board.chosen.with_untracked(|chosen| chosen.moving(client).len()) };
    let can_take_back = by_segment && is_chosen && count == 1;
    let kontor = use_kontor();
    let number = move || kontor.formats.with(|formats| formats.number(count as f64, 0));
    let height = ((keys.len() + 2) as f64 * ITEM_HEIGHT).min(MOST_HEIGHT);
    let (left, top) = fitting(menu.place, (WIDTH, height), place::window_size());
    let list = NodeRef::<html::Div>::new();
    let checked = keys.iter().position(|key| Some(key) == here.as_ref()).unwrap_or(0) as i32;
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            clock::later(Box::new(move || place::focus_child(&list, ITEMS, checked)));
        }
    });
    let close = move || {
        board.menu.set(None);
        board.keep_focus(client);
    };
    let key = move |event: ev::KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        let at = place::focused_child(&list, ITEMS).unwrap_or(0);
        match event.key().as_str() {
            "ArrowDown" => place::focus_child(&list, ITEMS, at + 1),
            "ArrowUp" => place::focus_child(&list, ITEMS, at - 1),
            "Home" => place::focus_child(&list, ITEMS, 0),
            "End" => place::focus_child(&list, ITEMS, -1),
            "Escape" | "Tab" => close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let item = move |key: GroupKey| {
        let is_here = here.as_ref() == Some(&key);
        let named = key.clone();
        let label = move || match &named {
            GroupKey::Segment(of) if menu.asks && is_here => {
                t_string!(i18n, board.yes, segment = segment::name(i18n, *of))
            }
            other => group_name(i18n, other),
        };
        let segment_key = match &key {
            GroupKey::Segment(segment) => Some(segment.key()),
            _ => None,
        };
        view! {
            <button
                type="button"
                role="menuitemradio"
                class="menu-item"
                tabindex="-1"
                aria-checked=is_here.to_string()
                data-segment=segment_key
                on:click=move |_| {
                    board.menu.set(None);
                    if menu.asks {
                        // The answer to a question is about this client alone.
                        board.choose_none();
                    }
                    board.move_to_column(client, &key);
                }
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="menu-veil" aria-hidden="true" on:click=move |_| close()></div>
        <div
            class="board-menu"
            role="menu"
            aria-label=move || t_string!(i18n, segment.board.move_client, client = name())
            node_ref=list
            style:left=format!("{left}px")
            style:top=format!("{top}px")
            on:keydown=key
        >
            <div class="menu-heading" role="presentation">
                {move || {
                    match (menu.asks, count) {
                        (true, _) => t_string!(i18n, board.ask).to_owned(),
                        (false, 1) => t_string!(i18n, board.move_heading).to_owned(),
                        _ => t_string!(i18n, board.chosen.move_heading, count = count, number = number()).clone(),
                    }
                }}
            </div>
            {keys.into_iter().map(item).collect_view()}
            {can_take_back
                .then(|| {
                    view! {
                        <button
                            type="button"
                            role="menuitem"
                            class="menu-item menu-last"
                            tabindex="-1"
                            on:click=move |_| {
                                board.menu.set(None);
                                board.take_back(client);
                            }
                        >
                            {t!(i18n, segment.mark.take_back)}
                        </button>
                    }
                })}
        </div>
    }
}

/// The groups to choose from: where the client is asked about, its own first; a text can always be taken away.
fn offered(board: Board, first: Option<&GroupKey>, by_segment: bool) -> Vec<GroupKey> {
    let mut keys = board.keys.get_untracked();
    if !by_segment && !keys.contains(&GroupKey::Blank) {
        keys.push(GroupKey::Blank);
    }
    keys.sort_by_key(|key| Some(key) != first);
    keys
}
