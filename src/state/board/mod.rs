//! The segment board as state: what it is grouped by, its columns and lanes with their sums, its
//! cards, how cards move, the stages of the person's own, and saved boards.

#[allow(clippy::module_inception, reason = "the file is named after its type")]
mod board;
mod card;
mod choice;
mod columns;
mod hands;
mod moves;
mod pareto;
mod presenting;
mod saved;
mod selection;
mod settled;
mod stage_draft;
#[cfg(test)]
mod tests;
mod window;

pub use board::{Board, MoveMenu, Moved};
pub use card::Card;
pub use choice::{BoardChoice, choices, from_key, key_of};
pub use columns::{Direction, Spot};
pub use moves::{moved, taken_back};
pub use pareto::Pareto;
pub use presenting::{NameMask, Presenting, initials};
pub use saved::{BoardDefinition, SavedBoard, SavedBoards};
pub use selection::Chosen;
pub use stage_draft::{DraftStage, StageDraft, StageProblem};
pub use window::{CARD_PITCH, LANE_PITCH, LARGE_CARD_PITCH, NARROW_PITCH, WIDE_PITCH, fitting, is_near, window};
