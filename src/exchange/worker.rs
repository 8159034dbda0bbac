//! What the worker does with a request, without the browser around it.

use super::again;
use super::build;
use super::error::ReadError;
use super::file::{Extent, File};
use super::heading_row::{self, LOOKED_AT};
use super::kontor_marks::{self, Marks};
use super::mapping::Mapping;
use super::progress::Progress;
use super::proposal::{Context, HeadingFound, Proposal};
use super::protocol::{Opened, Reply, Request, SheetSummary, Stage};
use super::rollup;
use super::sheet::Sheet;
use super::tables::{Held, SheetHeadings, Taking, same_headed};
use super::totals::Totals;
use crate::demo;
use crate::duplicates::{self, Decisions, Found};
use crate::review;
use crate::segment::SegmentRules;
use crate::workbook::{Batch, Day, Origin, Workbook};

/// Keeps the opened file between requests, and the sheet that was read last.
pub struct Exchange {
    progress: Progress,
    open: Option<Open>,
}

struct Open {
    name: String,
    file: File,
    size: usize,
    /// An only sheet, read whole when the file was opened.
    sheet: Option<(u32, Sheet)>,
    /// What was taken last.
    held: Option<Held>,
    /// The headings at the top of each sheet.
    headings: Vec<Option<SheetHeadings>>,
    /// What a file of Kontor's own says of its columns.
    marks: Marks,
    /// The sheet with the clients in such a file.
    clients_sheet: Option<u32>,
}

impl Exchange {
    /// `report` is told how far a request is, up to 250 times for each.
    pub fn new(report: impl FnMut(Stage, f32) + 'static) -> Self {
        Self { progress: Progress::new(report), open: None }
    }

    /// Answers a request, with the bytes that come along with it and with the answer.
    pub fn answer(&mut self, request: Request, bytes: Vec<u8>) -> (Reply, Vec<u8>) {
        let answer = match request {
            Request::Open { name } => self.open(name, bytes).map(|opened| (Reply::Opened(opened), Vec::new())),
            Request::Propose { sheet, heading_row, taking, context } => self
                .propose(sheet, heading_row, &taking, &context)
                .map(|proposal| (Reply::Proposed(proposal), Vec::new())),
            Request::RollUp { mapping } => self.roll_up(&mapping).map(|totals| (Reply::RolledUp(totals), Vec::new())),
            Request::Build { mapping, imported_on } => self.build_new(mapping, imported_on),
            Request::Compare { mapping, options, imported_on } => self.compare(mapping, options, imported_on, &bytes),
            Request::Demo { language, seed, today } => {
                let batch = demo::batch(language, seed, today);
                Ok((Reply::built(batch.rows), batch.to_bytes()))
            }
            Request::Duplicates => Ok((Reply::Duplicates(self.duplicates(&bytes)), Vec::new())),
        };
        answer.unwrap_or_else(|error| (Reply::Failed(error), Vec::new()))
    }

    fn open(&mut self, name: String, bytes: Vec<u8>) -> Result<Opened, ReadError> {
        // The file before goes first: two large ones may not fit.
        self.open = None;
        let size = bytes.len();
        self.progress.begin(Stage::Opening, size);
        let mut file = File::open(bytes, &self.progress)?;
        let marks = Marks::take_from(&mut file, &self.progress);
        let size = file.text_length().unwrap_or(size);
        let (held, headings) = (None, Vec::new());
        let mut open = Open { name, size, file, sheet: None, held, headings, marks, clients_sheet: None };
        let sheets = open.summaries(&self.progress);
        // The one with the most headings; among equals the first. A hidden one only where no other has any.
        let key = |(at, sheet): &(u32, &SheetSummary)| {
            (!sheet.is_empty, !sheet.is_hidden, sheet.recognised, std::cmp::Reverse(*at))
        };
        let best = (0..).zip(&sheets).filter(|(_, sheet)| sheet.unreadable.is_none()).max_by_key(key);
        let proposed_sheet = match best {
            Some((_, sheet)) if sheet.is_empty && sheets.iter().all(|sheet| sheet.unreadable.is_none()) => {
                return Err(ReadError::NothingInside);
            }
            Some((at, _)) => open.clients_sheet.unwrap_or(at),
            None => {
                let error = sheets.into_iter().find_map(|sheet| sheet.unreadable);
                return Err(error.unwrap_or(ReadError::NothingInside));
            }
        };
        let format = open.file.format;
        self.open = Some(open);
        Ok(Opened { format, sheets, proposed_sheet })
    }

    fn duplicates(&self, snapshot: &[u8]) -> Found {
        self.progress.begin(Stage::Comparing, 100);
        // Only looked at: nothing is ever written under this name.
        let (workbook, _) = Workbook::open(Origin(0), [snapshot]);
        let done = std::cell::Cell::new(0);
        let report = |share: f32| {
            let now = 20 + (share * 80.0) as usize;
            self.progress.add(now.saturating_sub(done.replace(now)));
        };
        report(0.0);
        duplicates::find(workbook.table(), &Decisions::of_workbook(&workbook), report)
    }

    fn propose(
        &mut self,
        sheet: u32,
        heading_row: Option<u32>,
        taking: &Taking,
        context: &Context,
    ) -> Result<Proposal, ReadError> {
        let open = self.open.as_mut().ok_or(ReadError::NotOpen)?;
        let sheet_name = open.file.sheets.get(sheet as usize).map(|sheet| sheet.name.clone()).unwrap_or_default();
        let names = vec![sheet_name.clone(), open.name.clone()];
        let context = &Context { names, ..context.clone() };
        let mut proposal =
            open.held(sheet, taking, heading_row, (&[], false), &self.progress)?.propose(heading_row, context);
        let sheets = open.file.sheets.iter().map(|sheet| (sheet.name.clone(), sheet.is_hidden));
        proposal.tables.sheets = same_headed(&proposal, &open.headings, sheets);
        open.marks.apply(&mut proposal, context);
        kontor_marks::leave_out_reasons(&mut proposal, &sheet_name, context);
        Ok(proposal)
    }

    fn roll_up(&mut self, mapping: &Mapping) -> Result<Totals, ReadError> {
        let open = self.open.as_mut().ok_or(ReadError::NotOpen)?;
        let dropped = (mapping.left_out.as_slice(), mapping.without_hidden);
        let held = open.held(mapping.sheet, &mapping.taking, Some(mapping.heading_row), dropped, &self.progress)?;
        Ok(rollup::totals(held.for_build(mapping), mapping))
    }

    fn build(&mut self, mapping: &Mapping, imported_on: Option<Day>) -> Result<(Reply, Vec<u8>), ReadError> {
        let open = self.open.as_mut().ok_or(ReadError::NotOpen)?;
        let sheet_name =
            open.file.sheets.get(mapping.sheet as usize).map(|sheet| sheet.name.clone()).unwrap_or_default();
        let file_name = open.name.clone();
        let dropped = (mapping.left_out.as_slice(), mapping.without_hidden);
        let held = open.held(mapping.sheet, &mapping.taking, Some(mapping.heading_row), dropped, &self.progress)?;
        let source = build::source(&file_name, &held.source_name(&sheet_name), imported_on);
        let sheet = held.for_build(mapping);
        // Packing takes about as long as three columns.
        self.progress.begin(Stage::Building, mapping.columns.len() + 3);
        let (batch, mut problems, rolled) = build::build_with_totals(sheet, mapping, source, &self.progress);
        let problem_rows = held.place(mapping.heading_row, &mut problems);
        let bytes = batch.to_bytes();
        self.progress.add(3);
        Ok((Reply::Built { rows: batch.rows, problems, problem_rows, rolled }, bytes))
    }

    /// The sheet as clients of its own: of a file that Kontor wrote with the segments that were chosen by hand.
    fn build_new(&mut self, mapping: Mapping, imported_on: Option<Day>) -> Result<(Reply, Vec<u8>), ReadError> {
        let open = self.open.as_mut().ok_or(ReadError::NotOpen)?;
        let marks = open.marks.clone();
        if !marks.has_choices() {
            return self.build(&mapping, imported_on);
        }
        let dropped = (mapping.left_out.as_slice(), mapping.without_hidden);
        let held = open.held(mapping.sheet, &mapping.taking, Some(mapping.heading_row), dropped, &self.progress)?;
        let sheet = held.for_build(&mapping);
        let mut with_segments = mapping.clone();
        if !again::take_segments(sheet, &mut with_segments, &marks) {
            return self.build(&mapping, imported_on);
        }
        let (reply, bytes) = self.build(&with_segments, imported_on)?;
        let mut batch = Batch::from_bytes(&bytes).map_err(|error| ReadError::Damaged { detail: error.to_string() })?;
        marks.keep_choices(&mut batch);
        Ok((reply, batch.to_bytes()))
    }

    /// The sheet as [`Exchange::build`] makes it, against the workbook of a snapshot.
    fn compare(
        &mut self,
        mapping: Mapping,
        mut options: review::Options,
        imported_on: Option<Day>,
        snapshot: &[u8],
    ) -> Result<(Reply, Vec<u8>), ReadError> {
        let open = self.open.as_mut().ok_or(ReadError::NotOpen)?;
        let marks = open.marks.clone();
        let dropped = (mapping.left_out.as_slice(), mapping.without_hidden);
        let held = open.held(mapping.sheet, &mapping.taking, Some(mapping.heading_row), dropped, &self.progress)?;
        let mapping = again::mapping(held.for_build(&mapping), mapping, &marks, options.count_only);
        options.units.extend(again::units(&mapping));
        let (_, bytes) = self.build(&mapping, imported_on)?;
        let batch = Batch::from_bytes(&bytes).map_err(|error| ReadError::Damaged { detail: error.to_string() })?;
        let (workbook, _) = Workbook::open(Origin(0), [snapshot]);
        let table = workbook.table();
        // What a formula gives is no answer to a file.
        let calculated =
            table.columns().iter().map(|column| &column.definition.id).filter(|id| table.is_calculated(id));
        options.skipped.extend(calculated.cloned());
        let rules = SegmentRules::of_workbook(&workbook);
        let (review, added) = review::compare(table, &batch, &options, &rules);
        let bytes = if added.rows > 0 { added.to_bytes() } else { Vec::new() };
        Ok((Reply::Compared(review), bytes))
    }
}

impl Open {
    /// Looks at the top of each sheet; an only sheet is read whole, as it will be wanted.
    fn summaries(&mut self, progress: &Progress) -> Vec<SheetSummary> {
        progress.stage(Stage::Reading);
        let extent = if self.file.sheets.len() == 1 { Extent::Whole } else { Extent::Top(LOOKED_AT) };
        let names = self.file.sheets.clone();
        let mut summaries = Vec::new();
        for (at, name) in (0..).zip(names) {
            let mut summary = SheetSummary { name: name.name, is_hidden: name.is_hidden, ..SheetSummary::default() };
            let mut headings = None;
            match self.file.read(at, extent, progress) {
                Ok(sheet) => {
                    headings = SheetHeadings::find(&sheet);
                    summary.is_empty = sheet.row_count == 0;
                    if self.clients_sheet.is_none() && again::row_id_column(&sheet).is_some() {
                        self.clients_sheet = Some(at);
                    }
                    summary.recognised = match heading_row::find(&sheet).1 {
                        HeadingFound::ByNames(count) => count,
                        _ => 0,
                    };
                    if extent == Extent::Whole {
                        self.sheet = Some((at, sheet));
                    }
                }
                Err(error) => summary.unreadable = Some(error),
            }
            self.headings.push(headings);
            summaries.push(summary);
        }
        summaries
    }

    /// What is taken of the file, read where it is not in memory. The heading row counts from 1; `dropped` are rows that
    /// may be gone already.
    fn held(
        &mut self,
        wanted: u32,
        taking: &Taking,
        heading_row: Option<u32>,
        dropped: (&[u32], bool),
        progress: &Progress,
    ) -> Result<&mut Held, ReadError> {
        let is_there = self.held.as_ref().is_some_and(|held| held.is_for(wanted, taking, heading_row, dropped));
        if !is_there {
            self.held = None;
            progress.begin(Stage::Reading, self.size);
            let sheet = match self.sheet.take() {
                Some((at, sheet)) if at == wanted => sheet,
                _ => self.file.read(wanted, Extent::Whole, progress)?,
            };
            let mut held = Held::new(wanted, taking.clone(), sheet, self.file.shape(wanted));
            for other in &taking.also {
                self.append(&mut held, wanted, *other, progress)?;
            }
            self.held = Some(held);
        }
        self.held.as_mut().ok_or(ReadError::NotOpen)
    }

    /// Adds the rows of another sheet, if it has the same headings.
    fn append(&mut self, held: &mut Held, wanted: u32, other: u32, progress: &Progress) -> Result<(), ReadError> {
        let headings = |sheet: u32| self.headings.get(sheet as usize).and_then(Option::as_ref);
        let (Some(own), Some(others)) = (headings(wanted), headings(other)) else { return Ok(()) };
        let Some(name) = self.file.sheets.get(other as usize).map(|sheet| sheet.name.clone()) else { return Ok(()) };
        if other == wanted || !own.are_those_of(others) {
            return Ok(());
        }
        let added = self.file.read(other, Extent::Whole, progress)?;
        held.append((own, others), &name, added, &self.file.shape(other))
    }
}
