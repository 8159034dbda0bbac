//! The sheet that a proposal and a batch are made of: what is taken of the file, put together.

use super::areas::{self, Area};
use super::left_out;
use super::merged;
use super::offers::{LeftOut, SheetOffer, TableOffer, Tables, Why};
use super::parts::Parts;
use super::problem_rows::ProblemRows;
use super::same_headings::SheetHeadings;
use super::shape::Shape;
use super::taking::{TableChoice, Taking};
use crate::exchange::error::ReadError;
use crate::exchange::heading_row;
use crate::exchange::headings::Heading;
use crate::exchange::mapping::Mapping;
use crate::exchange::problem::Problems;
use crate::exchange::proposal::{Context, HeadingFound, Proposal};
use crate::exchange::propose::propose;
use crate::exchange::sheet::Sheet;

/// A sheet of the file as it is taken. Its rows and columns keep their places; those of other sheets follow below.
pub struct Held {
    number: u32,
    asked: Taking,
    taking: Taking,
    sheet: Sheet,
    shape: Shape,
    areas: Vec<Area>,
    parts: Parts,
    /// The heading row (from 0) whose merged headings were given to each of their columns.
    named: Option<u32>,
    /// What was taken out for a batch: rows from 1, and whether the hidden ones as well.
    dropped: (Vec<u32>, bool),
}

impl Held {
    /// A whole sheet as it was read, of which this is taken. Other sheets are added by [`Held::append`].
    pub fn new(number: u32, asked: Taking, mut sheet: Sheet, shape: Shape) -> Self {
        merged::fill_down(&mut sheet, &shape.merged);
        let areas = areas::find(&sheet);
        let table = match asked.table {
            TableChoice::Likeliest => areas::likeliest(&sheet, &areas),
            chosen => chosen,
        };
        let taking = Taking { table, also: asked.also.clone() };
        let (parts, dropped) = (Parts::default(), (Vec::new(), false));
        let mut held = Self { number, asked, taking, sheet, shape, areas, parts, named: None, dropped };
        if let Some(area) = held.area().cloned() {
            area.crop(&mut held.sheet);
        }
        held
    }

    /// Adds the rows below the headings of another sheet with the same ones.
    pub fn append(
        &mut self,
        (own, others): (&SheetHeadings, &SheetHeadings),
        name: &str,
        mut added: Sheet,
        shape: &Shape,
    ) -> Result<(), ReadError> {
        merged::fill_down(&mut added, &shape.merged);
        let (first, start) = (self.sheet.row_count, others.row + 1);
        own.append(&mut self.sheet, first, &added, others)?;
        self.sheet.finish();
        self.parts.add(first, start, name);
        for (from, to) in shape.hidden_rows.iter().filter(|(_, to)| *to >= start) {
            self.shape.hidden_rows.push((first + from.saturating_sub(start), first + to - start));
        }
        Ok(())
    }

    /// Whether this is what is asked for, or can still become it. The heading row counts from 1.
    pub fn is_for(&self, sheet: u32, taking: &Taking, heading: Option<u32>, dropped: (&[u32], bool)) -> bool {
        let is_named = |row: u32| heading.is_some_and(|heading| heading == row + 1);
        self.number == sheet
            && (*taking == self.asked || *taking == self.taking)
            && self.named.is_none_or(is_named)
            && (self.is_complete() || (self.dropped.0.as_slice(), self.dropped.1) == dropped)
    }

    fn is_complete(&self) -> bool {
        self.dropped.0.is_empty() && !self.dropped.1
    }

    fn area(&self) -> Option<&Area> {
        match self.taking.table {
            TableChoice::Number(at) => self.areas.get(at as usize),
            TableChoice::Likeliest | TableChoice::Whole => None,
        }
    }

    /// Proposes what becomes of it. The heading row counts from 1; 0 stands for none, `None` for finding it.
    pub fn propose(&mut self, heading: Option<u32>, context: &Context) -> Proposal {
        let (row, found) = match (heading, self.area()) {
            (Some(row), _) => (row.checked_sub(1), HeadingFound::Given),
            (None, Some(area)) => match heading_row::find(&self.sheet) {
                (Some(row), found) if row == area.heading => (Some(row), found),
                _ => (Some(area.heading), HeadingFound::ByShape),
            },
            (None, None) => heading_row::find(&self.sheet),
        };
        self.name_columns(row);
        let mut proposal = propose(&self.sheet, self.number, Some(row.map_or(0, |row| row + 1)), context);
        proposal.heading_found = found;
        proposal.tables = self.offers(&proposal);
        for row in &mut proposal.preview {
            row.number = self.parts.place(row.number).0;
        }
        proposal
    }

    /// The sheet to build a batch of: without the rows that are left out.
    pub fn for_build(&mut self, mapping: &Mapping) -> &Sheet {
        self.name_columns(mapping.heading_row.checked_sub(1));
        let wanted = (mapping.left_out.clone(), mapping.without_hidden);
        if self.is_complete() && (wanted.1 || !wanted.0.is_empty()) {
            let shape = &self.shape;
            let is_out = |row: u32| {
                wanted.0.binary_search(&(row + 1)).is_ok()
                    || (wanted.1 && row >= mapping.heading_row && shape.is_row_hidden(row))
            };
            for column in &mut self.sheet.columns {
                column.cells.retain(|cell| !is_out(cell.row));
            }
            self.dropped = wanted;
        }
        &self.sheet
    }

    /// Names the rows of problems as in the file, and returns those rows whole.
    pub fn place(&self, heading_row: u32, problems: &mut Problems) -> ProblemRows {
        let mut rows = ProblemRows::new(&self.sheet, heading_row, problems);
        let place = |row: &mut u32, sheet: &mut String| {
            let (number, name) = self.parts.place(*row);
            name.clone_into(sheet);
            *row = number;
        };
        for problem in &mut problems.list {
            place(&mut problem.row, &mut problem.sheet);
        }
        for row in &mut rows.rows {
            place(&mut row.row, &mut row.sheet);
        }
        rows
    }

    /// The name of the source: the sheet's, and how many others came along.
    pub fn source_name(&self, sheet: &str) -> String {
        match self.parts.count() {
            0 => sheet.to_owned(),
            more => format!("{sheet} (+{more})"),
        }
    }

    fn name_columns(&mut self, heading: Option<u32>) {
        if let Some(row) = heading
            && self.named.is_none()
            && merged::name_columns(&mut self.sheet, &self.shape.merged, row)
        {
            self.named = Some(row);
        }
    }

    fn offers(&self, proposal: &Proposal) -> Tables {
        let columns: Vec<u32> = proposal.columns.iter().map(|column| column.mapping.position).collect();
        let left_out = left_out::find(&self.sheet, proposal.heading_row, &columns);
        let left_out: Vec<LeftOut> = left_out.into_iter().map(|(row, why)| self.left_out(row, why, &columns)).collect();
        let is_hidden = |column: &u32| self.shape.is_column_hidden(*column);
        let hidden_columns = (0..).zip(&columns).filter(|(_, column)| is_hidden(column)).map(|(at, _)| at).collect();
        let table = |area: &Area| TableOffer { range: area.range(), headings: area.first_headings() };
        Tables {
            taking: self.taking.clone(),
            tables: self.areas.iter().map(table).collect(),
            sheets: Vec::new(),
            hidden_rows: self.hidden_rows(proposal.heading_row, &left_out),
            left_out,
            hidden_columns,
            key: key(proposal),
        }
    }

    fn left_out(&self, row: u32, why: Why, columns: &[u32]) -> LeftOut {
        let (number, sheet) = self.parts.place(row + 1);
        LeftOut {
            row: row + 1,
            number,
            sheet: sheet.to_owned(),
            cells: columns.iter().map(|column| self.sheet.text(row, *column)).collect(),
            why,
            is_hidden: self.shape.is_row_hidden(row),
        }
    }

    fn hidden_rows(&self, first: u32, left_out: &[LeftOut]) -> u32 {
        if self.shape.hidden_rows.is_empty() {
            return 0;
        }
        let filled = (0..).zip(self.sheet.filled_rows()).filter(|(row, filled)| *filled && *row >= first);
        let hidden = filled.filter(|(row, _)| self.shape.is_row_hidden(*row)).count() as u32;
        hidden - left_out.iter().filter(|row| row.is_hidden).count() as u32
    }
}

/// The other sheets that can be taken along, of those with these headings.
pub fn same_headed(
    proposal: &Proposal,
    headings: &[Option<SheetHeadings>],
    sheets: impl Iterator<Item = (String, bool)>,
) -> Vec<SheetOffer> {
    let own = headings.get(proposal.sheet as usize).and_then(Option::as_ref);
    let Some(own) = own.filter(|own| own.row + 1 == proposal.heading_row) else { return Vec::new() };
    if matches!(proposal.tables.taking.table, TableChoice::Number(_)) {
        return Vec::new();
    }
    let numbered = (0..).zip(headings).zip(sheets);
    let same = numbered.filter(|((number, other), _)| {
        *number != proposal.sheet && other.as_ref().is_some_and(|other| own.are_those_of(other))
    });
    same.map(|((sheet, _), (name, is_hidden))| SheetOffer { sheet, name, is_hidden }).collect()
}

/// Stands for the headings; empty where there are none.
fn key(proposal: &Proposal) -> String {
    let keys: Vec<String> = proposal.columns.iter().map(|column| Heading::new(&column.heading).full_key).collect();
    if keys.iter().all(String::is_empty) {
        return String::new();
    }
    // FNV-1a: it must be the same in every version.
    let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", keys.join("\u{1f}").bytes().fold(0xcbf2_9ce4_8422_2325, add))
}
