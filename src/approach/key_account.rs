//! Why a client is a key account, and what the work for it costs (DOMAIN 1.11).

use serde::{Deserialize, Serialize};

use crate::workbook::Sum;

/// Why a client is a key account: one reason is enough. The first is the published one, the others are Kontor's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyReason {
    /// High income now, absolute or as a share of all.
    Income,
    /// It could buy much more.
    Potential,
    /// Others follow its choice.
    Reference,
    /// It opens a market, a region or a group of companies.
    Access,
    /// We learn or develop with it.
    Development,
}

impl KeyReason {
    pub const ALL: [Self; 5] = [Self::Income, Self::Potential, Self::Reference, Self::Access, Self::Development];
}

/// Work for the client by one role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Effort {
    pub role: String,
    /// Hours a month.
    pub hours: f64,
    /// What an hour costs, in the workbook's currency.
    pub hourly_cost: f64,
}

/// The plan for a key account.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeyAccount {
    /// The reasons that somebody gave.
    pub reasons: Vec<KeyReason>,
    pub effort: Vec<Effort>,
    /// Other yearly costs of serving the client: deliveries, storage, guarantees.
    pub other_costs: f64,
}

impl KeyAccount {
    /// All reasons, once each: those given, and the income where the client brings at least `key_share` of all revenue.
    pub fn all_reasons(&self, revenue_share: Option<f64>, key_share: f64) -> Vec<KeyReason> {
        let mut reasons = self.reasons.clone();
        if revenue_share.is_some_and(|share| share >= key_share) {
            reasons.push(KeyReason::Income);
        }
        reasons.sort_unstable();
        reasons.dedup();
        reasons
    }

    /// Hours a month.
    pub fn hours(&self) -> f64 {
        self.effort.iter().map(|effort| effort.hours).sum()
    }

    /// What serving the client costs a year: 12 × Σ hours × cost of an hour, and the other costs.
    pub fn cost_to_serve(&self) -> f64 {
        let work = self.effort.iter().map(|effort| 12.0 * effort.hours * effort.hourly_cost);
        work.chain([self.other_costs]).collect::<Sum>().value()
    }

    /// What is left of a yearly margin (an amount) after the cost to serve.
    pub fn margin_after(&self, margin: f64) -> f64 {
        margin - self.cost_to_serve()
    }

    /// The cost to serve as a share of the yearly revenue; nothing where there is none.
    pub fn cost_share(&self, revenue: f64) -> Option<f64> {
        (revenue > 0.0).then(|| self.cost_to_serve() / revenue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_work_for_a_client_is_taken_from_its_margin() {
        let effort = |hours, hourly_cost| Effort { hours, hourly_cost, ..Effort::default() };
        let account = KeyAccount {
            effort: vec![effort(10.0, 30.0), effort(2.5, 100.0)],
            other_costs: 400.0,
            ..KeyAccount::default()
        };
        assert_eq!((account.hours(), account.cost_to_serve(), account.margin_after(5000.0)), (12.5, 7000.0, -2000.0));
        assert_eq!((account.cost_share(70_000.0), account.cost_share(0.0)), (Some(0.1), None));
    }

    #[test]
    fn income_is_a_reason_by_itself() {
        let account = KeyAccount { reasons: vec![KeyReason::Reference, KeyReason::Reference], ..KeyAccount::default() };
        assert_eq!(account.all_reasons(Some(0.05), 0.05), [KeyReason::Income, KeyReason::Reference]);
        assert_eq!(account.all_reasons(Some(0.04), 0.05), [KeyReason::Reference]);
        assert_eq!(KeyAccount::default().all_reasons(None, 0.05), []);
    }
}
