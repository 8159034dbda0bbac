//! A client's net and cost where a program is linear in his numbers.

use super::case::Case;
use super::curves::{Curves, MemberCurves};

/// Net and cost of a client as a linear form of his revenue, margin and orders.
pub(super) struct Coefficients {
    gain_gross: f64,
    gain_revenue: f64,
    gain_margin: f64,
    gain_client: f64,
    cost_revenue: f64,
    cost_gross: f64,
    cost_orders: f64,
    cost_client: f64,
}

impl Coefficients {
    pub fn new(case: &Case, curves: &Curves, member: &MemberCurves, participation: f64) -> Self {
        let twelfth = participation / 12.0;
        let terms = &case.terms;
        // Σ G_k·S'_k·U_k and Σ S'_k·U_k
        let bought = member.revenue_sum + case.effects.uplift * member.revenue_ramped;
        let active = member.present_sum + case.effects.uplift * member.present_ramped;
        let at_cost = twelfth * terms.rate_at_cost * bought;
        let mut new_margin = 0.0;
        let mut new_cost = 0.0;
        for (referral, survival) in &case.referrals {
            let new = referral.new_clients();
            let staying = new_client_months(&member.present, *survival);
            new_margin += twelfth * new * staying * referral.new_client_margin / 12.0;
            new_cost += twelfth * new * member.present_sum * (referral.referrer_reward + referral.welcome_reward);
        }
        Self {
            gain_gross: twelfth * (bought - curves.baseline_sum),
            gain_revenue: twelfth * terms.income_rate * bought,
            gain_margin: twelfth * terms.extra_revenue * member.present_sum,
            gain_client: twelfth * terms.fee * member.present_sum + new_margin,
            cost_revenue: twelfth * terms.rate * bought + at_cost,
            cost_gross: -at_cost,
            cost_orders: twelfth * terms.per_order * active,
            cost_client: twelfth * (terms.per_member + case.program.common.member_cost) * member.present_sum + new_cost,
        }
    }

    pub fn of(&self, revenue: f64, margin: f64, orders: f64) -> (f64, f64) {
        let gross = margin * revenue;
        let gain = self.gain_gross * gross + self.gain_revenue * revenue + self.gain_margin * margin + self.gain_client;
        let cost = self.cost_revenue * revenue + self.cost_gross * gross + self.cost_orders * orders + self.cost_client;
        (gain, cost)
    }
}

/// Months that new clients stay within the plan, where in each month as many come as members are present:
/// `Σ_j S'_j·(1 + s + … + s^(T−j))`, from the last month backwards.
fn new_client_months(present: &[f64], survival: f64) -> f64 {
    let (mut months, mut sum) = (0.0, 0.0);
    for present in present.iter().rev() {
        months = 1.0 + survival * months;
        sum += present * months;
    }
    sum
}
