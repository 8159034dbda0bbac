//! Commands in words.

use super::{Locale, td_string};
use crate::state::CommandName;

/// What a command does.
pub fn name(locale: Locale, command: CommandName) -> &'static str {
    match command {
        CommandName::Import => td_string!(locale, commands.name.import),
        CommandName::Export => td_string!(locale, commands.name.export),
        CommandName::Duplicates => td_string!(locale, commands.name.duplicates),
        CommandName::Undo => td_string!(locale, commands.name.undo),
        CommandName::Redo => td_string!(locale, commands.name.redo),
        CommandName::Find => td_string!(locale, commands.name.find),
        CommandName::GoTo => td_string!(locale, commands.name.go_to),
        CommandName::Views => td_string!(locale, commands.name.views),
        CommandName::AddClient => td_string!(locale, commands.name.add_client),
        CommandName::DeleteClients => td_string!(locale, commands.name.delete_clients),
        CommandName::AddColumn => td_string!(locale, commands.name.add_column),
        CommandName::EditColumn => td_string!(locale, commands.name.edit_column),
        CommandName::OpenClient => td_string!(locale, commands.name.open_client),
        CommandName::SortAscending => td_string!(locale, commands.name.sort_ascending),
        CommandName::SortDescending => td_string!(locale, commands.name.sort_descending),
        CommandName::FillDown => td_string!(locale, commands.name.fill_down),
        CommandName::FillRight => td_string!(locale, commands.name.fill_right),
        CommandName::Today => td_string!(locale, commands.name.today),
        CommandName::Clear => td_string!(locale, commands.name.clear),
        CommandName::SheetClients => td_string!(locale, commands.name.sheet_clients),
        CommandName::SheetSegments => td_string!(locale, commands.name.sheet_segments),
        CommandName::Week => td_string!(locale, commands.name.week),
        CommandName::Analyses => td_string!(locale, commands.name.analyses),
        CommandName::SaveBackup => td_string!(locale, commands.name.save_backup),
        CommandName::AllWorkbooks => td_string!(locale, commands.name.all_workbooks),
        CommandName::Keys => td_string!(locale, commands.name.keys),
    }
}
