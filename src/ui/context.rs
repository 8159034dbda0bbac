//! What every component may ask for.

use leptos::prelude::*;

use crate::i18n::Locale;
use crate::state::{BoardChoice, Book, ClientsView, Desk, Formats, OpenClient, OpenDialog, ReviewState, Sheet, Week};
use crate::ui::import::ImportState;
use crate::ui::shell::Selected;

/// The open workbook and the page around it.
#[derive(Clone, Copy)]
pub struct Context {
    pub book: Book,
    /// The workbooks, which one is open, and whether it is saved.
    pub desk: Desk,
    /// Which sheet is open.
    pub sheet: RwSignal<Sheet>,
    /// The Clients sheet: order, selection, columns.
    pub clients: ClientsView,
    /// The client in the side panel.
    pub client: OpenClient,
    /// The language that the person chose, or the browser asks for.
    pub language: RwSignal<Locale>,
    /// How numbers and dates are written now.
    pub formats: RwSignal<Formats>,
    /// What the segment board is grouped by, and what stands beside it.
    pub board: BoardChoice,
    /// What is selected in the grid, for the status line.
    pub selected: Selected,
    /// The import dialog: open it with a file, or to choose one.
    pub import: ImportState,
    /// The list that is reviewed against the clients.
    pub review: ReviewState,
    /// What has to be done this week, over all clients.
    pub week: Week,
    /// The window over the page.
    pub dialog: OpenDialog,
}

/// The context that [`super::App`] provides.
pub fn use_kontor() -> Context {
    expect_context()
}

impl Context {
    pub fn new(book: Book) -> Self {
        let formats = RwSignal::new(Formats::default());
        Self {
            book,
            clients: ClientsView::new(book, formats),
            desk: Desk::default(),
            sheet: RwSignal::new(Sheet::default()),
            client: OpenClient(RwSignal::new(None)),
            board: BoardChoice::default(),
            language: RwSignal::default(),
            formats,
            selected: Selected::default(),
            import: ImportState::default(),
            review: ReviewState::default(),
            week: Week::new(book),
            dialog: OpenDialog::default(),
        }
    }
}
