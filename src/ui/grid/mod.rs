//! The Clients sheet: the grid.

use leptos::prelude::*;

/// The Clients sheet.
#[component]
pub fn ClientsSheet() -> impl IntoView {}
