//! Above the board: what it is grouped by, and what can be opened.

use leptos::prelude::*;

use super::presenting;
use super::saved::BoardsMenu;
use super::words::grouping_name;
use crate::i18n::{t, t_string, use_i18n};
use crate::segment::GroupBy;
use crate::state::{Board, DialogName, Part, choices, from_key, key_of};
use crate::ui::approach::WeekButton;
use crate::ui::use_kontor;

/// What the toolbar opens: each turns true to open it.
#[derive(Clone, Copy)]
pub struct Opened {
    pub rules: RwSignal<bool>,
    pub stages: RwSignal<bool>,
    pub boards: RwSignal<bool>,
}

impl Opened {
    pub fn nothing() -> Self {
        Self { rules: RwSignal::new(false), stages: RwSignal::new(false), boards: RwSignal::new(false) }
    }
}

#[component]
pub fn Toolbar(board: Board, opened: Opened, on_print: impl Fn() + Copy + 'static) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let asks = move || board.sums.with(|sums| sums.columns.iter().map(|group| group.asks).sum::<u32>());
    let asking = move || {
        let number = kontor.formats.with(|formats| formats.number(f64::from(asks()), 0));
        t_string!(i18n, segment.board.asks, count = asks(), number = number)
    };
    let is_open = board.choice.is_aside_open;
    view! {
        <div class="board-tools">
            <Groupings board />
            {move || (asks() > 0).then(|| view! { <span class="board-asking">{asking}</span> })}
            <span class="board-gap"></span>
            <button type="button" class="button" on:click=move |_| kontor.dialog.open(DialogName::Analyses)>
                {t!(i18n, analysis.title)}
            </button>
            <WeekButton />
            <BoardsMenu board asks_boards=opened.boards />
            <button type="button" class="button" on:click=move |_| opened.stages.set(true)>
                {t!(i18n, board.stages.title)}
            </button>
            <button type="button" class="button" on:click=move |_| opened.rules.set(true)>
                {t!(i18n, board.rules)}
            </button>
            <button type="button" class="button" on:click=move |_| presenting::begin(board)>
                {t!(i18n, board.present.begin)}
            </button>
            <button type="button" class="button" on:click=move |_| on_print()>
                {t!(i18n, board.print)}
            </button>
            <button
                type="button"
                class="button"
                aria-pressed=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {t!(i18n, board.aside)}
            </button>
        </div>
    }
}

/// What the board is grouped by, and what it is cut into lanes by.
#[component]
pub fn Groupings(board: Board) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let offered = Memo::new(move |_| {
        kontor.book.follow(Part::Columns);
        kontor.book.follow_layout();
        kontor.book.table(choices)
    });
    let option = move |by: GroupBy, is_selected: fn(Board, &GroupBy) -> bool| {
        let (key, own) = (key_of(&by), by.clone());
        view! {
            <option value=key prop:selected=move || is_selected(board, &own)>
                {move || grouping_name(i18n, &kontor, &by)}
            </option>
        }
    };
    let columns = move || {
        let option = move |by: GroupBy| option(by, |board, by| board.by.with(|now| now == by));
        offered.get().into_iter().map(option).collect_view()
    };
    let lanes = move || {
        let columns = board.by.get();
        let option = move |by: GroupBy| option(by, |board, by| board.by_lanes.with(|now| now.as_ref() == Some(by)));
        offered.get().into_iter().filter(|by| *by != columns).map(option).collect_view()
    };
    let set_lanes = move |key: String| board.choice.lanes.set((!key.is_empty()).then(|| from_key(&key)));
    view! {
        <label class="board-by">
            <span>{t!(i18n, board.group_by)}</span>
            <select on:change=move |event| board.choice.by.set(from_key(&event_target_value(&event)))>
                {columns}
            </select>
        </label>
        <label class="board-by">
            <span>{t!(i18n, board.lanes.title)}</span>
            <select on:change=move |event| set_lanes(event_target_value(&event))>
                <option value="" prop:selected=move || board.by_lanes.with(Option::is_none)>
                    {t!(i18n, board.lanes.none)}
                </option>
                {lanes}
            </select>
        </label>
    }
}
