//! What becomes of one column: the field, the reason, and what is asked about it.

use leptos::{ev, prelude::*};

use super::choices::{Choices, Target, column_name, offered_fields};
use super::flow::Flow;
use super::question::QuestionGroup;
use crate::exchange::{ColumnProposal, Question};
use crate::i18n::{fields, import, t, t_string, use_i18n};
use crate::workbook::{ColumnKind, Field};

const OWN: &str = "own:";
const LEAVE_OUT: &str = "out:";

/// The controls of one column of the preview.
#[component]
pub fn ColumnHead(
    flow: Flow,
    /// Its place in the proposal.
    at: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    let choices = flow.context.import.choices;
    let proposed = |choices: &Choices| {
        let proposal = choices.proposal();
        let column = proposal.columns.get(at)?.clone();
        Some((column, proposal.row_count, choices.unseen_samples(at).join(" · ")))
    };
    let (column, rows, samples) = choices.with_untracked(|choices| choices.as_ref().and_then(proposed))?;
    let name = StoredValue::new(column_name(&column));
    let target = Memo::new(move |_| {
        choices.with(|choices| choices.as_ref().map_or(Target::LeaveOut, |choices| choices.target(at)))
    });
    let reason = move || {
        let text = |choices: &Choices| {
            let locale = i18n.get_locale();
            let sure =
                choices.confidence(at).map(|percent| t_string!(i18n, import.confidence, percent = percent).to_string());
            // While it is asked, the question says more than that the heading is not enough.
            let reason = (!choices.is_field_asked(at)).then(|| import::reason(locale, choices.reason(at)));
            [reason, sure].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        choices.with(|choices| choices.as_ref().map(text))
    };
    let column = StoredValue::new(column);
    let details = move || column.with_value(|column| details(flow, column, rows));
    let questions = column.with_value(|column| {
        let group = |(number, question): (usize, &Question)| {
            view! { <QuestionGroup flow=flow at=at number=number question=question.clone() /> }
        };
        column.questions.iter().enumerate().map(group).collect_view()
    });
    let view = view! {
        <div class="import-head" class:is-left-out=move || target.get() == Target::LeaveOut>
            <FieldSelect flow=flow at=at name=name target=target />
            <KindSelect flow=flow at=at name=name />
            <p class="import-reason">{reason}</p>
            {questions}
            <p class="import-detail">{details}</p>
            {(!samples.is_empty())
                .then(|| view! { <p class="import-detail import-samples" title=samples.clone()>{samples.clone()}</p> })}
        </div>
    };
    Some(view)
}

/// Unit, mark-up, what the values are, how many there are.
fn details(flow: Flow, column: &ColumnProposal, rows: u32) -> String {
    let i18n = use_i18n();
    let locale = i18n.get_locale();
    let unit = column.unit.as_ref().map(|unit| {
        let factor = flow.context.formats.with(|formats| formats.number(unit.factor, 6));
        t_string!(i18n, import.unit, unit = unit.text.as_str(), factor = factor.as_str()).to_string()
    });
    let markup = column.mapping.is_markup.then(|| t_string!(i18n, import.markup).to_owned());
    let evidence = column.evidence.map(|evidence| import::evidence(locale, evidence));
    let filled = t_string!(i18n, import.filled, filled = column.filled, all = rows).to_string();
    [unit, markup, evidence, Some(filled)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[component]
fn FieldSelect(flow: Flow, at: usize, name: StoredValue<String>, target: Memo<Target>) -> impl IntoView {
    let i18n = use_i18n();
    let choices = flow.context.import.choices;
    let choose = move |event: ev::Event| {
        let Some(target) = target_of(&event_target_value(&event)) else { return };
        choices.update(|choices| {
            if let Some(choices) = choices {
                choices.choose(at, target);
            }
        });
    };
    let chosen = target.get_untracked();
    let options = move || {
        let locale = i18n.get_locale();
        let option = |field: Field| {
            let is_chosen = chosen == Target::Field(field);
            view! { <option value=field.key() selected=is_chosen>{fields::field(locale, field)}</option> }
        };
        offered_fields().map(option).collect_view()
    };
    view! {
        <select
            class="import-field"
            aria-label=move || t_string!(i18n, import.field_for, heading = name.get_value()).to_string()
            prop:value=move || key_of(target.get())
            on:change=choose
        >
            <option value=OWN selected=chosen == Target::Own>{t!(i18n, import.own_column)}</option>
            <option value=LEAVE_OUT selected=chosen == Target::LeaveOut>{t!(i18n, import.leave_out)}</option>
            <optgroup label=move || t_string!(i18n, import.group_fields)>{options}</optgroup>
        </select>
    }
}

/// What kind of values an own column holds.
#[component]
fn KindSelect(flow: Flow, at: usize, name: StoredValue<String>) -> impl IntoView {
    let i18n = use_i18n();
    let choices = flow.context.import.choices;
    let kind = Memo::new(move |_| choices.with(|choices| choices.as_ref().and_then(|choices| choices.own_kind(at))));
    let is_own = Memo::new(move |_| kind.get().is_some());
    let choose = move |event: ev::Event| {
        let number: usize = event_target_value(&event).parse().unwrap_or(usize::MAX);
        let Some(kind) = ColumnKind::ALL.get(number).copied() else { return };
        choices.update(|choices| {
            if let Some(choices) = choices {
                choices.choose_kind(at, kind);
            }
        });
    };
    let number = move |wanted: Option<ColumnKind>| {
        ColumnKind::ALL.iter().position(|kind| Some(*kind) == wanted).unwrap_or(0).to_string()
    };
    let options = move || {
        let option = |kind_of: ColumnKind| {
            let is_chosen = kind.get_untracked() == Some(kind_of);
            let text = fields::kind(i18n.get_locale(), kind_of);
            view! { <option value=number(Some(kind_of)) selected=is_chosen>{text}</option> }
        };
        ColumnKind::ALL.into_iter().map(option).collect_view()
    };
    view! {
        <Show when=move || is_own.get()>
            <select
                class="import-kind"
                aria-label=move || t_string!(i18n, import.kind_for, heading = name.get_value()).to_string()
                prop:value=move || number(kind.get())
                on:change=choose
            >
                {options}
            </select>
        </Show>
    }
}

fn key_of(target: Target) -> &'static str {
    match target {
        Target::Field(field) => field.key(),
        Target::Own => OWN,
        Target::LeaveOut => LEAVE_OUT,
    }
}

fn target_of(key: &str) -> Option<Target> {
    match key {
        OWN => Some(Target::Own),
        LEAVE_OUT => Some(Target::LeaveOut),
        key => key.parse().ok().map(Target::Field),
    }
}
