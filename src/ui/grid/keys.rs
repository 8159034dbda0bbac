//! The keys of the grid.

use leptos::ev;
use leptos::prelude::*;

use super::editor::Editor;
use super::surface::Surface;
use crate::state::DialogName;
use crate::state::clients::{ColumnWidths, Command, EditMode, Motion, Place, Stroke};

/// Hears a key while the grid or its editor has the keyboard.
pub fn heard(editor: &Editor, leaves: StoredValue<bool>, event: &ev::KeyboardEvent) {
    // A key that belongs to a character being composed is the input method's.
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    let key = event.key();
    let stroke = Stroke {
        key: &key,
        ctrl: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
    };
    let may_leave = leaves.get_value();
    leaves.set_value(false);
    let is_heard = match editor.surface.view.editing.get_untracked() {
        Some(editing) => while_editing(editor, editing.mode, stroke),
        None => match Command::of(stroke) {
            Some(Command::Move { motion: Motion::Next | Motion::Previous, .. }) if may_leave => false,
            Some(Command::Leave) => {
                // What was cut is let go before the grid is.
                leaves.set_value(!editor.surface.view.drop_cut());
                true
            }
            Some(command) => run(editor, command),
            None => false,
        },
    };
    if is_heard {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn while_editing(editor: &Editor, mode: EditMode, stroke: Stroke) -> bool {
    let goes = |motion| {
        editor.commit_and_move(motion);
        true
    };
    let is_plain = !stroke.ctrl && !stroke.alt && !stroke.shift;
    match stroke.key {
        "Enter" if !stroke.alt => goes(if stroke.shift { Motion::Up } else { Motion::Down }),
        "Tab" => goes(if stroke.shift { Motion::Previous } else { Motion::Next }),
        "Escape" => {
            editor.close();
            true
        }
        "ArrowDown" if !stroke.ctrl && editor.mark(1) => true,
        "ArrowUp" if !stroke.ctrl && editor.mark(-1) => true,
        "ArrowDown" | "ArrowUp" | "ArrowLeft" | "ArrowRight" if is_plain && mode == EditMode::Typed => {
            goes(match stroke.key {
                "ArrowDown" => Motion::Down,
                "ArrowUp" => Motion::Up,
                "ArrowLeft" => Motion::Left,
                _ => Motion::Right,
            })
        }
        _ => false,
    }
}

/// Does what a key asks for. Says whether it was the grid's to do.
fn run(editor: &Editor, command: Command) -> bool {
    let surface = &editor.surface;
    let view = surface.view;
    let select = |change: fn(crate::state::clients::Selection, _) -> _| {
        if let Some(selection) = untrack(|| view.selection()) {
            view.selected.set(change(selection, surface.extent()));
        }
    };
    match command {
        Command::Move { motion, extends } => return go(surface, motion, extends),
        Command::SelectAll => select(crate::state::clients::Selection::all),
        Command::SelectRows => select(crate::state::clients::Selection::whole_rows),
        Command::SelectColumns => select(crate::state::clients::Selection::whole_columns),
        Command::Edit => editor.open(EditMode::Opened),
        Command::Clear => view.clear(),
        Command::FillDown => view.fill(true),
        Command::FillRight => view.fill(false),
        Command::Today => view.enter_today(),
        Command::Find => surface.kontor.dialog.open(DialogName::Find),
        Command::GoTo => surface.kontor.dialog.open(DialogName::GoTo),
        Command::OpenClient => open_client(surface),
        Command::DeleteRows => view.delete_selected(),
        Command::Undo => surface.kontor.book.undo(),
        Command::Redo => surface.kontor.book.redo(),
        Command::Sort { is_descending } => {
            let column = untrack(|| view.selection()).and_then(|selection| view.cell(selection.active));
            if let Some((_, column)) = column {
                view.sort_by(&column.id, is_descending, false);
            }
        }
        Command::Resize(step) => resize(surface, step),
        Command::Leave => return false,
    }
    true
}

/// Moves the selection and scrolls to it. Says whether there was anywhere to go.
pub fn go(surface: &Surface, motion: Motion, extends: bool) -> bool {
    let view = surface.view;
    let Some(selection) = untrack(|| view.selection()) else { return false };
    let moved = selection.moved(motion, extends, surface.extent(), |place| view.is_filled(place));
    if let Some(moved) = moved {
        if extends {
            view.selected.set(moved);
        } else {
            view.select(moved);
        }
        // Held columns are always seen: their row's beginning is what is asked for.
        if matches!(motion, Motion::RowStart | Motion::First) && !extends {
            let layout = surface.layout.get_untracked();
            let column = layout.frozen_count().min(layout.column_count().saturating_sub(1));
            surface.reveal_place(Place { column, ..moved.far });
        }
        surface.reveal();
    }
    moved.is_some()
}

/// Opens the client of the active row in the side panel.
fn open_client(surface: &Surface) {
    let cell = untrack(|| surface.view.selection()).and_then(|selection| surface.view.cell(selection.active));
    if let Some((client, _)) = cell {
        surface.kontor.client.0.set(Some(client));
    }
}

fn resize(surface: &Surface, step: i8) {
    let Some(selection) = untrack(|| surface.view.selection()) else { return };
    let Some((_, column)) = surface.view.cell(selection.active) else { return };
    let (_, width) = surface.layout.get_untracked().column(selection.active.column);
    let width = width + f64::from(i32::from(step) * ColumnWidths::STEP);
    surface.view.widths.update(|widths| widths.set(column.id, width));
}
