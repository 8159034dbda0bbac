//! What the selection in the grid comes to, as the status line shows it.

use leptos::prelude::*;

/// Count, sum and average of the selected cells.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// Selected cells that hold anything.
    pub count: u32,
    /// Selected cells that hold a number.
    pub numbers: u32,
    /// The sum of the numbers; nothing where there are none.
    pub sum: Option<f64>,
    pub average: Option<f64>,
}

/// The summary of what is selected; the grid writes it and the status line reads it.
#[derive(Clone, Copy)]
pub struct Selected(pub RwSignal<Summary>);

impl Default for Selected {
    fn default() -> Self {
        Self(RwSignal::new(Summary::default()))
    }
}
