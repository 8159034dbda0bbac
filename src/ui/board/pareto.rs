//! The Pareto chart with the person's own numbers, and its figures as a table.

use leptos::{html, prelude::*};

use crate::chart::{ParetoData, ParetoLabels, pareto};
use crate::i18n::{Language, segment, t, t_string, use_i18n};
use crate::platform::svg;
use crate::state::{Board, Formats, Pareto};
use crate::ui::use_kontor;

/// The size in which the chart is drawn; it takes the width it is given.
const SIZE: (u32, u32) = (340, 250);

#[component]
pub fn ParetoFigure(board: Board) -> impl IntoView {
    let i18n = use_i18n();
    move || match board.pareto.get() {
        Some(pareto) => {
            let pareto = StoredValue::new(pareto);
            view! { <Figure pareto /> }.into_any()
        }
        None => view! {
            <section class="aside-part">
                <h2>{t!(i18n, segment.pareto.title)}</h2>
                <p class="aside-note">{t!(i18n, segment.pareto.no_data)}</p>
            </section>
        }
        .into_any(),
    }
}

#[component]
fn Figure(pareto: StoredValue<Pareto>) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let chart = NodeRef::<html::Div>::new();
    let formats = move || kontor.formats.get();
    Effect::new(move |_| {
        let Some(place) = chart.get() else { return };
        let formats = formats();
        svg::show(&place, &pareto.with_value(|pareto| drawn(i18n, &formats, pareto)));
    });
    let caption = move || {
        let (formats, (clients, share)) = (formats(), pareto.with_value(|pareto| (pareto.called(), pareto.fifths[0])));
        t_string!(
            i18n,
            segment.pareto.caption,
            clients = formats.percent(clients, 0),
            share = formats.percent(share, 0)
        )
    };
    let notes = move || pareto.with_value(|pareto| notes(i18n, &formats(), pareto));
    let rows = move || pareto.with_value(|pareto| figures(i18n, &formats(), pareto));
    view! {
        <figure class="aside-part pareto">
            <figcaption>{caption}</figcaption>
            <div class="pareto-chart" node_ref=chart></div>
            <ul class="pareto-notes" role="list">
                {move || notes().into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
            </ul>
            <details open>
                <summary>{t!(i18n, board.figures)}</summary>
                <table>
                    <caption>{t!(i18n, segment.pareto.table_caption)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!(i18n, board.clients_to)}</th>
                            <th scope="col">{t!(i18n, board.revenue_to)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || {
                            let row = |(name, figure): (String, String)| {
                                view! {
                                    <tr>
                                        <th scope="row">{name}</th>
                                        <td>{figure}</td>
                                    </tr>
                                }
                            };
                            rows().into_iter().map(row).collect_view()
                        }}
                    </tbody>
                </table>
            </details>
        </figure>
    }
}

fn drawn(i18n: Language, formats: &Formats, of: &Pareto) -> String {
    let concentration = &of.concentration;
    let marked = (of.top_clients, concentration.top_fifth_share);
    let percent = |share: f64| formats.percent(share, 0);
    let labels = ParetoLabels {
        clients: t_string!(i18n, segment.pareto.axis_clients).to_owned(),
        revenue: t_string!(i18n, segment.pareto.axis_revenue).to_owned(),
        ticks: [0.0, 0.2, 0.4, 0.6, 0.8, 1.0].map(percent),
        point: t_string!(i18n, segment.pareto.point, clients = percent(of.called()), share = percent(marked.1)),
    };
    pareto(&ParetoData { points: concentration.pareto.clone(), marked }, &labels, SIZE)
}

/// What must be known to read the chart rightly.
fn notes(i18n: Language, formats: &Formats, pareto: &Pareto) -> Vec<String> {
    let concentration = &pareto.concentration;
    let number = |count: u32| formats.number(f64::from(count), 0);
    let mut notes = vec![segment::reading(i18n, concentration.reading()).to_owned()];
    let (share, clients) = (formats.percent(concentration.k80, 0), number(concentration.clients_for_80));
    notes.push(t_string!(i18n, segment.pareto.k80, share = share, number = clients));
    if concentration.is_thin() {
        notes.push(t_string!(i18n, segment.pareto.thin).to_owned());
    }
    if concentration.negative > 0 {
        let count = concentration.negative;
        notes.push(t_string!(i18n, segment.pareto.negative, count = count, number = number(count)));
    }
    if concentration.unknown > 0 {
        let count = concentration.unknown;
        notes.push(t_string!(i18n, segment.pareto.unknown, count = count, number = number(count)));
    }
    notes
}

/// The rows of the table: what is named, and its figure.
fn figures(i18n: Language, formats: &Formats, pareto: &Pareto) -> Vec<(String, String)> {
    let fifths = [0.2, 0.4, 0.6, 0.8, 1.0].into_iter().zip(pareto.fifths);
    let mut rows: Vec<(String, String)> =
        fifths.map(|(clients, revenue)| (formats.percent(clients, 0), formats.percent(revenue, 1))).collect();
    let concentration = &pareto.concentration;
    rows.push((t_string!(i18n, segment.pareto.gini).to_owned(), formats.fixed(concentration.gini, 2)));
    rows.push((t_string!(i18n, segment.pareto.hhi).to_owned(), formats.fixed(concentration.hhi, 3)));
    rows
}
