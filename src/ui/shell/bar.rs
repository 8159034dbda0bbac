//! The bar on top of the sheets.

use leptos::prelude::*;

use super::preferences::{LanguageSelect, ThemeButton};
use super::step_list::StepList;
use super::workbook_menu::WorkbookMenu;
use crate::i18n::{edit_kind, t, t_string, use_i18n};
use crate::state::DialogName;
use crate::ui::parts::{Icon, IconName};
use crate::ui::use_kontor;
use crate::workbook::EditKind;

/// The bar: the workbook and its menu, import, undo and redo, language and colours.
#[component]
pub fn Bar() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let book = kontor.book;
    let undo_steps = Memo::new(move |_| book.undo_steps());
    let redo_steps = Memo::new(move |_| book.redo_steps());
    let title = move |steps: Memo<Vec<(EditKind, u32)>>| {
        steps.with(|steps| steps.first().map(|(kind, _)| edit_kind(i18n, *kind)))
    };
    view! {
        <header class="bar">
            <WorkbookMenu />
            <div class="toolbar" role="toolbar" aria-label=move || t_string!(i18n, shell.toolbar)>
                <button type="button" class="button" on:click=move |_| kontor.import.open()>
                    <Icon name=IconName::Import />
                    <span class="button-label">{t!(i18n, shell.import)}</span>
                </button>
                <button type="button" class="button" on:click=move |_| kontor.dialog.open(DialogName::Export)>
                    <Icon name=IconName::Export />
                    <span class="button-label">{t!(i18n, export.title)}</span>
                </button>
                <button type="button" class="button" on:click=move |_| kontor.dialog.open(DialogName::Duplicates)>
                    <Icon name=IconName::Twins />
                    <span class="button-label">{t!(i18n, duplicates.title)}</span>
                </button>
                <button
                    type="button"
                    class="icon-button"
                    aria-label=move || t_string!(i18n, shell.undo)
                    title=move || title(undo_steps)
                    disabled=move || undo_steps.with(Vec::is_empty)
                    on:click=move |_| book.undo()
                >
                    <Icon name=IconName::Undo />
                </button>
                <StepList steps=undo_steps />
                <button
                    type="button"
                    class="icon-button"
                    aria-label=move || t_string!(i18n, shell.redo)
                    title=move || title(redo_steps)
                    disabled=move || redo_steps.with(Vec::is_empty)
                    on:click=move |_| book.redo()
                >
                    <Icon name=IconName::Redo />
                </button>
            </div>
            <div class="bar-end">
                <LanguageSelect />
                <ThemeButton />
            </div>
        </header>
    }
}
