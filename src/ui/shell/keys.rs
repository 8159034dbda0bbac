//! The keys that work everywhere on the page.

use leptos::prelude::GetUntracked;

use crate::platform::dom;
use crate::state::{DialogName, Screen};
use crate::ui::Context;

/// Listens for undo and redo, unless the key is meant for a text that is being typed; and for the windows that can be
/// opened from anywhere.
pub fn listen(kontor: Context) {
    let book = kontor.book;
    dom::on_key(move |event| {
        if event.default_prevented() || event.alt_key() {
            return;
        }
        let is_command = event.ctrl_key() || event.meta_key();
        let is_typing = dom::is_typing(&event);
        let is_open = kontor.desk.screen.get_untracked() == Screen::Workbook && !dom::is_covered();
        match (event.key().to_lowercase().as_str(), is_command, event.shift_key()) {
            ("f1", false, _) if !dom::is_covered() => kontor.dialog.open(DialogName::Keys),
            ("?", false, _) if !is_typing && !dom::is_covered() => kontor.dialog.open(DialogName::Keys),
            ("k" | "л", true, false) if is_open => kontor.dialog.open(DialogName::Palette),
            ("z" | "я", true, false) if !is_typing => book.undo(),
            ("y" | "н", true, false) | ("z" | "я", true, true) if !is_typing => book.redo(),
            _ => return,
        }
        event.prevent_default();
    });
}
