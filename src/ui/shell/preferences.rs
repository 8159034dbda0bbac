//! Language and colours, kept in this browser.

use leptos::prelude::*;

use crate::i18n::{Locale, t_string, tag, use_i18n};
use crate::platform::{dom, intl, settings};
use crate::state::{Part, Theme};
use crate::ui::parts::{Icon, IconName};
use crate::ui::use_kontor;

/// Keeps the page in step with language, currency and colours, and takes up what was chosen the last time.
pub fn wear() {
    let i18n = use_i18n();
    let kontor = use_kontor();
    kontor.language.set(first_language());
    kontor.desk.theme.set(settings::get(settings::THEME).unwrap_or_default());
    // The library follows the browser's languages by itself; what was chosen here goes before them.
    Effect::new(move || {
        let language = kontor.language.get();
        if i18n.get_locale() != language {
            i18n.set_locale(language);
        }
    });
    let currency = Memo::new(move |_| {
        kontor.book.follow(Part::Meta);
        kontor.book.with(|workbook| workbook.currency().to_owned())
    });
    Effect::new(move || {
        let language = tag(i18n.get_locale());
        dom::set_language(language);
        kontor.formats.set(intl::formats(language, &currency.get()));
    });
    Effect::new(move || dom::set_theme(kontor.desk.theme.get()));
}

/// The language chosen the last time, or the first that the browser asks for and Kontor speaks.
fn first_language() -> Locale {
    let chosen: Option<String> = settings::get(settings::LANGUAGE);
    let known = |wanted: &String| {
        let language = wanted.split('-').next().unwrap_or_default().to_lowercase();
        LOCALES.into_iter().find(|locale| tag(*locale).split('-').next() == Some(&language))
    };
    chosen.into_iter().chain(intl::languages()).find_map(|wanted| known(&wanted)).unwrap_or_default()
}

const LOCALES: [Locale; 3] = [Locale::en, Locale::zh_CN, Locale::ru];

/// The choice of language.
#[component]
pub fn LanguageSelect() -> impl IntoView {
    let i18n = use_i18n();
    let language = use_kontor().language;
    let choose = move |chosen: String| {
        if let Some(locale) = LOCALES.into_iter().find(|locale| tag(*locale) == chosen) {
            language.set(locale);
            settings::set(settings::LANGUAGE, tag(locale));
        }
    };
    view! {
        <select
            class="quiet-select"
            aria-label=move || t_string!(i18n, shell.language)
            prop:value=move || tag(i18n.get_locale())
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="en" lang="en">"English"</option>
            <option value="zh-CN" lang="zh-CN">"简体中文"</option>
            <option value="ru" lang="ru">"Русский"</option>
        </select>
    }
}

/// Steps through the colours: as the system has it, light, dark.
#[component]
pub fn ThemeButton() -> impl IntoView {
    let i18n = use_i18n();
    let theme = use_kontor().desk.theme;
    let name = move || match theme.get() {
        Theme::System => t_string!(i18n, shell.theme_system),
        Theme::Light => t_string!(i18n, shell.theme_light),
        Theme::Dark => t_string!(i18n, shell.theme_dark),
    };
    let icon = move || match theme.get() {
        Theme::System => IconName::Half,
        Theme::Light => IconName::Sun,
        Theme::Dark => IconName::Moon,
    };
    let step = move |_| {
        let next = match theme.get_untracked() {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        };
        theme.set(next);
        settings::set(settings::THEME, next);
    };
    view! {
        <button type="button" class="icon-button" aria-label=name title=name on:click=step>
            {move || view! { <Icon name=icon() /> }}
        </button>
    }
}
