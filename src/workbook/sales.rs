//! The monthly sales of all clients, read in one pass.
//!
//! [`ClientTable::history`] answers for one client and makes a list each time; what looks at every client would spend
//! most of its time on that.

use super::table::ClientTable;

/// Reads the sales of one client after the other. Quickest where the rows are asked for in rising order.
#[derive(Clone, Debug)]
pub struct SalesReader<'a> {
    table: &'a ClientTable,
    /// Which of the table's histories was read last, and where the next client begins in it.
    history: usize,
    at: usize,
}

impl ClientTable {
    /// A reader of monthly sales.
    pub fn sales(&self) -> SalesReader<'_> {
        SalesReader { table: self, history: 0, at: 0 }
    }

    /// The first and the last month ([`super::Day::month_index`]) of which the imports tell any sale, whether or not the
    /// client was deleted since: what an import covers does not change with one client.
    pub fn months_of_sales(&self) -> Option<(i32, i32)> {
        let is_living = |start: u32| self.batches.values().any(|batch| batch.is_living && batch.start == start);
        let living = self.histories.iter().filter(|(start, _)| is_living(*start));
        let months = living.flat_map(|(_, history)| history.months.iter().copied()).chain(self.later_months.months());
        months.fold(None, |range, month| {
            let (first, last) = range.unwrap_or((month, month));
            Some((first.min(month), last.max(month)))
        })
    }
}

impl SalesReader<'_> {
    /// Shows each month in which a client bought (month index, revenue, orders), oldest first: what
    /// [`ClientTable::history`] lists.
    pub fn visit(&mut self, row: u32, mut see: impl FnMut(i32, f64, u32)) {
        if self.table.has_other_sales(row) {
            return self
                .table
                .history(row)
                .into_iter()
                .for_each(|(month, revenue, orders)| see(month, revenue, orders));
        }
        let histories = &self.table.histories;
        let history = histories.partition_point(|(start, _)| *start <= row);
        let Some((start, sales)) = history.checked_sub(1).and_then(|at| histories.get(at)) else { return };
        if self.history != history {
            (self.history, self.at) = (history, 0);
        }
        let row = row - start;
        let is_here = (self.at == 0 || sales.rows[self.at - 1] < row)
            && sales.rows.get(self.at).is_none_or(|other| *other >= row);
        if !is_here {
            self.at = sales.rows.partition_point(|other| *other < row);
        }
        while sales.rows.get(self.at) == Some(&row) {
            see(sales.months[self.at], sales.revenue[self.at], sales.orders[self.at]);
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Batch, ClientTable, History, Source};

    fn table() -> ClientTable {
        let history = History {
            rows: vec![0, 0, 2, 5],
            months: vec![24_300, 24_302, 24_301, 24_310],
            revenue: vec![5.0, 7.0, 1.0, 2.0],
            orders: vec![1, 2, 1, 1],
        };
        ClientTable::of_batch(Batch { source: Source::default(), rows: 6, columns: Vec::new(), history })
    }

    #[track_caller]
    fn check(rows: &[u32]) {
        let table = table();
        let mut reader = table.sales();
        for row in rows {
            let mut seen = Vec::new();
            reader.visit(*row, |month, revenue, orders| seen.push((month, revenue, orders)));
            assert_eq!(seen, table.history(*row), "row {row} of {rows:?}");
        }
    }

    #[test]
    fn a_reader_sees_what_the_history_lists_in_any_order_of_rows() {
        check(&[0, 1, 2, 3, 4, 5, 6]);
        check(&[5, 0, 0, 2, 1, 2]);
        check(&[2, 5]);
    }

    #[test]
    fn the_months_of_the_data_are_those_of_all_clients() {
        assert_eq!(table().months_of_sales(), Some((24_300, 24_310)));
        assert_eq!(table().with_deleted(&[5]).months_of_sales(), Some((24_300, 24_310)));
        assert_eq!(ClientTable::default().months_of_sales(), None);
    }
}
