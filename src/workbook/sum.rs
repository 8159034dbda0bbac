//! Sums of money that add up: the sums of groups equal the total, to the cent and in any order.

/// A running sum. Amounts that are whole hundredths (every amount a person types) are added as integers, so that
/// neither order nor grouping changes the result; others are added with compensation (Neumaier).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sum {
    /// Hundredths, while they fit: 64-bit additions are far cheaper than 128-bit ones, in WebAssembly above all.
    near: i64,
    /// Hundredths that no longer fit `near`.
    far: i128,
    /// What is no whole number of hundredths, and what was lost adding it.
    rest: f64,
    lost: f64,
}

impl Sum {
    /// Beyond this, neighbouring doubles are more than a hundredth apart.
    const LARGEST: f64 = 9.0e13;

    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an amount. What is not finite is left out.
    pub fn add(&mut self, amount: f64) {
        // One instruction, where `round` is a call; a half is no whole number of hundredths either way.
        let hundredths = (amount * 100.0).round_ties_even();
        // Dividing gives back the very double that the decimal "1234.56" is read as.
        #[expect(clippy::float_cmp, reason = "only the very same double is this number of hundredths")]
        let is_whole = amount.abs() < Self::LARGEST && hundredths / 100.0 == amount;
        if is_whole {
            self.add_hundredths(hundredths as i64);
        } else if amount.is_finite() {
            self.add_rest(amount);
        }
    }

    /// Adds another sum to this one.
    pub fn merge(&mut self, other: &Self) {
        self.add_hundredths(other.near);
        self.far += other.far;
        self.add_rest(other.rest);
        self.lost += other.lost;
    }

    /// The sum in whole units, correctly rounded where all amounts were whole hundredths.
    pub fn value(&self) -> f64 {
        let hundredths = self.far + i128::from(self.near);
        // The usual case: exact as a double before the one division.
        let whole = if hundredths.unsigned_abs() < 1 << 53 {
            hundredths as f64 / 100.0
        } else {
            (hundredths / 100) as f64 + (hundredths % 100) as f64 / 100.0
        };
        whole + (self.rest + self.lost)
    }

    /// The sum in hundredths, where every amount was a whole number of them.
    pub fn hundredths(&self) -> Option<i128> {
        (self.rest == 0.0 && self.lost == 0.0).then_some(self.far + i128::from(self.near))
    }

    fn add_rest(&mut self, amount: f64) {
        let sum = self.rest + amount;
        let smaller_first = self.rest.abs() >= amount.abs();
        self.lost += if smaller_first { (self.rest - sum) + amount } else { (amount - sum) + self.rest };
        self.rest = sum;
    }

    fn add_hundredths(&mut self, hundredths: i64) {
        if let Some(sum) = self.near.checked_add(hundredths) {
            self.near = sum;
        } else {
            self.far += i128::from(self.near) + i128::from(hundredths);
            self.near = 0;
        }
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(amounts: I) -> Self {
        let mut sum = Self::default();
        amounts.into_iter().for_each(|amount| sum.add(amount));
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(amounts: &[f64], expected: f64) {
        let sum: Sum = amounts.iter().copied().collect();
        assert!(sum.value().to_bits() == expected.to_bits(), "{amounts:?} gave {}", sum.value());
    }

    #[test]
    fn cents_add_up_as_on_paper() {
        check(&[], 0.0);
        check(&[0.1, 0.2], 0.3);
        check(&[0.1; 10], 1.0);
        check(&[1234.56, -1234.55], 0.01);
        check(&[f64::NAN, f64::INFINITY, 5.0], 5.0);
        check(&[9e13, 0.25, -9e13], 0.25);
        check(&[1e300, 1.0, -1e300], 1.0);
        check(&[1.0 / 3.0, 2.0], 1.0 / 3.0 + 2.0);
    }

    #[test]
    fn a_sum_beyond_64_bits_of_cents_is_still_right() {
        let sum: Sum = (0..3000).map(|_| 8e13).collect();
        assert_eq!(sum.hundredths(), Some(3000 * 8_000_000_000_000_000));
        assert!((sum.value() - 2.4e17).abs() < 1.0);
    }

    #[test]
    fn sums_of_groups_equal_the_total_whatever_the_grouping() {
        let amounts: Vec<f64> = (0..10_000).map(|number| f64::from(number * 7919 % 100_003) / 100.0).collect();
        let total: Sum = amounts.iter().copied().collect();
        for groups in [2, 3, 7, 100] {
            let mut merged = Sum::new();
            for group in 0..groups {
                let part: Sum = amounts.iter().copied().skip(group).step_by(groups).collect();
                merged.merge(&part);
            }
            assert_eq!(merged.hundredths(), total.hundredths());
            assert!(merged.hundredths().is_some());
        }
    }
}
