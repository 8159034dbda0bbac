//! The list of keys.

use leptos::prelude::*;

use crate::i18n::{Locale, t, t_string, td_string, use_i18n};
use crate::ui::parts::Dialog;

/// Keys, and what they do.
type Line = (&'static str, &'static str);

/// The keys that belong together, under their heading.
fn groups(locale: Locale) -> [(&'static str, Vec<Line>); 4] {
    [
        (
            td_string!(locale, commands.group.moving),
            vec![
                ("↑ ↓ ← →", td_string!(locale, commands.help.move_arrows)),
                ("Ctrl+↑ ↓ ← →", td_string!(locale, commands.help.move_edges)),
                ("PageUp, PageDown", td_string!(locale, commands.help.move_pages)),
                ("Home, End", td_string!(locale, commands.help.move_row_ends)),
                ("Ctrl+Home, Ctrl+End", td_string!(locale, commands.help.move_sheet_ends)),
                ("Tab, Shift+Tab", td_string!(locale, commands.help.move_tab)),
                ("Enter, Shift+Enter", td_string!(locale, commands.help.move_enter)),
                ("Ctrl+G", td_string!(locale, commands.help.move_go_to)),
                ("Alt+↑", td_string!(locale, commands.help.move_headings)),
                ("Esc, Tab", td_string!(locale, commands.help.move_leave)),
            ],
        ),
        (
            td_string!(locale, commands.group.select),
            vec![
                ("Shift+↑ ↓ ← →", td_string!(locale, commands.help.select_extend)),
                ("Ctrl+Shift+↑ ↓ ← →", td_string!(locale, commands.help.select_extend_edges)),
                ("Ctrl+A", td_string!(locale, commands.help.select_all)),
                ("Ctrl+Space", td_string!(locale, commands.help.select_columns)),
                ("Shift+Space", td_string!(locale, commands.help.select_rows)),
                ("Ctrl+click", td_string!(locale, commands.help.select_ranges)),
            ],
        ),
        (
            td_string!(locale, commands.group.edit),
            vec![
                ("F2", td_string!(locale, commands.help.edit_open)),
                ("A…Z, 0…9", td_string!(locale, commands.help.edit_type)),
                ("Esc", td_string!(locale, commands.help.edit_cancel)),
                ("Delete", td_string!(locale, commands.help.edit_clear)),
                ("Ctrl+C, Ctrl+X, Ctrl+V", td_string!(locale, commands.help.edit_clipboard)),
                ("Ctrl+D, Ctrl+R", td_string!(locale, commands.help.edit_fill)),
                ("Ctrl+;", td_string!(locale, commands.help.edit_today)),
                ("Alt+↓", td_string!(locale, commands.help.edit_choices)),
                ("Ctrl+Z, Ctrl+Y", td_string!(locale, commands.help.edit_undo)),
                ("Ctrl+F, Ctrl+H", td_string!(locale, commands.help.edit_find)),
            ],
        ),
        (
            td_string!(locale, commands.group.sheet),
            vec![
                ("Space", td_string!(locale, commands.help.sheet_client)),
                ("Ctrl+−", td_string!(locale, commands.help.sheet_delete)),
                ("Alt+Shift+↑, Alt+Shift+↓", td_string!(locale, commands.help.sheet_sort)),
                ("Ctrl+K", td_string!(locale, commands.help.sheet_palette)),
                ("F1", td_string!(locale, commands.help.sheet_help)),
            ],
        ),
    ]
}

/// The dialog "Keys".
#[component]
pub fn KeysDialog(on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let line = |(keys, does): Line| {
        view! {
            <tr>
                <th scope="row">
                    <kbd>{keys}</kbd>
                </th>
                <td>{does}</td>
            </tr>
        }
    };
    let group = move |(title, lines): (&'static str, Vec<Line>)| {
        view! {
            <table class="keys-group">
                <caption>{title}</caption>
                <tbody>{lines.into_iter().map(line).collect_view()}</tbody>
            </table>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, commands.keys).to_owned())
            close=Signal::derive(move || t_string!(i18n, shell.close).to_owned())
            class="keys"
            on_close=on_close
        >
            <div class="dialog-body keys-body" tabindex="0" role="region" aria-label=move || t_string!(i18n, commands.keys)>
                <div class="keys-groups">{move || groups(i18n.get_locale()).map(group).collect_view()}</div>
                <p class="keys-note">{t!(i18n, commands.mac)}</p>
            </div>
        </Dialog>
    }
}
