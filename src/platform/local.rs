//! The small synchronous store (localStorage): what is written here survives a tab that is killed the next moment, and
//! reaches the other tabs at once.

use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Whether the browser lets the page store anything here.
fn is_allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

/// Reads a value; nothing where there is none or it can't be read.
pub fn get<T: DeserializeOwned>(key: &str) -> Option<T> {
    if is_allowed() { LocalStorage::get(key).ok() } else { None }
}

/// Writes a value and says whether the browser took it.
pub fn set<T: Serialize>(key: &str, value: T) -> bool {
    is_allowed() && LocalStorage::set(key, value).is_ok()
}

pub fn remove(key: &str) {
    if is_allowed() {
        LocalStorage::delete(key);
    }
}

/// All keys that begin with `prefix`.
pub fn keys(prefix: &str) -> Vec<String> {
    if !is_allowed() {
        return Vec::new();
    }
    let storage = LocalStorage::raw();
    let keys = (0..LocalStorage::length()).filter_map(|at| storage.key(at).ok().flatten());
    keys.filter(|key| key.starts_with(prefix)).collect()
}

/// Hears what other tabs write: the key, and the value as it was written (nothing where it was removed). For as long
/// as the page lives.
pub fn listen(heard: impl Fn(String, Option<String>) + 'static) {
    let listener = Closure::<dyn Fn(web_sys::StorageEvent)>::new(move |event: web_sys::StorageEvent| {
        if let Some(key) = event.key() {
            heard(key, event.new_value());
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
