//! One client's card. It handles no event itself: the board does, by what `data-row` and `data-act` say.

use std::sync::Arc;

use leptos::prelude::*;

use super::cell::{Placed, card_id};
use super::drag::Dragging;
use super::words::{amount, card_name, hides_amounts};
use crate::i18n::{segment, t, t_string, use_i18n};
use crate::segment::{GroupBy, Segment};
use crate::state::{Board, Card, Presenting};
use crate::ui::use_kontor;
use crate::workbook::RowId;

#[component]
pub fn BoardCard(
    board: Board,
    dragging: Dragging,
    client: RowId,
    /// The cards of the column in sight.
    shown: Memo<Vec<Placed>>,
    /// How many cards the column has.
    count: Memo<usize>,
    /// The card that Tab reaches.
    tab_stop: Memo<Option<RowId>>,
    /// From one card's upper edge to the next one's, in CSS pixels.
    pitch: Memo<f64>,
) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let place = Memo::new(move |_| {
        shown.with(|shown| shown.iter().find(|placed| placed.0 == client).map_or((0, 0), |placed| (placed.1, placed.2)))
    });
    let card = Memo::new(move |_| Arc::new(board.card(place.get().0)));
    let tab_index = move || if tab_stop.get() == Some(client) { "0" } else { "-1" };
    let name = move || card_name(i18n, board, &card.get());
    let amount = move || match card.get().revenue {
        Some(revenue) => amount(&kontor, board, revenue),
        None => t_string!(i18n, board.no_amount).to_owned(),
    };
    let is_chosen = Memo::new(move |_| board.chosen.with(|chosen| chosen.contains(client)));
    let label = move || {
        let chosen = if is_chosen.get() { t_string!(i18n, board.chosen.mark) } else { "" };
        let parts = [name(), amount(), chosen.to_owned()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let context = move || {
        let is_shown = board.choice.presenting.get().is_none_or(Presenting::shows_context);
        is_shown.then(|| card.get().context.clone())
    };
    let bar = move || {
        hides_amounts(board).then(|| {
            let share = move || {
                let largest = board.largest.get();
                let revenue = card.get().revenue.unwrap_or(0.0).max(0.0);
                if largest > 0.0 { 100.0 * revenue / largest } else { 0.0 }
            };
            view! { <span class="card-bar" aria-hidden="true" style:width=move || format!("{}%", share())></span> }
        })
    };
    view! {
        <li
            class="card"
            class:is-active=move || board.active.get() == Some(client)
            class:is-chosen=is_chosen
            class:is-lifted=move || dragging.is_card(client)
            id=card_id(client)
            data-row=client.to_string()
            data-segment=move || card.get().segment.map(Segment::key)
            tabindex=tab_index
            aria-label=label
            aria-describedby="board-help"
            aria-posinset=move || (place.get().1 + 1).to_string()
            aria-setsize=move || count.get().to_string()
            style:transform=move || format!("translateY({}px)", place.get().1 as f64 * pitch.get())
        >
            <div class="card-line">
                <span class="card-name" title=name>
                    {name}
                </span>
                <span class="card-amount" class:is-missing=move || card.get().revenue.is_none()>
                    {amount}
                </span>
            </div>
            <div class="card-line">
                <span class="card-context">{context}</span>
                <Marks board card tab_index />
                <button
                    type="button"
                    class="card-move"
                    data-act="move"
                    tabindex=tab_index
                    aria-haspopup="menu"
                    aria-label=move || t_string!(i18n, segment.board.move_client, client = name())
                >
                    "⋯"
                </button>
            </div>
            {bar}
        </li>
    }
}

/// How sure the segment is, and whether the person chose it.
#[component]
fn Marks(
    board: Board,
    card: Memo<Arc<Card>>,
    tab_index: impl Fn() -> &'static str + Copy + Send + 'static,
) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let name = move || card_name(i18n, board, &card.get());
    let marks = Memo::new(move |_| {
        let card = card.get();
        (
            board.by.get() == GroupBy::Segment,
            card.asks,
            card.is_estimated,
            card.is_chosen,
            card.confidence,
            card.segment,
        )
    });
    let percent = move || kontor.formats.with(|formats| formats.percent(f64::from(marks.get().4) / 100.0, 0));
    let question = move || t_string!(i18n, board.check, percent = percent());
    let shown = move || match marks.get() {
        (false, .., of) => {
            of.map(|of| view! { <span class="card-segment">{move || segment::name(i18n, of)}</span> }).into_any()
        }
        (true, true, ..) => view! {
            <button
                type="button"
                class="card-mark asks"
                data-act="ask"
                tabindex=tab_index
                aria-haspopup="menu"
                aria-label=move || format!("{}: {}", question(), t_string!(i18n, board.confirm, client = name()))
            >
                {question}
            </button>
        }
        .into_any(),
        (true, _, _, true, ..) => view! {
            <span class="card-mark">{t!(i18n, segment.mark.chosen)}</span>
            <button
                type="button"
                class="card-back"
                data-act="take-back"
                tabindex=tab_index
                title=move || t_string!(i18n, segment.mark.take_back)
                aria-label=move || format!("{}: {}", t_string!(i18n, segment.mark.take_back), name())
            >
                "↺"
            </button>
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! {
        <span class="card-marks">
            {move || {
                let (by_segment, _, is_estimated, ..) = marks.get();
                (by_segment && is_estimated)
                    .then(|| view! { <span class="card-mark">{t!(i18n, board.estimated)}</span> })
            }} {shown}
        </span>
    }
}
