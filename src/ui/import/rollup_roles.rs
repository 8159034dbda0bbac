//! Which column of the order lines says who, when, how much and which order.

use leptos::{ev, prelude::*};

use super::choices::{Choices, column_name};
use super::flow::Flow;
use super::rollup::change;
use super::rollup_choice::{Part, Role};
use crate::i18n::{t_string, use_i18n};

const NOTHING: &str = "none";
const PRODUCT: &str = "product";

/// One list of columns for each role.
#[component]
pub fn Roles(flow: Flow) -> impl IntoView {
    let roles = [Role::Client, Role::Date, Role::Amount, Role::Order];
    view! {
        <div class="rollup-roles">
            {roles.into_iter().map(|role| view! { <RoleSelect flow=flow role=role /> }).collect_view()}
        </div>
    }
}

#[component]
fn RoleSelect(flow: Flow, role: Role) -> impl IntoView {
    let i18n = use_i18n();
    let choices = flow.context().import.choices;
    let part = Memo::new(move |_| {
        choices.with(|choices| choices.as_ref().map_or(Part::Nothing, |choices| choices.part(role)))
    });
    let label = move || match role {
        Role::Client => t_string!(i18n, rollup.client),
        Role::Date => t_string!(i18n, rollup.date),
        Role::Amount => t_string!(i18n, rollup.amount),
        Role::Order => t_string!(i18n, rollup.order),
    };
    let options = move || {
        let chosen = key_of(part.get_untracked());
        let option = move |key: String, text: String| {
            let is_chosen = key == chosen;
            view! { <option value=key selected=is_chosen>{text}</option> }
        };
        let list = |choices: &Choices| {
            let mut options = Vec::new();
            if role != Role::Client {
                options.push((NOTHING.to_owned(), t_string!(i18n, rollup.nothing).to_owned()));
            }
            if role == Role::Amount && choices.product().is_some() {
                options.push((PRODUCT.to_owned(), t_string!(i18n, rollup.product).to_owned()));
            }
            let columns = choices.proposal().columns.iter();
            options.extend(columns.map(|column| (column.mapping.position.to_string(), column_name(column))));
            options
        };
        let options = choices.with_untracked(|choices| choices.as_ref().map(list)).unwrap_or_default();
        options.into_iter().map(|(key, text)| option.clone()(key, text)).collect_view()
    };
    let choose = move |event: ev::Event| {
        let part = part_of(&event_target_value(&event));
        change(flow, |choices| choices.choose_part(role, part));
    };
    view! {
        <label class="import-control">
            <span class="import-label">{label}</span>
            <select prop:value=move || key_of(part.get()) on:change=choose>
                {options}
            </select>
        </label>
    }
}

fn key_of(part: Part) -> String {
    match part {
        Part::Nothing => NOTHING.to_owned(),
        Part::Product => PRODUCT.to_owned(),
        Part::Column(position) => position.to_string(),
    }
}

fn part_of(key: &str) -> Part {
    match key {
        PRODUCT => Part::Product,
        key => key.parse().map_or(Part::Nothing, Part::Column),
    }
}
