//! The page's address: which workbook, which sheet and which saved view, behind the `#`, so that each tab keeps its own
//! on reload.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::state::Sheet;
use crate::workbook::Origin;

fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// What the address asks for.
pub fn read() -> (Option<Origin>, Option<Sheet>) {
    let hash = hash();
    let mut parts = hash.trim_start_matches('#').split('/');
    let workbook = parts.next().and_then(|part| part.parse().ok());
    (workbook, parts.next().and_then(Sheet::from_key))
}

/// The saved view that the address asks for.
pub fn view() -> Option<String> {
    hash().split('/').nth(2).filter(|id| !id.is_empty()).map(str::to_owned)
}

/// Puts into the address what is open. It is no new step for the browser's "back".
pub fn write(workbook: Option<Origin>, sheet: Sheet, view: Option<&str>) {
    let Some(window) = web_sys::window() else { return };
    let view = view.map(|view| format!("/{view}")).unwrap_or_default();
    let hash = workbook.map_or_else(|| "#".to_owned(), |workbook| format!("#{workbook}/{}{view}", sheet.key()));
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&hash));
    }
}

/// Hears when the person goes to another address of this page: a link, "back", or one that was typed. For as long as
/// the page lives.
pub fn listen(heard: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(heard);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
