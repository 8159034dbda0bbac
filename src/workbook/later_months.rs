//! Monthly sales that came later for clients that were there already: what a list says that was imported again.
//!
//! Such months are one value of the document, as an import is, so that one undo takes them back and two tabs keep what
//! each took. They lie over what the clients' own import brought, month by month; the later list wins.

use super::batch::{Batch, BatchColumn, ColumnDefinition, History, Source};
use super::batch_bytes::BatchError;
use super::column::ColumnData;
use super::fast_hash::FastMap;
use super::field::{ColumnId, ColumnKind};
use super::id::{Origin, RowId};
use super::value::Value;

/// What a client bought in a month: the month ([`super::Day::month_index`]), revenue, orders.
pub type MonthSales = (i32, f64, u32);

/// The months of some clients as bytes, for [`super::Change::months`]. A month of no revenue and no orders stands for
/// one in which the client bought nothing.
pub fn months_to_bytes(clients: &[(RowId, Vec<MonthSales>)]) -> Vec<u8> {
    let definition =
        ColumnDefinition { id: ColumnId::Own("id".to_owned()), title: String::new(), kind: ColumnKind::Text };
    let (mut ids, mut history) = (ColumnData::default(), History::default());
    for ((client, months), row) in clients.iter().zip(0..) {
        ids.set(row, &Value::text(client.to_string()), definition.kind);
        for (month, revenue, orders) in months {
            history.rows.push(row);
            history.months.push(*month);
            history.revenue.push(*revenue);
            history.orders.push(*orders);
        }
    }
    let columns = vec![BatchColumn { definition, data: ids }];
    Batch { source: Source::default(), rows: clients.len() as u32, columns, history }.to_bytes()
}

/// What one list said.
#[derive(Clone, Debug)]
struct Layer {
    /// Later lists stand higher; lists that came at the same time in two tabs by their origin.
    place: (u32, Origin),
    is_living: bool,
    /// The row in `history` of each client.
    rows: FastMap<RowId, u32>,
    history: History,
}

/// All months that came later, the earliest list first.
#[derive(Clone, Debug, Default)]
pub(super) struct LaterMonths {
    layers: Vec<Layer>,
}

impl LaterMonths {
    /// Puts what a list said in its place.
    pub fn insert(&mut self, origin: Origin, position: u32, bytes: &[u8]) -> Result<(), BatchError> {
        let batch = Batch::from_bytes(bytes)?;
        let ids = batch.columns.first().map(|column| &column.data).ok_or(BatchError::Damaged)?;
        let row = |row: u32| Some((ids.text(row).parse::<RowId>().ok()?, row));
        let rows = (0..batch.rows).filter_map(row).collect();
        let place = (position, origin);
        let at = self.layers.partition_point(|layer| layer.place < place);
        self.layers.insert(at, Layer { place, is_living: true, rows, history: batch.history });
        Ok(())
    }

    /// Whether what a list said is here, living or taken back.
    pub fn contains(&self, origin: Origin) -> bool {
        self.layers.iter().any(|layer| layer.place.1 == origin)
    }

    /// Takes what a list said back, or lets it count again, and returns the clients whose months are others by it.
    pub fn set_living(&mut self, origin: Origin, is_living: bool) -> Vec<RowId> {
        let Some(layer) = self.layers.iter_mut().find(|layer| layer.place.1 == origin) else { return Vec::new() };
        layer.is_living = is_living;
        layer.rows.keys().copied().collect()
    }

    /// Whether no list that counts said anything.
    pub fn is_empty(&self) -> bool {
        self.layers.iter().all(|layer| !layer.is_living)
    }

    /// Whether a list that counts spoke of a client.
    pub fn concerns(&self, client: RowId) -> bool {
        self.layers.iter().any(|layer| layer.is_living && layer.rows.contains_key(&client))
    }

    /// The months of which a list that counts tells any sale.
    pub fn months(&self) -> impl Iterator<Item = i32> {
        let living = self.layers.iter().filter(|layer| layer.is_living).map(|layer| &layer.history);
        living.flat_map(|history| {
            let is_sale = |at: &usize| history.revenue[*at] != 0.0 || history.orders[*at] > 0;
            (0..history.months.len()).filter(is_sale).map(|at| history.months[at])
        })
    }

    /// The months of a client: its own, with what came later over them; oldest first.
    pub fn over(&self, client: Option<RowId>, mut own: Vec<MonthSales>) -> Vec<MonthSales> {
        let Some(client) = client else { return own };
        for layer in self.layers.iter().filter(|layer| layer.is_living) {
            let Some(row) = layer.rows.get(&client) else { continue };
            for later in layer.history.of_row(*row) {
                match own.binary_search_by_key(&later.0, |month| month.0) {
                    Ok(at) => own[at] = later,
                    Err(at) => own.insert(at, later),
                }
            }
        }
        own.retain(|(_, revenue, orders)| *revenue != 0.0 || *orders > 0);
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: RowId = RowId { origin: Origin(7), index: 3 };

    /// Lays lists over a client's own months; each has its position, whose it is, and its months.
    #[track_caller]
    fn check(own: &[MonthSales], lists: &[(u32, u64, &[MonthSales])], expected: &[MonthSales]) {
        let mut later = LaterMonths::default();
        for (position, origin, months) in lists {
            let bytes =
                months_to_bytes(&[(RowId { index: 9, ..CLIENT }, vec![(1, 9.0, 9)]), (CLIENT, months.to_vec())]);
            later.insert(Origin(*origin), *position, &bytes).expect("months");
        }
        assert_eq!(later.over(Some(CLIENT), own.to_vec()), expected);
    }

    #[test]
    fn the_later_list_wins_month_by_month() {
        check(&[(1, 5.0, 1)], &[], &[(1, 5.0, 1)]);
        check(
            &[(1, 5.0, 1), (3, 6.0, 1)],
            &[(1, 1, &[(2, 7.5, 2), (3, 8.0, 0)])],
            &[(1, 5.0, 1), (2, 7.5, 2), (3, 8.0, 0)],
        );
        check(&[], &[(2, 1, &[(1, 2.0, 1)]), (1, 2, &[(1, 3.0, 1), (4, 1.0, 1)])], &[(1, 2.0, 1), (4, 1.0, 1)]);
        check(&[], &[(1, 9, &[(1, 2.0, 1)]), (1, 2, &[(1, 3.0, 1)])], &[(1, 2.0, 1)]);
    }

    #[test]
    fn a_month_of_nothing_is_none() {
        check(&[(1, 5.0, 1), (2, 1.0, 1)], &[(1, 1, &[(1, 0.0, 0)])], &[(2, 1.0, 1)]);
    }

    #[test]
    fn what_was_taken_back_does_not_count() {
        let mut later = LaterMonths::default();
        later.insert(Origin(1), 1, &months_to_bytes(&[(CLIENT, vec![(1, 2.0, 1)])])).expect("months");
        assert_eq!(later.set_living(Origin(1), false), [CLIENT]);
        assert_eq!(later.over(Some(CLIENT), vec![(1, 5.0, 1)]), [(1, 5.0, 1)]);
        later.set_living(Origin(1), true);
        assert_eq!(later.over(Some(CLIENT), vec![(1, 5.0, 1)]), [(1, 2.0, 1)]);
        assert!(later.insert(Origin(2), 1, b"nonsense").is_err());
    }
}
