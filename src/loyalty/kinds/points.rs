//! 1 Points / 积分制 / Бонусная.

use serde::{Deserialize, Serialize};

use crate::loyalty::parameter::named_parameters;
use crate::loyalty::terms::Terms;

/// What a reward costs who gives it: `κ` of DOMAIN 2.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RewardCost {
    /// The share of the face value in `cost_per_face`: 1 for cash, gifts and caution.
    Face,
    /// Own goods whose giving away displaces no paid sale: 1 − m.
    OwnGoods,
}

/// Points are issued on every purchase, and a part of them is redeemed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Points {
    /// `e`, points per unit of money spent.
    pub points_per_currency: f64,
    /// `V`, money per point.
    pub point_value: f64,
    /// `q`, the share redeemed; breakage is the rest.
    pub redemption: f64,
    /// `X`, months until a point expires.
    pub expiry_months: f64,
    /// `W`, the face value below which nothing can be redeemed.
    pub minimum_reward: f64,
    pub cost: RewardCost,
    /// `κ` where `cost` is [`RewardCost::Face`].
    pub cost_per_face: f64,
}

named_parameters!(Points {
    PointsPerCurrency => points_per_currency,
    PointValue => point_value,
    Redemption => redemption,
    ExpiryMonths => expiry_months,
    MinimumReward => minimum_reward,
    CostPerFace => cost_per_face,
});

impl Points {
    /// Two percent back, of which 70 % is claimed within two years.
    pub(in crate::loyalty) fn default_at(scale: f64) -> Self {
        Self {
            points_per_currency: 1.0,
            point_value: 0.02,
            redemption: 0.70,
            expiry_months: 24.0,
            minimum_reward: 0.005 * scale,
            cost: RewardCost::Face,
            cost_per_face: 1.0,
        }
    }

    /// `r = e·V`, the face value returned as a share of the purchases.
    pub fn rate(&self) -> f64 {
        self.points_per_currency * self.point_value
    }

    /// `κ` at this margin.
    pub fn cost_at(&self, margin: f64) -> f64 {
        match self.cost {
            RewardCost::Face => self.cost_per_face,
            RewardCost::OwnGoods => 1.0 - margin,
        }
    }

    /// Months until a client can redeem for the first time, `W / (r·R/12)`; nothing where he never can.
    pub fn months_to_first_reward(&self, revenue: f64) -> Option<f64> {
        let monthly = self.rate() * revenue / 12.0;
        (monthly > 0.0).then(|| self.minimum_reward / monthly)
    }

    pub(in crate::loyalty) fn terms(&self) -> Terms {
        let claimed = self.rate() * self.redemption;
        let (rate, rate_at_cost) = match self.cost {
            RewardCost::Face => (claimed * self.cost_per_face, 0.0),
            RewardCost::OwnGoods => (0.0, claimed),
        };
        Terms { rate, rate_at_cost, issued: self.rate(), ..Terms::default() }
    }
}
