//! What order lines come to, before and after they are rolled up.

use serde::{Deserialize, Serialize};

/// The totals of a roll-up. Sums are in whole units of money; what is `None` the file does not say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Totals {
    /// Rows of the sheet.
    pub lines: u32,
    /// Clients that they become, with the one that gathers the lines without a client.
    pub clients: u32,
    /// The sum of all amounts in the sheet.
    pub before: Option<f64>,
    /// The sum of the clients' totals. It equals `before`.
    pub after: Option<f64>,
    /// What of it falls into the last twelve months of the data.
    pub last_year: Option<f64>,
    /// Lines with a negative amount: credit notes and returns, netted in all sums.
    pub credits: Part,
    /// Lines without a date that can be read: in the totals, in no month.
    pub undated: Part,
    /// Lines without a client.
    pub nameless: Part,
    /// Amounts that are filled and can't be read.
    pub unread: u32,
    /// The months of the earliest and the latest date, as [`Day::month_index`](crate::workbook::Day::month_index).
    pub months: Option<(i32, i32)>,
}

/// Some of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub count: u32,
    pub sum: f64,
}

impl Totals {
    /// The total, where the clients' is the file's. Amounts that are no whole cents may differ in the last digit.
    pub fn agreed(&self) -> Option<f64> {
        let (before, after) = self.before.zip(self.after)?;
        ((before - after).abs() <= before.abs() * 1e-12).then_some(after)
    }

    /// The first of the last twelve months.
    pub fn first_of_year(&self) -> Option<i32> {
        self.months.map(|(_, last)| last - 11)
    }
}
