//! A labelled input for one entry.

use leptos::prelude::*;

use crate::i18n::{Language, use_i18n};
use crate::state::approach::{Entry, EntryKind};

/// A word of the page, in its language.
pub type Words = fn(Language) -> &'static str;
/// The names of a choice's values, in their order.
pub type ChoiceWords = fn(Language) -> Vec<&'static str>;

/// An input with its label around it. What is typed is told on `change`, not at each key; what was refused or brought
/// into range is shown as it is kept.
#[component]
pub fn EntryInput(
    label: Words,
    kind: EntryKind,
    /// The names of a choice's values.
    #[prop(optional_no_strip)]
    choices: Option<ChoiceWords>,
    value: Signal<Entry>,
    set: Callback<Entry>,
) -> impl IntoView {
    let i18n = use_i18n();
    let text = move || value.with(|value| value.to_input(kind));
    let typed = move |typed: String| {
        set.run(Entry::of_input(&typed, kind));
        value.with_untracked(|value| value.to_input(kind))
    };
    let name = move || view! { <span class="entry-label">{move || label(i18n)}</span> };
    match kind {
        EntryKind::Flag => view! {
            <label class="entry entry-flag">
                <input
                    type="checkbox"
                    prop:checked=move || value.with(Entry::is_set)
                    on:change:target=move |event| set.run(Entry::Flag(event.target().checked()))
                />
                {name()}
            </label>
        }
        .into_any(),
        EntryKind::Choice => {
            let option = move |(place, name): (usize, &'static str)| {
                let key = place.to_string();
                let own = key.clone();
                view! {
                    <option value=key prop:selected=move || text() == own>
                        {name}
                    </option>
                }
            };
            let options = move || {
                let names = choices.map(|names| names(i18n)).unwrap_or_default();
                names.into_iter().enumerate().map(option).collect_view()
            };
            let none = move || {
                let is_unset = value.with(|value| *value == Entry::Choice(None));
                is_unset.then(|| view! { <option value="" prop:selected=true>"–"</option> })
            };
            view! {
                <label class="entry">
                    {name()}
                    <select on:change:target=move |event| {
                        typed(event.target().value());
                    }>{none} {options}</select>
                </label>
            }
            .into_any()
        }
        EntryKind::Long => view! {
            <label class="entry entry-long">
                {name()}
                <textarea
                    rows="2"
                    prop:value=text
                    on:change:target=move |event| {
                        let kept = typed(event.target().value());
                        event.target().set_value(&kept);
                    }
                ></textarea>
            </label>
        }
        .into_any(),
        _ => {
            let (input_type, least, most) = match kind {
                EntryKind::Number { least, most } => ("number", Some(least), Some(most)),
                EntryKind::Percent { least, most } => ("number", Some(least * 100.0), Some(most * 100.0)),
                EntryKind::Day => ("date", None, None),
                _ => ("text", None, None),
            };
            view! {
                <label class="entry">
                    {name()}
                    <input
                        type=input_type
                        min=least.map(|least| least.to_string())
                        max=most.filter(|most| *most < 1e15).map(|most| most.to_string())
                        step=least.map(|_| "any")
                        autocomplete="off"
                        prop:value=text
                        on:change:target=move |event| {
                            let kept = typed(event.target().value());
                            event.target().set_value(&kept);
                        }
                    />
                </label>
            }
            .into_any()
        }
    }
}
