//! The exchange worker: reading and writing files in a WebAssembly of its own, off the page's thread.
//!
//! Only a shell: it takes messages as `kontor::exchange::protocol` describes them, lets [`Exchange`] answer, and posts
//! the answer. A file that breaks the reader traps here; the page gets the worker's error event, ends this worker and
//! starts another.

#[cfg(target_arch = "wasm32")]
mod shell {
    use std::cell::RefCell;

    use js_sys::{Array, Date, Uint8Array};
    use kontor::exchange::{Exchange, ReadError, Reply, Request, Stage};
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Milliseconds between two reports of progress: several a second move a bar, more only cost time.
    const REPORT_EVERY: f64 = 60.0;

    /// Listens, and tells the page that it does.
    pub fn start() {
        console_error_panic_hook::set_once();
        let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
        let exchange = RefCell::new(Exchange::new(reporter(scope.clone())));
        let answering = scope.clone();
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let (head, body) = split(&event.data());
            let (reply, bytes) = match Request::from_bytes(&head) {
                Some(request) => exchange.borrow_mut().answer(request, body),
                None => (Reply::Failed(ReadError::NotOpen), Vec::new()),
            };
            post(&answering, &reply, Some(&bytes));
        });
        scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        // The listener lives as long as the worker.
        listener.forget();
        // What was sent before this moment waits in a queue or is lost, by browser: from now on it arrives.
        post(&scope, &Reply::Ready, None);
    }

    fn reporter(scope: DedicatedWorkerGlobalScope) -> impl FnMut(Stage, f32) {
        let mut last = 0.0;
        move |stage, done| {
            let now = Date::now();
            if now - last >= REPORT_EVERY {
                last = now;
                post(&scope, &Reply::Progress { stage, done }, None);
            }
        }
    }

    /// The message's two parts; what is missing is empty.
    fn split(data: &JsValue) -> (Vec<u8>, Vec<u8>) {
        let parts: &Array = data.unchecked_ref();
        let part = |at| {
            let part: JsValue = if Array::is_array(data) { parts.get(at) } else { JsValue::UNDEFINED };
            part.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default()
        };
        (part(0), part(1))
    }

    fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply, bytes: Option<&[u8]>) {
        let parts = Array::of1(&Uint8Array::from(reply.to_bytes().as_slice()));
        if let Some(bytes) = bytes.filter(|bytes| !bytes.is_empty()) {
            parts.push(&Uint8Array::from(bytes));
        }
        let buffers: Array = parts.iter().map(|part| part.unchecked_into::<Uint8Array>().buffer()).collect();
        // It fails only for what can't be cloned, and bytes can.
        let _ = scope.post_message_with_transfer(&parts, &buffers);
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    shell::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser.");
}
