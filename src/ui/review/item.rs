//! One client that is not as it was: cell by cell, old and new.

use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n::{Language, column_title, misfit, segment_name, t_string, use_i18n};
use crate::review::{Doubt, ItemKind, MonthChanges, ReviewColumn};
use crate::segment::Segment;
use crate::state::clients::SheetColumn;
use crate::state::{Formats, ReviewState, Reviewed};
use crate::ui::use_kontor;
use crate::workbook::{ColumnId, ColumnKind, Field, Value};

/// One row of the table.
#[component]
pub fn ItemRow(
    state: ReviewState,
    /// Its number in the review.
    at: u32,
) -> impl IntoView {
    let i18n = use_i18n();
    let list = state.list.get_untracked()?;
    let item = list.review.items.get(at as usize)?.clone();
    let kind = item.kind;
    let is_missing = list.review.is_missing(&item);
    let kind_text = move || if is_missing { t_string!(i18n, review.missing) } else { kind_word(i18n, kind) };
    let name = item.name.clone();
    let name = move || if name.is_empty() { t_string!(i18n, review.no_name).to_owned() } else { name.clone() };
    let shown_name = name.clone();
    let label = move || t_string!(i18n, review.take_client, kind = kind_text(), name = name()).to_string();
    let doubt = item.doubt.map(|doubt| {
        view! { <p class="review-doubt">{move || doubt_text(i18n, doubt)}</p> }
    });
    let what = match kind {
        ItemKind::Changed => {
            let cells = item.cells.iter().filter_map(|cell| {
                let column = list.review.columns.get(cell.column as usize)?.clone();
                Some(view! { <Cell column=column old=cell.old.clone() new=cell.new.clone() /> })
            });
            let months = item.months.clone();
            view! { <ul class="review-cells">{cells.collect_view()} <Months months=months /></ul> }.into_any()
        }
        ItemKind::Added => view! { <ul class="review-cells">{added_cells(&list, item.place)}</ul> }.into_any(),
        ItemKind::Deleted => view! { <span>{move || t_string!(i18n, review.is_gone)}</span> }.into_any(),
    };
    let view = view! {
        <tr data-change=kind.key() class:is-taken=move || state.is_taken(at) class:is-unsure=item.doubt.is_some()>
            <td class="review-take">
                <input
                    type="checkbox"
                    aria-label=label
                    prop:checked=move || state.is_taken(at)
                    disabled=move || !state.is_offered(at)
                    on:change=move |event| state.take(at, event_target_checked(&event))
                />
            </td>
            <td class="review-kind">{kind_text}</td>
            <th scope="row" class="review-client">{shown_name}</th>
            <td>{what} {doubt}</td>
        </tr>
    };
    Some(view)
}

/// What is known of a client that is added.
fn added_cells(list: &Arc<Reviewed>, place: u32) -> impl IntoView + use<> {
    let aside = [Field::Name, Field::SegmentChosen].map(ColumnId::Field);
    let cells = list.added.columns.iter().filter(|column| !aside.contains(&column.definition.id));
    let cells = cells.filter_map(|column| {
        let value = column.data.get(place);
        let column = ReviewColumn { definition: column.definition.clone(), is_new: false };
        (!value.is_empty()).then(|| view! { <Cell column=column old=Value::Empty new=value /> })
    });
    cells.collect_view()
}

/// How many months are other than they were.
#[component]
fn Months(months: MonthChanges) -> impl IntoView {
    let i18n = use_i18n();
    let formats = use_kontor().formats;
    let (added, changed) = (months.added, months.changed());
    let number = move |count: u32| formats.with(|formats| formats.number(f64::from(count), 0));
    let text = move || {
        let added_text = (added > 0)
            .then(|| t_string!(i18n, review.months_added, count = added, number = number(added)).to_string());
        let changed_text = (changed > 0)
            .then(|| t_string!(i18n, review.months_changed, count = changed, number = number(changed)).to_string());
        [added_text, changed_text].into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    (added + changed > 0).then(|| {
        view! {
            <li>
                <span class="review-column">{move || t_string!(i18n, review.months)}</span>
                <ins>{text}</ins>
            </li>
        }
    })
}

/// One cell: the column, what stood there, what comes.
#[component]
fn Cell(column: ReviewColumn, old: Value, new: Value) -> impl IntoView {
    let i18n = use_i18n();
    let formats = use_kontor().formats;
    let column = column.definition;
    let titled = SheetColumn { id: column.id, title: column.title, kind: column.kind };
    let cell = StoredValue::new((titled, old, new));
    let title = move || cell.with_value(|(column, _, _)| column_title(i18n.get_locale(), column));
    let texts = Memo::new(move |_| {
        formats.with(|formats| cell.with_value(|(column, old, new)| texts(i18n, formats, column, old, new)))
    });
    let has_old = cell.with_value(|(_, old, _)| !old.is_empty());
    let reason = cell.with_value(|(_, _, new)| match new {
        Value::Misfit(misfit) => Some(misfit.reason),
        _ => None,
    });
    view! {
        <li>
            <span class="review-column">{title}</span>
            {has_old
                .then(|| {
                    view! {
                        <del>{move || texts.with(|(old, _)| old.clone())}</del>
                        <span aria-hidden="true">"→"</span>
                    }
                })}
            <ins>{move || texts.with(|(_, new)| new.clone())}</ins>
            {reason.map(|reason| view! { <span class="review-misfit">{move || misfit(i18n.get_locale(), reason)}</span> })}
        </li>
    }
}

/// Old and new as the sheet shows them; with all digits where they would look the same.
fn texts(i18n: Language, formats: &Formats, column: &SheetColumn, old: &Value, new: &Value) -> (String, String) {
    let text = |value: &Value| match value {
        Value::Text(key) if column.id == ColumnId::Field(Field::Segment) => key
            .parse::<Segment>()
            .map_or_else(|_| key.clone(), |segment| segment_name(i18n.get_locale(), segment).to_owned()),
        other => formats.value(other, column.kind),
    };
    let (shown_old, shown_new) = (text(old), text(new));
    match (old, new) {
        (Value::Number(old), Value::Number(new)) if shown_old == shown_new => {
            let all = |number: f64| match column.kind {
                ColumnKind::Percent => formats.percent(number, 10),
                _ => formats.number(number, 10),
            };
            (all(*old), all(*new))
        }
        _ => (shown_old, shown_new),
    }
}

fn kind_word(i18n: Language, kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Changed => t_string!(i18n, review.changed),
        ItemKind::Added => t_string!(i18n, review.added),
        ItemKind::Deleted => t_string!(i18n, review.deleted),
    }
}

fn doubt_text(i18n: Language, doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::SeveralClients => t_string!(i18n, review.doubt.several_clients),
        Doubt::Repeated => t_string!(i18n, review.doubt.repeated),
        Doubt::OtherNumber => t_string!(i18n, review.doubt.other_number),
        Doubt::WasDeleted => t_string!(i18n, review.doubt.was_deleted),
    }
}
