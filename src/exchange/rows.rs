//! What one row of a sheet stands for: a client, or a line of an order.

use serde::{Deserialize, Serialize};

/// What the rows of a sheet are. Positions are columns of the sheet, from 0 (column A).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowMeaning {
    /// Each row is a client.
    #[default]
    Clients,
    /// Each row is a line of an order, and a client has as many as it will.
    OrderLines(OrderLines),
}

/// Which columns say what of an order line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLines {
    /// Who bought. Where the mapping has a tax id or an own code too, those tell clients apart, and this names them.
    pub client: u32,
    /// When. Without it there are no months, and the revenue is that of the whole file.
    pub date: Option<u32>,
    /// How much. Without it orders are counted and nothing is summed, unless months stand as columns.
    pub amount: Option<Amount>,
    /// Which order. Without it each line counts as an order.
    pub order: Option<u32>,
    /// What the client is called that gathers the lines without one.
    pub nameless: String,
}

/// Where the amount of a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amount {
    /// In a column.
    Column(u32),
    /// Nowhere: it is the quantity times the price.
    Product { quantity: u32, price: u32 },
}

/// A column that holds the sales of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthColumn {
    pub position: u32,
    /// [`Day::month_index`](crate::workbook::Day::month_index) of the month.
    pub month: i32,
}

impl RowMeaning {
    pub fn lines(&self) -> Option<&OrderLines> {
        match self {
            Self::Clients => None,
            Self::OrderLines(lines) => Some(lines),
        }
    }
}
