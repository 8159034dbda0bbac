//! Two years of a client's orders, by month.

use crate::workbook::Day;

use super::random::Random;

/// How a client has been buying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// Has not bought yet.
    Prospect,
    Regular,
    /// Buys more and more.
    Growing,
    /// Began within the two years.
    New,
    /// Stopped some months ago.
    Paused,
    /// Stopped more than a year ago.
    Lost,
}

/// What a client bought in one month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Month {
    /// [`Day::month_index`]
    pub index: i32,
    pub revenue: f64,
    pub orders: u32,
}

/// How many months of orders the demo has, this month included.
pub(super) const MONTHS: i32 = 24;

/// The orders of a client that would buy for `yearly` a year in `orders` orders.
pub(super) fn months(random: &mut Random, course: Course, yearly: f64, orders: f64, today: Day) -> Vec<Month> {
    // Business is slow in January and August, and lively before the year's end.
    const SEASON: [f64; 12] = [0.7, 0.9, 1.05, 1.05, 1.0, 1.0, 0.95, 0.8, 1.1, 1.15, 1.2, 1.1];
    let this_month = today.month_index();
    let part_of_month = f64::from(today.parts().2) / 30.0;
    let (first, last) = match course {
        Course::Prospect => return Vec::new(),
        Course::Regular | Course::Growing => (0, MONTHS),
        Course::New => (MONTHS - 3 - random.below(9) as i32, MONTHS),
        Course::Paused => (0, MONTHS - 3 - random.below(4) as i32),
        Course::Lost => (0, MONTHS - 12 - random.below(6) as i32),
    };
    // Money is rounded as prices are: to whole units, or to tens and more where amounts are large.
    let grain = 10_f64.powf((yearly / orders).log10().floor() - 2.0).max(1.0);
    let mut bought = Vec::new();
    let mut owed = random.unit();
    for at in first..last {
        let month = this_month - MONTHS + 1 + at;
        let growth = if course == Course::Growing { 0.5 + f64::from(at) / f64::from(MONTHS) } else { 1.0 };
        let share = if month == this_month { part_of_month } else { 1.0 };
        let season = SEASON.get(month.rem_euclid(12) as usize).copied().unwrap_or(1.0);
        // Fractions of orders add up until one is whole, so that rare orders come at their pace.
        owed += orders / 12.0 * growth * season * share * random.between(0.6, 1.4);
        let count = owed.floor().max(0.0);
        owed -= count;
        if count >= 1.0 {
            let amount = yearly / orders * count * random.between(0.75, 1.25);
            bought.push(Month { index: month, revenue: (amount / grain).round() * grain, orders: count as u32 });
        }
    }
    bought
}
