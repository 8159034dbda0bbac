//! The segment board as state: what it is grouped by, its columns with their sums, its cards, and how cards move.

#[allow(clippy::module_inception, reason = "the file is named after its type")]
mod board;
mod card;
mod choice;
mod columns;
mod moves;
mod pareto;
mod settled;
#[cfg(test)]
mod tests;
mod window;

pub use board::{Board, MoveMenu};
pub use card::Card;
pub use choice::{BoardChoice, choices, from_key, key_of};
pub use columns::Direction;
pub use moves::{moved, taken_back};
pub use pareto::Pareto;
pub use window::{CARD_PITCH, fitting, is_near, window};
