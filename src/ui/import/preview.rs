//! The person's own first rows, with a place for each column above them.

use leptos::prelude::*;

use super::choices::{Choices, Target, column_letters, column_name};
use super::column_head::ColumnHead;
use super::flow::Flow;
use crate::exchange::PreviewRow;
use crate::i18n::{t, use_i18n};

/// The table of the preview. It is made anew with each proposal; choices only change what they concern.
#[component]
pub fn Preview(flow: Flow) -> impl IntoView {
    let state = flow.context().import;
    let is_stale = move || state.phase.get().is_working().to_string();
    // The rest of the dialog is shown first: both at once would block the page for too long.
    let is_due = RwSignal::new(false);
    (flow.context().book.host().later)(Box::new(move || {
        is_due.try_set(true);
    }));
    let table = move || {
        state.proposals.track();
        if !is_due.get() {
            return None;
        }
        state.choices.with_untracked(|choices| choices.as_ref().map(|choices| table(flow, choices)))
    };
    view! {
        <div class="import-preview" aria-busy=is_stale>
            {table}
        </div>
    }
}

fn table(flow: Flow, choices: &Choices) -> impl IntoView + use<> {
    let i18n = use_i18n();
    let state = flow.context().import;
    let proposal = choices.proposal();
    let is_left_out = move |at: usize| {
        state.choices.with(|choices| choices.as_ref().is_some_and(|choices| choices.target(at) == Target::LeaveOut))
    };
    let columns = (0..proposal.columns.len())
        .map(|at| view! { <col class="import-col" class:is-left-out=move || is_left_out(at) /> })
        .collect_view();
    let letters = proposal
        .columns
        .iter()
        .map(|column| view! { <td>{column_letters(column.mapping.position)}</td> })
        .collect_view();
    let headings = proposal.columns.iter().map(|column| view! { <th scope="col">{column_name(column)}</th> });
    let headings = (proposal.heading_row > 0).then(|| {
        view! {
            <tr class="import-headings">
                <th scope="row" class="import-number">{proposal.heading_row}</th>
                {headings.collect_view()}
            </tr>
        }
    });
    let heads = (0..proposal.columns.len()).map(|at| view! { <td><ColumnHead flow=flow at=at /></td> }).collect_view();
    view! {
        <table>
            <caption class="visually-hidden">{t!(i18n, import.preview)}</caption>
            <colgroup>
                <col class="import-number-col" />
                {columns}
            </colgroup>
            <thead>
                <tr class="import-letters" aria-hidden="true"><td class="import-number"></td>{letters}</tr>
                <tr class="import-heads"><td class="import-number"></td>{heads}</tr>
            </thead>
            <tbody>
                {rows(&proposal.above, "import-above")}
                {headings}
                {rows(&proposal.preview, "")}
            </tbody>
        </table>
    }
}

fn rows(rows: &[PreviewRow], class: &'static str) -> impl IntoView + use<> {
    let row = |row: &PreviewRow| {
        let cells = row.cells.iter().map(|cell| view! { <td>{cell.clone()}</td> }).collect_view();
        view! {
            <tr class=class>
                <th scope="row" class="import-number">{row.number}</th>
                {cells}
            </tr>
        }
    };
    rows.iter().map(row).collect_view()
}
