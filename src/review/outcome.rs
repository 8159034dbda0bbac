//! What a comparison found.

use serde::{Deserialize, Serialize};

use crate::workbook::{ColumnDefinition, MonthSales, RowId, Value};

/// A list against the clients: what differs, and what is not to be decided by a program.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// The columns of the list that are compared or come along, in its order. [`CellChange::column`] counts in them.
    pub columns: Vec<ReviewColumn>,
    /// Every difference: changed and added clients in the order of the list, then those that it lacks.
    pub items: Vec<Item>,
    /// The rows of the list.
    pub rows: u32,
    /// The rows that are a client of the workbook.
    pub matched: u32,
    /// The rows that are a client and differ in nothing.
    pub unchanged: u32,
    /// Whether the list is a file of Kontor's own, with an identity in each row.
    pub has_row_ids: bool,
}

/// A column of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewColumn {
    /// As the workbook has it, or as it would.
    pub definition: ColumnDefinition,
    /// Whether the sheet does not show it yet.
    pub is_new: bool,
}

/// One client that is not as it was: what the person takes or leaves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub kind: ItemKind,
    /// The client as the workbook has it; nothing for one that is added.
    pub client: Option<RowId>,
    /// The row among the added ones, for one that is added.
    pub place: u32,
    pub name: String,
    /// What is other than it was. Empty for one that is added or deleted.
    pub cells: Vec<CellChange>,
    /// Its monthly sales that are others than they were, for one that is changed.
    pub months: MonthChanges,
    pub doubt: Option<Doubt>,
    /// Whether it is taken unless the person says otherwise.
    pub is_proposed: bool,
}

/// What happens to a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ItemKind {
    Changed,
    Added,
    Deleted,
}

/// One cell that is other than it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CellChange {
    /// The place in [`Review::columns`].
    pub column: u32,
    pub old: Value,
    pub new: Value,
}

/// Monthly sales that are other than they were. Months of which the list says nothing stay.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MonthChanges {
    /// As the list has them, oldest first.
    pub months: Vec<MonthSales>,
    /// In how many of them nothing was known to be bought.
    pub added: u32,
}

/// Why an item is for the person to decide. Its wording is in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Doubt {
    /// Several clients have this tax id, code or name; the first that was free is shown.
    SeveralClients,
    /// An earlier row of the list is this client already. Taken, it is added as another client.
    Repeated,
    /// The name is the client's, but the tax id or the code is another's.
    OtherNumber,
    /// The client was deleted from the workbook. Taken, it is added again.
    WasDeleted,
}

impl ItemKind {
    /// A plain word, for the page and its styles.
    pub fn key(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Deleted => "deleted",
        }
    }
}

impl MonthChanges {
    /// How many months are known with another revenue, or other orders.
    pub fn changed(&self) -> u32 {
        (self.months.len() as u32).saturating_sub(self.added)
    }
}

impl Review {
    /// How many clients of a kind differ.
    pub fn count(&self, kind: ItemKind) -> usize {
        self.items.iter().filter(|item| item.kind == kind).count()
    }

    /// Whether an item is a client that the list lacks without saying that it is gone: the list has no row ids.
    pub fn is_missing(&self, item: &Item) -> bool {
        item.kind == ItemKind::Deleted && !self.has_row_ids
    }

    /// How many clients the list lacks without saying that they are gone.
    pub fn missing(&self) -> usize {
        self.items.iter().filter(|item| self.is_missing(item)).count()
    }

    /// How many are for the person to decide.
    pub fn doubts(&self) -> usize {
        self.items.iter().filter(|item| item.doubt.is_some()).count()
    }

    /// How many cells would change.
    pub fn changed_cells(&self) -> usize {
        self.items.iter().map(|item| item.cells.len()).sum()
    }

    /// How many clients get other monthly sales.
    pub fn changed_histories(&self) -> usize {
        self.items.iter().filter(|item| !item.months.months.is_empty()).count()
    }

    /// Whether the list is likely an update of the clients and not a list of others: it has row ids, or three in ten
    /// of its rows are known.
    pub fn is_update(&self) -> bool {
        self.has_row_ids || (self.matched > 0 && u64::from(self.matched) * 10 >= u64::from(self.rows) * 3)
    }
}
