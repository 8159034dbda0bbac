//! From a sheet and a confirmed mapping to a batch. Nothing is dropped: what does not fit is kept as it is written.

use std::collections::HashSet;

use super::build_column::{Reading, read_column};
use super::conventions::DateOrder;
use super::headings::Heading;
use super::mapping::{Action, ColumnMapping, Mapping};
use super::own_ids::OwnIds;
use super::problem::Problems;
use super::progress::Progress;
use super::propose::order_finder;
use super::rollup::{Rows, roll_up};
use super::sheet::Sheet;
use super::totals::Totals;
use crate::workbook::{Batch, BatchColumn, ColumnId, ColumnKind, Day, Field, History, Source};

/// Stands for a row of the sheet that is no row of the batch.
pub const NO_ROW: u32 = u32::MAX;

/// Makes a batch of the rows below the heading that hold anything.
#[cfg(test)]
pub fn build(sheet: &Sheet, mapping: &Mapping, source: Source, progress: &Progress) -> (Batch, Problems) {
    let (batch, problems, _) = build_with_totals(sheet, mapping, source, progress);
    (batch, problems)
}

/// Makes a batch of the rows below the heading that hold anything; with what order lines came to, where they are
/// rolled up.
pub fn build_with_totals(
    sheet: &Sheet,
    mapping: &Mapping,
    source: Source,
    progress: &Progress,
) -> (Batch, Problems, Option<Totals>) {
    let first = mapping.heading_row;
    let all = rows(sheet, mapping);
    let mut problems = Problems::default();
    let rolled = roll_up(sheet, mapping, &all, &mut problems);
    let rows = rolled.as_ref().map_or(all.count, |rolled| rolled.clients(all.count));
    let mut columns = Vec::new();
    let mut ids: HashSet<ColumnId> = rolled.iter().flat_map(|rolled| rolled.reserved(mapping)).collect();
    let mut own_ids = OwnIds::default();
    for column in &mapping.columns {
        if let Action::Own { id, .. } = &column.action {
            own_ids.take(id);
        }
    }
    for column in &mapping.columns {
        let text = if first == 0 { String::new() } else { sheet.text(first - 1, column.position) };
        let heading = Heading::new(&text);
        let order = date_order(sheet, column, first);
        let mut action = column.action.clone();
        if order == Order::Open {
            action = as_text(action, &heading, column.position, &mut own_ids);
        }
        let Some(mut definition) = action.definition(&heading.text) else { continue };
        // Two columns on one field would be one above the other: the second becomes an own column.
        if !ids.insert(definition.id.clone()) {
            let (id, title) = own_ids.name(&heading, column.position);
            definition.id = ColumnId::Own(id);
            definition.title = title;
            ids.insert(definition.id.clone());
        }
        let reading = Reading {
            kind: definition.kind,
            unit: column.unit,
            decimal: column.decimal,
            dates: if let Order::Known(order) = order { order } else { DateOrder::default() },
            percent: column.percent,
            is_markup: column.is_markup && definition.id == ColumnId::Field(Field::Margin),
        };
        let cells = sheet.cells(column.position, first);
        let latest = rolled.as_ref().and_then(|rolled| rolled.latest(cells, &all.places));
        let places = latest.as_ref().unwrap_or(&all.places);
        let data = read_column(sheet, cells, &reading, places, rows, |row, misfit| {
            problems.push(super::problem::Problem {
                row: row + 1,
                sheet: String::new(),
                position: column.position,
                heading: heading.text.clone(),
                text: misfit.text.clone(),
                reason: misfit.reason,
            });
        });
        columns.push(BatchColumn { definition, data });
        progress.add(1);
    }
    let (mut history, mut totals) = (History::default(), None);
    if let Some(rolled) = rolled {
        rolled.add_columns(sheet, mapping, &all, &mut columns, &mut own_ids);
        totals = rolled.groups.is_some().then_some(rolled.folded.totals);
        history = rolled.folded.history;
    }
    (Batch { source, rows, columns, history }, problems, totals)
}

/// The rows of the sheet that are imported.
pub fn rows(sheet: &Sheet, mapping: &Mapping) -> Rows {
    let (places, count) = row_places(sheet, mapping.heading_row);
    Rows { places, count }
}

/// The place in the batch of each row of the sheet, and how many rows the batch has.
fn row_places(sheet: &Sheet, first: u32) -> (Vec<u32>, u32) {
    let mut count = 0;
    let place = |(row, filled): (u32, bool)| {
        if filled && row >= first {
            count += 1;
            count - 1
        } else {
            NO_ROW
        }
    };
    let places = (0..).zip(sheet.filled_rows()).map(place).collect();
    (places, count)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Known(DateOrder),
    /// The values leave it open, and nobody said it.
    Open,
}

fn date_order(sheet: &Sheet, column: &ColumnMapping, first: u32) -> Order {
    if column.action.kind() != Some(ColumnKind::Date) {
        return Order::Known(DateOrder::default());
    }
    if let Some(order) = column.dates {
        return Order::Known(order);
    }
    match order_finder(sheet, column.position, first).orders().0.as_slice() {
        [] => Order::Known(DateOrder::default()),
        [order] => Order::Known(*order),
        _ => Order::Open,
    }
}

/// The same column as texts: a field of dates can't hold them, so it becomes an own column.
fn as_text(action: Action, heading: &Heading, position: u32, own_ids: &mut OwnIds) -> Action {
    match action {
        Action::Own { id, title, .. } => Action::Own { id, title, kind: ColumnKind::Text },
        Action::Field(_) => {
            let (id, title) = own_ids.name(heading, position);
            Action::Own { id, title, kind: ColumnKind::Text }
        }
        Action::LeaveOut => Action::LeaveOut,
    }
}

/// Where a batch comes from.
pub fn source(file: &str, sheet: &str, imported_on: Option<Day>) -> Source {
    Source { file: file.to_owned(), sheet: sheet.to_owned(), imported_on }
}
