//! How much room the browser gives, and whether it promises to keep what is stored.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// What the browser says about the room it gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Space {
    /// Bytes taken by everything that this page stores, the program itself included.
    pub used: f64,
    /// Bytes there are in all.
    pub quota: f64,
    /// Whether the browser asks before it throws anything away.
    pub is_kept: bool,
}

/// Asks the browser; nothing where it does not say.
pub async fn ask() -> Option<Space> {
    let storage = web_sys::window()?.navigator().storage();
    let estimate = answer(storage.estimate().ok()?).await?;
    let number = |name: &str| Reflect::get(&estimate, &name.into()).ok().and_then(|value| value.as_f64());
    let is_kept = answer(storage.persisted().ok()?).await.is_some_and(|value| value.is_truthy());
    Some(Space { used: number("usage")?, quota: number("quota")?, is_kept })
}

async fn answer(promise: Promise) -> Option<JsValue> {
    JsFuture::from(promise).await.ok()
}
