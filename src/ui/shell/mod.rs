//! The frame around the sheets: the bar on top, the tabs and the status line below.

mod selected;

pub use selected::{Selected, Summary};
