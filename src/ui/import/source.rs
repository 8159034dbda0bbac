//! Which file, which sheet, which heading row, and the currency of a new workbook.

use leptos::{ev, html, prelude::*};

use super::choices::Choices;
use super::currency::OFFERED;
use super::flow::Flow;
use super::state::Phase;
use crate::exchange::Opened;
use crate::i18n::{import, t, t_string, use_i18n};
use crate::platform::{files, intl};
use crate::state::Part;

/// The controls above the preview.
#[component]
pub fn Source(flow: Flow) -> impl IntoView {
    let state = flow.context.import;
    let is_opened = Memo::new(move |_| state.opened.with(Option::is_some));
    let has_choices = Memo::new(move |_| state.choices.with(Option::is_some));
    view! {
        <div class="import-source">
            <FileInput flow=flow />
            <Show when=move || is_opened.get()>
                <SheetSelect flow=flow />
            </Show>
            <Show when=move || has_choices.get()>
                <HeadingRow flow=flow />
                <Currency flow=flow />
            </Show>
        </div>
    }
}

#[component]
fn FileInput(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let state = flow.context.import;
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        if let Some(file) = input.get_untracked().and_then(|input| files::chosen(&input)) {
            flow.take_file(file);
        }
    };
    let forget = move |_| {
        if let Some(input) = input.get_untracked() {
            files::forget_choice(&input);
        }
    };
    let is_building = move || state.phase.get() == Phase::Building;
    view! {
        <div class="import-control import-file">
            <span class="import-label" aria-hidden="true">{t!(i18n, import.file)}</span>
            <span class="import-file-button">
                <input
                    type="file"
                    node_ref=input
                    autofocus
                    accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt"
                    aria-label=move || t_string!(i18n, import.file)
                    disabled=is_building
                    on:click=forget
                    on:change=choose
                    // A file chooser that is left without a choice must not look like Esc to the dialog.
                    on:cancel=|event: ev::Event| event.stop_propagation()
                />
                <span class="import-file-text" aria-hidden="true">
                    {move || match state.file.with(String::is_empty) {
                        true => t_string!(i18n, import.choose),
                        false => t_string!(i18n, import.choose_other),
                    }}
                </span>
            </span>
            <span class="import-file-name" title=move || state.file.get()>
                {move || match state.file.get() {
                    name if name.is_empty() => t_string!(i18n, import.no_file).to_owned(),
                    name => name,
                }}
            </span>
        </div>
    }
}

#[component]
fn SheetSelect(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let state = flow.context.import;
    let option = move |opened: &Opened, number: u32| {
        let sheet = opened.sheets.get(number as usize)?;
        let text = import::sheet(i18n.get_locale(), sheet);
        let is_chosen = state.sheet.get_untracked() == number;
        let cannot = sheet.unreadable.is_some();
        Some(view! { <option value=number.to_string() selected=is_chosen disabled=cannot>{text}</option> })
    };
    let options = move || {
        state.opened.with(|opened| {
            let opened = opened.as_ref()?;
            Some((0..opened.sheets.len() as u32).filter_map(|number| option(opened, number)).collect_view())
        })
    };
    let choose = move |event: ev::Event| {
        if let Ok(sheet) = event_target_value(&event).parse() {
            flow.propose(sheet, None);
        }
    };
    view! {
        <label class="import-control">
            <span class="import-label">{t!(i18n, import.sheet)}</span>
            <select
                prop:value=move || state.sheet.get().to_string()
                disabled=move || state.phase.get().is_working()
                on:change=choose
            >
                {options}
            </select>
        </label>
    }
}

#[component]
fn HeadingRow(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let state = flow.context.import;
    let row = Memo::new(move |_| {
        state.choices.with(|choices| choices.as_ref().map_or(0, |choices| choices.proposal().heading_row))
    });
    let found = move || {
        let found = |choices: &Choices| import::heading_found(i18n.get_locale(), choices.proposal().heading_found);
        state.choices.with(|choices| choices.as_ref().map(found))
    };
    let choose = move |event: ev::Event| {
        let wanted: Option<u32> = event_target_value(&event).trim().parse().ok();
        if let Some(wanted) = wanted.filter(|wanted| *wanted <= 1_048_576) {
            flow.propose(state.sheet.get_untracked(), Some(wanted));
        }
    };
    view! {
        <label class="import-control">
            <span class="import-label">{t!(i18n, import.heading_row)}</span>
            <input
                class="import-heading-row"
                type="number"
                min="0"
                max="1048576"
                step="1"
                title=move || t_string!(i18n, import.heading_row_hint)
                prop:value=move || row.get().to_string()
                on:change=choose
            />
        </label>
        <span class="import-found">{found}</span>
    }
}

/// Only where the workbook counts in none yet.
#[component]
fn Currency(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let book = flow.context.book;
    let currency = flow.context.import.currency;
    let is_asked = Memo::new(move |_| {
        book.follow(Part::Meta);
        book.with(|workbook| workbook.currency().is_empty())
    });
    let options = move || {
        let language = i18n.get_locale().to_string();
        let option = |code: &'static str| {
            let name = intl::currency_name(&language, code);
            let text = if name.is_empty() { code.to_owned() } else { format!("{code} · {name}") };
            view! { <option value=code selected=currency.get_untracked() == code>{text}</option> }
        };
        OFFERED.into_iter().map(option).collect_view()
    };
    view! {
        <Show when=move || is_asked.get()>
            <label class="import-control">
                <span class="import-label">{t!(i18n, import.currency)}</span>
                <select
                    class="import-currency"
                    prop:value=move || currency.get()
                    on:change=move |event| currency.set(event_target_value(&event))
                >
                    <option value="" selected=currency.get_untracked().is_empty()>
                        {t!(i18n, import.currency_none)}
                    </option>
                    {options}
                </select>
            </label>
        </Show>
    }
}
