//! The reading worker: files in.

use js_sys::{ArrayBuffer, Uint8Array};

use super::workers::{self, Program};
use crate::exchange::{Reply, Request, Stage};

pub use super::workers::Failure;

/// An answer, and the bytes that came along.
pub type Answer = Result<(Reply, Vec<u8>), Failure>;

/// Starts the worker if there is none, so that a request that comes soon does not wait for it.
pub fn start() {
    workers::start(Program::Reader);
}

/// Asks the worker about bytes that the page goes on using: they are copied.
pub fn ask_about(
    request: &Request,
    bytes: &[u8],
    on_progress: impl FnMut(Stage, f32) + 'static,
    on_answer: impl FnOnce(Answer) + 'static,
) {
    ask(request, Some(Uint8Array::from(bytes).buffer()), on_progress, on_answer);
}

/// Asks the worker. A file's bytes, where they come along, are handed over and can't be used any more.
pub fn ask(
    request: &Request,
    bytes: Option<ArrayBuffer>,
    mut on_progress: impl FnMut(Stage, f32) + 'static,
    on_answer: impl FnOnce(Answer) + 'static,
) {
    let mut on_answer = Some(on_answer);
    let hearing = move |message: Result<workers::Message, Failure>| {
        let answer = match message {
            Ok((words, body)) => match Reply::from_bytes(&words) {
                None | Some(Reply::Ready) => return false,
                Some(Reply::Progress { stage, done }) => {
                    on_progress(stage, done);
                    return false;
                }
                Some(reply) => Ok((reply, body.as_ref().map(Uint8Array::to_vec).unwrap_or_default())),
            },
            Err(failure) => Err(failure),
        };
        if let Some(on_answer) = on_answer.take() {
            on_answer(answer);
        }
        true
    };
    workers::ask(Program::Reader, &request.to_bytes(), bytes, Box::new(hearing));
}

/// Bytes that can be handed over with a request.
pub fn buffer(bytes: &[u8]) -> ArrayBuffer {
    Uint8Array::from(bytes).buffer()
}

/// Ends the worker, whatever it is doing. Nobody who waited is answered.
pub fn stop() {
    workers::stop(Program::Reader);
}

/// Whether the worker is working on a request.
pub fn is_busy() -> bool {
    workers::is_busy(Program::Reader)
}
