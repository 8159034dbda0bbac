//! The exchange worker: reading files in a WebAssembly of its own, off the page's thread.
//!
//! Only a shell: it takes messages as `kontor::exchange::protocol` describes them, lets [`Exchange`] answer, and posts
//! the answer. A file that breaks the reader traps here; the page gets the worker's error event, ends this worker and
//! starts another.
//!
//! [`Exchange`]: kontor::exchange::Exchange

#[cfg(target_arch = "wasm32")]
mod shell;

#[cfg(target_arch = "wasm32")]
fn main() {
    use kontor::exchange::{Exchange, ReadError, Reply, Request};

    let Some(shell) = shell::Shell::new() else { return };
    let report = shell.reporter(|stage, done| Reply::Progress { stage, done }.to_bytes());
    let mut exchange = Exchange::new(report);
    shell.listen(&Reply::Ready.to_bytes(), move |words, body| {
        let (reply, bytes) = match Request::from_bytes(&words) {
            Some(request) => exchange.answer(request, body),
            None => (Reply::Failed(ReadError::NotOpen), Vec::new()),
        };
        (reply.to_bytes(), bytes)
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser.");
}
