//! What the article advises for each segment (DOMAIN section 1, items 2 to 20). The wording is in `i18n`.

use super::segment::Segment;

/// One piece of advice; the number is DOMAIN section 1's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Advice {
    /// 2
    SmallLots,
    /// 3
    ReachTheOwner,
    /// 4
    TwoMeetings,
    /// 5
    IndividualTerms,
    /// 6
    LoyaltyGrows,
    /// 7
    PurchaseCalendar,
    /// 8
    BeatTheIncumbent,
    /// 9
    EveryoneWhoServes,
    /// 10
    LoyaltyPrograms,
    /// 11
    KeyAccountPlan,
    /// 12
    StrictDemands,
    /// 13
    ContractRisk,
    /// 14
    StageSpecialists,
    /// 15
    Coordinator,
    /// 16
    ParetoWatch,
    /// 17
    Tenders,
    /// 18
    Eligibility,
    /// 19
    TenderSpecialist,
    /// 20
    StableIncome,
}

impl Segment {
    /// What is advised for clients of this segment, in the article's order.
    pub fn advice(self) -> &'static [Advice] {
        match self {
            Self::Small => &[
                Advice::SmallLots,
                Advice::ReachTheOwner,
                Advice::TwoMeetings,
                Advice::IndividualTerms,
                Advice::LoyaltyGrows,
            ],
            Self::Medium => &[
                Advice::PurchaseCalendar,
                Advice::BeatTheIncumbent,
                Advice::EveryoneWhoServes,
                Advice::LoyaltyPrograms,
            ],
            Self::Large => &[
                Advice::KeyAccountPlan,
                Advice::StrictDemands,
                Advice::ContractRisk,
                Advice::StageSpecialists,
                Advice::Coordinator,
                Advice::ParetoWatch,
            ],
            Self::State => &[Advice::Tenders, Advice::Eligibility, Advice::TenderSpecialist, Advice::StableIncome],
        }
    }
}
