//! A sheet in memory, as it was read: sparse columns of small cells, with the texts in one pool.
//!
//! Neither a declared size nor a lonely cell in the last row costs anything. A cell takes 16 bytes.

use super::error::ReadError;
use super::fast_hash::{FastHasher, FastMap};
use super::write::{day_text, number_text};
use std::hash::Hasher;

/// The limits of a spreadsheet since 2007.
pub const MAX_ROWS: u32 = 1 << 20;
pub const MAX_COLUMNS: u32 = 1 << 14;
/// More filled cells than this (640 MB of them) are refused: the page has 4 GB in all, and the batch comes on top.
const MAX_CELLS: u32 = 40_000_000;
/// More text than this is refused.
const MAX_TEXT: usize = 600_000_000;

/// A sheet. Rows and columns count from 0.
#[derive(Default)]
pub struct Sheet {
    pub columns: Vec<RawColumn>,
    pub texts: TextPool,
    /// One more than the last filled row.
    pub row_count: u32,
    cell_count: u32,
    /// Codes of texts that live at a fixed address while the sheet is read.
    by_address: FastMap<usize, u32>,
}

/// The filled cells of one column, from top to bottom.
#[derive(Default)]
pub struct RawColumn {
    pub cells: Vec<RawCell>,
    texts_seen: u32,
    texts_new: u32,
}

/// One filled cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RawCell {
    pub row: u32,
    kind: RawKind,
    bits: u64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum RawKind {
    Text,
    Number,
    Date,
    Boolean,
    Error,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Raw<'a> {
    /// Without white space around it, and never empty.
    Text(&'a str),
    Number(f64),
    /// Days since 1970-01-01, with the time of day as a fraction.
    Date(f64),
    Boolean(bool),
    /// `#REF!` and the like.
    Error(&'a str),
}

/// Texts, each under a code from 1. Most are kept once.
pub struct TextPool {
    blob: String,
    ends: Vec<u32>,
    by_hash: FastMap<u64, u32>,
}

impl Default for TextPool {
    fn default() -> Self {
        Self { blob: String::new(), ends: vec![0], by_hash: FastMap::default() }
    }
}

impl TextPool {
    pub fn get(&self, code: u32) -> &str {
        let code = code as usize;
        let (Some(end), true) = (self.ends.get(code), code > 0) else { return "" };
        let start = self.ends.get(code - 1).copied().unwrap_or(0);
        self.blob.get(start as usize..*end as usize).unwrap_or("")
    }

    /// One more than the largest code.
    pub fn code_count(&self) -> usize {
        self.ends.len()
    }

    fn push(&mut self, text: &str) -> u32 {
        self.blob.push_str(text);
        self.ends.push(self.blob.len() as u32);
        self.ends.len() as u32 - 1
    }

    /// The code of an equal text, or a new one; and whether it is new.
    fn intern(&mut self, text: &str) -> (u32, bool) {
        let mut hasher = FastHasher::default();
        hasher.write(text.as_bytes());
        let hash = hasher.finish();
        match self.by_hash.get(&hash) {
            Some(code) if self.get(*code) == text => (*code, false),
            _ => {
                let code = self.push(text);
                self.by_hash.insert(hash, code);
                (code, true)
            }
        }
    }
}

impl Sheet {
    /// Adds a text; white space around it is cut off, and an empty one is no cell.
    pub fn push_text(&mut self, row: u32, column: u32, text: &str) -> Result<(), ReadError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let place = Self::column_mut(&mut self.columns, row, column)?;
        // Where nearly all texts of a column differ, looking each up only costs time.
        let code = if place.texts_seen > 4096 && u64::from(place.texts_new) * 10 > u64::from(place.texts_seen) * 9 {
            self.texts.push(text)
        } else {
            let (code, is_new) = self.texts.intern(text);
            place.texts_seen += 1;
            place.texts_new += u32::from(is_new);
            code
        };
        self.push(row, column, RawKind::Text, u64::from(code))
    }

    /// Adds a text that stays where it is in memory until [`Sheet::finish`] and so is known by its address.
    pub fn push_shared_text(&mut self, row: u32, column: u32, text: &str) -> Result<(), ReadError> {
        let address = text.as_ptr() as usize;
        let code = if let Some(code) = self.by_address.get(&address) {
            *code
        } else {
            let trimmed = text.trim();
            let code = if trimmed.is_empty() { 0 } else { self.texts.push(trimmed) };
            // Empty texts may share their address with others.
            if !text.is_empty() {
                self.by_address.insert(address, code);
            }
            code
        };
        if code == 0 { Ok(()) } else { self.push(row, column, RawKind::Text, u64::from(code)) }
    }

    pub fn push_number(&mut self, row: u32, column: u32, number: f64) -> Result<(), ReadError> {
        if number.is_finite() {
            self.push(row, column, RawKind::Number, number.to_bits())
        } else {
            self.push_error(row, column, "#NUM!")
        }
    }

    /// Adds a date as days since 1970-01-01.
    pub fn push_date(&mut self, row: u32, column: u32, days: f64) -> Result<(), ReadError> {
        self.push(row, column, RawKind::Date, days.to_bits())
    }

    pub fn push_boolean(&mut self, row: u32, column: u32, value: bool) -> Result<(), ReadError> {
        self.push(row, column, RawKind::Boolean, u64::from(value))
    }

    pub fn push_error(&mut self, row: u32, column: u32, text: &str) -> Result<(), ReadError> {
        let (code, _) = self.texts.intern(text);
        self.push(row, column, RawKind::Error, u64::from(code))
    }

    fn column_mut(columns: &mut Vec<RawColumn>, row: u32, column: u32) -> Result<&mut RawColumn, ReadError> {
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            return Err(ReadError::TooLarge);
        }
        let at = column as usize;
        if at >= columns.len() {
            columns.resize_with(at + 1, RawColumn::default);
        }
        columns.get_mut(at).ok_or(ReadError::TooLarge)
    }

    fn push(&mut self, row: u32, column: u32, kind: RawKind, bits: u64) -> Result<(), ReadError> {
        let place = Self::column_mut(&mut self.columns, row, column)?;
        place.cells.push(RawCell { row, kind, bits });
        self.cell_count += 1;
        self.row_count = self.row_count.max(row + 1);
        if self.cell_count > MAX_CELLS || self.texts.blob.len() > MAX_TEXT {
            return Err(ReadError::TooLarge);
        }
        Ok(())
    }

    /// Ends the reading: addresses are forgotten, and cells that came out of order are put in order. Where a place
    /// was written twice, the later cell counts.
    pub fn finish(&mut self) {
        self.by_address = FastMap::default();
        self.texts.by_hash = FastMap::default();
        for column in &mut self.columns {
            let is_ordered = column.cells.is_sorted_by(|left, right| left.row < right.row);
            if !is_ordered {
                column.cells.sort_by_key(|cell| cell.row);
                column.cells.reverse();
                column.cells.dedup_by_key(|cell| cell.row);
                column.cells.reverse();
            }
        }
    }

    pub fn raw(&self, cell: RawCell) -> Raw<'_> {
        match cell.kind {
            RawKind::Text => Raw::Text(self.texts.get(cell.bits as u32)),
            RawKind::Number => Raw::Number(f64::from_bits(cell.bits)),
            RawKind::Date => Raw::Date(f64::from_bits(cell.bits)),
            RawKind::Boolean => Raw::Boolean(cell.bits != 0),
            RawKind::Error => Raw::Error(self.texts.get(cell.bits as u32)),
        }
    }

    /// The filled cells of a column from row `first` on.
    pub fn cells(&self, column: u32, first: u32) -> &[RawCell] {
        let cells = self.columns.get(column as usize).map_or(&[] as &[_], |column| &column.cells);
        cells.get(cells.partition_point(|cell| cell.row < first)..).unwrap_or(&[])
    }

    /// What stands in a cell, if anything.
    pub fn get(&self, row: u32, column: u32) -> Option<Raw<'_>> {
        self.cells(column, row).first().filter(|cell| cell.row == row).map(|cell| self.raw(*cell))
    }

    /// What stands in a cell, as a person sees it; empty where nothing does.
    pub fn text(&self, row: u32, column: u32) -> String {
        self.get(row, column).map_or_else(String::new, Raw::to_text)
    }

    /// For each row whether it holds anything.
    pub fn filled_rows(&self) -> Vec<bool> {
        let mut filled = vec![false; self.row_count as usize];
        let mut left = filled.len();
        for column in &self.columns {
            for cell in &column.cells {
                if let Some(place) = filled.get_mut(cell.row as usize)
                    && !*place
                {
                    *place = true;
                    left -= 1;
                }
            }
            if left == 0 {
                break;
            }
        }
        filled
    }
}

impl RawCell {
    /// The code of the cell's text.
    pub fn text_code(self) -> Option<u32> {
        (self.kind == RawKind::Text).then_some(self.bits as u32)
    }
}

impl Raw<'_> {
    /// The cell as a person sees it.
    pub fn to_text(self) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.to_owned(),
            Self::Number(number) => number_text(number),
            Self::Date(days) => day_text(days),
            Self::Boolean(true) => "TRUE".to_owned(),
            Self::Boolean(false) => "FALSE".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lonely_cell_far_away_costs_nothing_and_is_found() {
        let mut sheet = Sheet::default();
        sheet.push_number(MAX_ROWS - 1, MAX_COLUMNS - 1, 7.0).expect("inside");
        assert_eq!(sheet.push_number(MAX_ROWS, 0, 7.0), Err(ReadError::TooLarge));
        assert_eq!(sheet.get(MAX_ROWS - 1, MAX_COLUMNS - 1), Some(Raw::Number(7.0)));
        assert_eq!(sheet.get(0, 0), None);
    }

    #[test]
    fn cells_out_of_order_are_put_in_order_and_the_later_of_two_counts() {
        let mut sheet = Sheet::default();
        for (row, number) in [(3, 1.0), (1, 2.0), (3, 3.0)] {
            sheet.push_number(row, 0, number).expect("inside");
        }
        sheet.finish();
        assert_eq!((sheet.get(1, 0), sheet.get(3, 0)), (Some(Raw::Number(2.0)), Some(Raw::Number(3.0))));
    }

    #[test]
    fn white_space_is_no_cell() {
        let mut sheet = Sheet::default();
        sheet.push_text(0, 0, " \u{a0}\t").expect("inside");
        sheet.push_text(1, 0, "  Acme ").expect("inside");
        sheet.push_shared_text(2, 0, " Acme").expect("inside");
        assert_eq!(sheet.filled_rows(), [false, true, true]);
        assert_eq!((sheet.text(1, 0), sheet.text(2, 0)), ("Acme".to_owned(), "Acme".to_owned()));
    }
}
