//! Above the board: the filters of the Clients sheet, each to be taken away, and how many clients are shown.

use leptos::prelude::*;

use crate::i18n::{t, t_string, use_i18n, views};
use crate::state::Board;
use crate::ui::use_kontor;
use crate::workbook::{ColumnId, ColumnKind};

/// What goes with a chip: the filter of a column, or the quick filter.
type Taken = Option<ColumnId>;

/// The strip; nothing where every client is shown.
#[component]
pub fn FilterStrip(board: Board) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let view = kontor.clients;
    let is_filtered = Memo::new(move |_| view.is_filtered());
    let chips = Memo::new(move |_| -> Vec<(Taken, String)> {
        let locale = i18n.get_locale();
        let columns = view.all_columns.get();
        let query = view.query.get();
        let quick = (!query.trim().is_empty())
            .then(|| (None, t_string!(i18n, board.filters.query, text = query.trim().to_owned()).clone()));
        let filters = view.filters.get().into_iter().map(|filter| {
            let column = columns.iter().find(|column| column.id == filter.column);
            let kind = column.map_or(ColumnKind::Text, |column| column.kind);
            let words =
                kontor.formats.with(|formats| views::filter_test(locale, &filter.test, &filter.column, kind, formats));
            let title = views::column_named(locale, &columns, &filter.column);
            (Some(filter.column), format!("{title}: {words}"))
        });
        quick.into_iter().chain(filters).collect()
    });
    let counts = Memo::new(move |_| board.counts());
    let says = move || {
        let (shown, all) = counts.get();
        let (number, all) =
            kontor.formats.with(|formats| (formats.number(f64::from(shown), 0), formats.number(f64::from(all), 0)));
        t_string!(i18n, board.filters.says, shown = number, all = all)
    };
    let chip = move |(takes, text): (Taken, String)| {
        let name = text.clone();
        let away = move |_| match &takes {
            Some(column) => view.set_filter(column, None),
            None => view.query.set(String::new()),
        };
        view! {
            <li class="chip">
                <span class="chip-text">{text}</span>
                <button
                    type="button"
                    class="chip-remove"
                    aria-label=move || t_string!(i18n, views.bar.remove, what = name.clone()).clone()
                    on:click=away
                >
                    "×"
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || is_filtered.get()>
            <div class="filter-bar board-filters" role="group" aria-label=move || t_string!(i18n, board.filters.name)>
                <span class="board-filters-say">{says}</span>
                <ul class="chips">{move || chips.get().into_iter().map(chip).collect_view()}</ul>
                <button type="button" class="link" on:click=move |_| view.clear_filters()>
                    {t!(i18n, board.filters.clear)}
                </button>
                <Show when=move || view.is_stale.get()>
                    <button
                        type="button"
                        class="link"
                        title=move || t_string!(i18n, views.bar.again_hint)
                        on:click=move |_| view.apply_again()
                    >
                        {t!(i18n, views.bar.again)}
                    </button>
                </Show>
            </div>
        </Show>
    }
}
