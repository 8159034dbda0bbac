//! The values of the last import that did not fit.

use leptos::prelude::*;

use super::choices::column_letters;
use super::outcome::Outcome;
use super::state::ImportState;
use crate::exchange::Problem;
use crate::i18n::{problems, t, t_string, tables, use_i18n};
use crate::platform::{dom, export};

/// So many are shown at first, and so many more each time.
const PAGE: usize = 200;
const DONE: &str = "import-done";

/// The list of problems, with their places in the file.
#[component]
pub fn ProblemList(state: ImportState) -> impl IntoView {
    let i18n = use_i18n();
    let shown = RwSignal::new(PAGE);
    let listed =
        Memo::new(move |_| state.outcome.with(|outcome| outcome.as_ref().map_or(0, |all| all.problems.list.len())));
    let count = Memo::new(move |_| state.outcome.with(|outcome| outcome.as_ref().map_or(0, |all| all.problems.count)));
    let clients = Memo::new(move |_| state.outcome.with(|outcome| outcome.as_ref().map_or(0, |all| all.clients)));
    let page = move |number: usize| {
        let rows = |outcome: &Outcome| {
            let list = outcome.problems.list.iter().skip(number * PAGE).take(PAGE);
            list.map(|problem| view! { <ProblemRow problem=problem.clone() /> }).collect_view()
        };
        state.outcome.with_untracked(|outcome| outcome.as_ref().map(rows))
    };
    let save = move |_| {
        let locale = i18n.get_locale_untracked();
        state.outcome.with_untracked(|outcome| {
            if let Some(outcome) = outcome {
                export::save_plain(tables::problem_file(locale, outcome), tables::problem_sheet(locale, outcome));
            }
        });
    };
    Effect::new(move || dom::focus(DONE));
    view! {
        <div class="import-problems-head">
            <p role="status">
                {move || t_string!(i18n, problems.imported, count = clients.get()).to_string()} " "
                <strong>{move || t_string!(i18n, problems.count, count = count.get()).to_string()}"."</strong>
            </p>
            <p class="import-hint">{t!(i18n, problems.kept)}</p>
        </div>
        <div class="import-preview" tabindex="0" role="region" aria-label=move || t_string!(i18n, problems.table)>
            <table class="import-problems">
                <caption class="visually-hidden">{t!(i18n, problems.table)}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="import-number">{t!(i18n, problems.row)}</th>
                        <th scope="col">{t!(i18n, problems.column)}</th>
                        <th scope="col">{t!(i18n, problems.value)}</th>
                        <th scope="col">{t!(i18n, problems.reason)}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || 0..shown.get().min(listed.get()).div_ceil(PAGE) key=|number| *number children=page />
                </tbody>
            </table>
        </div>
        <footer class="import-footer">
            <div class="import-summary">
                <Show when=move || shown.get() < listed.get()>
                    <button type="button" class="import-link" on:click=move |_| shown.update(|shown| *shown += PAGE)>
                        {t!(i18n, problems.more)}
                    </button>
                </Show>
                <Show when=move || (listed.get() as u32) < count.get()>
                    <span class="import-hint">{move || t_string!(i18n, problems.listed, listed = listed.get()).to_string()}</span>
                </Show>
            </div>
            <div class="import-buttons">
                <button type="button" class="button" on:click=save>
                    {t!(i18n, tables.save_rows)}
                </button>
                <button type="button" id=DONE class="button primary" on:click=move |_| state.close()>
                    {t!(i18n, import.done)}
                </button>
            </div>
        </footer>
    }
}

#[component]
fn ProblemRow(problem: Problem) -> impl IntoView {
    let i18n = use_i18n();
    let Problem { row, sheet, position, heading, text, reason } = problem;
    let place = if sheet.is_empty() { row.to_string() } else { format!("{sheet} · {row}") };
    let letters = column_letters(position);
    let column = if heading.is_empty() { letters } else { format!("{letters} · {heading}") };
    view! {
        <tr>
            <th scope="row" class="import-number">{place}</th>
            <td>{column}</td>
            <td class="import-written">{text}</td>
            <td>{move || problems::reason(i18n.get_locale(), reason)}</td>
        </tr>
    }
}
