//! The settings of the analyses, with DOMAIN's figures as defaults.

use serde::{Deserialize, Serialize};

use crate::segment::Segment;
use crate::workbook::{Stored, Workbook};

/// The settings of the analyses (DOMAIN 5.3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnalysisRules {
    /// How many months "in the window" are, 1 to 60. The sheet's revenue and orders are of twelve months.
    pub window_months: u8,
    pub reference: Reference,
    pub abc: AbcRules,
    pub xyz: XyzRules,
    pub rfm: RfmRules,
    pub overdue: OverdueRules,
    pub churn: ChurnRules,
}

impl Default for AnalysisRules {
    fn default() -> Self {
        Self {
            window_months: 12,
            reference: Reference::default(),
            abc: AbcRules::default(),
            xyz: XyzRules::default(),
            rfm: RfmRules::default(),
            overdue: OverdueRules::default(),
            churn: ChurnRules::default(),
        }
    }
}

impl AnalysisRules {
    /// The key of the record under which a workbook keeps them.
    pub const RECORD: &str = "settings/analysis/rules";

    /// The settings of a workbook; the defaults where nothing was set or what was set makes no sense.
    pub fn of_workbook(workbook: &Workbook) -> Self {
        let stored = match workbook.record(Self::RECORD) {
            Some(Stored::Text(text)) => serde_json::from_str::<Self>(text).ok(),
            _ => None,
        };
        stored.filter(|rules| rules.check().is_ok()).unwrap_or_default()
    }

    /// Whether the settings make sense: the first one that does not.
    pub fn check(&self) -> Result<(), RuleProblem> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// Every setting that makes no sense.
    pub fn problems(&self) -> Vec<RuleProblem> {
        let Self { window_months, abc, xyz, rfm, overdue, churn, .. } = self;
        let is_share = |share: f64| (0.0..=1.0).contains(&share);
        let rises = |values: &[f64]| {
            values.iter().all(|value| value.is_finite()) && values.windows(2).all(|pair| pair[0] < pair[1])
        };
        let recency = rfm.cuts.recency_days.map(f64::from);
        let falls_well = [
            ((1..=60).contains(window_months), RuleProblem::Window),
            (0.0 < abc.a_limit && abc.a_limit < abc.b_limit && abc.b_limit <= 1.0, RuleProblem::AbcLimits),
            (rises(&[0.0, xyz.x_limit, xyz.y_limit]), RuleProblem::XyzLimits),
            ((XyzRules::LEAST_PERIODS..=60).contains(&xyz.periods), RuleProblem::XyzPeriods),
            ((1..=12).contains(&xyz.period_months), RuleProblem::XyzPeriodMonths),
            (rises(&recency) && rises(&rfm.cuts.orders) && rises(&rfm.cuts.revenue), RuleProblem::RfmCuts),
            (rises(&[0.0, overdue.watch, overdue.risk, overdue.lost]), RuleProblem::OverdueLimits),
            (Segment::ALL.into_iter().all(|segment| is_share(churn.of(segment))), RuleProblem::ChurnOfSegment),
            (
                churn.factors.iter().all(|factor| factor.is_finite() && *factor >= 0.0)
                    && is_share(churn.least)
                    && is_share(churn.most)
                    && churn.least <= churn.most,
                RuleProblem::ChurnBounds,
            ),
        ];
        falls_well.into_iter().filter(|(is_well, _)| !is_well).map(|(_, problem)| problem).collect()
    }
}

/// Which setting makes no sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum RuleProblem {
    #[error("the window must be 1 to 60 months")]
    Window,
    #[error("the ABC limits must rise between 0 and 1")]
    AbcLimits,
    #[error("the XYZ limits must be positive and rise")]
    XyzLimits,
    #[error("XYZ needs 6 to 60 periods")]
    XyzPeriods,
    #[error("a period must be 1 to 12 months")]
    XyzPeriodMonths,
    #[error("the cuts of each RFM measure must rise")]
    RfmCuts,
    #[error("the overdue limits must be positive and rise")]
    OverdueLimits,
    #[error("a segment's churn must be between 0 and 1")]
    ChurnOfSegment,
    #[error("the churn's factors and bounds must not be negative, and the bounds rise between 0 and 1")]
    ChurnBounds,
}

/// From which day "days since" is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    #[default]
    Today,
    /// The last order of all clients: for a list that was exported a while ago.
    DataEnd,
}

/// What ABC ranks by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AbcBasis {
    #[default]
    Revenue,
    /// Revenue × margin.
    Margin,
}

/// ABC's settings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AbcRules {
    pub basis: AbcBasis,
    /// While all larger clients bring less than this share (0 to 1), a client is A.
    pub a_limit: f64,
    /// While they bring less than this share, it is B.
    pub b_limit: f64,
}

impl Default for AbcRules {
    fn default() -> Self {
        Self { basis: AbcBasis::default(), a_limit: 0.8, b_limit: 0.95 }
    }
}

/// XYZ's settings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct XyzRules {
    /// Up to this coefficient of variation a client is X (0.1 is 10 %).
    pub x_limit: f64,
    /// Up to this one it is Y.
    pub y_limit: f64,
    /// How many of the last periods are looked at, 6 to 60; fewer where the data is shorter.
    pub periods: u8,
    /// How many months a period has.
    pub period_months: u8,
}

impl XyzRules {
    /// Fewer periods tell nothing.
    pub const LEAST_PERIODS: u8 = 6;
    /// The usual limits.
    pub const STEADY: Self = Self { x_limit: 0.1, y_limit: 0.25, periods: 12, period_months: 1 };
    /// For businesses whose clients order in large lots.
    pub const LUMPY: Self = Self { x_limit: 0.5, y_limit: 1.0, ..Self::STEADY };
}

impl Default for XyzRules {
    fn default() -> Self {
        Self::STEADY
    }
}

/// RFM's settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RfmRules {
    pub scoring: RfmScoring,
    /// The cuts that count where the scoring is [`RfmScoring::Cuts`].
    pub cuts: RfmCuts,
}

impl RfmRules {
    /// From so many clients on the automatic scoring takes quintiles.
    pub const QUINTILES_FROM: usize = 50;

    /// How so many clients are scored.
    pub fn scoring(&self, clients: usize) -> RfmScoring {
        match self.scoring {
            RfmScoring::Automatic if clients >= Self::QUINTILES_FROM => RfmScoring::Quintiles,
            RfmScoring::Automatic => RfmScoring::Terciles,
            scoring => scoring,
        }
    }
}

/// How scores are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RfmScoring {
    /// Quintiles for 50 clients and more, terciles below.
    #[default]
    Automatic,
    Quintiles,
    /// Thirds, which score 1, 3 and 5.
    Terciles,
    /// Fixed cuts.
    Cuts,
}

/// Fixed cuts between the scores.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RfmCuts {
    /// The most days since the last order for the scores 5, 4, 3 and 2.
    pub recency_days: [u16; 4],
    /// The fewest orders in the window for the scores 2, 3, 4 and 5.
    pub orders: [f64; 4],
    /// The least revenue in the window for the scores 2, 3, 4 and 5, in the workbook's currency.
    pub revenue: [f64; 4],
}

impl Default for RfmCuts {
    fn default() -> Self {
        Self {
            recency_days: [30, 90, 180, 365],
            orders: [2.0, 4.0, 8.0, 12.0],
            revenue: [10_000.0, 50_000.0, 250_000.0, 1_000_000.0],
        }
    }
}

/// From which overdue ratio on a client is in which state.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OverdueRules {
    pub watch: f64,
    pub risk: f64,
    pub lost: f64,
}

impl Default for OverdueRules {
    fn default() -> Self {
        Self { watch: 1.0, risk: 1.5, lost: 3.0 }
    }
}

/// How churn is estimated where the sheet does not tell it. All but the factors are shares, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChurnRules {
    /// The share of small clients that is lost in a year. The four are Kontor's own cautious guesses.
    pub small: f64,
    pub medium: f64,
    pub large: f64,
    pub state: f64,
    /// What they are multiplied with for active, watched, risky and lost clients.
    pub factors: [f64; 4],
    /// No estimate is below this.
    pub least: f64,
    /// No estimate is above this.
    pub most: f64,
}

impl Default for ChurnRules {
    fn default() -> Self {
        Self {
            small: 0.25,
            medium: 0.2,
            large: 0.15,
            state: 0.1,
            factors: [0.5, 1.0, 2.0, 4.0],
            least: 0.01,
            most: 0.95,
        }
    }
}

impl ChurnRules {
    /// The share of a segment's clients that is lost in a year.
    pub fn of(&self, segment: Segment) -> f64 {
        match segment {
            Segment::Small => self.small,
            Segment::Medium => self.medium,
            Segment::Large => self.large,
            Segment::State => self.state,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(change: fn(&mut AnalysisRules), expected: &[RuleProblem]) {
        let mut rules = AnalysisRules::default();
        change(&mut rules);
        assert_eq!(rules.problems(), expected);
    }

    #[test]
    fn settings_that_make_no_sense_are_named() {
        check(|_| (), &[]);
        check(|rules| rules.window_months = 0, &[RuleProblem::Window]);
        check(|rules| rules.abc.a_limit = 0.95, &[RuleProblem::AbcLimits]);
        check(|rules| rules.abc.a_limit = f64::NAN, &[RuleProblem::AbcLimits]);
        check(|rules| rules.abc.b_limit = 1.0, &[]);
        check(|rules| rules.xyz = XyzRules { x_limit: 0.3, ..XyzRules::STEADY }, &[RuleProblem::XyzLimits]);
        check(|rules| rules.xyz.periods = 5, &[RuleProblem::XyzPeriods]);
        check(|rules| rules.xyz.period_months = 0, &[RuleProblem::XyzPeriodMonths]);
        check(|rules| rules.rfm.cuts.orders[1] = 1.0, &[RuleProblem::RfmCuts]);
        check(|rules| rules.overdue.watch = 2.0, &[RuleProblem::OverdueLimits]);
        check(|rules| rules.churn.large = 1.5, &[RuleProblem::ChurnOfSegment]);
        check(|rules| rules.churn.least = 0.99, &[RuleProblem::ChurnBounds]);
    }

    #[test]
    fn settings_are_read_back_and_older_ones_get_defaults() {
        let rules = AnalysisRules { xyz: XyzRules::LUMPY, reference: Reference::DataEnd, ..AnalysisRules::default() };
        let text = serde_json::to_string(&rules).expect("text");
        assert_eq!(serde_json::from_str::<AnalysisRules>(&text).ok(), Some(rules));
        let older = serde_json::from_str::<AnalysisRules>(r#"{"abc":{"basis":"margin"}}"#).expect("settings");
        assert_eq!(older.abc, AbcRules { basis: AbcBasis::Margin, ..AbcRules::default() });
        assert_eq!(older.churn, ChurnRules::default());
    }
}
