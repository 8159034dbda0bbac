//! The open workbook, for views: read it, follow its parts, edit it.

use leptos::prelude::*;

use super::analyses::LiveAnalyses;
use super::host::Host;
use super::notices::{Notice, Notices};
use super::segments::Segments;
use crate::analysis::AnalysisRules;
use crate::segment::SegmentRules;
use crate::workbook::{Applied, Changes, ClientTable, Edit, EditKind, Origin, Stored, Workbook};

/// A part of a workbook that views follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Values of clients.
    Cells,
    /// Which clients there are, and where they stand.
    Clients,
    /// Which columns there are.
    Columns,
    /// Title and currency.
    Meta,
    /// Settings and other records.
    Records,
}

/// What takes the bytes of an update.
pub type Outlet = fn(Vec<u8>);

/// The open workbook. Reading never copies it; following is by part, so that an edit of a cell wakes only what shows
/// cells.
#[derive(Clone, Copy)]
pub struct Book {
    workbook: StoredValue<Workbook>,
    versions: [RwSignal<u64>; 5],
    /// Grows when positions of rows are no longer what they were, or another workbook was opened.
    layout: RwSignal<u64>,
    /// What takes the updates: storage and the other tabs.
    outlet: StoredValue<Option<Outlet>>,
    segments: Segments,
    analyses: LiveAnalyses,
    notices: Notices,
    host: Host,
}

impl Book {
    pub fn new(mut workbook: Workbook, host: Host, notices: Notices) -> Self {
        workbook.set_today((host.today)());
        let rules = SegmentRules::of_workbook(&workbook);
        let workbook = StoredValue::new(workbook);
        let segments = Segments::new(workbook, rules, host);
        let analyses = LiveAnalyses::new(workbook, segments, host);
        let versions = std::array::from_fn(|_| RwSignal::new(0));
        let layout = RwSignal::new(0);
        Self { workbook, versions, layout, outlet: StoredValue::new(None), segments, analyses, notices, host }
    }

    /// Sends all further updates to storage.
    pub fn set_outlet(&self, outlet: Outlet) {
        self.outlet.set_value(Some(outlet));
    }

    pub fn segments(&self) -> Segments {
        self.segments
    }

    pub fn analyses(&self) -> LiveAnalyses {
        self.analyses
    }

    pub fn notices(&self) -> Notices {
        self.notices
    }

    pub fn host(&self) -> Host {
        self.host
    }

    /// Reads the workbook. Nothing is followed: say what is with [`Book::follow`].
    pub fn with<T>(&self, read: impl FnOnce(&Workbook) -> T) -> T {
        self.workbook.with_value(read)
    }

    /// Reads the client table. Nothing is followed.
    pub fn table<T>(&self, read: impl FnOnce(&ClientTable) -> T) -> T {
        self.with(|workbook| read(workbook.table()))
    }

    /// Makes the running memo or effect follow a part.
    pub fn follow(&self, part: Part) {
        self.versions[part as usize].track();
    }

    /// A number that grows with everything that happens to the workbook: edits, undo, what comes from other tabs.
    /// Followed.
    pub fn version(&self) -> u64 {
        self.versions.iter().chain([&self.layout]).map(Get::get).sum()
    }

    /// Makes the running memo or effect follow the layout: positions kept from before must be looked up anew.
    pub fn follow_layout(&self) {
        self.layout.track();
    }

    /// Does an edit; where it is refused, the person is told why. Says whether it was done.
    pub fn edit(&self, edit: Edit) -> bool {
        let start = (self.host.now)();
        self.follow_the_day();
        let result = self.change(|workbook| workbook.apply(edit));
        match result {
            Ok(applied) => {
                self.took_place(applied);
                (self.host.measure)("kontor:edit", start);
                true
            }
            Err(refusal) => {
                self.notices.push(Notice::Refused(refusal));
                false
            }
        }
    }

    /// Unpacks an import; the edit that brings it comes in a later moment, so that neither blocks the page for long.
    /// What can't be unpacked is refused by that edit.
    pub fn unpack(&self, origin: Origin, bytes: &[u8]) {
        let _ = self.change(|workbook| workbook.unpack(origin, bytes));
    }

    pub fn undo(&self) {
        if let Some(applied) = self.change(Workbook::undo) {
            self.took_place(applied);
        }
    }

    pub fn redo(&self) {
        if let Some(applied) = self.change(Workbook::redo) {
            self.took_place(applied);
        }
    }

    /// What undo would take back, the last edit first; followed.
    pub fn undo_steps(&self) -> Vec<(EditKind, u32)> {
        self.follow_all();
        self.with(|workbook| workbook.undo_steps().collect())
    }

    /// What redo would do again, the next one first; followed.
    pub fn redo_steps(&self) -> Vec<(EditKind, u32)> {
        self.follow_all();
        self.with(|workbook| workbook.redo_steps().collect())
    }

    /// Takes in an update from storage or another tab. One that can't be read changes nothing and is returned as an
    /// error, for storage to set aside.
    pub fn merge(&self, bytes: &[u8]) -> Result<(), crate::workbook::UpdateError> {
        let changes = self.change(|workbook| workbook.merge(bytes))?;
        self.announce(&changes);
        Ok(())
    }

    /// Shows another workbook.
    pub fn open(&self, mut workbook: Workbook) {
        workbook.set_today((self.host.today)());
        self.workbook.set_value(workbook);
        self.announce(&Changes::all());
    }

    /// The settings of the analyses, with defaults where nothing was set.
    pub fn analysis_rules(&self) -> AnalysisRules {
        self.with(AnalysisRules::of_workbook)
    }

    /// Changes the settings of the analyses.
    pub fn set_analysis_rules(&self, rules: &AnalysisRules) {
        if let Ok(text) = serde_json::to_string(rules) {
            self.edit(Edit::SetRecord { key: AnalysisRules::RECORD.to_owned(), value: Some(Stored::Text(text)) });
        }
    }

    /// The settings of segmentation, with defaults where nothing was set.
    pub fn segment_rules(&self) -> SegmentRules {
        self.with(SegmentRules::of_workbook)
    }

    /// Changes the settings of segmentation.
    pub fn set_segment_rules(&self, rules: &SegmentRules) {
        if let Ok(text) = serde_json::to_string(rules) {
            self.edit(Edit::SetRecord { key: SegmentRules::RECORD.to_owned(), value: Some(Stored::Text(text)) });
        }
    }

    /// A page that stays open over midnight counts with the new day from its next edit on.
    fn follow_the_day(&self) {
        let today = (self.host.today)();
        let changes = self.change(|workbook| workbook.set_today(today));
        if !changes.is_empty() {
            self.announce(&changes);
        }
        self.analyses.follow_the_day();
    }

    fn change<T>(&self, change: impl FnOnce(&mut Workbook) -> T) -> T {
        self.workbook.try_update_value(change).expect("the workbook lives as long as the page")
    }

    fn took_place(&self, applied: Applied) {
        if applied.update.is_empty() {
            return;
        }
        // Stored first: an edit is safe before it is shown.
        if let Some(outlet) = self.outlet.get_value() {
            outlet(applied.update);
        }
        if applied.changes.imports {
            // Many clients: what shows them begins in the next moment, so that neither half blocks the page for long.
            let book = *self;
            (self.host.later)(Box::new(move || book.announce(&applied.changes)));
        } else {
            self.announce(&applied.changes);
        }
    }

    fn announce(&self, changes: &Changes) {
        // Most records and titles are not about segments: classifying all clients anew would be for nothing.
        let may_change_rules = changes.records || changes.meta;
        let rules = (may_change_rules || changes.rebuilt).then(|| self.with(SegmentRules::of_workbook));
        match rules {
            Some(rules) if changes.rebuilt => self.segments.restart(rules),
            Some(rules) if self.segments.has_other_rules(&rules) => {
                self.segments.follow(changes);
                self.segments.set_rules(rules);
            }
            _ => self.segments.follow(changes),
        }
        self.analyses.follow(changes);
        let parts = [
            (Part::Cells, !changes.rows.is_empty() || changes.rebuilt),
            (Part::Clients, changes.membership),
            (Part::Columns, changes.columns),
            (Part::Meta, changes.meta),
            (Part::Records, changes.records),
        ];
        if changes.rebuilt {
            self.layout.update(|version| *version += 1);
        }
        for (part, _) in parts.into_iter().filter(|(_, is_changed)| *is_changed) {
            self.versions[part as usize].update(|version| *version += 1);
        }
    }

    fn follow_all(&self) {
        self.versions.iter().for_each(Track::track);
    }
}
