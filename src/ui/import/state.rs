//! Whether the import dialog is open, and with what.

use leptos::prelude::*;

/// The import dialog's state, shared with the buttons and the drop area that open it.
#[derive(Clone, Copy)]
pub struct ImportState {
    pub is_open: RwSignal<bool>,
}

impl Default for ImportState {
    fn default() -> Self {
        Self { is_open: RwSignal::new(false) }
    }
}

impl ImportState {
    /// Opens the dialog, to choose a file.
    pub fn open(&self) {
        self.is_open.set(true);
    }
}
