//! What has to be done this week, over all clients: made when something shows it, and made anew in slices after an edit
//! has been painted.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use leptos::prelude::*;

use super::facts::sum_of_revenue;
use super::week_alert::WeekAlert;
use crate::approach::{Alert, ApproachRules, ClientRecords, ClientState, alerts, by_urgency};
use crate::state::slices::in_slices;
use crate::state::{Book, Part};
use crate::workbook::{Day, Field, RowId};

/// How long one slice may block the page, in milliseconds.
const SLICE: f64 = 30.0;
/// Clients between two looks at the clock.
const STRIDE: u32 = 2_000;

/// The list of all alerts. It rests on the analyses of the workbook, and asks for them.
#[derive(Clone, Copy)]
pub struct Week {
    book: Book,
    /// How many views show it. Nothing is computed while none does.
    watchers: RwSignal<u32>,
    alerts: RwSignal<Option<Vec<WeekAlert>>>,
    /// The revenue of all clients, of the last run.
    revenue: RwSignal<Option<f64>>,
    is_waiting: StoredValue<bool>,
    /// Grows with each start, so that slices of an older run end.
    run: StoredValue<u64>,
}

/// A run under way.
struct Run {
    rules: ApproachRules,
    records: HashMap<RowId, ClientRecords>,
    found: Vec<(f64, Alert)>,
    next: u32,
    today: Day,
}

impl Week {
    /// The list of a workbook. Nothing follows it yet: see [`Week::follow`].
    pub fn new(book: Book) -> Self {
        Self {
            book,
            watchers: RwSignal::new(0),
            alerts: RwSignal::new(None),
            revenue: RwSignal::new(None),
            is_waiting: StoredValue::new(false),
            run: StoredValue::new(0),
        }
    }

    /// Keeps the list in step with the workbook while a view shows it.
    pub fn follow(self) {
        let is_watched = Memo::new(move |_| self.watchers.get() > 0);
        Effect::new(move || {
            if is_watched.get() {
                self.book.analyses().want();
                self.book.follow(Part::Cells);
                self.book.follow(Part::Clients);
                self.book.follow(Part::Records);
                self.book.follow_layout();
                self.book.analyses().follow_found();
                self.book.segments().follow_findings();
                self.soon();
            }
        });
    }

    /// Says that the running component shows the list, until it is taken away.
    pub fn watch(self) {
        self.watchers.update(|watchers| *watchers += 1);
        on_cleanup(move || {
            self.watchers.try_update(|watchers| *watchers = watchers.saturating_sub(1));
        });
    }

    /// All alerts, the most urgent first; nothing before they were looked for. Followed.
    pub fn alerts(&self) -> Option<Vec<WeekAlert>> {
        self.alerts.get()
    }

    /// How many alerts there are; nothing before they were looked for. Followed.
    pub fn count(&self) -> Option<usize> {
        self.alerts.with(|alerts| alerts.as_ref().map(Vec::len))
    }

    /// The revenue of all clients; nothing while it is not known. Followed.
    pub(super) fn revenue_of_all(&self) -> Option<f64> {
        self.revenue.get()
    }

    /// Begins once the page had a chance to paint; several edits before that begin one run.
    fn soon(self) {
        if self.is_waiting.get_value() {
            return;
        }
        self.is_waiting.set_value(true);
        (self.book.host().later)(Box::new(move || {
            self.is_waiting.try_set_value(false);
            self.begin();
        }));
    }

    /// Looks for all alerts anew. Where clients are still being classified or analysed, the end of
    /// that begins it again.
    pub fn begin(self) {
        let Some(number) = self.run.try_get_value().map(|number| number + 1) else { return };
        self.run.set_value(number);
        let analyses = self.book.analyses();
        let is_known = self.book.segments().is_ready_now() && analyses.with(|_| ()).is_some();
        if !is_known {
            return;
        }
        let today = (self.book.host().today)();
        let (rules, records) =
            self.book.with(|workbook| (ApproachRules::of_workbook(workbook), ClientRecords::of_workbook(workbook)));
        let revenue = analyses.with(sum_of_revenue).flatten();
        if self.revenue.get_untracked() != revenue {
            self.revenue.set(revenue);
        }
        let run = Rc::new(RefCell::new(Run { rules, records, found: Vec::new(), next: 0, today }));
        let working = run.clone();
        let step = move || self.step(&mut working.borrow_mut());
        // What the list rests on may be gone while it is made: then it begins again when that is there.
        let is_wanted = move || self.run.try_get_value() == Some(number) && self.book.analyses().with(|_| ()).is_some();
        in_slices(self.book.host(), SLICE, is_wanted, step, move || self.finish(&run.borrow().found));
    }

    /// Does some of the work, and says whether all is done.
    fn step(&self, run: &mut Run) -> bool {
        self.book.table(|table| {
            let end = run.next.saturating_add(STRIDE).min(table.row_count());
            let (margin, last_order) = (table.field(Field::Margin), table.field(Field::LastOrder));
            self.book.analyses().with(|analyses| {
                for row in run.next..end {
                    let segment = self.book.segments().with(|findings| findings.segment(row));
                    let (Some(segment), true) = (segment, table.is_alive(row)) else { continue };
                    let revenue = analyses.revenue(row);
                    let client = ClientState {
                        row,
                        segment,
                        revenue,
                        margin: margin.number(row),
                        last_order: last_order.day(row),
                        rhythm: analyses.rhythm(row).ok(),
                        records: table.row_id(row).and_then(|client| run.records.get(&client)),
                    };
                    let found = alerts(&client, &run.rules, run.today);
                    run.found.extend(found.into_iter().map(|alert| (revenue.unwrap_or(0.0), alert)));
                }
            });
            run.next = end;
            end == table.row_count()
        })
    }

    fn finish(&self, found: &[(f64, Alert)]) {
        let found = by_urgency(found.to_vec());
        let of =
            |alert: &Alert| self.book.table(|table| table.row_id(alert.row)).map(|client| WeekAlert::of(alert, client));
        let found: Vec<WeekAlert> = found.iter().filter_map(of).collect();
        if self.alerts.with_untracked(|alerts| alerts.as_ref() != Some(&found)) {
            self.alerts.set(Some(found));
        }
    }
}
