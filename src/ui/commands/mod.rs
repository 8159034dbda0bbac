//! The dialog "Commands".

use leptos::prelude::*;

use crate::i18n::{t_string, use_i18n};
use crate::ui::parts::Dialog;

/// The dialog.
#[component]
pub fn PaletteDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, commands.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="commands"
            on_close=on_close
        >
            <div class="dialog-body"></div>
        </Dialog>
    }
}

/// The dialog.
#[component]
pub fn KeysDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, commands.keys).to_owned())
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="keys"
            on_close=on_close
        >
            <div class="dialog-body"></div>
        </Dialog>
    }
}
