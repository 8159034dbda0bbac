//! 5 Cashback and retro-rebate / 返利制 / Кэшбэк, ретробонус.

use serde::{Deserialize, Serialize};

use crate::loyalty::activity::{Activity, Purchases};
use crate::loyalty::parameter::named_parameters;
use crate::loyalty::steps::Steps;
use crate::loyalty::terms::StepTerms;

/// To which purchases the rate of a slab applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RebateBasis {
    /// To all purchases of the period.
    AllUnits,
    /// To those above the slab's threshold.
    Marginal,
}

/// Money back at the end of a period, by what was bought in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rebate {
    /// Thresholds are purchases of one period.
    pub slabs: Steps,
    /// Factor on all rates, 1 for the table itself.
    pub scale: f64,
    pub basis: RebateBasis,
    /// `r_g`, on purchases beyond those of a year before.
    pub growth_rebate: f64,
    /// `g*`, by how much they have to exceed them first.
    pub growth_threshold: f64,
    /// Months of a period, at most 12.
    pub period_months: f64,
    /// `P`, the share of rebates whose terms are met; breakage is the rest.
    pub attainment: f64,
}

named_parameters!(Rebate {
    StepScale => scale,
    GrowthRebate => growth_rebate,
    GrowthThreshold => growth_threshold,
    PeriodMonths => period_months,
    Attainment => attainment,
});

impl Rebate {
    /// Slabs of 0, 2 and 5 % (DOMAIN 2.4), on a year.
    pub(in crate::loyalty) fn default_at(scale: f64) -> Self {
        Self {
            slabs: Steps::scaled(scale, &[(0.0, 0.0), (1.0, 0.02), (3.0, 0.05)]),
            scale: 1.0,
            basis: RebateBasis::Marginal,
            growth_rebate: 0.0,
            growth_threshold: 0.05,
            period_months: 12.0,
            attainment: 0.95,
        }
    }

    /// Whole months of a period, 1 to 12.
    pub(in crate::loyalty) fn period(&self) -> usize {
        (self.period_months.round() as usize).clamp(1, 12)
    }

    /// The rebate on a period's purchases, before attainment; `before` are those of the same period a year earlier.
    pub fn rebate(&self, purchases: f64, before: f64) -> f64 {
        let by_slab = match self.basis {
            RebateBasis::AllUnits => self.slabs.rate(purchases) * purchases,
            RebateBasis::Marginal => self.slabs.marginal(purchases),
        };
        let growth = (purchases - before * (1.0 + self.growth_threshold)).max(0.0);
        by_slab * self.scale + self.growth_rebate * growth
    }

    /// What a month's rebate looks at: its whole period, and the same one a year before.
    pub(in crate::loyalty) fn purchases(&self, activity: &Activity, month: usize) -> Purchases {
        let period = self.period() as i64;
        let first = (month as i64 - 1) / period * period + 1;
        let within = |first: i64| activity.between(first, first + period - 1) / 12.0;
        Purchases { counted: within(first), before: within(first - 12) }
    }

    /// Accrued by month at the rate that the period will bring.
    pub(in crate::loyalty) fn terms(&self, revenue: f64, purchases: Purchases) -> StepTerms {
        let counted = revenue * purchases.counted;
        if counted <= 0.0 {
            return StepTerms::default();
        }
        let promised = self.rebate(counted, revenue * purchases.before) / counted;
        StepTerms { rate: promised * self.attainment, issued: promised, ..StepTerms::default() }
    }
}
