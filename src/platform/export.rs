//! The writing worker: files out, into the browser's downloads.

use js_sys::Uint8Array;

use super::workers::{self, Program};
use super::{files, storage};
use crate::export::protocol::{Reply, Request, Stage};
use crate::export::{CellProblems, ExportError, PlainSheet};
use crate::state::Notice;

pub use super::workers::Failure;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv;charset=utf-8";

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSaved {
    #[error(transparent)]
    Refused(#[from] ExportError),
    #[error(transparent)]
    Worker(#[from] Failure),
}

/// Starts the worker if there is none.
pub fn start() {
    workers::start(Program::Writer);
}

/// Ends the worker, whatever it is doing. Nobody who waited is answered.
pub fn stop() {
    workers::stop(Program::Writer);
}

/// Writes a file and hands it to the browser's downloads. The snapshot of the workbook comes along where the request
/// is about one.
pub fn save(
    file_name: String,
    request: &Request,
    snapshot: &[u8],
    mut on_progress: impl FnMut(Stage, f32) + 'static,
    on_end: impl FnOnce(Result<CellProblems, NotSaved>) + 'static,
) {
    let kind = if matches!(request, Request::Csv(_)) { CSV } else { XLSX };
    let mut on_end = Some(on_end);
    let hearing = move |message: Result<workers::Message, Failure>| {
        let end = match message {
            Ok((words, body)) => match Reply::from_bytes(&words) {
                None | Some(Reply::Ready) => return false,
                Some(Reply::Progress { stage, done }) => {
                    on_progress(stage, done);
                    return false;
                }
                Some(Reply::Written { problems }) => {
                    // The bytes never come into this program's own memory: a large file would block the page twice.
                    if let Some(bytes) = body {
                        files::save_array(&file_name, kind, &bytes);
                    }
                    Ok(problems)
                }
                Some(Reply::Failed(error)) => Err(error.into()),
            },
            Err(failure) => Err(failure.into()),
        };
        if let Some(on_end) = on_end.take() {
            on_end(end);
        }
        true
    };
    let snapshot = (!snapshot.is_empty()).then(|| Uint8Array::from(snapshot).buffer());
    workers::ask(Program::Writer, &request.to_bytes(), snapshot, Box::new(hearing));
}

/// Writes a plain sheet as .xlsx and hands it to the browser's downloads. Where that fails the person is told.
pub fn save_plain(file_name: String, sheet: PlainSheet) {
    let ended = |end: Result<CellProblems, NotSaved>| {
        if end.is_err() {
            storage::with(|store| store.book.notices().push(Notice::NotExported));
        }
    };
    save(file_name, &Request::Plain(sheet), &[], |_, _| {}, ended);
}
