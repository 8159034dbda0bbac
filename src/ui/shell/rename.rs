//! Asks for a workbook's new title.

use leptos::{ev, html, prelude::*};

use crate::i18n::{t, t_string, use_i18n};
use crate::ui::parts::Dialog;

/// The dialog that renames a workbook.
#[component]
pub fn RenameDialog(
    /// The title it has.
    title: String,
    on_close: impl Fn() + Copy + Send + Sync + 'static,
    on_rename: impl Fn(String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let i18n = use_i18n();
    let input = NodeRef::<html::Input>::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let title = input.get().map(|input| input.value().trim().to_owned()).unwrap_or_default();
        if !title.is_empty() {
            on_rename(title);
            on_close();
        }
    };
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, shell.rename_title).to_owned())
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="small"
            on_close=on_close
        >
            <form class="dialog-body form" on:submit=submit>
                <label class="field">
                    {t!(i18n, shell.title)}
                    <input type="text" node_ref=input value=title maxlength="120" required autofocus />
                </label>
                <div class="dialog-actions">
                    <button type="button" class="button" on:click=move |_| on_close()>
                        {t!(i18n, shell.cancel)}
                    </button>
                    <button type="submit" class="button primary">
                        {t!(i18n, shell.rename)}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}
