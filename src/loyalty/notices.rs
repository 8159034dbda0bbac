//! What has to be said of a program for one client before anything is computed.

use super::{Client, Kind, Program, Remark};

/// First rewards later than this lose their pull (DOMAIN 2.2, kind 1).
const LATE_MONTHS: f64 = 6.0;

impl Program {
    /// The client's remarks and the program's for this client.
    pub fn remarks(&self, client: &Client) -> Vec<Remark> {
        let mut remarks = client.remarks();
        if !client.counts() {
            return remarks;
        }
        for kind in &self.components {
            match kind {
                Kind::Points(points) => match points.months_to_first_reward(client.revenue) {
                    None => remarks.push(Remark::NoReward),
                    Some(months) if months > points.expiry_months => {
                        remarks.push(Remark::ExpiresBeforeReward { months });
                    }
                    Some(months) if months > LATE_MONTHS => remarks.push(Remark::LateFirstReward { months }),
                    Some(_) => {}
                },
                Kind::Membership(membership) if !membership.joins(client.revenue, client.orders) => {
                    remarks.push(Remark::WillNotJoin { from: membership.break_even_purchases(client.orders) });
                }
                Kind::Discount(discount) => {
                    let is_granted = discount.rate(client.revenue, client.margin) > 0.0;
                    if discount.steps.rate(client.revenue) > 0.0 && !is_granted && discount.scale > 0.0 {
                        remarks.push(Remark::BelowMarginFloor);
                    }
                }
                Kind::Coalition(_) => remarks.push(Remark::CounterpartyRisk),
                _ => {}
            }
        }
        let rate = self.common_terms().reward_rate(client.margin);
        if rate > 0.0 && rate >= client.margin {
            remarks.push(Remark::RewardExceedsMargin);
        }
        remarks
    }
}
