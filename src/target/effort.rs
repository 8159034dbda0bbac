//! How many hours the steps of a sale take.

use serde::{Deserialize, Serialize};

use crate::segment::Segment;

/// Hours by step, for one segment.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Effort {
    pub dial: f64,
    pub talk: f64,
    /// Meetings that a client takes, from the first to the proposal.
    pub meetings_per_client: f64,
    /// With the way there and the preparation.
    pub meeting: f64,
    pub proposal: f64,
    /// Papers, payment and delivery of one won deal.
    pub deal: f64,
    /// A bid in a tender.
    pub bid: f64,
    /// Visits of the document specialist to a client in a year; 0 while no such visits are planned.
    pub visits_per_year: f64,
    pub visit: f64,
}

impl Default for Effort {
    fn default() -> Self {
        Self::of(Segment::Small)
    }
}

impl Effort {
    /// DOMAIN 4.2 for the meetings of each type (small 1–2, medium 3–4, large 6 and more); the hours are composed.
    pub fn of(segment: Segment) -> Self {
        let (meetings_per_client, meeting, proposal, deal) = match segment {
            Segment::Small => (1.5, 1.0, 1.0, 2.0),
            Segment::Medium => (3.5, 1.5, 3.0, 4.0),
            Segment::Large => (6.0, 2.0, 8.0, 12.0),
            Segment::State => (0.0, 0.0, 0.0, 16.0),
        };
        Self {
            dial: 0.04,
            talk: 0.15,
            meetings_per_client,
            meeting,
            proposal,
            deal,
            bid: 24.0,
            visits_per_year: 0.0,
            visit: 1.0,
        }
    }
}
