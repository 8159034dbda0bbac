//! What the page tells the person in passing: a refused edit, a deleted workbook that can be taken back.

use leptos::prelude::*;

use super::clients::Pasted;
use crate::workbook::Refusal;

/// A message. Its wording is in `i18n`.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// An edit was not done.
    Refused(Refusal),
    /// An import ended well: how many clients came, and how many values did not fit.
    Imported { clients: u32, misfits: u32 },
    /// An import made clients of order lines, which come to this in all.
    RolledUp { lines: u32, clients: u32, total: Option<f64> },
    /// So many changes of a reviewed list were taken.
    Reviewed { taken: u32 },
    /// A paste left something aside, or brought what does not fit.
    Pasted(Pasted),
    /// The selected ranges are no block, so they were not copied.
    RangesApart,
    /// A workbook was deleted, and can be taken back for some time.
    WorkbookDeleted { id: String, title: String },
    /// The browser would not store anything: what is on screen is not safe.
    NotStored,
    /// Some of what was stored could not be read, and was kept apart.
    Unreadable { parts: usize },
    /// Written by a newer version: open to be read only.
    NewerVersion,
    /// A new version of the program is ready.
    UpdateReady,
    /// A backup was opened.
    BackupOpened { title: String },
    /// A file is no backup.
    NotABackup,
    /// A file could not be written: the worker did not start, or broke.
    NotExported,
    /// The demo could not be made: the worker did not start.
    NoDemo,
}

/// How loud a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Goes away by itself.
    Passing,
    /// Stays until it is dealt with.
    Lasting,
    /// Something is wrong; stays.
    Alarm,
}

impl NoticeKind {
    /// A plain word, for styles.
    pub fn key(self) -> &'static str {
        match self {
            Self::Passing => "passing",
            Self::Lasting => "lasting",
            Self::Alarm => "alarm",
        }
    }
}

/// What a notice offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    UndoDeletion,
    SaveBackup,
    TakeUpdate,
    /// Lists the values of the last import that did not fit.
    ShowMisfits,
}

impl Notice {
    pub fn kind(&self) -> NoticeKind {
        match self {
            Self::NotStored | Self::Unreadable { .. } | Self::NotABackup | Self::NotExported | Self::NoDemo => {
                NoticeKind::Alarm
            }
            Self::NewerVersion | Self::UpdateReady => NoticeKind::Lasting,
            Self::Imported { misfits, .. } if *misfits > 0 => NoticeKind::Lasting,
            _ => NoticeKind::Passing,
        }
    }

    pub fn action(&self) -> Option<NoticeAction> {
        match self {
            Self::WorkbookDeleted { .. } => Some(NoticeAction::UndoDeletion),
            Self::NotStored | Self::Unreadable { .. } => Some(NoticeAction::SaveBackup),
            Self::UpdateReady => Some(NoticeAction::TakeUpdate),
            Self::Imported { misfits, .. } if *misfits > 0 => Some(NoticeAction::ShowMisfits),
            _ => None,
        }
    }
}

/// The notices that are shown, oldest first, each with a number of its own.
#[derive(Clone, Copy)]
pub struct Notices {
    list: RwSignal<Vec<(u64, Notice)>>,
    next: StoredValue<u64>,
}

impl Default for Notices {
    fn default() -> Self {
        Self { list: RwSignal::new(Vec::new()), next: StoredValue::new(0) }
    }
}

impl Notices {
    /// Shows a notice; the same one is not shown twice at a time.
    pub fn push(&self, notice: Notice) {
        let number = self.next.with_value(|next| next + 1);
        self.next.set_value(number);
        self.list.update(|list| {
            list.retain(|(_, shown)| *shown != notice);
            list.push((number, notice));
        });
    }

    pub fn dismiss(&self, number: u64) {
        self.list.update(|list| list.retain(|(shown, _)| *shown != number));
    }

    /// The notices; followed.
    pub fn list(&self) -> Vec<(u64, Notice)> {
        self.list.get()
    }
}
