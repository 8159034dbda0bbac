//! The dialog "Find and replace".

use leptos::{ev, prelude::*};

use super::hits::HitTable;
use crate::i18n::{t, t_string, use_i18n};
use crate::state::Part;
use crate::state::clients::{FindQuery, Scope, Search};
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;

/// The dialog.
#[component]
pub fn FindDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let search = Search::new(kontor.clients);
    let replaced = RwSignal::new(0_u32);
    Effect::new(move || {
        search.query.track();
        kontor.book.follow(Part::Cells);
        kontor.book.follow(Part::Clients);
        search.start();
    });
    let next = move |event: ev::SubmitEvent| {
        event.prevent_default();
        search.next();
    };
    let replace = move |_| {
        if search.replace_next() {
            replaced.update(|count| *count += 1);
        }
    };
    let replace_all = move |_| {
        replaced.set(search.found.with_untracked(|found| found.changed));
        search.replace_all();
    };
    let is_replacing = move || search.query.with(|query| query.replacement.is_some());
    let number = move |value: u32| kontor.formats.with(|formats| formats.number(f64::from(value), 0));
    let changed = Memo::new(move |_| search.found.with(|found| if found.is_done { found.changed } else { 0 }));
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, find.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="find"
            on_close=on_close
        >
            <form class="dialog-body form" on:submit=next>
                <Fields search=search replaced=replaced />
                <Status search=search replaced=replaced />
                <div class="dialog-actions">
                    <button type="submit" class="button" disabled=move || search.found.with(|found| found.count == 0)>
                        {t!(i18n, find.next)}
                    </button>
                    <Show when=is_replacing>
                        <button type="button" class="button" disabled=move || changed.get() == 0 on:click=replace>
                            {t!(i18n, find.replace)}
                        </button>
                        <button type="button" class="button primary" disabled=move || changed.get() == 0 on:click=replace_all>
                            {move || t_string!(i18n, find.replace_all, number = number(changed.get())).clone()}
                        </button>
                    </Show>
                </div>
            </form>
            <HitTable search=search />
        </Dialog>
    }
}

#[component]
fn Fields(search: Search, replaced: RwSignal<u32>) -> impl IntoView {
    let i18n = use_i18n();
    let change = move |change: &dyn Fn(&mut FindQuery)| {
        replaced.set(0);
        search.query.update(|query| change(query));
    };
    // Looking for something becomes replacing it once a person turns to the second field.
    let turned = move |_| {
        if search.query.with_untracked(|query| query.replacement.is_none()) {
            change(&|query| query.replacement = Some(String::new()));
        }
    };
    let scopes = [Scope::All, Scope::Column, Scope::Selection].into_iter();
    let scopes = scopes.filter(|scope| *scope != Scope::Selection || search.has_selection());
    let name = move |scope: Scope| match scope {
        Scope::All => t_string!(i18n, find.scope_all),
        Scope::Column => t_string!(i18n, find.scope_column),
        Scope::Selection => t_string!(i18n, find.scope_selection),
    };
    let offered: Vec<Scope> = scopes.collect();
    let options: Vec<_> =
        offered.iter().copied().map(|scope| view! { <option>{move || name(scope)}</option> }).collect();
    let choose = move |at: i32| {
        let scope = offered.get(at.max(0) as usize).copied().unwrap_or_default();
        change(&|query| query.scope = scope);
    };
    view! {
        <label class="field">
            {t!(i18n, find.text)}
            <input
                type="text"
                autocomplete="off"
                spellcheck="false"
                autofocus
                on:input:target=move |event| {
                    let text = event.target().value();
                    change(&|query| query.text.clone_from(&text));
                }
            />
        </label>
        <label class="field">
            {t!(i18n, find.replacement)}
            <input
                type="text"
                autocomplete="off"
                spellcheck="false"
                on:focus=turned
                on:input:target=move |event| {
                    let text = event.target().value();
                    change(&|query| query.replacement = Some(text.clone()));
                }
            />
        </label>
        <div class="find-options">
            <label>
                <input
                    type="checkbox"
                    on:change:target=move |event| {
                        let is_on = event.target().checked();
                        change(&|query| query.matches_case = is_on);
                    }
                />
                {t!(i18n, find.matches_case)}
            </label>
            <label>
                <input
                    type="checkbox"
                    on:change:target=move |event| {
                        let is_on = event.target().checked();
                        change(&|query| query.is_whole = is_on);
                    }
                />
                {t!(i18n, find.whole)}
            </label>
            <label>
                {t!(i18n, find.scope)}
                <select on:change:target=move |event| choose(event.target().selected_index())>{options}</select>
            </label>
        </div>
    }
}

/// How much was found, and what replacing it comes to.
#[component]
fn Status(search: Search, replaced: RwSignal<u32>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let number = move |value: u32| kontor.formats.with(|formats| formats.number(f64::from(value), 0));
    let text = move || {
        let (count, unfit, is_done) = search.found.with(|found| (found.count, found.unfit, found.is_done));
        let mut parts = Vec::new();
        let done = replaced.get();
        if done > 0 {
            parts.push(t_string!(i18n, find.replaced, count = done, number = number(done)).clone());
        } else if search.query.with(|query| query.text.is_empty()) {
            return String::new();
        } else if !is_done {
            return t_string!(i18n, find.searching).to_owned();
        } else if count == 0 {
            parts.push(t_string!(i18n, find.nothing).to_owned());
        }
        if count > 0 {
            parts.push(t_string!(i18n, find.found, count = count, number = number(count)).clone());
        }
        if count as usize > Search::LISTED {
            let listed = number(Search::LISTED as u32);
            parts.push(t_string!(i18n, find.listed, number = listed).clone());
        }
        if unfit > 0 {
            parts.push(t_string!(i18n, find.unfit, count = unfit, number = number(unfit)).clone());
        }
        parts.join(" ")
    };
    view! {
        <p class="find-status" role="status">
            {text}
        </p>
    }
}
