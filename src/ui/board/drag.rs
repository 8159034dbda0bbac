//! Moving cards by mouse, pen and finger.

use leptos::{ev, html, prelude::*};

use super::columns::client_of;
use super::words::client_name;
use crate::i18n::use_i18n;
use crate::platform::{clock, place};
use crate::state::Board;
use crate::ui::use_kontor;
use crate::workbook::RowId;

/// A mouse lifts a card after so many pixels.
const SLACK: f64 = 5.0;
/// A finger lifts a card after so many milliseconds on the spot, so that a swipe still scrolls.
const LONG_PRESS: i32 = 350;
/// So near an edge the board scrolls under the card, in pixels.
const EDGE: f64 = 56.0;
/// Pixels for each step of it, and milliseconds between two.
const SCROLL: i32 = 14;
const TICK: i32 = 16;

/// A pointer that was pressed on a card.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Drag {
    pointer: i32,
    client: RowId,
    from: (f64, f64),
    at: (f64, f64),
    is_finger: bool,
    is_lifted: bool,
}

/// The card in hand, if any.
#[derive(Clone, Copy)]
pub struct Dragging {
    board: StoredValue<Board>,
    element: NodeRef<html::Div>,
    drag: RwSignal<Option<Drag>>,
    /// The place of the column under the card.
    over: RwSignal<Option<usize>>,
    /// Counts presses, so that a long press can tell whether it is still the same one.
    presses: StoredValue<u32>,
    was_lifted: StoredValue<bool>,
}

impl Dragging {
    pub fn new(board: Board, element: NodeRef<html::Div>) -> Self {
        let (presses, was_lifted) = (StoredValue::new(0), StoredValue::new(false));
        let dragging = Self {
            board: StoredValue::new(board),
            element,
            drag: RwSignal::new(None),
            over: RwSignal::new(None),
            presses,
            was_lifted,
        };
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" && dragging.is_lifted() {
                event.prevent_default();
                dragging.cancel();
            }
        });
        on_cleanup(move || escape.remove());
        dragging
    }

    /// Whether a card is in the air; followed.
    pub fn is_lifted(self) -> bool {
        self.drag.with(|drag| drag.is_some_and(|drag| drag.is_lifted))
    }

    /// Whether this card is in the air; followed.
    pub fn is_card(self, client: RowId) -> bool {
        self.drag.with(|drag| drag.is_some_and(|drag| drag.is_lifted && drag.client == client))
    }

    /// Whether the card hangs over the column at this place; followed.
    pub fn is_over(self, place: Option<usize>) -> bool {
        self.over.with(|over| over.is_some() && *over == place)
    }

    /// Whether the click that is being handled only ends a drag.
    pub fn has_just_ended(self) -> bool {
        self.was_lifted.get_value()
    }

    pub fn press(self, event: &ev::PointerEvent) {
        let press = self.presses.get_value().wrapping_add(1);
        self.presses.set_value(press);
        self.was_lifted.set_value(false);
        let is_on_button = place::target(event, "[data-act]").is_some();
        let Some(client) = client_of(event).filter(|_| event.button() == 0 && !is_on_button) else { return };
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let is_finger = event.pointer_type() == "touch";
        let drag = Drag { pointer: event.pointer_id(), client, from: at, at, is_finger, is_lifted: false };
        self.drag.set(Some(drag));
        if is_finger {
            let long_press = move || {
                if self.presses.try_get_value() == Some(press) {
                    self.lift();
                }
            };
            clock::after(LONG_PRESS, Box::new(long_press));
        }
    }

    pub fn go(self, event: &ev::PointerEvent) {
        let Some(drag) = self.drag.get_untracked().filter(|drag| drag.pointer == event.pointer_id()) else { return };
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        if drag.is_lifted {
            self.drag.set(Some(Drag { at, ..drag }));
            return self.look_under();
        }
        if (at.0 - drag.from.0).hypot(at.1 - drag.from.1) > SLACK {
            // A finger that moves before the card is lifted scrolls.
            if drag.is_finger {
                return self.cancel();
            }
            self.drag.set(Some(Drag { at, ..drag }));
            self.lift();
        }
    }

    /// Puts the card into the column under it.
    pub fn drop_card(self) {
        let Some(drag) = self.drag.get_untracked() else { return };
        let over = self.over.get_untracked();
        self.cancel();
        let key = over.and_then(|place| self.board.get_value().keys.with_untracked(|keys| keys.get(place).cloned()));
        if let Some(key) = key.filter(|_| drag.is_lifted) {
            self.board.get_value().move_to(drag.client, &key);
        }
    }

    pub fn cancel(self) {
        self.drag.set(None);
        self.over.set(None);
    }

    /// Keeps the browser from scrolling, or opening its own menu, with a card in hand.
    pub fn hold_still(self, event: &ev::Event) {
        let is_held = self.drag.with_untracked(|drag| drag.is_some_and(|drag| drag.is_lifted));
        if is_held {
            event.prevent_default();
        }
    }

    fn lift(self) {
        let (Some(Some(drag)), Some(Some(element))) = (self.drag.try_get_untracked(), self.element.try_get_untracked())
        else {
            return;
        };
        self.was_lifted.set_value(true);
        place::capture(&element, drag.pointer);
        self.drag.set(Some(Drag { is_lifted: true, ..drag }));
        self.board.get_value().activate(drag.client);
        self.look_under();
        self.scroll();
    }

    fn look_under(self) {
        let Some(drag) = self.drag.get_untracked() else { return };
        let over = place::attribute_at(drag.at.0, drag.at.1, "data-column").and_then(|place| place.parse().ok());
        if self.over.get_untracked() != over {
            self.over.set(over);
        }
    }

    /// Scrolls while the card is near an edge.
    fn scroll(self) {
        let (Some(Some(drag)), Some(Some(element))) = (self.drag.try_get_untracked(), self.element.try_get_untracked())
        else {
            return;
        };
        let edges = place::edges(&element);
        let step = match drag.at.0 {
            x if x < edges.left + EDGE => -SCROLL,
            x if x > edges.right - EDGE => SCROLL,
            _ => 0,
        };
        if step != 0 {
            element.set_scroll_left(element.scroll_left() + step);
            self.look_under();
        }
        clock::after(TICK, Box::new(move || self.scroll()));
    }
}

/// The card in the air.
#[component]
pub fn Ghost(board: Board, dragging: Dragging) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let lifted = Memo::new(move |_| dragging.drag.get().filter(|drag| drag.is_lifted).map(|drag| drag.client));
    let moved = move || {
        let (x, y) = dragging.drag.with(|drag| drag.map_or((0.0, 0.0), |drag| drag.at));
        format!("translate({x}px, {y}px)")
    };
    move || {
        let card = untrack(|| board.card_of(lifted.get()?));
        lifted.track();
        card.map(|card| {
            let amount = card.revenue.map(|revenue| kontor.formats.with(|formats| formats.money(revenue)));
            view! {
                <div class="board-ghost" aria-hidden="true" style:transform=moved>
                    <span class="card-name">{client_name(i18n, &card.name)}</span>
                    <span class="card-amount">{amount}</span>
                </div>
            }
        })
    }
}
