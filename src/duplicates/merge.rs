//! Two clients become one, and one becomes two again: each one edit.

use super::comparison::{Comparison, Side};
use super::merge_record::{MergeRecord, MergedCell};
use crate::workbook::{CellEdit, Change, ChangeKind, ClientTable, ColumnId, Day, Edit, Field, Value};

/// The edit that makes one client of two: the kept one gets the chosen values, the other one goes, and what was done
/// is remembered. `choice` says whose value of a line stays.
pub fn merge(table: &ClientTable, comparison: &Comparison, choice: impl Fn(usize) -> Side, day: Day) -> Edit {
    let Comparison { kept, other, lines } = comparison;
    let name = |id| table.row_of(id).map(|row| table.name(row).to_owned()).unwrap_or_default();
    let mut cells: Vec<MergedCell> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let side = choice(at);
        let after = line.value(side);
        if *after != line.kept {
            cells.push(MergedCell { column: line.column.clone(), before: line.kept.clone(), after: after.clone() });
        }
        // The day of a choice goes with the choice.
        if line.column == ColumnId::Field(Field::Segment) && side == Side::Other {
            let chosen = |id| table.row_of(id).map_or(Value::Empty, |row| table.field(Field::SegmentChosen).get(row));
            let (before, after) = (chosen(*kept), chosen(*other));
            if before != after {
                cells.push(MergedCell { column: Field::SegmentChosen.into(), before, after });
            }
        }
    }
    let edits =
        cells.iter().map(|cell| CellEdit { row: *kept, column: cell.column.clone(), value: cell.after.clone() });
    let edits = edits.collect();
    let record =
        MergeRecord { kept: *kept, other: *other, day, kept_name: name(*kept), other_name: name(*other), cells };
    Edit::Change(Change {
        kind: ChangeKind::Merge,
        cells: edits,
        merged: vec![(*other, *kept)],
        records: vec![(MergeRecord::key(*kept, *other), Some(record.stored()))],
        ..Change::default()
    })
}

/// The edit that makes two clients of one again: the one that went comes back as it was, and the one that stayed gets
/// back what the merge wrote over, but for cells that were edited since.
pub fn take_apart(table: &ClientTable, record: &MergeRecord) -> Edit {
    let row = table.row_of(record.kept);
    let cells = record.cells.iter().filter_map(|cell| {
        let is_as_merged = table.column(&cell.column).is_some() && table.value(row?, &cell.column) == cell.after;
        is_as_merged.then(|| CellEdit { row: record.kept, column: cell.column.clone(), value: cell.before.clone() })
    });
    Edit::Change(Change {
        kind: ChangeKind::Unmerge,
        cells: cells.collect(),
        restored: vec![record.other],
        records: vec![(MergeRecord::key(record.kept, record.other), None)],
        ..Change::default()
    })
}
