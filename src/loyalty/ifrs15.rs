//! The view of IFRS 15 on what is promised (DOMAIN 2.1). Kontor shows the numbers; it is not an accounting opinion.

use super::liability::{Promise, outstanding};

/// Contract liability of a material right, `TP·SSP_p/(SSP_g+SSP_p)`, where `TP` is the transaction price, and `SSP_g` and
/// `SSP_p` the stand-alone prices of goods and right (face value times the share claimed). Nothing where both prices
/// are 0.
pub fn contract_liability(transaction_price: f64, goods: f64, right: f64) -> Option<f64> {
    let together = goods + right;
    (together > 0.0).then(|| transaction_price * right / together)
}

/// What of a contract liability becomes revenue: `liability·redeemed/expected redeemed`, at most all of it. Nothing where
/// nothing is expected to be redeemed.
pub fn release(liability: f64, redeemed: f64, expected: f64) -> Option<f64> {
    (expected > 0.0).then(|| liability * (redeemed / expected).clamp(0.0, 1.0))
}

/// Members' revenue as IFRS 15 would show it, with the numbers it follows from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ifrs15 {
    /// Transaction price and stand-alone price of the goods: members' revenue of the month.
    pub transaction_price: Vec<f64>,
    /// Stand-alone price of the rights issued in the month.
    pub rights: Vec<f64>,
    /// Taken out of the month's revenue for later.
    pub deferred: Vec<f64>,
    /// Deferred before, and redeemed in the month.
    pub released: Vec<f64>,
    /// Contract liability at the end of the month.
    pub contract_liability: Vec<f64>,
    /// Rebates expected to be paid on the month's revenue: variable consideration, no material right.
    pub rebates: Vec<f64>,
    /// Revenue recognised in the month.
    pub recognised: Vec<f64>,
}

impl Ifrs15 {
    /// From members' revenue by month and what is promised on it.
    pub(super) fn of(revenue: &[f64], promises: &[Promise]) -> Self {
        let months = revenue.len();
        let zero = vec![0.0; months];
        let mut view = Self {
            transaction_price: revenue.to_vec(),
            rights: zero.clone(),
            deferred: zero.clone(),
            released: zero.clone(),
            contract_liability: zero.clone(),
            rebates: zero,
            recognised: Vec::new(),
        };
        let rights = promises.iter().filter(|promise| promise.is_material_right);
        for promise in rights.clone() {
            for (held, issued) in view.rights.iter_mut().zip(&promise.issued) {
                *held += issued * promise.redemption;
            }
        }
        for promise in promises.iter().filter(|promise| !promise.is_material_right) {
            for (held, issued) in view.rebates.iter_mut().zip(&promise.issued) {
                *held += issued * promise.redemption;
            }
        }
        for (month, revenue) in revenue.iter().enumerate() {
            // The price is what is left of it after rebates; goods and rights share it.
            let price = revenue - view.rebates[month];
            let deferred = contract_liability(price, *revenue, view.rights[month]).unwrap_or(0.0);
            view.deferred[month] = deferred;
            for promise in rights.clone() {
                let right = promise.issued[month] * promise.redemption;
                let part = if view.rights[month] > 0.0 { deferred * right / view.rights[month] } else { 0.0 };
                for later in month..months {
                    view.contract_liability[later] += part * outstanding(later - month, promise.valid_months);
                }
            }
        }
        let mut before = 0.0;
        for (month, revenue) in revenue.iter().enumerate() {
            let released = before + view.deferred[month] - view.contract_liability[month];
            view.released[month] = released;
            view.recognised.push(revenue - view.rebates[month] - view.deferred[month] + released);
            before = view.contract_liability[month];
        }
        view
    }
}
