//! How much a client who stays buys in each month, against a month before the program: `G_k · U_k` of DOMAIN 2.1.

/// Purchases of a surviving member as multiples of R/12, with sums over spans of months.
#[derive(Clone, Debug, Default)]
pub(super) struct Activity {
    /// Sum over the months 1..=k at `cumulated[k]`.
    cumulated: Vec<f64>,
    /// The least and the most that the purchases of the twelve months before become, as multiples of R.
    pub least: f64,
    pub most: f64,
}

/// What a stepped program looks at, as multiples of a client's yearly revenue R.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Purchases {
    /// Of the twelve months that the step is granted for, or of the whole period.
    pub counted: f64,
    /// Of the same period a year before.
    pub before: f64,
}

impl Activity {
    /// Months that are needed beyond the plan, so that its last period is whole.
    pub const BEYOND: usize = 12;

    /// `uplift` is `U_k` over the plan and [`Activity::BEYOND`], `monthly` the growth factor of a month.
    pub fn fill(&mut self, monthly: f64, uplift: &[f64]) {
        self.cumulated.clear();
        self.cumulated.push(0.0);
        let (mut sum, mut grown) = (0.0, 1.0);
        for uplift in uplift {
            sum += grown * uplift;
            grown *= monthly;
            self.cumulated.push(sum);
        }
        (self.least, self.most) = (f64::INFINITY, f64::NEG_INFINITY);
        for month in 1..=uplift.len() - Self::BEYOND {
            let year = self.trailing_year(month);
            self.least = self.least.min(year);
            self.most = self.most.max(year);
        }
    }

    /// Purchases in the months `first..=last`, in months' worth; a month before the first is 1.
    pub fn between(&self, first: i64, last: i64) -> f64 {
        self.up_to(last) - self.up_to(first - 1)
    }

    fn up_to(&self, month: i64) -> f64 {
        if month <= 0 { month as f64 } else { self.cumulated[(month as usize).min(self.cumulated.len() - 1)] }
    }

    /// Purchases in the twelve months before `month`, as a multiple of R.
    pub fn trailing_year(&self, month: usize) -> f64 {
        self.between(month as i64 - 12, month as i64 - 1) / 12.0
    }
}
