//! Time, chance, and work put off until the browser has painted.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

use crate::workbook::Day;

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    performance().map_or(0.0, |performance| performance.now())
}

/// Notes a piece of work for the browser's performance tools, from `start` until now.
pub fn measure(name: &str, start: f64) {
    let Some(performance) = performance() else { return };
    let options = js_sys::Object::new();
    for (key, time) in [("start", start), ("end", performance.now())] {
        let _ = Reflect::set(&options, &key.into(), &time.into());
    }
    let method = Reflect::get(&performance, &"measure".into()).and_then(JsCast::dyn_into::<js_sys::Function>);
    // A page whose tools are switched off is no reason to stop.
    if let Ok(method) = method {
        let _ = method.call2(&performance, &name.into(), &options);
    }
}

/// Runs something before the browser paints, after everything that is due now.
pub fn soon(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}

/// Runs something after the browser has had a chance to paint and to take input.
pub fn later(work: Box<dyn FnOnce()>) {
    after(0, work);
}

/// Lets the browser paint and take input.
pub async fn turn() {
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0);
        }
    });
    // A timer is never refused.
    let _ = wasm_bindgen_futures::JsFuture::from(turn).await;
}

/// Runs something after some milliseconds.
pub fn after(milliseconds: i32, work: Box<dyn FnOnce()>) {
    let work = Closure::once_into_js(work);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), milliseconds);
    }
}

/// Today, where the person is.
pub fn today() -> Day {
    let date = js_sys::Date::new_0();
    Day::new(date.get_full_year() as i32, date.get_month() + 1, date.get_date()).unwrap_or(Day(0))
}

/// Milliseconds since 1970.
pub fn epoch() -> f64 {
    js_sys::Date::now()
}

/// 64 random bits.
pub fn random() -> u64 {
    let mut bytes = [0_u8; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled { u64::from_le_bytes(bytes) } else { (js_sys::Math::random() * 9e15) as u64 }
}

fn performance() -> Option<web_sys::Performance> {
    web_sys::window()?.performance()
}
