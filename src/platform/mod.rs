//! The browser: the only folder that touches it.

pub mod cells;
pub mod clock;
pub mod dom;
pub mod intl;
pub mod scroll;

use crate::state::Host;

/// The browser as the state knows it.
pub fn host() -> Host {
    Host {
        later: clock::later,
        now: clock::now,
        measure: clock::measure,
        today: clock::today,
        random: clock::random,
        collate: intl::collate,
    }
}
