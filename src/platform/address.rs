//! The page's address: which workbook and which sheet, behind the `#`, so that each tab keeps its own on reload.

use crate::state::Sheet;
use crate::workbook::Origin;

/// What the address asks for.
pub fn read() -> (Option<Origin>, Option<Sheet>) {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let mut parts = hash.trim_start_matches('#').split('/');
    let workbook = parts.next().and_then(|part| part.parse().ok());
    (workbook, parts.next().and_then(Sheet::from_key))
}

/// Puts into the address what is open. It is no new step for the browser's "back".
pub fn write(workbook: Option<Origin>, sheet: Sheet) {
    let Some(window) = web_sys::window() else { return };
    let hash = workbook.map_or_else(|| "#".to_owned(), |workbook| format!("#{workbook}/{}", sheet.key()));
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&hash));
    }
}
