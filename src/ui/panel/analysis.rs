//! What was found about the client, and why.

use leptos::prelude::*;

use super::analysis_reasons as reasons;
use crate::i18n::{analysis, t, t_string, use_i18n};
use crate::state::{ClientAnalysis, client_analysis};
use crate::ui::use_kontor;
use crate::workbook::RowId;

/// ABC, XYZ, RFM, the rhythm of orders and the churn, each with its reason, or with what is missing.
#[component]
pub fn AnalysisSection(client: Memo<Option<RowId>>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let analyses = kontor.book.analyses();
    Effect::new(move || analyses.want());
    let found = Memo::new(move |_| client.get().and_then(|client| client_analysis(kontor.book, client)));
    let lines = move || {
        let formats = kontor.formats.get();
        // What was found is read first: the rules are not followed, and there are none before it.
        let lines = found.with(|found| {
            let found = found.as_ref()?;
            kontor.book.analyses().with(|analyses| lines(i18n, &formats, analyses.rules(), found))
        })?;
        Some(lines.into_iter().map(|line| view! { <AnalysisLine line /> }).collect_view())
    };
    view! {
        <section class="panel-group" aria-labelledby="panel-analysis">
            <h3 id="panel-analysis">{t!(i18n, analysis.why.section)}</h3>
            {move || match lines() {
                Some(lines) => lines.into_any(),
                None => view! { <p class="analyses-note">{t!(i18n, analysis.working)}</p> }.into_any(),
            }}
        </section>
    }
}

/// One analysis: its name, what came out, and the sentences that say why.
pub struct Line {
    pub name: &'static str,
    /// Nothing where there is no data; then the reasons say what is missing.
    pub value: Option<String>,
    pub reasons: Vec<String>,
    /// What was bought in each period.
    pub periods: Vec<(String, String)>,
}

fn lines(
    i18n: crate::i18n::Language,
    formats: &crate::state::Formats,
    rules: &crate::analysis::AnalysisRules,
    found: &ClientAnalysis,
) -> [Line; 5] {
    let rhythm = found.rhythm.map(|rhythm| {
        let state = analysis::order_state(i18n.get_locale(), rhythm.state).to_owned();
        (state, reasons::rhythm(i18n, formats, &rhythm, &rules.overdue))
    });
    let abc = found.abc.map(|abc| (abc.class.letter().to_owned(), reasons::abc(i18n, formats, &abc)));
    let xyz = found.xyz.class.map(|class| (class.letter().to_owned(), reasons::xyz(i18n, formats, &found.xyz)));
    let rfm = found.rfm.map(|rfm| {
        let name = analysis::rfm_cell(i18n.get_locale(), rfm.cell);
        let scores = rfm.scores;
        let value = format!("{name} ({}{}{})", scores.recency, scores.frequency, scores.monetary);
        (value, reasons::rfm(i18n, formats, &rfm))
    });
    let line = |name, found: Result<(String, Vec<String>), crate::analysis::Gap>| match found {
        Ok((value, reasons)) => Line { name, value: Some(value), reasons, periods: Vec::new() },
        Err(gap) => {
            let reasons = vec![analysis::gap(i18n, gap).to_owned(), analysis::raise(i18n, gap).to_owned()];
            Line { name, value: None, reasons, periods: Vec::new() }
        }
    };
    let xyz = Line { periods: reasons::periods(formats, &found.xyz), ..line(t_string!(i18n, analysis.why.xyz), xyz) };
    let churn = match &found.churn {
        Some(churn) => (Some(formats.percent(churn.churn, 0)), reasons::churn(i18n, formats, churn)),
        None => (None, vec![t_string!(i18n, analysis.working).to_owned()]),
    };
    [
        line(t_string!(i18n, analysis.why.abc), abc),
        xyz,
        line(t_string!(i18n, analysis.why.rfm), rfm),
        line(t_string!(i18n, analysis.why.rhythm), rhythm),
        Line { name: t_string!(i18n, analysis.why.churn), value: churn.0, reasons: churn.1, periods: Vec::new() },
    ]
}

#[component]
fn AnalysisLine(line: Line) -> impl IntoView {
    let i18n = use_i18n();
    let Line { name, value, reasons, periods } = line;
    let question = match &value {
        Some(value) => t_string!(i18n, analysis.why.why, what = value.as_str()),
        None => t_string!(i18n, analysis.why.missing).to_owned(),
    };
    let shown = value.unwrap_or_else(|| t_string!(i18n, analysis.no_data).to_owned());
    let reasons = reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view();
    let table = (!periods.is_empty()).then(|| {
        let rows = periods.into_iter().map(|(period, amount)| {
            view! {
                <tr>
                    <th scope="row">{period}</th>
                    <td>{amount}</td>
                </tr>
            }
        });
        view! {
            <table class="figures">
                <caption>{t!(i18n, analysis.why.period_table)}</caption>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    });
    view! {
        <div class="analysis-line">
            <span class="analysis-name">{name}</span>
            <strong class="analysis-value">{shown}</strong>
            <details>
                <summary>{question}</summary>
                <ul class="evidence-list" role="list">
                    {reasons}
                </ul>
                {table}
            </details>
        </div>
    }
}
