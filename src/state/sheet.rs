//! Which sheet is open, and which client stands in the side panel.

use leptos::prelude::*;

use crate::workbook::RowId;

/// The sheets of a workbook, in the order of their tabs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sheet {
    #[default]
    Clients,
    Segments,
}

impl Sheet {
    pub const ALL: [Self; 2] = [Self::Clients, Self::Segments];

    /// A plain word for the page's address and for storage.
    pub fn key(self) -> &'static str {
        match self {
            Self::Clients => "clients",
            Self::Segments => "segments",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sheet| sheet.key() == key)
    }
}

/// The client in the side panel; nothing while it is closed.
#[derive(Clone, Copy)]
pub struct OpenClient(pub RwSignal<Option<RowId>>);
