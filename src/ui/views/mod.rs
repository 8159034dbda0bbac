//! The dialog "Views": the saved views of the client list, and the columns that are hidden.

mod hidden;
mod line;

use leptos::{ev, html, prelude::*};

use self::hidden::HiddenColumns;
use self::line::ViewLine;
use crate::i18n::{t, t_string, use_i18n};
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;

/// The dialog.
#[component]
pub fn ViewsDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let view = use_kontor().clients;
    let saved = Memo::new(move |_| view.saved_views());
    let is_all = Memo::new(move |_| view.open_view.get().is_none());
    let open_all = move |_| {
        view.open_saved(None);
        on_close();
    };
    let all_changed = move || (is_all.get() && view.is_changed()).then_some(t!(i18n, views.dialog.changed));
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, views.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="views"
            on_close=on_close
        >
            <div class="dialog-body form">
                <ul class="view-list" aria-label=move || t_string!(i18n, views.dialog.list)>
                    <li class="view-line">
                        <button
                            type="button"
                            class="view-name"
                            aria-current=move || is_all.get().then_some("true")
                            on:click=open_all
                        >
                            {t!(i18n, views.dialog.all)}
                        </button>
                        <span class="view-mark">{all_changed}</span>
                    </li>
                    <For each=move || saved.get() key=|(id, saved)| (id.clone(), saved.name.clone()) let:line>
                        <ViewLine id=line.0 name=line.1.name on_close=on_close />
                    </For>
                </ul>
                <SaveView />
                <HiddenColumns />
            </div>
        </Dialog>
    }
}

/// Saves what is shown now under a name.
#[component]
fn SaveView() -> impl IntoView {
    let i18n = use_i18n();
    let view = use_kontor().clients;
    let name = NodeRef::<html::Input>::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some(name) = name.get_untracked()
            && view.save_as(&name.value())
        {
            name.set_value("");
        }
    };
    view! {
        <form class="view-save" on:submit=submit>
            <label class="field">
                {t!(i18n, views.dialog.save_title)}
                <input
                    type="text"
                    node_ref=name
                    maxlength="80"
                    required
                    autocomplete="off"
                    placeholder=move || t_string!(i18n, views.dialog.name)
                />
            </label>
            <button type="submit" class="button primary">{t!(i18n, views.dialog.save)}</button>
            <p class="view-hint">{t!(i18n, views.dialog.hint)}</p>
        </form>
    }
}
