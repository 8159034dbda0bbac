//! The side panel: one client with all its fields.

use leptos::prelude::*;

/// The side panel.
#[component]
pub fn ClientPanel() -> impl IntoView {}
