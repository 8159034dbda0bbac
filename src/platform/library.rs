//! The list of workbooks: open, make, rename, duplicate, delete and take back, save and open backups.

use leptos::prelude::{GetUntracked, Set, WithUntracked};

use wasm_bindgen_futures::spawn_local;

use super::storage::{self, Loaded};
use super::{clock, exchange, local, settings};
use crate::demo;
use crate::exchange::{Reply, Request};
use crate::journal::{Backup, BackupError, SmallKey, WorkbookInfo};
use crate::state::{Notice, Screen};
use crate::workbook::{Edit, Origin, Workbook};

/// Reads the list, and removes for good what was deleted long ago.
pub async fn start() {
    let mut workbooks: Vec<Origin> = local::keys("kontor/workbook/")
        .iter()
        .filter_map(|key| match SmallKey::parse(key)? {
            SmallKey::Info(workbook) => Some(workbook),
            _ => None,
        })
        .collect();
    if let Some(database) = storage::database() {
        // The large store knows workbooks even where the small one was cleared.
        workbooks.extend(database.workbooks().await.unwrap_or_default());
    }
    for workbook in workbooks {
        let info = info(workbook);
        if info.is_over(clock::epoch()) {
            remove_for_good(workbook).await;
        } else {
            show_info(workbook, Some(info));
        }
    }
}

/// Opens a workbook.
pub async fn open(id: Origin) {
    let start = clock::now();
    let loaded = storage::load(id).await;
    storage::show(id, loaded).await;
    settings::set(settings::LAST, id.to_string());
    storage::with(|store| store.desk.screen.set(Screen::Workbook));
    clock::measure("kontor:open", start);
}

/// Goes back to the start screen.
pub fn close() {
    let Some((book, desk)) = storage::with(|store| {
        store.set_workbook(None);
        (store.book, store.desk)
    }) else {
        return;
    };
    desk.open.set(None);
    desk.screen.set(Screen::Start);
    book.open(Workbook::new(Origin::from_random(clock::random())));
}

/// Makes a workbook and opens it. What it begins with is no step of undo.
pub async fn create(info: WorkbookInfo, edits: Vec<Edit>) {
    let id = Origin::from_random(clock::random());
    let mut workbook = Workbook::new(Origin::from_random(clock::random()));
    let mut updates = Vec::new();
    for edit in edits {
        if let Ok(applied) = workbook.begin_with(edit) {
            updates.push(applied.update);
        }
    }
    let info = WorkbookInfo { clients: workbook.table().client_count(), changed: clock::epoch(), ..info };
    write_info(id, &info);
    for update in &updates {
        if let Some(name) = storage::with(|store| store.name_in(id)) {
            storage::put(name, update).await;
        }
    }
    // Where nothing could be stored, the workbook is still opened from what is at hand.
    let (workbook, _) = Workbook::open(Origin::from_random(clock::random()), updates.iter().map(Vec::as_slice));
    storage::show(id, Loaded { workbook, known: Vec::new(), damaged: Vec::new(), is_newer: false }).await;
    settings::set(settings::LAST, id.to_string());
    storage::with(|store| store.desk.screen.set(Screen::Workbook));
    persist();
}

/// The demo is the same for everyone.
const DEMO_SEED: u64 = 1;

/// Opens the demo: the one that is there, or a new one named in this language.
pub async fn open_demo(language: demo::Language, title: String) {
    let existing = storage::with(|store| {
        store.desk.workbooks.with_untracked(|list| {
            let is_demo = |(_, info): &&(Origin, WorkbookInfo)| info.is_demo && info.deleted.is_none();
            list.iter().find(is_demo).map(|(id, _)| *id)
        })
    });
    if let Some(Some(id)) = existing {
        return open(id).await;
    }
    let request = Request::Demo { language, seed: DEMO_SEED, today: clock::today() };
    exchange::ask(
        &request,
        None,
        |_, _| {},
        move |answer| {
            let Ok((Reply::Built { .. }, bytes)) = answer else {
                storage::with(|store| store.book.notices().push(Notice::NoDemo));
                return;
            };
            let edits = vec![
                Edit::SetTitle(title.clone()),
                Edit::SetCurrency(language.currency().to_owned()),
                Edit::Import { origin: Origin::from_random(clock::random()), bytes: bytes.into() },
            ];
            spawn_local(create(WorkbookInfo { title, is_demo: true, ..WorkbookInfo::default() }, edits));
        },
    );
}

/// Gives the workbook in hand, which is not stored yet, its identity.
pub(super) fn adopt() {
    let id = Origin::from_random(clock::random());
    storage::with(|store| {
        store.set_workbook(Some(id));
        store.desk.open.set(Some(id));
        store.desk.screen.set(Screen::Workbook);
    });
    settings::set(settings::LAST, id.to_string());
    persist();
}

/// Notes in the list that the open workbook changed.
pub(super) fn touch(id: Origin) {
    let Some(book) = storage::with(|store| store.book) else { return };
    let before = info(id);
    let (title, clients) = book.with(|workbook| (workbook.title().to_owned(), workbook.table().client_count()));
    write_info(id, &WorkbookInfo { title, clients, changed: clock::epoch(), ..before });
}

/// Takes over what another tab noted in the list.
pub(super) fn refresh(id: Origin) {
    show_info(id, local::get(&SmallKey::Info(id).to_string()));
}

/// Gives a workbook another title.
pub async fn rename(id: Origin, title: String) {
    let is_open = storage::with(|store| store.desk.open.get_untracked() == Some(id)).unwrap_or(false);
    if is_open {
        if let Some(book) = storage::with(|store| store.book) {
            book.edit(Edit::SetTitle(title));
        }
        return;
    }
    let mut loaded = storage::load(id).await;
    if let Ok(applied) = loaded.workbook.apply(Edit::SetTitle(title.clone()))
        && let Some(name) = storage::with(|store| store.name_in(id))
        && storage::put(name, &applied.update).await
    {
        storage::announce(name);
        write_info(id, &WorkbookInfo { title, ..info(id) });
    }
}

/// Makes a copy of a workbook, under a title of its own.
pub async fn duplicate(id: Origin, title: String) {
    let mut loaded = storage::load(id).await;
    let _ = loaded.workbook.begin_with(Edit::SetTitle(title.clone()));
    let copy = Origin::from_random(clock::random());
    let Some(name) = storage::with(|store| store.name_in(copy)) else { return };
    if storage::put(name, &loaded.workbook.snapshot()).await {
        let clients = loaded.workbook.table().client_count();
        let is_demo = info(id).is_demo;
        write_info(copy, &WorkbookInfo { title, clients, changed: clock::epoch(), is_demo, deleted: None });
    } else {
        storage::with(|store| store.book.notices().push(Notice::NotStored));
    }
}

/// Deletes a workbook; it can be taken back for thirty days.
pub fn delete(id: Origin) {
    let info = info(id);
    write_info(id, &WorkbookInfo { deleted: Some(clock::epoch()), ..info.clone() });
    let is_open = storage::with(|store| store.desk.open.get_untracked() == Some(id)).unwrap_or(false);
    if is_open {
        close();
    }
    storage::with(|store| {
        store.book.notices().push(Notice::WorkbookDeleted { id: id.to_string(), title: info.title });
    });
}

/// Takes a deleted workbook back.
pub fn restore(id: Origin) {
    write_info(id, &WorkbookInfo { deleted: None, ..info(id) });
}

/// Removes a workbook from both stores.
pub async fn remove_for_good(id: Origin) {
    if let Some(database) = storage::database()
        && database.remove_workbook(id).await.is_err()
    {
        return;
    }
    local::remove(&SmallKey::Info(id).to_string());
    show_info(id, None);
}

/// The open workbook as a file: its name and its bytes.
pub fn backup() -> Option<(String, Vec<u8>)> {
    let (book, id) = storage::with(|store| (store.book, store.desk.open.get_untracked()))?;
    let id = id.unwrap_or_else(|| Origin::from_random(clock::random()));
    let update = book.with(Workbook::snapshot);
    let title = book.with(|workbook| workbook.title().to_owned());
    let info = WorkbookInfo { title: title.clone(), ..info(id) };
    let stem: String = title.chars().filter(|letter| !r#"\/:*?"<>|"#.contains(*letter)).take(80).collect();
    let stem = if stem.trim().is_empty() { "Kontor".to_owned() } else { stem };
    let name = format!("{} {}.{}", stem.trim(), clock::today(), Backup::EXTENSION);
    Some((name, Backup { workbook: id, info, update }.to_bytes()))
}

/// Opens a backup: into the workbook that it is of, where that exists, or as a workbook of its own. Says how it went.
pub async fn open_backup(bytes: &[u8]) {
    let notice = match try_open_backup(bytes).await {
        Ok(title) => Notice::BackupOpened { title },
        Err(_) => Notice::NotABackup,
    };
    storage::with(|store| store.book.notices().push(notice));
}

/// The backup's title.
async fn try_open_backup(bytes: &[u8]) -> Result<String, BackupError> {
    let backup = Backup::from_bytes(bytes)?;
    let id = backup.workbook;
    let check = Workbook::open(Origin(0), [backup.update.as_slice()]);
    if !check.1.is_empty() {
        return Err(BackupError::Damaged);
    }
    let title = backup.info.title.clone();
    let Some(name) = storage::with(|store| store.name_in(id)) else { return Ok(title) };
    let is_stored = storage::put(name, &backup.update).await;
    let clients = check.0.table().client_count();
    if is_stored {
        storage::announce(name);
        let known: Option<WorkbookInfo> = local::get(&SmallKey::Info(id).to_string());
        let changed = clock::epoch();
        write_info(
            id,
            &WorkbookInfo { deleted: None, changed, ..known.unwrap_or(WorkbookInfo { clients, ..backup.info }) },
        );
        open(id).await;
    } else {
        let loaded = Loaded { workbook: check.0, known: Vec::new(), damaged: Vec::new(), is_newer: false };
        storage::show(id, loaded).await;
        storage::with(|store| store.desk.screen.set(Screen::Workbook));
    }
    Ok(title)
}

fn info(id: Origin) -> WorkbookInfo {
    local::get(&SmallKey::Info(id).to_string()).unwrap_or_else(|| {
        // Where the browser keeps nothing, the list on the page is all there is.
        let shown = storage::with(|store| {
            store.desk.workbooks.with_untracked(|list| list.iter().find(|(other, _)| *other == id).cloned())
        });
        shown.flatten().map(|(_, info)| info).unwrap_or_default()
    })
}

fn write_info(id: Origin, info: &WorkbookInfo) {
    local::set(&SmallKey::Info(id).to_string(), info);
    show_info(id, Some(info.clone()));
}

fn show_info(id: Origin, info: Option<WorkbookInfo>) {
    storage::with(|store| store.desk.set_info(id, info));
}

/// Asks the browser not to throw away what is stored when it runs short of space.
fn persist() {
    if let Some(window) = web_sys::window() {
        // Whether it agrees is shown in the settings; the answer is not waited for.
        let _ = window.navigator().storage().persist();
    }
}
