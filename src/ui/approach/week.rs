//! The dialog with everything that has to be done this week, the most urgent first.

use leptos::prelude::*;

use super::rules::ApproachRulesForm;
use crate::approach::Urgency;
use crate::i18n::{approach as wording, t, t_string, use_i18n};
use crate::state::approach::{WeekAlert, client_records};
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;
use crate::workbook::RowId;

/// How many alerts of an urgency are shown at first, and how many more at a time.
const PAGE: usize = 100;

#[component]
pub fn WeekDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    kontor.week.watch();
    let alerts = Memo::new(move |_| kontor.week.alerts());
    let later = kontor.book.host().later;
    let open = Callback::new(move |client: RowId| {
        on_close();
        // The window gives the keyboard back in the next moment; the panel takes it after that.
        later(Box::new(move || later(Box::new(move || kontor.client.0.set(Some(client))))));
    });
    let is_empty = move || alerts.with(|alerts| alerts.as_ref().is_some_and(Vec::is_empty));
    let is_unknown = move || alerts.with(Option::is_none);
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, approach.week.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, approach.week.close).to_owned())
            class="week"
            on_close=on_close
        >
            <div class="dialog-body">
                <p class="approach-note" role="status">
                    {move || is_unknown().then_some(t!(i18n, approach.week.looking))}
                    {move || is_empty().then_some(t!(i18n, approach.week.empty))}
                </p>
                <ul class="week-list" role="list" aria-label=move || t_string!(i18n, approach.week.title)>
                    {Urgency::ALL.map(|urgency| view! { <UrgencyGroup urgency alerts open /> }).collect_view()}
                </ul>
                <ApproachRulesForm />
            </div>
        </Dialog>
    }
}

/// The alerts of one urgency; nothing where there are none.
#[component]
fn UrgencyGroup(urgency: Urgency, alerts: Memo<Option<Vec<WeekAlert>>>, open: Callback<RowId>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let most = RwSignal::new(PAGE);
    let here = Memo::new(move |_| {
        alerts.with(|alerts| {
            let alerts = alerts.iter().flatten().filter(|alert| alert.urgency == urgency);
            alerts.copied().collect::<Vec<_>>()
        })
    });
    let count = move || here.with(Vec::len);
    let number = move || kontor.formats.with(|formats| formats.number(count() as f64, 0));
    let title = move || format!("{} ({})", wording::urgency(i18n, urgency), number());
    let lines = move || {
        let shown = here.with(|here| here.iter().take(most.get()).copied().collect::<Vec<_>>());
        shown.into_iter().map(|alert| view! { <AlertLine alert open /> }).collect_view()
    };
    view! {
        <Show when=move || count() != 0>
            <li class="week-group" data-urgency=wording::urgency_key(urgency)>
                <h3>{title}</h3>
                <ul role="list" aria-label=title>
                    {lines}
                </ul>
                <Show when=move || most.get() < count()>
                    <button type="button" class="button" on:click=move |_| most.update(|most| *most += PAGE)>
                        {t!(i18n, approach.week.more)}
                    </button>
                </Show>
            </li>
        </Show>
    }
}

/// One thing to do: the client, why, and until when.
#[component]
fn AlertLine(alert: WeekAlert, open: Callback<RowId>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let book = kontor.book;
    let name = move || {
        let name = book.table(|table| table.row_of(alert.client).map(|row| table.name(row).to_owned()));
        name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| t_string!(i18n, panel.unnamed).to_owned())
    };
    let words = move || {
        let records = untrack(|| client_records(book, alert.client));
        kontor.formats.with(|formats| wording::reason(i18n, formats, &alert.reason, &records))
    };
    let due = move || alert.due.map(|due| kontor.formats.with(|formats| formats.day(due)));
    view! {
        <li class="week-line" data-reason=wording::reason_key(&alert.reason)>
            <button type="button" class="week-client" on:click=move |_| open.run(alert.client)>
                {name}
            </button>
            <span class="week-reason">{words}</span>
            <span class="week-due">{due}</span>
        </li>
    }
}
