//! The writing worker: files for other programs, in a WebAssembly of its own that only those load who export.
//!
//! Only a shell: it takes messages as `kontor::export::protocol` describes them, lets [`Writer`] answer, and posts the
//! answer.
//!
//! [`Writer`]: kontor::export::Writer

#[cfg(target_arch = "wasm32")]
mod shell;

#[cfg(target_arch = "wasm32")]
fn main() {
    use kontor::export::protocol::{Reply, Request};
    use kontor::export::{ExportError, Writer};

    let Some(shell) = shell::Shell::new() else { return };
    let report = shell.reporter(|stage, done| Reply::Progress { stage, done }.to_bytes());
    let mut writer = Writer::new(report);
    shell.listen(&Reply::Ready.to_bytes(), move |words, body| {
        let (reply, bytes) = match Request::from_bytes(&words) {
            Some(request) => writer.answer(request, &body),
            None => (Reply::Failed(ExportError::Unreadable), Vec::new()),
        };
        (reply.to_bytes(), bytes)
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser.");
}
