//! Everything that a plan is made of, apart from clients and people.

use serde::{Deserialize, Serialize};

use super::by_segment::BySegment;
use super::goal::Goal;
use super::holding::Holding;
use super::seasonality::Seasonality;
use super::segment_settings::SegmentSettings;
use crate::kpi::Thresholds;
use crate::workbook::Month;

/// Revenue under contract with state-owned clients (DOMAIN 1.20).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backlog {
    pub month: Month,
    pub amount: f64,
}

/// The settings of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanSettings {
    pub goal: Goal,
    pub first: Month,
    /// 1 to 36.
    pub months: u8,
    pub segments: BySegment<SegmentSettings>,
    pub seasonality: Seasonality,
    /// Costs of a month that are neither people, leads nor goods.
    pub fixed_costs: f64,
    pub backlog: Vec<Backlog>,
    /// For the day's share of a month.
    pub working_days: f64,
    /// Decimals of the currency: targets are whole cents where there are two.
    pub decimals: u8,
    /// Which totals hold when a cell is locked.
    pub holding: Holding,
    pub thresholds: Thresholds,
}

impl Default for PlanSettings {
    fn default() -> Self {
        Self {
            goal: Goal::default(),
            first: Month::default(),
            months: 12,
            segments: BySegment::from_fn(SegmentSettings::of),
            seasonality: Seasonality::default(),
            fixed_costs: 0.0,
            backlog: Vec::new(),
            working_days: 21.0,
            decimals: 2,
            holding: Holding::default(),
            thresholds: Thresholds::default(),
        }
    }
}

impl PlanSettings {
    pub const MOST_MONTHS: u8 = 36;

    /// The defaults, for a plan that starts in a month.
    pub fn starting(first: Month) -> Self {
        Self { first, ..Self::default() }
    }

    /// How many months the plan has, within 1 to 36.
    pub fn length(&self) -> usize {
        usize::from(self.months.clamp(1, Self::MOST_MONTHS))
    }

    /// The months of the plan.
    pub fn calendar(&self) -> Vec<Month> {
        (0..self.length() as i32).map(|at| self.first + at).collect()
    }

    pub fn last(&self) -> Month {
        self.first + (self.length() as i32 - 1)
    }

    /// How many smallest units make one of the currency.
    pub fn units(&self) -> f64 {
        10_f64.powi(i32::from(self.decimals.min(6)))
    }
}
