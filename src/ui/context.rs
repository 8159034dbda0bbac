//! What every component may ask for.

use leptos::prelude::*;

use crate::i18n::{Locale, use_i18n};
use crate::state::{Book, ClientsView, Formats, OpenClient, Sheet};
use crate::ui::import::ImportState;
use crate::ui::shell::Selected;

/// The open workbook and the page around it.
#[derive(Clone, Copy)]
pub struct Context {
    pub book: Book,
    /// Which sheet is open.
    pub sheet: RwSignal<Sheet>,
    /// The Clients sheet: order, selection, columns.
    pub clients: ClientsView,
    /// The client in the side panel.
    pub client: OpenClient,
    /// How numbers and dates are written now.
    pub formats: RwSignal<Formats>,
    /// What is selected in the grid, for the status line.
    pub selected: Selected,
    /// The import dialog: open it with a file, or to choose one.
    pub import: ImportState,
}

/// The context that [`super::App`] provides.
pub fn use_kontor() -> Context {
    expect_context()
}

impl Context {
    pub fn new(book: Book, formats: Formats) -> Self {
        let formats = RwSignal::new(formats);
        Self {
            book,
            clients: ClientsView::new(book, formats),
            sheet: RwSignal::new(Sheet::default()),
            client: OpenClient(RwSignal::new(None)),
            formats,
            selected: Selected::default(),
            import: ImportState::default(),
        }
    }

    /// The language of the page; followed.
    pub fn language(&self) -> Locale {
        use_i18n().get_locale()
    }
}
