//! DOMAIN 2.1 and 2.2 as a loop over months and clients, with nothing shared and nothing closed: what the fast way has
//! to agree with. It remembers each client's purchases as a ledger would.

use crate::loyalty::kinds::{RebateBasis, RewardCost};
use crate::loyalty::*;
use crate::segment::Segment;

#[derive(Debug, Default, Clone)]
pub struct Direct {
    pub baseline: f64,
    pub revenue: f64,
    pub retention: f64,
    pub uplift: f64,
    pub margin: f64,
    pub new_margin: f64,
    pub reward: f64,
    pub running: f64,
    pub income: f64,
    pub dead_weight: f64,
    pub net: f64,
    pub npv: f64,
    pub payback: Option<u32>,
    /// Net of each client, without set-up and fixed cost.
    pub clients: Vec<f64>,
    pub issued: Vec<f64>,
    /// Portfolio's net by month.
    pub months: Vec<f64>,
}

fn blocked(program: &Program, segment: Segment) -> bool {
    let is_term = |kind: &Kind| matches!(kind.id(), KindId::Discount | KindId::Rebate | KindId::Benefits);
    segment == Segment::State
        && (program.delivery == Delivery::Open
            || program.recipient == Recipient::Individual
            || !program.components.iter().all(is_term))
}

pub fn direct(clients: &[Client], program: &Program, scenario: Scenario, horizon: Horizon) -> Direct {
    let months = horizon.months();
    let mut out = Direct { issued: vec![0.0; months], months: vec![0.0; months], ..Direct::default() };
    for client in clients {
        let net: f64 = one(client, program, scenario, months, &mut out);
        out.clients.push(net);
    }
    let common = &program.common;
    let mut yearly = common.fixed_cost;
    let mut partners = 0.0;
    for kind in &program.components {
        if let Kind::Coalition(coalition) = kind {
            yearly += coalition.joint_cost;
            partners += coalition.partner_inflow * coalition.partner_conversion * coalition.new_client_margin;
        }
    }
    let mut cumulative = -common.setup_cost;
    out.npv = -common.setup_cost;
    for (month, net) in out.months.iter_mut().enumerate() {
        *net += (partners - yearly) / 12.0;
        out.new_margin += partners / 12.0;
        cumulative += *net;
        out.npv += *net / (1.0 + horizon.discount()).powf((month + 1) as f64 / 12.0);
        if cumulative >= 0.0 && out.payback.is_none() {
            out.payback = Some(month as u32 + 1);
        }
    }
    out.net = cumulative;
    out
}

#[expect(clippy::many_single_char_names, reason = "DOMAIN's own letters")]
fn one(client: &Client, program: &Program, scenario: Scenario, months: usize, out: &mut Direct) -> f64 {
    let Client { segment, revenue, margin, orders, churn, growth } = *client;
    if revenue <= 0.0 {
        return 0.0;
    }
    let common = &program.common;
    let mut p = *common.participation.get(segment);
    if blocked(program, segment) {
        p = 0.0;
    }
    for kind in &program.components {
        if let Kind::Membership(paid) = kind
            && paid.discount * revenue + orders * paid.delivery_value <= paid.fee * (1.0 + paid.hurdle)
        {
            p = 0.0;
        }
    }
    let incrementality = common.incrementality.at(scenario);
    let full = (1.0 + incrementality * common.frequency_uplift.at(scenario))
        * (1.0 + incrementality * common.basket_uplift.at(scenario));
    let lift = |k: usize| 1.0 + (k as f64 / common.ramp_months).min(1.0) * (full - 1.0);
    let grown = |k: usize| (1.0 + growth).powf((k as f64 - 1.0) / 12.0);
    let h = 1.0 - (1.0 - churn).powf(1.0 / 12.0);
    let h_member = 1.0 - (1.0 - churn * (1.0 - common.churn_cut.at(scenario))).powf(1.0 / 12.0);
    // The ledger of a client who stays: twelve months before, then the plan and a year more.
    let mut ledger = vec![revenue / 12.0; 12];
    for k in 1..=months + 12 {
        ledger.push(revenue / 12.0 * grown(k) * lift(k));
    }
    let bought = |first: usize, last: usize| ledger[first + 11..=last + 11].iter().sum::<f64>();
    let year_before = |k: usize| ledger[k - 1..k + 11].iter().sum::<f64>();
    let (mut staying, mut staying_member) = (1.0, 1.0);
    let mut new_clients = vec![0.0; program.components.len()];
    let mut sum = 0.0;
    for k in 1..=months {
        let b = revenue / 12.0 * grown(k) * staying;
        let e = p * revenue / 12.0 * grown(k) * staying_member * lift(k);
        let present = p * staying_member;
        out.baseline += b;
        out.retention += p * revenue / 12.0 * grown(k) * (staying_member - staying);
        let mut more = p * revenue / 12.0 * grown(k) * staying_member * (lift(k) - 1.0);
        let (mut reward, mut income, mut new_margin, mut dead) = (0.0, 0.0, 0.0, 0.0);
        for (at, kind) in program.components.iter().enumerate() {
            match kind {
                Kind::Points(points) => {
                    let cost = match points.cost {
                        RewardCost::Face => points.cost_per_face,
                        RewardCost::OwnGoods => 1.0 - margin,
                    };
                    let r = points.points_per_currency * points.point_value;
                    reward += e * r * points.redemption * cost;
                    dead += p * b * r * points.redemption * cost;
                    out.issued[k - 1] += e * r;
                }
                Kind::Discount(discount) => {
                    let mut rate = 0.0;
                    for step in discount.steps.list() {
                        let granted = (step.rate * discount.scale).min(1.0);
                        if year_before(k) >= step.from && margin - granted >= discount.margin_floor {
                            rate = granted;
                        }
                    }
                    reward += e * rate;
                    dead += p * b * rate;
                }
                Kind::Tiers(tiers) => {
                    let review = tiers.review_months.round() as usize;
                    let a = year_before((k - 1) / review * review + 1);
                    let paid = tiers.scale * tiers.redemption * tiers.cost_per_face;
                    let (mut rate, mut service, mut next) = (0.0, 0.0, None);
                    for tier in &tiers.tiers {
                        if a >= tier.from {
                            (rate, service) = (tier.rate * paid, tier.service);
                        } else {
                            next = next.or(Some(tier));
                        }
                    }
                    reward += e * rate + present * service / 12.0;
                    dead += p * b * rate;
                    if let Some(next) = next.filter(|next| (next.from - a) / a <= tiers.nudge_window) {
                        let likely = present * tiers.nudge_probability / 12.0;
                        more += likely * (next.from - a);
                        reward += likely * (next.rate * paid * next.from - rate * a + next.service - service);
                    }
                }
                Kind::Membership(paid) => {
                    reward += e * paid.discount + orders * lift(k) * present * paid.delivery_value / 12.0;
                    income += paid.fee * present / 12.0;
                    dead += p * (b * paid.discount + orders * staying * paid.delivery_value / 12.0);
                }
                Kind::Rebate(rebate) => {
                    let period = rebate.period_months.round() as usize;
                    let first = (k - 1) / period * period + 1;
                    let a = bought(first, first + period - 1);
                    let before = ledger[first - 1..first - 1 + period].iter().sum::<f64>();
                    let slabs = rebate.slabs.list();
                    let mut back = 0.0;
                    match rebate.basis {
                        RebateBasis::AllUnits => {
                            for slab in slabs {
                                if a >= slab.from {
                                    back = slab.rate * a;
                                }
                            }
                        }
                        RebateBasis::Marginal => {
                            for (at, slab) in slabs.iter().enumerate() {
                                let end = slabs.get(at + 1).map_or(f64::INFINITY, |next| next.from);
                                back += slab.rate * (a.min(end) - slab.from).max(0.0);
                            }
                        }
                    }
                    back *= rebate.scale;
                    back += rebate.growth_rebate * (a - before * (1.0 + rebate.growth_threshold)).max(0.0);
                    reward += e * back / a * rebate.attainment;
                    dead += p * b * back / a * rebate.attainment;
                    out.issued[k - 1] += e * back / a;
                }
                Kind::Coalition(coalition) => {
                    let points = e * coalition.points_per_currency;
                    reward += points * coalition.price_per_point;
                    dead += p * b * coalition.points_per_currency * coalition.price_per_point;
                    income += points * coalition.redeemed_here * coalition.income_per_point;
                    out.issued[k - 1] += points * coalition.point_value;
                }
                Kind::Gamified(game) => {
                    let completed = present * game.completion * game.challenges_per_year / 12.0;
                    reward += completed * game.prize;
                    dead += completed * game.prize * (1.0 - game.incremental_share);
                    more += completed * game.incremental_share * game.extra_sales;
                }
                Kind::Benefits(benefits) => {
                    for benefit in &benefits.benefits {
                        reward += present * benefits.use_scale * benefit.unit_cost * benefit.uses_per_year / 12.0;
                    }
                    let funded = if benefits.funds_cost_only { 1.0 - margin } else { 1.0 };
                    let rate = benefits.extra_days / 365.0 * benefits.cost_of_money * funded
                        + benefits.bad_debt
                        + benefits.donation;
                    reward += e * rate;
                    dead += p * b * rate;
                }
                Kind::Referral(referral) => {
                    let new = present * referral.referrals_per_member * referral.conversion / 12.0;
                    new_clients[at] = new_clients[at] * (1.0 - referral.new_client_churn).powf(1.0 / 12.0) + new;
                    new_margin += new_clients[at] * referral.new_client_margin / 12.0;
                    reward += new * (referral.referrer_reward + referral.welcome_reward);
                }
            }
        }
        let gained = p * revenue / 12.0 * grown(k) * (staying_member - staying) + more;
        let running = present * common.member_cost / 12.0;
        let net = margin * gained + new_margin + income - reward - running;
        out.uplift += more;
        out.revenue += b + gained;
        out.margin += margin * gained;
        out.new_margin += new_margin;
        out.reward += reward;
        out.running += running;
        out.income += income;
        out.dead_weight += dead;
        out.months[k - 1] += net;
        sum += net;
        staying *= 1.0 - h;
        staying_member *= 1.0 - h_member;
    }
    sum
}
