//! One workbook in the list.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::{t, t_string, use_i18n};
use crate::journal::WorkbookInfo;
use crate::platform::library;
use crate::ui::parts::{Icon, IconName, Menu, MenuItem};
use crate::ui::shell::RenameDialog;
use crate::ui::use_kontor;
use crate::workbook::{Day, Origin};

/// A workbook that can be opened, renamed, duplicated and deleted.
#[component]
pub fn WorkbookRow(id: Origin, info: WorkbookInfo) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let is_renaming = RwSignal::new(false);
    let (is_demo, clients, changed) = (info.is_demo, info.clients, info.changed);
    let title = StoredValue::new(info.title);
    let shown_title = move || title.with_value(|title| shown(i18n, title));
    let items = vec![
        MenuItem::new(move || t_string!(i18n, shell.rename).to_owned(), move || is_renaming.set(true)),
        MenuItem::new(
            move || t_string!(i18n, shell.duplicate).to_owned(),
            move || {
                let copy = t_string!(i18n, shell.copy_of, title = shown_title()).clone();
                spawn_local(library::duplicate(id, copy));
            },
        ),
        MenuItem::new(move || t_string!(i18n, shell.delete).to_owned(), move || library::delete(id)),
    ];
    let about = move || {
        kontor.formats.with(|formats| {
            let number = formats.number(f64::from(clients), 0);
            let count = t_string!(i18n, shell.client_count, count = clients, number = number).clone();
            format!("{count} · {}", formats.day(day_of(changed)))
        })
    };
    view! {
        <li class="workbook-row">
            <button type="button" class="workbook-open" on:click=move |_| spawn_local(library::open(id))>
                <Icon name=if is_demo { IconName::Demo } else { IconName::Book } />
                <span class="workbook-name">{shown_title}</span>
                <span class="workbook-about">{about}</span>
            </button>
            <Menu
                label=Signal::derive(move || t_string!(i18n, start.more, title = shown_title()).clone())
                id=menu_id(id)
                items=items
            >
                <Icon name=IconName::More />
            </Menu>
            <Show when=move || is_renaming.get()>
                <RenameDialog
                    title=shown_title()
                    on_close=move || is_renaming.set(false)
                    on_rename=move |title| spawn_local(library::rename(id, title))
                />
            </Show>
        </li>
    }
}

/// A deleted workbook that can be taken back.
#[component]
pub fn DeletedRow(id: Origin, info: WorkbookInfo) -> impl IntoView {
    let i18n = use_i18n();
    let title = info.title;
    view! {
        <li class="workbook-row">
            <span class="workbook-open">
                <Icon name=IconName::Book />
                <span class="workbook-name">{move || shown(i18n, &title)}</span>
            </span>
            <button type="button" class="button" on:click=move |_| library::restore(id)>
                {t!(i18n, start.restore)}
            </button>
        </li>
    }
}

fn shown(i18n: leptos_i18n::I18nContext<crate::i18n::Locale>, title: &str) -> String {
    if title.is_empty() { t_string!(i18n, shell.untitled).to_owned() } else { title.to_owned() }
}

/// The day of a moment in milliseconds since 1970 (UTC: for a list of workbooks that is near enough).
fn day_of(epoch: f64) -> Day {
    Day((epoch / 86_400_000.0).floor() as i32)
}

fn menu_id(id: Origin) -> String {
    format!("menu-{id}")
}
