//! How much hangs on how few: of all clients, of one segment, and of all segments side by side.

use leptos::prelude::*;

use super::figures::Figures;
use super::lorenz::LorenzFigure;
use crate::i18n::{segment, t, t_string, use_i18n};
use crate::segment::Segment;
use crate::state::ConcentrationReport;
use crate::ui::use_kontor;

#[component]
pub fn ConcentrationPart() -> impl IntoView {
    let i18n = use_i18n();
    let book = use_kontor().book;
    let chosen = RwSignal::new(None::<Segment>);
    let report_of = move |segment: Option<Segment>| {
        let make = |analyses: &_| book.segments().with(|findings| ConcentrationReport::of(analyses, findings, segment));
        book.analyses().with(make).flatten()
    };
    let report = Memo::new(move |_| {
        book.analyses().follow_found();
        report_of(chosen.get())
    });
    let choose = move |event| chosen.set(event_target_value(&event).parse().ok());
    let option = move |of: Segment| {
        view! {
            <option value=of.key() prop:selected=move || chosen.get() == Some(of)>
                {move || segment::name(i18n, of)}
            </option>
        }
    };
    view! {
        <section class="analyses-part" aria-labelledby="analyses-concentration">
            <div class="analyses-head">
                <h3 id="analyses-concentration">{t!(i18n, analysis.concentration.title)}</h3>
                <label class="analyses-of">
                    <span>{t!(i18n, analysis.concentration.of)}</span>
                    <select on:change=choose>
                        <option value="" prop:selected=move || chosen.get().is_none()>
                            {move || t_string!(i18n, analysis.all)}
                        </option>
                        {Segment::ALL.map(option)}
                    </select>
                </label>
            </div>
            {move || match report.get() {
                Some(report) => {
                    let report = StoredValue::new(report);
                    view! {
                        <div class="analyses-pair">
                            <LorenzFigure report />
                            <Figures report />
                        </div>
                    }
                        .into_any()
                }
                None => view! { <p class="analyses-note">{t!(i18n, analysis.concentration.no_data)}</p> }.into_any(),
            }}
            <BySegment />
        </section>
    }
}

/// One line for each segment.
#[component]
fn BySegment() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let book = kontor.book;
    let reports = Memo::new(move |_| {
        book.analyses().follow_found();
        let make = |analyses: &_| {
            book.segments()
                .with(|findings| Segment::ALL.map(|segment| ConcentrationReport::of(analyses, findings, Some(segment))))
        };
        book.analyses().with(make)
    });
    let line = move |of: Segment, report: Option<ConcentrationReport>| {
        let none = move || vec![t_string!(i18n, analysis.no_data).to_owned()];
        let cells = move || {
            let formats = kontor.formats.get();
            let Some(report) = &report else { return none() };
            let figures = &report.concentration;
            let first = report.first.as_ref().map(|first| formats.percent(first.revenue_share, 1));
            vec![
                formats.number(f64::from(figures.clients), 0),
                formats.percent(figures.top_fifth_share, 1),
                formats.percent(figures.k80, 1),
                formats.fixed(figures.gini, 2),
                formats.fixed(figures.hhi, 3),
                first.unwrap_or_default(),
            ]
        };
        let cells = move || {
            let cells = cells();
            let span = (cells.len() == 1).then_some("6");
            cells.into_iter().map(|cell| view! { <td colspan=span>{cell}</td> }).collect_view()
        };
        view! {
            <tr>
                <th scope="row">{move || segment::name(i18n, of)}</th>
                {cells}
            </tr>
        }
    };
    let lines = move || {
        reports
            .get()
            .map(|reports| Segment::ALL.into_iter().zip(reports).map(|(of, report)| line(of, report)).collect_view())
    };
    // It scrolls sideways in a narrow window, by the keyboard too.
    view! {
        <div class="analyses-scroll" role="group" tabindex="0" aria-label=move || t_string!(i18n, analysis.concentration.by_segment)>
            <table class="figures by-segment">
                <caption>{t!(i18n, analysis.concentration.by_segment)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(i18n, analysis.concentration.segment)}</th>
                        <th scope="col">{t!(i18n, analysis.concentration.clients)}</th>
                        <th scope="col">{t!(i18n, analysis.concentration.top)}</th>
                        <th scope="col">{t!(i18n, analysis.concentration.k80)}</th>
                        <th scope="col">{t!(i18n, analysis.concentration.gini)}</th>
                        <th scope="col">{t!(i18n, analysis.concentration.hhi)}</th>
                        <th scope="col">{t!(i18n, analysis.concentration.first_three)}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}
