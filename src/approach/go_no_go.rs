//! Whether a tender is worth a bid (DOMAIN 1.19). The questions are Kontor's own.

use serde::{Deserialize, Serialize};

/// One question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Criterion {
    pub text: String,
    /// How much it counts beside the others, from 0 on.
    pub weight: f64,
    /// The answer, 0 (no) to 5 (yes). Unset: not answered.
    pub answer: Option<u8>,
    /// Whether an answer of 0 forbids the bid.
    pub is_must: bool,
}

/// The form for one client.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GoNoGo(pub Vec<Criterion>);

/// What the form says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    Go,
    NoGo,
    /// Something is not answered yet.
    Open,
}

impl GoNoGo {
    /// The weighted mean of the answers, 0 to 100; nothing where nothing that counts was answered.
    pub fn score(&self) -> Option<f64> {
        let (mut sum, mut weights) = (0.0, 0.0);
        for criterion in &self.0 {
            if let Some(answer) = criterion.answer {
                let weight = criterion.weight.max(0.0);
                sum += weight * f64::from(answer.min(5)) * 20.0;
                weights += weight;
            }
        }
        (weights > 0.0).then(|| sum / weights)
    }

    /// Go from this score on. A "must" answered with no is a "no go" at once, and nothing is a "go" before all questions
    /// are answered.
    pub fn decision(&self, go_from: f64) -> Decision {
        if self.0.iter().any(|criterion| criterion.is_must && criterion.answer == Some(0)) {
            return Decision::NoGo;
        }
        match self.score() {
            Some(score) if self.0.iter().all(|criterion| criterion.answer.is_some()) => {
                if score >= go_from {
                    Decision::Go
                } else {
                    Decision::NoGo
                }
            }
            _ => Decision::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(criteria: &[(f64, Option<u8>, bool)], score: Option<f64>, decision: Decision) {
        let criterion = |(weight, answer, is_must): &(f64, Option<u8>, bool)| Criterion {
            weight: *weight,
            answer: *answer,
            is_must: *is_must,
            ..Criterion::default()
        };
        let form = GoNoGo(criteria.iter().map(criterion).collect());
        assert_eq!((form.score(), form.decision(60.0)), (score, decision));
    }

    #[test]
    fn a_go_needs_every_answer_and_no_must_may_fail() {
        check(&[], None, Decision::Open);
        check(&[(2.0, Some(5), true), (1.0, Some(2), false)], Some(80.0), Decision::Go);
        check(&[(1.0, Some(3), false)], Some(60.0), Decision::Go);
        check(&[(1.0, Some(2), false)], Some(40.0), Decision::NoGo);
        check(&[(1.0, Some(5), false), (1.0, None, false)], Some(100.0), Decision::Open);
        check(&[(9.0, Some(5), false), (0.0, Some(0), true)], Some(100.0), Decision::NoGo);
        check(&[(0.0, Some(4), false)], None, Decision::Open);
    }
}
