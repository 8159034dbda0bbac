//! The type of a column, and what a calculated one is shown as.

use leptos::{ev, prelude::*};

use super::state::ColumnState;
use crate::i18n::{fields, t, t_string, use_i18n};
use crate::workbook::ColumnKind;

/// Stands beside the kinds in the list of types.
const CALCULATED: &str = "calculated";
const AUTOMATIC: &str = "automatic";

/// The kinds that a formula can make.
const RESULTS: [ColumnKind; 6] =
    [ColumnKind::Number, ColumnKind::Money, ColumnKind::Percent, ColumnKind::Date, ColumnKind::Text, ColumnKind::YesNo];

fn key(kind: ColumnKind) -> String {
    ColumnKind::ALL.iter().position(|other| *other == kind).unwrap_or(0).to_string()
}

fn kind_of(key: &str) -> Option<ColumnKind> {
    key.parse().ok().and_then(|at: usize| ColumnKind::ALL.get(at).copied())
}

/// The list of types.
#[component]
pub fn KindField(state: ColumnState) -> impl IntoView {
    let i18n = use_i18n();
    let is_own = state.before.with_value(crate::state::clients::ColumnDraft::is_own);
    let chosen = move || {
        let of = |draft: &crate::state::clients::ColumnDraft| {
            if draft.formula.is_some() { CALCULATED.to_owned() } else { key(draft.kind) }
        };
        state.draft.with(of)
    };
    let first = untrack(chosen);
    let options = ColumnKind::ALL.map(|kind| {
        let is_first = key(kind) == first;
        view! { <option value=key(kind) selected=is_first>{move || fields::kind(i18n.get_locale(), kind)}</option> }
    });
    let choose = move |event: ev::Event| state.choose(kind_of(&event_target_value(&event)));
    view! {
        <label class="field">
            {t!(i18n, column.kind)}
            <select disabled=!is_own prop:value=chosen on:change=choose>
                {options}
                {is_own
                    .then(|| {
                        view! {
                            <option value=CALCULATED selected=first == CALCULATED>
                                {t!(i18n, column.calculated)}
                            </option>
                        }
                    })}
            </select>
        </label>
    }
}

/// What a calculated column is shown as.
#[component]
pub fn ResultField(state: ColumnState) -> impl IntoView {
    let i18n = use_i18n();
    let automatic = move || {
        let kind = state.formula_kind().unwrap_or(ColumnKind::Number);
        let kind = fields::kind(i18n.get_locale(), kind);
        t_string!(i18n, column.automatic, kind = kind).to_string()
    };
    let chosen = move || {
        if state.is_automatic.get() { AUTOMATIC.to_owned() } else { state.draft.with(|draft| key(draft.kind)) }
    };
    let first = untrack(chosen);
    let is_first_automatic = first == AUTOMATIC;
    let options = RESULTS.map(|kind| {
        let is_first = key(kind) == first;
        view! { <option value=key(kind) selected=is_first>{move || fields::kind(i18n.get_locale(), kind)}</option> }
    });
    let choose = move |event: ev::Event| {
        let kind = kind_of(&event_target_value(&event));
        state.is_automatic.set(kind.is_none());
        if let Some(kind) = kind {
            state.draft.update(|draft| draft.kind = kind);
        }
    };
    view! {
        <label class="field">
            {t!(i18n, column.result)} <select prop:value=chosen on:change=choose>
                <option value=AUTOMATIC selected=is_first_automatic>{automatic}</option>
                {options}
            </select>
        </label>
    }
}
