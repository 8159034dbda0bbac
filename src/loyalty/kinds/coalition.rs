//! 6 Partner or coalition / 联盟制 / Партнёрская.

use serde::{Deserialize, Serialize};

use crate::loyalty::parameter::named_parameters;
use crate::loyalty::terms::Terms;

/// Points of a common operator, and each other's clients. That the operator and the partners keep their word is a risk
/// of its own, and is not in the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coalition {
    /// Points per unit of money spent with us.
    pub points_per_currency: f64,
    /// What a point is worth to the client.
    pub point_value: f64,
    /// `c_p`, what we pay the operator for a point.
    pub price_per_point: f64,
    /// `J`, our share of the joint costs a year.
    pub joint_cost: f64,
    /// The share of points claimed anywhere.
    pub redemption: f64,
    /// The share of our points that is redeemed with us.
    pub redeemed_here: f64,
    /// `c_r`, what the operator pays us for such a point.
    pub income_per_point: f64,
    /// Months until a point expires.
    pub expiry_months: f64,
    /// `N_x`, a year.
    pub partner_inflow: f64,
    /// `x`
    pub partner_conversion: f64,
    /// `GM_new`, gross margin that a new client brings.
    pub new_client_margin: f64,
}

named_parameters!(Coalition {
    PointsPerCurrency => points_per_currency,
    PointValue => point_value,
    PricePerPoint => price_per_point,
    JointCost => joint_cost,
    Redemption => redemption,
    RedeemedHere => redeemed_here,
    IncomePerPoint => income_per_point,
    ExpiryMonths => expiry_months,
    PartnerInflow => partner_inflow,
    PartnerConversion => partner_conversion,
    NewClientMargin => new_client_margin,
});

impl Coalition {
    /// No clients of partners until someone names them.
    pub(in crate::loyalty) fn default_at(scale: f64) -> Self {
        Self {
            points_per_currency: 1.0,
            point_value: 0.01,
            price_per_point: 0.012,
            joint_cost: 0.05 * scale,
            redemption: 0.70,
            redeemed_here: 0.20,
            income_per_point: 0.01,
            expiry_months: 24.0,
            partner_inflow: 0.0,
            partner_conversion: 0.02,
            new_client_margin: 0.1 * scale,
        }
    }

    /// Margin a year of clients who come from the partners: `N_x·x·GM_new`.
    pub fn partner_margin(&self) -> f64 {
        self.partner_inflow * self.partner_conversion * self.new_client_margin
    }

    pub(in crate::loyalty) fn terms(&self) -> Terms {
        Terms {
            rate: self.points_per_currency * self.price_per_point,
            income_rate: self.points_per_currency * self.redeemed_here * self.income_per_point,
            issued: self.points_per_currency * self.point_value,
            ..Terms::default()
        }
    }
}
