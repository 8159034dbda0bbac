//! Locks that all tabs of the page share.

use std::cell::RefCell;
use std::future::Future;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Does something while holding a lock; does nothing where another tab holds it, or the browser has no locks.
pub async fn if_free(name: &str, work: impl Future<Output = ()> + 'static) {
    let Some(locks) = web_sys::window().and_then(|window| Reflect::get(&window.navigator(), &"locks".into()).ok())
    else {
        return;
    };
    let Some(request) =
        Reflect::get(&locks, &"request".into()).ok().and_then(|request| request.dyn_into::<Function>().ok())
    else {
        return;
    };
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let work = RefCell::new(Some(work));
    let held = Closure::once(move |lock: JsValue| -> Promise {
        match work.take().filter(|_| !lock.is_null()) {
            Some(work) => future_to_promise(async move {
                work.await;
                Ok(JsValue::UNDEFINED)
            }),
            None => Promise::resolve(&JsValue::UNDEFINED),
        }
    });
    if let Ok(promise) = request.call3(&locks, &name.into(), &options, held.as_ref()) {
        let _ = JsFuture::from(Promise::from(promise)).await;
    }
}
