//! The page's address in the browser, and the history of addresses that "back" and "forward" walk through.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::state::PageAddress;

fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// What the address asks for.
pub fn read() -> PageAddress {
    PageAddress::read(&hash())
}

/// Puts into the address what is open. Where it `is_step`, the browser's "back" leads to what stood there before.
pub fn write(address: &PageAddress, is_step: bool) {
    let Some(window) = web_sys::window() else { return };
    let asked = address.hash();
    if asked == hash() {
        return;
    }
    if let Ok(history) = window.history() {
        let _ = if is_step {
            history.push_state_with_url(&JsValue::NULL, "", Some(&asked))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&asked))
        };
    }
}

/// Hears when the person goes to another address of this page: "back", "forward", a link, or one that was typed. For
/// as long as the page lives.
pub fn listen(heard: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(heard);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
