//! The settings of the approach to each segment. All defaults are Kontor's own but the two meetings (DOMAIN 1.4).

use serde::{Deserialize, Serialize};

use crate::workbook::{Stored, Workbook};

/// When something becomes an alert, and what money costs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ApproachRules {
    /// After so many days without contact a small client is an alert.
    pub contact_days: u16,
    /// So many meetings without a result are usual with a small client; the next one is an alert.
    pub usual_meetings: u8,
    /// So many days before a tender's or a security's deadline it becomes an alert.
    pub deadline_days: u16,
    /// So many days before a document expires it becomes an alert.
    pub expiry_days: u16,
    /// The least margin (a share) where a client has no floor of its own.
    pub margin_floor: f64,
    /// What money costs a year (a share): the price of days of credit.
    pub capital_rate: f64,
    /// From this score (0 to 100) on a tender is a "go".
    pub go_from: f64,
    /// A client can be asked for a referral from so many orders a year on.
    pub referral_orders: f64,
    /// A key account brings at least this share of all revenue.
    pub key_share: f64,
}

impl Default for ApproachRules {
    fn default() -> Self {
        Self {
            contact_days: 60,
            usual_meetings: 2,
            deadline_days: 14,
            expiry_days: 30,
            margin_floor: 0.1,
            capital_rate: 0.12,
            go_from: 60.0,
            referral_orders: 4.0,
            key_share: 0.05,
        }
    }
}

/// Which setting makes no sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum ApproachProblem {
    #[error("the days without contact must be at least one")]
    ContactDays,
    #[error("at least one meeting is usual")]
    UsualMeetings,
    #[error("the margin floor must be a share below 1")]
    MarginFloor,
    #[error("what money costs must be a share between 0 and 1")]
    CapitalRate,
    #[error("the score for a go must be between 0 and 100")]
    GoFrom,
    #[error("the orders for a referral must not be negative")]
    ReferralOrders,
    #[error("a key account's share must be between 0 and 1")]
    KeyShare,
}

impl ApproachRules {
    /// The key of the record under which a workbook keeps them.
    pub const RECORD: &str = "settings/approach/rules";

    /// The settings of a workbook; the defaults where nothing was set or what was set makes no sense.
    pub fn of_workbook(workbook: &Workbook) -> Self {
        let stored = match workbook.record(Self::RECORD) {
            Some(Stored::Text(text)) => serde_json::from_str::<Self>(text).ok(),
            _ => None,
        };
        stored.filter(|rules| rules.problems().is_empty()).unwrap_or_default()
    }

    /// Every setting that makes no sense.
    pub fn problems(&self) -> Vec<ApproachProblem> {
        let is_share = |share: f64| (0.0..=1.0).contains(&share);
        let checks = [
            (self.contact_days > 0, ApproachProblem::ContactDays),
            (self.usual_meetings > 0, ApproachProblem::UsualMeetings),
            (self.margin_floor.is_finite() && self.margin_floor < 1.0, ApproachProblem::MarginFloor),
            (is_share(self.capital_rate), ApproachProblem::CapitalRate),
            ((0.0..=100.0).contains(&self.go_from), ApproachProblem::GoFrom),
            (self.referral_orders.is_finite() && self.referral_orders >= 0.0, ApproachProblem::ReferralOrders),
            (is_share(self.key_share), ApproachProblem::KeyShare),
        ];
        checks.into_iter().filter(|(is_well, _)| !is_well).map(|(_, problem)| problem).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_that_make_no_sense_are_named() {
        assert_eq!(ApproachRules::default().problems(), []);
        let rules = ApproachRules { usual_meetings: 0, margin_floor: 1.0, ..ApproachRules::default() };
        assert_eq!(rules.problems(), [ApproachProblem::UsualMeetings, ApproachProblem::MarginFloor]);
        let rules = ApproachRules { capital_rate: f64::NAN, key_share: 2.0, ..ApproachRules::default() };
        assert_eq!(rules.problems(), [ApproachProblem::CapitalRate, ApproachProblem::KeyShare]);
    }
}
