//! What the plan assumes about one segment.

use serde::{Deserialize, Serialize};

use super::effort::Effort;
use crate::segment::Segment;

/// What the plan assumes about one segment. `None` is "not set": the clients tell, or the default counts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SegmentSettings {
    /// Share of the missing revenue; unset everywhere: as today's revenue. Weights are scaled to 1.
    pub weight: Option<f64>,
    /// Gross margin, 0 to 1.
    pub margin: Option<f64>,
    /// Clients lost in a year, 0 to 1, for clients that have no churn of their own.
    pub churn: f64,
    /// Organic growth in a year: 0.05 is 5 %.
    pub growth: f64,
    /// Revenue of one sale.
    pub average_sale: Option<f64>,
    pub sales_per_year: Option<f64>,
    /// Won of proposals, or of bids.
    pub win: f64,
    pub meeting_to_proposal: f64,
    pub talk_to_meeting: f64,
    pub dial_to_talk: f64,
    pub lead_to_deal: f64,
    /// Share of the talks that begin without a call of ours.
    pub inbound: f64,
    pub cost_per_lead: f64,
    /// From the first contact to the contract.
    pub cycle_days: f64,
    /// Reached by bids in tenders and not by calls.
    pub by_bids: bool,
    pub effort: Effort,
}

impl Default for SegmentSettings {
    fn default() -> Self {
        Self::of(Segment::Small)
    }
}

impl SegmentSettings {
    /// Talks out of dials: 9.9 % connect, 58 % of those become talks (DOMAIN 4.2, source 48).
    pub const DIAL_TO_TALK: f64 = 0.099 * 0.58;
    /// Meetings out of talks (DOMAIN 4.2, source 48).
    pub const TALK_TO_MEETING: f64 = 0.046;
    /// The margin of DOMAIN's example, where neither the person nor the clients say.
    pub const MARGIN: f64 = 0.30;
    /// The yearly churn of DOMAIN's example.
    pub const CHURN: f64 = 0.20;

    /// DOMAIN 4.2's defaults by type; what it does not give is composed.
    pub fn of(segment: Segment) -> Self {
        let (win, meeting_to_proposal, lead_to_deal, cycle_days) = match segment {
            Segment::Small => (0.30, 0.60, 0.15, 30.0),
            Segment::Medium => (0.25, 0.50, 0.12, 75.0),
            Segment::Large => (0.15, 0.40, 0.08, 180.0),
            Segment::State => (0.20, 1.0, 0.20, 60.0),
        };
        Self {
            weight: None,
            margin: None,
            churn: Self::CHURN,
            growth: 0.0,
            average_sale: None,
            sales_per_year: None,
            win,
            meeting_to_proposal,
            talk_to_meeting: Self::TALK_TO_MEETING,
            dial_to_talk: Self::DIAL_TO_TALK,
            lead_to_deal,
            inbound: 0.0,
            cost_per_lead: 0.0,
            cycle_days,
            by_bids: segment == Segment::State,
            effort: Effort::of(segment),
        }
    }

    /// Months between the work and the deal: the cycle in months of 30 days, rounded.
    pub fn lag(&self) -> i32 {
        (self.cycle_days / 30.0).round().clamp(0.0, 60.0) as i32
    }
}
