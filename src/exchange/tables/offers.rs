//! What the dialog offers beside the columns: tables, sheets, rows that are no clients, and what is hidden.

use serde::{Deserialize, Serialize};

use super::taking::Taking;

/// What is offered for a sheet, and what the proposal was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tables {
    /// As it was asked for, with [`TableChoice::Likeliest`](super::TableChoice::Likeliest) made definite.
    pub taking: Taking,
    /// The separate tables of the sheet; empty where there is nothing to choose.
    pub tables: Vec<TableOffer>,
    /// Other sheets with the same headings.
    pub sheets: Vec<SheetOffer>,
    /// Rows that are proposed to be left out, from top to bottom.
    pub left_out: Vec<LeftOut>,
    /// Rows below the heading that hold something and are hidden in the file. Those in `left_out` are not counted.
    pub hidden_rows: u32,
    /// Hidden columns, as places in [`Proposal::columns`](crate::exchange::Proposal::columns).
    pub hidden_columns: Vec<u32>,
    /// Stands for the headings, however they are spaced and cased: a mapping is remembered under it.
    pub key: String,
}

/// A table of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableOffer {
    /// Its cells, as in `B2:F11`.
    pub range: String,
    /// Its first headings.
    pub headings: Vec<String>,
}

/// Another sheet with the same headings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetOffer {
    pub sheet: u32,
    pub name: String,
    pub is_hidden: bool,
}

/// A row that is likely no client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// What names the row in [`Mapping::left_out`](crate::exchange::Mapping::left_out).
    pub row: u32,
    /// The row in its sheet, from 1.
    pub number: u32,
    /// The sheet, where it is not the chosen one.
    pub sheet: String,
    /// One text for each of the proposal's columns.
    pub cells: Vec<String>,
    pub why: Why,
    pub is_hidden: bool,
}

/// Why a row is no client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// It is called a total.
    Total,
    /// Its numbers are the sums of those above it.
    Sum,
    /// The headings once more.
    Heading,
    /// A lone text below the table.
    Note,
}
