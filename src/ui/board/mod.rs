//! The Segments sheet: the board, the advice and the Pareto chart.

use leptos::prelude::*;

/// The Segments sheet.
#[component]
pub fn SegmentsSheet() -> impl IntoView {}
