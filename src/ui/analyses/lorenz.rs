//! The Lorenz chart with the person's own numbers, and its figures as a table.

use leptos::{html, prelude::*};

use crate::chart::{LorenzData, LorenzLabels, lorenz};
use crate::i18n::{Language, t, t_string, use_i18n};
use crate::platform::svg;
use crate::state::{ConcentrationReport, Formats};
use crate::ui::use_kontor;

/// The size in which the chart is drawn; it takes the width it is given.
const SIZE: (u32, u32) = (380, 270);

#[component]
pub fn LorenzFigure(report: StoredValue<ConcentrationReport>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let chart = NodeRef::<html::Div>::new();
    Effect::new(move || {
        let Some(place) = chart.get() else { return };
        let text = kontor.formats.with(|formats| report.with_value(|report| drawn(i18n, formats, report)));
        svg::show(&place, &text);
    });
    let percent = move |share: f64| kontor.formats.with(|formats| formats.percent(share, 1));
    let caption = move || {
        let share = percent(report.with_value(|report| report.smaller_half));
        t_string!(i18n, analysis.concentration.caption, share = share)
    };
    let fifths = report.with_value(|report| [0.2, 0.4, 0.6, 0.8, 1.0].into_iter().zip(report.smallest));
    let rows = fifths.map(|(clients, revenue)| {
        view! {
            <tr>
                <th scope="row">{move || kontor.formats.with(|formats| formats.percent(clients, 0))}</th>
                <td>{move || percent(revenue)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <figure class="lorenz">
            <figcaption>{caption}</figcaption>
            <div class="lorenz-chart" node_ref=chart></div>
            <p class="analyses-note">{t!(i18n, analysis.concentration.even)}</p>
            <table class="figures">
                <caption>{t!(i18n, analysis.concentration.table)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(i18n, segment.pareto.axis_clients)}</th>
                        <th scope="col">{t!(i18n, segment.pareto.axis_revenue)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </figure>
    }
}

fn drawn(i18n: Language, formats: &Formats, report: &ConcentrationReport) -> String {
    let percent = |share: f64| formats.percent(share, 0);
    let labels = LorenzLabels {
        clients: t_string!(i18n, analysis.concentration.axis).to_owned(),
        revenue: t_string!(i18n, segment.pareto.axis_revenue).to_owned(),
        ticks: [0.0, 0.2, 0.4, 0.6, 0.8, 1.0].map(percent),
        point: t_string!(
            i18n,
            segment.pareto.point,
            clients = percent(0.5),
            share = formats.percent(report.smaller_half, 1)
        ),
    };
    let marked = (0.5, report.smaller_half);
    lorenz(&LorenzData { points: report.concentration.lorenz.clone(), marked }, &labels, SIZE)
}
