//! Some rows of a batch as a batch of their own.

use std::collections::HashMap;

use crate::workbook::{Batch, BatchColumn, ColumnData, History, NO_DAY, Texts, Values};

/// The rows of these numbers (rising, each once), with all columns and what they sold by month.
pub fn select_rows(batch: &Batch, rows: &[u32]) -> Batch {
    let columns = batch
        .columns
        .iter()
        .map(|column| BatchColumn { definition: column.definition.clone(), data: select(&column.data, rows) });
    Batch {
        source: batch.source.clone(),
        rows: rows.len() as u32,
        columns: columns.collect(),
        history: history(&batch.history, rows),
    }
}

fn select(data: &ColumnData, rows: &[u32]) -> ColumnData {
    let places = rows.iter().zip(0..);
    let misfits = places.filter_map(|(row, place)| data.misfits.get(row).map(|misfit| (place, misfit.clone())));
    let values = match &data.values {
        Values::None => Values::None,
        Values::Numbers(numbers) => Values::Numbers(pick(numbers, rows, f64::NAN)),
        Values::Days(days) => Values::Days(pick(days, rows, NO_DAY)),
        Values::Texts(texts) => {
            let mut picked = Texts::default();
            let mut codes = HashMap::from([(0, 0)]);
            for row in rows {
                let code = texts.code(*row);
                let code = *codes.entry(code).or_insert_with(|| picked.push_text(texts.of_code(code)));
                picked.codes.push(code);
            }
            Values::Texts(picked)
        }
    };
    ColumnData { values, misfits: misfits.collect() }
}

fn pick<T: Copy>(values: &[T], rows: &[u32], empty: T) -> Vec<T> {
    rows.iter().map(|row| values.get(*row as usize).copied().unwrap_or(empty)).collect()
}

fn history(history: &History, rows: &[u32]) -> History {
    let mut picked = History::default();
    if history.is_empty() {
        return picked;
    }
    for (row, place) in rows.iter().zip(0..) {
        for (month, revenue, orders) in history.of_row(*row) {
            picked.rows.push(place);
            picked.months.push(month);
            picked.revenue.push(revenue);
            picked.orders.push(orders);
        }
    }
    picked
}
