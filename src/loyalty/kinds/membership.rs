//! 4 Paid membership / 付费会员制 / Платная.

use serde::{Deserialize, Serialize};

use crate::loyalty::parameter::named_parameters;
use crate::loyalty::terms::Terms;

/// The client pays a fee a year and buys cheaper and with free delivery.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    /// `φ` a year.
    pub fee: f64,
    /// `δ`
    pub discount: f64,
    /// `w`, what free delivery is worth and costs, an order.
    pub delivery_value: f64,
    /// `θ`: a client joins where the benefit exceeds the fee by this share.
    pub hurdle: f64,
}

named_parameters!(Membership {
    MembershipFee => fee,
    MemberDiscount => discount,
    DeliveryValue => delivery_value,
    Hurdle => hurdle,
});

impl Membership {
    pub(in crate::loyalty) fn default_at(scale: f64) -> Self {
        Self { fee: 0.02 * scale, discount: 0.03, delivery_value: 0.0, hurdle: 0.25 }
    }

    /// Whether a client gains enough to join: `δR + f·w > φ(1+θ)`.
    pub fn joins(&self, revenue: f64, orders: f64) -> bool {
        self.discount * revenue + orders * self.delivery_value > self.fee * (1.0 + self.hurdle)
    }

    /// A year's purchases from which the fee pays for the client, `(φ−f·w)/δ`; nothing without a discount.
    pub fn break_even_purchases(&self, orders: f64) -> Option<f64> {
        (self.discount > 0.0).then(|| ((self.fee - orders * self.delivery_value) / self.discount).max(0.0))
    }

    /// What of a year's fee is not yet earned, `φ·months left/12`.
    pub fn deferred_fee(&self, months_left: u32) -> f64 {
        self.fee * f64::from(months_left.min(12)) / 12.0
    }

    pub(in crate::loyalty) fn terms(&self) -> Terms {
        Terms { rate: self.discount, per_order: self.delivery_value, fee: self.fee, ..Terms::default() }
    }
}
