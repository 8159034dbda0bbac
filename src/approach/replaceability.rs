//! How easily a client replaces us (DOMAIN 1.13). The five questions are Kontor's own.

use serde::{Deserialize, Serialize};

/// Answers from 0 (no) to 5 (fully); unset ones are not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Replaceability {
    /// Others offer the same.
    pub rivals: Option<u8>,
    /// Changing costs the client little.
    pub cheap_change: Option<u8>,
    /// No contract binds the client.
    pub unbound: Option<u8>,
    /// The client buys from others already.
    pub second_source: Option<u8>,
    /// Nothing ties it to our people and systems.
    pub no_ties: Option<u8>,
}

impl Replaceability {
    /// The mean of the answers as a share: 0 (can't be replaced) to 1 (tomorrow). Nothing where nothing was answered.
    pub fn score(&self) -> Option<f64> {
        let answers = [self.rivals, self.cheap_change, self.unbound, self.second_source, self.no_ties];
        let known: Vec<f64> = answers.into_iter().flatten().map(|answer| f64::from(answer.min(5)) / 5.0).collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unanswered_questions_count_neither_way() {
        assert_eq!(Replaceability::default().score(), None);
        let some = Replaceability { rivals: Some(5), unbound: Some(0), ..Replaceability::default() };
        assert_eq!(some.score(), Some(0.5));
        assert_eq!(Replaceability { no_ties: Some(99), ..Replaceability::default() }.score(), Some(1.0));
    }
}
