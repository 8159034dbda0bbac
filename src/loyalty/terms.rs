//! What a component costs and brings for one client, as coefficients of his activity.

use std::ops::AddAssign;

/// The coefficients; every kind's formula in DOMAIN 2.2 is a sum of these.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Terms {
    /// Reward as a share of the member's revenue.
    pub rate: f64,
    /// Reward as a share of the member's revenue, borne at its cost only: times (1 − m).
    pub rate_at_cost: f64,
    /// Reward per order.
    pub per_order: f64,
    /// Reward and service per member and year.
    pub per_member: f64,
    /// The part of `per_member` that pays for what would be done anyway.
    pub wasted: f64,
    /// Income per member and year.
    pub fee: f64,
    /// Income as a share of the member's revenue.
    pub income_rate: f64,
    /// Extra sales per member and year.
    pub extra_revenue: f64,
    /// Promised to the client, as a share of the member's revenue, face value.
    pub issued: f64,
}

impl Terms {
    /// Reward as a share of the member's revenue at this margin.
    pub fn reward_rate(&self, margin: f64) -> f64 {
        self.rate + self.rate_at_cost * (1.0 - margin)
    }
}

/// The coefficients of what follows from a client's purchases, for a span of months.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct StepTerms {
    /// As in [`Terms`].
    pub rate: f64,
    pub issued: f64,
    pub per_member: f64,
    pub extra_revenue: f64,
}

impl AddAssign for StepTerms {
    fn add_assign(&mut self, other: Self) {
        self.rate += other.rate;
        self.issued += other.issued;
        self.per_member += other.per_member;
        self.extra_revenue += other.extra_revenue;
    }
}

impl AddAssign for Terms {
    fn add_assign(&mut self, other: Self) {
        self.rate += other.rate;
        self.rate_at_cost += other.rate_at_cost;
        self.per_order += other.per_order;
        self.per_member += other.per_member;
        self.wasted += other.wasted;
        self.fee += other.fee;
        self.income_rate += other.income_rate;
        self.extra_revenue += other.extra_revenue;
        self.issued += other.issued;
    }
}
