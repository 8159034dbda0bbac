//! The dialog "Column".

use leptos::prelude::*;

use crate::i18n::{t_string, use_i18n};
use crate::ui::parts::Dialog;

/// The dialog.
#[component]
pub fn ColumnDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, column.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="column"
            on_close=on_close
        >
            <div class="dialog-body"></div>
        </Dialog>
    }
}
