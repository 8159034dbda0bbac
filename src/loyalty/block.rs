//! Monthly figures of several quantities.

/// One row of quantities a month.
#[derive(Clone, Debug)]
pub(super) struct Block<const COLUMNS: usize>(pub Vec<[f64; COLUMNS]>);

impl<const COLUMNS: usize> Block<COLUMNS> {
    pub fn new(months: usize) -> Self {
        Self(vec![[0.0; COLUMNS]; months])
    }

    /// Adds multiples of two curves: the first `SPLIT` columns follow one, the others the other.
    pub fn add<const SPLIT: usize>(&mut self, factors: &[f64; COLUMNS], one: &[f64], other: &[f64]) {
        for ((held, one), other) in self.0.iter_mut().zip(one).zip(other) {
            for column in 0..SPLIT {
                held[column] += factors[column] * one;
            }
            for column in SPLIT..COLUMNS {
                held[column] += factors[column] * other;
            }
        }
    }
}
