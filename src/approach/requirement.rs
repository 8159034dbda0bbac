//! A large client's demands on goods and service, with evidence, and what a breach costs (DOMAIN 1.12-1.13).

use serde::{Deserialize, Serialize};

use crate::workbook::Sum;

/// What a requirement is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequirementKind {
    #[default]
    Goods,
    /// The level of service (SLA).
    Service,
}

/// Whether a requirement is met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fulfilment {
    /// Not looked at yet.
    #[default]
    Unknown,
    Met,
    NotMet,
}

/// One requirement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Requirement {
    pub kind: RequirementKind,
    pub text: String,
    pub fulfilment: Fulfilment,
    /// What shows it: a certificate, a report, a record of measurements.
    pub evidence: String,
    /// What one breach costs by contract, in the workbook's currency.
    pub penalty: Option<f64>,
    /// How many breaches a year are to be expected.
    pub breaches: Option<f64>,
}

impl Requirement {
    /// Whether it is met and something shows it.
    pub fn is_proven(&self) -> bool {
        self.fulfilment == Fulfilment::Met && !self.evidence.trim().is_empty()
    }
}

/// A client's checklist.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Requirements {
    pub list: Vec<Requirement>,
    /// The most that a contract lets the penalties of a year come to; unset: there is no such limit.
    pub penalty_cap: Option<f64>,
}

impl Requirements {
    /// The share of requirements that are met with evidence; nothing where there are none.
    pub fn proven(&self) -> Option<f64> {
        let proven = self.list.iter().filter(|requirement| requirement.is_proven()).count();
        (!self.list.is_empty()).then(|| proven as f64 / self.list.len() as f64)
    }

    /// The penalties of a year that are to be expected: Σ penalty × expected breaches, at most the cap. Nothing where no
    /// requirement has both.
    pub fn expected_penalties(&self) -> Option<f64> {
        let of = |requirement: &Requirement| Some(requirement.penalty? * requirement.breaches?);
        self.capped(self.list.iter().filter_map(of))
    }

    /// What one breach of each requirement costs together, at most the cap: the exposure. Nothing where no penalty is
    /// known.
    pub fn penalty_exposure(&self) -> Option<f64> {
        self.capped(self.list.iter().filter_map(|requirement| requirement.penalty))
    }

    fn capped(&self, amounts: impl Iterator<Item = f64>) -> Option<f64> {
        let mut amounts = amounts.peekable();
        amounts.peek()?;
        let sum = amounts.collect::<Sum>().value();
        Some(self.penalty_cap.map_or(sum, |cap| sum.min(cap)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn requirement(fulfilment: Fulfilment, evidence: &str, penalty: Option<f64>, breaches: Option<f64>) -> Requirement {
        Requirement { fulfilment, evidence: evidence.to_owned(), penalty, breaches, ..Requirement::default() }
    }

    #[test]
    fn only_what_is_shown_counts_as_met_and_penalties_have_a_cap() {
        let mut requirements = Requirements::default();
        assert_eq!(
            (requirements.proven(), requirements.expected_penalties(), requirements.penalty_exposure()),
            (None, None, None)
        );
        requirements.list = vec![
            requirement(Fulfilment::Met, "ISO 9001", Some(1000.0), Some(0.5)),
            requirement(Fulfilment::Met, " ", Some(300.0), None),
            requirement(Fulfilment::NotMet, "report", None, Some(2.0)),
            requirement(Fulfilment::Unknown, "", Some(200.0), Some(3.0)),
        ];
        assert_eq!(requirements.proven(), Some(0.25));
        assert_eq!((requirements.expected_penalties(), requirements.penalty_exposure()), (Some(1100.0), Some(1500.0)));
        requirements.penalty_cap = Some(900.0);
        assert_eq!((requirements.expected_penalties(), requirements.penalty_exposure()), (Some(900.0), Some(900.0)));
    }
}
