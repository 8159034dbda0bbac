//! Everyone who serves a client, and how content the client is with each (DOMAIN 1.9).

use serde::{Deserialize, Serialize};

/// Somebody who serves the client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceMember {
    /// What the person does: driver, accountant, storekeeper.
    pub role: String,
    pub name: String,
    /// How content the client is, 1 to 5. Unset: not asked.
    pub satisfaction: Option<u8>,
}

/// The team of one client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ServiceTeam(pub Vec<ServiceMember>);

impl ServiceTeam {
    /// The mean satisfaction of those asked about, 1 to 5.
    pub fn mean(&self) -> Option<f64> {
        let scores: Vec<f64> = self.scores().map(|(score, _)| f64::from(score)).collect();
        (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / scores.len() as f64)
    }

    /// The member with whom the client is least content: a chain is as strong as that one.
    pub fn weakest(&self) -> Option<&ServiceMember> {
        self.scores().min_by_key(|(score, _)| *score).map(|(_, member)| member)
    }

    /// How many of the team nobody asked about.
    pub fn not_asked(&self) -> u32 {
        self.0.iter().filter(|member| member.satisfaction.is_none()).count() as u32
    }

    fn scores(&self) -> impl Iterator<Item = (u8, &ServiceMember)> {
        self.0.iter().filter_map(|member| Some((member.satisfaction?.clamp(1, 5), member)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(scores: &[Option<u8>], mean: Option<f64>, weakest: Option<usize>, not_asked: u32) {
        let member = |(at, score): (usize, &Option<u8>)| ServiceMember {
            role: at.to_string(),
            satisfaction: *score,
            ..ServiceMember::default()
        };
        let team = ServiceTeam(scores.iter().enumerate().map(member).collect());
        assert_eq!((team.mean(), team.not_asked()), (mean, not_asked));
        assert_eq!(team.weakest().map(|member| member.role.clone()), weakest.map(|at| at.to_string()));
    }

    #[test]
    fn only_those_asked_about_count() {
        check(&[], None, None, 0);
        check(&[None], None, None, 1);
        check(&[Some(5), None, Some(2), Some(2)], Some(3.0), Some(2), 1);
        check(&[Some(9)], Some(5.0), Some(0), 0);
    }
}
