//! A table of cells that open their clients, the fuller the darker.

use leptos::prelude::*;

use super::opening::open_clients;
use crate::i18n::{t_string, use_i18n};
use crate::state::clients::ColumnFilter;
use crate::ui::use_kontor;

/// A cell.
#[derive(Clone, PartialEq)]
pub struct HeatCell {
    /// Where it stands, in words.
    pub place: String,
    /// What the cell is called, where it has a name.
    pub name: Option<&'static str>,
    pub clients: u32,
    pub revenue: f64,
    /// 0 to 5.
    pub heat: u8,
    pub filters: Vec<ColumnFilter>,
}

/// The table. Its rows are headings with cells.
#[component]
pub fn HeatMap(
    #[prop(into)] caption: Signal<String>,
    #[prop(into)] note: Signal<String>,
    #[prop(into)] corner: Signal<String>,
    #[prop(into)] columns: Signal<Vec<String>>,
    #[prop(into)] rows: Signal<Vec<(String, Vec<HeatCell>)>>,
    /// A CSS class for its size.
    class: &'static str,
    /// The id of its note.
    id: &'static str,
) -> impl IntoView {
    let heads = move || columns.get().into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let line = |(head, cells): (String, Vec<HeatCell>)| {
        view! {
            <tr>
                <th scope="row">{head}</th>
                {cells.into_iter().map(|cell| view! { <HeatButton cell /> }).collect_view()}
            </tr>
        }
    };
    let lines = move || rows.get().into_iter().map(line).collect_view();
    view! {
        <div class="analyses-scroll" role="group" tabindex="0" aria-label=caption>
            <table class=format!("heat {class}") aria-describedby=id>
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{corner}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        <p class="analyses-note" id=id>
            {note}
        </p>
    }
}

#[component]
fn HeatButton(cell: HeatCell) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let HeatCell { place, name, clients, revenue, heat, filters } = cell;
    let number = move || kontor.formats.with(|formats| formats.number(f64::from(clients), 0));
    let amount = move || kontor.formats.with(|formats| formats.amount(revenue));
    let label = move || {
        let clients = t_string!(i18n, segment.board.clients, count = clients, number = number());
        t_string!(i18n, analysis.matrix.cell, place = place.clone(), clients = clients, amount = amount())
    };
    view! {
        <td>
            <button
                type="button"
                class="heat-cell"
                data-heat=heat.to_string()
                data-count=clients.to_string()
                aria-label=label
                on:click=move |_| open_clients(&kontor, filters.clone())
            >
                {name.map(|name| view! { <span class="heat-name">{name}</span> })}
                <strong>{number}</strong>
                <span class="heat-amount">{amount}</span>
            </button>
        </td>
    }
}
