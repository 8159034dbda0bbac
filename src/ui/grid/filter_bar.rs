//! What limits, orders and groups the clients, each to be taken away.

use leptos::prelude::*;

use super::surface::FIELD;
use crate::i18n::{Locale, t, t_string, use_i18n, views};
use crate::platform::dom;
use crate::state::clients::ClientsView;
use crate::ui::use_kontor;
use crate::workbook::{ColumnId, ColumnKind};

/// One thing that the bar shows.
#[derive(Clone, Debug, PartialEq)]
struct Chip {
    text: String,
    takes: Taken,
}

/// What goes with a chip.
#[derive(Clone, Debug, PartialEq)]
enum Taken {
    View,
    Filter(ColumnId),
    Group(ColumnId),
    Sorts,
}

impl Taken {
    fn away(&self, view: ClientsView) {
        match self {
            Self::View => {
                view.open_saved(None);
            }
            Self::Filter(column) => view.set_filter(column, None),
            Self::Group(column) => view.ungroup(column),
            Self::Sorts => view.sort.set(Vec::new()),
        }
        dom::focus(FIELD);
    }
}

/// The bar between the toolbar and the grid; nothing where every client is shown as it stands.
#[component]
pub fn FilterBar() -> impl IntoView {
    let i18n = use_i18n();
    let view = use_kontor().clients;
    let chips = Memo::new(move |_| chips(i18n.get_locale()));
    let is_shown = Memo::new(move |_| chips.with(|chips| !chips.is_empty()) || view.is_stale.get());
    let has_filters = move || view.filters.with(|filters| filters.len() > 1);
    let shown =
        move || {
            chips.get().into_iter().map(|Chip { text, takes }| {
            let name = text.clone();
            let name = move || t_string!(i18n, views.bar.remove, what = name.clone()).clone();
            view! {
                <li class="chip">
                    <span class="chip-text">{text}</span>
                    <button type="button" class="chip-remove" aria-label=name on:click=move |_| takes.away(view)>
                        "×"
                    </button>
                </li>
            }
        }).collect_view()
        };
    let again = move |_| {
        view.apply_again();
        dom::focus(FIELD);
    };
    let clear = move |_| {
        view.clear_filters();
        dom::focus(FIELD);
    };
    view! {
        <Show when=move || is_shown.get()>
            <div class="filter-bar" role="group" aria-label=move || t_string!(i18n, views.bar.name)>
                <ul class="chips">{shown}</ul>
                <Show when=has_filters>
                    <button type="button" class="link" on:click=clear>{t!(i18n, views.bar.clear)}</button>
                </Show>
                <Show when=move || view.is_stale.get()>
                    <button
                        type="button"
                        class="link"
                        title=move || t_string!(i18n, views.bar.again_hint)
                        on:click=again
                    >
                        {t!(i18n, views.bar.again)}
                    </button>
                </Show>
            </div>
        </Show>
    }
}

/// What there is to show; followed.
fn chips(locale: Locale) -> Vec<Chip> {
    use crate::i18n::td_string;
    let kontor = use_kontor();
    let view = kontor.clients;
    let columns = view.all_columns.get();
    let column = |id: &ColumnId| columns.iter().find(|column| column.id == *id);
    let title = |id: &ColumnId| views::column_named(locale, &columns, id);
    let mut chips = Vec::new();
    if let Some(id) = view.open_view.get()
        && let Some((_, saved)) = view.saved_views().into_iter().find(|(other, _)| *other == id)
    {
        let text = if view.is_changed() {
            td_string!(locale, views.bar.changed, name = saved.name).clone()
        } else {
            saved.name
        };
        chips.push(Chip { text, takes: Taken::View });
    }
    for filter in view.filters.get() {
        let kind = column(&filter.column).map_or(ColumnKind::Text, |column| column.kind);
        let words =
            kontor.formats.with(|formats| views::filter_test(locale, &filter.test, &filter.column, kind, formats));
        let text = format!("{}: {words}", title(&filter.column));
        chips.push(Chip { text, takes: Taken::Filter(filter.column) });
    }
    for group in view.groups.get() {
        let text = td_string!(locale, views.bar.grouped, column = title(&group)).clone();
        chips.push(Chip { text, takes: Taken::Group(group) });
    }
    let sorts = view.sort.get();
    if sorts.len() > 1 {
        let columns: Vec<String> = sorts.iter().map(|sort| title(&sort.column)).collect();
        let text = td_string!(locale, views.bar.sorted, columns = columns.join(", ")).clone();
        chips.push(Chip { text, takes: Taken::Sorts });
    }
    chips
}
