//! The clients' segments, kept in step with the workbook without ever blocking the page for long.

use leptos::prelude::*;

use super::analyses::LiveAnalyses;
use super::host::Host;
use super::slices::in_slices;
use crate::segment::{Classifier, Findings, SegmentRules};
use crate::workbook::{Changes, Workbook};

/// How long one slice of classifying may block the page, in milliseconds.
const SLICE: f64 = 36.0;
/// Rows between two looks at the clock.
const STRIDE: u32 = 2_000;
/// Tables up to this size are classified at once: they are done before anyone sees the page.
const AT_ONCE: u32 = 5_000;

/// The findings of all clients.
#[derive(Clone, Copy)]
pub struct Segments {
    workbook: StoredValue<Workbook>,
    classifier: StoredValue<Classifier>,
    /// Grows with each change of a finding.
    version: RwSignal<u64>,
    is_ready: RwSignal<bool>,
    /// Grows with each start from nothing, so that slices of an older run end.
    run: StoredValue<u64>,
    began: StoredValue<f64>,
    /// The rows of which the finding changed since the analyses took them in.
    moved: StoredValue<Vec<u32>>,
    /// What is told of segments that are found later than the edit that moved them.
    listener: StoredValue<Option<LiveAnalyses>>,
    host: Host,
}

impl Segments {
    pub(super) fn new(workbook: StoredValue<Workbook>, rules: SegmentRules, host: Host) -> Self {
        let segments = Self {
            workbook,
            classifier: StoredValue::new(Classifier::new(rules)),
            version: RwSignal::new(0),
            is_ready: RwSignal::new(false),
            run: StoredValue::new(0),
            began: StoredValue::new(0.0),
            moved: StoredValue::new(Vec::new()),
            listener: StoredValue::new(None),
            host,
        };
        segments.start();
        segments
    }

    pub(super) fn set_listener(&self, analyses: LiveAnalyses) {
        self.listener.set_value(Some(analyses));
    }

    /// The rows of which the finding changed since this was asked last.
    pub(super) fn take_moved(&self) -> Vec<u32> {
        self.moved.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Reads the findings. Not followed: see [`Segments::follow_findings`].
    pub fn with<T>(&self, read: impl FnOnce(&Findings) -> T) -> T {
        self.classifier.with_value(|classifier| read(classifier.findings()))
    }

    /// Makes the running memo or effect follow the findings.
    pub fn follow_findings(&self) {
        self.version.track();
    }

    /// Whether every client has been looked at; followed.
    pub fn is_ready(&self) -> bool {
        self.is_ready.get()
    }

    /// The same, not followed.
    pub fn is_ready_now(&self) -> bool {
        self.is_ready.get_untracked()
    }

    /// Whether clients are classified by other rules than these.
    pub(super) fn has_other_rules(&self, rules: &SegmentRules) -> bool {
        self.classifier.with_value(|classifier| classifier.rules() != rules)
    }

    pub(super) fn restart(&self, rules: SegmentRules) {
        self.classifier.set_value(Classifier::new(rules));
        self.start();
    }

    /// Classifies the same clients by other rules.
    pub(super) fn set_rules(&self, rules: SegmentRules) {
        self.classifier.update_value(|classifier| classifier.begin_again(rules));
        self.start();
    }

    pub(super) fn follow(&self, changes: &Changes) {
        if changes.imports || !self.is_ready.get_untracked() {
            let rules = self.classifier.with_value(|classifier| classifier.rules().clone());
            self.restart(rules);
        } else if !changes.membership && !changes.columns && !changes.written.iter().any(Classifier::depends_on) {
            // A column of notes was filled: nobody becomes another.
        } else if changes.rows.len() > AT_ONCE as usize {
            self.follow_in_slices(self.run.get_value(), changes.rows.clone(), 0);
        } else if self.take_in(&changes.rows) {
            self.version.update(|version| *version += 1);
        }
    }

    /// Looks anew at some rows, and says whether any finding changed.
    fn take_in(&self, rows: &[u32]) -> bool {
        let changed = self.workbook.with_value(|workbook| {
            self.classifier.try_update_value(|classifier| classifier.update(workbook.table(), rows))
        });
        let changed = changed.unwrap_or_default();
        let is_changed = !changed.is_empty();
        self.moved.update_value(|moved| moved.extend(changed));
        is_changed
    }

    /// Looks anew at many rows (a column was filled), from one of them on.
    fn follow_in_slices(self, run: u64, rows: Vec<u32>, from: usize) {
        let slice = move || {
            if self.run.try_get_value() != Some(run) {
                return;
            }
            let start = (self.host.now)();
            let (mut from, mut is_changed) = (from, false);
            while from < rows.len() && (self.host.now)() - start <= SLICE {
                let end = (from + STRIDE as usize).min(rows.len());
                is_changed |= self.take_in(&rows[from..end]);
                from = end;
            }
            if is_changed {
                self.version.update(|version| *version += 1);
                self.tell(false);
            }
            if from < rows.len() {
                self.follow_in_slices(run, rows, from);
            }
        };
        (self.host.later)(Box::new(slice));
    }

    fn start(&self) {
        let run = self.run.with_value(|run| run + 1);
        self.run.set_value(run);
        self.began.set_value((self.host.now)());
        let rows = self.workbook.with_value(|workbook| workbook.table().row_count());
        if rows <= AT_ONCE {
            while !self.step(u32::MAX) {}
            self.finish();
        } else {
            self.is_ready.set(false);
            self.schedule(run);
        }
    }

    fn schedule(self, run: u64) {
        let work = move || {
            let is_wanted = move || self.run.try_get_value() == Some(run);
            in_slices(self.host, SLICE, is_wanted, move || self.step(STRIDE), move || self.finish());
        };
        (self.host.later)(Box::new(work));
    }

    fn step(&self, rows: u32) -> bool {
        self.workbook.with_value(|workbook| {
            let step = |classifier: &mut Classifier| classifier.step(workbook.table(), rows);
            self.classifier.try_update_value(step).unwrap_or(true)
        })
    }

    fn finish(&self) {
        (self.host.measure)("kontor:segment", self.began.get_value());
        self.is_ready.set(true);
        self.version.update(|version| *version += 1);
        self.tell(true);
    }

    /// Tells the analyses that segments of some clients, or of all, were found.
    fn tell(&self, all: bool) {
        if let Some(analyses) = self.listener.get_value() {
            analyses.segments_moved(all);
        }
    }
}
