//! What is shown while no workbook is open.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup_input::BackupInput;
use super::workbook_row::{DeletedRow, WorkbookRow};
use crate::demo;
use crate::i18n::{Locale, t, t_string, use_i18n};
use crate::journal::WorkbookInfo;
use crate::platform::{library, space};
use crate::ui::parts::{Icon, IconName};
use crate::ui::shell::{LanguageSelect, ThemeButton};
use crate::ui::use_kontor;
use crate::workbook::Edit;

/// The start screen: three ways to begin, and the workbooks that are there.
#[component]
pub fn StartScreen() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let chooser = BackupInput::default();
    let demo = move |_| {
        let (language, title) =
            (demo_language(i18n.get_locale_untracked()), t_string!(i18n, start.demo_title).to_owned());
        spawn_local(library::open_demo(language, title));
    };
    let empty = move |_| {
        let title = t_string!(i18n, start.empty_title).to_owned();
        let edits = vec![Edit::SetTitle(title.clone())];
        spawn_local(library::create(WorkbookInfo { title, ..WorkbookInfo::default() }, edits));
    };
    let kept = Memo::new(move |_| kontor.desk.kept());
    let deleted = Memo::new(move |_| kontor.desk.deleted());
    view! {
        <main class="start">
            <header class="start-head">
                <span class="brand large" aria-hidden="true"></span>
                <div class="start-name">
                    <h1>"Kontor"</h1>
                    <p>{t!(i18n, start.tagline)}</p>
                </div>
                <div class="bar-end">
                    <LanguageSelect />
                    <ThemeButton />
                </div>
            </header>
            <div class="start-ways">
                <button type="button" class="way primary" aria-labelledby="way-import" aria-describedby="way-import-hint" on:click=move |_| kontor.import.open()>
                    <Icon name=IconName::Import />
                    <span class="way-name" id="way-import">{t!(i18n, start.import)}</span>
                    <span class="way-hint" id="way-import-hint">{t!(i18n, start.import_hint)}</span>
                </button>
                <button type="button" class="way" aria-labelledby="way-demo" aria-describedby="way-demo-hint" on:click=demo>
                    <Icon name=IconName::Demo />
                    <span class="way-name" id="way-demo">{t!(i18n, start.demo)}</span>
                    <span class="way-hint" id="way-demo-hint">{t!(i18n, start.demo_hint)}</span>
                </button>
                <button type="button" class="way" aria-labelledby="way-empty" aria-describedby="way-empty-hint" on:click=empty>
                    <Icon name=IconName::Empty />
                    <span class="way-name" id="way-empty">{t!(i18n, start.empty)}</span>
                    <span class="way-hint" id="way-empty-hint">{t!(i18n, start.empty_hint)}</span>
                </button>
            </div>
            <Show when=move || kept.with(|list| !list.is_empty())>
                <section aria-labelledby="workbooks-title">
                    <h2 id="workbooks-title">{t!(i18n, start.workbooks)}</h2>
                    <ul class="workbook-list">
                        <For each=move || kept.get() key=|(id, info)| (*id, info.title.clone(), info.changed.to_bits()) let:entry>
                            <WorkbookRow id=entry.0 info=entry.1 />
                        </For>
                    </ul>
                </section>
            </Show>
            <Show when=move || deleted.with(|list| !list.is_empty())>
                <section aria-labelledby="deleted-title">
                    <h2 id="deleted-title">{t!(i18n, start.deleted)}</h2>
                    <ul class="workbook-list faint">
                        <For each=move || deleted.get() key=|(id, _)| *id let:entry>
                            <DeletedRow id=entry.0 info=entry.1 />
                        </For>
                    </ul>
                </section>
            </Show>
            <footer class="start-foot">
                <button type="button" class="button" on:click=move |_| chooser.choose()>
                    {t!(i18n, shell.open_backup)}
                </button>
                {chooser.view()}
                <div class="start-about">
                    <p>{t!(i18n, start.where_data_lives)}</p>
                    <Meter />
                </div>
            </footer>
        </main>
    }
}

fn demo_language(locale: Locale) -> demo::Language {
    match locale {
        Locale::en => demo::Language::English,
        Locale::zh_CN => demo::Language::Chinese,
        Locale::ru => demo::Language::Russian,
    }
}

/// How much room is taken, and whether the browser promises to keep it.
#[component]
fn Meter() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let space = RwSignal::new(None);
    spawn_local(async move {
        space.try_set(space::ask().await);
    });
    let text = move || {
        space.get().map(|space| {
            let (used, quota) = kontor.formats.with(|formats| (formats.bytes(space.used), formats.bytes(space.quota)));
            let taken = t_string!(i18n, start.space, used = used, quota = quota).clone();
            let kept = if space.is_kept { t_string!(i18n, start.kept) } else { t_string!(i18n, start.not_kept) };
            format!("{taken} {kept}")
        })
    };
    view! { <p>{text}</p> }
}
