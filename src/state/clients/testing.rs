//! Small client tables for tests.

use leptos::prelude::*;

use super::columns::SheetColumn;
use super::selection::{Place, Selection};
use super::view::ClientsView;
use super::wording::Wording;
use crate::exchange::{Conventions, entry};
use crate::state::{Book, Formats, Host, Notices};
use crate::workbook::{
    Batch, BatchColumn, ClientTable, ColumnData, ColumnDefinition, ColumnId, Edit, Field, History, Origin, Source,
    Value, Workbook,
};

/// A list with these columns, their values written as a person would.
pub fn batch(columns: &[(Field, &[&str])]) -> Batch {
    let rows = columns.iter().map(|(_, texts)| texts.len()).max().unwrap_or(0) as u32;
    let columns = columns.iter().map(|(field, texts)| {
        let mut data = ColumnData::default();
        for (row, text) in (0..).zip(*texts) {
            data.set(row, &entry(text, field.kind(), &Conventions::default()), field.kind());
        }
        BatchColumn { definition: ColumnDefinition::of_field(*field), data }
    });
    Batch { source: Source::default(), rows, columns: columns.collect(), history: History::default() }
}

pub fn table(columns: &[(Field, &[&str])]) -> ClientTable {
    ClientTable::of_batch(batch(columns))
}

/// Three clients with a name and a revenue, in an otherwise empty sheet with the usual columns.
pub fn with_view<T>(test: impl FnOnce(ClientsView) -> T) -> T {
    let owner = Owner::new();
    owner.with(|| {
        let book = Book::new(Workbook::new(Origin(1)), Host::for_tests(), Notices::default());
        let view = ClientsView::new(book, RwSignal::new(Formats::default()));
        let clients = [("Alpha", 1.5), ("Bravo", f64::NAN), ("Charlie", 3.0)].map(|(name, revenue)| {
            let revenue = if revenue.is_nan() { Value::Empty } else { Value::Number(revenue) };
            vec![(Field::Name.into(), Value::text(name)), (Field::Revenue.into(), revenue)]
        });
        book.edit(Edit::AddRows(clients.to_vec()));
        let segments = ["Small", "Medium", "Large", "State-owned"].map(str::to_owned);
        view.wording.set(Wording { language: "en".to_owned(), segments });
        test(view)
    })
}

/// Where a field's column stands in the sheet.
#[track_caller]
pub fn column(view: &ClientsView, field: Field) -> usize {
    let is_it = |column: &SheetColumn| column.id == ColumnId::Field(field);
    view.columns.with_untracked(|columns| columns.iter().position(is_it)).expect("the column")
}

/// Selects one range, given as (row, column) of two corners.
pub fn select(view: &ClientsView, from: (usize, usize), to: (usize, usize)) {
    view.select(Selection { active: Place::new(from.0, from.1), far: Place::new(to.0, to.1) });
}
