//! The values that a choice offers while it is edited.

use leptos::prelude::*;

use super::editor::Editor;
use crate::i18n::{self, Locale, t_string, td_string, use_i18n};
use crate::segment::Segment;
use crate::state::clients::{self, Motion, Needle, SheetColumn};
use crate::ui::Context;
use crate::workbook::ColumnKind;

/// How many values are offered at a time: typing finds the others.
const MOST: usize = 60;

/// One offered value.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub label: String,
    /// What is written into the cell, as if it had been typed.
    pub value: String,
    pub segment: Option<Segment>,
}

impl Choice {
    /// What a column offers that contains what is typed.
    pub fn of(kontor: Context, column: &SheetColumn, typed: &str, locale: Locale) -> Vec<Self> {
        if column.is_segment() {
            let needle = Needle::new(typed.trim());
            let segments = Segment::ALL.into_iter().map(|segment| {
                let name = i18n::segment_name(locale, segment).to_owned();
                Self { label: name.clone(), value: name, segment: Some(segment) }
            });
            let label = td_string!(locale, grid.automatic).to_owned();
            let all = segments.chain([Self { label, value: String::new(), segment: None }]);
            return all.filter(|choice| needle.as_ref().is_none_or(|needle| needle.is_in(&choice.label))).collect();
        }
        if column.kind != ColumnKind::Choice {
            return Vec::new();
        }
        let values = kontor.book.table(|table| clients::choices(table, column, typed, MOST));
        values.into_iter().map(|value| Self { label: value.clone(), value, segment: None }).collect()
    }
}

/// The list below the field.
#[component]
pub fn Choices(editor: Editor) -> impl IntoView {
    let i18n = use_i18n();
    let options = move || editor.choices.get().into_iter().enumerate().collect::<Vec<_>>();
    let take = move |at: usize| {
        editor.marked.set(Some(at));
        editor.commit_and_move(Motion::Down);
    };
    view! {
        <ul class="grid-choices" id="grid-choices" role="listbox" aria-label=move || t_string!(i18n, grid.choices)>
            <For each=options key=|(at, choice)| (*at, choice.label.clone()) let:option>
                <li
                    id=format!("grid-choice-{}", option.0)
                    class=option.1.segment.map(|segment| format!("segment {}", segment.key()))
                    role="option"
                    aria-selected=move || (editor.marked.get() == Some(option.0)).to_string()
                    on:click=move |_| take(option.0)
                >
                    {option.1.label.clone()}
                </li>
            </For>
        </ul>
    }
}
