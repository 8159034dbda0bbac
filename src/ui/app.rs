//! The root of the page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::analyses::keep_analyses;
use super::board::SegmentsSheet;
use super::context::Context;
use super::dialogs::OpenDialogs;
use super::grid::ClientsSheet;
use super::import::ImportDialog;
use super::panel::ClientPanel;
use super::shell::{Bar, NoticeList, SheetTabs, StatusLine, listen_to_keys, tab_id, wear};
use super::start::StartScreen;
use super::use_kontor;
use crate::i18n::{I18nContextProvider, t, use_i18n};
use crate::platform::{self, address, dom, program};
use crate::state::{Book, Notice, Notices, PageAddress, Part, SavedBoards, Screen, Sheet};
use crate::workbook::{Origin, Workbook};

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let host = platform::host();
    let workbook = Workbook::new(Origin::from_random((host.random)()));
    let book = Book::new(workbook, host, Notices::default());
    provide_context(Context::new(book));
    view! {
        <I18nContextProvider>
            <Page />
        </I18nContextProvider>
    }
}

#[component]
fn Page() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let desk = kontor.desk;
    wear();
    listen_to_keys(kontor);
    keep_address();
    kontor.week.follow();
    keep_analyses();
    spawn_local(async move {
        platform::open_storage(kontor.book, desk).await;
        let notices = kontor.book.notices();
        program::keep(move || notices.push(Notice::UpdateReady)).await;
    });
    // Set again to what it is, it must not make the whole page anew.
    let screen = Memo::new(move |_| desk.screen.get());
    view! {
        {move || match screen.get() {
            Screen::Opening => view! { <main class="opening" aria-busy="true">{t!(i18n, shell.opening)}</main> }.into_any(),
            Screen::Start => view! { <StartScreen /> }.into_any(),
            Screen::Workbook => view! { <OpenWorkbook /> }.into_any(),
        }}
        <ImportDialog />
        <OpenDialogs />
        <NoticeList />
    }
}

/// The open workbook: bar, sheet, tabs and status line.
#[component]
fn OpenWorkbook() -> impl IntoView {
    let chosen = use_kontor().sheet;
    // An import chooses the sheet that may be open already: that one stays as it is.
    let sheet = Memo::new(move |_| chosen.get());
    view! {
        <div class="frame">
            <Bar />
            <main class="stage">
                <div class="sheet" id="sheet" role="tabpanel" aria-labelledby=move || tab_id(sheet.get())>
                    {move || match sheet.get() {
                        Sheet::Clients => view! { <ClientsSheet /> }.into_any(),
                        Sheet::Segments => view! { <SegmentsSheet /> }.into_any(),
                    }}
                </div>
                <ClientPanel />
            </main>
            <footer class="foot">
                <SheetTabs />
                <StatusLine />
            </footer>
        </div>
    }
}

/// Keeps the address and the tab's title in step with what is open.
fn keep_address() {
    let kontor = use_kontor();
    let asked = address::read();
    if let Some(sheet) = asked.sheet {
        kontor.sheet.set(sheet);
    }
    let view = kontor.clients;
    // What the workbook knows of it is seen once that is open.
    match asked.sheet {
        Some(Sheet::Segments) => kontor.board.asked.set(asked.view),
        _ => view.open_view.set(asked.view),
    }
    let now = move || {
        let (workbook, sheet) = (kontor.desk.open.get(), kontor.sheet.get());
        let shown = match sheet {
            Sheet::Segments => kontor.board.asked.get().or_else(|| kontor.board.open.get()),
            Sheet::Clients => view.open_view.get(),
        };
        PageAddress { workbook, sheet: Some(sheet), view: shown }
    };
    Effect::new(move |before: Option<u64>| {
        let opened = view.opened.get() + kontor.board.opened.get();
        let address = now();
        if kontor.desk.screen.get() != Screen::Opening {
            address::write(&address, before.is_some_and(|before| before != opened));
        }
        opened
    });
    address::listen(move || {
        let asked = address::read();
        if asked.workbook.is_none() || asked.workbook != kontor.desk.open.get_untracked() {
            return;
        }
        if let Some(sheet) = asked.sheet {
            kontor.sheet.set(sheet);
        }
        if asked.sheet == Some(Sheet::Segments) {
            // Without a board the sheet stays as it is. One that was deleted leads nowhere.
            let boards = SavedBoards::new(kontor.book, kontor.board, view);
            if asked.view.is_some() && !boards.open(asked.view.as_deref()) {
                address::write(&untrack(now), false);
            }
            return;
        }
        // One of a view that was deleted leads nowhere.
        if asked.sheet == Some(Sheet::Clients) && !view.open_saved(asked.view.as_deref()) {
            address::write(&untrack(now), false);
        }
    });
    Effect::new(move || {
        kontor.book.follow(Part::Meta);
        let title = kontor.book.with(|workbook| workbook.title().to_owned());
        dom::set_title(&if title.is_empty() { "Kontor".to_owned() } else { format!("{title} – Kontor") });
    });
}
