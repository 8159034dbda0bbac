//! The monthly sales of a list against those of the clients.

use super::outcome::MonthChanges;
use super::rounding;
use crate::workbook::{ClientTable, History, MonthSales};

/// What a list says about months.
pub struct Months<'a> {
    table: &'a ClientTable,
    history: &'a History,
    /// Whether the list knows of orders: sums of months don't.
    has_orders: bool,
}

impl<'a> Months<'a> {
    pub fn new(table: &'a ClientTable, history: &'a History) -> Self {
        Self { table, history, has_orders: history.orders.iter().any(|orders| *orders > 0) }
    }

    /// What a row of the list says otherwise than is known of its client.
    pub fn changes(&self, client: u32, row: u32) -> MonthChanges {
        let mut changes = MonthChanges::default();
        let mut listed = self.history.of_row(row).peekable();
        if listed.peek().is_none() {
            return changes;
        }
        let known = self.table.history(client);
        for (month, revenue, orders) in listed {
            let old = known.binary_search_by_key(&month, |known| known.0).ok().and_then(|at| known.get(at));
            let orders = if self.has_orders { orders } else { old.map_or(0, |old| old.2) };
            if old.is_some_and(|old| is_same(*old, (month, revenue, orders))) {
                continue;
            }
            changes.added += u32::from(old.is_none());
            changes.months.push((month, revenue, orders));
        }
        changes
    }
}

fn is_same((_, old, old_orders): MonthSales, (_, new, new_orders): MonthSales) -> bool {
    rounding::is_same(old, new) && old_orders == new_orders
}
