//! One column of the board: its sums, and the cards in sight.

use leptos::{html, prelude::*};

use super::card::BoardCard;
use super::columns::Sight;
use super::drag::Dragging;
use super::words::group_name;
use crate::i18n::{segment, t, t_string, use_i18n};
use crate::platform::{clock, dom};
use crate::segment::{Group, GroupKey};
use crate::state::{Board, CARD_PITCH, is_near, window};
use crate::ui::use_kontor;
use crate::workbook::RowId;

/// A card's place: its client, its row and its number in the column, from 0.
pub type Placed = (RowId, u32, usize);

/// The identity of a client's card in the page.
pub fn card_id(client: RowId) -> String {
    format!("card-{client}")
}

#[component]
pub fn BoardColumn(board: Board, sight: RwSignal<Sight>, dragging: Dragging, key: GroupKey) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let key = StoredValue::new(key);
    let group = board.group(key.get_value());
    let rows = board.rows(key.get_value());
    let list = NodeRef::<html::Div>::new();
    let scrolled = RwSignal::new(0.0);
    let place = Memo::new(move |_| board.keys.with(|keys| keys.iter().position(|other| *other == key.get_value())));
    let is_seen = Memo::new(move |_| {
        let count = board.keys.with(Vec::len);
        let sight = sight.get();
        is_near(place.get().unwrap_or(0), count, sight.scrolled, sight.width, sight.whole)
    });
    // The card with the keyboard is kept, however far it was scrolled away: the keyboard would be lost with it.
    let active = Memo::new(move |_| {
        let row = board.row_of(board.active.get()?)?;
        rows.with(|rows| rows.iter().position(|other| *other == row))
    });
    let height = Memo::new(move |_| sight.get().height);
    let shown = Memo::new(move |_| {
        let placed = |rows: &Vec<u32>, at: usize| {
            let row = *rows.get(at)?;
            Some((board.client(row)?, row, at))
        };
        rows.with(|rows| {
            let seen = if is_seen.get() { window(scrolled.get(), height.get(), rows.len()) } else { 0..0 };
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
        if of == key.get_value() && shown.with(|shown| shown.iter().any(|placed| placed.0 == client)) {
            board.wanted.set(None);
            clock::later(Box::new(move || dom::focus(&card_id(client))));
        }
    });
    let segment_key = move || match key.get_value() {
        GroupKey::Segment(segment) => Some(segment.key()),
        _ => None,
    };
    let title = move || group_name(i18n, &key.get_value());
    let percent = move || {
        let share = group.with(|group| group.as_ref().filter(|group| group.known > 0).and_then(|group| group.share));
        share.map(|share| kontor.formats.with(|formats| formats.percent(share, 1)))
    };
    let figures = move |group: &Group| -> (String, String, String) {
        kontor.formats.with(|formats| {
            let number = formats.number(f64::from(group.count), 0);
            let clients = t_string!(i18n, segment.board.clients, count = group.count, number = number);
            let is_unknown = group.known == 0 && group.count > 0;
            let revenue = if is_unknown { String::new() } else { formats.money(group.revenue) };
            let share = group.share.map(|share| {
                let percent = formats.percent(share, 1);
                t_string!(i18n, segment.board.share, percent = percent)
            });
            let share = share.filter(|_| !is_unknown);
            (clients, revenue, share.unwrap_or_default())
        })
    };
    let all = move || group.get().map(|group| figures(&group)).unwrap_or_default();
    let name = move || {
        let (clients, revenue, share) = all();
        [title(), clients, revenue, share].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let revenue = move || group.with(|group| group.as_ref().map_or(0.0, |group| group.revenue) + 0.0).to_string();
    let heading = move || match key.get_value() {
        GroupKey::Segment(of) => view! {
            <button
                type="button"
                class="board-title"
                aria-label=move || t_string!(i18n, board.show_advice, segment = segment::name(i18n, of))
                on:click=move |_| {
                    board.advise(of);
                    board.choice.is_aside_open.set(true);
                }
            >
                {title}
            </button>
        }
        .into_any(),
        _ => view! { <span class="board-title" title=title>{title}</span> }.into_any(),
    };
    view! {
        <div
            class="board-column"
            class:is-over=move || dragging.is_over(place.get())
            data-column=move || place.get().map(|place| place.to_string())
            data-segment=segment_key
        >
            <div class="board-head">
                <div class="board-head-line">
                    {heading} <span class="board-count">{move || all().0}</span>
                </div>
                <div class="board-head-line">
                    <span class="board-revenue">{move || all().1}</span>
                    <span class="board-share is-long">{move || all().2}</span>
                    <span class="board-share is-short" title=move || all().2>
                        {percent}
                    </span>
                </div>
            </div>
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
                    data-group=move || key.with_value(|key| key.id().to_owned())
                    data-count=move || group.with(|group| group.as_ref().map_or(0, |group| group.count)).to_string()
                    data-revenue=revenue
                    style:height=move || format!("{}px", count.get() as f64 * CARD_PITCH)
                >
                    <For each=move || shown.get() key=|placed| placed.0 let:placed>
                        <BoardCard board dragging client=placed.0 shown count tab_stop />
                    </For>
                </ul>
                {move || {
                    (count.get() == 0)
                        .then(|| view! { <p class="board-nobody">{t!(i18n, segment.board.nobody)}</p> })
                }}
            </div>
        </div>
    }
}
