//! What a user would miss if the comparison were wrong.

mod decisions;
mod direct;
mod edges;
mod fixture;
mod golden;
mod law;
mod properties;
mod sums;
