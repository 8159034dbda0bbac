//! What the client bought month by month.

use leptos::prelude::*;

use crate::i18n::{t, use_i18n};
use crate::state::Part;
use crate::ui::use_kontor;
use crate::workbook::{RowId, Sum};

/// The monthly sales, the latest first; nothing where the list has none.
#[component]
pub fn HistoryTable(client: Memo<Option<RowId>>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let months = Memo::new(move |_| {
        kontor.book.follow_layout();
        kontor.book.follow(Part::Clients);
        let row = client.get().and_then(|client| kontor.book.table(|table| table.row_of(client)));
        let mut months = row.map(|row| kontor.book.table(|table| table.history(row))).unwrap_or_default();
        months.reverse();
        months
    });
    // Where a list has sums of months and no orders, nothing is known of these.
    let has_orders = Memo::new(move |_| months.with(|months| months.iter().any(|(.., orders)| *orders > 0)));
    let number = move |value: f64| kontor.formats.with(|formats| formats.number(value, 0));
    let rows = move || {
        let months = months.get();
        let most = months.iter().map(|(_, revenue, _)| *revenue).fold(0.0, f64::max);
        months
            .into_iter()
            .map(|(month, revenue, orders)| {
                let share = if most > 0.0 { (revenue / most).clamp(0.0, 1.0) * 100.0 } else { 0.0 };
                view! {
                    <tr>
                        <th scope="row">{kontor.formats.with(|formats| formats.month(month))}</th>
                        <td class="panel-bar-cell" aria-hidden="true">
                            <span class="panel-bar" style:width=format!("{share:.1}%")></span>
                        </td>
                        <td>{number(revenue)}</td>
                        <td>{has_orders.get().then(|| number(f64::from(orders)))}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    let total = move || {
        let sum: Sum = months.with(|months| months.iter().map(|(_, revenue, _)| *revenue).collect());
        number(sum.value())
    };
    let orders = move || {
        let sum = || months.with(|months| months.iter().map(|(.., orders)| f64::from(*orders)).sum());
        has_orders.get().then(|| number(sum()))
    };
    view! {
        <Show when=move || months.with(|months| !months.is_empty())>
            <section class="panel-group" aria-labelledby="panel-history">
                <h3 id="panel-history">{t!(i18n, panel.history)}</h3>
                <table class="panel-history" aria-labelledby="panel-history">
                    <thead>
                        <tr>
                            <th scope="col">{t!(i18n, panel.month)}</th>
                            <td aria-hidden="true"></td>
                            <th scope="col">{t!(i18n, panel.revenue)}</th>
                            <th scope="col">{t!(i18n, panel.orders)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">{t!(i18n, panel.total)}</th>
                            <td aria-hidden="true"></td>
                            <td>{total}</td>
                            <td>{orders}</td>
                        </tr>
                    </tfoot>
                </table>
            </section>
        </Show>
    }
}
