//! Meetings with a small client, and the rule of two (DOMAIN 1.4).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{FormField, RowForm, Rows};
use crate::approach::{Meeting, MeetingResult, Section};
use crate::i18n::{Language, t_string};
use crate::state::approach::EntryKind;
use crate::ui::parts::Figure;

const RESULTS: [MeetingResult; 3] = [MeetingResult::Open, MeetingResult::Won, MeetingResult::Lost];

const ROWS: RowForm = rows!(
    words!(meetings.one),
    words!(meetings.add),
    &[
        row!(words!(meetings.on), EntryKind::Day, meetings.0, on),
        row_choice!(words!(meetings.result), results, RESULTS, meetings.0, result),
        row!(words!(meetings.notes), EntryKind::Long, meetings.0, notes),
    ] as &[FormField],
    meetings.0,
    |on| Meeting { on, result: MeetingResult::Open, notes: String::new() }
);

fn results(i18n: Language) -> Vec<&'static str> {
    vec![
        t_string!(i18n, approach.meetings.open),
        t_string!(i18n, approach.meetings.won),
        t_string!(i18n, approach.meetings.lost),
    ]
}

#[component]
pub fn MeetingsSection() -> impl IntoView {
    let client = use_client();
    let today = client.today();
    let held = client.amount(move |records, _| Some(f64::from(records.meetings.without_result(today))));
    let to_win = client.amount(|records, _| records.meetings.to_win().map(f64::from));
    let is_many = Signal::derive(move || {
        let usual = client.rules.with(|rules| u32::from(rules.usual_meetings));
        client.records.with(|records| records.meetings.without_result(today)) > usual
    });
    view! {
        <Rows section=Section::Meetings form=&ROWS />
        <dl class="figure-lines">
            <Figure label=words!(meetings.without) formula=words!(meetings.without_how) value=held is_bad=is_many />
            <Figure label=words!(meetings.to_win) formula=words!(meetings.to_win_how) value=to_win />
        </dl>
    }
}
