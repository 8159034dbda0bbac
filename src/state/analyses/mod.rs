//! The analyses of all clients, kept in step with the workbook, and what they find as columns of the sheet.

mod cell_filters;
mod client_analysis;
mod live_analyses;
mod making;
mod report;
mod setting;
#[cfg(test)]
mod tests;

pub use cell_filters::{abc_filters, abc_xyz_filters, rfm_filters};
pub use client_analysis::{ClientAnalysis, client_analysis};
pub use live_analyses::LiveAnalyses;
pub use report::{ConcentrationReport, heat};
pub use setting::Setting;
