//! What lies on the desk: the workbooks that are stored, which one is open, and whether it is saved.

use leptos::prelude::*;

use crate::journal::WorkbookInfo;
use crate::workbook::Origin;

/// What the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// Storage is being opened.
    #[default]
    Opening,
    /// The start screen.
    Start,
    /// The open workbook.
    Workbook,
}

/// Whether what is on screen is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// The browser has confirmed every write.
    #[default]
    Saved,
    Saving,
    /// The browser would not write: what is on screen is not safe.
    Failed,
    /// The workbook is open to be read only.
    ReadOnly,
}

impl SaveState {
    /// A plain word, for styles.
    pub fn key(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Saving => "saving",
            Self::Failed => "failed",
            Self::ReadOnly => "read-only",
        }
    }
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// A plain word, for storage and the page's markup.
    pub fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The workbooks and the open one. `platform::storage` writes it; views read it.
#[derive(Clone, Copy, Default)]
pub struct Desk {
    pub screen: RwSignal<Screen>,
    /// All stored workbooks, deleted ones that can be taken back included; the last changed first.
    pub workbooks: RwSignal<Vec<(Origin, WorkbookInfo)>>,
    pub open: RwSignal<Option<Origin>>,
    pub save: RwSignal<SaveState>,
    pub theme: RwSignal<Theme>,
}

impl Desk {
    /// The workbooks that were not deleted; followed.
    pub fn kept(&self) -> Vec<(Origin, WorkbookInfo)> {
        self.workbooks.with(|list| list.iter().filter(|(_, info)| info.deleted.is_none()).cloned().collect())
    }

    /// The deleted workbooks that can be taken back; followed.
    pub fn deleted(&self) -> Vec<(Origin, WorkbookInfo)> {
        self.workbooks.with(|list| list.iter().filter(|(_, info)| info.deleted.is_some()).cloned().collect())
    }

    /// Takes over a line of the list, or strikes it out.
    pub fn set_info(&self, workbook: Origin, info: Option<WorkbookInfo>) {
        self.workbooks.update(|list| {
            list.retain(|(other, _)| *other != workbook);
            list.extend(info.map(|info| (workbook, info)));
            list.sort_by(|left, right| right.1.changed.total_cmp(&left.1.changed));
        });
    }
}
