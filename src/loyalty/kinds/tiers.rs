//! 3 Tiered status / 等级会员制 / Многоуровневая.

use serde::{Deserialize, Serialize};

use crate::loyalty::LoyaltyError;
use crate::loyalty::activity::{Activity, Purchases};
use crate::loyalty::parameter::named_parameters;
use crate::loyalty::terms::StepTerms;

/// One tier.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tier {
    /// `T_j`, purchases of a year.
    pub from: f64,
    /// `r_j`, face value returned as a share of the purchases.
    pub rate: f64,
    /// `s_j`, service a year.
    pub service: f64,
}

/// A status for a year's purchases, reviewed from time to time; who is near the next one buys towards it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tiers {
    /// By rising threshold; a client below the first has no status.
    pub tiers: Vec<Tier>,
    /// Factor on all rates, 1 for the table itself.
    pub scale: f64,
    /// `q`, the share of the reward that is claimed.
    pub redemption: f64,
    /// `κ`
    pub cost_per_face: f64,
    /// Months between two reviews.
    pub review_months: f64,
    /// `n`: the next tier is in reach if it takes at most this share more.
    pub nudge_window: f64,
    /// `π`: how likely a client in reach buys up to it.
    pub nudge_probability: f64,
}

named_parameters!(Tiers {
    StepScale => scale,
    Redemption => redemption,
    CostPerFace => cost_per_face,
    ReviewMonths => review_months,
    NudgeWindow => nudge_window,
    NudgeProbability => nudge_probability,
});

impl Tiers {
    pub(in crate::loyalty) fn default_at(scale: f64) -> Self {
        let tier = |from: f64, rate, service: f64| Tier { from: from * scale, rate, service: service * scale };
        Self {
            tiers: vec![tier(0.0, 0.005, 0.0), tier(0.75, 0.01, 0.001), tier(2.0, 0.02, 0.005)],
            scale: 1.0,
            redemption: 0.70,
            cost_per_face: 1.0,
            review_months: 12.0,
            nudge_window: 0.10,
            nudge_probability: 0.10,
        }
    }

    pub(in crate::loyalty) fn check(&self) -> Result<(), LoyaltyError> {
        let are_sound = self.tiers.iter().all(|tier| {
            tier.from >= 0.0 && tier.service >= 0.0 && tier.service.is_finite() && (0.0..=1.0).contains(&tier.rate)
        });
        let do_rise = self.tiers.windows(2).all(|pair| pair[0].from < pair[1].from);
        if are_sound && do_rise { Ok(()) } else { Err(LoyaltyError::Thresholds) }
    }

    /// How many tiers these purchases of a year have reached.
    pub fn reached(&self, purchases: f64) -> usize {
        self.tiers.iter().take_while(|tier| purchases >= tier.from).count()
    }

    /// Months between two reviews, whole.
    pub(in crate::loyalty) fn review(&self) -> usize {
        (self.review_months.round() as usize).max(1)
    }

    /// Rate that is really paid and service of the tier with this number from 1; nothing for no tier.
    fn paid(&self, number: usize) -> (f64, f64) {
        let tier = number.checked_sub(1).and_then(|at| self.tiers.get(at));
        tier.map_or((0.0, 0.0), |tier| (tier.rate * self.scale * self.redemption * self.cost_per_face, tier.service))
    }

    /// Whether it pays to lift a client with these purchases to the next tier:
    /// `m(T_{j+1}−R) > r_{j+1}T_{j+1}−r_jR+Δs`, with the rates that are really paid. Nothing at the top.
    pub fn is_lift_worth_it(&self, purchases: f64, margin: f64) -> Option<bool> {
        let reached = self.reached(purchases);
        let next = self.tiers.get(reached)?;
        let (rate, service) = self.paid(reached);
        let (next_rate, next_service) = self.paid(reached + 1);
        let cost = next_rate * next.from - rate * purchases + next_service - service;
        Some(margin * (next.from - purchases) > cost)
    }

    /// What the status in a month's review period looks at: the year before the period.
    pub(in crate::loyalty) fn purchases(&self, activity: &Activity, month: usize) -> Purchases {
        let first = (month - 1) / self.review() * self.review() + 1;
        Purchases { counted: activity.trailing_year(first), before: 0.0 }
    }

    /// Buying towards the next tier brings `π(T_{j+1}−A)` a year, and costs the next tier's reward and service in as
    /// many cases.
    pub(in crate::loyalty) fn terms(&self, revenue: f64, purchases: Purchases) -> StepTerms {
        let purchases = revenue * purchases.counted;
        let reached = self.reached(purchases);
        let (rate, service) = self.paid(reached);
        let mut terms = StepTerms { rate, per_member: service, ..StepTerms::default() };
        if let Some(next) = self
            .tiers
            .get(reached)
            .filter(|next| purchases > 0.0 && next.from - purchases <= self.nudge_window * purchases)
        {
            let (next_rate, next_service) = self.paid(reached + 1);
            let step_up = next_rate * next.from - rate * purchases + next_service - service;
            terms.extra_revenue = self.nudge_probability * (next.from - purchases);
            terms.per_member += self.nudge_probability * step_up;
        }
        terms
    }
}
