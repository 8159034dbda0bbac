//! What the selected cells come to.

use super::columns::SheetColumn;
use super::selection::Selection;
use crate::segment::Findings;
use crate::workbook::{ClientTable, Sum};

/// Count and sum of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    /// Cells that hold anything.
    pub count: u32,
    /// Cells that hold a number.
    pub numbers: u32,
    pub sum: Sum,
}

impl Totals {
    /// The totals of a selection in the given order of rows.
    pub fn of(
        selection: Selection,
        rows: &[u32],
        columns: &[SheetColumn],
        table: &ClientTable,
        findings: &Findings,
    ) -> Self {
        let mut totals = Self::default();
        let last = rows.len().saturating_sub(1);
        let rows = rows.get(*selection.rows().start()..=(*selection.rows().end()).min(last)).unwrap_or_default();
        for column in selection.columns().filter_map(|column| columns.get(column)) {
            if column.is_segment() {
                totals.count += rows.iter().filter(|row| findings.get(**row).is_some()).count() as u32;
                continue;
            }
            let data = table.data(&column.id);
            if column.kind.is_numeric() {
                for number in rows.iter().filter_map(|row| data.number(*row)) {
                    totals.numbers += 1;
                    totals.sum.add(number);
                }
                totals.count += rows.iter().filter(|row| data.misfits.contains_key(row)).count() as u32;
            } else {
                let is_filled = |row: u32| !data.text(row).is_empty() || data.day(row).is_some();
                let has_misfits = !data.misfits.is_empty();
                let is_filled = |row: u32| is_filled(row) || has_misfits && data.misfits.contains_key(&row);
                totals.count += rows.iter().filter(|row| is_filled(**row)).count() as u32;
            }
        }
        totals.count += totals.numbers;
        totals
    }

    /// These cells and others together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.count += other.count;
        self.numbers += other.numbers;
        self.sum.merge(&other.sum);
        self
    }

    pub fn average(&self) -> Option<f64> {
        (self.numbers > 0).then(|| self.sum.value() / f64::from(self.numbers))
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::sheet_columns;
    use super::super::selection::{Extent, Place};
    use super::super::testing;
    use super::*;
    use crate::workbook::Field;

    #[test]
    fn a_selection_is_counted_and_summed_to_the_cent() {
        let table = testing::table(&[
            (Field::Name, &["A", "B", "", "D"]),
            (Field::Revenue, &["0.1", "0.2", "n/a", ""]),
            (Field::LastOrder, &["2026-01-01", "", "", ""]),
        ]);
        let columns = sheet_columns(&table);
        let rows: Vec<u32> = table.rows().collect();
        let all = Selection::at(Place::default()).all(Extent { rows: 4, columns: columns.len(), page: 1 });
        let totals = Totals::of(all, &rows, &columns, &table, &Findings::default());
        assert_eq!((totals.count, totals.numbers, totals.sum.value()), (7, 2, 0.3));
        assert_eq!(totals.average(), Some(0.15));
        let beyond = Selection { active: Place::new(3, 2), far: Place::new(9, 9) };
        assert_eq!(Totals::of(beyond, &rows, &columns, &table, &Findings::default()), Totals::default());
        assert_eq!(Totals::of(beyond, &[], &columns, &table, &Findings::default()), Totals::default());
    }
}
