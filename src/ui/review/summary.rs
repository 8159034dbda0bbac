//! How much differs, and which of it is shown.

use leptos::prelude::*;

use crate::i18n::{column_title, t, t_string, use_i18n};
use crate::review::{ItemKind, Review};
use crate::state::clients::SheetColumn;
use crate::state::{Only, ReviewState};
use crate::ui::use_kontor;

/// The kinds of changes, in the order in which they are offered.
const OFFERED: [Only; 5] = [
    Only::Everything,
    Only::Kind(ItemKind::Changed),
    Only::Kind(ItemKind::Added),
    Only::Kind(ItemKind::Deleted),
    Only::Unsure,
];

/// The counts, and the choice of what is shown.
#[component]
pub fn Summary(state: ReviewState) -> impl IntoView {
    let i18n = use_i18n();
    let formats = use_kontor().formats;
    let number = move |count: usize| formats.with(|formats| formats.number(count as f64, 0));
    let with_review = move |read: &dyn Fn(&Review) -> String| {
        state.list.with(|list| list.as_ref().map(|list| read(&list.review)).unwrap_or_default())
    };
    let counts = move || {
        with_review(&|review| {
            let (cells, unchanged) = (review.changed_cells(), review.unchanged);
            let cells = t_string!(i18n, review.cells, count = cells as u32, number = number(cells)).to_string();
            let shown = number(unchanged as usize);
            let unchanged = t_string!(i18n, review.unchanged, count = unchanged, number = shown).to_string();
            let histories = review.changed_histories();
            let histories = (histories > 0).then(|| {
                let shown = number(histories);
                t_string!(i18n, review.histories, count = histories as u32, number = shown).to_string()
            });
            [Some(cells), histories, Some(unchanged)].into_iter().flatten().collect::<Vec<_>>().join(" ")
        })
    };
    let new_columns = move || {
        with_review(&|review| {
            let new = review.columns.iter().filter(|column| column.is_new).map(|column| &column.definition);
            let new =
                new.map(|column| SheetColumn { id: column.id.clone(), title: column.title.clone(), kind: column.kind });
            let names: Vec<String> = new.map(|column| column_title(i18n.get_locale(), &column)).collect();
            if names.is_empty() {
                return String::new();
            }
            t_string!(i18n, review.new_columns, names = names.join(", ")).to_string()
        })
    };
    let has_doubts =
        Memo::new(move |_| state.list.with(|list| list.as_ref().is_some_and(|list| list.review.doubts() > 0)));
    let missing = Memo::new(move |_| state.list.with(|list| list.as_ref().map_or(0, |list| list.review.missing())));
    let delete_missing = move || {
        let count = missing.get();
        t_string!(i18n, review.delete_missing, count = count as u32, number = number(count)).to_string()
    };
    view! {
        <div class="review-summary">
            <p role="status">{counts} " " {new_columns}</p>
            <p class="review-hint">
                {t!(i18n, review.rule)} " "
                <Show when=move || has_doubts.get()>{t!(i18n, review.rule_unsure)}</Show>
            </p>
            <Show when=move || { missing.get() > 0 }>
                <label class="review-missing">
                    <input
                        type="checkbox"
                        prop:checked=move || state.deletes_missing()
                        on:change=move |event| state.delete_missing(event_target_checked(&event))
                    />
                    <span>{delete_missing}</span>
                </label>
            </Show>
            <fieldset class="review-filter" role="radiogroup">
                <legend class="visually-hidden">{t!(i18n, review.show)}</legend>
                {OFFERED.map(|only| view! { <Filter state=state only=only /> }).collect_view()}
            </fieldset>
        </div>
    }
}

/// One kind of changes with its number; none where there is no such change.
#[component]
fn Filter(state: ReviewState, only: Only) -> impl IntoView {
    let i18n = use_i18n();
    let formats = use_kontor().formats;
    let count = Memo::new(move |_| {
        state.list.with(|list| {
            list.as_ref().map_or(0, |list| list.review.items.iter().filter(|item| only.shows(item)).count())
        })
    });
    let has_missing =
        Memo::new(move |_| state.list.with(|list| list.as_ref().is_some_and(|list| list.review.missing() > 0)));
    let text = move || {
        let name = match only {
            Only::Everything => t_string!(i18n, review.everything),
            Only::Kind(ItemKind::Changed) => t_string!(i18n, review.changed),
            Only::Kind(ItemKind::Added) => t_string!(i18n, review.added),
            Only::Kind(ItemKind::Deleted) if has_missing.get() => t_string!(i18n, review.missing),
            Only::Kind(ItemKind::Deleted) => t_string!(i18n, review.deleted),
            Only::Unsure => t_string!(i18n, review.unsure),
        };
        let number = formats.with(|formats| formats.number(count.get() as f64, 0));
        t_string!(i18n, review.with_count, name = name, number = number).to_string()
    };
    view! {
        <label class="review-only">
            <input
                type="radio"
                name="review-only"
                prop:checked=move || state.only.get() == only
                disabled=move || count.get() == 0
                on:change=move |_| state.only.set(only)
            />
            <span>{text}</span>
        </label>
    }
}
