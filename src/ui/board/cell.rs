//! The cards of one place of the board, of which only those in sight are in the page.

use leptos::{html, prelude::*};

use super::card::BoardCard;
use super::drag::Dragging;
use super::words::{figures, group_name, hides_amounts};
use crate::i18n::{t, use_i18n};
use crate::platform::{clock, dom};
use crate::segment::Group;
use crate::state::{Board, CARD_PITCH, LARGE_CARD_PITCH, Spot, window};
use crate::ui::use_kontor;
use crate::workbook::RowId;

/// A card's place: its client, its row and its number in the list, from 0.
pub type Placed = (RowId, u32, usize);

/// The identity of a client's card in the page.
pub fn card_id(client: RowId) -> String {
    format!("card-{client}")
}

/// From one card's upper edge to the next one's, in CSS pixels; followed.
pub fn pitch(board: Board) -> f64 {
    if board.choice.presenting.with(Option::is_some) { LARGE_CARD_PITCH } else { CARD_PITCH }
}

#[component]
pub fn CardList(
    board: Board,
    dragging: Dragging,
    spot: StoredValue<Spot>,
    group: Memo<Option<Group>>,
    /// Whether any cards are rendered.
    is_seen: Memo<bool>,
    /// How much of the list is in sight at most, in CSS pixels.
    height: Memo<f64>,
) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let rows = board.rows(spot.get_value());
    let list = NodeRef::<html::Div>::new();
    let scrolled = RwSignal::new(0.0);
    let pitch = Memo::new(move |_| pitch(board));
    // The card with the keyboard is kept, however far it was scrolled away: the keyboard would be lost with it.
    let active = Memo::new(move |_| {
        let row = board.row_of(board.active.get()?)?;
        rows.with(|rows| rows.iter().position(|other| *other == row))
    });
    let shown = Memo::new(move |_| {
        let placed = |rows: &Vec<u32>, at: usize| {
            let row = *rows.get(at)?;
            Some((board.client(row)?, row, at))
        };
        rows.with(|rows| {
            let seen = if is_seen.get() { window(scrolled.get(), height.get(), rows.len(), pitch.get()) } else { 0..0 };
            // In order always: an element that is moved in the page loses the keyboard.
            let above = active.get().filter(|at| *at < seen.start);
            let below = active.get().filter(|at| *at >= seen.end);
            above.into_iter().chain(seen).chain(below).filter_map(|at| placed(rows, at)).collect::<Vec<Placed>>()
        })
    });
    let count = Memo::new(move |_| rows.with(|rows| rows.len()));
    let tab_stop = Memo::new(move |_| {
        let at = active.get();
        shown.with(|shown| shown.iter().find(|placed| at.is_none_or(|at| placed.2 == at)).map(|placed| placed.0))
    });
    Effect::new(move |_| {
        let Some((client, of)) = board.wanted.get() else { return };
        if spot.with_value(|spot| of == *spot) && shown.with(|shown| shown.iter().any(|placed| placed.0 == client)) {
            board.wanted.set(None);
            clock::later(Box::new(move || dom::focus(&card_id(client))));
        }
    });
    let name = move || {
        let figures = group.get().map(|group| figures(i18n, &kontor, board, &group)).unwrap_or_default();
        let (lane, column) = spot.with_value(|spot| {
            let lane = spot.lane.as_ref().map(|lane| group_name(i18n, lane)).unwrap_or_default();
            (lane, group_name(i18n, &spot.column))
        });
        let parts = [column, lane, figures.clients, figures.revenue, figures.share];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let revenue = move || {
        let revenue = group.with(|group| group.as_ref().map_or(0.0, |group| group.revenue) + 0.0);
        (!hides_amounts(board)).then(|| revenue.to_string())
    };
    view! {
        <div
            class="board-scroll"
            node_ref=list
            on:scroll=move |_| {
                if let Some(list) = list.get_untracked() {
                    scrolled.set(f64::from(list.scroll_top()));
                }
            }
        >
            <ul
                class="board-list"
                role="list"
                aria-label=name
                data-group=move || spot.with_value(|spot| spot.column.id().to_owned())
                data-of-lane=move || spot.with_value(|spot| spot.lane.as_ref().map(|lane| lane.id().to_owned()))
                data-count=move || group.with(|group| group.as_ref().map_or(0, |group| group.count)).to_string()
                data-revenue=revenue
                style:height=move || format!("{}px", count.get() as f64 * pitch.get())
            >
                <For each=move || shown.get() key=|placed| placed.0 let:placed>
                    <BoardCard board dragging client=placed.0 shown count tab_stop pitch />
                </For>
            </ul>
            {move || {
                (count.get() == 0).then(|| view! { <p class="board-nobody">{t!(i18n, segment.board.nobody)}</p> })
            }}
        </div>
    }
}
