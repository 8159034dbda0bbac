//! The dialog "Stages": each segment's own stages, with order, name, probability and limit, kept as one edit.

use leptos::prelude::*;

use crate::i18n::{Language, t, t_string, use_i18n};
use crate::segment::StagePlan;
use crate::state::{DraftStage, StageDraft, StageProblem};
use crate::ui::parts::{Dialog, SegmentChoices};
use crate::ui::use_kontor;

#[component]
pub fn StagesDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let book = kontor.book;
    let draft = RwSignal::new(StageDraft::new(&book.with(StagePlan::of_workbook)));
    let shown = RwSignal::new(kontor.board.advice.get_untracked());
    let ids = Memo::new(move |_| {
        draft.with(|draft| draft.list(shown.get()).iter().map(|stage| stage.id).collect::<Vec<u32>>())
    });
    let is_sound = Memo::new(move |_| draft.with(StageDraft::is_sound));
    let found = move |_| {
        let of = shown.get_untracked();
        draft.update(|draft| {
            book.segments().with(|findings| book.table(|table| draft.add_found(of, table, findings)));
        });
    };
    let keep = move |_| {
        let edit = draft
            .with_untracked(|draft| book.segments().with(|findings| book.table(|table| draft.edit(table, findings))));
        if edit.is_none_or(|edit| book.edit(edit)) {
            on_close();
        }
    };
    let label = Signal::derive(move || t_string!(i18n, board.segment_heading).to_owned());
    let chosen = Signal::derive(move || Some(shown.get()));
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, board.stages.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, board.dialog.close).to_owned())
            class="board-stages"
            on_close=on_close
        >
            <div class="dialog-body form">
                <p class="rules-note">{t!(i18n, board.stages.intro)}</p>
                <SegmentChoices label chosen on_choose=move |of| shown.set(of) />
                <Show
                    when=move || ids.with(|ids| !ids.is_empty())
                    fallback=move || view! { <p class="rules-note">{t!(i18n, board.stages.nothing)}</p> }
                >
                    <div class="stages-heads" aria-hidden="true">
                        <span>{t!(i18n, board.stages.name)}</span>
                        <span>{t!(i18n, board.stages.probability)}</span>
                        <span>{t!(i18n, board.stages.limit)}</span>
                    </div>
                    <ol class="stages-list">
                        <For each=move || ids.get() key=|id| *id let:id>
                            <StageLine draft ids id />
                        </For>
                    </ol>
                </Show>
                <div class="stages-tools">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| {
                            draft.update(|draft| {
                                draft.add(shown.get_untracked());
                            });
                        }
                    >
                        {t!(i18n, board.stages.add)}
                    </button>
                    <button type="button" class="button" on:click=found>
                        {t!(i18n, board.stages.found)}
                    </button>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| draft.update(|draft| draft.use_for_all(shown.get_untracked()))
                    >
                        {t!(i18n, board.stages.for_all)}
                    </button>
                </div>
                <p class="rules-note">{t!(i18n, board.stages.note)}</p>
                <footer class="dialog-actions">
                    <button type="button" class="button" on:click=move |_| on_close()>
                        {t!(i18n, board.stages.cancel)}
                    </button>
                    <button type="button" class="button primary" disabled=move || !is_sound.get() on:click=keep>
                        {t!(i18n, board.stages.keep)}
                    </button>
                </footer>
            </div>
        </Dialog>
    }
}

/// One stage of the list.
#[component]
fn StageLine(draft: RwSignal<StageDraft>, ids: Memo<Vec<u32>>, id: u32) -> impl IntoView {
    let i18n = use_i18n();
    let stage = Memo::new(move |_| draft.with(|draft| draft.stage(id).cloned()).unwrap_or_default());
    let problem = Memo::new(move |_| draft.with(|draft| draft.problem(id)));
    let place = Memo::new(move |_| ids.with(|ids| ids.iter().position(|other| *other == id).unwrap_or(0)));
    let is_last = Memo::new(move |_| ids.with(|ids| ids.len() == place.get() + 1));
    let number = move || (place.get() + 1).to_string();
    let change = move |change: fn(&mut DraftStage, String), text: String| {
        draft.update(|draft| draft.change(id, |stage| change(stage, text)));
    };
    let shift = move |step: isize| draft.update(|draft| draft.shift(id, step));
    let wrong = move |of: &[StageProblem]| problem.get().is_some_and(|problem| of.contains(&problem)).to_string();
    let names = [StageProblem::NoName, StageProblem::SameName];
    let error = format!("stage-{id}-problem");
    let described = error.clone();
    let described_by = move || problem.with(Option::is_some).then(|| described.clone());
    view! {
        <li class="stage-line">
            <button
                type="button"
                class="icon-button"
                disabled=move || place.get() == 0
                aria-label=move || t_string!(i18n, board.stages.up, number = number()).clone()
                on:click=move |_| shift(-1)
            >
                "↑"
            </button>
            <button
                type="button"
                class="icon-button"
                disabled=is_last
                aria-label=move || t_string!(i18n, board.stages.down, number = number()).clone()
                on:click=move |_| shift(1)
            >
                "↓"
            </button>
            <input
                type="text"
                class="stage-name"
                maxlength="80"
                autocomplete="off"
                aria-label=move || t_string!(i18n, board.stages.name_of, number = number()).clone()
                aria-invalid=move || wrong(&names)
                aria-describedby=described_by
                prop:value=move || stage.with(|stage| stage.name.clone())
                on:input=move |event| change(|stage, text| stage.name = text, event_target_value(&event))
            />
            <input
                type="text"
                inputmode="decimal"
                class="stage-number"
                autocomplete="off"
                aria-label=move || t_string!(i18n, board.stages.probability_of, number = number()).clone()
                aria-invalid=move || wrong(&[StageProblem::Probability])
                prop:value=move || stage.with(|stage| stage.probability.clone())
                on:input=move |event| change(|stage, text| stage.probability = text, event_target_value(&event))
            />
            <input
                type="text"
                inputmode="numeric"
                class="stage-number"
                autocomplete="off"
                aria-label=move || t_string!(i18n, board.stages.limit_of, number = number()).clone()
                aria-invalid=move || wrong(&[StageProblem::Limit])
                prop:value=move || stage.with(|stage| stage.limit.clone())
                on:input=move |event| change(|stage, text| stage.limit = text, event_target_value(&event))
            />
            <button
                type="button"
                class="icon-button"
                aria-label=move || t_string!(i18n, board.stages.remove, number = number()).clone()
                on:click=move |_| draft.update(|draft| draft.remove(id))
            >
                "×"
            </button>
            {move || {
                problem
                    .get()
                    .map(|problem| {
                        view! { <p class="rules-note is-wrong" id=error.clone()>{move || words(i18n, problem)}</p> }
                    })
            }}
        </li>
    }
}

fn words(i18n: Language, problem: StageProblem) -> &'static str {
    match problem {
        StageProblem::NoName => t_string!(i18n, board.stages.problem.no_name),
        StageProblem::SameName => t_string!(i18n, board.stages.problem.same_name),
        StageProblem::Probability => t_string!(i18n, board.stages.problem.probability),
        StageProblem::Limit => t_string!(i18n, board.stages.problem.limit),
    }
}
