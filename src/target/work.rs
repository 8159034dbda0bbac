//! A segment's funnel, backwards: from new revenue to dials (DOMAIN 4.2).

use super::assumptions::Assumptions;

/// What a segment's new revenue takes. Fractions are kept. `None`: a conversion of zero leads nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SegmentWork {
    pub new_revenue: f64,
    /// New clients.
    pub deals: Option<f64>,
    /// Where clients are won by proposals.
    pub proposals: Option<f64>,
    /// Where they are won in tenders.
    pub bids: Option<f64>,
    /// First meetings.
    pub meetings: Option<f64>,
    pub talks: Option<f64>,
    pub dials: Option<f64>,
    pub leads: Option<f64>,
    /// What the leads cost.
    pub budget: Option<f64>,
}

impl SegmentWork {
    /// The work for new revenue. `year_share` is τ, the mean share of a year that is left after winning.
    #[expect(clippy::similar_names, reason = "deals and dials are the words of the trade")]
    pub fn of(assumptions: &Assumptions, new_revenue: f64, year_share: f64) -> Self {
        let settings = &assumptions.settings;
        let through = |amount: Option<f64>, rate: f64| match amount {
            // Nothing needs no conversion.
            Some(0.0) => Some(0.0),
            amount => amount.filter(|_| rate > 0.0).map(|amount| amount / rate),
        };
        let deals = match assumptions.yearly() {
            _ if new_revenue == 0.0 => Some(0.0),
            Some(yearly) if year_share > 0.0 => Some(new_revenue / (yearly * year_share)),
            _ => None,
        };
        let attempts = through(deals, settings.win);
        let (proposals, bids) = if settings.by_bids { (Some(0.0), attempts) } else { (attempts, Some(0.0)) };
        let meetings = through(proposals, settings.meeting_to_proposal);
        let talks = through(meetings, settings.talk_to_meeting);
        let cold = 1.0 - settings.inbound.clamp(0.0, 1.0);
        let dials =
            if cold > 0.0 { through(talks, settings.dial_to_talk).map(|dials| dials * cold) } else { Some(0.0) };
        let leads = through(deals, settings.lead_to_deal);
        let budget =
            if settings.cost_per_lead > 0.0 { leads.map(|leads| leads * settings.cost_per_lead) } else { Some(0.0) };
        Self { new_revenue, deals, proposals, bids, meetings, talks, dials, leads, budget }
    }

    /// The work for so many times the revenue: everything is linear in it.
    #[must_use]
    pub fn times(&self, factor: f64) -> Self {
        let scale = |amount: Option<f64>| amount.map(|amount| amount * factor);
        Self {
            new_revenue: self.new_revenue * factor,
            deals: scale(self.deals),
            proposals: scale(self.proposals),
            bids: scale(self.bids),
            meetings: scale(self.meetings),
            talks: scale(self.talks),
            dials: scale(self.dials),
            leads: scale(self.leads),
            budget: scale(self.budget),
        }
    }

    /// Hours of hunters.
    pub fn hunter_hours(&self, assumptions: &Assumptions) -> f64 {
        let effort = &assumptions.settings.effort;
        let of = |amount: Option<f64>, hours: f64| amount.unwrap_or(0.0) * hours;
        of(self.dials, effort.dial)
            + of(self.talks, effort.talk)
            + of(self.meetings, effort.meetings_per_client * effort.meeting)
            + of(self.proposals, effort.proposal)
    }

    /// Hours of document specialists before winning: bids.
    pub fn bid_hours(&self, assumptions: &Assumptions) -> f64 {
        self.bids.unwrap_or(0.0) * assumptions.settings.effort.bid
    }

    /// Hours of document specialists for the deals won.
    pub fn deal_hours(&self, assumptions: &Assumptions) -> f64 {
        self.deals.unwrap_or(0.0) * assumptions.settings.effort.deal
    }
}
