//! RFM: how recently, how often and for how much a client buys (DOMAIN 5.3).

use crate::segment::Sorted;

/// A client's three scores, 1 (worst) to 5 (best).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RfmScores {
    pub recency: u8,
    pub frequency: u8,
    pub monetary: u8,
}

impl RfmScores {
    /// Frequency and amount as one score, 1 to 5: their mean, halves rounded up.
    pub fn frequency_and_amount(self) -> u8 {
        (self.frequency + self.monetary).div_ceil(2)
    }

    /// The grid's cell.
    pub fn cell(self) -> RfmCell {
        RfmCell::at(self.recency, self.frequency_and_amount())
    }
}

/// The cells of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RfmCell {
    Champion,
    Loyal,
    Potential,
    New,
    Promising,
    NeedsAttention,
    AboutToSleep,
    AtRisk,
    CannotLose,
    Hibernating,
    Lost,
}

impl RfmCell {
    /// Every cell, the best first.
    pub const ALL: [Self; 11] = [
        Self::Champion,
        Self::Loyal,
        Self::Potential,
        Self::New,
        Self::Promising,
        Self::NeedsAttention,
        Self::AboutToSleep,
        Self::AtRisk,
        Self::CannotLose,
        Self::Hibernating,
        Self::Lost,
    ];

    /// The cell of a recency score and a score of frequency and amount, both 1 to 5 (beyond: the nearest).
    pub fn at(recency: u8, frequency_and_amount: u8) -> Self {
        use RfmCell::{
            AboutToSleep, AtRisk, CannotLose, Champion, Hibernating, Lost, Loyal, NeedsAttention, New, Potential,
            Promising,
        };
        const GRID: [[RfmCell; 5]; 5] = [
            [Lost, Lost, AtRisk, CannotLose, CannotLose],
            [Hibernating, Hibernating, AtRisk, AtRisk, AtRisk],
            [AboutToSleep, NeedsAttention, NeedsAttention, Loyal, Loyal],
            [Promising, Potential, Loyal, Champion, Champion],
            [New, Potential, Potential, Champion, Champion],
        ];
        let place = |score: u8| usize::from(score.clamp(1, 5)) - 1;
        GRID[place(recency)][place(frequency_and_amount)]
    }

    /// The name under which the cell is stored and translated; it never changes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Champion => "champion",
            Self::Loyal => "loyal",
            Self::Potential => "potential",
            Self::New => "new",
            Self::Promising => "promising",
            Self::NeedsAttention => "needs_attention",
            Self::AboutToSleep => "about_to_sleep",
            Self::AtRisk => "at_risk",
            Self::CannotLose => "cannot_lose",
            Self::Hibernating => "hibernating",
            Self::Lost => "lost",
        }
    }
}

/// Where the scores part: the smallest value of the scores 2, 3, 4 and 5, infinite where no value has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreLines(pub [f64; 4]);

impl Default for ScoreLines {
    fn default() -> Self {
        Self([f64::INFINITY; 4])
    }
}

impl ScoreLines {
    /// The score of a value: the more, the better.
    pub fn score(&self, value: f64) -> u8 {
        1 + self.0.iter().filter(|from| value >= **from).count() as u8
    }

    /// Fifths of the clients: score = ⌈5 · rank ÷ n⌉, equal values sharing their mean rank.
    pub fn quintiles(values: &Sorted) -> Self {
        let [two, three, four, five] = parts::<4>(values);
        Self([two, three, four, five])
    }

    /// Thirds of the clients, which score 1, 3 and 5: few clients don't bear five classes.
    pub fn terciles(values: &Sorted) -> Self {
        let [middle, best] = parts::<2>(values);
        Self([middle, middle, best, best])
    }
}

/// The smallest value of each of the parts after the first, `LINES + 1` parts of equal size.
fn parts<const LINES: usize>(values: &Sorted) -> [f64; LINES] {
    let count = values.len() as u64;
    let part = |value: f64| {
        let (first, last) = (values.below(value) as u64 + 1, count - values.above(value) as u64);
        // The mean rank is (first + last) ÷ 2; doubled, everything is a whole number.
        ((LINES as u64 + 1) * (first + last)).div_ceil(2 * count.max(1))
    };
    std::array::from_fn(|line| {
        let place = values.partition_point(|value| part(value) < line as u64 + 2);
        values.get(place).unwrap_or(f64::INFINITY)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(values: &[f64]) -> Sorted {
        Sorted::new(values.iter().copied())
    }

    /// The score by its definition, for one value at a time.
    fn by_definition(values: &[f64], value: f64, parts: f64) -> u8 {
        let below = values.iter().filter(|other| **other < value).count() as f64;
        let equal = values.iter().filter(|other| **other <= value).count() as f64 - below;
        let rank = below + f64::midpoint(equal, 1.0);
        (parts * rank / values.len() as f64 - 1e-12).ceil() as u8
    }

    #[track_caller]
    fn check(values: &[f64]) {
        let (fifths, thirds) = (ScoreLines::quintiles(&sorted(values)), ScoreLines::terciles(&sorted(values)));
        for value in values {
            assert_eq!(fifths.score(*value), by_definition(values, *value, 5.0), "{value} of {values:?}");
            assert_eq!(thirds.score(*value), by_definition(values, *value, 3.0) * 2 - 1, "{value} of {values:?}");
        }
    }

    #[test]
    fn scores_are_fifths_by_mean_rank() {
        check(&[]);
        check(&[4.0]);
        check(&[1.0, 2.0]);
        check(&[7.0; 9]);
        check(&(0..100).map(f64::from).collect::<Vec<_>>());
        check(&(0..100).map(|number| f64::from(number % 7)).collect::<Vec<_>>());
        check(&[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 90.0]);
        check(&[-5.0, 0.0, 0.0, 3.0, 3.0, 3.0, 8.0]);
        let ten: Vec<f64> = (1..=10).map(f64::from).collect();
        let lines = ScoreLines::quintiles(&sorted(&ten));
        assert_eq!(ten.iter().map(|value| lines.score(*value)).collect::<Vec<_>>(), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    }

    #[track_caller]
    fn check_cell(recency: u8, frequency: u8, monetary: u8, expected: RfmCell) {
        assert_eq!(RfmScores { recency, frequency, monetary }.cell(), expected);
    }

    #[test]
    fn the_grid_names_its_cells() {
        check_cell(5, 5, 5, RfmCell::Champion);
        check_cell(5, 1, 1, RfmCell::New);
        check_cell(5, 1, 2, RfmCell::Potential);
        check_cell(4, 1, 1, RfmCell::Promising);
        check_cell(4, 3, 2, RfmCell::Loyal);
        check_cell(3, 1, 1, RfmCell::AboutToSleep);
        check_cell(3, 2, 3, RfmCell::NeedsAttention);
        check_cell(3, 4, 5, RfmCell::Loyal);
        check_cell(2, 1, 2, RfmCell::Hibernating);
        check_cell(2, 2, 3, RfmCell::AtRisk);
        check_cell(1, 2, 2, RfmCell::Lost);
        check_cell(1, 3, 3, RfmCell::AtRisk);
        check_cell(1, 5, 2, RfmCell::CannotLose);
        check_cell(0, 9, 9, RfmCell::CannotLose);
    }
}
