//! The list of what can be undone, below the arrow beside "Undo".

use leptos::prelude::*;

use crate::i18n::{edit_kind, t_string, use_i18n};
use crate::platform::dom;
use crate::ui::parts::{Icon, IconName, Menu, MenuItem};
use crate::ui::use_kontor;
use crate::workbook::EditKind;

/// More than these are seldom wanted at once, and would not fit the window.
const SHOWN: usize = 20;
const ID: &str = "undo-list";

/// The button with the list. Choosing a step takes back all that was done since, that step included.
#[component]
pub fn StepList(steps: Memo<Vec<(EditKind, u32)>>) -> impl IntoView {
    let i18n = use_i18n();
    let kontor = use_kontor();
    let take_back = move |count: usize| {
        (0..count).for_each(|_| kontor.book.undo());
        // The list is made anew, and the keyboard with it.
        (kontor.book.host().later)(Box::new(|| dom::focus(ID)));
    };
    let line = move |(at, (kind, count)): (usize, (EditKind, u32))| {
        let label = move || {
            let number = kontor.formats.with(|formats| formats.number(f64::from(count), 0));
            let name = edit_kind(i18n, kind);
            t_string!(i18n, shell.undo_line, number = (at + 1).to_string(), name = name, count = number)
        };
        MenuItem::new(label, move || take_back(at + 1))
    };
    move || {
        let items: Vec<MenuItem> =
            steps.with(|steps| steps.iter().copied().take(SHOWN).enumerate().map(line).collect());
        (!items.is_empty()).then(|| {
            view! {
                <Menu
                    label=Signal::derive(move || t_string!(i18n, shell.undo_list).to_owned())
                    id=ID
                    class="undo-list"
                    items=items
                >
                    <Icon name=IconName::Chevron />
                </Menu>
            }
        })
    }
}
