//! One line of a list of things that a person saved under a name: views, boards.

use leptos::{ev, html, prelude::*};

use crate::i18n::{Language, t, t_string, use_i18n};

/// What can be done with it.
#[derive(Clone, Copy)]
pub struct SavedActions {
    pub open: Callback<()>,
    /// Takes over what is shown now.
    pub update: Callback<()>,
    /// Gives it another name.
    pub rename: Callback<String>,
    pub delete: Callback<()>,
}

/// Its name, which opens it, and what can be done with it.
#[component]
pub fn SavedLine(
    name: String,
    #[prop(into)] is_open: Signal<bool>,
    /// Whether what is shown differs from it.
    #[prop(into)]
    is_changed: Signal<bool>,
    /// What the field for another name is called.
    #[prop(into)]
    field: Signal<String>,
    actions: SavedActions,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = StoredValue::new(name);
    let renames = RwSignal::new(false);
    let hint = move |which: fn(Language, String) -> String| move || which(i18n, name.get_value());
    let closed = move || {
        view! {
            <button
                type="button"
                class="view-name"
                aria-current=move || is_open.get().then_some("true")
                on:click=move |_| actions.open.run(())
            >
                {name.get_value()}
            </button>
            <span class="view-mark">{move || is_changed.get().then_some(t!(i18n, views.dialog.changed))}</span>
            <button
                type="button"
                class="link"
                aria-label=hint(|i18n, name| t_string!(i18n, views.dialog.update_hint, name = name).clone())
                on:click=move |_| actions.update.run(())
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
                on:click=move |_| actions.delete.run(())
            >
                {t!(i18n, views.dialog.delete)}
            </button>
        }
    };
    view! {
        <li class="view-line">
            <Show when=move || renames.get() fallback=closed>
                <Rename name renames field rename=actions.rename />
            </Show>
        </li>
    }
}

/// The field for another name.
#[component]
fn Rename(
    name: StoredValue<String>,
    renames: RwSignal<bool>,
    field: Signal<String>,
    rename: Callback<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let input = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(input) = input.get() {
            input.select();
            let _ = input.focus();
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let written = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        renames.set(false);
        if name.with_value(|name| *name != written.trim()) {
            rename.run(written);
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
                node_ref=input
                maxlength="80"
                required
                autocomplete="off"
                aria-label=field
                value=name.get_value()
                on:keydown=pressed
            />
            <button type="submit" class="button">{t!(i18n, views.dialog.rename)}</button>
        </form>
    }
}
