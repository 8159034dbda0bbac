//! What only the person can say about a column.

use leptos::prelude::*;

use super::choices::{Choices, Target};
use super::flow::Flow;
use crate::exchange::{Conventions, DateOrder, DecimalMark, Doubt, Question, entry};
use crate::i18n::{import, t_string, use_i18n};
use crate::workbook::{ColumnKind, Field, Value};

/// An answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Target(Target),
    Order(DateOrder),
}

/// The identity of the first answer to a question, for the keyboard to go there.
pub fn first_answer_id(column: usize, question: usize) -> String {
    format!("import-question-{column}-{question}-0")
}

/// One question with its answers. It stays when it is answered, so that the answer can be changed.
#[component]
pub fn QuestionGroup(flow: Flow, at: usize, number: usize, question: Question) -> impl IntoView {
    let i18n = use_i18n();
    let choices = flow.context.import.choices;
    let asked = StoredValue::new(question);
    // Nothing where the question does not matter as the column is mapped now.
    let is_open = Memo::new(move |_| {
        let look = |choices: &Choices| {
            let questions = choices.questions(at);
            asked.with_value(|asked| questions.iter().find(|(question, _)| *question == asked).map(|(_, open)| *open))
        };
        choices.with(|choices| choices.as_ref().and_then(look))
    });
    let is_shown = Memo::new(move |_| is_open.get().is_some());
    let is_open = Memo::new(move |_| is_open.get() == Some(true));
    let legend = move || {
        asked.with_value(|question| match question {
            Question::Field { doubt, .. } => import::doubt(i18n.get_locale(), *doubt).to_owned(),
            Question::DateOrder { example, .. } => {
                t_string!(i18n, import.ask_order, example = example.as_str()).to_string()
            }
        })
    };
    let unanswered = move || {
        asked.with_value(|question| match question {
            Question::Field { .. } => t_string!(i18n, import.unanswered_field),
            Question::DateOrder { .. } => t_string!(i18n, import.unanswered_order),
        })
    };
    let answers = move || {
        let answers = asked.with_value(answers);
        let radio = |(place, answer): (usize, Answer)| {
            let id = format!("import-question-{at}-{number}-{place}");
            let text = move || asked.with_value(|question| answer_text(flow, question, answer));
            let is_given =
                move || choices.with(|choices| choices.as_ref().is_some_and(|choices| is_given(choices, at, answer)));
            let give = move |_| {
                choices.update(|choices| {
                    if let Some(choices) = choices {
                        match answer {
                            Answer::Target(target) => choices.choose(at, target),
                            Answer::Order(order) => choices.choose_order(at, order),
                        }
                    }
                })
            };
            view! {
                <label class="import-answer">
                    <input type="radio" id=id name=format!("import-question-{at}-{number}") prop:checked=is_given on:change=give />
                    <span>{text}</span>
                </label>
            }
        };
        answers.into_iter().enumerate().map(radio).collect_view()
    };
    view! {
        <Show when=move || is_shown.get()>
            <fieldset class="import-question" class:is-open=move || is_open.get() role="radiogroup">
                <legend>{legend}</legend>
                {answers}
                <Show when=move || is_open.get()>
                    <p class="import-detail">{unanswered}</p>
                </Show>
            </fieldset>
        </Show>
    }
}

fn answers(question: &Question) -> Vec<Answer> {
    match question {
        Question::Field { candidates, .. } => {
            let fields = candidates.iter().map(|field| Answer::Target(Target::Field(*field)));
            fields.chain([Answer::Target(Target::Own)]).collect()
        }
        Question::DateOrder { orders, .. } => orders.iter().copied().map(Answer::Order).collect(),
    }
}

fn is_given(choices: &Choices, at: usize, answer: Answer) -> bool {
    match answer {
        Answer::Target(target) => choices.is_decided(at) && choices.target(at) == target,
        Answer::Order(order) => choices.date_order(at) == Some(order),
    }
}

fn answer_text(flow: Flow, question: &Question, answer: Answer) -> String {
    let i18n = use_i18n();
    match (question, answer) {
        (Question::Field { doubt, .. }, Answer::Target(Target::Field(field))) => field_text(flow, *doubt, field),
        (Question::DateOrder { example, .. }, Answer::Order(order)) => {
            let order_name = match order {
                DateOrder::DayFirst => t_string!(i18n, import.order_day),
                DateOrder::MonthFirst => t_string!(i18n, import.order_month),
                DateOrder::YearFirst => t_string!(i18n, import.order_year),
            };
            match entry(example, ColumnKind::Date, &Conventions { decimal: DecimalMark::Point, dates: order }) {
                Value::Date(day) => {
                    format!("{} ({order_name})", flow.context.formats.with(|formats| formats.long_day(day)))
                }
                _ => order_name.to_owned(),
            }
        }
        _ => t_string!(i18n, import.answer_neither).to_owned(),
    }
}

fn field_text(flow: Flow, doubt: Doubt, field: Field) -> String {
    import::candidate(flow.locale.get(), doubt, field).to_owned()
}
