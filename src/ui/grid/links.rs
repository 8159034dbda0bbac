//! Where a cell leads: a page, a letter, a call, another client. A plain click only selects.

use leptos::prelude::*;

use super::surface::Surface;
use crate::exchange::link_target;
use crate::platform::dom;
use crate::state::clients::Place;
use crate::workbook::ColumnKind;

/// Follows the cell at a place, if it leads anywhere.
pub fn follow(surface: &Surface, place: Place) {
    let Some((client, column)) = surface.view.cell(place) else { return };
    let book = surface.kontor.book;
    let text = book.table(|table| table.row_of(client).map(|row| table.data(&column.id).text(row).to_owned()));
    let Some(text) = text.filter(|text| !text.is_empty()) else { return };
    if column.kind == ColumnKind::Client {
        let named = book.table(|table| table.row_named(&text).and_then(|row| table.row_id(row)));
        if named.is_some() {
            surface.kontor.client.0.set(named);
        }
    } else if let Some(target) = link_target(&text, column.kind) {
        dom::open_link(&target);
    }
}
