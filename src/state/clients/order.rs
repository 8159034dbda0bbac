//! Which clients the sheet shows, and in what order.

use crate::workbook::ClientTable;

/// The rows that are shown, top to bottom.
///
/// As in Excel, a change of a cell moves no row: sorting and filtering are done anew only when the person changes
/// them. Clients that come are shown below the others, so that they are seen, and those that go vanish.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    pub rows: Vec<u32>,
    /// Which rows were alive when the order was made.
    alive: Vec<bool>,
}

impl Order {
    /// An order of these rows.
    pub fn new(rows: Vec<u32>, table: &ClientTable) -> Self {
        Self { rows, alive: (0..table.row_count()).map(|row| table.is_alive(row)).collect() }
    }

    /// The order after clients came and went. Nothing where some came back that had been there: only making the order
    /// anew tells where they stood.
    pub fn followed(mut self, table: &ClientTable) -> Option<Self> {
        let known = self.alive.len() as u32;
        if (0..known).any(|row| table.is_alive(row) && self.alive.get(row as usize) == Some(&false)) {
            return None;
        }
        self.rows.retain(|row| table.is_alive(*row));
        self.rows.extend((known..table.row_count()).filter(|row| table.is_alive(*row)));
        Some(Self::new(self.rows, table))
    }

    /// The row at a place of the sheet.
    pub fn row(&self, place: usize) -> Option<u32> {
        self.rows.get(place).copied()
    }

    /// Where a row stands in the sheet; nothing where it is filtered out.
    pub fn place(&self, row: u32) -> Option<usize> {
        self.rows.iter().position(|other| *other == row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::{Edit, Field, Origin, Value, Workbook};

    fn workbook() -> Workbook {
        let mut workbook = Workbook::new(Origin(1));
        let rows = ["A", "B", "C"].map(|name| vec![(Field::Name.into(), Value::text(name))]);
        workbook.apply(Edit::AddRows(rows.to_vec())).expect("added");
        workbook
    }

    #[test]
    fn new_clients_stand_below_and_deleted_ones_vanish() {
        let mut workbook = workbook();
        let order = Order::new(vec![2, 0], workbook.table());
        let id = workbook.table().row_id(2).expect("a row");
        workbook.apply(Edit::DeleteRows(vec![id])).expect("deleted");
        workbook.apply(Edit::AddRows(vec![Vec::new()])).expect("added");
        let order = order.followed(workbook.table()).expect("nobody came back");
        assert_eq!(order.rows, [0, 3]);
        assert_eq!((order.place(3), order.place(1)), (Some(1), None));
    }

    #[test]
    fn clients_that_come_back_ask_for_a_new_order() {
        let mut workbook = workbook();
        let id = workbook.table().row_id(1).expect("a row");
        workbook.apply(Edit::DeleteRows(vec![id])).expect("deleted");
        let order = Order::new(workbook.table().rows().collect(), workbook.table());
        workbook.undo();
        assert_eq!(order.followed(workbook.table()), None);
    }
}
