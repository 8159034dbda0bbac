//! When the analyses are made, followed and made anew.

use leptos::prelude::*;

use super::making::Making;
use crate::analysis::{Analyses, AnalysisRules, FoundSource, FoundValues, FoundWords};
use crate::state::host::Host;
use crate::state::segments::Segments;
use crate::state::slices::in_slices;
use crate::workbook::{Changes, Found, Workbook};

/// How long one slice may block the page, in milliseconds.
const SLICE: f64 = 36.0;
/// Rows between two looks at the clock.
const STRIDE: u32 = 2_000;
/// Tables up to this size are analysed at once, and so many rows are followed at once.
const AT_ONCE: u32 = 5_000;

/// The analyses of all clients. They are made once something asks for them, and followed from then on.
#[derive(Clone, Copy)]
pub struct LiveAnalyses {
    workbook: StoredValue<Workbook>,
    segments: Segments,
    /// What is shown: the last analyses that were made whole.
    shown: StoredValue<Option<Analyses>>,
    making: StoredValue<Option<Making>>,
    words: StoredValue<FoundWords>,
    is_wanted: StoredValue<bool>,
    /// Whether they have to begin from nothing, and wait for the segments.
    is_due: StoredValue<bool>,
    is_ready: RwSignal<bool>,
    /// Grows with each change of what was found.
    version: RwSignal<u64>,
    /// Grows each time that all found columns were written anew.
    filled: RwSignal<u64>,
    /// Grows with each start from nothing, so that slices of an older run end.
    run: StoredValue<u64>,
    began: StoredValue<f64>,
    host: Host,
}

impl LiveAnalyses {
    pub(in crate::state) fn new(workbook: StoredValue<Workbook>, segments: Segments, host: Host) -> Self {
        let analyses = Self {
            workbook,
            segments,
            shown: StoredValue::new(None),
            making: StoredValue::new(None),
            words: StoredValue::new(FoundWords::default()),
            is_wanted: StoredValue::new(false),
            is_due: StoredValue::new(false),
            is_ready: RwSignal::new(false),
            version: RwSignal::new(0),
            filled: RwSignal::new(0),
            run: StoredValue::new(0),
            began: StoredValue::new(0.0),
            host,
        };
        segments.set_listener(analyses);
        analyses
    }

    /// Asks for the analyses: they are made, and kept in step, from now on. Not for memos: it changes what they follow.
    pub fn want(&self) {
        if !self.is_wanted.get_value() {
            self.is_wanted.set_value(true);
            self.start();
        }
    }

    /// Whether there are analyses of all clients; followed.
    pub fn is_ready(&self) -> bool {
        self.is_ready.get()
    }

    /// Makes the running memo or effect follow everything that was found.
    pub fn follow_found(&self) {
        self.version.track();
    }

    /// A number that grows with each change of what was found; followed.
    pub fn version(&self) -> u64 {
        self.version.get()
    }

    /// A number that is another one each time the found columns were written as a whole; followed.
    pub fn filled(&self) -> u64 {
        self.filled.get()
    }

    /// Reads the analyses; nothing while there are none. Not followed: see [`LiveAnalyses::follow_found`].
    pub fn with<T>(&self, read: impl FnOnce(&Analyses) -> T) -> Option<T> {
        self.shown.with_value(|shown| shown.as_ref().map(read))
    }

    /// Sets the words of the page's language.
    pub fn set_words(&self, words: FoundWords) {
        if self.words.with_value(|before| *before == words) {
            return;
        }
        self.words.set_value(words);
        if self.is_wanted.get_value() {
            self.write_anew();
        }
    }

    pub(in crate::state) fn follow(&self, changes: &Changes) {
        let moved = self.segments.take_moved();
        if !self.is_wanted.get_value() {
            return;
        }
        let may_change_rules = changes.records || changes.rebuilt;
        let has_other_rules = may_change_rules
            && self.with_current(|current| {
                self.workbook.with_value(|workbook| current.rules() != &AnalysisRules::of_workbook(workbook))
            });
        if changes.rebuilt {
            // Rows are no longer where they were: what is shown is of no use.
            self.shown.set_value(None);
            self.is_ready.set(false);
        }
        if changes.rebuilt || changes.imports || has_other_rules {
            return self.start();
        }
        let concerns = concerns(changes);
        if concerns && changes.rows.len() > AT_ONCE as usize {
            return self.start();
        }
        let mut rows = if concerns { self.take_in(&changes.rows) } else { Vec::new() };
        rows.extend(moved);
        self.write(rows);
    }

    /// A page that stays open over midnight counts from the new day on.
    pub(in crate::state) fn follow_the_day(&self) {
        let today = (self.host.today)();
        if self.is_wanted.get_value() && self.with_current(|current| current.today() != today) {
            self.start();
        }
    }

    /// Segments were found by themselves, and not within an edit: of some clients, or of all.
    pub(in crate::state) fn segments_moved(&self, all: bool) {
        let moved = self.segments.take_moved();
        if !self.is_wanted.get_value() {
            return;
        }
        match all {
            // The analyses waited for the segments, or only the churn is another.
            true if self.is_due.get_value() => self.start(),
            true => self.write_anew(),
            false => self.write(moved),
        }
    }

    /// Whether something holds for the analyses of the moment: those that are being made, else those that are shown.
    fn with_current(&self, test: impl Fn(&Analyses) -> bool) -> bool {
        let making = self.making.with_value(|making| making.as_ref().map(|making| test(&making.analyses)));
        making.or_else(|| self.with(&test)).unwrap_or(false)
    }

    /// Reads changed rows again, and returns those of which something shown is another now.
    fn take_in(&self, rows: &[u32]) -> Vec<u32> {
        self.workbook.with_value(|workbook| {
            let table = workbook.table();
            self.segments.with(|findings| {
                self.making.update_value(|making| {
                    if let Some(making) = making {
                        making.follow(table, findings, rows);
                    }
                });
            });
            let update = |shown: &mut Option<Analyses>| shown.as_mut().map(|shown| shown.update(table, rows));
            self.shown.try_update_value(update).flatten().unwrap_or_default()
        })
    }

    /// Writes some rows of the found columns again.
    fn write(&self, mut rows: Vec<u32>) {
        if rows.is_empty() {
            return;
        }
        if rows.len() > AT_ONCE as usize {
            return self.write_anew();
        }
        rows.sort_unstable();
        rows.dedup();
        let values = self.words.with_value(FoundValues::new);
        self.segments.with(|findings| {
            self.making.update_value(|making| {
                if let Some(making) = making {
                    making.write(findings, &rows);
                }
            });
            self.shown.with_value(|shown| {
                let Some(analyses) = shown else { return };
                let source = FoundSource { analyses, findings };
                self.workbook.update_value(|workbook| {
                    for (row, found) in rows.iter().flat_map(|row| Found::ALL.map(|found| (*row, found))) {
                        workbook.set_found_of(row, found, &values.of(row, found, source));
                    }
                });
            });
        });
        self.version.update(|version| *version += 1);
    }

    /// Writes all found columns anew, of the analyses that there are.
    fn write_anew(&self) {
        if self.making.with_value(Option::is_some) {
            return self.start();
        }
        if let Some(analyses) = self.shown.with_value(Clone::clone) {
            self.begin(self.words.with_value(|words| Making::of(analyses, words)));
        }
    }

    /// Makes the analyses from nothing, once the segments are known.
    fn start(&self) {
        let is_due = !self.segments.is_ready_now();
        self.is_due.set_value(is_due);
        if is_due {
            self.making.set_value(None);
            return;
        }
        let rules = self.workbook.with_value(AnalysisRules::of_workbook);
        let today = (self.host.today)();
        self.begin(self.words.with_value(|words| Making::new(rules, today, words)));
    }

    fn begin(&self, making: Making) {
        let run = self.run.with_value(|run| run + 1);
        self.run.set_value(run);
        self.began.set_value((self.host.now)());
        self.making.set_value(Some(making));
        let rows = self.workbook.with_value(|workbook| workbook.table().row_count());
        if rows <= AT_ONCE {
            while !self.step(u32::MAX) {}
            self.finish();
        } else {
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
            self.segments.with(|findings| {
                let step = |making: &mut Option<Making>| {
                    // Without segments there is nothing to make: it begins again when they are found.
                    making.as_mut().is_none_or(|making| making.step(workbook.table(), findings, rows))
                };
                self.making.try_update_value(step).unwrap_or(true)
            })
        })
    }

    fn finish(&self) {
        let Some(Making { analyses, columns, .. }) = self.making.try_update_value(Option::take).flatten() else {
            return;
        };
        self.workbook.update_value(|workbook| {
            for (found, data) in Found::ALL.into_iter().zip(columns) {
                workbook.set_found(found, data);
            }
        });
        self.shown.set_value(Some(analyses));
        (self.host.measure)("kontor:analyse", self.began.get_value());
        self.is_ready.set(true);
        self.version.update(|version| *version += 1);
        self.filled.update(|filled| *filled += 1);
    }
}

/// Whether any analysis may be another after these changes.
fn concerns(changes: &Changes) -> bool {
    // A new day for the formulas names no columns.
    let is_unnamed = changes.written.is_empty() && !changes.rows.is_empty();
    changes.membership
        || changes.columns
        || changes.sales
        || is_unnamed
        || changes.written.iter().any(Analyses::depends_on)
}
