//! Where the columns stand and how wide they are.

use std::sync::Arc;

use leptos::prelude::*;

use crate::state::Part;
use crate::state::clients::{Layout, gutter_width, natural_width};
use crate::ui::Context;
use crate::workbook::ClientTable;

/// The widths that the person chose, and for the others those that their contents ask for. These are found when the
/// sheet changes its columns or rows, and not at each edit: a column that grew under the fingers would be a nuisance.
pub fn column_layout(kontor: Context, titles: Memo<Arc<[String]>>, window: RwSignal<f64>) -> Memo<Arc<Layout>> {
    let (book, view) = (kontor.book, kontor.clients);
    let natural = Memo::new(move |_| {
        book.follow_layout();
        kontor.formats.track();
        let titles = titles.get();
        view.columns.with(|columns| {
            let of_columns = columns.iter().zip(titles.iter());
            kontor.formats.with(|formats| {
                book.table(|table| {
                    let width = |(column, title): (_, &String)| natural_width(table, column, title, formats);
                    of_columns.map(width).collect::<Vec<f64>>()
                })
            })
        })
    });
    let rows = Memo::new(move |_| {
        book.follow(Part::Clients);
        gutter_width(book.table(ClientTable::row_count) as usize)
    });
    Memo::new(move |_| {
        let most = (window.get() * 0.45).max(96.0);
        let (natural, columns) = (natural.get(), view.columns.get());
        view.widths.with(|widths| {
            let wanted = columns.iter().zip(natural.iter()).enumerate().map(|(at, (column, natural))| {
                let width = widths.get(&column.id).unwrap_or(*natural);
                // What stays at the left must leave room for what scrolls.
                if at == 0 { width.max(widths.get(&column.id).unwrap_or(140.0)).min(most) } else { width }
            });
            Arc::new(Layout::new(rows.get(), wanted).holding(view.frozen.get(), window.get()))
        })
    })
}
