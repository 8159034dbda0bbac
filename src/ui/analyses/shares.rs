//! What each ABC class brings.

use leptos::prelude::*;

use super::opening::open_clients;
use crate::analysis::AbcBasis;
use crate::i18n::{t, t_string, use_i18n};
use crate::state::abc_filters;
use crate::ui::use_kontor;

#[component]
pub fn AbcShares() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let analyses = kontor.book.analyses();
    let shares = Memo::new(move |_| {
        analyses.follow_found();
        analyses.with(|analyses| (analyses.rules().abc.basis, analyses.abc_shares()))
    });
    let amount_title = move || match shares.with(|shares| shares.as_ref().map(|(basis, _)| *basis)) {
        Some(AbcBasis::Margin) => t_string!(i18n, analysis.abc.margin),
        _ => t_string!(i18n, analysis.abc.revenue),
    };
    let rows = move || {
        let formats = kontor.formats.get();
        let (_, shares) = shares.get()?;
        let row = |share: crate::analysis::AbcShare| {
            let clients = formats.number(f64::from(share.clients), 0);
            let class = share.class;
            let count = share.clients;
            let name = move || {
                let amount = kontor.formats.with(|formats| formats.amount(share.amount));
                let number = kontor.formats.with(|formats| formats.number(f64::from(count), 0));
                let clients = t_string!(i18n, segment.board.clients, count = count, number = number);
                t_string!(i18n, analysis.matrix.cell, place = class.letter(), clients = clients, amount = amount)
            };
            view! {
                <tr>
                    <th scope="row">{class.letter()}</th>
                    <td>
                        <button
                            type="button"
                            class="link"
                            aria-label=name
                            on:click=move |_| open_clients(&kontor, abc_filters(class))
                        >
                            {clients}
                        </button>
                    </td>
                    <td>{formats.amount(share.amount)}</td>
                    <td>
                        {match share.share {
                            Some(share) => formats.percent(share, 1),
                            None => t_string!(i18n, analysis.no_data).to_owned(),
                        }}
                    </td>
                </tr>
            }
        };
        Some(shares.into_iter().map(row).collect_view())
    };
    view! {
        <section class="analyses-part">
            <table class="figures abc-shares">
                <caption>{t!(i18n, analysis.abc.title)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(i18n, analysis.abc.class)}</th>
                        <th scope="col">{t!(i18n, analysis.abc.clients)}</th>
                        <th scope="col">{amount_title}</th>
                        <th scope="col">{t!(i18n, analysis.abc.share)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}
