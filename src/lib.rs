//! Kontor: a planner for a company's corporate clients that runs whole in the browser.
//!
//! There is no server: a person's client list is read by a worker, kept in this browser, and shown as a sheet and as a
//! board. This page is the map; each folder's `mod.rs` says more.
//!
//! # What may import what
//!
//! | kind | folders | may import |
//! |---|---|---|
//! | pure | [`workbook`], [`exchange`], [`export`], [`review`], [`duplicates`], [`formula`], [`segment`], [`analysis`], [`approach`], [`target`], [`kpi`], [`economics`], [`loyalty`], [`trace`], [`chart`], [`demo`], [`journal`] | no signals, no browser, no clock, no chance: ids, today's date and seeds come in as arguments |
//! | reactive | [`state`] | leptos signals over pure values; the browser only through [`state::Host`] |
//! | browser | [`platform`] | the only folder that touches the browser |
//! | views | [`ui`], [`i18n`] | leptos components over `state`, with no arithmetic of their own |
//!
//! `tests/architecture.rs` keeps the table true.
//!
//! # One way through the house
//!
//! ```text
//! file bytes -> worker: exchange -> Batch + problems -> the person confirms the mapping
//!   -> (worker: review -> differences -> the person takes some) -> Edit
//!   -> Workbook::apply -> update bytes -> storage, other tabs
//!                    |
//!                    `-> Changes -> client table -> memos over pure functions -> views
//! views -> events -> Edit
//!
//! Workbook::snapshot -> second worker: export -> bytes of an .xlsx or .csv -> the browser's downloads
//! ```
//!
//! # What always holds
//!
//! 1. Nothing but `Workbook::apply`, `undo`, `redo` and `merge` changes a workbook. Storage listens; it never edits.
//! 2. Pure code never fails on a person's data: it returns the value and a list of problems, each with its place and a
//!    reason that can be translated.
//! 3. An edit that is refused leaves the workbook as it was.
//! 4. Undo restores the sheet exactly; redo restores the next one. Selection, scrolling and filters are no edits.
//! 5. Replaying what was stored gives the same sheet, in whatever order the updates come, and however often.
//! 6. Nothing that was imported is dropped: a column without a meaning stays as a column of the person's own, a cell
//!    that does not fit its kind stays as it was written, and is flagged.
//! 7. "Saved" is shown only once the browser has confirmed the write.
//! 8. What the page works on off its thread goes to a worker as a snapshot of the workbook, and comes back as data; a
//!    worker never edits.
//!
//! `tests/workbook.rs` shows 3 to 5 with random work in two tabs.
//!
//! # Why the document is not a general CRDT
//!
//! A plan is a flat map: every entry (a cell, an added row, an import, a setting) stands for itself and the later write
//! wins. A general CRDT such as yrs chains each write to the ones before it, so that one damaged update in storage
//! holds back everything the same tab wrote later, and it adds some 140 KB to a page whose budget is 450. Entries that
//! decide by themselves merge two copies just as well, lose nothing but the damaged one, and are a hundred lines
//! (`workbook/document.rs`, the only file that would change if a team ever needs more).

pub mod analysis;
pub mod approach;
pub mod chart;
pub mod demo;
pub mod duplicates;
pub mod economics;
pub mod exchange;
pub mod export;
pub mod formula;
pub mod i18n;
pub mod journal;
pub mod kpi;
pub mod loyalty;
pub mod platform;
pub mod review;
pub mod segment;
pub mod state;
pub mod target;
pub mod trace;
pub mod ui;
pub mod workbook;

/// Opens the storage and mounts the page.
pub fn start() {
    #[cfg(target_arch = "wasm32")]
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(ui::App);
}
