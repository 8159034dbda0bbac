//! The board cut into lanes: one row of cells each, of which only those in sight are in the page.

use leptos::prelude::*;

use super::cell::CardList;
use super::column::{NarrowList, narrow_at, place_of, seen_at, segment_key};
use super::columns::Sight;
use super::drag::Dragging;
use super::head::ColumnHead;
use super::words::{amount, figures, group_name, hides_amounts};
use crate::i18n::use_i18n;
use crate::segment::GroupKey;
use crate::state::{Board, LANE_PITCH, NARROW_PITCH, Spot, WIDE_PITCH, window};
use crate::ui::use_kontor;

/// How much of a cell shows cards.
const CELL_HEIGHT: f64 = LANE_PITCH - 40.0;

#[component]
pub fn BoardLanes(board: Board, sight: RwSignal<Sight>, dragging: Dragging) -> impl IntoView {
    let width = move || {
        let width: f64 = board
            .narrow
            .with(|narrow| narrow.iter().map(|narrow| if *narrow { NARROW_PITCH } else { WIDE_PITCH }).sum());
        format!("{width}px")
    };
    let count = Memo::new(move |_| board.lane_keys.with(Vec::len));
    // The lane of the card with the keyboard stays, however far it was scrolled away.
    let active = Memo::new(move |_| {
        let lane = board.active_place().and_then(|(_, spot)| spot.lane)?;
        board.lane_keys.with(|keys| keys.iter().position(|key| *key == lane))
    });
    let wanted = Memo::new(move |_| {
        let lane = board.wanted.get().and_then(|(_, spot)| spot.lane)?;
        board.lane_keys.with(|keys| keys.iter().position(|key| *key == lane))
    });
    let seen = Memo::new(move |_| {
        let sight = sight.get();
        let seen = window(sight.top, sight.height, count.get(), LANE_PITCH);
        let mut lanes: Vec<usize> = seen.chain(active.get()).chain(wanted.get()).collect();
        lanes.sort_unstable();
        lanes.dedup();
        board.lane_keys.with(|keys| lanes.into_iter().filter_map(|at| keys.get(at).cloned()).collect::<Vec<GroupKey>>())
    });
    view! {
        <div class="board-grid" style:min-width=width>
            <div class="board-heads">
                <For each=move || board.keys.get() key=Clone::clone let:key>
                    <LanesHead board dragging key />
                </For>
            </div>
            <div class="board-lanes" style:height=move || format!("{}px", count.get() as f64 * LANE_PITCH)>
                <For each=move || seen.get() key=Clone::clone let:key>
                    <BoardLane board sight dragging key />
                </For>
            </div>
        </div>
    }
}

/// The head of a column over all lanes.
#[component]
fn LanesHead(board: Board, dragging: Dragging, key: GroupKey) -> impl IntoView {
    let group = board.group(Spot::column(key.clone()));
    let key = StoredValue::new(key);
    let place = place_of(board, key);
    let is_narrow = narrow_at(board, place);
    view! {
        <div
            class="board-column"
            class:is-narrow=is_narrow
            class:is-over=move || dragging.is_over(place.get(), None)
            data-column=move || place.get().map(|place| place.to_string())
            data-segment=segment_key(key)
            data-total-of=move || key.with_value(|key| key.id().to_owned())
            data-count=move || group.with(|group| group.as_ref().map_or(0, |group| group.count)).to_string()
            data-revenue=move || {
                let revenue = group.with(|group| group.as_ref().map_or(0.0, |group| group.revenue) + 0.0);
                (!hides_amounts(board)).then(|| revenue.to_string())
            }
        >
            <ColumnHead board key group is_narrow />
        </div>
    }
}

/// One lane: its name and sums, and a cell for each column.
#[component]
fn BoardLane(board: Board, sight: RwSignal<Sight>, dragging: Dragging, key: GroupKey) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let whole = board.lane(key.clone());
    let key = StoredValue::new(key);
    let place = Memo::new(move |_| {
        board.lane_keys.with(|keys| key.with_value(|key| keys.iter().position(|other| other == key)))
    });
    let all = Memo::new(move |_| whole.get().map(|whole| figures(i18n, &kontor, board, &whole)).unwrap_or_default());
    let name = move || key.with_value(|key| group_name(i18n, key));
    let words = move || {
        let all = all.get();
        [all.clients, all.revenue, all.share]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    view! {
        <section
            class="board-lane"
            aria-label=name
            data-segment=segment_key(key)
            style:transform=move || format!("translateY({}px)", place.get().unwrap_or(0) as f64 * LANE_PITCH)
        >
            <div class="lane-head">
                <strong>{name}</strong>
                " "
                <span class="lane-figures">{words}</span>
            </div>
            <div class="lane-cells">
                <For each=move || board.keys.get() key=Clone::clone let:column>
                    <LaneCell board sight dragging lane=key.get_value() lane_place=place column />
                </For>
            </div>
        </section>
    }
}

/// Where a lane meets a column.
#[component]
fn LaneCell(
    board: Board,
    sight: RwSignal<Sight>,
    dragging: Dragging,
    lane: GroupKey,
    lane_place: Memo<Option<usize>>,
    column: GroupKey,
) -> impl IntoView {
    let kontor = use_kontor();
    let spot = StoredValue::new(Spot { lane: Some(lane), column: column.clone() });
    let group = board.group(spot.get_value());
    let column = StoredValue::new(column);
    let place = place_of(board, column);
    let is_narrow = narrow_at(board, place);
    let is_seen = seen_at(board, sight, place);
    let height = Memo::new(|_| CELL_HEIGHT);
    let at = move || {
        let (column, lane) = place.get().zip(lane_place.get())?;
        Some(format!("{column}/{lane}"))
    };
    let figures = move || {
        let group = group.get().filter(|group| group.count > 0)?;
        let count = kontor.formats.with(|formats| formats.number(f64::from(group.count), 0));
        let revenue = if group.known > 0 { amount(&kontor, board, group.revenue) } else { String::new() };
        Some((count, revenue))
    };
    view! {
        <div
            class="lane-cell"
            class:is-narrow=is_narrow
            class:is-over=move || dragging.is_over(place.get(), lane_place.get())
            data-column=at
            data-segment=segment_key(column)
        >
            <div class="lane-sums" aria-hidden="true">
                <span>{move || figures().map(|figures| figures.0)}</span>
                <span>{move || figures().map(|figures| figures.1)}</span>
            </div>
            {move || {
                if is_narrow.get() {
                    view! { <NarrowList board key=column group /> }.into_any()
                } else {
                    view! { <CardList board dragging spot group is_seen height /> }.into_any()
                }
            }}
        </div>
    }
}
