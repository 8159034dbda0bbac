//! The page's side of the exchange worker: one for the page, started when it is first needed.
//!
//! A request is posted as soon as the worker says that it listens (its first message; what is posted to a module
//! worker before its program has been loaded is lost). Where the worker breaks, all who wait are told, and the next
//! request starts another.

use std::cell::RefCell;
use std::collections::VecDeque;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::exchange::{Reply, Request, Stage};

/// The file that the build makes of `bin/worker.rs`, beside the page.
const PROGRAM: &str = "./worker_loader.js";

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The worker's program could not be loaded, or did not start.
    #[error("the worker did not start")]
    NotStarted,
    /// The worker broke while it worked on a request.
    #[error("the worker broke")]
    Broken,
}

/// An answer, and the bytes that came along.
pub type Answer = Result<(Reply, Vec<u8>), Failure>;

type OnProgress = Box<dyn FnMut(Stage, f32)>;
type OnAnswer = Box<dyn FnOnce(Answer)>;

/// A request on its way.
struct Pending {
    on_progress: OnProgress,
    on_answer: OnAnswer,
}

struct Line {
    worker: web_sys::Worker,
    /// The number of this worker: events of one before it are not for it.
    number: u32,
    is_listening: bool,
    /// Messages from before the worker listened, with what of them is transferred.
    unsent: Vec<(Array, Array)>,
    /// In the order of the requests, which is the order of the answers.
    pending: VecDeque<Pending>,
    _on_message: Closure<dyn FnMut(web_sys::MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

thread_local! {
    static LINE: RefCell<Option<Line>> = const { RefCell::new(None) };
    static STARTED: RefCell<u32> = const { RefCell::new(0) };
}

/// Starts the worker if there is none, so that a request that comes soon does not wait for it.
pub fn start() {
    if LINE.with_borrow(Option::is_some) {
        return;
    }
    let number = STARTED.with_borrow_mut(|started| {
        *started += 1;
        *started
    });
    let line = Line::start(number).ok();
    LINE.with_borrow_mut(|place| *place = line);
}

/// Asks the worker. A file's bytes, where they come along, are handed over and can't be used any more.
pub fn ask(
    request: &Request,
    bytes: Option<ArrayBuffer>,
    on_progress: impl FnMut(Stage, f32) + 'static,
    on_answer: impl FnOnce(Answer) + 'static,
) {
    start();
    let words = Uint8Array::from(request.to_bytes().as_slice());
    let transfer = Array::of1(&words.buffer());
    let message = Array::of1(&words);
    if let Some(bytes) = bytes {
        message.push(&Uint8Array::new(&bytes));
        transfer.push(&bytes);
    }
    let pending = Pending { on_progress: Box::new(on_progress), on_answer: Box::new(on_answer) };
    let unheard = LINE.with_borrow_mut(|place| match place {
        Some(line) => {
            line.pending.push_back(pending);
            line.send(message, transfer);
            None
        }
        None => Some(pending),
    });
    if let Some(pending) = unheard {
        (pending.on_answer)(Err(Failure::NotStarted));
    }
}

/// Bytes that can be handed over with a request.
pub fn buffer(bytes: &[u8]) -> ArrayBuffer {
    Uint8Array::from(bytes).buffer()
}

/// Ends the worker, whatever it is doing. Nobody who waited is answered.
pub fn stop() {
    if let Some(line) = LINE.take() {
        line.end();
    }
}

/// Whether the worker is working on a request.
pub fn is_busy() -> bool {
    LINE.with_borrow(|place| place.as_ref().is_some_and(|line| !line.pending.is_empty()))
}

impl Line {
    fn start(number: u32) -> Result<Self, JsValue> {
        let options = web_sys::WorkerOptions::new();
        options.set_type(web_sys::WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(PROGRAM, &options)?;
        let on_message = Closure::<dyn FnMut(_)>::new(move |event: web_sys::MessageEvent| take_message(number, &event));
        let on_error = Closure::<dyn FnMut(_)>::new(move |event: web_sys::Event| {
            // The page deals with it: nothing is left for the browser to report as unhandled.
            event.prevent_default();
            give_up(number);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            number,
            is_listening: false,
            unsent: Vec::new(),
            pending: VecDeque::new(),
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    fn send(&mut self, message: Array, transfer: Array) {
        if self.is_listening {
            // Arrays of bytes can always be posted; a worker that is gone reports an error of its own.
            let _ = self.worker.post_message_with_transfer(&message, &transfer);
        } else {
            self.unsent.push((message, transfer));
        }
    }

    fn end(&self) {
        self.worker.set_onmessage(None);
        self.worker.set_onmessageerror(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// The line with this number: one that was replaced has no say any more.
fn with_line<T>(number: u32, act: impl FnOnce(&mut Line) -> T) -> Option<T> {
    LINE.with_borrow_mut(|place| place.as_mut().filter(|line| line.number == number).map(act))
}

fn take_message(number: u32, event: &web_sys::MessageEvent) {
    let parts: Vec<Uint8Array> = match event.data().dyn_into::<Array>() {
        Ok(parts) => parts.iter().filter_map(|part| part.dyn_into().ok()).collect(),
        Err(_) => Vec::new(),
    };
    let reply = parts.first().and_then(|words| Reply::from_bytes(&words.to_vec()));
    with_line(number, |line| {
        line.is_listening = true;
        for (message, transfer) in std::mem::take(&mut line.unsent) {
            line.send(message, transfer);
        }
    });
    // Whoever is told may ask again at once: the line must not be borrowed meanwhile.
    match reply {
        None | Some(Reply::Ready) => {}
        Some(Reply::Progress { stage, done }) => {
            if let Some(Some(mut pending)) = with_line(number, |line| line.pending.pop_front()) {
                (pending.on_progress)(stage, done);
                with_line(number, |line| line.pending.push_front(pending));
            }
        }
        Some(reply) => {
            if let Some(Some(pending)) = with_line(number, |line| line.pending.pop_front()) {
                let bytes = parts.get(1).map(Uint8Array::to_vec).unwrap_or_default();
                (pending.on_answer)(Ok((reply, bytes)));
            }
        }
    }
}

fn give_up(number: u32) {
    let line = LINE.with_borrow_mut(|place| place.take_if(|line| line.number == number));
    let Some(line) = line else { return };
    line.end();
    let failure = if line.is_listening { Failure::Broken } else { Failure::NotStarted };
    // The others in the line never reached the worker's hands, but their file went down with it.
    for pending in line.pending {
        (pending.on_answer)(Err(failure));
    }
}
