//! Moving cards by mouse, pen and finger.

use leptos::{ev, html, prelude::*};

use super::columns::client_of;
use super::words::{amount, card_name};
use crate::i18n::{t_string, use_i18n};
use crate::platform::{clock, place};
use crate::state::{Board, Spot};
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
    /// The card that is lifted: cards follow this, and not every move of the pointer.
    lifted: Memo<Option<RowId>>,
    /// The places of the column and the lane under the card.
    over: RwSignal<Option<(usize, Option<usize>)>>,
    /// Counts presses, so that a long press can tell whether it is still the same one.
    presses: StoredValue<u32>,
    was_lifted: StoredValue<bool>,
}

impl Dragging {
    pub fn new(board: Board, element: NodeRef<html::Div>) -> Self {
        let (presses, was_lifted) = (StoredValue::new(0), StoredValue::new(false));
        let drag = RwSignal::new(None::<Drag>);
        let dragging = Self {
            board: StoredValue::new(board),
            element,
            drag,
            lifted: Memo::new(move |_| drag.get().filter(|drag| drag.is_lifted).map(|drag| drag.client)),
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
        self.lifted.with(Option::is_some)
    }

    /// Whether this card is in the air, by itself or with the other selected ones; followed.
    pub fn is_card(self, client: RowId) -> bool {
        let Some(lifted) = self.lifted.get() else { return false };
        let chosen = self.board.get_value().chosen;
        lifted == client || chosen.with(|chosen| chosen.contains(lifted) && chosen.contains(client))
    }

    /// Whether the card hangs over the column at this place, or where the lane at this place meets it; followed.
    pub fn is_over(self, column: Option<usize>, lane: Option<usize>) -> bool {
        self.over.with(|over| over.is_some() && *over == column.map(|column| (column, lane)))
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
        let board = self.board.get_value();
        let Some((column, lane)) = over.filter(|_| drag.is_lifted) else { return };
        let lane = lane.and_then(|lane| board.lane_keys.with_untracked(|keys| keys.get(lane).cloned()));
        match (board.keys.with_untracked(|keys| keys.get(column).cloned()), lane) {
            (Some(column), None) => board.move_to_column(drag.client, &column),
            (Some(column), lane) => board.move_to(drag.client, &Spot { lane, column }),
            (None, _) => {}
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
        let over = place::attribute_at(drag.at.0, drag.at.1, "data-column").and_then(|places| {
            let (column, lane) =
                places.split_once('/').map_or((places.as_str(), None), |(one, other)| (one, Some(other)));
            Some((column.parse().ok()?, lane.and_then(|lane| lane.parse().ok())))
        });
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
        // Down and up where there are lanes; elsewhere there is nothing to scroll.
        let down = match drag.at.1 {
            y if y < edges.top + EDGE => -SCROLL,
            y if y > edges.bottom - EDGE => SCROLL,
            _ => 0,
        };
        if step != 0 {
            element.set_scroll_left(element.scroll_left() + step);
        }
        if down != 0 && element.scroll_height() > element.client_height() {
            element.set_scroll_top(element.scroll_top() + down);
        }
        if step != 0 || down != 0 {
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
    let lifted = dragging.lifted;
    let moved = move || {
        let (x, y) = dragging.drag.with(|drag| drag.map_or((0.0, 0.0), |drag| drag.at));
        format!("translate({x}px, {y}px)")
    };
    move || {
        let card = untrack(|| board.card_of(lifted.get()?));
        lifted.track();
        card.map(|card| {
            let amount = untrack(|| card.revenue.map(|revenue| amount(&kontor, board, revenue)));
            let name = untrack(|| card_name(i18n, board, &card));
            let count = untrack(|| {
                let client = lifted.get()?;
                board.chosen.with(|chosen| Some(chosen.moving(client).len()).filter(|count| *count > 1))
            });
            let number = |count: usize| kontor.formats.with_untracked(|formats| formats.number(count as f64, 0));
            view! {
                <div class="board-ghost" aria-hidden="true" style:transform=moved>
                    <span class="card-name">{name}</span>
                    <span class="card-amount">
                        {count.map_or(amount, |count| {
                            Some(t_string!(i18n, segment.board.clients, count = count, number = number(count)).clone())
                        })}
                    </span>
                </div>
            }
        })
    }
}
