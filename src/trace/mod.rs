//! Where a number comes from: "every number opens".
//!
//! A [`Trace`] is a number with its [`Formula`] and the numbers in it, each a trace of its own, down to a client's
//! field, a setting with its default and source, or a recorded fact. [`Trace::of`] calculates the number from the very
//! formula that is shown, so the two can't differ.

mod evaluate;
mod formula;
mod quantity;
mod reference;
#[expect(clippy::module_inception, reason = "the type is the module's subject, and one type has one file")]
mod trace;

pub use formula::Formula;
pub use quantity::{Quantity, Unit};
pub use reference::Reference;
pub use trace::{Origin, Place, Sourced, Trace};
