//! Settings as a list of numbers, so that plans can be compared and varied.

use super::by_segment::BySegment;
use super::segment_settings::SegmentSettings;
use super::settings::PlanSettings;
use crate::segment::Segment;
use crate::trace::{Quantity, Reference};

/// The numbers that a person sets for each segment.
pub const SEGMENT_QUANTITIES: [Quantity; 23] = [
    Quantity::Weight,
    Quantity::Margin,
    Quantity::Churn,
    Quantity::Growth,
    Quantity::AverageSale,
    Quantity::SalesPerYear,
    Quantity::WinRate,
    Quantity::MeetingToProposal,
    Quantity::TalkToMeeting,
    Quantity::DialToTalk,
    Quantity::LeadToDeal,
    Quantity::Inbound,
    Quantity::CostPerLead,
    Quantity::CycleDays,
    Quantity::HoursPerDial,
    Quantity::HoursPerTalk,
    Quantity::MeetingsPerClient,
    Quantity::HoursPerMeeting,
    Quantity::HoursPerProposal,
    Quantity::HoursPerDeal,
    Quantity::HoursPerBid,
    Quantity::Visits,
    Quantity::HoursPerVisit,
];

impl SegmentSettings {
    /// The value that was set, or the default that counts; nothing where nothing is set, or the quantity is no setting.
    pub fn value(&self, quantity: Quantity) -> Option<f64> {
        let mut copy = *self;
        match copy.slot(quantity)? {
            Slot::Value(value) => Some(*value),
            Slot::Optional(value) => *value,
        }
    }

    /// Sets a value; `false` where the quantity is no setting.
    pub fn set(&mut self, quantity: Quantity, new: f64) -> bool {
        match self.slot(quantity) {
            Some(Slot::Value(value)) => *value = new,
            Some(Slot::Optional(value)) => *value = Some(new),
            None => return false,
        }
        true
    }

    fn slot(&mut self, quantity: Quantity) -> Option<Slot<'_>> {
        let effort = &mut self.effort;
        Some(match quantity {
            Quantity::Weight => Slot::Optional(&mut self.weight),
            Quantity::Margin => Slot::Optional(&mut self.margin),
            Quantity::AverageSale => Slot::Optional(&mut self.average_sale),
            Quantity::SalesPerYear => Slot::Optional(&mut self.sales_per_year),
            Quantity::Churn => Slot::Value(&mut self.churn),
            Quantity::Growth => Slot::Value(&mut self.growth),
            Quantity::WinRate => Slot::Value(&mut self.win),
            Quantity::MeetingToProposal => Slot::Value(&mut self.meeting_to_proposal),
            Quantity::TalkToMeeting => Slot::Value(&mut self.talk_to_meeting),
            Quantity::DialToTalk => Slot::Value(&mut self.dial_to_talk),
            Quantity::LeadToDeal => Slot::Value(&mut self.lead_to_deal),
            Quantity::Inbound => Slot::Value(&mut self.inbound),
            Quantity::CostPerLead => Slot::Value(&mut self.cost_per_lead),
            Quantity::CycleDays => Slot::Value(&mut self.cycle_days),
            Quantity::HoursPerDial => Slot::Value(&mut effort.dial),
            Quantity::HoursPerTalk => Slot::Value(&mut effort.talk),
            Quantity::MeetingsPerClient => Slot::Value(&mut effort.meetings_per_client),
            Quantity::HoursPerMeeting => Slot::Value(&mut effort.meeting),
            Quantity::HoursPerProposal => Slot::Value(&mut effort.proposal),
            Quantity::HoursPerDeal => Slot::Value(&mut effort.deal),
            Quantity::HoursPerBid => Slot::Value(&mut effort.bid),
            Quantity::Visits => Slot::Value(&mut effort.visits_per_year),
            Quantity::HoursPerVisit => Slot::Value(&mut effort.visit),
            _ => return None,
        })
    }

    /// The default of a quantity for a segment, and who says so.
    pub fn default_of(segment: Segment, quantity: Quantity) -> (Option<f64>, Reference) {
        let reference = match quantity {
            Quantity::DialToTalk | Quantity::TalkToMeeting => Reference::Published(48),
            _ => Reference::Composed,
        };
        let default = match quantity {
            Quantity::Margin => Some(Self::MARGIN),
            Quantity::SalesPerYear => Some(1.0),
            _ => Self::of(segment).value(quantity),
        };
        (default, reference)
    }
}

enum Slot<'a> {
    Value(&'a mut f64),
    Optional(&'a mut Option<f64>),
}

/// A setting that differs between plans.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingDifference {
    pub quantity: Quantity,
    pub segment: Option<Segment>,
    /// One value for each plan.
    pub values: Vec<Option<f64>>,
}

/// The settings in which plans differ.
pub fn setting_differences(plans: &[&PlanSettings]) -> Vec<SettingDifference> {
    type Value = fn(&PlanSettings) -> Option<f64>;
    let whole: [(Quantity, Value); 3] = [
        (Quantity::Goal, |settings| settings.goal.amount),
        (Quantity::Months, |settings| Some(f64::from(settings.months))),
        (Quantity::FixedCosts, |settings| Some(settings.fixed_costs)),
    ];
    let of_whole = whole.into_iter().map(|(quantity, value)| SettingDifference {
        quantity,
        segment: None,
        values: plans.iter().map(|settings| value(settings)).collect(),
    });
    let each = |segment: Segment| {
        let of = move |settings: &&PlanSettings, quantity| {
            let segments: &BySegment<SegmentSettings> = &settings.segments;
            segments[segment].value(quantity)
        };
        SEGMENT_QUANTITIES.into_iter().map(move |quantity| SettingDifference {
            quantity,
            segment: Some(segment),
            values: plans.iter().map(|settings| of(settings, quantity)).collect(),
        })
    };
    let differs = |difference: &SettingDifference| difference.values.windows(2).any(|pair| pair[0] != pair[1]);
    of_whole.chain(Segment::ALL.into_iter().flat_map(each)).filter(differs).collect()
}
