//! What has been promised and not yet claimed (DOMAIN 2.1, liability and breakage). A management view, not an
//! accounting opinion.

/// One promise: what is issued by month, the share that is claimed, and how long it is valid.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Promise {
    /// Face value issued in each month.
    pub issued: Vec<f64>,
    /// `q`
    pub redemption: f64,
    /// `X`
    pub valid_months: f64,
    /// Whether it is a right that the client buys along with the goods, or a part of the price paid back.
    pub is_material_right: bool,
}

/// Outstanding promises at the end of each month, face value and as expected to be claimed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Liability {
    /// Issued in the month, face value.
    pub issued: Vec<f64>,
    /// `Λ_t`, what is still expected to be claimed.
    pub expected: Vec<f64>,
    /// The same and what will lapse, until it does.
    pub face: Vec<f64>,
    /// Lapsed so far.
    pub lapsed: Vec<f64>,
    /// Fees received for months still to come.
    pub deferred_fees: Vec<f64>,
}

impl Liability {
    pub(super) fn zero(months: usize) -> Self {
        let zero = vec![0.0; months];
        Self {
            issued: zero.clone(),
            expected: zero.clone(),
            face: zero.clone(),
            lapsed: zero.clone(),
            deferred_fees: zero,
        }
    }

    /// Adds a promise: redeemed linearly over the months it is valid, `Λ_t = Σ_j I_j·q·max(0, 1−(t−j)/X)`.
    pub(super) fn add(&mut self, promise: &Promise) {
        let breakage = 1.0 - promise.redemption;
        for (month, issued) in promise.issued.iter().enumerate() {
            self.issued[month] += issued;
            for later in month..self.issued.len() {
                let left = outstanding(later - month, promise.valid_months);
                self.expected[later] += issued * promise.redemption * left;
                if left > 0.0 {
                    self.face[later] += issued * (promise.redemption * left + breakage);
                } else {
                    self.lapsed[later] += issued * breakage;
                }
            }
        }
    }

    /// What is outstanding at the end of the plan: expected claims and fees not yet earned.
    pub fn at_end(&self) -> f64 {
        self.expected.last().unwrap_or(&0.0) + self.deferred_fees.last().unwrap_or(&0.0)
    }
}

/// The share of what will be claimed that is still to be claimed after so many months.
pub(super) fn outstanding(months: usize, valid_months: f64) -> f64 {
    (1.0 - months as f64 / valid_months).max(0.0)
}
