//! The key figures: seventeen, and the spare ones that can take a place among them.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::thresholds::Judgement;
use crate::target::Measure;
use crate::trace::{Formula, Reference, Unit};
use crate::workbook::NotAnId;

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    Up,
    Down,
}

macro_rules! kpis {
    ($($name:ident $key:literal $unit:ident $direction:ident $formula:ident;)*) => {
        /// A key figure (DOMAIN 3).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Kpi { $($name,)* }

        impl Kpi {
            /// The seventeen by their number, then the spare ones.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name under which it is stored; it never changes.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            pub fn unit(self) -> Unit {
                match self { $(Self::$name => Unit::$unit,)* }
            }

            /// Which way is better.
            pub fn direction(self) -> Direction {
                match self { $(Self::$name => Direction::$direction,)* }
            }

            pub fn formula(self) -> Formula {
                match self { $(Self::$name => Formula::$formula,)* }
            }
        }
    };
}

kpis! {
    QualifiedLeads "qualified_leads" Count Up KpiLeads;
    CostPerLead "cost_per_lead" Money Down KpiCostPerLead;
    LeadToOpportunity "lead_to_opportunity" Share Up KpiLeadToOpportunity;
    Cac "cac" Money Down KpiCac;
    Romi "romi" Share Up KpiRomi;
    FirstResponse "first_response" Hours Down KpiResponse;
    MeetingsPerManager "meetings_per_manager" Count Up KpiMeetings;
    WinRate "win_rate_kpi" Share Up KpiWinRate;
    SalesCycle "sales_cycle" Days Down KpiCycle;
    AverageDeal "average_deal" Money Up KpiAverageDeal;
    PlanAttainment "plan_attainment" Share Up KpiAttainment;
    PipelineCoverage "pipeline_coverage" Times Up KpiCoverage;
    RevenueGrowth "revenue_growth" Share Up KpiGrowth;
    GrossMargin "gross_margin" Share Up KpiMargin;
    Dso "dso" Days Down KpiDso;
    Retention "retention_kpi" Share Up KpiRetention;
    LtvToCac "ltv_to_cac" Times Up KpiLtvToCac;
    Nps "nps" Share Up KpiNps;
    RepeatRevenue "repeat_share" Share Up KpiRepeat;
    CacPayback "cac_payback" Months Down KpiPayback;
    ShareOfWallet "share_of_wallet" Share Up KpiWallet;
    Arpa "arpa" Money Up KpiArpa;
    SalesVelocity "sales_velocity" Money Up KpiVelocity;
}

impl Kpi {
    /// How many make up the set.
    pub const SET: usize = 17;

    /// The set as DOMAIN composes it.
    pub fn seventeen() -> &'static [Self] {
        &Self::ALL[..Self::SET]
    }

    /// The ones that can take a place in it.
    pub fn spare() -> &'static [Self] {
        &Self::ALL[Self::SET..]
    }

    /// The measures that have to be recorded for it. What the plan and the calendar give is not among them.
    pub fn measures(self) -> &'static [Measure] {
        use Measure as M;
        match self {
            Self::QualifiedLeads => &[M::Leads],
            Self::CostPerLead => &[M::MarketingCost, M::Leads],
            Self::LeadToOpportunity => &[M::Opportunities, M::Leads],
            Self::Cac => &[M::MarketingCost, M::SalesPay, M::ToolCost, M::NewClients],
            Self::Romi => &[M::AttributedMargin, M::MarketingCost],
            Self::FirstResponse => &[M::ResponseHours],
            Self::MeetingsPerManager => &[M::Meetings],
            Self::WinRate => &[M::Won, M::Lost],
            Self::SalesCycle => &[M::CycleDays, M::Won],
            Self::AverageDeal => &[M::WonValue, M::Won],
            Self::PlanAttainment | Self::RevenueGrowth => &[M::Revenue],
            Self::PipelineCoverage => &[M::Pipeline, M::Revenue],
            Self::GrossMargin => &[M::Revenue, M::CostOfGoods],
            Self::Dso => &[M::Receivables, M::Revenue],
            Self::Retention => &[M::ClientsKept, M::ClientsAtStart],
            Self::LtvToCac => &[
                M::Revenue,
                M::CostOfGoods,
                M::ActiveClients,
                M::ClientsKept,
                M::ClientsAtStart,
                M::MarketingCost,
                M::SalesPay,
                M::ToolCost,
                M::NewClients,
            ],
            Self::Nps => &[M::Promoters, M::Detractors, M::Responses],
            Self::RepeatRevenue => &[M::RepeatRevenue, M::Revenue],
            Self::CacPayback => &[
                M::MarketingCost,
                M::SalesPay,
                M::ToolCost,
                M::NewClients,
                M::Revenue,
                M::CostOfGoods,
                M::ActiveClients,
            ],
            Self::ShareOfWallet => &[M::Revenue, M::Wallet],
            Self::Arpa => &[M::Revenue, M::ActiveClients],
            Self::SalesVelocity => &[M::Opportunities, M::Won, M::Lost, M::WonValue, M::CycleDays],
        }
    }

    /// How it is judged without a target of one's own, and who says so.
    pub fn published(self) -> Option<(Judgement, Reference)> {
        let published = |green, red| Judgement::Values { green, red };
        Some(match self {
            Self::LeadToOpportunity => (published(0.15, 0.10), Reference::Published(41)),
            Self::WinRate => (published(0.25, 0.15), Reference::Published(41)),
            Self::SalesCycle => (published(30.0, 36.0), Reference::Published(41)),
            Self::PlanAttainment => (published(0.95, 0.85), Reference::Published(41)),
            Self::PipelineCoverage => (published(3.0, 2.55), Reference::Composed),
            Self::LtvToCac => (published(3.0, 2.55), Reference::Published(42)),
            Self::CacPayback => (published(12.0, 14.0), Reference::Published(42)),
            _ => return None,
        })
    }
}

impl FromStr for Kpi {
    type Err = NotAnId;
    fn from_str(key: &str) -> Result<Self, NotAnId> {
        Self::ALL.iter().copied().find(|kpi| kpi.key() == key.trim()).ok_or(NotAnId)
    }
}
