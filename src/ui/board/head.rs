//! The head of a column: its name, its sums, its limit, and the button that collapses it.

use leptos::prelude::*;

use super::words::{Figures, figures, group_name};
use crate::i18n::{segment, t_string, use_i18n};
use crate::segment::{Group, GroupKey};
use crate::state::Board;
use crate::ui::use_kontor;

#[component]
pub fn ColumnHead(
    board: Board,
    key: StoredValue<GroupKey>,
    group: Memo<Option<Group>>,
    #[prop(into)] is_narrow: Signal<bool>,
) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let title = move || key.with_value(|key| group_name(i18n, key));
    let all = Memo::new(move |_| -> Figures {
        group.get().map(|group| figures(i18n, &kontor, board, &group)).unwrap_or_default()
    });
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
    let weighted = move || {
        all.with(|all| all.weighted.clone()).map(|weighted| {
            view! {
                <div class="board-head-line board-weighted" title=move || t_string!(i18n, board.stages.weighted_hint)>
                    <span>{move || t_string!(i18n, board.stages.weighted)}</span>
                    <span>{weighted}</span>
                </div>
            }
        })
    };
    view! {
        <div class="board-head" class:is-narrow=is_narrow>
            <div class="board-head-line">
                <button
                    type="button"
                    class="board-collapse"
                    aria-expanded=move || (!is_narrow.get()).to_string()
                    aria-label=move || t_string!(i18n, board.column.collapse, column = title())
                    title=move || {
                        if is_narrow.get() {
                            t_string!(i18n, board.column.open)
                        } else {
                            t_string!(i18n, board.column.close)
                        }
                    }
                    on:click=move |_| key.with_value(|key| board.turn_narrow(key))
                >
                    {move || if is_narrow.get() { "▸" } else { "◂" }}
                </button>
                {heading}
                <span class="board-count">{move || all.with(|all| all.clients.clone())}</span>
            </div>
            <div class="board-head-line">
                <span class="board-revenue">{move || all.with(|all| all.revenue.clone())}</span>
                <span class="board-share is-long">{move || all.with(|all| all.share.clone())}</span>
                <span class="board-share is-short" title=move || all.with(|all| all.share.clone())>
                    {move || all.with(|all| all.percent.clone())}
                </span>
            </div>
            {weighted}
            <Load board key />
        </div>
    }
}

/// How full the stage is.
#[component]
fn Load(board: Board, key: StoredValue<GroupKey>) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let load = Memo::new(move |_| key.with_value(|key| board.load(key)));
    move || {
        load.get().map(|load| {
            let number = move |count: u32| kontor.formats.with(|formats| formats.number(f64::from(count), 0));
            let is_exceeded = load.is_exceeded();
            let (held, limit) = (load.held(), load.limit());
            let words = move || {
                let (held, limit) = (number(held), number(limit));
                if is_exceeded {
                    t_string!(i18n, board.stages.exceeded, held = held, limit = limit).clone()
                } else {
                    t_string!(i18n, board.stages.load, held = held, limit = limit).clone()
                }
            };
            let by_segment = move || {
                let parts = load.limits.iter().map(|(of, held, limit)| {
                    format!("{}: {} / {}", segment::name(i18n, *of), number(*held), number(*limit))
                });
                parts.collect::<Vec<_>>().join(", ")
            };
            view! {
                <div class="board-load" class:is-over=is_exceeded title=by_segment>
                    {words}
                </div>
            }
        })
    }
}
