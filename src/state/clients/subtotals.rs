//! What the clients of each group come to.

use super::columns::SheetColumn;
use super::order::Order;
use crate::workbook::{ClientTable, ColumnKind, Field, Sum};

/// The figures of the groups' lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Subtotals {
    /// By column of the sheet, then by group: the sum, or of shares the average. Empty for columns without figures.
    figures: Vec<Vec<Option<f64>>>,
    /// By group: its part in the revenue of all that is shown, 0 to 1.
    shares: Vec<Option<f64>>,
}

impl Subtotals {
    /// The figures of an order's groups. Each client is looked at once for each level of groups.
    pub fn of(order: &Order, columns: &[SheetColumn], table: &ClientTable) -> Self {
        if !order.is_grouped() {
            return Self::default();
        }
        let figures = columns.iter().map(|column| {
            if !column.kind.is_numeric() || column.is_segment() {
                return Vec::new();
            }
            let data = table.data(&column.id);
            let figure = |(sum, count): (Sum, u32)| {
                let divisor = if column.kind == ColumnKind::Percent { f64::from(count) } else { 1.0 };
                (count > 0).then(|| sum.value() / divisor)
            };
            sums(order, |row| data.number(row)).into_iter().map(figure).collect()
        });
        let figures = figures.collect();
        let revenue = table.field(Field::Revenue);
        let mut all = Sum::new();
        order.members.iter().filter_map(|row| revenue.number(*row)).for_each(|number| all.add(number));
        let all = all.value();
        let share = |(sum, count): (Sum, u32)| (count > 0 && all > 0.0).then(|| sum.value() / all);
        let shares = sums(order, |row| revenue.number(row)).into_iter().map(share).collect();
        Self { figures, shares }
    }

    pub fn figure(&self, column: usize, group: usize) -> Option<f64> {
        self.figures.get(column)?.get(group).copied().flatten()
    }

    pub fn share(&self, group: usize) -> Option<f64> {
        self.shares.get(group).copied().flatten()
    }
}

/// By group: the sum of its clients' numbers, and how many there are.
fn sums(order: &Order, number: impl Fn(u32) -> Option<f64>) -> Vec<(Sum, u32)> {
    let sum = |(from, to): (u32, u32)| {
        let rows = order.members.get(from as usize..to as usize).unwrap_or_default();
        let (mut sum, mut count) = (Sum::new(), 0);
        for number in rows.iter().filter_map(|row| number(*row)) {
            sum.add(number);
            count += 1;
        }
        (sum, count)
    };
    order.groups().iter().map(|group| sum((group.from, group.to))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::columns::sheet_columns;
    use super::super::sequence::Sequence;
    use super::super::sort::Sorted;
    use super::super::testing;
    use super::*;
    use crate::segment::Findings;
    use crate::state::Host;

    #[test]
    fn groups_have_sums_averages_of_shares_and_a_part_of_the_revenue() {
        let table = testing::table(&[
            (Field::Region, &["a", "b", "a", "c"]),
            (Field::Revenue, &["0.1", "9.7", "0.2", ""]),
            (Field::Margin, &["10%", "50%", "20%", "n/a"]),
        ]);
        let findings = Findings::default();
        let sorted = Sorted { table: &table, findings: &findings, language: "en", collate: Host::for_tests().collate };
        let sequence = Sequence::new(table.rows().collect(), &table).grouped(&[Field::Region.into()], &[], sorted);
        let columns = sheet_columns(&table);
        let column = |field: Field| columns.iter().position(|column| column.id == field.into()).expect("a column");
        let order = Order::new(&sequence, &BTreeSet::new());
        let subtotals = Subtotals::of(&order, &columns, &table);
        let figures = |field| [0, 1, 2].map(|group| subtotals.figure(column(field), group));
        assert_eq!(figures(Field::Revenue), [Some(0.3), Some(9.7), None]);
        assert_eq!(
            figures(Field::Margin).map(|figure| figure.map(|share| (share * 100.0).round())),
            [Some(15.0), Some(50.0), None]
        );
        assert_eq!(figures(Field::Region), [None; 3]);
        assert_eq!([0, 1, 2].map(|group| subtotals.share(group)), [Some(0.03), Some(0.97), None]);
    }
}
