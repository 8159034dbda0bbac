//! The plan run forward: what so many dials and bids lead to. It uses nothing of the way back but the rates.

use super::plan::Plan;
use crate::segment::Segment;
use crate::workbook::Month;

/// What a plan's work leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Old and new clients, by month.
    pub revenue: Vec<f64>,
    pub gross_margin: f64,
    pub leads_cost: f64,
    pub profit: f64,
}

impl Plan {
    /// Goes from the activities of every month forward to revenue and profit.
    pub fn forward(&self) -> Outcome {
        let mut revenue = vec![0.0; self.months.len()];
        let (mut gross_margin, mut leads_cost) = (0.0, 0.0);
        for segment in Segment::ALL {
            let assumptions = &self.assumptions[segment];
            let settings = &assumptions.settings;
            let mut clients = 0.0;
            for (at, month) in self.months.iter().enumerate() {
                let deals = self.deals_out_of(segment, *month + -settings.lag());
                clients += deals;
                let new = clients * assumptions.yearly().unwrap_or(0.0) / 12.0;
                revenue[at] += self.existing.revenue[segment][at] + new;
                gross_margin += self.existing.margin[segment][at] + new * assumptions.margin();
                if settings.cost_per_lead > 0.0 && settings.lead_to_deal > 0.0 {
                    leads_cost += deals / settings.lead_to_deal * settings.cost_per_lead;
                }
            }
        }
        let costs = self.requirement.fixed_costs + self.requirement.sales_costs + leads_cost;
        Outcome { revenue, gross_margin, leads_cost, profit: gross_margin - costs }
    }

    /// The deals that a month's activity leads to.
    fn deals_out_of(&self, segment: Segment, month: Month) -> f64 {
        let settings = &self.assumptions[segment].settings;
        let activity = self.activity(segment, month);
        if settings.by_bids {
            return activity.bids.unwrap_or(0.0) * settings.win;
        }
        let cold = 1.0 - settings.inbound;
        let talks = match activity.dials {
            Some(dials) if cold > 0.0 => dials * settings.dial_to_talk / cold,
            _ => activity.talks.unwrap_or(0.0),
        };
        talks * settings.talk_to_meeting * settings.meeting_to_proposal * settings.win
    }
}
