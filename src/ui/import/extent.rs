//! How much of the file is taken: which table, which other sheets, and what is hidden.

use leptos::{ev, prelude::*};

use super::choices::Choices;
use super::flow::Flow;
use super::remembering;
use crate::exchange::{SheetOffer, TableChoice, Tables, Taking};
use crate::i18n::{t, t_string, use_i18n};

/// Shows only what there is to choose.
#[component]
pub fn Extent(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let state = flow.context().import;
    let choices = state.choices;
    let hidden_rows = Memo::new(move |_| of_tables(flow, |tables| tables.hidden_rows));
    let hidden_columns = Memo::new(move |_| of_tables(flow, |tables| tables.hidden_columns.len() as u32));
    let has_tables = Memo::new(move |_| of_tables(flow, |tables| !tables.tables.is_empty()));
    let has_sheets = Memo::new(move |_| of_tables(flow, |tables| !tables.sheets.is_empty()));
    let is_as_last_time =
        Memo::new(move |_| choices.with(|choices| choices.as_ref().is_some_and(Choices::is_as_last_time)));
    let takes_rows = Memo::new(move |_| choices.with(|all| all.as_ref().is_none_or(Choices::takes_hidden_rows)));
    let takes_columns = Memo::new(move |_| choices.with(|all| all.as_ref().is_none_or(Choices::takes_hidden_columns)));
    let update = move |change: fn(&mut Choices, bool), is_in: bool| {
        choices.update(|choices| {
            if let Some(choices) = choices {
                change(choices, is_in);
            }
        });
    };
    let forget = move |_| {
        update(|choices, _| remembering::forget(choices), true);
        state.proposals.update(|count| *count += 1);
    };
    let is_empty = move || {
        !has_tables.get()
            && !has_sheets.get()
            && hidden_rows.get() == 0
            && hidden_columns.get() == 0
            && !is_as_last_time.get()
    };
    view! {
        <div class="tables" hidden=is_empty>
            <Show when=move || has_tables.get()>
                <TableSelect flow=flow />
            </Show>
            <Show when=move || has_sheets.get()>
                <AlsoTake flow=flow />
            </Show>
            <Show when=move || { hidden_rows.get() > 0 }>
                <label class="tables-check">
                    <input
                        type="checkbox"
                        prop:checked=move || takes_rows.get()
                        on:change=move |event| update(Choices::take_hidden_rows, event_target_checked(&event))
                    />
                    {move || t_string!(i18n, tables.hidden_rows, count = hidden_rows.get()).to_string()}
                </label>
            </Show>
            <Show when=move || { hidden_columns.get() > 0 }>
                <label class="tables-check">
                    <input
                        type="checkbox"
                        prop:checked=move || takes_columns.get()
                        on:change=move |event| update(Choices::take_hidden_columns, event_target_checked(&event))
                    />
                    {move || t_string!(i18n, tables.hidden_columns, count = hidden_columns.get()).to_string()}
                </label>
            </Show>
            <Show when=move || is_as_last_time.get()>
                <p class="tables-remembered">
                    {t!(i18n, tables.remembered)} " "
                    <button type="button" class="import-link" on:click=forget>
                        {t!(i18n, tables.forget)}
                    </button>
                </p>
            </Show>
        </div>
    }
}

fn of_tables<T: Default>(flow: Flow, read: fn(&Tables) -> T) -> T {
    flow.context()
        .import
        .choices
        .with(|choices| choices.as_ref().map(|all| read(&all.proposal().tables)))
        .unwrap_or_default()
}

#[component]
fn TableSelect(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let sheet = flow.context().import.sheet;
    let tables = Memo::new(move |_| of_tables(flow, |tables| tables.tables.clone()));
    let chosen = Memo::new(move |_| match of_tables(flow, |tables| tables.taking.table) {
        TableChoice::Number(number) => number.to_string(),
        TableChoice::Whole | TableChoice::Likeliest => String::new(),
    });
    let choose = move |event: ev::Event| {
        let number = event_target_value(&event).parse().ok();
        let table = number.map_or(TableChoice::Whole, TableChoice::Number);
        flow.take(sheet.get_untracked(), None, Taking { table, also: Vec::new() });
    };
    let options = move || {
        let now = chosen.get_untracked();
        let option = |(number, text): (usize, String)| {
            let value = number.to_string();
            let is_chosen = value == now;
            view! { <option value=value selected=is_chosen>{text}</option> }
        };
        let texts = tables.with(|tables| {
            let text = |table: &crate::exchange::TableOffer| format!("{} · {}", table.range, table.headings.join(", "));
            tables.iter().map(text).collect::<Vec<_>>()
        });
        texts.into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <label class="import-control">
            <span class="import-label">{t!(i18n, tables.table)}</span>
            <select prop:value=move || chosen.get() on:change=choose>
                {options}
                <option value="" selected=chosen.get_untracked().is_empty()>{t!(i18n, tables.whole)}</option>
            </select>
        </label>
        <span class="import-found">
            {move || t_string!(i18n, tables.found, count = tables.with(Vec::len) as u32).to_string()}
        </span>
    }
}

#[component]
fn AlsoTake(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let state = flow.context().import;
    let sheets = Memo::new(move |_| of_tables(flow, |tables| tables.sheets.clone()));
    let taking = Memo::new(move |_| of_tables(flow, |tables| tables.taking.clone()));
    let change = move |sheet: u32, is_in: bool| {
        let mut taking = taking.get_untracked();
        taking.also.retain(|other| *other != sheet);
        if is_in {
            taking.also.push(sheet);
            taking.also.sort_unstable();
        }
        flow.take(state.sheet.get_untracked(), None, taking);
    };
    let check = move |offer: SheetOffer| {
        let SheetOffer { sheet, name, is_hidden } = offer;
        let is_in = Memo::new(move |_| taking.with(|taking| taking.also.contains(&sheet)));
        let text = move || {
            if is_hidden {
                t_string!(i18n, import.sheet_hidden, name = name.as_str()).to_string()
            } else {
                name.clone()
            }
        };
        view! {
            <label class="tables-check">
                <input
                    type="checkbox"
                    prop:checked=move || is_in.get()
                    on:change=move |event| change(sheet, event_target_checked(&event))
                />
                {text}
            </label>
        }
    };
    view! {
        <fieldset class="tables-also">
            <legend>{t!(i18n, tables.also)}</legend>
            {move || sheets.get().into_iter().map(check).collect_view()}
        </fieldset>
    }
}
