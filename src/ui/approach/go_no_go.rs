//! Whether a tender is worth a bid (DOMAIN 1.19).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{FormField, RowForm, Rows};
use crate::approach::{Criterion, Decision, Section};
use crate::i18n::{t, t_string, use_i18n};
use crate::state::approach::EntryKind;
use crate::ui::parts::{Figure, Words};

const ROWS: RowForm = rows!(
    words!(go.one),
    words!(go.add),
    &[
        row!(words!(go.text), EntryKind::Text, go_no_go.0, text),
        row!(words!(go.weight), EntryKind::AMOUNT, go_no_go.0, weight),
        row!(words!(go.answer), EntryKind::ANSWER, go_no_go.0, answer),
        row!(words!(go.is_must), EntryKind::Flag, go_no_go.0, is_must),
    ] as &[FormField],
    go_no_go.0,
    |_| Criterion { weight: 1.0, ..Criterion::default() }
);

/// The questions to begin with, with their weights and whether they are a must. They are Kontor's own.
const USUAL: [(Words, f64, bool); 6] = [
    (words!(go.usual.eligible), 3.0, true),
    (words!(go.usual.deliver), 3.0, true),
    (words!(go.usual.margin), 3.0, false),
    (words!(go.usual.open), 2.0, false),
    (words!(go.usual.money), 2.0, false),
    (words!(go.usual.experience), 1.0, false),
];

#[component]
pub fn GoNoGoSection() -> impl IntoView {
    let i18n = use_i18n();
    let client = use_client();
    let is_blank = Memo::new(move |_| client.records.with(|records| records.go_no_go.0.is_empty()));
    let begin = move |_| {
        let criteria = USUAL.map(|(text, weight, is_must)| Criterion {
            text: text(i18n).to_owned(),
            weight,
            answer: None,
            is_must,
        });
        client.edit(Section::GoNoGo, |records| records.go_no_go.0.extend(criteria));
    };
    let score = client.amount(|records, _| records.go_no_go.score());
    let decision = Signal::derive(move || {
        let from = client.rules.with(|rules| rules.go_from);
        if is_blank.get() {
            return None;
        }
        let words = match client.records.with(|records| records.go_no_go.decision(from)) {
            Decision::Go => t_string!(i18n, approach.go.go),
            Decision::NoGo => t_string!(i18n, approach.go.no_go),
            Decision::Open => t_string!(i18n, approach.go.open),
        };
        Some(words.to_owned())
    });
    view! {
        {move || {
            is_blank
                .get()
                .then(|| {
                    view! {
                        <button type="button" class="button" on:click=begin>
                            {t!(i18n, approach.go.begin)}
                        </button>
                    }
                })
        }}
        <Rows section=Section::GoNoGo form=&ROWS />
        <dl class="figure-lines">
            <Figure label=words!(go.score) formula=words!(go.score_how) value=score />
            <Figure label=words!(go.decision) formula=words!(go.decision_how) value=decision />
        </dl>
    }
}
