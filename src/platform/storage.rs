//! Storage: the small synchronous store first, the large one behind it (the order is in `journal`).
//!
//! It listens and never edits: what it knows of the open workbook comes through [`save`], and what other tabs wrote
//! goes back through `Book::merge`.

use std::cell::RefCell;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use leptos::prelude::{GetUntracked, Set};
use wasm_bindgen_futures::spawn_local;

use super::database::{Database, Found};
use super::{clock, library, local, locks};
use crate::journal::{EntryName, Fold, SmallKey, Stored};
use crate::state::{Book, Desk, Notice, SaveState};
use crate::workbook::{Origin, UpdateError, Workbook, checksum, has_import};

/// Updates up to this size go through the small store too (which holds some five million characters in all).
const SMALL: usize = 128 * 1024;

/// Updates from this size on (1 MiB) are imports; handing one to the browser blocks the page for tens of milliseconds.
const HEAVY: usize = 1 << 20;

/// What the page's storage knows.
pub(super) struct Store {
    pub(super) database: Option<Rc<Database>>,
    pub(super) book: Book,
    pub(super) desk: Desk,
    workbook: Option<Origin>,
    session: Origin,
    number: u32,
    /// Writes that the browser has not confirmed yet.
    pending: u32,
    /// Updates that the browser would not write. They are tried again as soon as it writes anything.
    failed: Vec<(EntryName, Vec<u8>)>,
    fold: Fold,
}

thread_local! {
    static STORE: RefCell<Option<Store>> = const { RefCell::new(None) };
}

pub(super) fn with<T>(use_store: impl FnOnce(&mut Store) -> T) -> Option<T> {
    STORE.with_borrow_mut(|store| store.as_mut().map(use_store))
}

pub(super) fn database() -> Option<Rc<Database>> {
    with(|store| store.database.clone()).flatten()
}

/// Opens the stores and listens to the other tabs. Where the large store is refused, the page works and says so.
pub(super) async fn start(book: Book, desk: Desk) {
    let database = Database::open().await.ok().map(Rc::new);
    let is_refused = database.is_none();
    let store = Store {
        database,
        book,
        desk,
        workbook: None,
        session: Origin::from_random(clock::random()),
        number: 0,
        pending: 0,
        failed: Vec::new(),
        fold: Fold::default(),
    };
    STORE.set(Some(store));
    book.set_outlet(save);
    local::listen(hear);
    if is_refused {
        desk.save.set(SaveState::Failed);
        book.notices().push(Notice::NotStored);
    }
}

/// Stores an update of the open workbook: an edit is safe when this returns, where the browser allows it at all. The
/// first edit of a workbook that is not stored yet gives it its identity.
fn save(update: Vec<u8>) {
    if with(|store| store.workbook.is_none()).unwrap_or(true) {
        library::adopt();
    }
    let Some(Some(name)) = with(Store::next_name) else { return };
    with(Store::began);
    let in_small = update.len() <= SMALL && local::set(&SmallKey::Update(name).to_string(), STANDARD.encode(&update));
    library::touch(name.workbook);
    spawn_local(async move {
        if update.len() >= HEAVY {
            // Handing an import over takes as long as taking it in did: each in a moment of its own.
            clock::turn().await;
        }
        if write(name, update, in_small).await {
            for (name, update) in with(|store| std::mem::take(&mut store.failed)).unwrap_or_default() {
                with(Store::began);
                write(name, update, false).await;
            }
        }
        fold().await;
    });
}

/// Writes an update that is waited for into the large store, and then takes it out of the small one.
async fn write(name: EntryName, update: Vec<u8>, in_small: bool) -> bool {
    let is_stored = put(name, &update).await;
    if is_stored {
        local::remove(&SmallKey::Update(name).to_string());
        if !in_small {
            announce(name);
        }
    }
    with(|store| store.ended(name, update, is_stored));
    is_stored
}

/// Writes an update into the large store, and says whether the browser confirmed it.
pub(super) async fn put(name: EntryName, update: &[u8]) -> bool {
    match database() {
        Some(database) => database.put(name, update).await.is_ok(),
        None => false,
    }
}

/// Tells the other tabs that an update lies in the large store.
pub(super) fn announce(name: EntryName) {
    let key = SmallKey::Arrival(name).to_string();
    local::set(&key, true);
    local::remove(&key);
}

impl Store {
    /// From now on, updates belong to this workbook; to none that is stored where there is nothing.
    pub(super) fn set_workbook(&mut self, workbook: Option<Origin>) {
        self.workbook = workbook;
        self.fold = Fold::default();
    }

    /// A name for the next update of a workbook.
    pub(super) fn name_in(&mut self, workbook: Origin) -> EntryName {
        self.number += 1;
        EntryName { workbook, session: self.session, number: self.number }
    }

    /// A name for the next update of the open workbook.
    fn next_name(&mut self) -> Option<EntryName> {
        let workbook = self.workbook?;
        Some(self.name_in(workbook))
    }

    fn began(&mut self) {
        self.pending += 1;
        self.show();
    }

    fn ended(&mut self, name: EntryName, update: Vec<u8>, is_stored: bool) {
        self.pending -= 1;
        if is_stored {
            self.note(name, &update);
        } else {
            self.failed.push((name, update));
            self.book.notices().push(Notice::NotStored);
        }
        self.show();
    }

    fn note(&mut self, name: EntryName, update: &[u8]) {
        let has_import = update.len() >= Fold::LARGE || has_import(update);
        self.fold.note(name, Stored { size: update.len(), has_import });
    }

    fn show(&self) {
        let state = if self.database.is_none() || !self.failed.is_empty() {
            SaveState::Failed
        } else if self.book.with(Workbook::is_read_only) {
            SaveState::ReadOnly
        } else if self.pending > 0 {
            SaveState::Saving
        } else {
            SaveState::Saved
        };
        if self.desk.save.get_untracked() != state {
            self.desk.save.set(state);
        }
    }
}

/// Takes in what another tab wrote.
fn hear(key: String, value: Option<String>) {
    match (SmallKey::parse(&key), value) {
        (Some(SmallKey::Update(name)), Some(value)) if is_open(name.workbook) => {
            if let Some(update) = decode_small(&value) {
                merge(&update);
            }
        }
        (Some(SmallKey::Arrival(name)), Some(_)) if is_open(name.workbook) => spawn_local(async move {
            let Some(database) = database() else { return };
            if let Ok(Some(update)) = database.get(name).await
                && is_open(name.workbook)
            {
                merge(&update);
            }
        }),
        (Some(SmallKey::Info(workbook)), _) => library::refresh(workbook),
        _ => {}
    }
}

fn is_open(workbook: Origin) -> bool {
    with(|store| store.workbook == Some(workbook)).unwrap_or(false)
}

fn merge(update: &[u8]) {
    let Some(book) = with(|store| store.book) else { return };
    if let Err(UpdateError::Newer(_)) = book.merge(update) {
        book.notices().push(Notice::NewerVersion);
        with(|store| store.show());
    }
}

/// What is written in the small store: JSON text of base64.
fn decode_small(value: &str) -> Option<Vec<u8>> {
    let text: String = serde_json::from_str(value).ok()?;
    STANDARD.decode(text).ok()
}

/// A workbook as it is stored.
pub(super) struct Loaded {
    pub workbook: Workbook,
    /// Updates in the large store, with their bytes.
    pub known: Vec<(EntryName, Vec<u8>)>,
    /// What could not be read.
    pub damaged: Vec<Found>,
    pub is_newer: bool,
}

/// Reads a workbook from both stores. Updates that a killed tab left in the small store are put into the large one.
pub(super) async fn load(id: Origin) -> Loaded {
    // The small store is read first: an update that is no longer there has reached the large one by then.
    let mut left = small_updates(id);
    let stored = match database() {
        Some(database) => database.all(id).await.unwrap_or_default(),
        None => Vec::new(),
    };
    left.retain(|(name, _)| !stored.iter().any(|found| found.key == name.to_string()));
    let all: Vec<&[u8]> = stored
        .iter()
        .map(|found| found.bytes.as_deref().unwrap_or_default())
        .chain(left.iter().map(|(_, update)| update.as_slice()))
        .collect();
    let (workbook, failed) = Workbook::open(Origin::from_random(clock::random()), all);
    let is_newer = failed.iter().any(|(_, error)| matches!(error, UpdateError::Newer(_)));
    let is_damaged =
        |at: usize| failed.iter().any(|(other, error)| *other == at && !matches!(error, UpdateError::Newer(_)));
    for (at, (name, update)) in left.iter().enumerate() {
        if !is_damaged(stored.len() + at) && put(*name, update).await {
            local::remove(&SmallKey::Update(*name).to_string());
        }
    }
    let stored_count = stored.len();
    let mut known = Vec::new();
    let mut damaged = Vec::new();
    for (at, found) in stored.into_iter().enumerate() {
        match (EntryName::parse(&found.key), found.bytes) {
            (Some(name), Some(bytes)) if !is_damaged(at) => known.push((name, bytes)),
            (_, bytes) => damaged.push(Found { key: found.key, bytes }),
        }
    }
    for (at, (name, update)) in left.into_iter().enumerate() {
        if is_damaged(stored_count + at) {
            damaged.push(Found { key: name.to_string(), bytes: Some(update) });
            local::remove(&SmallKey::Update(name).to_string());
        }
    }
    Loaded { workbook, known, damaged, is_newer }
}

fn small_updates(id: Origin) -> Vec<(EntryName, Vec<u8>)> {
    let update = |key: String| match SmallKey::parse(&key)? {
        // What is no base64 any more is kept as it is, to be reported.
        SmallKey::Update(name) if name.workbook == id => {
            let text: String = local::get(&key).unwrap_or_default();
            Some((name, STANDARD.decode(&text).unwrap_or_else(|_| text.into_bytes())))
        }
        _ => None,
    };
    local::keys("kontor/update/").into_iter().filter_map(update).collect()
}

/// Puts a loaded workbook on the page.
pub(super) async fn show(id: Origin, loaded: Loaded) {
    let Some((book, desk)) = with(|store| {
        store.set_workbook(Some(id));
        for (name, update) in &loaded.known {
            store.note(*name, update);
        }
        (store.book, store.desk)
    }) else {
        return;
    };
    let damaged_imports = loaded.workbook.damaged_imports();
    book.open(loaded.workbook);
    desk.open.set(Some(id));
    with(|store| store.show());
    if loaded.is_newer {
        book.notices().push(Notice::NewerVersion);
    }
    if !loaded.damaged.is_empty() || damaged_imports > 0 {
        book.notices().push(Notice::Unreadable { parts: loaded.damaged.len() + damaged_imports });
    }
    if let Some(database) = database() {
        for found in &loaded.damaged {
            // Where that fails, it is found and reported again the next time.
            let _ = database.set_aside(found).await;
        }
    }
    // What another tab wrote while this one was reading.
    for (_, update) in small_updates(id) {
        merge(&update);
    }
}

/// Folds many small updates into one, in one tab at a time.
async fn fold() {
    let Some(Some((due, name))) = with(|store| {
        let due = store.fold.due()?;
        Some((due, store.next_name()?))
    }) else {
        return;
    };
    locks::if_free(&format!("kontor/fold/{}", name.workbook), async move {
        let Some(book) = with(|store| store.book) else { return };
        if !is_open(name.workbook) {
            return;
        }
        let folded = book.with(Workbook::snapshot_without_imports);
        let Some(database) = database() else { return };
        if database.put(name, &folded).await.is_err() {
            return;
        }
        // What it replaces goes only once the new one has been read back as it was written.
        let read = database.get(name).await.ok().flatten();
        let is_whole = read.is_some_and(|read| checksum(&read) == checksum(&folded));
        if is_whole && database.remove(&due).await.is_ok() {
            with(|store| {
                if store.workbook == Some(name.workbook) {
                    store.fold.replaced(&due);
                    store.note(name, &folded);
                }
            });
        }
    })
    .await;
}
