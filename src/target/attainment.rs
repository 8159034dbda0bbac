//! Plan against fact.

use super::fact::Scope;
use super::facts::Facts;
use super::grid::Grid;
use super::measure::Measure;
use crate::kpi::{Direction, Light, Thresholds};
use crate::workbook::Month;

/// A month's, or a period's, plan and fact. Amounts are in the workbook's currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attainment {
    pub from: Month,
    pub to: Month,
    pub target: f64,
    /// `None`: nothing was recorded.
    pub fact: Option<f64>,
    /// Fact ÷ target.
    pub share: Option<f64>,
    pub light: Option<Light>,
}

impl Attainment {
    pub fn new(from: Month, to: Month, target: f64, fact: Option<f64>, thresholds: Thresholds) -> Self {
        let share = Thresholds::score(fact, Some(target), Direction::Up);
        Self { from, to, target, fact, share, light: share.map(|share| thresholds.light(share)) }
    }

    /// Revenue of a scope against the grid, month by month. `units` are the smallest units of one of the currency.
    pub fn by_month(grid: &Grid, units: f64, facts: &Facts, scope: &Scope, thresholds: Thresholds) -> Vec<Self> {
        let of_month = |month: Month| {
            let target = grid.sum(scope.segment, scope.manager, Some(month)) as f64 / units;
            let fact = facts.value(Measure::Revenue, &scope.in_month(month)).map(|of| of.value);
            Self::new(month, month, target, fact, thresholds)
        };
        (scope.from.0..=scope.to.0).map(|month| of_month(Month(month))).collect()
    }

    /// Several months as one: the targets of the months that were recorded against their facts, so that a missing
    /// month counts neither for nor against.
    pub fn so_far(months: &[Self], thresholds: Thresholds) -> Option<Self> {
        let recorded: Vec<&Self> = months.iter().filter(|month| month.fact.is_some()).collect();
        let (first, last) = (recorded.first()?, recorded.last()?);
        let target = recorded.iter().map(|month| month.target).sum();
        let fact = recorded.iter().filter_map(|month| month.fact).sum();
        Some(Self::new(first.from, last.to, target, Some(fact), thresholds))
    }
}
