//! What the person took of a review, as one edit.

use std::collections::HashSet;
use std::sync::Arc;

use super::outcome::{ItemKind, Review};
use super::select::select_rows;
use crate::workbook::{
    Batch, CellEdit, Change, ChangeKind, ClientTable, ColumnDefinition, ColumnId, Day, Field, MonthSales, Origin,
    RowId, Value, months_to_bytes,
};

/// The edit of the items that are taken: one step of undo. `added` is the batch that came with the review, `origin` an
/// identity never used before. A client that was deleted meanwhile is passed over.
pub fn change(review: &Review, added: &Batch, taken: &[bool], table: &ClientTable, origin: Origin) -> Change {
    let mut change = Change { kind: ChangeKind::Review, ..Change::default() };
    let mut columns: HashSet<u32> = HashSet::new();
    let mut places = Vec::new();
    let mut months = Vec::new();
    for (item, _) in review.items.iter().zip(taken).filter(|(_, taken)| **taken) {
        let client = item.client.filter(|client| table.row_of(*client).is_some());
        match (item.kind, client) {
            (ItemKind::Added, _) => places.push(item.place),
            (ItemKind::Deleted, Some(client)) => change.deleted.push(client),
            (ItemKind::Changed, Some(row)) => {
                months.extend(months_of(row, &item.months.months, table));
                for cell in &item.cells {
                    let Some(column) = review.columns.get(cell.column as usize) else { continue };
                    columns.insert(cell.column);
                    let id = column.definition.id.clone();
                    change.cells.push(CellEdit { row, column: id, value: cell.new.clone() });
                }
            }
            (ItemKind::Changed | ItemKind::Deleted, None) => {}
        }
    }
    let is_made = |(at, column): &(u32, &ColumnDefinition)| {
        columns.contains(at) && matches!(column.id, ColumnId::Own(_)) && !column.title.trim().is_empty()
    };
    let new = review.columns.iter().zip(0..).filter(|(column, _)| column.is_new);
    let new = new.map(|(column, at)| (at, &column.definition)).filter(is_made);
    change.columns = new.map(|(_, column)| column.clone()).collect();
    change.months = (!months.is_empty()).then(|| (origin, months_to_bytes(&months).into()));
    change.imported = imported(added, &places).map(|bytes| (origin, bytes));
    change
}

/// The months as they are to stand: of the client, and of those that became one with it, whose sales of the same months
/// are in the list's already.
fn months_of(client: RowId, months: &[MonthSales], table: &ClientTable) -> Vec<(RowId, Vec<MonthSales>)> {
    if months.is_empty() {
        return Vec::new();
    }
    let others = table.merged_into_it(client).into_iter();
    let nothing = others.map(|other| (other, months.iter().map(|(month, ..)| (*month, 0.0, 0)).collect()));
    std::iter::once((client, months.to_vec())).chain(nothing).collect()
}

/// Notes the day beside each segment that the change chooses, as a choice by hand is noted.
pub fn choose_segments(change: &mut Change, today: Day) {
    let chosen = change.cells.iter().filter(|cell| cell.column == Field::Segment.into());
    let days: Vec<CellEdit> = chosen
        .map(|cell| CellEdit { row: cell.row, column: Field::SegmentChosen.into(), value: Value::Date(today) })
        .collect();
    change.cells.extend(days);
}

/// The bytes of the rows that are taken; nothing where none is.
fn imported(added: &Batch, places: &[u32]) -> Option<Arc<[u8]>> {
    let places: Vec<u32> = places.iter().copied().filter(|place| *place < added.rows).collect();
    if places.is_empty() {
        return None;
    }
    let is_all = places.len() == added.rows as usize;
    let bytes = if is_all { added.to_bytes() } else { select_rows(added, &places).to_bytes() };
    Some(bytes.into())
}
