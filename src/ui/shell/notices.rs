//! The notices in the corner of the page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::workbook_menu::save_backup;
use crate::i18n::{notice_action, notice_text, t_string, use_i18n};
use crate::platform::{clock, library, program};
use crate::state::{Notice, NoticeAction, NoticeKind};
use crate::ui::use_kontor;

/// How long a passing notice stays, in milliseconds.
const PASSING: i32 = 8_000;

/// The notices, oldest first.
#[component]
pub fn NoticeList() -> impl IntoView {
    let notices = use_kontor().book.notices();
    view! {
        <div class="notices">
            <For each=move || notices.list() key=|(number, _)| *number let:entry>
                <NoticeCard number=entry.0 notice=entry.1 />
            </For>
        </div>
    }
}

#[component]
fn NoticeCard(number: u64, notice: Notice) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let notices = kontor.book.notices();
    let kind = notice.kind();
    if kind == NoticeKind::Passing {
        clock::after(PASSING, Box::new(move || notices.dismiss(number)));
    }
    let action = notice.action();
    let shown = notice.clone();
    let text = move || kontor.formats.with(|formats| notice_text(i18n, &shown, formats));
    let run = move |action: NoticeAction| {
        match (action, &notice) {
            (NoticeAction::UndoDeletion, Notice::WorkbookDeleted { id, .. }) => {
                if let Ok(id) = id.parse() {
                    library::restore(id);
                }
            }
            (NoticeAction::SaveBackup, _) => return save_backup(),
            (NoticeAction::ShowMisfits, _) => kontor.import.show_problems(),
            (NoticeAction::TakeUpdate, _) => spawn_local(program::take_over()),
            (NoticeAction::UndoDeletion, _) => {}
        }
        notices.dismiss(number);
    };
    let role = if kind == NoticeKind::Alarm { "alert" } else { "status" };
    view! {
        <div class="notice" role=role data-kind=kind.key()>
            <p>{text}</p>
            {action
                .map(|action| {
                    view! {
                        <button type="button" class="button" on:click=move |_| run(action)>
                            {move || notice_action(i18n, action)}
                        </button>
                    }
                })}
            <button
                type="button"
                class="icon-button"
                aria-label=move || t_string!(i18n, shell.dismiss)
                on:click=move |_| notices.dismiss(number)
            >
                "×"
            </button>
        </div>
    }
}
