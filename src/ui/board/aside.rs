//! Beside the board: why the active client stands where it does, what is advised for its segment, and the chart.

use leptos::prelude::*;

use super::pareto::ParetoFigure;
use super::words::client_name;
use crate::i18n::{segment, t, t_string, use_i18n};
use crate::state::Board;
use crate::ui::approach::BacklogLine;
use crate::ui::parts::{SegmentChoices, SegmentEvidence};
use crate::ui::use_kontor;

#[component]
pub fn Aside(board: Board) -> impl IntoView {
    let i18n = use_i18n();
    // It scrolls, by the keyboard too: so it has a name and a tab stop.
    view! {
        <div
            class="board-aside"
            role="group"
            tabindex="0"
            aria-label=move || t_string!(i18n, board.aside)
        >
            <ActiveClient board />
            <BacklogLine />
            <AdviceList board />
            <ParetoFigure board />
        </div>
    }
}

/// The client of the active card, and what speaks for its segment.
#[component]
fn ActiveClient(board: Board) -> impl IntoView {
    let i18n = use_i18n();
    let open = use_kontor().client.0;
    // The client's panel says the same.
    let client = Memo::new(move |_| {
        board.active.get().filter(|client| open.get().is_none() && board.card_of(*client).is_some())
    });
    let name = move |client| client_name(i18n, &board.card_of(client).map(|card| card.name).unwrap_or_default());
    move || {
        client.get().map(|client| {
            view! {
                <section class="aside-part">
                    <h2>{move || name(client)}</h2>
                    <SegmentEvidence client />
                </section>
            }
        })
    }
}

#[component]
fn AdviceList(board: Board) -> impl IntoView {
    let i18n = use_i18n();
    let shown = board.choice.advice;
    let label = Signal::derive(move || t_string!(i18n, board.segment_heading).to_owned());
    let chosen = Signal::derive(move || Some(shown.get()));
    let advice = move || {
        let pieces = shown.get().advice().iter().map(|advice| {
            let advice = *advice;
            view! {
                <li>
                    <strong>{move || segment::advice_title(i18n, advice)}</strong>
                    <span>{move || segment::advice_text(i18n, advice)}</span>
                </li>
            }
        });
        pieces.collect_view()
    };
    view! {
        <section class="aside-part">
            <h2>{t!(i18n, segment.advice_heading)}</h2>
            <SegmentChoices label chosen class="advice-choices" on_choose=move |of| shown.set(of) />
            <ul class="advice" role="list" data-segment=move || shown.get().key()>
                {advice}
            </ul>
        </section>
    }
}
