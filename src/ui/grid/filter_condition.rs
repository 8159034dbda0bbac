//! The condition of a column.

use leptos::prelude::*;

use crate::i18n::{t, t_string, use_i18n, views};
use crate::state::clients::{Compared, ConditionKind, FilterTest, SheetColumn};
use crate::ui::use_kontor;

/// Asks for a condition. What is complete applies at once.
#[component]
pub fn FilterCondition(column: SheetColumn) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let view = kontor.clients;
    let SheetColumn { id, kind, .. } = column;
    let kinds = StoredValue::new(ConditionKind::of_column(kind));
    let condition = match untrack(|| view.filter_of(&id)) {
        Some(FilterTest::Condition(condition)) => Some(condition),
        _ => None,
    };
    let written =
        condition.as_ref().map(|condition| kontor.formats.with_untracked(|formats| condition.written(kind, formats)));
    let (first, second) = written.unwrap_or_default();
    let (first, second) = (RwSignal::new(first), RwSignal::new(second));
    let asked = RwSignal::new(condition.as_ref().map(ConditionKind::of));
    let compared = Memo::new(move |_| asked.get().map_or(Compared::Nothing, ConditionKind::compared));
    let made = Memo::new(move |_| {
        let asked = asked.get()?;
        kontor.formats.with(|formats| asked.with(&first.get(), &second.get(), kind, formats))
    });
    let is_incomplete = move || asked.get().is_some() && made.get().is_none();
    let apply = move || match (asked.get_untracked(), made.get_untracked()) {
        (None, _) => view.set_filter(&id, None),
        (Some(_), Some(made)) => view.set_filter(&id, Some(FilterTest::Condition(made))),
        (Some(_), None) => {}
    };
    let apply = StoredValue::new(apply);
    let apply = move || apply.with_value(|apply| apply());
    let options = move || {
        let locale = i18n.get_locale();
        kinds.with_value(|kinds| {
            let option = |(at, kind): (usize, &ConditionKind)| {
                let is_asked = asked.get_untracked() == Some(*kind);
                view! { <option value=at.to_string() selected=is_asked>{views::condition_kind(locale, *kind)}</option> }
            };
            kinds.iter().enumerate().map(option).collect_view()
        })
    };
    let chosen = move |at: String| {
        let kind = at.parse().ok().and_then(|at: usize| kinds.with_value(|kinds| kinds.get(at).copied()));
        // Ten is what most people ask for.
        if kind.is_some_and(|kind| kind.compared() == Compared::Count) {
            first.set("10".to_owned());
        } else if kind.map(ConditionKind::compared) != Some(compared.get_untracked()) {
            first.set(String::new());
            second.set(String::new());
        }
        asked.set(kind);
        apply();
    };
    let input = move |text: RwSignal<String>, is_second: bool| {
        let kind = match compared.get() {
            Compared::Day | Compared::Days => "date",
            Compared::Count => "number",
            _ => "text",
        };
        let label = move || match (compared.get(), is_second) {
            (Compared::Count, _) => t_string!(i18n, views.filter.count),
            (Compared::Numbers | Compared::Days, false) => t_string!(i18n, views.filter.first),
            (_, true) => t_string!(i18n, views.filter.second),
            (_, false) => t_string!(i18n, views.filter.compared),
        };
        view! {
            <input
                type=kind
                min=(kind == "number").then_some("1")
                autocomplete="off"
                aria-label=label
                placeholder=label
                prop:value=move || text.get()
                on:input:target=move |event| {
                    text.set(event.target().value());
                    apply();
                }
            />
        }
    };
    let inputs = move || {
        let compared = compared.get();
        let has_second = matches!(compared, Compared::Numbers | Compared::Days);
        let first = (compared != Compared::Nothing).then(|| input(first, false));
        let second = has_second.then(|| input(second, true));
        view! {
            {first}
            {second}
        }
    };
    view! {
        <div class="column-condition">
            <select
                id="column-condition"
                aria-label=move || t_string!(i18n, views.filter.condition_name)
                on:change:target=move |event| chosen(event.target().value())
            >
                <option value="">{t!(i18n, views.filter.no_condition)}</option>
                {options}
            </select>
            {inputs}
            <p class="column-values-note" role="status">
                {move || is_incomplete().then_some(t!(i18n, views.filter.incomplete))}
            </p>
        </div>
    }
}
