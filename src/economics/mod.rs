//! What a client is worth: the profitability formula (DOMAIN 4.1), unit economics (4.3) and the growth check (1.36).
//!
//! Every result is a [`Trace`](crate::trace::Trace), so that it opens.

mod growth;
mod profitability;
mod unit;
mod unit_inputs;

pub use growth::{GrowthCheck, required_growth};
pub use profitability::{Channel, Effect, Factor, Profitability};
pub use unit::{LIFETIME_CAP, UnitEconomics};
pub use unit_inputs::{UnitInputs, UnitSettings};

#[cfg(test)]
mod tests;
