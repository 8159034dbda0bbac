//! The window that lies over the page, if any.

use leptos::prelude::*;

use super::analyses::AnalysesDialog;
use super::approach::WeekDialog;
use super::column::ColumnDialog;
use super::commands::{KeysDialog, PaletteDialog};
use super::duplicates::DuplicatesDialog;
use super::export::ExportDialog;
use super::find::{FindDialog, GoToDialog};
use super::review::ReviewDialog;
use super::use_kontor;
use super::views::ViewsDialog;
use crate::platform::dom;
use crate::state::DialogName;

/// Shows the window that is open, and gives the keyboard back to where it was once it closes.
#[component]
pub fn OpenDialogs() -> impl IntoView {
    let kontor = use_kontor();
    let open = kontor.dialog;
    let later = kontor.book.host().later;
    let close = move || open.close();
    let name = Memo::new(move |_| open.name.get());
    let opener = StoredValue::new_local(None);
    Effect::new(move |before: Option<Option<DialogName>>| {
        let now = name.get();
        match (before.flatten(), now) {
            (None, Some(_)) => opener.set_value(Some(dom::focused())),
            (Some(_), None) => later(Box::new(move || {
                // What opened the window can be reached again only once the window is gone.
                if let Some(focus) = opener.try_update_value(Option::take).flatten() {
                    focus.restore();
                }
            })),
            _ => {}
        }
        now
    });
    move || {
        name.get().map(|name| match name {
            DialogName::Export => view! { <ExportDialog on_close=close /> }.into_any(),
            DialogName::Duplicates => view! { <DuplicatesDialog on_close=close /> }.into_any(),
            DialogName::Review => view! { <ReviewDialog on_close=close /> }.into_any(),
            DialogName::Analyses => view! { <AnalysesDialog on_close=close /> }.into_any(),
            DialogName::Find => view! { <FindDialog on_close=close /> }.into_any(),
            DialogName::GoTo => view! { <GoToDialog on_close=close /> }.into_any(),
            DialogName::Views => view! { <ViewsDialog on_close=close /> }.into_any(),
            DialogName::Palette => view! { <PaletteDialog on_close=close /> }.into_any(),
            DialogName::Column => view! { <ColumnDialog on_close=close /> }.into_any(),
            DialogName::Week => view! { <WeekDialog on_close=close /> }.into_any(),
            DialogName::Keys => view! { <KeysDialog on_close=close /> }.into_any(),
        })
    }
}
