//! The import dialog.

mod state;

use leptos::prelude::*;

pub use state::ImportState;

/// The import dialog.
#[component]
pub fn ImportDialog() -> impl IntoView {}
