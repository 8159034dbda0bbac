//! The parts of the client panel that are about the approach.

use crate::approach::{ClientRecords, MarginOf, Reason, Section};
use crate::segment::Segment;

/// One part: a section that is written in, or figures that follow from the list and the sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ApproachPart {
    Written(Section),
    /// Whether the client can be asked for a referral.
    Referral,
    /// In which months it buys, and when the next order is due.
    Calendar,
    /// Its revenue with the risk of losing it.
    Risk,
}

use ApproachPart::{Calendar, Referral, Risk, Written};

impl ApproachPart {
    /// The parts that suit a segment, in the order of the panel.
    pub fn of_segment(segment: Segment) -> &'static [Self] {
        match segment {
            Segment::Small => &[Written(Section::Owner), Written(Section::Meetings), Written(Section::Terms), Referral],
            Segment::Medium => &[Calendar, Written(Section::Offer), Written(Section::Team)],
            Segment::Large => &[
                Written(Section::KeyAccount),
                Written(Section::Stakeholders),
                Written(Section::Requirements),
                Written(Section::Replaceability),
                Written(Section::Incidents),
                Risk,
            ],
            Segment::State => &[
                Written(Section::Tenders),
                Written(Section::Eligibility),
                Written(Section::GoNoGo),
                Written(Section::Backlog),
            ],
        }
    }

    /// The parts of the other segments, split into those that hold something and those that don't.
    pub fn of_others(segment: Segment, records: &ClientRecords) -> (Vec<Self>, Vec<Self>) {
        let others = Segment::ALL.into_iter().filter(|other| *other != segment);
        others.flat_map(|other| Self::of_segment(other).iter().copied()).partition(|part| part.holds(records))
    }

    /// Whether something was written in it.
    pub fn holds(self, records: &ClientRecords) -> bool {
        matches!(self, Written(section) if !records.is_empty(section))
    }

    /// A plain word, for the page's markup.
    pub fn key(self) -> &'static str {
        match self {
            Written(section) => section.key(),
            Referral => "referral",
            Calendar => "calendar",
            Risk => "risk",
        }
    }

    /// Where the reason of an alert is dealt with; nothing where that is the sheet.
    pub fn of_reason(reason: &Reason) -> Option<Self> {
        Some(match reason {
            Reason::NotContacted { .. } => Written(Section::Owner),
            Reason::MeetingsWithoutResult { .. } => Written(Section::Meetings),
            Reason::OrderOverdue { .. } => Calendar,
            Reason::NoCoordinator { .. } => Written(Section::Stakeholders),
            Reason::TenderDeadline { .. } | Reason::SecurityDue { .. } => Written(Section::Tenders),
            Reason::DocumentExpires { .. } => Written(Section::Eligibility),
            Reason::IncidentOpen { .. } => Written(Section::Incidents),
            Reason::MarginBelowFloor { of: MarginOf::Terms, .. } => Written(Section::Terms),
            Reason::MarginBelowFloor { of: MarginOf::Offer, .. } => Written(Section::Offer),
            Reason::MarginBelowFloor { of: MarginOf::Sheet, .. } => return None,
        })
    }
}
