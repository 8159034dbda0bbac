//! Above the board: what it is grouped by, and what can be opened.

use leptos::prelude::*;

use super::words::grouping_name;
use crate::i18n::{t, t_string, use_i18n};
use crate::state::{Board, DialogName, Part, choices, from_key, key_of};
use crate::ui::use_kontor;

#[component]
pub fn Toolbar(board: Board, on_rules: impl Fn() + Copy + 'static) -> impl IntoView {
    let kontor = use_kontor();
    let i18n = use_i18n();
    let offered = Memo::new(move |_| {
        kontor.book.follow(Part::Columns);
        kontor.book.follow_layout();
        kontor.book.table(choices)
    });
    let option = move |by: crate::segment::GroupBy| {
        let key = key_of(&by);
        let own = key.clone();
        let is_selected = move || key_of(&board.by.get()) == own;
        view! {
            <option value=key prop:selected=is_selected>
                {move || grouping_name(i18n, &kontor, &by)}
            </option>
        }
    };
    let asks = move || board.groups.with(|groups| groups.iter().map(|group| group.asks).sum::<u32>());
    let asking = move || {
        let number = kontor.formats.with(|formats| formats.number(f64::from(asks()), 0));
        t_string!(i18n, segment.board.asks, count = asks(), number = number)
    };
    let is_open = board.choice.is_aside_open;
    view! {
        <div class="board-tools">
            <label class="board-by">
                <span>{t!(i18n, board.group_by)}</span>
                <select on:change=move |event| board.choice.by.set(from_key(&event_target_value(&event)))>
                    {move || offered.get().into_iter().map(option).collect_view()}
                </select>
            </label>
            {move || (asks() > 0).then(|| view! { <span class="board-asking">{asking}</span> })}
            <span class="board-gap"></span>
            <button type="button" class="button" on:click=move |_| kontor.dialog.open(DialogName::Analyses)>
                {t!(i18n, analysis.title)}
            </button>
            <button type="button" class="button" on:click=move |_| on_rules()>
                {t!(i18n, board.rules)}
            </button>
            <button
                type="button"
                class="button"
                aria-pressed=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {t!(i18n, board.aside)}
            </button>
            <span id="board-help" class="board-hidden">
                {move || t_string!(i18n, board.help)}
            </span>
        </div>
    }
}
