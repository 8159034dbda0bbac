//! Which window lies over the page. One at a time, so that a key, a button and the palette open it the same way.

use leptos::prelude::*;

use crate::workbook::ColumnId;

/// A window over the page that any command may open. (The import dialog keeps more state and has one of its own.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DialogName {
    /// The workbook as a file for other programs.
    Export,
    /// Clients that may be the same.
    Duplicates,
    /// An imported list against the clients.
    Review,
    /// Find and replace.
    Find,
    /// The saved views of the Clients sheet.
    Views,
    /// Concentration, ABC, XYZ and RFM of all clients.
    Analyses,
    /// One column: its title, type, formula. Which one is in [`OpenDialog::column`].
    Column,
    /// The list of keys.
    Keys,
    /// Every command by name.
    Palette,
    /// Go to a cell.
    GoTo,
    /// What has to be done this week.
    Week,
}

/// The open window.
#[derive(Clone, Copy)]
pub struct OpenDialog {
    pub name: RwSignal<Option<DialogName>>,
    /// The column that the column dialog is about; nothing for a new one.
    pub column: RwSignal<Option<ColumnId>>,
}

impl Default for OpenDialog {
    fn default() -> Self {
        Self { name: RwSignal::new(None), column: RwSignal::new(None) }
    }
}

impl OpenDialog {
    pub fn open(&self, name: DialogName) {
        self.name.set(Some(name));
    }

    pub fn close(&self) {
        self.name.set(None);
    }

    /// Opens the dialog of a column, or of a new one.
    pub fn open_column(&self, column: Option<ColumnId>) {
        self.column.set(column);
        self.open(DialogName::Column);
    }
}
