//! What Kontor proposes for a sheet: the heading row and a place for each column, with reasons. The person disposes.

use serde::{Deserialize, Serialize};

use super::conventions::DateOrder;
use super::mapping::{Action, ColumnMapping, Mapping};
use super::rollup_proposal::RollupProposal;
use super::rows::{MonthColumn, RowMeaning};
use super::tables::Tables;
use crate::workbook::{ColumnDefinition, ColumnKind, Day, Field};

/// What the workbook already knows and a proposal should fit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// The person's own columns: a heading that equals a title proposes that column again, with its kind.
    pub own_columns: Vec<ColumnDefinition>,
    /// Sheets that Kontor saved for a person to correct, by name, and the heading of the column that it added there.
    pub corrected: Vec<(String, String)>,
    /// Today: months without a year are of this one, where nothing in the file names another.
    pub today: Option<Day>,
    /// The sheet and the file, whose names may say of which year they are.
    pub names: Vec<String>,
}

/// The proposal for one sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    pub sheet: u32,
    /// From 1; 0 where the sheet has no headings.
    pub heading_row: u32,
    pub heading_found: HeadingFound,
    /// Rows below the heading that hold anything: as many clients would be imported.
    pub row_count: u32,
    /// The columns that have a heading or hold anything, from left to right.
    pub columns: Vec<ColumnProposal>,
    /// The last rows above the heading that hold anything (a letterhead, a title), at most five.
    pub above: Vec<PreviewRow>,
    /// The first twenty rows below the heading that hold anything.
    pub preview: Vec<PreviewRow>,
    /// Other tables and sheets, and rows that are no clients.
    pub tables: Tables,
    /// Where the rows look like order lines: how they would be rolled up.
    pub rollup: Option<RollupProposal>,
    /// Where months stand as columns: which ones would become the history.
    pub months: Vec<MonthColumn>,
    /// The headings of these months name no year: the person has to say it.
    pub lacks_year: bool,
    /// How rows that do not look like order lines would be rolled up if they are some after all.
    pub offered: Option<RollupProposal>,
}

/// How the heading row was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HeadingFound {
    /// It has this many headings that Kontor knows (at least three).
    ByNames(u32),
    /// It looks like headings: short, different texts above filled columns.
    ByShape,
    /// The person named it.
    Given,
    /// No row looks like headings.
    None,
}

/// A row as the person sees it in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// The row in the sheet, from 1.
    pub number: u32,
    /// One text for each of [`Proposal::columns`].
    pub cells: Vec<String>,
}

/// The proposal for one column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnProposal {
    /// As in the file, line breaks as spaces; empty where there is none.
    pub heading: String,
    /// What is proposed. It may be imported as it is, whatever is still asked.
    pub mapping: ColumnMapping,
    /// 0 to 100: how sure the field is. 0 for an own column.
    pub confidence: u8,
    /// Why this field.
    pub reason: Match,
    /// What the values say for or against the field, where they say anything.
    pub evidence: Option<Evidence>,
    /// The unit that was found in the heading; its factor is in the mapping.
    pub unit: Option<Unit>,
    /// The own column that this becomes if the person prefers one: always an [`Action::Own`], of the kind that the
    /// values suggest.
    pub own: Action,
    /// What only the person can say; see [`ColumnProposal::open_questions`].
    pub questions: Vec<Question>,
    /// The first different values, as written, at most five.
    pub samples: Vec<String>,
    /// How many cells below the heading are filled.
    pub filled: u32,
}

/// Why a column was taken for a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Match {
    /// The heading is one of the field's names.
    Synonym,
    /// The heading has all words of this name of the field.
    Words(String),
    /// The heading is spelled almost like this name of the field.
    Alike(String),
    /// The heading alone would not have been enough; the values are of the field.
    Values,
    /// The file was written by Kontor, and says which column it is.
    Marked,
    /// The workbook has an own column of this name.
    OwnColumn,
    /// Another column of the sheet fits this field better.
    Taken(Field),
    /// The heading says nothing that Kontor knows.
    Unknown,
    /// The person placed it like this the last time that a file had these headings.
    LastTime,
    /// It says something of one order line, and is summed up or left out for the client.
    OfLine,
    /// It is the sales of a month, and goes into the history.
    OfMonth,
    /// There is no heading.
    NoHeading,
}

/// What most values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    TaxIds,
    Emails,
    Phones,
    Dates,
    Numbers,
    Texts,
    /// The column is empty.
    Nothing,
}

/// A unit in a heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// As written: 万元, тыс. руб., k.
    pub text: String,
    /// What a number is multiplied by.
    pub factor: f64,
}

/// What only the person can say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// Which of these fields the column is. To answer, set [`ColumnMapping::action`] to one of them.
    Field { doubt: Doubt, candidates: Vec<Field> },
    /// Which of these orders the dates are in, with a value that can be read both ways. To answer, set
    /// [`ColumnMapping::dates`].
    DateOrder { orders: Vec<DateOrder>, example: String },
}

/// Why the field is in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Doubt {
    /// Revenue: the client's own, or what we sell to them?
    WhoseRevenue,
    /// 负责人: the client's contact, or our manager?
    ContactOrManager,
    /// The heading is about as near to several fields.
    SeveralFields,
}

impl Proposal {
    /// The proposal as it is, to be changed and confirmed: each row a client, each column for itself. What
    /// [`rollup`](Self::rollup) and [`months`](Self::months) propose goes beyond it, see
    /// [`rolled_up`](Self::rolled_up).
    pub fn mapping(&self) -> Mapping {
        Mapping {
            sheet: self.sheet,
            heading_row: self.heading_row,
            columns: self.columns.iter().map(|column| column.mapping.clone()).collect(),
            taking: self.tables.taking.clone(),
            left_out: self.tables.left_out.iter().map(|row| row.row).collect(),
            without_hidden: false,
            rows: RowMeaning::Clients,
            months: Vec::new(),
        }
    }
}

impl ColumnProposal {
    /// What is still to be asked about the column as it is mapped now. The field is asked as long as none of the
    /// candidates was chosen, the order of dates while the column would be a column of dates.
    pub fn open_questions<'a>(&'a self, mapping: &'a ColumnMapping) -> impl Iterator<Item = &'a Question> {
        self.questions.iter().filter(|question| match question {
            Question::Field { .. } => mapping.action == self.mapping.action,
            Question::DateOrder { .. } => mapping.dates.is_none() && mapping.action.kind() == Some(ColumnKind::Date),
        })
    }
}
