//! How far the export is, and how it ended.

use leptos::either::EitherOf4;
use leptos::prelude::*;

use super::state::{ExportState, Phase};
use crate::export::CellProblems;
use crate::export::protocol::Stage;
use crate::i18n::{export, t, t_string, use_i18n};
use crate::ui::use_kontor;

/// The part of the dialog that tells.
#[component]
pub fn Outcome(state: ExportState) -> impl IntoView {
    let i18n = use_i18n();
    // The bar stays the same element while it moves.
    let kind = Memo::new(move |_| match state.phase.get() {
        Phase::Working { .. } => Phase::Working { stage: Stage::Opening, done: 0.0 },
        other => other,
    });
    move || match kind.get() {
        Phase::Choosing => EitherOf4::A(()),
        Phase::Working { .. } => EitherOf4::B(view! { <Progress state=state /> }),
        Phase::Cut { file, problems } => EitherOf4::C(view! { <Cut file=file problems=problems /> }),
        Phase::Failed(reason) => EitherOf4::D(view! {
            <p class="export-failed" role="alert">
                {move || export::not_saved(i18n.get_locale(), &reason)}
            </p>
        }),
    }
}

#[component]
fn Progress(state: ExportState) -> impl IntoView {
    let i18n = use_i18n();
    let now = move || match state.phase.get() {
        Phase::Working { stage, done } => (stage, (done * 100.0).round() as u32),
        _ => (Stage::Packing, 100),
    };
    let percent = Memo::new(move |_| now().1);
    let stage = Memo::new(move |_| now().0);
    let text = move || export::stage(i18n.get_locale(), stage.get());
    view! {
        <div class="export-working">
            <div
                class="export-progress"
                role="progressbar"
                aria-label=move || t_string!(i18n, export.progress)
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || percent.get().to_string()
                aria-valuetext=move || format!("{}, {} %", text(), percent.get())
            >
                <div class="export-progress-bar" style:width=move || format!("{}%", percent.get())></div>
            </div>
            <span class="export-stage">{text}</span>
        </div>
    }
}

/// Where the file is, and what of it was cut.
#[component]
fn Cut(file: String, problems: CellProblems) -> impl IntoView {
    let i18n = use_i18n();
    let formats = use_kontor().formats;
    let number = move |count: u32| formats.with(|formats| formats.number(f64::from(count), 0));
    let count = problems.count;
    let row = move |problem: crate::export::CellProblem| {
        view! {
            <tr>
                <td>{number(problem.row)}</td>
                <td>{problem.heading}</td>
                <td>{number(problem.length)}</td>
            </tr>
        }
    };
    view! {
        <div role="status">
            <p>{move || t_string!(i18n, export.written, file = file.as_str()).to_string()}</p>
            <p>{move || t_string!(i18n, export.cut, count = count, number = number(count)).to_string()}</p>
        </div>
        <div class="export-problems" tabindex="0" role="region" aria-label=move || t_string!(i18n, export.cut_table)>
            <table aria-label=move || t_string!(i18n, export.cut_table)>
                <thead>
                    <tr>
                        <th scope="col">{t!(i18n, export.row)}</th>
                        <th scope="col">{t!(i18n, export.column)}</th>
                        <th scope="col">{t!(i18n, export.length)}</th>
                    </tr>
                </thead>
                <tbody>{problems.list.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
