//! The values of a choice: added, renamed, coloured and removed.

use leptos::{ev, html, prelude::*};

use super::state::ColumnState;
use crate::i18n::{formula, t, t_string, use_i18n};
use crate::state::clients::{ChoiceDraft, ChoiceFate, ChoiceValue};
use crate::workbook::Colour;

/// The values, and the field for another one.
#[component]
pub fn ChoiceTable(state: ColumnState) -> impl IntoView {
    let i18n = use_i18n();
    let ids = Memo::new(move |_| {
        state.draft.with(|draft| draft.choices.values.iter().map(|value| value.id).collect::<Vec<_>>())
    });
    let is_cut = move || state.draft.with(|draft| draft.choices.is_cut);
    view! {
        <fieldset class="column-values">
            <legend>{t!(i18n, column.values)}</legend>
            <ul>
                <For each=move || ids.get() key=|id| *id let:id>
                    <ValueLine state=state id=id />
                </For>
            </ul>
            <Show when=is_cut>
                <p class="column-hint">
                    {move || t_string!(i18n, column.more_values, number = ChoiceDraft::MOST).to_string()}
                </p>
            </Show>
            <NewValue state=state />
        </fieldset>
    }
}

#[component]
fn NewValue(state: ColumnState) -> impl IntoView {
    let i18n = use_i18n();
    let field = NodeRef::<html::Input>::new();
    let add = move || {
        let Some(field) = field.get_untracked() else { return };
        let text = field.value();
        if state.draft.try_update(|draft| draft.choices.add(&text)).unwrap_or(false) {
            field.set_value("");
        }
        let _ = field.focus();
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            // The window stays: another value may follow.
            event.prevent_default();
            add();
        }
    };
    view! {
        <div class="column-value-new">
            <input
                type="text"
                node_ref=field
                maxlength="120"
                autocomplete="off"
                aria-label=move || t_string!(i18n, column.value_new)
                on:keydown=pressed
            />
            <button type="button" class="button" on:click=move |_| add()>
                {t!(i18n, column.value_add)}
            </button>
        </div>
    }
}

#[component]
fn ValueLine(state: ColumnState, id: usize) -> impl IntoView {
    let i18n = use_i18n();
    let value = Memo::new(move |_| state.draft.with(|draft| draft.choices.value(id).cloned()));
    let change = move |change: &dyn Fn(&mut ChoiceValue)| {
        state.draft.update(|draft| {
            if let Some(value) = draft.choices.value_mut(id) {
                change(value);
            }
        });
    };
    let text = move || value.with(|value| value.as_ref().map(|value| value.text.clone()).unwrap_or_default());
    let colour = move || value.with(|value| value.as_ref().and_then(|value| value.colour));
    let is_removed = move || value.with(|value| value.as_ref().is_some_and(|value| value.is_removed));
    // The names of the controls stay while the text changes.
    let named = StoredValue::new(untrack(text));
    let first = untrack(colour);
    let choose = move |event: ev::Event| {
        let key = event_target_value(&event);
        change(&|value| value.colour = Colour::ALL.into_iter().find(|colour| colour.key() == key));
    };
    let options = Colour::ALL.map(|colour| {
        view! {
            <option value=colour.key() selected=first == Some(colour)>
                {move || formula::colour(i18n.get_locale(), colour)}
            </option>
        }
    });
    let class = move || match colour() {
        Some(colour) => format!("pill {}", colour.key()),
        None => String::new(),
    };
    let turn = move |_| state.draft.update(|draft| draft.choices.turn_removed(id));
    let hint = move || {
        if is_removed() {
            t_string!(i18n, column.value_keep, value = named.get_value()).clone()
        } else {
            t_string!(i18n, column.value_remove, value = named.get_value()).clone()
        }
    };
    view! {
        <li class:removed=is_removed>
            <input
                type="text"
                class=class
                maxlength="120"
                autocomplete="off"
                disabled=is_removed
                aria-label=move || t_string!(i18n, column.value_of, value = named.get_value()).clone()
                prop:value=text
                on:input:target=move |event| {
                    let text = event.target().value();
                    change(&|value| value.text.clone_from(&text));
                }
            />
            <select
                disabled=is_removed
                aria-label=move || t_string!(i18n, column.colour_of, value = named.get_value()).to_string()
                on:change=choose
            >
                <option value="" selected=first.is_none()>{t!(i18n, column.no_colour)}</option>
                {options}
            </select>
            <button type="button" class="link" aria-label=hint on:click=turn>
                {move || if is_removed() { t_string!(i18n, column.keep_short) } else { t_string!(i18n, column.remove_short) }}
            </button>
            <ValueNote state=state id=id />
        </li>
    }
}

/// How many clients have the value, and what becomes of their cells.
#[component]
fn ValueNote(state: ColumnState, id: usize) -> impl IntoView {
    let i18n = use_i18n();
    let number = move |value: u32| state.kontor.formats.with(|formats| formats.number(f64::from(value), 0));
    let known = Memo::new(move |_| {
        state.draft.with(|draft| {
            let clients = draft.choices.value(id).map_or(0, |value| value.clients);
            (draft.choices.fate(id), clients)
        })
    });
    let is_loud = move || known.with(|(fate, _)| !matches!(fate, ChoiceFate::Stays));
    let note = move || {
        let (fate, count) = known.get();
        let written = number(count);
        match fate {
            ChoiceFate::Nameless => t_string!(i18n, column.value_nameless).to_owned(),
            ChoiceFate::Joined(value) => t_string!(i18n, column.value_joined, value = value).clone(),
            _ if count == 0 => t_string!(i18n, column.value_unused).to_owned(),
            ChoiceFate::Stays => t_string!(i18n, column.value_clients, count = count, number = written).clone(),
            ChoiceFate::Renamed => t_string!(i18n, column.value_renamed, count = count, number = written).clone(),
            ChoiceFate::Goes => t_string!(i18n, column.value_goes, count = count, number = written).clone(),
        }
    };
    view! {
        <span class="column-value-note" class:loud=is_loud role="status">
            {note}
        </span>
    }
}
