//! The numbers among the settings of the analyses, as a form shows them.

use crate::analysis::{AnalysisRules, OrderState, RuleProblem};
use crate::segment::Segment;

/// A number that can be set. Shares are shown in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Window,
    ALimit,
    BLimit,
    XLimit,
    YLimit,
    Periods,
    PeriodMonths,
    /// The place of the cut, 0 to 3.
    CutRecency(usize),
    CutOrders(usize),
    CutRevenue(usize),
    Watch,
    Risk,
    Lost,
    Churn(Segment),
    Factor(OrderState),
    Least,
    Most,
}

impl Setting {
    fn is_share(self) -> bool {
        use Setting::{ALimit, BLimit, Churn, Least, Most, XLimit, YLimit};
        matches!(self, ALimit | BLimit | XLimit | YLimit | Churn(_) | Least | Most)
    }

    /// The number that a form shows.
    pub fn shown(self, rules: &AnalysisRules) -> f64 {
        let value = self.value(rules);
        // A share of 7 % is 7.000000000000001 when multiplied.
        if self.is_share() { (value * 1e8).round() / 1e6 } else { value }
    }

    /// Puts a number from a form into the settings; whether it makes sense there, `problems()` tells.
    pub fn put(self, rules: &mut AnalysisRules, shown: f64) {
        let value = if self.is_share() { shown / 100.0 } else { shown };
        let count = value.round().clamp(0.0, 255.0) as u8;
        match self {
            Self::Window => rules.window_months = count,
            Self::ALimit => rules.abc.a_limit = value,
            Self::BLimit => rules.abc.b_limit = value,
            Self::XLimit => rules.xyz.x_limit = value,
            Self::YLimit => rules.xyz.y_limit = value,
            Self::Periods => rules.xyz.periods = count,
            Self::PeriodMonths => rules.xyz.period_months = count,
            Self::CutRecency(at) => {
                if let Some(cut) = rules.rfm.cuts.recency_days.get_mut(at) {
                    *cut = value.round().clamp(0.0, 65_535.0) as u16;
                }
            }
            Self::CutOrders(at) => write(&mut rules.rfm.cuts.orders, at, value),
            Self::CutRevenue(at) => write(&mut rules.rfm.cuts.revenue, at, value),
            Self::Watch => rules.overdue.watch = value,
            Self::Risk => rules.overdue.risk = value,
            Self::Lost => rules.overdue.lost = value,
            Self::Churn(Segment::Small) => rules.churn.small = value,
            Self::Churn(Segment::Medium) => rules.churn.medium = value,
            Self::Churn(Segment::Large) => rules.churn.large = value,
            Self::Churn(Segment::State) => rules.churn.state = value,
            Self::Factor(state) => write(&mut rules.churn.factors, state as usize, value),
            Self::Least => rules.churn.least = value,
            Self::Most => rules.churn.most = value,
        }
    }

    fn value(self, rules: &AnalysisRules) -> f64 {
        let at = |values: &[f64; 4], at: usize| values.get(at).copied().unwrap_or_default();
        match self {
            Self::Window => f64::from(rules.window_months),
            Self::ALimit => rules.abc.a_limit,
            Self::BLimit => rules.abc.b_limit,
            Self::XLimit => rules.xyz.x_limit,
            Self::YLimit => rules.xyz.y_limit,
            Self::Periods => f64::from(rules.xyz.periods),
            Self::PeriodMonths => f64::from(rules.xyz.period_months),
            Self::CutRecency(place) => at(&rules.rfm.cuts.recency_days.map(f64::from), place),
            Self::CutOrders(place) => at(&rules.rfm.cuts.orders, place),
            Self::CutRevenue(place) => at(&rules.rfm.cuts.revenue, place),
            Self::Watch => rules.overdue.watch,
            Self::Risk => rules.overdue.risk,
            Self::Lost => rules.overdue.lost,
            Self::Churn(segment) => rules.churn.of(segment),
            Self::Factor(state) => at(&rules.churn.factors, state as usize),
            Self::Least => rules.churn.least,
            Self::Most => rules.churn.most,
        }
    }

    /// What is wrong where this number makes no sense.
    pub fn problem(self) -> RuleProblem {
        match self {
            Self::Window => RuleProblem::Window,
            Self::ALimit | Self::BLimit => RuleProblem::AbcLimits,
            Self::XLimit | Self::YLimit => RuleProblem::XyzLimits,
            Self::Periods => RuleProblem::XyzPeriods,
            Self::PeriodMonths => RuleProblem::XyzPeriodMonths,
            Self::CutRecency(_) | Self::CutOrders(_) | Self::CutRevenue(_) => RuleProblem::RfmCuts,
            Self::Watch | Self::Risk | Self::Lost => RuleProblem::OverdueLimits,
            Self::Churn(_) => RuleProblem::ChurnOfSegment,
            Self::Factor(_) | Self::Least | Self::Most => RuleProblem::ChurnBounds,
        }
    }
}

fn write(values: &mut [f64; 4], at: usize, value: f64) {
    if let Some(place) = values.get_mut(at) {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(setting: Setting, shown: f64, nonsense: f64) {
        let mut rules = AnalysisRules::default();
        setting.put(&mut rules, shown);
        assert!((setting.shown(&rules) - shown).abs() < 1e-9, "{}", setting.shown(&rules));
        assert_eq!(rules.problems(), []);
        setting.put(&mut rules, nonsense);
        assert_eq!(rules.problems(), [setting.problem()]);
    }

    #[test]
    fn every_number_is_shown_as_it_was_put_and_its_nonsense_has_its_name() {
        check(Setting::Window, 24.0, 61.0);
        check(Setting::ALimit, 70.0, 96.0);
        check(Setting::BLimit, 99.5, 101.0);
        check(Setting::XLimit, 7.0, 30.0);
        check(Setting::YLimit, 50.0, 5.0);
        check(Setting::Periods, 24.0, 5.0);
        check(Setting::PeriodMonths, 3.0, 0.0);
        check(Setting::CutRecency(3), 700.0, 100.0);
        check(Setting::CutOrders(0), 1.0, 4.0);
        check(Setting::CutRevenue(1), 60_000.0, 1.0);
        check(Setting::Watch, 0.8, 2.0);
        check(Setting::Risk, 2.0, 9.0);
        check(Setting::Lost, 5.0, 1.0);
        check(Setting::Churn(Segment::Large), 7.0, 120.0);
        check(Setting::Factor(OrderState::Lost), 6.0, -1.0);
        check(Setting::Least, 2.0, 99.0);
        check(Setting::Most, 90.0, 101.0);
    }
}
