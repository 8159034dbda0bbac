//! In which months a client buys, and when its next order is due (DOMAIN 1.7).

use leptos::prelude::*;

use super::client::use_client;
use crate::analysis::OrderState;
use crate::approach::PurchaseCalendar;
use crate::i18n::{t, t_string, use_i18n};
use crate::state::Part;
use crate::ui::parts::Figure;
use crate::ui::use_kontor;

#[component]
pub fn CalendarSection() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let client = use_client();
    let today = client.today();
    let data = Memo::new(move |_| {
        kontor.book.follow(Part::Clients);
        kontor.book.follow_layout();
        let row = client.client.get().and_then(|client| kontor.book.table(|table| table.row_of(client)))?;
        let (history, last) = kontor.book.table(|table| (table.history(row), table.months_of_sales()));
        let last = last.map_or(today.month_index(), |(_, last)| last);
        (!history.is_empty()).then(|| (PurchaseCalendar::of(&history, last), last))
    });
    let rhythm = Memo::new(move |_| client.facts.get().and_then(|facts| facts.rhythm));
    let expected =
        Signal::derive(move || rhythm.get().map(|rhythm| kontor.formats.with(|formats| formats.day(rhythm.expected))));
    let ratio = Signal::derive(move || {
        rhythm.get().map(|rhythm| {
            let ratio = kontor.formats.with(|formats| formats.number(rhythm.ratio, 2));
            let state = match rhythm.state {
                OrderState::Active => t_string!(i18n, approach.calendar.active),
                OrderState::Watch => t_string!(i18n, approach.calendar.watch),
                OrderState::Risk => t_string!(i18n, approach.calendar.risk),
                OrderState::Lost => t_string!(i18n, approach.calendar.lost),
            };
            format!("{ratio} · {state}")
        })
    });
    let is_late = Signal::derive(move || rhythm.get().is_some_and(|rhythm| rhythm.state != OrderState::Active));
    let next = Signal::derive(move || {
        let month = data.with(|data| data.as_ref().and_then(|(calendar, last)| calendar.next_usual(*last)))?;
        Some(kontor.formats.with(|formats| formats.month(month)))
    });
    let months = move || {
        let Some((calendar, _)) = data.get() else {
            return view! { <p class="entry-none">{t!(i18n, approach.calendar.none)}</p> }.into_any();
        };
        let names = kontor.formats.with(|formats| formats.months.clone());
        let rows = calendar.months.iter().zip(names).map(|(month, name)| {
            let revenue = kontor.formats.with(|formats| formats.number(month.revenue.value(), 0));
            let years = format!("{} / {}", month.bought, month.years);
            let usual = month.is_usual().then_some(t!(i18n, approach.calendar.usual));
            view! {
                <tr class:is-usual=month.is_usual()>
                    <th scope="row">{name}</th>
                    <td>{years}</td>
                    <td>{revenue}</td>
                    <td>{usual}</td>
                </tr>
            }
        });
        view! {
            <table class="approach-table">
                <caption class="visually-hidden">{t!(i18n, approach.title.calendar)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(i18n, approach.calendar.month)}</th>
                        <th scope="col">{t!(i18n, approach.calendar.years)}</th>
                        <th scope="col">{t!(i18n, approach.calendar.revenue)}</th>
                        <th scope="col">{t!(i18n, approach.calendar.usual_head)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <dl class="figure-lines">
            <Figure label=words!(calendar.expected) formula=words!(calendar.expected_how) value=expected />
            <Figure label=words!(calendar.ratio) formula=words!(calendar.ratio_how) value=ratio is_bad=is_late />
            <Figure label=words!(calendar.next) formula=words!(calendar.next_how) value=next />
        </dl>
        {months}
    }
}
