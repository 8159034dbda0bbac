//! 9 Referral / 推荐奖励制 / Реферальная.

use serde::{Deserialize, Serialize};

use crate::loyalty::parameter::named_parameters;

/// Members bring new clients and are rewarded for each.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Referral {
    /// `n`, a member and year.
    pub referrals_per_member: f64,
    /// `x`, the share that becomes a client.
    pub conversion: f64,
    /// `W_1`
    pub referrer_reward: f64,
    /// `W_2`
    pub welcome_reward: f64,
    /// `GM_new`, gross margin of a new client a year.
    pub new_client_margin: f64,
    /// `c_new` a year.
    pub new_client_churn: f64,
}

named_parameters!(Referral {
    ReferralsPerMember => referrals_per_member,
    ReferralConversion => conversion,
    ReferrerReward => referrer_reward,
    WelcomeReward => welcome_reward,
    NewClientMargin => new_client_margin,
    NewClientChurn => new_client_churn,
});

impl Referral {
    pub(in crate::loyalty) fn default_at(scale: f64) -> Self {
        Self {
            referrals_per_member: 0.2,
            conversion: 0.15,
            referrer_reward: 0.01 * scale,
            welcome_reward: 0.005 * scale,
            new_client_margin: 0.1 * scale,
            new_client_churn: 0.25,
        }
    }

    /// New clients a member and year.
    pub fn new_clients(&self) -> f64 {
        self.referrals_per_member * self.conversion
    }

    /// What a new client costs: the rewards, and his part of what running the program costs a year. Nothing where no
    /// client comes. To be held against what a client costs in the usual way.
    pub fn acquisition_cost(&self, running_cost: f64, new_clients: f64) -> Option<f64> {
        (new_clients > 0.0).then(|| self.referrer_reward + self.welcome_reward + running_cost / new_clients)
    }

    /// The reward at which a new client brings just what is aimed at: `W = LTV_new − target`.
    pub fn break_even_reward(lifetime_value: f64, target: f64) -> f64 {
        (lifetime_value - target).max(0.0)
    }

    /// The share of new clients that is still there a month later.
    pub(in crate::loyalty) fn monthly_survival(&self) -> f64 {
        (1.0 - self.new_client_churn).powf(1.0 / 12.0)
    }
}
