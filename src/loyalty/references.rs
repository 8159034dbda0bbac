//! Defaults with their bounds and sources (DOMAIN 2.4). Published figures are upper bounds: members choose themselves.

use super::{KindId, Parameter, Program, Reference};
use crate::segment::Segment;

const BREAKAGE: &str = "rewardops.com/blog/2015/02/metrics-that-matter-breakage/";
const VALUE_RETURNED: &str = "huuray.com/glossary/what-is-a-loyalty-program/";
const REBATE_SLABS: &str = "computermarketresearch.com/volume-rebate";
const MEMBER_INCREMENT: &str = "blog.brandmovers.com/loyalty-program-roi-the-complete-calculation-framework";
const NO_VALUE: &str = "exchangesolutions.com/glossary/incremental-margin/";
const RETENTION: &str = "bloy.io/blog/b2b-loyalty-programs-examples";
const PROGRAM_COST: &str = "gitnux.org/customer-loyalty-program-statistics";
const REDEEMED: &str = "predictableprofits.com/roi-analysis-for-b2b-loyalty-programs-checklist/";
const RUSSIAN_CLUB: &str =
    "ponp.ru/ctp/akciya-dlya-poteryannyh-klientov-b2b-effektivnye-akcii-v-b2b-kofe-dlya-pokupatelei.html";
const PAID_MEMBERS: &str = "iads.org/articles-reports/paid-loyalty-programs-bring-consumers-back-to-brands";
const ANTAVO: &str = "readkong.com/page/global-customer-loyalty-report-it-s-time-to-take-action-5427488";
const MCKINSEY: &str =
    "subscribfy.ai/blogs/your-loyalty-program-has-thousands-of-members-and-almost-none-of-them-are-loyal.";
const REICHHELD: &str = "consumerist.com/2008/01/23/retain-5-more-customers-reap-35-95-more-profit/";
const CHURN: &str = "appliedbrandscience.com/blog/evenb2b";
const REVENUE_B2B: &str = "blog.xoxoday.com/loyalife/b2b-vs-b2c-loyalty-programs";

impl Program {
    /// Bounds and source of a parameter of this program. Money and tables, for which nothing general is published,
    /// vary by half around the value that is set.
    pub fn reference(&self, parameter: Parameter) -> Option<Reference> {
        use Parameter as P;
        let value = self.value(parameter)?;
        let around = Reference::own(value * 0.5, value, value * 1.5);
        let is = |kind| self.components.iter().any(|component| component.id() == kind);
        Some(match parameter {
            P::ParticipationSmall => Reference::own(0.3, 0.6, 0.9),
            P::ParticipationMedium => Reference::own(0.5, 0.8, 0.95),
            P::ParticipationLarge | P::ParticipationState => Reference::own(0.7, 0.95, 1.0),
            P::ChurnCut => Reference::own(0.0, 0.10, 0.20),
            P::FrequencyUplift => Reference::published(0.0, 0.03, 0.12, MEMBER_INCREMENT, Some(2025)),
            P::BasketUplift => Reference::published(0.0, 0.02, 0.10, REVENUE_B2B, None),
            P::Incrementality => Reference::published(0.4, 0.5, 0.6, NO_VALUE, None),
            P::RampMonths => Reference::own(1.0, 6.0, 12.0),
            P::PointValue if is(KindId::Points) => Reference::published(0.01, 0.02, 0.05, VALUE_RETURNED, None),
            P::Redemption => Reference::published(0.486, 0.70, 0.95, REDEEMED, None),
            P::CostPerFace | P::Attainment => Reference::own(0.7, value.max(0.7), 1.0),
            P::StepScale if is(KindId::Rebate) => Reference::published(0.5, 1.0, 1.5, REBATE_SLABS, None),
            P::MemberDiscount => Reference::own(0.01, 0.03, 0.05),
            P::SetupCost | P::FixedCost => Reference { source: super::Source::Published(PROGRAM_COST), ..around },
            P::CostOfMoney => Reference::own(0.05, 0.10, 0.20),
            P::NewClientChurn => Reference::published(0.11, 0.25, 0.56, CHURN, None),
            P::ExpiryMonths => Reference::own(12.0, 24.0, 36.0),
            P::ReviewMonths | P::PeriodMonths => Reference::own(3.0, 12.0, 12.0),
            _ => {
                let bound = parameter.bound();
                let high = if bound.allows(around.high) { around.high } else { 1.0 };
                Reference { high, ..around }
            }
        })
    }
}

/// What a published figure is about; its wording is in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    HealthyBreakage,
    CashbackBreakage,
    PointsRedeemed,
    ValueReturned,
    MemberRevenueIncrement,
    ActiveMemberIncrement,
    RetentionB2b,
    CrossSellingB2b,
    RevenueB2b,
    VolumeRussianClub,
    PaidMembersSpendMore,
    FreeMembersSpendMore,
    TieredAgainstOthers,
    PositiveRoi,
    ProgramsWithoutValue,
    RedeemedByThoseWhoBuyAnyway,
    HoldOut,
    ProfitOfRetention,
    ChurnB2b,
    ProgramCost,
}

/// A published figure, shown as an upper bound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublishedFigure {
    pub topic: Topic,
    pub low: f64,
    pub high: f64,
    pub source: &'static str,
    pub year: Option<u16>,
    /// Vendor blogs and aggregators.
    pub is_weak: bool,
}

const fn figure(
    topic: Topic,
    low: f64,
    high: f64,
    source: &'static str,
    year: Option<u16>,
    is_weak: bool,
) -> PublishedFigure {
    PublishedFigure { topic, low, high, source, year, is_weak }
}

/// The table of DOMAIN 2.4, in its order. Fractions; a factor for [`Topic::TieredAgainstOthers`].
pub const PUBLISHED: [PublishedFigure; 20] = [
    figure(Topic::HealthyBreakage, 0.25, 0.35, BREAKAGE, Some(2015), false),
    figure(Topic::CashbackBreakage, 0.05, 0.05, BREAKAGE, Some(2015), false),
    figure(Topic::PointsRedeemed, 0.486, 0.486, REDEEMED, None, true),
    figure(Topic::ValueReturned, 0.01, 0.05, VALUE_RETURNED, None, true),
    figure(Topic::MemberRevenueIncrement, 0.12, 0.18, MEMBER_INCREMENT, None, false),
    figure(Topic::ActiveMemberIncrement, 0.10, 0.25, MCKINSEY, None, true),
    figure(Topic::RetentionB2b, 0.13, 0.13, RETENTION, None, false),
    figure(Topic::CrossSellingB2b, 0.30, 0.30, RETENTION, None, false),
    figure(Topic::RevenueB2b, 0.10, 0.20, REVENUE_B2B, None, true),
    figure(Topic::VolumeRussianClub, 0.30, 0.30, RUSSIAN_CLUB, None, false),
    figure(Topic::PaidMembersSpendMore, 0.60, 0.60, PAID_MEMBERS, Some(2020), true),
    figure(Topic::FreeMembersSpendMore, 0.30, 0.30, PAID_MEMBERS, Some(2020), true),
    figure(Topic::TieredAgainstOthers, 1.8, 1.8, ANTAVO, Some(2022), true),
    figure(Topic::PositiveRoi, 0.83, 0.931, MEMBER_INCREMENT, Some(2025), false),
    figure(Topic::ProgramsWithoutValue, 0.67, 0.67, MCKINSEY, None, true),
    figure(Topic::RedeemedByThoseWhoBuyAnyway, 0.40, 0.60, NO_VALUE, None, true),
    figure(Topic::HoldOut, 0.05, 0.10, NO_VALUE, None, true),
    figure(Topic::ProfitOfRetention, 0.35, 0.95, REICHHELD, Some(1990), false),
    figure(Topic::ChurnB2b, 0.11, 0.56, CHURN, None, false),
    figure(Topic::ProgramCost, 0.02, 0.03, PROGRAM_COST, None, true),
];

/// Churn assumed for a segment of which nothing is known: a cautious share of the published medians (retention 74 to
/// 85 % a year in services and construction), lower for clients that are bound by contract.
pub fn default_churn(segment: Segment) -> f64 {
    match segment {
        Segment::Small => 0.25,
        Segment::Medium => 0.20,
        Segment::Large => 0.15,
        Segment::State => 0.10,
    }
}
