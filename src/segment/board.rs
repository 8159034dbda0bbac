//! The board: clients in columns by segment or by any column of few different texts, and in lanes by a second one, with
//! exact sums.

use crate::workbook::{ClientTable, ColumnId, Field};

use super::finding::Findings;
use super::segment::Segment;
use super::stages::StagePlan;
use super::tally::Tally;

/// What the board's columns are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GroupBy {
    Segment,
    /// The different texts of a column: a field like the stage, or a choice column of the person's own.
    Column(ColumnId),
}

/// Which column of the board, or which lane.
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

/// One column of the board, one lane, or the cell where both meet. The sums are over all its clients.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub key: GroupKey,
    /// In the order of [`by_revenue`], unless another was asked for. A column that is cut into lanes, and a lane, have
    /// none: their cells have them.
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
    /// The revenue weighted by the probability of the stage, where it has one ([`StagePlan::weighted`]). Not rounded.
    pub weighted: Option<f64>,
    /// The clients of each segment (in the order of [`Segment::ALL`]), shown or not: what a limit counts. Counted where
    /// there are stages of the person's own.
    pub held: [u32; 4],
}

impl Group {
    /// A group of nobody.
    pub fn empty(key: GroupKey) -> Self {
        Self {
            key,
            rows: Vec::new(),
            count: 0,
            asks: 0,
            revenue: 0.0,
            known: 0,
            share: None,
            weighted: None,
            held: [0; 4],
        }
    }
}

/// One lane: a group of clients cut by the board's columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The lane as a whole.
    pub whole: Group,
    /// A cell for each column, in the order of the columns.
    pub cells: Vec<Group>,
}

/// The whole board. In every lane the cells stand in the order of the columns, and the cells of a column add up to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    pub columns: Vec<Group>,
    /// None where the board is not cut into lanes.
    pub lanes: Vec<Lane>,
}

/// What to group.
#[derive(Clone, Copy, Debug)]
pub struct Grouping<'a> {
    pub by: &'a GroupBy,
    /// A second grouping across the first.
    pub lanes: Option<&'a GroupBy>,
    /// Only these rows, each group's in this order; all clients by revenue where there is nothing.
    pub rows: Option<&'a [u32]>,
    /// By row: whether the client is shown. The others are left out of everything but [`Group::held`].
    pub shown: Option<&'a [bool]>,
    /// The stages of the person's own, where the columns are stages: they come first, in their order, and weigh.
    pub plan: Option<&'a StagePlan>,
}

impl<'a> Grouping<'a> {
    /// All clients in columns.
    pub fn by(by: &'a GroupBy) -> Self {
        Self { by, lanes: None, rows: None, shown: None, plan: None }
    }
}

/// Groups clients: the four segments always, in their order; texts by the known order or by revenue; blank last.
pub fn group(table: &ClientTable, findings: &Findings, grouping: Grouping) -> Lanes {
    let all;
    let in_order = if let Some(rows) = grouping.rows {
        rows
    } else {
        all = by_revenue(table);
        &all
    };
    Tally::of(table, findings, Grouping { rows: Some(in_order), ..grouping }, true).finished()
}

/// All clients, the largest revenue first and unknown ones last, equal ones in the order of the sheet.
pub fn by_revenue(table: &ClientTable) -> Vec<u32> {
    let revenue = table.field(Field::Revenue);
    let mut keyed: Vec<(u64, u32)> = table.rows().map(|row| (descending(revenue.number(row)), row)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// The same groups in the same order without their rows: cheap enough for every edit.
pub fn sums(table: &ClientTable, findings: &Findings, grouping: Grouping) -> Lanes {
    Tally::of(table, findings, grouping, false).finished()
}

/// A key that sorts the largest amount first and an unknown one last.
fn descending(amount: Option<f64>) -> u64 {
    let Some(amount) = amount else { return u64::MAX };
    // Zero has two forms that must not part.
    let bits = (amount + 0.0).to_bits();
    // The bits of doubles sort like integers once negative ones are turned over.
    let ascending = if bits >> 63 == 0 { bits | 1 << 63 } else { !bits };
    !ascending
}

#[cfg(test)]
#[path = "board_tests.rs"]
mod tests;
