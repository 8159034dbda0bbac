//! The root of the page.

use leptos::prelude::*;

use super::board::SegmentsSheet;
use super::context::Context;
use super::grid::ClientsSheet;
use super::import::ImportDialog;
use super::panel::ClientPanel;
use super::shell::Selected;
use crate::i18n::I18nContextProvider;
use crate::platform;
use crate::state::{Book, Formats, Notices, Sheet};
use crate::workbook::{Origin, Workbook};

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let host = platform::host();
    let workbook = Workbook::new(Origin::from_random((host.random)()));
    let context = Context::new(Book::new(workbook, host, Notices::default()), Formats::default());
    provide_context(context);
    let _: Selected = context.selected;
    view! {
        <I18nContextProvider>
            {move || match context.sheet.get() {
                Sheet::Clients => view! { <ClientsSheet /> }.into_any(),
                Sheet::Segments => view! { <SegmentsSheet /> }.into_any(),
            }}
            <ClientPanel />
            <ImportDialog />
        </I18nContextProvider>
    }
}
