//! The values of a column, to be chosen from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n::{t, t_string, use_i18n, views};
use crate::state::clients::{ChosenValues, ColumnValues, FilterTest, Needle, SharedValue, SheetColumn};
use crate::ui::{Context, use_kontor};

/// How many values are drawn at a time: searching finds the others.
const MOST: usize = 150;

/// The list and the search in it.
#[derive(Clone, Copy)]
struct Choosing {
    kontor: Context,
    column: StoredValue<SheetColumn>,
    /// As they were when the list was opened: choosing changes no counts.
    values: StoredValue<Arc<ColumnValues>>,
    chosen: Memo<ChosenValues>,
    searched: RwSignal<String>,
}

impl Choosing {
    fn new(column: SheetColumn) -> Self {
        let kontor = use_kontor();
        let values = StoredValue::new(Arc::new(kontor.clients.values_of(&column.id)));
        let id = column.id.clone();
        let chosen = Memo::new(move |_| match kontor.clients.filter_of(&id) {
            Some(FilterTest::Values(chosen)) => chosen,
            _ => ChosenValues::default(),
        });
        Self { kontor, column: StoredValue::new(column), values, chosen, searched: RwSignal::new(String::new()) }
    }

    fn set(&self, chosen: ChosenValues) {
        let id = self.column.with_value(|column| column.id.clone());
        self.kontor.clients.set_filter(&id, Some(FilterTest::Values(chosen)));
    }

    fn passes(&self, value: &SharedValue) -> bool {
        self.chosen.with(|chosen| match value {
            SharedValue::Misfit => chosen.passes_misfits(),
            value => chosen.passes(&value.key()),
        })
    }

    fn choose(&self, value: &SharedValue, passes: bool) {
        let mut chosen = self.chosen.get_untracked();
        choose(&mut chosen, value, passes);
        self.set(chosen);
    }

    /// Takes in all that are found, or leaves them out.
    fn choose_all(&self, passes: bool, locale: crate::i18n::Locale) {
        if self.searched.with_untracked(|searched| searched.trim().is_empty()) {
            return self.set(if passes { ChosenValues::default() } else { ChosenValues::none() });
        }
        let mut chosen = self.chosen.get_untracked();
        let found = untrack(|| self.found(locale, usize::MAX)).0;
        for (value, _) in &found {
            choose(&mut chosen, value, passes);
        }
        self.set(chosen);
    }

    fn label(&self, value: &SharedValue, locale: crate::i18n::Locale) -> String {
        let kind = self.column.with_value(|column| column.kind);
        self.kontor.formats.with(|formats| views::shared_value(locale, value, kind, formats))
    }

    /// The first of the values that are searched for, each with its count, and how many more there are; followed.
    fn found(&self, locale: crate::i18n::Locale, most: usize) -> (Vec<(SharedValue, u32)>, usize) {
        let needle = self.searched.with(|searched| Needle::new(searched.trim()));
        let values = self.values.get_value();
        let rest = [(SharedValue::Empty, values.empty), (SharedValue::Misfit, values.misfits)];
        let rest = rest.into_iter().filter(|(_, count)| *count > 0);
        let is_found = |value: &SharedValue| match (&needle, value) {
            (None, _) => true,
            (Some(needle), SharedValue::Text(text)) => needle.is_in(text),
            (Some(needle), value) => needle.is_in(&self.label(value, locale)),
        };
        let mut found: Vec<(SharedValue, u32)> = rest.filter(|(value, _)| is_found(value)).collect();
        let mut others = 0;
        for (value, count) in values.values.iter().filter(|(value, _)| is_found(value)) {
            if found.len() < most {
                found.push((value.clone(), *count));
            } else {
                others += 1;
            }
        }
        (found, others)
    }
}

fn choose(chosen: &mut ChosenValues, value: &SharedValue, passes: bool) {
    match value {
        SharedValue::Misfit => chosen.choose_misfits(passes),
        value => chosen.choose(value.key(), passes),
    }
}

/// The values with their counts.
#[component]
pub fn FilterValues(column: SheetColumn) -> impl IntoView {
    let i18n = use_i18n();
    let choosing = Choosing::new(column);
    let number = move |count: usize| choosing.kontor.formats.with(|formats| formats.number(count as f64, 0));
    let list = move || {
        let locale = i18n.get_locale();
        let (found, others) = choosing.found(locale, MOST);
        let is_nothing = found.is_empty();
        let lines = found.into_iter().map(|(value, count)| {
            let label = choosing.label(&value, locale);
            let (checked, chosen) = (value.clone(), value);
            view! {
                <label class="column-value">
                    <input
                        type="checkbox"
                        prop:checked=move || choosing.passes(&checked)
                        on:change:target=move |event| choosing.choose(&chosen, event.target().checked())
                    />
                    <span class="column-value-name">{label}</span>
                    <span class="column-value-count">{number(count as usize)}</span>
                </label>
            }
        });
        let lines = lines.collect_view();
        let nothing = is_nothing.then_some(t!(i18n, views.filter.nothing));
        let more = (others > 0).then(|| t_string!(i18n, views.filter.more, number = number(others)).clone());
        let note = (is_nothing || others > 0).then(|| view! { <p class="column-values-note">{nothing} {more}</p> });
        view! {
            {lines}
            {note}
        }
    };
    let all = move |passes: bool| choosing.choose_all(passes, i18n.get_locale_untracked());
    view! {
        <div class="column-values">
            <input
                id="column-values-search"
                type="search"
                autocomplete="off"
                aria-label=move || t_string!(i18n, views.filter.search)
                placeholder=move || t_string!(i18n, views.filter.search)
                on:input:target=move |event| choosing.searched.set(event.target().value())
            />
            <div class="column-values-all">
                <button type="button" class="link" on:click=move |_| all(true)>{t!(i18n, views.filter.all)}</button>
                <button type="button" class="link" on:click=move |_| all(false)>{t!(i18n, views.filter.none)}</button>
            </div>
            <div class="column-value-list" role="group" tabindex="0" aria-label=move || t_string!(i18n, views.filter.values)>
                {list}
            </div>
        </div>
    }
}
