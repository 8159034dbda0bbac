//! Copying, cutting and pasting in the grid.

use leptos::{ev, prelude::*};

use super::surface::Surface;
use crate::platform::clipboard;
use crate::state::clients::spread;

/// Takes the selection to the clipboard; where it is cut, it waits there to be moved.
pub fn copy(surface: &Surface, event: &ev::Event, cuts: bool) {
    let view = surface.view;
    if view.editing.with_untracked(Option::is_some) {
        return;
    }
    let copied = if cuts { view.cut() } else { view.copied() };
    if let Some(copied) = copied
        && !clipboard::set(event, &copied.text, copied.html.as_deref())
    {
        view.drop_cut();
    }
}

/// Pastes what the clipboard holds: the table of another spreadsheet, or else its text.
pub fn paste(surface: &Surface, event: &ev::Event) {
    if surface.view.editing.with_untracked(Option::is_some) {
        return;
    }
    // Into the hidden field that has the keyboard nothing is pasted.
    event.prevent_default();
    if let Some(table) = clipboard::table(event).map(spread) {
        surface.view.paste(&table);
    } else if let Some(text) = clipboard::text(event) {
        surface.view.paste_text(&text, clipboard::is_own_table(event));
    }
}
