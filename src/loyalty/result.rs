//! The result of one program in one scenario.

use super::by_segment::BySegment;
use super::{Flows, Ifrs15, Liability, Outcome};

/// Everything that is shown of a program in a scenario. Sums over segments equal the total but for the costs of the
/// portfolio, which stand in the total alone.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioResult {
    pub total: Outcome,
    pub segments: BySegment<Outcome>,
    /// The portfolio's, with the fixed cost and without the set-up cost.
    pub flows: Flows,
    pub segment_flows: BySegment<Flows>,
    pub liability: Liability,
    /// Not an accounting opinion, and shown as such.
    pub ifrs15: Ifrs15,
}
