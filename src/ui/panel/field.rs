//! One field of the client in the side panel.

use leptos::prelude::*;

use super::link::PanelLink;
use crate::i18n::{self, use_i18n};
use crate::state::Part;
use crate::state::clients::{SheetColumn, choices, entry_text};
use crate::ui::use_kontor;
use crate::workbook::{ColumnKind, RowId, Value};

/// How many values a choice offers.
const MOST: usize = 60;

/// A field with its label.
#[component]
pub fn PanelField(column: SheetColumn, client: Memo<Option<RowId>>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let column = StoredValue::new(column);
    let id = column.with_value(|column| format!("panel-{}", column.id));
    let (kind, is_choice) = column.with_value(|column| (column.kind, column.kind == ColumnKind::Choice));
    let is_focused = RwSignal::new(false);
    let value = Memo::new(move |_| {
        kontor.book.follow(Part::Cells);
        kontor.book.follow_layout();
        let row = client.get().and_then(|client| kontor.book.table(|table| table.row_of(client)));
        column.with_value(|column| {
            row.map(|row| kontor.book.table(|table| table.value(row, &column.id))).unwrap_or_default()
        })
    });
    let text = Memo::new(move |_| {
        kontor.formats.with(|formats| {
            value.with(
                |value| {
                    if is_focused.get() { entry_text(value, kind, formats) } else { formats.value(value, kind) }
                },
            )
        })
    });
    let reason = move || match value.get() {
        Value::Misfit(misfit) => Some(i18n::misfit(i18n.get_locale(), misfit.reason)),
        _ => None,
    };
    let is_misfit = move || value.with(|value| matches!(value, Value::Misfit(_)));
    let enter = move |typed: String| {
        let is_changed = text.with_untracked(|text| *text != typed);
        if let (Some(client), true) = (client.get_untracked(), is_changed) {
            column.with_value(|column| kontor.clients.enter(client, column, &typed));
        }
    };
    let list = format!("{id}-values");
    let note = format!("{id}-note");
    let options = move || {
        let values = column.with_value(|column| kontor.book.table(|table| choices(table, column, "", MOST)));
        values.into_iter().map(|value| view! { <option value=value></option> }).collect_view()
    };
    let is_calculated = move || {
        kontor.book.follow(Part::Columns);
        column.with_value(|column| kontor.book.table(|table| table.is_calculated(&column.id)))
    };
    let is_figure = kind.is_numeric() || kind == ColumnKind::Date;
    view! {
        <div class="panel-field">
            <label for=id.clone()>{move || column.with_value(|column| i18n::column_title(i18n.get_locale(), column))}</label>
            <input
                id=id.clone()
                type="text"
                class:figure=is_figure
                autocomplete="off"
                readonly=is_calculated
                list=is_choice.then(|| list.clone())
                aria-invalid=move || is_misfit().then_some("true")
                aria-describedby={
                    let note = note.clone();
                    move || is_misfit().then(|| note.clone())
                }
                prop:value=text
                on:focus=move |_| is_focused.set(true)
                on:blur=move |_| is_focused.set(false)
                on:change:target=move |event| enter(event.target().value())
            />
            // The values are gathered when they are needed: a sheet of 100,000 clients has many.
            {is_choice
                .then(|| {
                    view! { <datalist id=list>{move || is_focused.get().then(options)}</datalist> }
                })}
            <PanelLink kind=kind value=value />
            {move || reason().map(|reason| view! { <span class="panel-misfit" id=note.clone()>{reason}</span> })}
        </div>
    }
}
