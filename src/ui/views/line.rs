//! One saved view in the list.

use leptos::prelude::*;

use crate::i18n::{t_string, use_i18n};
use crate::ui::parts::{SavedActions, SavedLine};
use crate::ui::use_kontor;

/// The view's name, which opens it, and what can be done with it.
#[component]
pub fn ViewLine(id: String, name: String, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let view = use_kontor().clients;
    let id = StoredValue::new(id);
    let is_open = Memo::new(move |_| view.open_view.with(|open| id.with_value(|id| open.as_ref() == Some(id))));
    let is_changed = Memo::new(move |_| is_open.get() && view.is_changed());
    let actions = SavedActions {
        open: Callback::new(move |()| {
            id.with_value(|id| view.open_saved(Some(id)));
            on_close();
        }),
        update: Callback::new(move |()| {
            id.with_value(|id| view.update_saved(id));
        }),
        rename: Callback::new(move |name: String| {
            id.with_value(|id| view.rename_saved(id, &name));
        }),
        delete: Callback::new(move |()| {
            id.with_value(|id| view.delete_saved(id));
        }),
    };
    let field = Signal::derive(move || t_string!(i18n, views.dialog.name).to_owned());
    view! { <SavedLine name is_open is_changed field actions /> }
}
