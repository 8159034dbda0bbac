//! Whether a workbook holds what it promises, for tests.

use std::collections::HashSet;

use super::id::RowId;
use super::table::ClientTable;
use super::workbook::Workbook;

impl Workbook {
    /// What is wrong with the workbook itself, for tests: the table in hand and the one that what is stored would give
    /// are not the same.
    pub fn check(&self) -> Vec<String> {
        let stored = self.snapshot();
        let (mut other, failed) = Self::open(self.session, [stored.as_slice()]);
        if let Some(today) = self.projection.calculations.today {
            other.set_today(today);
        }
        let mut problems: Vec<String> = failed.iter().map(|(_, error)| error.to_string()).collect();
        let (mine, theirs) = (contents(self.table()), contents(other.table()));
        problems.extend(mine.symmetric_difference(&theirs).map(|line| format!("differs after reopening: {line}")));
        let order = |workbook: &Self| -> Vec<Option<RowId>> {
            workbook.table().rows().map(|row| workbook.table().row_id(row)).collect()
        };
        if order(self) != order(&other) {
            problems.push("the order of rows differs after reopening".to_owned());
        }
        problems
    }
}

/// Every value of the sheet with its client and column, and every column with its place.
fn contents(table: &ClientTable) -> HashSet<String> {
    let shown = table.shown_columns();
    let columns = shown.iter().enumerate().map(|(at, column)| format!("column {at}: {:?}", column.definition));
    let cells = table.rows().flat_map(|row| {
        let id = table.row_id(row);
        shown.iter().map(move |column| format!("{id:?} {}: {:?}", column.definition.id, column.data.get(row)))
    });
    let months = table.rows().map(|row| format!("{:?} months: {:?}", table.row_id(row), table.history(row)));
    columns.chain(cells).chain(months).collect()
}
