//! The browser: the only folder that touches it.

pub mod address;
pub mod cells;
pub mod clipboard;
pub mod clock;
mod database;
pub mod dom;
pub mod exchange;
pub mod export;
pub mod files;
pub mod intl;
pub mod library;
mod local;
mod locks;
pub mod place;
pub mod program;
pub mod ruler;
pub mod scroll;
pub mod settings;
pub mod space;
mod storage;
pub mod svg;
mod workers;

use crate::state::{Book, Desk, Host};

/// The browser as the state knows it.
pub fn host() -> Host {
    Host {
        later: clock::later,
        now: clock::now,
        measure: clock::measure,
        today: clock::today,
        random: clock::random,
        collate: intl::collate,
    }
}

/// Opens the storage: the list of workbooks, and the one that the address or the last visit asks for.
pub async fn open_storage(book: Book, desk: Desk) {
    storage::start(book, desk).await;
    library::start().await;
    let last = settings::get::<String>(settings::LAST).and_then(|id| id.parse().ok());
    let wanted = [address::read().workbook, last];
    let kept: Vec<_> = leptos::prelude::untrack(|| desk.kept()).into_iter().map(|(id, _)| id).collect();
    match wanted.into_iter().flatten().find(|id| kept.contains(id)) {
        Some(id) => library::open(id).await,
        None => library::close(),
    }
}
