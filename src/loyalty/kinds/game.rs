//! 7 Gamified / 游戏化任务制 / Игровая.

use serde::{Deserialize, Serialize};

use crate::loyalty::parameter::named_parameters;
use crate::loyalty::terms::Terms;

/// Challenges of skill or with a goal. Draws of chance are not offered: in most countries they are lotteries.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Game {
    /// `W`, for each who completes a challenge.
    pub prize: f64,
    /// `π`, the share of members who complete one.
    pub completion: f64,
    /// `θ`, the share of their extra sales that would not have come by itself.
    pub incremental_share: f64,
    /// `ΔA`, sales of one challenge completed.
    pub extra_sales: f64,
    /// Challenges a year.
    pub challenges_per_year: f64,
}

named_parameters!(Game {
    Prize => prize,
    Completion => completion,
    IncrementalShare => incremental_share,
    ExtraSales => extra_sales,
    ChallengesPerYear => challenges_per_year,
});

impl Game {
    pub(in crate::loyalty) fn default_at(scale: f64) -> Self {
        Self {
            prize: 0.002 * scale,
            completion: 0.25,
            incremental_share: 0.5,
            extra_sales: 0.02 * scale,
            challenges_per_year: 2.0,
        }
    }

    /// `θ* = W/(ΔA·m)`: the incremental share at which a challenge pays; nothing where no sale or margin is in it.
    pub fn break_even_share(&self, margin: f64) -> Option<f64> {
        let gained = self.extra_sales * margin;
        (gained > 0.0).then(|| self.prize / gained)
    }

    pub(in crate::loyalty) fn terms(&self) -> Terms {
        let completed = self.completion * self.challenges_per_year;
        Terms {
            per_member: completed * self.prize,
            wasted: completed * self.prize * (1.0 - self.incremental_share),
            extra_revenue: completed * self.incremental_share * self.extra_sales,
            ..Terms::default()
        }
    }
}
