//! The columns side by side. One handler of each kind of event serves all their cards.

use leptos::{ev, html, prelude::*};

use super::column::BoardColumn;
use super::drag::{Dragging, Ghost};
use super::keyboard;
use super::lanes::BoardLanes;
use crate::i18n::{t, use_i18n};
use crate::platform::{clock, place};
use crate::state::{Board, Chosen, MoveMenu, Spot};
use crate::ui::use_kontor;
use crate::workbook::RowId;

/// What of the board is in sight, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sight {
    /// To the right.
    pub scrolled: f64,
    /// Down, where the board is cut into lanes.
    pub top: f64,
    pub width: f64,
    /// The width of all columns together.
    pub whole: f64,
    pub height: f64,
}

/// The client whose card an event is about.
pub fn client_of(event: &ev::Event) -> Option<RowId> {
    place::attribute(event, "data-row")?.parse().ok()
}

#[component]
pub fn Columns(board: Board) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let element = NodeRef::<html::Div>::new();
    let sight = RwSignal::new(Sight::default());
    let look = move || {
        if let Some(element) = element.try_get_untracked().flatten() {
            sight.set(Sight {
                scrolled: f64::from(element.scroll_left()),
                top: f64::from(element.scroll_top()),
                width: f64::from(element.client_width()),
                whole: f64::from(element.scroll_width()),
                height: f64::from(element.client_height()),
            });
        }
    };
    let observer = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            observer.set_value(Some(place::SizeObserver::new(&element, look)));
        }
    });
    // Undo, another tab or a new rule can take the card with the keyboard to another column.
    let standing = Memo::new(move |_| board.active_place());
    Effect::new(move |before: Option<Option<(RowId, Spot)>>| {
        let now = standing.get();
        let is_moved = |before: &(RowId, Spot)| now.as_ref().is_some_and(|now| now.0 == before.0 && *now != *before);
        if before.flatten().as_ref().is_some_and(is_moved) {
            clock::later(Box::new(move || {
                if place::is_keyboard_lost() {
                    board.wanted.try_set(standing.try_get_untracked().flatten());
                }
            }));
        }
        now
    });
    let dragging = Dragging::new(board, element);
    let click = move |event: ev::MouseEvent| {
        let Some(client) = client_of(&event) else { return };
        if dragging.has_just_ended() {
            return;
        }
        board.activate(client);
        let is_on_card = place::target(&event, "[data-act]").is_none();
        if is_on_card && event.shift_key() {
            return board.reach(client);
        }
        if is_on_card && (event.ctrl_key() || event.meta_key()) {
            return board.chosen.update(|chosen| chosen.turn(client));
        }
        if is_on_card {
            board.chosen.update(|chosen| {
                *chosen = Chosen::default();
                chosen.start_at(client);
            });
        }
        match place::attribute(&event, "data-act").as_deref() {
            Some("take-back") => board.take_back(client),
            Some(act) => {
                let edges = place::target(&event, "[data-act]").map(|button| place::edges(&button)).unwrap_or_default();
                board.menu.set(Some(MoveMenu { client, asks: act == "ask", place: (edges.left, edges.bottom) }));
            }
            // The client's panel is no part of a presentation.
            None if board.choice.presenting.with_untracked(Option::is_some) => {}
            None => kontor.client.0.set(Some(client)),
        }
    };
    let focus = move |event: ev::FocusEvent| {
        if let Some(client) = client_of(&event)
            && board.active.get_untracked() != Some(client)
        {
            board.activate(client);
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if keyboard::press(board, kontor.client, &event) {
            event.prevent_default();
        }
    };
    let has_lanes = Memo::new(move |_| board.by_lanes.with(Option::is_some));
    // A board that is cut otherwise is as large as it wants to be.
    Effect::new(move |_| {
        has_lanes.track();
        board.keys.track();
        board.narrow.track();
        board.lane_keys.track();
        clock::later(Box::new(look));
    });
    view! {
        <div
            class="board-columns"
            class:has-lanes=has_lanes
            class:is-dragging=move || dragging.is_lifted()
            node_ref=element
            on:scroll=move |_| look()
            on:click=click
            on:focusin=focus
            on:keydown=key
            on:pointerdown=move |event| dragging.press(&event)
            on:pointermove=move |event| dragging.go(&event)
            on:pointerup=move |_| dragging.drop_card()
            on:pointercancel=move |_| dragging.cancel()
            on:touchmove=move |event| dragging.hold_still(&event)
            on:contextmenu=move |event| dragging.hold_still(&event)
        >
            {move || {
                if board.is_ready() && has_lanes.get() {
                    view! { <BoardLanes board sight dragging /> }.into_any()
                } else if board.is_ready() {
                    view! {
                        <For each=move || board.keys.get() key=Clone::clone let:key>
                            <BoardColumn board sight dragging key />
                        </For>
                    }
                        .into_any()
                } else {
                    view! {
                        <p class="board-wait" role="none">
                            {t!(i18n, segment.board.classifying)}
                        </p>
                    }
                        .into_any()
                }
            }}
        </div>
        <Ghost board dragging />
    }
}
