//! The colours of a choice's values.

use leptos::{ev, prelude::*};

use super::state::ColumnState;
use crate::i18n::{formula, t, t_string, use_i18n};
use crate::state::clients::{SheetColumn, choices};
use crate::workbook::Colour;

/// So many values are listed: a choice with more is none.
const MOST: usize = 60;

/// The values with a colour for each.
#[component]
pub fn ColourTable(state: ColumnState) -> impl IntoView {
    let i18n = use_i18n();
    let column = state.before.with_value(|before| SheetColumn {
        id: before.id.clone(),
        title: before.title.clone(),
        kind: before.kind,
    });
    let values = state.kontor.book.table(|table| choices(table, &column, "", MOST));
    let is_cut = values.len() == MOST;
    if values.is_empty() {
        return view! { <p class="column-hint">{t!(i18n, column.no_values)}</p> }.into_any();
    }
    let lines = values.into_iter().map(|value| view! { <ColourLine state=state value=value /> }).collect_view();
    view! {
        <fieldset class="column-colours">
            <legend>{t!(i18n, column.colours)}</legend>
            <ul>{lines}</ul>
            {is_cut
                .then(|| {
                    view! {
                        <p class="column-hint">
                            {move || t_string!(i18n, column.more_values, number = MOST).to_string()}
                        </p>
                    }
                })}
        </fieldset>
    }
    .into_any()
}

#[component]
fn ColourLine(state: ColumnState, value: String) -> impl IntoView {
    let i18n = use_i18n();
    let value = StoredValue::new(value);
    let colour =
        Memo::new(move |_| state.draft.with(|draft| value.with_value(|value| draft.colours.get(value).copied())));
    let first = colour.get_untracked();
    let choose = move |event: ev::Event| {
        let key = event_target_value(&event);
        let colour = Colour::ALL.into_iter().find(|colour| colour.key() == key);
        let value = value.get_value();
        state.draft.update(|draft| {
            match colour {
                Some(colour) => draft.colours.insert(value, colour),
                None => draft.colours.remove(&value),
            };
        });
    };
    let options = Colour::ALL.map(|colour| {
        view! {
            <option value=colour.key() selected=first == Some(colour)>
                {move || formula::colour(i18n.get_locale(), colour)}
            </option>
        }
    });
    let class = move || match colour.get() {
        Some(colour) => format!("pill {}", colour.key()),
        None => "pill-none".to_owned(),
    };
    view! {
        <li>
            <span class=class>{value.get_value()}</span>
            <select
                aria-label=move || t_string!(i18n, column.colour_of, value = value.get_value()).to_string()
                on:change=choose
            >
                <option value="" selected=first.is_none()>{t!(i18n, column.no_colour)}</option>
                {options}
            </select>
        </li>
    }
}
