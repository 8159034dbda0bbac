//! What is asked before a paste or a fill adds clients, or takes values' places with what does not fit.

use leptos::prelude::*;

use super::surface::FIELD;
use crate::i18n::{self, t, t_string, use_i18n};
use crate::platform::dom;
use crate::state::clients::{Clash, Draft};
use crate::ui::parts::Dialog;
use crate::ui::use_kontor;
use crate::workbook::ChangeKind;

/// Asks about the draft that waits, if any.
#[component]
pub fn DraftDialog() -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let asked = kontor.clients.asked;
    let of = move |read: fn(&Draft) -> usize| asked.with(|draft| draft.as_ref().map_or(0, read)) as u32;
    let is_fill = move || asked.with(|draft| draft.as_ref().is_some_and(|draft| draft.kind() == ChangeKind::Fill));
    let number = move |value: u32| kontor.formats.with(|formats| formats.number(f64::from(value), 0));
    let added = move || {
        let count = of(Draft::added);
        (count > 0).then(|| t_string!(i18n, grid.paste_adds, count = count, number = number(count)).clone())
    };
    let clashes = move || {
        let count = of(Draft::clashes);
        (count > 0).then(|| t_string!(i18n, grid.block.clashes, count = count, number = number(count)).clone())
    };
    let has_clashes = move || of(Draft::clashes) > 0;
    let title = move || {
        if is_fill() { t_string!(i18n, grid.block.fill_title) } else { t_string!(i18n, grid.paste_title) }.to_owned()
    };
    // The keyboard goes back to the grid, which can be reached only once the dialog is gone.
    let back = move || (kontor.book.host().later)(Box::new(|| dom::focus(FIELD)));
    let cancel = move || {
        asked.set(None);
        back();
    };
    let agree = move |skips: bool| {
        kontor.clients.agree(skips);
        back();
    };
    let confirm = move || {
        if !has_clashes() {
            t_string!(i18n, grid.paste_confirm)
        } else if is_fill() {
            t_string!(i18n, grid.block.fill_anyway)
        } else {
            t_string!(i18n, grid.block.anyway)
        }
    };
    view! {
        <Show when=move || asked.with(Option::is_some)>
            <Dialog
                title=Signal::derive(title)
                close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
                class="small"
                on_close=cancel
            >
                <div class="dialog-body form">
                    {move || clashes().map(|text| view! { <p>{text}</p> <Examples /> })}
                    {move || added().map(|text| view! { <p>{text}</p> })}
                    <div class="dialog-actions">
                        <button type="button" class="button" on:click=move |_| cancel()>{t!(i18n, shell.cancel)}</button>
                        <button
                            type="button"
                            class="button"
                            class:primary=move || !has_clashes()
                            autofocus=!has_clashes()
                            on:click=move |_| agree(false)
                        >
                            {confirm}
                        </button>
                        <Show when=has_clashes>
                            <button type="button" class="button primary" autofocus on:click=move |_| agree(true)>
                                {t!(i18n, grid.block.skip)}
                            </button>
                        </Show>
                    </div>
                </div>
            </Dialog>
        </Show>
    }
}

/// Some of the values that would be lost.
#[component]
fn Examples() -> impl IntoView {
    let i18n = use_i18n();
    let asked = use_kontor().clients.asked;
    let line = move |clash: &Clash| {
        let column = i18n::column_title(i18n.get_locale(), &clash.column);
        let reason = i18n::misfit(i18n.get_locale(), clash.reason);
        view! {
            <tr>
                <td>{clash.client.clone()}</td>
                <td>{column}</td>
                <td>{clash.before.clone()}</td>
                <td title=reason>{clash.text.clone()}</td>
            </tr>
        }
    };
    view! {
        <table class="draft-examples">
            <caption class="visually-hidden">{t!(i18n, grid.block.examples)}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!(i18n, grid.block.client)}</th>
                    <th scope="col">{t!(i18n, grid.block.column)}</th>
                    <th scope="col">{t!(i18n, grid.block.before)}</th>
                    <th scope="col">{t!(i18n, grid.block.after)}</th>
                </tr>
            </thead>
            <tbody>
                {move || {
                    asked.with(|draft| {
                        draft.as_ref().map(|draft| draft.examples().iter().map(line).collect_view())
                    })
                }}
            </tbody>
        </table>
    }
}
