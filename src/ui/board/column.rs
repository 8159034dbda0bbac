//! One column of the board: its head, and its cards unless it is collapsed.

use leptos::prelude::*;

use super::cell::CardList;
use super::columns::Sight;
use super::drag::Dragging;
use super::head::ColumnHead;
use super::words::{figures, group_name, hides_amounts};
use crate::i18n::use_i18n;
use crate::segment::{Group, GroupKey};
use crate::state::{Board, Spot, is_near};
use crate::ui::use_kontor;

/// The place of a column, from 0.
pub fn place_of(board: Board, key: StoredValue<GroupKey>) -> Memo<Option<usize>> {
    Memo::new(move |_| board.keys.with(|keys| key.with_value(|key| keys.iter().position(|other| other == key))))
}

/// The word for a group's colour, where it is a segment.
pub fn segment_key(key: StoredValue<GroupKey>) -> Option<&'static str> {
    key.with_value(|key| match key {
        GroupKey::Segment(segment) => Some(segment.key()),
        _ => None,
    })
}

/// Whether the column at a place is collapsed.
pub fn narrow_at(board: Board, place: Memo<Option<usize>>) -> Memo<bool> {
    Memo::new(move |_| {
        let place = place.get();
        board.narrow.with(|narrow| place.and_then(|place| narrow.get(place)) == Some(&true))
    })
}

/// Whether the column at a place is in sight, or next to one that is.
pub fn seen_at(board: Board, sight: RwSignal<Sight>, place: Memo<Option<usize>>) -> Memo<bool> {
    Memo::new(move |_| {
        let sight = sight.get();
        board.narrow.with(|narrow| is_near(place.get().unwrap_or(0), narrow, sight.scrolled, sight.width, sight.whole))
    })
}

#[component]
pub fn BoardColumn(board: Board, sight: RwSignal<Sight>, dragging: Dragging, key: GroupKey) -> impl IntoView {
    let spot = StoredValue::new(Spot::column(key.clone()));
    let group = board.group(spot.get_value());
    let key = StoredValue::new(key);
    let place = place_of(board, key);
    let is_narrow = narrow_at(board, place);
    let is_seen = seen_at(board, sight, place);
    let height = Memo::new(move |_| sight.get().height);
    view! {
        <div
            class="board-column"
            class:is-narrow=is_narrow
            class:is-over=move || dragging.is_over(place.get(), None)
            data-column=move || place.get().map(|place| place.to_string())
            data-segment=segment_key(key)
        >
            <ColumnHead board key group is_narrow />
            {move || {
                if is_narrow.get() {
                    view! { <NarrowList board key group /> }.into_any()
                } else {
                    view! { <CardList board dragging spot group is_seen height /> }.into_any()
                }
            }}
        </div>
    }
}

/// What stays of a collapsed column's list: its name and its sums.
#[component]
pub fn NarrowList(board: Board, key: StoredValue<GroupKey>, group: Memo<Option<Group>>) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let words = move || {
        let figures = group.get().map(|group| figures(i18n, &kontor, board, &group)).unwrap_or_default();
        let parts = [key.with_value(|key| group_name(i18n, key)), figures.clients, figures.revenue];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let revenue = move || {
        let revenue = group.with(|group| group.as_ref().map_or(0.0, |group| group.revenue) + 0.0);
        (!hides_amounts(board)).then(|| revenue.to_string())
    };
    view! {
        <ul
            class="board-narrow"
            role="list"
            aria-label=words
            data-group=move || key.with_value(|key| key.id().to_owned())
            data-count=move || group.with(|group| group.as_ref().map_or(0, |group| group.count)).to_string()
            data-revenue=revenue
        ></ul>
        <div class="board-narrow-words" aria-hidden="true">{words}</div>
    }
}
