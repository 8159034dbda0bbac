//! The keys that work everywhere on the page.

use leptos::prelude::GetUntracked;

use crate::platform::dom;
use crate::state::clients::Stroke;
use crate::state::{DialogName, PageKey, Seen};
use crate::ui::Context;

/// Listens for as long as the page lives: for undo and redo, and for the windows that can be opened from anywhere.
pub fn listen(kontor: Context) {
    let book = kontor.book;
    dom::on_key(move |event| {
        if event.default_prevented() {
            return;
        }
        let key = event.key();
        let ctrl = event.ctrl_key() || event.meta_key();
        let stroke = Stroke { key: &key, ctrl, shift: event.shift_key(), alt: event.alt_key() };
        let seen = Seen {
            screen: kontor.desk.screen.get_untracked(),
            sheet: kontor.sheet.get_untracked(),
            is_covered: dom::is_covered(),
            is_typing: dom::is_typing(&event),
        };
        let Some(asked) = PageKey::of(stroke, seen) else { return };
        match asked {
            PageKey::Keys => kontor.dialog.open(DialogName::Keys),
            PageKey::Palette => kontor.dialog.open(DialogName::Palette),
            PageKey::Find => kontor.dialog.open(DialogName::Find),
            PageKey::GoTo => kontor.dialog.open(DialogName::GoTo),
            PageKey::Undo => book.undo(),
            PageKey::Redo => book.redo(),
        }
        event.prevent_default();
    });
}
