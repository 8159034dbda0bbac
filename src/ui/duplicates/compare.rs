//! Two clients side by side, and what becomes of them.

use leptos::prelude::*;

use super::state::{DuplicatesState, ListName};
use crate::duplicates::{Comparison, Decision, Line, Side};
use crate::i18n::{Locale, fields, segment_name, t, t_string, use_i18n};
use crate::segment::Segment;
use crate::state::Formats;
use crate::ui::use_kontor;
use crate::workbook::{ColumnId, Field, RowId, Value};

/// The two clients, field by field, with a choice where they differ.
#[component]
pub fn Compare(state: DuplicatesState) -> impl IntoView {
    let i18n = use_i18n();
    let is_later = Memo::new(move |_| state.list.get() == ListName::Later);
    let table = move || state.comparison.get().map(|comparison| view! { <Differences state comparison /> });
    view! {
        <div class="duplicates-compare">
            <div class="duplicates-scroll" tabindex="0" role="region" aria-label=move || t_string!(i18n, duplicates.side_by_side)>
                {table}
            </div>
            <div class="duplicates-actions">
                <Show when=move || !is_later.get()>
                    <button type="button" class="button" on:click=move |_| state.decide(Decision::Later)>
                        {t!(i18n, duplicates.ask_later)}
                    </button>
                </Show>
                <button type="button" class="button" on:click=move |_| state.decide(Decision::KeepBoth)>
                    {t!(i18n, duplicates.keep_both)}
                </button>
                <button type="button" class="button primary" on:click=move |_| state.merge()>
                    {t!(i18n, duplicates.merge)}
                </button>
            </div>
        </div>
    }
}

#[component]
fn Differences(state: DuplicatesState, comparison: Comparison) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let (kept, other) = (comparison.kept, comparison.other);
    let has_history = kontor.book.table(|table| {
        [kept, other].iter().all(|id| table.row_of(*id).is_some_and(|row| !table.history(row).is_empty()))
    });
    let has_together = comparison.lines.iter().any(|line| line.together.is_some() && !line.is_equal());
    let equal: Vec<Line> = comparison.lines.iter().filter(|line| line.is_equal()).cloned().collect();
    let count = equal.len();
    let name = move |id: RowId| {
        let name = kontor.book.table(|table| table.row_of(id).map(|row| table.name(row).trim().to_owned()));
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| t_string!(i18n, duplicates.unnamed).to_owned())
    };
    let comparison = StoredValue::new(comparison);
    let differing = move || {
        let places = comparison
            .with_value(|all| (0..all.lines.len()).filter(|at| !all.lines[*at].is_equal()).collect::<Vec<usize>>());
        places.into_iter().map(|at| view! { <DifferingLine state comparison at has_together /> }).collect_view()
    };
    let number = move || kontor.formats.with(|formats| formats.number(count as f64, 0));
    let equal_lines = move || {
        let line = |line: &Line| {
            let (title, text) = (title(i18n.get_locale(), line), cell(i18n.get_locale(), line, &line.kept));
            let text = kontor.formats.with(|formats| text(formats));
            view! { <div><dt>{title}</dt><dd>{text}</dd></div> }
        };
        equal.iter().map(line).collect_view()
    };
    view! {
        <table class="duplicates-table">
            <caption class="visually-hidden">{t!(i18n, duplicates.side_by_side)}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!(i18n, duplicates.field)}</th>
                    <th scope="col">{move || name(kept)} <small>{t!(i18n, duplicates.stays)}</small></th>
                    <th scope="col">{move || name(other)} <small>{t!(i18n, duplicates.goes)}</small></th>
                    {has_together.then(|| view! { <th scope="col">{t!(i18n, duplicates.together)}</th> })}
                </tr>
            </thead>
            <tbody>{differing}</tbody>
        </table>
        {has_history.then(|| view! { <p class="duplicates-note">{t!(i18n, duplicates.history)}</p> })}
        {(count > 0)
            .then(|| {
                view! {
                    <details class="duplicates-equal">
                        <summary>
                            {move || t_string!(i18n, duplicates.equal, count = count, number = number()).to_string()}
                        </summary>
                        <dl>{equal_lines}</dl>
                    </details>
                }
            })}
    }
}

#[component]
fn DifferingLine(
    state: DuplicatesState,
    comparison: StoredValue<Comparison>,
    at: usize,
    has_together: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let heading = move || comparison.with_value(|all| all.lines.get(at).map(|line| title(i18n.get_locale(), line)));
    let has_sum = comparison.with_value(|all| all.lines.get(at).is_some_and(|line| line.together.is_some()));
    view! {
        <tr>
            <th scope="row">{heading}</th>
            <td><Choice state comparison at side=Side::Kept /></td>
            <td><Choice state comparison at side=Side::Other /></td>
            {has_together
                .then(|| {
                    let choice = has_sum.then(|| view! { <Choice state comparison at side=Side::Together /> });
                    view! { <td>{choice}</td> }
                })}
        </tr>
    }
}

/// A value that may stay.
#[component]
fn Choice(state: DuplicatesState, comparison: StoredValue<Comparison>, at: usize, side: Side) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let text = Memo::new(move |_| {
        comparison
            .with_value(|all| {
                let line = all.lines.get(at)?;
                let value = line.value(side);
                let text = cell(i18n.get_locale(), line, value);
                Some(if value.is_empty() { String::new() } else { kontor.formats.with(|formats| text(formats)) })
            })
            .unwrap_or_default()
    });
    let shown = move || {
        text.with(|text| if text.is_empty() { t_string!(i18n, duplicates.empty).to_owned() } else { text.clone() })
    };
    let label = move || {
        let field = comparison.with_value(|all| all.lines.get(at).map(|line| title(i18n.get_locale(), line)));
        t_string!(i18n, duplicates.value_of, field = field.unwrap_or_default(), value = shown()).to_string()
    };
    view! {
        <label class="duplicates-choice" class:is-empty=move || text.with(String::is_empty)>
            <input
                type="radio"
                name=format!("duplicates-line-{at}")
                aria-label=label
                prop:checked=move || comparison.with_value(|all| state.side(all, at)) == side
                on:change=move |_| comparison.with_value(|all| state.set_side(all, at, side))
            />
            <span>{shown}</span>
        </label>
    }
}

fn title(locale: Locale, line: &Line) -> String {
    match &line.column {
        ColumnId::Field(field) => fields::field(locale, *field).to_owned(),
        ColumnId::Found(found) => fields::found(locale, *found).to_owned(),
        ColumnId::Own(_) => line.title.clone(),
    }
}

/// How a value of a line is written.
fn cell(locale: Locale, line: &Line, value: &Value) -> impl Fn(&Formats) -> String {
    let segment = match value {
        Value::Text(key) if line.column == ColumnId::Field(Field::Segment) => key.parse::<Segment>().ok(),
        _ => None,
    };
    let (value, kind) = (value.clone(), line.kind);
    move |formats| match segment {
        Some(segment) => segment_name(locale, segment).to_owned(),
        None => formats.value(&value, kind),
    }
}
