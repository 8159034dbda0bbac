//! The seventeen key figures and the spare ones (DOMAIN 3), composed for Kontor.
//!
//! A [`Kpi`] is a formula over recorded [`Measure`](crate::target::Measure)s. [`evaluate`] calculates one over a
//! [`Scope`](crate::target::Scope) of months, segment and manager as a [`Trace`](crate::trace::Trace); an empty
//! denominator and a missing input are "no data". [`Board`] is the whole table with targets, lights and trend lines.

mod board;
mod evaluate;
#[expect(clippy::module_inception, reason = "the type is the module's subject, and one type has one file")]
mod kpi;
mod settings;
mod thresholds;

pub use board::{Board, BoardRow};
pub use evaluate::{Surroundings, evaluate};
pub use kpi::{Direction, Kpi};
pub use settings::{KpiSettings, KpiTarget};
pub use thresholds::{Judgement, Light, Thresholds};

#[cfg(test)]
mod tests;
