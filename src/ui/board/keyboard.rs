//! The board from the keyboard.

use leptos::{ev, prelude::*};

use super::columns::client_of;
use crate::platform::place;
use crate::state::{Board, Direction, OpenClient};

/// How many cards the Page keys pass over.
const PAGE: isize = 8;

/// Does what a key on a card asks for. Says whether it asked for anything.
pub fn press(board: Board, open: OpenClient, event: &ev::KeyboardEvent) -> bool {
    let Some(client) = client_of(event) else { return false };
    let is_move = event.alt_key() || event.ctrl_key() || event.meta_key();
    let is_on_card = place::target(event, "[data-act]").is_none();
    let go = |direction| {
        board.go(client, direction);
        true
    };
    match event.key().as_str() {
        "ArrowRight" | "ArrowLeft" if is_move && !event.shift_key() => {
            board.move_beside(client, if event.key() == "ArrowRight" { 1 } else { -1 });
            true
        }
        "a" if event.ctrl_key() || event.meta_key() => {
            board.choose_all_beside(client);
            true
        }
        _ if is_move => false,
        "ArrowDown" | "ArrowUp" if event.shift_key() => {
            if board.chosen.with_untracked(|chosen| !chosen.contains(client)) {
                board.chosen.update(|chosen| chosen.turn(client));
            }
            board.go(client, Direction::Down(if event.key() == "ArrowDown" { 1 } else { -1 }));
            if let Some(active) = board.active.get_untracked() {
                board.reach(active);
            }
            true
        }
        " " if is_on_card => {
            board.chosen.update(|chosen| chosen.turn(client));
            true
        }
        "Escape" if board.chosen.with_untracked(|chosen| !chosen.is_empty()) => {
            board.choose_none();
            true
        }
        "ArrowDown" => go(Direction::Down(1)),
        "ArrowUp" => go(Direction::Down(-1)),
        "PageDown" => go(Direction::Down(PAGE)),
        "PageUp" => go(Direction::Down(-PAGE)),
        "ArrowRight" => go(Direction::Right(1)),
        "ArrowLeft" => go(Direction::Right(-1)),
        "Home" => go(Direction::First),
        "End" => go(Direction::Last),
        // On a button of the card these keys press it.
        "Enter" if is_on_card => {
            if board.choice.presenting.with_untracked(Option::is_none) {
                open.0.set(Some(client));
            }
            true
        }
        _ => false,
    }
}
