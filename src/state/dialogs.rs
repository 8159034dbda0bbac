//! Which window lies over the page. One at a time, so that a key, a button and the palette open it the same way.

use leptos::prelude::*;

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
    /// The list of keys.
    Keys,
    /// Every command by name.
    Palette,
    /// Go to a cell.
    GoTo,
}

/// The open window.
#[derive(Clone, Copy, Default)]
pub struct OpenDialog(pub RwSignal<Option<DialogName>>);

impl OpenDialog {
    pub fn open(&self, name: DialogName) {
        self.0.set(Some(name));
    }

    pub fn close(&self) {
        self.0.set(None);
    }
}
