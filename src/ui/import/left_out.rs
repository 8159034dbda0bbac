//! The rows that are left out because they are no clients, each to be taken in after all.

use leptos::prelude::*;

use super::choices::Choices;
use super::flow::Flow;
use crate::exchange::LeftOut;
use crate::i18n::{t, t_string, tables, use_i18n};

/// So many are shown at first, and so many more each time.
const PAGE: usize = 100;

/// Nothing where every row is a client.
#[component]
pub fn LeftOutRows(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let choices = flow.context().import.choices;
    let shown = RwSignal::new(PAGE);
    let rows = Memo::new(move |_| {
        choices.with(|choices| choices.as_ref().map_or_else(Vec::new, |all| all.proposal().tables.left_out.clone()))
    });
    let count = Memo::new(move |_| choices.with(|choices| choices.as_ref().map_or(0, |all| all.left_out().len())));
    let list = move || {
        let list = rows.with(|rows| rows.iter().take(shown.get()).cloned().collect::<Vec<_>>());
        list.into_iter().map(|row| view! { <LeftOutRow flow=flow row=row /> }).collect_view()
    };
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <details class="tables-left-out" open>
                <summary>{move || t_string!(i18n, tables.left_out, count = count.get() as u32).to_string()}</summary>
                <div
                    class="tables-rows"
                    tabindex="0"
                    role="region"
                    aria-label=move || t_string!(i18n, tables.left_out_table)
                >
                    <table>
                        <caption class="visually-hidden">{t!(i18n, tables.left_out_table)}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{t!(i18n, tables.take_in)}</th>
                                <th scope="col" class="tables-number">{t!(i18n, tables.row)}</th>
                                <th scope="col">{t!(i18n, tables.content)}</th>
                                <th scope="col">{t!(i18n, tables.reason)}</th>
                            </tr>
                        </thead>
                        <tbody>{list}</tbody>
                    </table>
                    <Show when=move || rows.with(|rows| rows.len() > shown.get())>
                        <button
                            type="button"
                            class="import-link"
                            on:click=move |_| shown.update(|shown| *shown += PAGE)
                        >
                            {t!(i18n, tables.more)}
                        </button>
                    </Show>
                </div>
            </details>
        </Show>
    }
}

#[component]
fn LeftOutRow(flow: Flow, row: LeftOut) -> impl IntoView {
    let i18n = use_i18n();
    let choices = flow.context().import.choices;
    let LeftOut { row, number, sheet, cells, why, .. } = row;
    let place = if sheet.is_empty() { number.to_string() } else { format!("{sheet} · {number}") };
    let content = cells.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ");
    let is_in = Memo::new(move |_| choices.with(|choices| choices.as_ref().is_some_and(|all| all.is_taken_in(row))));
    let change = move |event| {
        let is_in = event_target_checked(&event);
        choices.update(|choices: &mut Option<Choices>| {
            if let Some(choices) = choices {
                choices.take_in(row, is_in);
            }
        });
    };
    let name = place.clone();
    view! {
        <tr class:is-taken-in=move || is_in.get()>
            <td>
                <input
                    type="checkbox"
                    aria-label=move || t_string!(i18n, tables.take_in_row, row = name.as_str()).to_string()
                    prop:checked=move || is_in.get()
                    on:change=change
                />
            </td>
            <th scope="row" class="tables-number">{place}</th>
            <td class="tables-content" title=content.clone()>{content.clone()}</td>
            <td>{move || tables::why(i18n.get_locale(), why)}</td>
        </tr>
    }
}
