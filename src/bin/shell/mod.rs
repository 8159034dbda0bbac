//! What the programs of both workers have in common: messages in, messages out, each an array of one or two arrays of
//! bytes whose buffers are transferred (see `kontor::exchange::protocol`).

use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Milliseconds between two reports of progress: several a second move a bar, more only cost time.
const REPORT_EVERY: f64 = 60.0;

/// The worker as its program sees it.
#[derive(Clone)]
pub struct Shell(DedicatedWorkerGlobalScope);

impl Shell {
    /// Nothing where the program does not run in a worker.
    pub fn new() -> Option<Self> {
        console_error_panic_hook::set_once();
        js_sys::global().dyn_into().ok().map(Self)
    }

    /// Answers each message for as long as the worker lives, and tells the page that it listens. A message is its words
    /// and what is large; so is an answer.
    pub fn listen(self, ready: &[u8], mut answer: impl FnMut(Vec<u8>, Vec<u8>) -> (Vec<u8>, Vec<u8>) + 'static) {
        let answering = self.clone();
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let (words, body) = split(&event.data());
            let (words, body) = answer(words, body);
            answering.post(&words, &body);
        });
        self.0.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        // The listener lives as long as the worker.
        listener.forget();
        // What was sent before this moment waits in a queue or is lost, by browser: from now on it arrives.
        self.post(ready, &[]);
    }

    /// What tells the page how far a request is, in the words that `words` makes of it.
    pub fn reporter<Stage>(&self, words: fn(Stage, f32) -> Vec<u8>) -> impl FnMut(Stage, f32) + use<Stage> {
        let shell = self.clone();
        let mut last = 0.0;
        move |stage, done| {
            let now = Date::now();
            if now - last >= REPORT_EVERY {
                last = now;
                shell.post(&words(stage, done), &[]);
            }
        }
    }

    fn post(&self, words: &[u8], body: &[u8]) {
        let parts = Array::of1(&Uint8Array::from(words));
        if !body.is_empty() {
            parts.push(&Uint8Array::from(body));
        }
        let buffers: Array = parts.iter().map(|part| part.unchecked_into::<Uint8Array>().buffer()).collect();
        // It fails only for what can't be cloned, and bytes can.
        let _ = self.0.post_message_with_transfer(&parts, &buffers);
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
