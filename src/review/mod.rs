//! A list that is imported again over the clients that are there: what changed, what is new, what is gone.
//!
//! [`compare`] matches the rows of a batch with the clients and says what differs; nothing changes by it. [`Review`] is
//! what the person looks at, and [`change`] makes one edit of what they took of it. What is ambiguous is never guessed:
//! it is marked with a [`Doubt`] and stays out unless the person takes it.

mod cells;
mod compare;
mod keys;
mod matching;
mod months;
mod options;
mod outcome;
mod rounding;
mod select;
mod take;
#[cfg(test)]
mod tests;

pub use compare::compare;
pub use options::{Options, SegmentNames};
pub use outcome::{CellChange, Doubt, Item, ItemKind, MonthChanges, Review, ReviewColumn};
pub use take::{change, choose_segments};
