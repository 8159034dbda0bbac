//! The figures of concentration, each with what it means, and what it costs to lose the first clients.

use leptos::prelude::*;

use crate::analysis::FirstClients;
use crate::i18n::{Language, segment, t, t_string, use_i18n};
use crate::state::{ConcentrationReport, Formats};
use crate::ui::use_kontor;

#[component]
pub fn Figures(report: StoredValue<ConcentrationReport>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let rows = move || {
        let lines = kontor.formats.with(|formats| report.with_value(|report| lines(i18n, formats, report)));
        let row = |[figure, value, meaning]: [String; 3]| {
            view! {
                <tr>
                    <th scope="row">{figure}</th>
                    <td>{value}</td>
                    <td class="meaning">{meaning}</td>
                </tr>
            }
        };
        lines.into_iter().map(row).collect_view()
    };
    let notes = move || {
        let notes = kontor.formats.with(|formats| report.with_value(|report| notes(i18n, formats, report)));
        notes.into_iter().map(|note| view! { <p class="analyses-note">{note}</p> }).collect_view()
    };
    let first = report.with_value(|report| report.first.clone()).map(|first| view! { <First first /> });
    view! {
        <div class="figures-side">
            <table class="figures">
                <caption>{t!(i18n, analysis.concentration.figures)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(i18n, analysis.concentration.figure)}</th>
                        <th scope="col">{t!(i18n, analysis.concentration.value)}</th>
                        <th scope="col" class="meaning">{t!(i18n, analysis.concentration.meaning)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {notes}
            {first}
        </div>
    }
}

/// Each figure with its value and its meaning.
fn lines(i18n: Language, formats: &Formats, report: &ConcentrationReport) -> [[String; 3]; 4] {
    let figures = &report.concentration;
    let number = |count: u32| formats.number(f64::from(count), 0);
    let reading = segment::reading(i18n, figures.reading());
    let corrected = figures.gini_corrected.map(|gini| formats.fixed(gini, 2));
    let corrected = corrected.unwrap_or_else(|| t_string!(i18n, analysis.no_data).to_owned());
    [
        [
            t_string!(i18n, analysis.concentration.top).to_owned(),
            formats.percent(figures.top_fifth_share, 1),
            t_string!(i18n, analysis.concentration.top_means, reading = reading, number = number(figures.top_fifth)),
        ],
        [
            t_string!(i18n, analysis.concentration.k80).to_owned(),
            formats.percent(figures.k80, 1),
            t_string!(i18n, analysis.concentration.k80_means, number = number(figures.clients_for_80)),
        ],
        [
            t_string!(i18n, analysis.concentration.gini).to_owned(),
            formats.fixed(figures.gini, 2),
            t_string!(i18n, analysis.concentration.gini_means, corrected = corrected),
        ],
        [
            t_string!(i18n, analysis.concentration.hhi).to_owned(),
            formats.fixed(figures.hhi, 3),
            t_string!(i18n, analysis.concentration.hhi_means, number = formats.number(report.alike, 1)),
        ],
    ]
}

/// What must be known to read the figures rightly.
fn notes(i18n: Language, formats: &Formats, report: &ConcentrationReport) -> Vec<String> {
    let figures = &report.concentration;
    let number = |count: u32| formats.number(f64::from(count), 0);
    let mut notes = Vec::new();
    if figures.is_thin() {
        notes.push(t_string!(i18n, segment.pareto.thin).to_owned());
    }
    if figures.negative > 0 {
        let count = figures.negative;
        notes.push(t_string!(i18n, segment.pareto.negative, count = count, number = number(count)));
    }
    if figures.unknown > 0 {
        let count = figures.unknown;
        notes.push(t_string!(i18n, segment.pareto.unknown, count = count, number = number(count)));
    }
    notes
}

/// What it costs to lose the first clients; their names open them.
#[component]
fn First(first: FirstClients) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let rows = first.rows.clone();
    let names = rows.into_iter().filter_map(|row| {
        let (client, name) =
            kontor.book.table(|table| table.row_id(row).map(|client| (client, table.name(row).to_owned())))?;
        let open = move |_| {
            kontor.dialog.close();
            kontor.client.0.set(Some(client));
        };
        Some(view! {
            <li>
                <button type="button" class="link" on:click=open>
                    {name}
                </button>
            </li>
        })
    });
    let names = names.collect_view();
    let sentences = move || {
        let formats = kontor.formats.get();
        let mut sentences = vec![t_string!(
            i18n,
            analysis.concentration.first_revenue,
            amount = formats.money(first.revenue),
            share = formats.percent(first.revenue_share, 1)
        )];
        if let Some(margin) = first.margin {
            let amount = formats.money(margin);
            sentences.push(if let Some(share) = first.margin_share {
                let share = formats.percent(share, 1);
                t_string!(i18n, analysis.concentration.first_margin, amount = amount, share = share)
            } else {
                t_string!(i18n, analysis.concentration.first_margin_alone, amount = amount)
            });
        }
        if first.without_margin > 0 {
            let number = formats.number(f64::from(first.without_margin), 0);
            sentences.push(t_string!(i18n, analysis.concentration.first_unknown, number = number));
        }
        sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()
    };
    view! {
        <div class="analyses-first">
            <h4>{t!(i18n, analysis.concentration.first)}</h4>
            <ol>{names}</ol>
            {sentences}
        </div>
    }
}
