//! Charts as SVG text, drawn by plotters, coloured by CSS custom properties.
//!
//! The text is safe to put into a page: whatever a client is called is escaped, and there are no style attributes and
//! no scripts. The page defines `--chart-text`, `--chart-grid`, `--chart-main`, `--chart-guide` and `--chart-ground`.

mod lorenz;
mod pareto;
mod plot;
mod svg;

pub use lorenz::{LorenzData, LorenzLabels, lorenz};
pub use pareto::{ParetoData, ParetoLabels, pareto};
