//! A list against the clients.

use super::cells::{Pair, is_blank};
use super::matching::{Matching, NO_CLIENT};
use super::months::Months;
use super::options::{Options, SegmentNames};
use super::outcome::{CellChange, Doubt, Item, ItemKind, MonthChanges, Review, ReviewColumn};
use super::select::select_rows;
use crate::exchange::ROW_ID_HEADING;
use crate::segment::{SegmentRules, classify};
use crate::workbook::{
    Batch, BatchColumn, ClientTable, Column, ColumnData, ColumnDefinition, ColumnId, Field, RowId, Value,
};

/// Clients that a list of Kontor's own lacks are proposed to go where it has this many of a hundred of them.
const COVERS: u64 = 80;

/// Compares a batch with the clients, column by column, and returns what differs and the rows that would be added.
///
/// Empty cells of the list overwrite nothing. `rules` find the segments that the list's are compared with.
pub fn compare(table: &ClientTable, batch: &Batch, options: &Options, rules: &SegmentRules) -> (Review, Batch) {
    let ids = batch.columns.iter().find(|column| is_row_id(column)).map(|column| &column.data);
    let matching = Matching::new(table, batch, ids);
    let has_row_ids = ids.is_some();
    let mut review = Review { rows: batch.rows, matched: matching.matched(), has_row_ids, ..Review::default() };
    if options.count_only {
        return (review, batch_without_rows(batch));
    }
    let mut changes: Vec<Vec<CellChange>> = vec![Vec::new(); batch.rows as usize];
    for column in batch.columns.iter().filter(|column| !is_beside(column, options)) {
        let at = review.columns.len() as u32;
        let known = table.column(&column.definition.id);
        review.columns.push(ReviewColumn {
            definition: known.map_or_else(|| column.definition.clone(), |known| known.definition.clone()),
            is_new: !known.is_some_and(Column::is_shown) && column.definition.id != Field::Segment.into(),
        });
        let mut tell = |row: usize, change| changes[row].push(change);
        if column.definition.id == Field::Segment.into() {
            compare_segments(table, column, &matching.client, &options.segments, rules, |row, old, new| {
                tell(row, CellChange { column: at, old, new });
            });
            continue;
        }
        let pair = Pair {
            old: table.data(&column.definition.id),
            new: &column.data,
            kind: known.map_or(column.definition.kind, |known| known.definition.kind),
            unit: options.units.iter().find(|(id, _)| *id == column.definition.id).map_or(1.0, |(_, unit)| *unit),
            // A file of Kontor's own has every digit.
            may_be_rounded: !has_row_ids,
        };
        pair.changes(at, &matching.client, tell);
    }
    let added = list_rows(&mut review, table, batch, &matching, changes);
    if has_row_ids || options.offer_deleted {
        list_deleted(&mut review, table, &matching);
    }
    (review, added_batch(batch, &added, options))
}

/// Whether a column holds the identities of clients.
fn is_row_id(column: &BatchColumn) -> bool {
    matches!(column.definition.id, ColumnId::Own(_)) && column.definition.title == ROW_ID_HEADING
}

/// Whether a column is neither compared nor brought along.
fn is_beside(column: &BatchColumn, options: &Options) -> bool {
    let id = &column.definition.id;
    is_row_id(column) || *id == Field::SegmentChosen.into() || options.skipped.contains(id)
}

/// Lists changed and added clients, and returns the rows of the added ones.
fn list_rows(
    review: &mut Review,
    table: &ClientTable,
    batch: &Batch,
    matching: &Matching,
    changes: Vec<Vec<CellChange>>,
) -> Vec<u32> {
    let empty = ColumnData::default();
    let names = batch.columns.iter().find(|column| column.definition.id == Field::Name.into());
    let names = names.map_or(&empty, |column| &column.data);
    let months = Months::new(table, &batch.history);
    let mut added = Vec::new();
    for (row, cells) in changes.into_iter().enumerate() {
        let (client, doubt) = (matching.client[row], matching.doubt[row]);
        let new_name = names.text(row as u32);
        if client == NO_CLIENT {
            review.items.push(item(ItemKind::Added, None, new_name, doubt));
            if let Some(item) = review.items.last_mut() {
                item.place = added.len() as u32;
            }
            added.push(row as u32);
            continue;
        }
        let months = months.changes(client, row as u32);
        if cells.is_empty() && months.months.is_empty() {
            review.unchanged += 1;
        } else {
            let name = Some(table.name(client)).filter(|name| !name.is_empty()).unwrap_or(new_name);
            let item = item(ItemKind::Changed, table.row_id(client), name, doubt);
            review.items.push(Item { cells, months, ..item });
        }
    }
    added
}

fn list_deleted(review: &mut Review, table: &ClientTable, matching: &Matching) {
    let covers = u64::from(review.matched) * 100 >= u64::from(table.client_count()) * COVERS;
    let is_proposed = review.has_row_ids && covers;
    for client in table.rows().filter(|client| !matching.is_taken[*client as usize]) {
        let item = item(ItemKind::Deleted, table.row_id(client), table.name(client), None);
        review.items.push(Item { is_proposed, ..item });
    }
}

fn item(kind: ItemKind, client: Option<RowId>, name: &str, doubt: Option<Doubt>) -> Item {
    let name = name.to_owned();
    Item {
        kind,
        client,
        place: 0,
        name,
        cells: Vec::new(),
        months: MonthChanges::default(),
        doubt,
        is_proposed: doubt.is_none(),
    }
}

/// A segment in the list is a choice only where it is another than the one that the sheet shows.
fn compare_segments(
    table: &ClientTable,
    column: &BatchColumn,
    clients: &[u32],
    names: &SegmentNames,
    rules: &SegmentRules,
    mut tell: impl FnMut(usize, Value, Value),
) {
    let findings = classify(table, rules);
    for (row, client) in clients.iter().enumerate().filter(|(_, client)| **client != NO_CLIENT) {
        let wanted = names.segment(column.data.text(row as u32));
        let shown = findings.segment(*client);
        if let Some(wanted) = wanted.filter(|wanted| shown != Some(*wanted)) {
            tell(row, Value::text(shown.map_or("", |shown| shown.key())), Value::text(wanted.key()));
        }
    }
}

/// The rows that would be added, as a batch of their own.
fn added_batch(batch: &Batch, rows: &[u32], options: &Options) -> Batch {
    if rows.is_empty() {
        return batch_without_rows(batch);
    }
    let mut added = select_rows(batch, rows);
    let days = added.columns.iter().find(|column| column.definition.id == Field::SegmentChosen.into());
    let days = days.map(|column| column.data.clone()).unwrap_or_default();
    let ids = added.columns.iter().find(|column| is_row_id(column)).map(|column| column.data.clone());
    // Beside a row of another workbook stands what was found there, unless a day says that it was chosen.
    let is_found = |row: u32| ids.as_ref().is_some_and(|ids| !ids.text(row).is_empty()) && days.day(row).is_none();
    let is_choice = |column: &BatchColumn| column.definition.id == Field::SegmentChosen.into() && !days.is_empty();
    added.columns.retain(|column| !is_beside(column, options) || is_choice(column));
    for column in &mut added.columns {
        let BatchColumn { definition: ColumnDefinition { id, kind, .. }, data } = column;
        if *id == Field::Segment.into() {
            for row in 0..added.rows {
                let named = options.segments.segment(data.text(row)).filter(|_| !is_found(row));
                let key = named.map_or("", |segment| segment.key());
                data.set(row, &Value::text(key), *kind);
            }
        }
        blank_out(data, added.rows, *kind);
    }
    added
}

/// White space alone is no value.
fn blank_out(data: &mut ColumnData, rows: u32, kind: crate::workbook::ColumnKind) {
    if kind.is_text() {
        for row in 0..rows {
            if data.text(row).starts_with(char::is_whitespace) && is_blank(&data.get(row)) {
                data.set(row, &Value::Empty, kind);
            }
        }
    }
}

fn batch_without_rows(batch: &Batch) -> Batch {
    Batch { source: batch.source.clone(), rows: 0, columns: Vec::new(), history: crate::workbook::History::default() }
}
