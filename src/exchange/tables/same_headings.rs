//! Sheets of one file that have the same headings.

use crate::exchange::error::ReadError;
use crate::exchange::heading_row;
use crate::exchange::headings::Heading;
use crate::exchange::sheet::{Raw, Sheet};

/// The headings of a sheet, as its top shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetHeadings {
    /// The row, from 0.
    pub row: u32,
    /// Columns and normalised headings, from left to right.
    columns: Vec<(u32, String)>,
}

impl SheetHeadings {
    /// Those of a sheet, or of its top.
    pub fn find(sheet: &Sheet) -> Option<Self> {
        let row = heading_row::find(sheet).0?;
        let column = |column: u32| {
            let key = Heading::new(&sheet.text(row, column)).full_key;
            (!key.is_empty()).then_some((column, key))
        };
        let columns: Vec<_> = (0..sheet.columns.len() as u32).filter_map(column).collect();
        (columns.len() > 1).then_some(Self { row, columns })
    }

    /// Whether another sheet has the same ones, in the same order.
    pub fn are_those_of(&self, other: &Self) -> bool {
        self.columns.len() == other.columns.len()
            && self.columns.iter().zip(&other.columns).all(|((_, left), (_, right))| left == right)
    }

    /// Appends the rows below the headings of a sheet that has `others`, each column below its own. The first of them
    /// becomes row `first`.
    pub fn append(&self, sheet: &mut Sheet, first: u32, added: &Sheet, others: &Self) -> Result<(), ReadError> {
        let start = others.row + 1;
        for ((to, _), (from, _)) in self.columns.iter().zip(&others.columns) {
            for cell in added.cells(*from, start) {
                let row = first.saturating_add(cell.row - start);
                match added.raw(*cell) {
                    Raw::Text(text) => sheet.push_text(row, *to, text)?,
                    Raw::Number(number) => sheet.push_number(row, *to, number)?,
                    Raw::Date(days) => sheet.push_date(row, *to, days)?,
                    Raw::Boolean(value) => sheet.push_boolean(row, *to, value)?,
                    Raw::Error(text) => sheet.push_error(row, *to, text)?,
                }
            }
        }
        Ok(())
    }
}
