//! What each command does.

use leptos::prelude::*;

use crate::platform::{dom, library};
use crate::state::clients::Sort;
use crate::state::{CommandName, DialogName, Sheet};
use crate::ui::Context;
use crate::ui::grid::FIELD;
use crate::ui::shell::save_backup;
use crate::workbook::ColumnId;

/// Does a command.
pub fn run(kontor: &Context, command: CommandName) {
    let view = kontor.clients;
    match command {
        CommandName::Import => kontor.import.open(),
        CommandName::Export => kontor.dialog.open(DialogName::Export),
        CommandName::Duplicates => kontor.dialog.open(DialogName::Duplicates),
        CommandName::Find => kontor.dialog.open(DialogName::Find),
        CommandName::GoTo => kontor.dialog.open(DialogName::GoTo),
        CommandName::Views => kontor.dialog.open(DialogName::Views),
        CommandName::Keys => kontor.dialog.open(DialogName::Keys),
        CommandName::Undo => kontor.book.undo(),
        CommandName::Redo => kontor.book.redo(),
        CommandName::AddClient => in_clients(kontor, || view.add_client()),
        CommandName::DeleteClients => in_clients(kontor, || view.delete_selected()),
        CommandName::AddColumn => kontor.dialog.open_column(None),
        CommandName::EditColumn => kontor.dialog.open_column(active_column(kontor)),
        CommandName::OpenClient => {
            let cell = untrack(|| view.selection()).and_then(|selection| view.cell(selection.active));
            kontor.client.0.set(cell.map(|(client, _)| client));
        }
        CommandName::SortAscending => sort(kontor, false),
        CommandName::SortDescending => sort(kontor, true),
        CommandName::FillDown => in_clients(kontor, || view.fill(true)),
        CommandName::FillRight => in_clients(kontor, || view.fill(false)),
        CommandName::Today => in_clients(kontor, || view.enter_today()),
        CommandName::Clear => in_clients(kontor, || view.clear()),
        CommandName::SheetClients => kontor.sheet.set(Sheet::Clients),
        CommandName::SheetSegments => kontor.sheet.set(Sheet::Segments),
        CommandName::Week => kontor.dialog.open(DialogName::Week),
        CommandName::Analyses => kontor.dialog.open(DialogName::Analyses),
        CommandName::SaveBackup => save_backup(),
        CommandName::AllWorkbooks => library::close(),
    }
}

/// Does something to the selection of the Clients sheet, and leaves the keyboard there.
fn in_clients(kontor: &Context, act: impl FnOnce()) {
    kontor.sheet.set(Sheet::Clients);
    act();
    dom::focus(FIELD);
}

fn active_column(kontor: &Context) -> Option<ColumnId> {
    let selection = untrack(|| kontor.clients.selection())?;
    kontor
        .clients
        .columns
        .with_untracked(|columns| columns.get(selection.active.column).map(|column| column.id.clone()))
}

fn sort(kontor: &Context, is_descending: bool) {
    if let Some(column) = active_column(kontor) {
        in_clients(kontor, || kontor.clients.sort.set(vec![Sort { column, is_descending }]));
    }
}
