//! Every command of the page by name: what the palette lists and runs.

use super::clients::Needle;

/// A command. Its wording is in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommandName {
    Import,
    Export,
    Duplicates,
    Undo,
    Redo,
    Find,
    GoTo,
    Views,
    AddClient,
    DeleteClients,
    AddColumn,
    EditColumn,
    OpenClient,
    SortAscending,
    SortDescending,
    FillDown,
    FillRight,
    Today,
    Clear,
    SheetClients,
    SheetSegments,
    Week,
    Analyses,
    SaveBackup,
    AllWorkbooks,
    Keys,
}

impl CommandName {
    /// All of them, in the order in which the palette shows them.
    pub const ALL: &[Self] = &[
        Self::Import,
        Self::Export,
        Self::Duplicates,
        Self::Undo,
        Self::Redo,
        Self::Find,
        Self::GoTo,
        Self::Views,
        Self::AddClient,
        Self::DeleteClients,
        Self::AddColumn,
        Self::EditColumn,
        Self::OpenClient,
        Self::SortAscending,
        Self::SortDescending,
        Self::FillDown,
        Self::FillRight,
        Self::Today,
        Self::Clear,
        Self::SheetClients,
        Self::SheetSegments,
        Self::Week,
        Self::Analyses,
        Self::SaveBackup,
        Self::AllWorkbooks,
        Self::Keys,
    ];

    /// The keys that do the same; empty where there are none.
    pub fn keys(self) -> &'static str {
        match self {
            Self::Undo => "Ctrl+Z",
            Self::Redo => "Ctrl+Y",
            Self::Find => "Ctrl+F",
            Self::GoTo => "Ctrl+G",
            Self::DeleteClients => "Ctrl+−",
            Self::OpenClient => "Space",
            Self::SortAscending => "Alt+Shift+↑",
            Self::SortDescending => "Alt+Shift+↓",
            Self::FillDown => "Ctrl+D",
            Self::FillRight => "Ctrl+R",
            Self::Today => "Ctrl+;",
            Self::Clear => "Delete",
            Self::Keys => "F1",
            _ => "",
        }
    }
}

/// The commands whose names have every word of a query, in the order of the list. `name` puts a command into words.
pub fn found(query: &str, name: impl Fn(CommandName) -> &'static str) -> Vec<CommandName> {
    let words: Vec<Needle> = query.split_whitespace().filter_map(Needle::new).collect();
    let has_all = |command: &CommandName| words.iter().all(|word| word.is_in(name(*command)));
    CommandName::ALL.iter().copied().filter(has_all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(command: CommandName) -> &'static str {
        match command {
            CommandName::Undo => "Undo",
            CommandName::FillDown => "Fill down",
            CommandName::FillRight => "Fill right",
            _ => "",
        }
    }

    #[test]
    fn a_command_is_found_by_parts_of_its_words_in_any_order() {
        assert_eq!(found("fill", name), [CommandName::FillDown, CommandName::FillRight]);
        assert_eq!(found("dow FIL", name), [CommandName::FillDown]);
        assert_eq!(found("zzz", name), []);
        assert_eq!(found(" ", name).len(), CommandName::ALL.len());
    }
}
