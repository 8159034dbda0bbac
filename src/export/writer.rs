//! What the writing worker does with a request, without the browser around it.

use super::error::ExportError;
use super::order::{CsvOrder, ExportColumn, XlsxOrder};
use super::problem::CellProblems;
use super::protocol::{Reply, Request, Stage};
use super::{csv, xlsx};
use crate::analysis::{Analyses, AnalysisRules, FoundSource, FoundValues, FoundWords};
use crate::segment::{Findings, SegmentRules, classify};
use crate::workbook::{ColumnId, Day, Found, Origin, Workbook};

/// Is told how far a request is: the stage, and 0 to 1 within it.
pub(super) type Report<'a> = &'a mut dyn FnMut(Stage, f32);

/// Writes files.
pub struct Writer {
    report: Box<dyn FnMut(Stage, f32)>,
}

/// A written file, and what did not fit into it.
pub(super) type Written = (Vec<u8>, CellProblems);

impl Writer {
    pub fn new(report: impl FnMut(Stage, f32) + 'static) -> Self {
        Self { report: Box::new(report) }
    }

    /// Answers a request, with the bytes that come along with it and with the answer.
    pub fn answer(&mut self, request: Request, bytes: &[u8]) -> (Reply, Vec<u8>) {
        let written = match request {
            Request::Xlsx(order) => self.xlsx(*order, bytes),
            Request::Csv(order) => self.csv(&order, bytes),
            Request::Plain(sheet) => xlsx::plain(sheet, &mut self.report).map(|bytes| (bytes, CellProblems::default())),
        };
        match written {
            Ok((bytes, problems)) => (Reply::Written { problems }, bytes),
            Err(error) => (Reply::Failed(error), Vec::new()),
        }
    }

    fn xlsx(&mut self, order: XlsxOrder, snapshot: &[u8]) -> Result<Written, ExportError> {
        let (mut workbook, findings) = self.open(snapshot, order.today)?;
        fill_found(&mut workbook, &findings, &order.columns, order.today, &order.words.found);
        xlsx::workbook(order, &workbook, &findings, &mut self.report)
    }

    fn csv(&mut self, order: &CsvOrder, snapshot: &[u8]) -> Result<Written, ExportError> {
        let (mut workbook, findings) = self.open(snapshot, order.today)?;
        fill_found(&mut workbook, &findings, &order.columns, order.today, &order.found);
        let bytes = csv::write(order, workbook.table(), &findings, &mut self.report)?;
        Ok((bytes, CellProblems::default()))
    }

    fn open(&mut self, snapshot: &[u8], today: Option<Day>) -> Result<(Workbook, Findings), ExportError> {
        (self.report)(Stage::Opening, 0.0);
        // Nothing is ever written by this opening of the workbook.
        let (mut workbook, failed) = Workbook::open(Origin(0), [snapshot]);
        // An import that is damaged in storage is none of the writer's business: what the page shows is written.
        if !failed.is_empty() {
            return Err(ExportError::Unreadable);
        }
        if let Some(today) = today {
            workbook.set_today(today);
        }
        (self.report)(Stage::Opening, 0.5);
        let findings = classify(workbook.table(), &SegmentRules::of_workbook(&workbook));
        Ok((workbook, findings))
    }
}

/// Finds anew what the file shall show of it: none of it is stored. Without a day there are no analyses.
fn fill_found(
    workbook: &mut Workbook,
    findings: &Findings,
    columns: &[ExportColumn],
    today: Option<Day>,
    words: &FoundWords,
) {
    let is_asked = columns.iter().any(|column| matches!(column.id, ColumnId::Found(_)));
    let Some(today) = today.filter(|_| is_asked) else { return };
    let table = workbook.table();
    let analyses = Analyses::of(table, &AnalysisRules::of_workbook(workbook), today);
    let source = FoundSource { analyses: &analyses, findings };
    let data = FoundValues::new(words).columns(table.row_count(), source);
    for (found, data) in Found::ALL.into_iter().zip(data) {
        workbook.set_found(found, data);
    }
}
