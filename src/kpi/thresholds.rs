//! Traffic lights.

use serde::{Deserialize, Serialize};

use super::kpi::Direction;

/// A traffic light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Light {
    Red,
    Amber,
    Green,
}

/// From which score a light is green or amber. A score is fact ÷ target where more is better, else target ÷ fact.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Thresholds {
    pub green: f64,
    pub amber: f64,
}

/// DOMAIN 3.
impl Default for Thresholds {
    fn default() -> Self {
        Self { green: 1.0, amber: 0.85 }
    }
}

/// How a value is judged.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Judgement {
    /// Against a target.
    Score { target: f64, thresholds: Thresholds },
    /// Against two values: green from the one, red beyond the other.
    Values { green: f64, red: f64 },
}

impl Thresholds {
    /// Fact against target. Nothing where either is missing or the denominator is empty.
    pub fn score(fact: Option<f64>, target: Option<f64>, direction: Direction) -> Option<f64> {
        let (fact, target) = (fact?, target?);
        let (above, below) = match direction {
            Direction::Up => (fact, target),
            Direction::Down => (target, fact),
        };
        (below != 0.0).then(|| above / below).filter(|score| score.is_finite())
    }

    pub fn light(self, score: f64) -> Light {
        // A score that is a hair below only by how fractions are kept is not below.
        let reaches = |limit: f64| score >= limit - 1e-9;
        match () {
            () if reaches(self.green) => Light::Green,
            () if reaches(self.amber) => Light::Amber,
            () => Light::Red,
        }
    }
}

impl Judgement {
    /// The light of a value; nothing without a value.
    pub fn light(self, value: Option<f64>, direction: Direction) -> Option<Light> {
        match self {
            Self::Score { target, thresholds } => {
                // A cost of nothing can't be divided by, and is as good as it gets.
                if direction == Direction::Down && value == Some(0.0) && target >= 0.0 {
                    return Some(Light::Green);
                }
                Thresholds::score(value, Some(target), direction).map(|score| thresholds.light(score))
            }
            Self::Values { green, red } => value.map(|value| {
                let sign = if direction == Direction::Up { 1.0 } else { -1.0 };
                match sign * value {
                    value if value >= sign * green - 1e-9 => Light::Green,
                    value if value < sign * red - 1e-9 => Light::Red,
                    _ => Light::Amber,
                }
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, target: f64, direction: Direction, light: Light) {
        let judgement = Judgement::Score { target, thresholds: Thresholds::default() };
        assert_eq!(judgement.light(Some(value), direction), Some(light));
    }

    #[test]
    fn lights_follow_the_score() {
        check(100.0, 100.0, Direction::Up, Light::Green);
        check(99.9, 100.0, Direction::Up, Light::Amber);
        check(85.0, 100.0, Direction::Up, Light::Amber);
        check(84.9, 100.0, Direction::Up, Light::Red);
        check(100.0, 90.0, Direction::Down, Light::Amber);
        check(50.0, 90.0, Direction::Down, Light::Green);
        check(200.0, 90.0, Direction::Down, Light::Red);
        check(0.0, 90.0, Direction::Down, Light::Green);
    }

    #[test]
    fn no_value_has_no_light() {
        let judgement = Judgement::Score { target: 0.0, thresholds: Thresholds::default() };
        assert_eq!(judgement.light(Some(3.0), Direction::Up), None);
        assert_eq!(judgement.light(None, Direction::Up), None);
    }

    #[test]
    fn published_values_judge_without_a_target() {
        let cycle = Judgement::Values { green: 30.0, red: 36.0 };
        assert_eq!(cycle.light(Some(29.0), Direction::Down), Some(Light::Green));
        assert_eq!(cycle.light(Some(33.0), Direction::Down), Some(Light::Amber));
        assert_eq!(cycle.light(Some(37.0), Direction::Down), Some(Light::Red));
    }
}
