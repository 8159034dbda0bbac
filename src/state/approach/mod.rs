//! The approach to each client as signals: what is written down about one client, what has to be done this week, and
//! the edits of both.

mod entry;
mod facts;
mod kept;
mod part;
mod records;
#[cfg(test)]
mod tests;
mod week;
mod week_alert;

pub use entry::{Entry, EntryKind};
pub use facts::{ClientFacts, client_facts};
pub use kept::Kept;
pub use part::ApproachPart;
pub use records::{approach_rules, client_records, contracted_backlog, edit_section, set_approach_rules};
pub use week::Week;
pub use week_alert::WeekAlert;
