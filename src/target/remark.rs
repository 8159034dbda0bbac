//! What a plan has to say about itself, each as a sentence of its own.

use super::manager::Role;
use crate::segment::Segment;
use crate::workbook::Month;

/// A step of the funnel that can have a conversion of zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// From a proposal to a deal.
    Win,
    /// From a bid to a contract.
    Bid,
    MeetingToProposal,
    TalkToMeeting,
    DialToTalk,
    LeadToDeal,
}

/// A sentence about the plan. Amounts are in the workbook's currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// No goal was set.
    NoGoal,
    /// What today's clients bring is enough.
    GoalBelowExisting { goal: f64, existing: f64 },
    /// A conversion of zero leads to no deal, whatever the effort.
    ZeroConversion { segment: Segment, step: Step },
    /// No sale, or none with a value, is known for the segment, so that its new clients can't be counted.
    NoSale { segment: Segment },
    /// All weights are zero: no segment is to bring what is missing.
    NoWeight,
    /// New clients bring no margin: no profit can come of them.
    ZeroMargin,
    /// The leads of new clients cost as much as their margin or more: the more are won, the less is left.
    LeadsCostMore { cost_of_margin: f64 },
    /// Nobody has the role.
    NoManagers { role: Role },
    /// Nobody covers a segment that new clients are to come from.
    NobodyForSegment { segment: Segment },
    /// The plan starts before today's month.
    StartInPast { first: Month, today: Month },
    /// Deals of the plan's first months need work before it starts.
    EarlyStart { segment: Segment, from: Month },
    /// And that work would have had to begin before today: so many months of deals can't be had.
    EarlyStartMissed { segment: Segment, from: Month, months: u32, deals: f64 },
    /// People would have to work more hours than they have.
    OverCapacity { role: Role, month: Month, load: f64 },
    /// No client has revenue: everything has to come from new ones.
    NoClients,
}
