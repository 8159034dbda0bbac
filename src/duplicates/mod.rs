//! Clients that may be the same (DOMAIN section 6), how two become one, and how one becomes two again.
//!
//! ```text
//! table -> cards (normal names, last digits, domains) -> candidates -> judged -> pairs with reasons
//! pair -> Comparison (side by side) -> the person's choices -> one edit, with a record of what stood there before
//! record -> take apart -> one edit, however much later
//! ```

mod candidates;
mod card;
mod comparison;
mod decision;
mod find;
#[cfg(test)]
mod find_tests;
mod glance;
mod keys;
mod legal_forms;
mod likeness;
mod merge;
mod merge_record;
#[cfg(test)]
mod merge_tests;
mod normal_name;
mod pair;
mod slips;

pub use comparison::{Comparison, Line, Side};
pub use decision::{Decision, Decisions};
pub use find::{MOST, find};
pub use merge::{merge, take_apart};
pub use merge_record::{MergeRecord, merged_before};
pub use normal_name::normal_name;
pub use pair::{Found, Pair, Reason, Support};
