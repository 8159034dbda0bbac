//! What a state-owned client has signed for and not received yet (DOMAIN 1.20).

use leptos::prelude::*;

use super::client::use_client;
use super::form::{FormField, RowForm, Rows};
use crate::approach::{Contract, Section};
use crate::i18n::{t, use_i18n};
use crate::state::approach::EntryKind;
use crate::ui::parts::Figure;
use crate::ui::use_kontor;

/// How many months are listed one by one.
const MONTHS: usize = 12;

const ROWS: RowForm = rows!(
    words!(backlog.one),
    words!(backlog.add),
    &[
        row!(words!(backlog.name), EntryKind::Text, backlog.0, name),
        row!(words!(backlog.amount), EntryKind::AMOUNT, backlog.0, amount),
        row!(words!(backlog.delivered), EntryKind::AMOUNT, backlog.0, delivered),
        row!(words!(backlog.from), EntryKind::Day, backlog.0, from),
        row!(words!(backlog.until), EntryKind::Day, backlog.0, until),
    ] as &[FormField],
    backlog.0,
    |until| Contract { name: String::new(), until, from: None, amount: 0.0, delivered: 0.0 }
);

#[component]
pub fn BacklogSection() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let client = use_client();
    let today = client.today();
    let remaining = client.amount(|records, _| (!records.backlog.0.is_empty()).then(|| records.backlog.remaining()));
    let months = move || {
        let (months, later) = client.records.with(|records| records.backlog.by_month(today, MONTHS));
        kontor.formats.with(|formats| {
            let names = (today.month_index()..).map(|month| formats.month(month));
            let rows = names.zip(months).filter(|(_, amount)| *amount > 0.0);
            let rows = rows.map(|(name, amount)| {
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        <td>{formats.number(amount, 2)}</td>
                    </tr>
                }
            });
            let later = (later > 0.0).then(|| {
                view! {
                    <tr>
                        <th scope="row">{t!(i18n, approach.backlog.later)}</th>
                        <td>{formats.number(later, 2)}</td>
                    </tr>
                }
            });
            view! { {rows.collect_view()} {later} }
        })
    };
    let has_rows = move || client.records.with(|records| records.backlog.remaining() > 0.0);
    view! {
        <Rows section=Section::Backlog form=&ROWS />
        <dl class="figure-lines">
            <Figure label=words!(backlog.remaining) formula=words!(backlog.remaining_how) value=remaining />
        </dl>
        <Show when=has_rows>
            <table class="approach-table">
                <caption>{t!(i18n, approach.backlog.by_month)}</caption>
                <thead class="visually-hidden">
                    <tr>
                        <th scope="col">{t!(i18n, approach.calendar.month)}</th>
                        <th scope="col">{t!(i18n, approach.backlog.amount)}</th>
                    </tr>
                </thead>
                <tbody>{months}</tbody>
            </table>
        </Show>
    }
}
