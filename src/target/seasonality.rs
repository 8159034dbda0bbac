//! How a year's sales lie in its months.

use serde::{Deserialize, Serialize};

use crate::workbook::Month;

/// Factors of the twelve calendar months; 1 is an average month. They count in proportion: their sum is made 12.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seasonality(pub [f64; 12]);

impl Default for Seasonality {
    fn default() -> Self {
        Self([1.0; 12])
    }
}

impl Seasonality {
    /// The factors with sum 12. Factors of which none is above zero are all 1.
    #[must_use]
    pub fn normal(self) -> Self {
        let clean = self.0.map(|factor| if factor.is_finite() { factor.max(0.0) } else { 0.0 });
        let sum: f64 = clean.iter().sum();
        if sum > 0.0 { Self(clean.map(|factor| factor * 12.0 / sum)) } else { Self::default() }
    }

    pub fn factor(&self, month: Month) -> f64 {
        self.0[month.place()]
    }

    /// Each month's share of a period; the shares add up to 1. A period out of season altogether is even.
    pub fn shares(&self, first: Month, months: usize) -> Vec<f64> {
        let factors: Vec<f64> = (0..months).map(|at| self.factor(first + at as i32)).collect();
        let sum: f64 = factors.iter().sum();
        if sum > 0.0 {
            factors.into_iter().map(|factor| factor / sum).collect()
        } else {
            vec![1.0 / months.max(1) as f64; months]
        }
    }

    /// The seasonality that a history of months shows: each calendar month's mean against the mean of all. Nothing
    /// unless every calendar month was recorded.
    pub fn of_history(history: &[(Month, f64)]) -> Option<Self> {
        let mut sums = [0.0; 12];
        let mut counts = [0_u32; 12];
        for (month, value) in history {
            sums[month.place()] += value;
            counts[month.place()] += 1;
        }
        let is_whole = counts.iter().all(|count| *count > 0);
        let means: [f64; 12] = std::array::from_fn(|at| sums[at] / f64::from(counts[at].max(1)));
        (is_whole && means.iter().sum::<f64>() > 0.0).then(|| Self(means).normal())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_are_made_to_add_up_to_twelve() {
        let mut factors = [2.0; 12];
        factors[0] = 14.0;
        let normal = Seasonality(factors).normal();
        assert!((normal.0.iter().sum::<f64>() - 12.0).abs() < 1e-12);
        assert!((normal.0[0] - 14.0 * 12.0 / 36.0).abs() < 1e-12);
        assert_eq!(Seasonality([0.0; 12]).normal(), Seasonality::default());
    }

    #[test]
    fn a_history_without_one_month_shows_no_seasonality() {
        let mut history: Vec<(Month, f64)> = (0..11).map(|at| (Month(24_000 + at), 10.0)).collect();
        assert_eq!(Seasonality::of_history(&history), None);
        history.push((Month(24_011), 10.0));
        assert_eq!(Seasonality::of_history(&history), Some(Seasonality::default()));
    }
}
