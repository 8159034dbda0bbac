//! How far it is, and the buttons.

use leptos::prelude::*;

use super::again::Aim;
use super::choices::Choices;
use super::flow::Flow;
use super::question::first_answer_id;
use super::state::Phase;
use crate::i18n::{import, t, t_string, use_i18n};
use crate::platform::dom;

/// The lower edge of the dialog.
#[component]
pub fn Footer(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let state = flow.context().import;
    let is_working = Memo::new(move |_| state.phase.get().is_working());
    let rows = Memo::new(move |_| state.choices.with(|choices| choices.as_ref().map(Choices::clients)));
    let is_counted = Memo::new(move |_| state.choices.with(|all| all.as_ref().is_some_and(Choices::is_counted)));
    let is_ready = move || {
        let is_known = is_counted.get() && flow.is_aim_known();
        state.phase.get() == Phase::Confirming && is_known && rows.get().is_some_and(|rows| rows > 0)
    };
    let submit = move || {
        rows.get().map(|rows| {
            view! {
                <button type="button" class="button primary" disabled=move || !is_ready() on:click=move |_| flow.submit()>
                    {move || {
                        if state.aim.get() == Some(Aim::Update) {
                            t_string!(i18n, review.submit).to_owned()
                        } else {
                            t_string!(i18n, import.submit, count = rows).to_string()
                        }
                    }}
                </button>
            }
        })
    };
    let last_problems = move || {
        let count = state.outcome.with(|outcome| outcome.as_ref().map_or(0, |outcome| outcome.problems.count));
        let is_offered = count > 0 && state.phase.get() == Phase::Choosing;
        is_offered.then(|| {
            view! {
                <button type="button" class="import-link" on:click=move |_| state.show_problems()>
                    {t_string!(i18n, problems.last, count = count).to_string()}
                </button>
            }
        })
    };
    view! {
        <footer class="import-footer">
            <div class="import-summary">
                <Show when=move || is_working.get() fallback=move || view! { <Notes flow=flow /> }>
                    <ProgressBar flow=flow />
                </Show>
                {last_problems}
            </div>
            <div class="import-buttons">
                <button type="button" class="button" on:click=move |_| state.close()>
                    {t!(i18n, import.cancel)}
                </button>
                {submit}
            </div>
        </footer>
    }
}

/// What the person should know before they import.
#[component]
fn Notes(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let state = flow.context().import;
    let open = Memo::new(move |_| state.choices.with(|choices| choices.as_ref().map_or(0, Choices::open_questions)));
    let lacks_name =
        Memo::new(move |_| state.choices.with(|choices| choices.as_ref().is_some_and(|all| !all.has_name())));
    let format = move || {
        state.opened.with(|opened| opened.as_ref().map(|opened| import::format(i18n.get_locale(), opened.format)))
    };
    let go = move |_| {
        let column = state.choices.with_untracked(|choices| choices.as_ref().and_then(Choices::first_open));
        if let Some(id) =
            column.and_then(|column| state.choices.with_untracked(|choices| first_open_id(choices.as_ref()?, column)))
        {
            dom::focus(&id);
        }
    };
    view! {
        <span class="import-format">{format}</span>
        <Show when=move || { open.get() > 0 }>
            <button type="button" class="import-link import-questions" on:click=go>
                {move || t_string!(i18n, import.questions, count = open.get() as u32).to_string()}
            </button>
        </Show>
        <Show when=move || lacks_name.get()>
            <span class="import-warning">{t!(i18n, import.no_name)}</span>
        </Show>
    }
}

/// The first answer of the first open question of a column.
fn first_open_id(choices: &Choices, column: usize) -> Option<String> {
    let asked = &choices.proposal().columns.get(column)?.questions;
    let (open, _) = choices.questions(column).into_iter().find(|(_, is_open)| *is_open)?;
    asked.iter().position(|question| question == open).map(|number| first_answer_id(column, number))
}

#[component]
fn ProgressBar(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let progress = flow.context().import.progress;
    let percent = Memo::new(move |_| (progress.with(|progress| progress.done) * 100.0).round() as u32);
    let stage = Memo::new(move |_| progress.with(|progress| progress.stage));
    let text = move || import::stage(i18n.get_locale(), stage.get());
    view! {
        <div
            class="import-progress"
            role="progressbar"
            aria-label=move || t_string!(i18n, import.progress)
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || percent.get().to_string()
            aria-valuetext=move || format!("{}, {} %", text(), percent.get())
        >
            <div class="import-progress-bar" style:width=move || format!("{}%", percent.get())></div>
        </div>
        <span class="import-stage">{text}</span>
    }
}
