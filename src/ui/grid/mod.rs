//! The Clients sheet: the grid.
//!
//! `frame` hears, `surface` and `painter` draw, `editor` edits; what all of it means is decided in
//! [`crate::state::clients`].

mod choices;
mod clipboard;
mod column_layout;
mod column_panel;
mod draft;
mod editor;
mod empty;
mod filter_bar;
mod filter_condition;
mod filter_values;
mod frame;
mod handle;
mod heading;
mod heads;
mod keeping;
mod keys;
mod links;
mod look;
mod painter;
mod pointer;
mod slot;
mod surface;
mod toolbar;

use leptos::prelude::*;

pub use keeping::keep_view;
pub use surface::FIELD;

/// The Clients sheet.
#[component]
pub fn ClientsSheet() -> impl IntoView {
    keeping::keep();
    view! {
        <toolbar::GridToolbar />
        <filter_bar::FilterBar />
        <div class="grid-stage">
            <frame::Grid />
            <empty::EmptyGrid />
        </div>
    }
}
