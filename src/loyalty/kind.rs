//! The nine kinds as one type.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::activity::{Activity, Purchases};
use super::kinds::{Benefits, Coalition, Discount, Game, Membership, Points, Rebate, Referral, Tiers};
use super::terms::{StepTerms, Terms};
use super::{LoyaltyError, Parameter};
use crate::workbook::NotAnId;

/// Which of the nine (DOMAIN 2.2), without parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KindId {
    Points,
    Discount,
    Tiers,
    Membership,
    Rebate,
    Coalition,
    Gamified,
    Benefits,
    Referral,
}

impl KindId {
    /// The nine, in the order of DOMAIN 2.2.
    pub const ALL: [Self; 9] = [
        Self::Points,
        Self::Discount,
        Self::Tiers,
        Self::Membership,
        Self::Rebate,
        Self::Coalition,
        Self::Gamified,
        Self::Benefits,
        Self::Referral,
    ];

    /// The name under which a kind is stored and addressed; it never changes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Discount => "discount",
            Self::Tiers => "tiers",
            Self::Membership => "membership",
            Self::Rebate => "rebate",
            Self::Coalition => "coalition",
            Self::Gamified => "gamified",
            Self::Benefits => "benefits",
            Self::Referral => "referral",
        }
    }

    /// Whether it lowers the price, so that revenue less reward is to be shown too (DOMAIN 2.1: kinds 2 and 5).
    pub fn lowers_price(self) -> bool {
        matches!(self, Self::Discount | Self::Rebate)
    }

    /// Whether what it promises is outstanding for a time (DOMAIN 2.1: kinds 1, 5 and 6).
    pub fn has_liability(self) -> bool {
        matches!(self, Self::Points | Self::Rebate | Self::Coalition)
    }
}

impl FromStr for KindId {
    type Err = NotAnId;
    fn from_str(key: &str) -> Result<Self, NotAnId> {
        Self::ALL.into_iter().find(|kind| kind.key() == key.trim()).ok_or(NotAnId)
    }
}

/// One of the nine with its parameters; a program is made of one or several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Points(Points),
    Discount(Discount),
    Tiers(Tiers),
    Membership(Membership),
    Rebate(Rebate),
    Coalition(Coalition),
    Gamified(Game),
    Benefits(Benefits),
    Referral(Referral),
}

/// The same expression for whatever kind it is.
macro_rules! each {
    ($kind:expr, $inner:ident => $body:expr) => {
        match $kind {
            Kind::Points($inner) => $body,
            Kind::Discount($inner) => $body,
            Kind::Tiers($inner) => $body,
            Kind::Membership($inner) => $body,
            Kind::Rebate($inner) => $body,
            Kind::Coalition($inner) => $body,
            Kind::Gamified($inner) => $body,
            Kind::Benefits($inner) => $body,
            Kind::Referral($inner) => $body,
        }
    };
}

impl Kind {
    /// The kind with its defaults; amounts of money are shares of `typical_revenue`, a client's revenue of a year.
    pub fn default_of(id: KindId, typical_revenue: f64) -> Self {
        let scale = if typical_revenue.is_finite() { typical_revenue.max(0.0) } else { 0.0 };
        match id {
            KindId::Points => Self::Points(Points::default_at(scale)),
            KindId::Discount => Self::Discount(Discount::default_at(scale.max(1.0))),
            KindId::Tiers => Self::Tiers(Tiers::default_at(scale.max(1.0))),
            KindId::Membership => Self::Membership(Membership::default_at(scale)),
            KindId::Rebate => Self::Rebate(Rebate::default_at(scale.max(1.0))),
            KindId::Coalition => Self::Coalition(Coalition::default_at(scale)),
            KindId::Gamified => Self::Gamified(Game::default_at(scale)),
            KindId::Benefits => Self::Benefits(Benefits::default_at(scale)),
            KindId::Referral => Self::Referral(Referral::default_at(scale)),
        }
    }

    pub fn id(&self) -> KindId {
        match self {
            Self::Points(_) => KindId::Points,
            Self::Discount(_) => KindId::Discount,
            Self::Tiers(_) => KindId::Tiers,
            Self::Membership(_) => KindId::Membership,
            Self::Rebate(_) => KindId::Rebate,
            Self::Coalition(_) => KindId::Coalition,
            Self::Gamified(_) => KindId::Gamified,
            Self::Benefits(_) => KindId::Benefits,
            Self::Referral(_) => KindId::Referral,
        }
    }

    /// The parameters, in the order they are shown.
    pub fn parameters(&self) -> &'static [Parameter] {
        each!(self, inner => inner.parameters())
    }

    pub fn value(&self, parameter: Parameter) -> Option<f64> {
        each!(self, inner => inner.value(parameter))
    }

    pub(super) fn put(&mut self, parameter: Parameter, value: f64) -> bool {
        each!(self, inner => inner.put(parameter, value))
    }

    /// Whether every parameter is within its bounds and thresholds rise.
    pub fn check(&self) -> Result<(), LoyaltyError> {
        for parameter in self.parameters() {
            if !self.value(*parameter).is_some_and(|value| parameter.bound().allows(value)) {
                return Err(LoyaltyError::OutOfBounds(*parameter));
            }
        }
        match self {
            Self::Discount(discount) => discount.steps.check(),
            Self::Rebate(rebate) => rebate.slabs.check(),
            Self::Tiers(tiers) => tiers.check(),
            Self::Benefits(benefits) if !benefits.is_sound() => Err(LoyaltyError::OutOfBounds(Parameter::BenefitUse)),
            _ => Ok(()),
        }
    }

    /// The terms where they are the same for all clients and months.
    pub(super) fn common_terms(&self) -> Option<Terms> {
        match self {
            Self::Points(points) => Some(points.terms()),
            Self::Membership(membership) => Some(membership.terms()),
            Self::Coalition(coalition) => Some(coalition.terms()),
            Self::Gamified(game) => Some(game.terms()),
            Self::Benefits(benefits) => Some(benefits.terms()),
            Self::Referral(_) => Some(Terms::default()),
            Self::Discount(_) | Self::Tiers(_) | Self::Rebate(_) => None,
        }
    }

    /// What a stepped program looks at in a month.
    pub(super) fn purchases(&self, activity: &Activity, month: usize) -> Purchases {
        match self {
            Self::Discount(_) => Discount::purchases(activity, month),
            Self::Tiers(tiers) => tiers.purchases(activity, month),
            Self::Rebate(rebate) => rebate.purchases(activity, month),
            _ => Purchases::default(),
        }
    }

    /// The terms of a client where they follow from his purchases.
    pub(super) fn stepped_terms(&self, revenue: f64, margin: f64, purchases: Purchases) -> StepTerms {
        match self {
            Self::Discount(discount) => discount.terms(revenue, margin, purchases),
            Self::Tiers(tiers) => tiers.terms(revenue, purchases),
            Self::Rebate(rebate) => rebate.terms(revenue, purchases),
            _ => StepTerms::default(),
        }
    }

    /// For how many months, counted from the first, stepped terms stay as they are.
    pub(super) fn months_between_steps(&self) -> Option<usize> {
        match self {
            Self::Discount(_) => Some(1),
            Self::Tiers(tiers) => Some(tiers.review()),
            Self::Rebate(rebate) => Some(rebate.period()),
            _ => None,
        }
    }
}
