//! The page's side of its workers: one of each program, started when it is first needed.
//!
//! A request is posted as soon as the worker says that it listens (its first message; what is posted to a module
//! worker before its program has been loaded is lost). Where a worker breaks, all who wait are told, and the next
//! request starts another.

use std::cell::RefCell;
use std::collections::VecDeque;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;

/// The programs that run beside the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// `bin/worker.rs`
    Reader,
    /// `bin/writer.rs`
    Writer,
}

impl Program {
    /// The file that the build makes of the program, beside the page.
    fn file(self) -> &'static str {
        match self {
            Self::Reader => "./worker_loader.js",
            Self::Writer => "./writer_loader.js",
        }
    }
}

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

/// What a worker says: its words, and what is large where it comes along.
pub type Message = (Vec<u8>, Option<Uint8Array>);

/// Hears what a worker says to a request, and says whether that was the answer. It hears nothing after a failure.
pub type Hearing = Box<dyn FnMut(Result<Message, Failure>) -> bool>;

struct Line {
    worker: web_sys::Worker,
    /// The number of this worker: events of one before it are not for it.
    number: u32,
    is_listening: bool,
    /// Messages from before the worker listened, with what of them is transferred.
    unsent: Vec<(Array, Array)>,
    /// In the order of the requests, which is the order of the answers.
    pending: VecDeque<Hearing>,
    _on_message: Closure<dyn FnMut(web_sys::MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

thread_local! {
    static LINES: RefCell<[Option<Line>; 2]> = const { RefCell::new([None, None]) };
    static STARTED: RefCell<u32> = const { RefCell::new(0) };
}

/// Starts a worker if there is none, so that a request that comes soon does not wait for it.
pub fn start(program: Program) {
    if with_place(program, |place| place.is_some()) {
        return;
    }
    let number = STARTED.with_borrow_mut(|started| {
        *started += 1;
        *started
    });
    let line = Line::start(program, number).ok();
    with_place(program, |place| *place = line);
}

/// Asks a worker. What is large, where it comes along, is handed over and can't be used any more.
pub fn ask(program: Program, words: &[u8], body: Option<ArrayBuffer>, hearing: Hearing) {
    start(program);
    let words = Uint8Array::from(words);
    let transfer = Array::of1(&words.buffer());
    let message = Array::of1(&words);
    if let Some(body) = body {
        message.push(&Uint8Array::new(&body));
        transfer.push(&body);
    }
    let unheard = with_place(program, |place| match place {
        Some(line) => {
            line.pending.push_back(hearing);
            line.send(message, transfer);
            None
        }
        None => Some(hearing),
    });
    if let Some(mut hearing) = unheard {
        hearing(Err(Failure::NotStarted));
    }
}

/// Ends a worker, whatever it is doing. Nobody who waited is answered.
pub fn stop(program: Program) {
    if let Some(line) = with_place(program, Option::take) {
        line.end();
    }
}

/// Whether a worker is working on a request.
pub fn is_busy(program: Program) -> bool {
    with_place(program, |place| place.as_ref().is_some_and(|line| !line.pending.is_empty()))
}

impl Line {
    fn start(program: Program, number: u32) -> Result<Self, JsValue> {
        let options = web_sys::WorkerOptions::new();
        options.set_type(web_sys::WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(program.file(), &options)?;
        let on_message =
            Closure::<dyn FnMut(_)>::new(move |event: web_sys::MessageEvent| take_message(program, number, &event));
        let on_error = Closure::<dyn FnMut(_)>::new(move |event: web_sys::Event| {
            // The page deals with it: nothing is left for the browser to report as unhandled.
            event.prevent_default();
            give_up(program, number);
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

fn with_place<T>(program: Program, act: impl FnOnce(&mut Option<Line>) -> T) -> T {
    LINES.with_borrow_mut(|[reader, writer]| match program {
        Program::Reader => act(reader),
        Program::Writer => act(writer),
    })
}

/// The line with this number: one that was replaced has no say any more.
fn with_line<T>(program: Program, number: u32, act: impl FnOnce(&mut Line) -> T) -> Option<T> {
    with_place(program, |place| place.as_mut().filter(|line| line.number == number).map(act))
}

fn take_message(program: Program, number: u32, event: &web_sys::MessageEvent) {
    let mut parts = match event.data().dyn_into::<Array>() {
        Ok(parts) => parts.iter().filter_map(|part| part.dyn_into().ok()).collect::<Vec<Uint8Array>>(),
        Err(_) => Vec::new(),
    };
    let is_first = with_line(program, number, |line| {
        let is_first = !line.is_listening;
        line.is_listening = true;
        for (message, transfer) in std::mem::take(&mut line.unsent) {
            line.send(message, transfer);
        }
        is_first
    });
    // The first says only that the worker listens.
    if parts.is_empty() || is_first != Some(false) {
        return;
    }
    let words = parts.swap_remove(0).to_vec();
    // Whoever is told may ask again at once: the line must not be borrowed meanwhile.
    if let Some(Some(mut hearing)) = with_line(program, number, |line| line.pending.pop_front())
        && !hearing(Ok((words, parts.pop())))
    {
        with_line(program, number, |line| line.pending.push_front(hearing));
    }
}

fn give_up(program: Program, number: u32) {
    let line = with_place(program, |place| place.take_if(|line| line.number == number));
    let Some(line) = line else { return };
    line.end();
    let failure = if line.is_listening { Failure::Broken } else { Failure::NotStarted };
    // The others in the line never reached the worker's hands, but what they brought went down with it.
    for mut hearing in line.pending {
        hearing(Err(failure));
    }
}
