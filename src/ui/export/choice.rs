//! Which kind of file, and what will be in it.

use leptos::prelude::*;

use super::request::{FileFormat, all_columns};
use super::state::ExportState;
use crate::i18n::{export, t, t_string, use_i18n};
use crate::ui::use_kontor;
use crate::workbook::ClientTable;

/// The kinds of files, one of which is chosen.
#[component]
pub fn FormatChoice(state: ExportState) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let counted = move |clients: u32, columns: usize| {
        let locale = i18n.get_locale();
        let number = |count: u32| kontor.formats.with(|formats| formats.number(f64::from(count), 0));
        let columns = columns as u32;
        (export::clients(locale, clients, &number(clients)), export::columns(locale, columns, &number(columns)))
    };
    let xlsx = move || {
        let clients = kontor.book.table(ClientTable::client_count);
        let (clients, columns) = counted(clients, all_columns(&kontor).len());
        t_string!(i18n, export.xlsx_hint, clients = clients, columns = columns).to_string()
    };
    let csv = move || {
        let clients = kontor.clients.order.with(|order| order.rows.len());
        let (clients, columns) = counted(clients as u32, kontor.clients.columns.with(|columns| columns.len()));
        t_string!(i18n, export.csv_hint, clients = clients, columns = columns).to_string()
    };
    view! {
        <fieldset class="export-formats">
            <legend>{t!(i18n, export.format)}</legend>
            <FormatRadio state=state format=FileFormat::Xlsx hint=Signal::derive(xlsx)>
                {t!(i18n, export.xlsx)}
            </FormatRadio>
            <FormatRadio state=state format=FileFormat::Csv hint=Signal::derive(csv)>
                {t!(i18n, export.csv)}
            </FormatRadio>
        </fieldset>
    }
}

#[component]
fn FormatRadio(state: ExportState, format: FileFormat, hint: Signal<String>, children: Children) -> impl IntoView {
    let id = format!("export-{}", format.ending());
    let hint_id = format!("{id}-hint");
    view! {
        <div class="export-format">
            <input
                type="radio"
                name="export-format"
                id=id.clone()
                aria-describedby=hint_id.clone()
                autofocus=format == FileFormat::default()
                prop:checked=move || state.format.get() == format
                on:change=move |_| state.format.set(format)
            />
            <label for=id>{children()}</label>
            <p class="export-hint" id=hint_id>
                {hint}
            </p>
        </div>
    }
}
