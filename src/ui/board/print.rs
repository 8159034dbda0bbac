//! The board on paper: every card, whatever of it is in sight.

use leptos::prelude::*;

use super::words::{amount, card_name, figures, group_name, grouping_name};
use crate::i18n::{t_string, use_i18n};
use crate::platform::{clock, dom};
use crate::segment::Group;
use crate::state::{Board, Presenting, Spot};
use crate::ui::use_kontor;

/// Puts the whole board into the page while it is printed, from the browser's menu too.
pub fn follow_printing(prints: RwSignal<bool>) {
    let before = window_event_listener_untyped("beforeprint", move |_| prints.set(true));
    let after = window_event_listener_untyped("afterprint", move |_| prints.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// Prints the board.
pub fn print(prints: RwSignal<bool>) {
    prints.set(true);
    // The cards must be in the page first.
    clock::later(Box::new(dom::print));
}

/// Every card of the board as it is now. It follows nothing: paper does not change.
#[component]
pub fn PrintedBoard(board: Board) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    untrack(move || {
        let sums = board.sums.get();
        let by = grouping_name(i18n, &kontor, &board.by.get());
        let lanes = board.by_lanes.get().map(|lanes| grouping_name(i18n, &kontor, &lanes));
        let title = [t_string!(i18n, segment.board.title).to_owned(), by].into_iter().chain(lanes);
        let title = title.collect::<Vec<_>>().join(" · ");
        let (shown, all) = board.counts();
        let says = (shown != all).then(|| {
            let number = |count: u32| kontor.formats.with(|formats| formats.number(f64::from(count), 0));
            t_string!(i18n, board.filters.says, shown = number(shown), all = number(all)).clone()
        });
        let columns = sums.columns.iter().filter(|_| sums.lanes.is_empty());
        let columns = columns.map(|group| (group_name(i18n, &group.key), Spot::column(group.key.clone()), group));
        let cells = sums.lanes.iter().flat_map(|lane| {
            lane.cells.iter().filter(|cell| cell.count > 0).map(move |cell| {
                let name = format!("{} · {}", group_name(i18n, &lane.whole.key), group_name(i18n, &cell.key));
                (name, Spot { lane: Some(lane.whole.key.clone()), column: cell.key.clone() }, cell)
            })
        });
        let groups = columns.chain(cells).map(|(name, spot, group)| printed(board, &name, &spot, group));
        view! {
            <div class="board-print">
                <h1>{title}</h1>
                <p>{says}</p>
                {groups.collect_view()}
            </div>
        }
    })
}

/// One column, or one cell of a lane.
fn printed(board: Board, name: &str, spot: &Spot, group: &Group) -> impl IntoView + use<> {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let words = figures(i18n, &kontor, board, group);
    let sums = [words.clients, words.revenue, words.share].into_iter().filter(|part| !part.is_empty());
    let sums = sums.collect::<Vec<_>>().join(" · ");
    let shows_context = board.choice.presenting.get().is_none_or(Presenting::shows_context);
    let rows = board.rows_now(spot);
    let cards = rows.iter().map(|row| {
        let card = board.card(*row);
        let name = card_name(i18n, board, &card);
        let amount = card.revenue.map(|revenue| amount(&kontor, board, revenue)).unwrap_or_default();
        let context = if shows_context { card.context } else { String::new() };
        view! {
            <li>
                <span class="print-name">{name}</span>
                <span class="print-context">{context}</span>
                <span class="print-amount">{amount}</span>
            </li>
        }
    });
    let cards = cards.collect_view();
    view! {
        <section>
            <h2>{name.to_owned()} <span>{sums}</span></h2>
            <ul>{cards}</ul>
        </section>
    }
}
