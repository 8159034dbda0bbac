//! Whether the import dialog is open, and how far it is.

use leptos::prelude::*;

use super::again::Aim;
use super::choices::Choices;
use super::outcome::Outcome;
use super::trouble::Trouble;
use crate::exchange::{Opened, Stage};
use crate::platform;

/// What the dialog is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// A file is to be chosen: there is none yet, or the last one could not be read.
    #[default]
    Choosing,
    /// The file is being opened.
    Opening,
    /// A sheet is being read.
    Proposing,
    /// The proposal is to be confirmed.
    Confirming,
    /// The batch is being made.
    Building,
    /// The values that did not fit are listed.
    Listing,
}

impl Phase {
    /// Whether the worker is at work.
    pub fn is_working(self) -> bool {
        matches!(self, Self::Opening | Self::Proposing | Self::Building)
    }
}

/// How far the worker is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// Nothing while it starts.
    pub stage: Option<Stage>,
    /// 0 to 1; it never goes back while one file is read.
    pub done: f32,
}

/// The import dialog's state, shared with the buttons that open it. It outlives the dialog's views.
#[derive(Clone, Copy)]
pub struct ImportState {
    pub is_open: RwSignal<bool>,
    pub(super) phase: RwSignal<Phase>,
    pub(super) progress: RwSignal<Progress>,
    /// The chosen file's name; empty until one is chosen.
    pub(super) file: RwSignal<String>,
    pub(super) opened: RwSignal<Option<Opened>>,
    /// The sheet that is shown or being read.
    pub(super) sheet: RwSignal<u32>,
    pub(super) choices: RwSignal<Option<Choices>>,
    /// Grows with each new proposal: the table is made anew only then, and not with each choice.
    pub(super) proposals: RwSignal<u32>,
    /// ISO 4217; empty for none. Only asked for while the workbook has none.
    pub(super) currency: RwSignal<String>,
    /// What becomes of clients that the workbook has already; nothing while that is looked for.
    pub(super) aim: RwSignal<Option<Aim>>,
    pub(super) trouble: RwSignal<Option<Trouble>>,
    /// How the last import ended; kept until the next one.
    pub(super) outcome: RwSignal<Option<Outcome>>,
    /// The number of the last thing that was asked of the worker: an answer to anything before it is out of date.
    pub(super) ticket: StoredValue<u32>,
    /// When the file was chosen, as [`crate::state::Host::now`] says.
    pub(super) started: StoredValue<f64>,
}

impl Default for ImportState {
    fn default() -> Self {
        Self {
            is_open: RwSignal::new(false),
            phase: RwSignal::default(),
            progress: RwSignal::default(),
            file: RwSignal::default(),
            opened: RwSignal::new(None),
            sheet: RwSignal::new(0),
            choices: RwSignal::new(None),
            proposals: RwSignal::new(0),
            currency: RwSignal::default(),
            aim: RwSignal::new(None),
            trouble: RwSignal::new(None),
            outcome: RwSignal::new(None),
            ticket: StoredValue::new(0),
            started: StoredValue::new(0.0),
        }
    }
}

impl ImportState {
    /// Opens the dialog for a file to be chosen.
    pub fn open(&self) {
        self.reset();
        platform::exchange::start();
        self.is_open.set(true);
    }

    /// Opens the dialog with the values of the last import that did not fit, if there were any.
    pub fn show_problems(&self) {
        if untrack(|| self.has_problems()) {
            self.phase.set(Phase::Listing);
            self.is_open.set(true);
        }
    }

    /// Whether the last import has values that did not fit; followed.
    pub fn has_problems(&self) -> bool {
        self.outcome.with(|outcome| outcome.as_ref().is_some_and(|outcome| outcome.problems.count > 0))
    }

    /// Closes the dialog. Whatever the worker is doing ends at once, and its memory is given back.
    pub fn close(&self) {
        self.take_ticket();
        platform::exchange::stop();
        self.is_open.set(false);
        self.reset();
    }

    /// Forgets the file, and what was read of it.
    pub(super) fn reset(&self) {
        self.trouble.set(None);
        self.choices.set(None);
        self.aim.set(None);
        self.opened.set(None);
        self.file.set(String::new());
        self.progress.set(Progress::default());
        self.phase.set(Phase::Choosing);
    }

    /// A new number for what is asked next.
    pub(super) fn take_ticket(&self) -> u32 {
        let ticket = self.ticket.get_value().wrapping_add(1);
        self.ticket.set_value(ticket);
        ticket
    }

    pub(super) fn is_current(&self, ticket: u32) -> bool {
        self.ticket.get_value() == ticket
    }

    /// Notes how far the worker is, as a part of the whole way that goes from `from` to `to`.
    pub(super) fn advance(&self, stage: Stage, done: f32, from: f32, to: f32) {
        self.progress.update(|progress| {
            progress.stage = Some(stage);
            progress.done = progress.done.max(from + (to - from) * done.clamp(0.0, 1.0));
        });
    }
}
