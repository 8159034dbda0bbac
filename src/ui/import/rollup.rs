//! What the rows of the file are, and what becomes of months as columns: the choices above the preview.

use leptos::prelude::*;

use super::choices::Choices;
use super::flow::Flow;
use super::rollup_choice::FIRST_YEARS;
use super::rollup_roles::Roles;
use super::rollup_totals::TotalsTable;
use super::state::Phase;
use crate::i18n::{t, t_string, use_i18n};

/// Nothing where neither order lines nor months were found.
#[component]
pub fn Rollup(flow: Flow) -> impl IntoView {
    let i18n = use_i18n();
    let state = flow.context().import;
    let look = move |look: fn(&Choices) -> bool| {
        Memo::new(move |_| state.choices.with(|choices| choices.as_ref().is_some_and(look)))
    };
    let (has_lines, rolls_up) = (look(Choices::has_lines), look(Choices::rolls_up));
    let (has_months, keeps_months) = (look(Choices::has_months), look(Choices::keeps_months));
    let first_year = Memo::new(move |_| state.choices.with(|choices| choices.as_ref().and_then(Choices::first_year)));
    let uncounted = Memo::new(move |_| state.choices.with(|choices| choices.as_ref().and_then(Choices::uncounted)));
    Effect::new(move || {
        if let Some(mapping) = uncounted.get()
            && state.phase.get_untracked() == Phase::Confirming
        {
            flow.count_lines(mapping);
        }
    });
    let roles = move || {
        // The columns are those of the proposal.
        state.proposals.track();
        view! { <Roles flow=flow /> }
    };
    view! {
        <Show when=move || has_lines.get() || has_months.get()>
            <div class="rollup">
                <Show when=move || has_lines.get()>
                    <RowsAre flow=flow rolls_up=rolls_up />
                </Show>
                <Show when=move || has_months.get()>
                    <label class="rollup-months">
                        <input
                            type="checkbox"
                            prop:checked=move || keeps_months.get()
                            on:change=move |event| {
                                let keeps = event_target_checked(&event);
                                change(flow, |choices| choices.choose_months(keeps));
                            }
                        />
                        <span>{t!(i18n, rollup.keep_months)}</span>
                    </label>
                    <Show when=move || first_year.with(Option::is_some)>
                        <FirstYear flow=flow first_year=first_year />
                    </Show>
                    <p class="rollup-hint">{move || t_string!(i18n, rollup.months_hint)}</p>
                </Show>
                <Show when=move || rolls_up.get()>
                    {roles}
                    <TotalsTable flow=flow />
                </Show>
            </div>
        </Show>
    }
}

/// Changes the choices, where there are any.
pub(super) fn change(flow: Flow, change: impl FnOnce(&mut Choices)) {
    flow.context().import.choices.update(|choices| {
        if let Some(choices) = choices {
            change(choices);
        }
    });
}

/// Asks for the year of the first month, where the headings name none.
#[component]
fn FirstYear(flow: Flow, first_year: Memo<Option<i32>>) -> impl IntoView {
    let i18n = use_i18n();
    let (least, most) = (FIRST_YEARS.start().to_string(), FIRST_YEARS.end().to_string());
    let choose = move |event| {
        if let Ok(year) = event_target_value(&event).parse() {
            change(flow, |choices| choices.choose_first_year(year));
        }
    };
    view! {
        <label class="rollup-months">
            <span>{t!(i18n, rollup.first_year)}</span>
            <input
                type="number"
                min=least
                max=most
                step="1"
                prop:value=move || first_year.get().map(|year| year.to_string()).unwrap_or_default()
                on:change=choose
            />
        </label>
    }
}

#[component]
fn RowsAre(flow: Flow, rolls_up: Memo<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let choose = move |is_lines: bool| change(flow, |choices| choices.choose_rows(is_lines));
    view! {
        <fieldset class="rollup-rows" role="radiogroup">
            <legend>{t!(i18n, rollup.rows_are)}</legend>
            <label class="import-answer">
                <input
                    type="radio"
                    name="rollup-rows"
                    prop:checked=move || rolls_up.get()
                    on:change=move |_| choose(true)
                />
                <span>{t!(i18n, rollup.rows_lines)}</span>
            </label>
            <label class="import-answer">
                <input
                    type="radio"
                    name="rollup-rows"
                    prop:checked=move || !rolls_up.get()
                    on:change=move |_| choose(false)
                />
                <span>{t!(i18n, rollup.rows_clients)}</span>
            </label>
        </fieldset>
    }
}
