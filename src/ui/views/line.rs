//! One saved view in the list.

use leptos::{ev, html, prelude::*};

use crate::i18n::{t, t_string, use_i18n};
use crate::ui::use_kontor;

/// The view's name, which opens it, and what can be done with it.
#[component]
pub fn ViewLine(id: String, name: String, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let view = use_kontor().clients;
    let (id, name) = (StoredValue::new(id), StoredValue::new(name));
    let is_open = Memo::new(move |_| view.open_view.with(|open| id.with_value(|id| open.as_ref() == Some(id))));
    let is_changed = Memo::new(move |_| is_open.get() && view.is_changed());
    let renames = RwSignal::new(false);
    let open = move |_| {
        id.with_value(|id| view.open_saved(Some(id)));
        on_close();
    };
    let update = move |_| {
        id.with_value(|id| view.update_saved(id));
    };
    let delete = move |_| {
        id.with_value(|id| view.delete_saved(id));
    };
    let hint = move |which: fn(crate::i18n::Language, String) -> String| move || which(i18n, name.get_value());
    let closed = move || {
        view! {
            <button type="button" class="view-name" aria-current=move || is_open.get().then_some("true") on:click=open>
                {name.get_value()}
            </button>
            <span class="view-mark">{move || is_changed.get().then_some(t!(i18n, views.dialog.changed))}</span>
            <button
                type="button"
                class="link"
                aria-label=hint(|i18n, name| t_string!(i18n, views.dialog.update_hint, name = name).clone())
                on:click=update
            >
                {t!(i18n, views.dialog.update)}
            </button>
            <button
                type="button"
                class="link"
                aria-label=hint(|i18n, name| t_string!(i18n, views.dialog.rename_hint, name = name).clone())
                on:click=move |_| renames.set(true)
            >
                {t!(i18n, views.dialog.rename)}
            </button>
            <button
                type="button"
                class="link"
                aria-label=hint(|i18n, name| t_string!(i18n, views.dialog.delete_hint, name = name).clone())
                on:click=delete
            >
                {t!(i18n, views.dialog.delete)}
            </button>
        }
    };
    view! {
        <li class="view-line">
            <Show when=move || renames.get() fallback=closed>
                <RenameView id=id name=name renames=renames />
            </Show>
        </li>
    }
}

/// The field for another name.
#[component]
fn RenameView(id: StoredValue<String>, name: StoredValue<String>, renames: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let view = use_kontor().clients;
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            field.select();
            let _ = field.focus();
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let written = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        renames.set(false);
        if name.with_value(|name| *name != written.trim()) {
            id.with_value(|id| view.rename_saved(id, &written));
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            // The dialog stays.
            event.prevent_default();
            renames.set(false);
        }
    };
    view! {
        <form class="view-rename" on:submit=submit>
            <input
                type="text"
                node_ref=field
                maxlength="80"
                required
                autocomplete="off"
                aria-label=move || t_string!(i18n, views.dialog.name)
                value=name.get_value()
                on:keydown=pressed
            />
            <button type="submit" class="button">{t!(i18n, views.dialog.rename)}</button>
        </form>
    }
}
