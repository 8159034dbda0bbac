//! The open workbook's title, and what can be done with the whole of it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::rename::RenameDialog;
use crate::i18n::{t_string, use_i18n};
use crate::platform::{files, library};
use crate::state::Part;
use crate::ui::parts::{Icon, IconName, Menu, MenuItem};
use crate::ui::start::BackupInput;
use crate::ui::use_kontor;

/// The title of the open workbook; a click opens its menu.
#[component]
pub fn WorkbookMenu() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let desk = kontor.desk;
    let is_renaming = RwSignal::new(false);
    let chooser = BackupInput::default();
    let title = Memo::new(move |_| {
        kontor.book.follow(Part::Meta);
        kontor.book.with(|workbook| workbook.title().to_owned())
    });
    let shown_title = move || {
        title.with(|title| if title.is_empty() { t_string!(i18n, shell.untitled).to_owned() } else { title.clone() })
    };
    let open = move || desk.open.get_untracked();
    let items = vec![
        MenuItem::new(move || t_string!(i18n, shell.all_workbooks).to_owned(), library::close),
        MenuItem::new(move || t_string!(i18n, shell.rename).to_owned(), move || is_renaming.set(true)),
        MenuItem::new(
            move || t_string!(i18n, shell.duplicate).to_owned(),
            move || {
                if let Some(id) = open() {
                    let copy = t_string!(i18n, shell.copy_of, title = shown_title()).clone();
                    spawn_local(library::duplicate(id, copy));
                }
            },
        ),
        MenuItem::new(move || t_string!(i18n, shell.save_backup).to_owned(), save_backup),
        MenuItem::new(move || t_string!(i18n, shell.open_backup).to_owned(), move || chooser.choose()),
        MenuItem::new(
            move || t_string!(i18n, shell.delete).to_owned(),
            move || {
                if let Some(id) = open() {
                    library::delete(id);
                }
            },
        ),
    ];
    view! {
        <h1 class="visually-hidden">{shown_title}</h1>
        <Menu
            label=Signal::derive(move || t_string!(i18n, shell.workbook_menu, title = shown_title()).clone())
            id="workbook-menu"
            class="workbook-menu"
            items=items
        >
            <span class="brand" aria-hidden="true"></span>
            <span class="workbook-title">{shown_title}</span>
            <Icon name=IconName::Chevron />
        </Menu>
        {chooser.view()}
        <Show when=move || is_renaming.get()>
            <RenameDialog
                title=title.get_untracked()
                on_close=move || is_renaming.set(false)
                on_rename=move |title| {
                    if let Some(id) = open() {
                        spawn_local(library::rename(id, title));
                    }
                }
            />
        </Show>
    }
}

/// Hands the open workbook to the person as a file.
pub fn save_backup() {
    if let Some((name, bytes)) = library::backup() {
        files::save(&name, "application/octet-stream", &bytes);
    }
}
