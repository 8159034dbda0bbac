//! The keys that work everywhere on the page.

use crate::platform::dom;
use crate::state::Book;

/// Listens for undo and redo, unless the key is meant for a text that is being typed.
pub fn listen(book: Book) {
    dom::on_key(move |event| {
        let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if !is_command || event.default_prevented() || dom::is_typing(&event) {
            return;
        }
        match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z" | "я", false) => book.undo(),
            ("y" | "н", false) | ("z" | "я", true) => book.redo(),
            _ => return,
        }
        event.prevent_default();
    });
}
