//! From a figure to its clients.

use leptos::prelude::*;

use crate::platform::dom;
use crate::state::Sheet;
use crate::state::clients::{ColumnFilter, Place};
use crate::ui::Context;
use crate::ui::grid::FIELD;

/// Goes to the Clients sheet with exactly the clients that pass these filters.
pub fn open_clients(kontor: &Context, filters: Vec<ColumnFilter>) {
    kontor.dialog.close();
    kontor.clients.show_only(filters);
    kontor.sheet.set(Sheet::Clients);
    kontor.clients.go_to(Place::default());
    // The sheet has to stand in the page before it can take the keyboard.
    (kontor.book.host().later)(Box::new(|| dom::focus(FIELD)));
}
