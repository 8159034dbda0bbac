//! The program itself: kept for the time without a network, and replaced by a newer one only when the person says so.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::clock;

/// How often an open page asks for a newer version: once an hour, in milliseconds.
const ASK: i32 = 3_600_000;

/// Keeps the program for offline use. `ready` is called when a newer version waits to be taken.
pub async fn keep(ready: impl Fn() + Clone + 'static) {
    let Some(registration) = register().await else { return };
    let again = ready.clone();
    let watch = {
        let registration = registration.clone();
        move || {
            let is_update = part(&registration, "waiting").is_some() && has_controller();
            if is_update {
                ready();
            }
        }
    };
    watch();
    if let Some(container) = container().filter(|_| has_controller()) {
        // Another tab took a newer version: this one goes on with its own until it is loaded anew.
        on(&container, "controllerchange", again);
    }
    on(&registration, "updatefound", {
        let registration = registration.clone();
        move || {
            if let Some(worker) = part(&registration, "installing") {
                on(&worker, "statechange", watch.clone());
            }
        }
    });
    ask_again(registration);
}

/// Takes the newer version: the page loads anew with it.
pub async fn take_over() {
    let Some(container) = container() else { return };
    let reload = || {
        if let Some(window) = web_sys::window() {
            let _ = window.location().reload();
        }
    };
    on(&container, "controllerchange", reload);
    let Some(registration) = registration(&container).await else { return };
    if let Some(waiting) = part(&registration, "waiting") {
        let message = Object::new();
        let _ = Reflect::set(&message, &"type".into(), &"take-over".into());
        let _ = call(&waiting, "postMessage", &message);
    } else {
        // Another tab has taken it already.
        reload();
    }
}

fn ask_again(registration: JsValue) {
    clock::after(
        ASK,
        Box::new(move || {
            let _ = call(&registration, "update", &JsValue::UNDEFINED);
            ask_again(registration);
        }),
    );
}

async fn register() -> Option<JsValue> {
    let promise = call(&container()?, "register", &"service-worker.js".into())?;
    JsFuture::from(js_sys::Promise::from(promise)).await.ok()
}

async fn registration(container: &JsValue) -> Option<JsValue> {
    let promise = call(container, "getRegistration", &JsValue::UNDEFINED)?;
    JsFuture::from(js_sys::Promise::from(promise)).await.ok()
}

/// The browser's service workers; nothing where it has none (an insecure address).
fn container() -> Option<JsValue> {
    part(&web_sys::window()?.navigator(), "serviceWorker")
}

fn has_controller() -> bool {
    container().is_some_and(|container| part(&container, "controller").is_some())
}

fn part(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_null() && !value.is_undefined())
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    part(object, method)?.dyn_into::<js_sys::Function>().ok()?.call1(object, argument).ok()
}

/// Hears an event for as long as the page lives.
fn on(target: &JsValue, event: &str, heard: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(heard);
    if let Some(target) = target.dyn_ref::<web_sys::EventTarget>() {
        let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
