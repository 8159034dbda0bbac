//! Merged cells: only the first of them holds the value, but a person reads it for all of them.

use super::shape::Merged;
use crate::exchange::sheet::{Raw, RawCell, Sheet};

/// So many places are looked at: a hostile file merges everything, a thousand times over.
const MOST_LOOKED_AT: usize = 4_000_000;

/// Writes the text or date of cells that are merged over several rows into each of those rows that holds anything.
/// Numbers are left alone: an amount that was merged over three rows is one amount.
pub fn fill_down(sheet: &mut Sheet, merged: &[Merged]) {
    if merged.iter().all(|area| area.rows.0 == area.rows.1) {
        return;
    }
    let filled = sheet.filled_rows();
    let mut left = MOST_LOOKED_AT;
    for area in merged.iter().filter(|area| area.rows.0 < area.rows.1) {
        let Some(cell) = first_cell(sheet, area) else { continue };
        if !matches!(sheet.raw(cell), Raw::Text(_) | Raw::Date(_)) {
            continue;
        }
        let last = area.rows.1.min(sheet.row_count.saturating_sub(1));
        let rows = area.rows.0 + 1..=last;
        left = left.saturating_sub(rows.clone().count());
        if left == 0 {
            break;
        }
        let empty = rows.filter(|row| filled.get(*row as usize).is_some_and(|filled| *filled));
        let empty: Vec<u32> = empty.filter(|row| sheet.get(*row, area.columns.0).is_none()).collect();
        put(sheet, area.columns.0, &empty, cell);
    }
    sheet.finish();
}

/// Writes a heading that is merged over several columns into each of them that holds anything below it. Returns
/// whether there was one.
pub fn name_columns(sheet: &mut Sheet, merged: &[Merged], heading: u32) -> bool {
    let mut is_changed = false;
    let is_meant = |area: &&Merged| area.rows.0 <= heading && heading <= area.rows.1 && area.columns.0 < area.columns.1;
    for area in merged.iter().filter(is_meant) {
        let last = area.columns.1.min((sheet.columns.len() as u32).saturating_sub(1));
        let Some(mut cell) = first_cell(sheet, area).filter(|cell| matches!(sheet.raw(*cell), Raw::Text(_))) else {
            continue;
        };
        cell.row = heading;
        for column in area.columns.0..=last {
            if sheet.get(heading, column).is_none() && !sheet.cells(column, heading).is_empty() {
                put(sheet, column, &[heading], cell);
                is_changed = true;
            }
        }
    }
    if is_changed {
        sheet.finish();
    }
    is_changed
}

fn first_cell(sheet: &Sheet, area: &Merged) -> Option<RawCell> {
    sheet.cells(area.columns.0, area.rows.0).first().copied().filter(|cell| cell.row == area.rows.0)
}

fn put(sheet: &mut Sheet, column: u32, rows: &[u32], mut cell: RawCell) {
    let Some(column) = sheet.columns.get_mut(column as usize) else { return };
    for row in rows {
        cell.row = *row;
        column.cells.push(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_counts_for_each_row_and_an_amount_once() {
        let mut sheet = Sheet::default();
        sheet.push_text(0, 0, "Berlin").expect("small");
        sheet.push_number(0, 1, 900.0).expect("small");
        for row in [0, 1, 3] {
            sheet.push_text(row, 2, "Acme").expect("small");
        }
        sheet.finish();
        let rows = (0, 3);
        fill_down(&mut sheet, &[Merged { rows, columns: (0, 0) }, Merged { rows, columns: (1, 1) }]);
        let cities = [0, 1, 2, 3].map(|row| sheet.text(row, 0));
        assert_eq!(cities, ["Berlin", "Berlin", "", "Berlin"]);
        assert_eq!(sheet.text(1, 1), "");
    }

    #[test]
    fn a_heading_over_two_columns_names_both() {
        let mut sheet = Sheet::default();
        sheet.push_text(0, 0, "Phone").expect("small");
        for column in 0..2 {
            sheet.push_number(1, column, 1.0).expect("small");
        }
        sheet.finish();
        let area = Merged { rows: (0, 0), columns: (0, 5) };
        assert!(name_columns(&mut sheet, &[area], 0));
        assert_eq!(sheet.text(0, 1), "Phone");
        assert_eq!(sheet.columns.len(), 2);
        assert!(!name_columns(&mut sheet, &[area], 0));
    }
}
