//! Asks what a new column is called and holds.

use leptos::{ev, html, prelude::*};

use crate::i18n::{fields, t, t_string, use_i18n};
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;
use crate::workbook::ColumnKind;

/// The dialog that adds a column of the person's own.
#[component]
pub fn AddColumnDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let view = use_kontor().clients;
    let title = NodeRef::<html::Input>::new();
    let kind = NodeRef::<html::Select>::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let title = title.get().map(|input| input.value()).unwrap_or_default();
        let at = kind.get().map_or(0, |select| select.selected_index().max(0) as usize);
        let kind = ColumnKind::ALL.get(at).copied().unwrap_or(ColumnKind::Text);
        if !title.trim().is_empty() && view.add_column(&title, kind) {
            on_close();
        }
    };
    let options =
        ColumnKind::ALL.map(|kind| view! { <option>{move || fields::kind(i18n.get_locale(), kind)}</option> });
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, grid.add_column).to_owned())
            close=Signal::derive(move || t_string!(i18n, grid.close).to_owned())
            class="small"
            on_close=on_close
        >
            <form class="dialog-body form" on:submit=submit>
                <label class="field">
                    {t!(i18n, grid.column_title)}
                    <input type="text" node_ref=title maxlength="120" required autofocus />
                </label>
                <label class="field">{t!(i18n, grid.column_kind)} <select node_ref=kind>{options}</select></label>
                <div class="dialog-actions">
                    <button type="button" class="button" on:click=move |_| on_close()>{t!(i18n, grid.cancel)}</button>
                    <button type="submit" class="button primary">{t!(i18n, grid.add)}</button>
                </div>
            </form>
        </Dialog>
    }
}
