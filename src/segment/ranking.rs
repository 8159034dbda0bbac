//! The ranking of clients by our revenue, which estimates a size where no figure of the client's own is known.
//!
//! The lines are drawn so that equal revenues never part: a client is large only if all clients with at least its
//! revenue fit into the top share. All alike are therefore all small, and one edit rarely moves a line.

use super::rules::OwnRevenueLimits;
use super::segment::Size;

/// Our revenue with every client, and where the lines are.
#[derive(Clone, Debug, Default)]
pub(super) struct Ranking {
    /// By row; NaN for a client without a positive revenue and for a deleted one.
    revenues: Vec<f64>,
    count: usize,
    large: Line,
    medium: Line,
}

/// A line between two sizes: clients above `bound` are over it.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
struct Line {
    /// The largest revenue that is not over the line. Nothing where everybody is.
    bound: Option<f64>,
    /// How many clients may be over the line.
    places: usize,
    /// How many are.
    above: usize,
    /// How many have at least `bound`.
    reaching: usize,
}

impl Ranking {
    pub fn new(revenues: Vec<f64>, limits: &OwnRevenueLimits) -> Self {
        let mut ranking = Self { revenues, ..Self::default() };
        ranking.count = ranking.revenues.iter().filter(|revenue| !revenue.is_nan()).count();
        ranking.draw(limits);
        ranking
    }

    /// How many clients are ranked.
    pub fn count(&self) -> u32 {
        self.count as u32
    }

    /// Whether so few are ranked that a rank says little.
    pub fn is_thin(&self) -> bool {
        self.count < 5
    }

    /// The revenue that a row was ranked with.
    pub fn revenue(&self, row: u32) -> Option<f64> {
        self.revenues.get(row as usize).copied().filter(|revenue| !revenue.is_nan())
    }

    /// The rank of a revenue, 1 being the largest.
    pub fn rank(&self, revenue: f64) -> u32 {
        1 + self.revenues.iter().filter(|other| **other > revenue).count() as u32
    }

    /// The size that a revenue's rank stands for.
    pub fn size(&self, revenue: f64) -> Size {
        match revenue {
            _ if self.large.is_over(revenue) => Size::Large,
            _ if self.medium.is_over(revenue) => Size::Medium,
            _ => Size::Small,
        }
    }

    /// Takes in a row's revenue, and says whether a line may have moved: then [`Ranking::draw`] draws them anew.
    pub fn set(&mut self, row: u32, revenue: f64, limits: &OwnRevenueLimits) -> bool {
        let row = row as usize;
        if self.revenues.len() <= row {
            self.revenues.resize(row + 1, f64::NAN);
        }
        let Some(place) = self.revenues.get_mut(row) else { return false };
        let before = std::mem::replace(place, revenue);
        if before.to_bits() == revenue.to_bits() || before.is_nan() && revenue.is_nan() {
            return false;
        }
        self.count = self.count + usize::from(!revenue.is_nan()) - usize::from(!before.is_nan());
        let places = places(self.count, limits);
        for (line, places) in [&mut self.large, &mut self.medium].into_iter().zip(places) {
            line.places = places;
            line.above = line.above + usize::from(line.is_over(revenue)) - usize::from(line.is_over(before));
            line.reaching =
                line.reaching + usize::from(line.is_reached(revenue)) - usize::from(line.is_reached(before));
        }
        !(self.large.holds(self.count) && self.medium.holds(self.count))
    }

    /// Draws the lines anew.
    pub fn draw(&mut self, limits: &OwnRevenueLimits) {
        let mut known: Vec<f64> = self.revenues.iter().copied().filter(|revenue| !revenue.is_nan()).collect();
        let [large, medium] = places(self.count, limits);
        self.medium = Line::of(&mut known, medium);
        // The largest stand in front of the medium line's place now, so that the second search is short.
        known.truncate(medium.max(large) + 1);
        self.large = Line::of(&mut known, large);
        for line in [&mut self.large, &mut self.medium] {
            if let Some(bound) = line.bound {
                line.above = self.revenues.iter().filter(|revenue| **revenue > bound).count();
                line.reaching = self.revenues.iter().filter(|revenue| **revenue >= bound).count();
            }
        }
    }
}

impl Line {
    /// The line with so many places. Reorders the revenues.
    fn of(revenues: &mut [f64], places: usize) -> Self {
        if places >= revenues.len() {
            return Self { bound: None, places, above: revenues.len(), reaching: revenues.len() };
        }
        let (_, bound, _) = revenues.select_nth_unstable_by(places, |one, other| other.total_cmp(one));
        Self { bound: Some(*bound), places, ..Self::default() }
    }

    fn is_over(&self, revenue: f64) -> bool {
        !revenue.is_nan() && self.bound.is_none_or(|bound| revenue > bound)
    }

    fn is_reached(&self, revenue: f64) -> bool {
        !revenue.is_nan() && self.bound.is_none_or(|bound| revenue >= bound)
    }

    /// Whether the line is still where it must be.
    fn holds(&self, count: usize) -> bool {
        match self.bound {
            None => count <= self.places,
            Some(_) => self.above <= self.places && self.places < self.reaching,
        }
    }
}

/// How many clients may be large, and how many large or medium: shares rounded up.
fn places(count: usize, limits: &OwnRevenueLimits) -> [usize; 2] {
    // The little that 0.2 is above a fifth must not make a client large.
    let of = |share: f64| (share.clamp(0.0, 1.0) * count as f64 - 1e-9).ceil() as usize;
    [of(limits.large_share), of(limits.large_share + limits.medium_share)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(revenues: &[f64]) -> [usize; 3] {
        let ranking = Ranking::new(revenues.to_vec(), &OwnRevenueLimits::default());
        let count = |size| revenues.iter().filter(|revenue| ranking.size(**revenue) == size).count();
        [count(Size::Large), count(Size::Medium), count(Size::Small)]
    }

    #[test]
    fn a_fifth_is_large_and_three_tenths_are_medium() {
        let ten: Vec<f64> = (1..=10).map(f64::from).collect();
        assert_eq!(sizes(&ten), [2, 3, 5]);
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(sizes(&hundred), [20, 30, 50]);
        assert_eq!(sizes(&[7.0; 10]), [0, 0, 10]);
        assert_eq!(sizes(&[7.0]), [1, 0, 0]);
        assert_eq!(sizes(&[]), [0, 0, 0]);
        assert_eq!(sizes(&[9.0, 5.0, 5.0, 5.0, 1.0]), [1, 0, 4]);
    }

    #[test]
    fn lines_kept_while_revenues_change_are_those_drawn_anew() {
        let limits = OwnRevenueLimits::default();
        let mut ranking = Ranking::new(Vec::new(), &limits);
        let mut state = 1_u32;
        for step in 0..2000_u32 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let revenue = if state >> 28 == 0 { f64::NAN } else { f64::from(state >> 8 & 63) };
            if ranking.set(state >> 20 & 127, revenue, &limits) {
                ranking.draw(&limits);
            }
            let fresh = Ranking::new(ranking.revenues.clone(), &limits);
            for probe in 0..64 {
                let probe = f64::from(probe);
                assert_eq!(ranking.size(probe), fresh.size(probe), "after step {step}");
            }
        }
    }
}
