//! What the browser's clipboard events carry.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, Event};

/// The text that is pasted.
pub fn text(event: &Event) -> Option<String> {
    data(event)?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// Hands a text to the clipboard in place of what the browser would take.
pub fn set_text(event: &Event, text: &str) {
    if data(event).is_some_and(|data| data.set_data("text/plain", text).is_ok()) {
        event.prevent_default();
    }
}

fn data(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()
}
