//! What the order lines come to before and after they are rolled up.

use leptos::prelude::*;

use super::choices::Choices;
use super::flow::Flow;
use crate::exchange::Totals;
use crate::i18n::{t, t_string, use_i18n};

/// One line of the table.
#[derive(Clone, PartialEq)]
struct Line {
    name: String,
    count: Option<u32>,
    amount: Option<f64>,
    /// Part of the line above.
    is_part: bool,
}

/// The table "Totals".
#[component]
pub fn TotalsTable(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let (choices, formats) = (flow.context().import.choices, flow.context().formats);
    let is_stale =
        Memo::new(move |_| choices.with(|choices| choices.as_ref().is_some_and(|choices| !choices.is_counted())));
    let totals = Memo::new(move |_| choices.with(|choices| choices.as_ref().and_then(Choices::totals).cloned()));
    let rows = move || {
        let lines = totals.get().map(|totals| lines(flow, &totals)).unwrap_or_default();
        let count = |count: u32| formats.with(|formats| formats.number(f64::from(count), 0));
        let amount = |amount: f64| formats.with(|formats| formats.amount(amount));
        let row = |line: Line| {
            view! {
                <tr class:is-part=line.is_part>
                    <th scope="row">{line.name}</th>
                    <td>{line.count.map(count)}</td>
                    <td>{line.amount.map(amount)}</td>
                </tr>
            }
        };
        lines.into_iter().map(row).collect_view()
    };
    view! {
        <table class="rollup-totals" aria-busy=move || is_stale.get().to_string()>
            <caption>{t!(i18n, rollup.totals)}</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{move || t_string!(i18n, rollup.count)}</th>
                    <th scope="col">{move || t_string!(i18n, rollup.amount)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// First the file, then the clients; parts that do not occur are not shown.
fn lines(flow: Flow, totals: &Totals) -> Vec<Line> {
    let i18n = use_i18n();
    let month = |month: i32| flow.context().formats.with(|formats| formats.month(month));
    let line = |name: &str, count: Option<u32>, amount: Option<f64>, is_part: bool| Line {
        name: name.to_owned(),
        count,
        amount,
        is_part,
    };
    let span = |(first, last): (i32, i32)| format!("{} – {}", month(first), month(last));
    let mut lines = vec![line(t_string!(i18n, rollup.before), Some(totals.lines), totals.before, false)];
    let parts = [
        (t_string!(i18n, rollup.credits), totals.credits),
        (t_string!(i18n, rollup.undated), totals.undated),
        (t_string!(i18n, rollup.nameless_lines), totals.nameless),
    ];
    let parts = parts.into_iter().filter(|(_, part)| part.count > 0);
    lines.extend(parts.map(|(name, part)| line(name, Some(part.count), totals.before.map(|_| part.sum), true)));
    if totals.unread > 0 {
        lines.push(line(t_string!(i18n, rollup.unread), Some(totals.unread), None, true));
    }
    lines.push(line(t_string!(i18n, rollup.after), Some(totals.clients), totals.after, false));
    if let (Some(months), Some(from)) = (totals.months, totals.first_of_year()) {
        let year = t_string!(i18n, rollup.last_year, months = span((from, months.1))).to_string();
        lines.push(line(&year, None, totals.last_year, true));
        let all = t_string!(i18n, rollup.history, months = span(months)).to_string();
        lines.push(line(&all, Some((months.1 - months.0 + 1).unsigned_abs()), None, true));
    }
    lines
}
