//! Copying, cutting and pasting in the grid.

use leptos::{ev, prelude::*};

use super::surface::Surface;
use crate::platform::clipboard;
use crate::state::clients::{read_tsv, spread};

/// Takes the selection to the clipboard, and empties it where it is cut.
pub fn copy(surface: &Surface, event: &ev::Event, cuts: bool) {
    if surface.view.editing.with_untracked(Option::is_some) {
        return;
    }
    if let Some(copied) = surface.view.copied()
        && clipboard::set(event, &copied.text, copied.html.as_deref())
        && cuts
    {
        surface.view.clear();
    }
}

/// Pastes what the clipboard holds: the table of another spreadsheet, or else its text.
pub fn paste(surface: &Surface, event: &ev::Event) {
    if surface.view.editing.with_untracked(Option::is_some) {
        return;
    }
    // Into the hidden field that has the keyboard nothing is pasted.
    event.prevent_default();
    let table = clipboard::table(event).map(spread);
    if let Some(block) = table.or_else(|| clipboard::text(event).map(|text| read_tsv(&text))) {
        surface.view.paste(&block);
    }
}
