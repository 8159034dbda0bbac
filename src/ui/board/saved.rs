//! The boards that people keep: a menu that opens them, and the dialog that saves, renames and deletes them.

use leptos::{ev, html, prelude::*};

use crate::i18n::{t, t_string, use_i18n};
use crate::state::{Board, SavedBoards};
use crate::ui::parts::{Dialog, Menu, MenuItem, SavedActions, SavedLine};
use crate::ui::use_kontor;

/// The saved boards of the open workbook.
pub fn saved_boards(board: Board) -> SavedBoards {
    let kontor = use_kontor();
    SavedBoards::new(kontor.book, board.choice, kontor.clients)
}

/// The button that opens them.
#[component]
pub fn BoardsMenu(board: Board, asks_boards: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let boards = saved_boards(board);
    let all = Memo::new(move |_| boards.all());
    let open_name = move || {
        let id = board.choice.open.get()?;
        let name = all.with(|all| all.iter().find(|(other, _)| *other == id).map(|(_, saved)| saved.name.clone()))?;
        Some(if boards.is_changed() { t_string!(i18n, views.bar.changed, name = name).clone() } else { name })
    };
    let label = Signal::derive(move || {
        let title = t_string!(i18n, board.saved.title).to_owned();
        open_name().map_or(title.clone(), |name| format!("{title}: {name}"))
    });
    let items = move || {
        let usual = MenuItem::new(
            move || t_string!(i18n, board.saved.usual).to_owned(),
            move || {
                boards.open(None);
            },
        );
        let saved = all.get().into_iter().map(|(id, saved)| {
            MenuItem::new(
                move || saved.name.clone(),
                move || {
                    boards.open(Some(&id));
                },
            )
        });
        let manage =
            MenuItem::new(move || t_string!(i18n, board.saved.manage).to_owned(), move || asks_boards.set(true));
        std::iter::once(usual).chain(saved).chain([manage]).collect::<Vec<MenuItem>>()
    };
    move || {
        view! {
            <Menu label=label id="boards" items=items() class="boards-menu">
                {label} " ▾"
            </Menu>
        }
    }
}

/// The dialog "Boards".
#[component]
pub fn BoardsDialog(board: Board, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let i18n = use_i18n();
    let boards = saved_boards(board);
    let all = Memo::new(move |_| boards.all());
    let field = NodeRef::<html::Input>::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked()
            && boards.save_as(&field.value())
        {
            field.set_value("");
        }
    };
    view! {
        <Dialog
            title=Signal::derive(move || t_string!(i18n, board.saved.title).to_owned())
            close=Signal::derive(move || t_string!(i18n, board.dialog.close).to_owned())
            class="views"
            on_close=on_close
        >
            <div class="dialog-body form">
                <ul class="view-list" aria-label=move || t_string!(i18n, board.saved.list)>
                    <For each=move || all.get() key=|(id, saved)| (id.clone(), saved.name.clone()) let:line>
                        <BoardLine board id=line.0 name=line.1.name on_close=on_close />
                    </For>
                </ul>
                <form class="view-save" on:submit=submit>
                    <label class="field">
                        {t!(i18n, board.saved.save_title)}
                        <input type="text" node_ref=field maxlength="80" required autocomplete="off" />
                    </label>
                    <button type="submit" class="button primary">{t!(i18n, board.saved.save)}</button>
                    <p class="view-hint">{t!(i18n, board.saved.hint)}</p>
                </form>
            </div>
        </Dialog>
    }
}

/// One saved board: its name, which opens it, and what can be done with it.
#[component]
fn BoardLine(
    board: Board,
    id: String,
    name: String,
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let i18n = use_i18n();
    let boards = saved_boards(board);
    let id = StoredValue::new(id);
    let is_open = Memo::new(move |_| board.choice.open.with(|open| id.with_value(|id| open.as_ref() == Some(id))));
    let is_changed = Memo::new(move |_| is_open.get() && boards.is_changed());
    let actions = SavedActions {
        open: Callback::new(move |()| {
            id.with_value(|id| boards.open(Some(id)));
            on_close();
        }),
        update: Callback::new(move |()| {
            id.with_value(|id| boards.update(id));
        }),
        rename: Callback::new(move |name: String| {
            id.with_value(|id| boards.rename(id, &name));
        }),
        delete: Callback::new(move |()| {
            id.with_value(|id| boards.delete(id));
        }),
    };
    let field = Signal::derive(move || t_string!(i18n, board.saved.save_title).to_owned());
    view! { <SavedLine name is_open is_changed field actions /> }
}
