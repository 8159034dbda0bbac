//! How much of the revenue hangs on how few clients (DOMAIN 5.4).

use super::sorted::Sorted;
use crate::workbook::Sum;

/// Concentration of revenue. All shares are 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Concentration {
    /// Clients counted: revenue known and not negative.
    pub clients: u32,
    /// Clients left out because their revenue is negative (returns above sales).
    pub negative: u32,
    /// Clients left out because their revenue is not known.
    pub unknown: u32,
    /// The revenue of the counted clients.
    pub total: f64,
    /// How many clients the largest fifth is: a fifth, rounded up.
    pub top_fifth: u32,
    /// The share of revenue which the largest fifth brings.
    pub top_fifth_share: f64,
    /// How many of the largest clients bring at least 80 % of the revenue.
    pub clients_for_80: u32,
    /// The same as a share of the clients ("k80").
    pub k80: f64,
    /// 0: all alike. Near 1: one has everything.
    pub gini: f64,
    /// Gini × n/(n−1), for few clients; nothing for one client.
    pub gini_corrected: Option<f64>,
    /// Sum of squared shares (Herfindahl–Hirschman), 1/n to 1.
    pub hhi: f64,
    /// (share of clients, share of revenue) of the largest clients, from (0, 0) to (1, 1), at most
    /// [`Concentration::MOST_POINTS`].
    pub pareto: Vec<(f64, f64)>,
    /// (share of clients, share of revenue) of the smallest clients, from (0, 0) to (1, 1): the Lorenz curve, whose
    /// points are the Pareto curve's seen from the other end.
    pub lorenz: Vec<(f64, f64)>,
}

impl Concentration {
    /// A curve of so many points looks the same as one of all clients.
    pub const MOST_POINTS: usize = 200;

    /// Fewer clients than five: the figures say little.
    pub fn is_thin(&self) -> bool {
        self.clients < 5
    }

    /// Whether the rule holds that a fifth of the clients brings four fifths of the revenue, rounded to whole percent.
    pub fn is_80_20(&self) -> bool {
        self.top_fifth_share >= 0.795
    }

    /// What the largest fifth's share means.
    pub fn reading(&self) -> Reading {
        match self.top_fifth_share {
            share if share > 0.8 => Reading::High,
            share if share > 0.6 => Reading::Moderate,
            _ => Reading::Diversified,
        }
    }
}

/// What the share of the largest fifth means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Up to 60 %.
    Diversified,
    /// Up to 80 %.
    Moderate,
    /// Above 80 %.
    High,
}

/// The concentration of these revenues (`None` for a client whose revenue is not known). Nothing where no client has a
/// revenue, or all of them together have none: then there is nothing to measure.
pub fn concentration(revenues: impl IntoIterator<Item = Option<f64>>) -> Option<Concentration> {
    let (mut negative, mut unknown) = (0, 0);
    let mut known: Vec<f64> = Vec::new();
    for revenue in revenues {
        match revenue {
            Some(revenue) if revenue < 0.0 => negative += 1,
            Some(revenue) if revenue.is_finite() => known.push(revenue),
            _ => unknown += 1,
        }
    }
    concentration_of_sorted(&Sorted::new(known), negative, unknown)
}

/// The concentration of revenues that stand in order already. `negative` and `unknown` count the clients left out of
/// them; negative revenues that stand among them are left out and counted too.
pub fn concentration_of_sorted(revenues: &Sorted, negative: u32, unknown: u32) -> Option<Concentration> {
    let below = revenues.below(0.0);
    let negative = negative + below as u32;
    let known = revenues.ascending().rev().take(revenues.len() - below);
    let total = known.clone().collect::<Sum>().value();
    if total <= 0.0 {
        return None;
    }
    let count = known.len();
    let clients = count as f64;
    let top_fifth = count.div_ceil(5);
    // A point for each client up to MOST_POINTS, and evenly spread ones beyond.
    let steps = count.min(Concentration::MOST_POINTS - 1);
    let mut pareto = Vec::with_capacity(steps + 1);
    pareto.push((0.0, 0.0));
    // Largest first, so the order of the rows can't show; what rounding leaves is far below any share's last digit.
    let (mut sum, mut top_fifth_sum, mut clients_for_80) = (0.0, 0.0, None);
    let (mut weighted, mut squares) = (0.0, 0.0);
    for (at, revenue) in known.enumerate() {
        sum += revenue;
        let number = at + 1;
        if number == count {
            sum = total;
        }
        if number == top_fifth {
            top_fifth_sum = sum;
        }
        // 80 % of a sum is seldom a double: a billionth of tolerance keeps 4 of 5 equal clients at 4.
        if clients_for_80.is_none() && sum >= total * (0.8 - 1e-9) {
            clients_for_80 = Some(number as u32);
        }
        if number * steps / count > at * steps / count {
            pareto.push((number as f64 / clients, sum / total));
        }
        let share = revenue / total;
        squares += share * share;
        // Descending, so the i-th smallest is the (n − at)-th: 2i − n − 1.
        weighted += (clients - 2.0 * at as f64 - 1.0) * share;
    }
    let clients_for_80 = clients_for_80.unwrap_or(count as u32);
    let gini = (weighted / clients).max(0.0);
    let lorenz = pareto.iter().rev().map(|(clients, revenue)| (1.0 - clients, 1.0 - revenue)).collect();
    Some(Concentration {
        clients: count as u32,
        negative,
        unknown,
        total,
        top_fifth: top_fifth as u32,
        top_fifth_share: top_fifth_sum / total,
        clients_for_80,
        k80: f64::from(clients_for_80) / clients,
        gini,
        gini_corrected: (count > 1).then(|| gini * clients / (clients - 1.0)),
        hhi: squares,
        pareto,
        lorenz,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(revenues: &[f64]) -> Concentration {
        concentration(revenues.iter().copied().map(Some)).expect("revenues")
    }

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
    }

    #[test]
    fn gini_of_the_golden_numbers() {
        near(of(&[10.0, 20.0, 30.0, 40.0]).gini, 0.25);
        near(of(&[40.0, 10.0, 30.0, 20.0]).gini, 0.25);
        near(of(&[0.0, 0.0, 0.0, 1.0]).gini, 0.75);
        near(of(&[0.0, 0.0, 0.0, 1.0]).gini_corrected.expect("four clients"), 1.0);
        near(of(&[5.0; 7]).gini, 0.0);
        near(of(&[3.0]).gini, 0.0);
        assert_eq!(of(&[3.0]).gini_corrected, None);
    }

    #[test]
    fn the_largest_fifth_and_the_least_share_that_gives_80_percent() {
        let ten = of(&[400.0, 300.0, 100.0, 50.0, 50.0, 40.0, 30.0, 20.0, 5.0, 5.0]);
        assert_eq!((ten.top_fifth, ten.clients_for_80), (2, 3));
        near(ten.top_fifth_share, 0.7);
        near(ten.k80, 0.3);
        assert_eq!(ten.reading(), Reading::Moderate);
        assert_eq!(of(&[1.0; 6]).top_fifth, 2);
        assert_eq!(of(&[0.1; 5]).clients_for_80, 4);
        near(of(&[5.0, 5.0]).hhi, 0.5);
        near(of(&[3.0, 1.0]).hhi, 0.625);
    }

    #[track_caller]
    fn check_reading(revenues: &[f64], expected: Reading) {
        assert_eq!(of(revenues).reading(), expected);
    }

    #[test]
    fn the_share_of_the_largest_fifth_is_read_in_bands() {
        check_reading(&[1.0; 10], Reading::Diversified);
        check_reading(&[30.0, 10.0, 10.0, 10.0, 0.0], Reading::Diversified);
        check_reading(&[70.0, 10.0, 10.0, 5.0, 5.0], Reading::Moderate);
        check_reading(&[80.0, 10.0, 5.0, 5.0, 0.0], Reading::Moderate);
        check_reading(&[81.0, 10.0, 5.0, 4.0, 0.0], Reading::High);
    }

    #[test]
    fn the_lorenz_curve_begins_with_the_smallest() {
        let lorenz = of(&[10.0, 20.0, 30.0, 40.0]).lorenz;
        for (found, expected) in lorenz.iter().zip([(0.0, 0.0), (0.25, 0.1), (0.5, 0.3), (0.75, 0.6), (1.0, 1.0)]) {
            near(found.0, expected.0);
            near(found.1, expected.1);
        }
        assert_eq!(lorenz.len(), 5);
        assert_eq!(of(&[5.0]).lorenz, [(0.0, 0.0), (1.0, 1.0)]);
    }

    #[test]
    fn revenues_in_order_give_the_same_and_their_negatives_are_counted() {
        let sorted = Sorted::new([4.0, -2.0, 1.0, 0.0]);
        let expected = concentration([Some(4.0), Some(-2.0), Some(1.0), Some(0.0), None, Some(-9.0)]);
        assert_eq!(concentration_of_sorted(&sorted, 1, 1), expected);
    }

    #[test]
    fn what_cannot_be_measured_is_no_number() {
        assert_eq!(concentration([]), None);
        assert_eq!(concentration([None, None]), None);
        assert_eq!(concentration([Some(0.0), Some(-5.0)]), None);
        let mixed = concentration([Some(-5.0), None, Some(10.0), Some(0.0)]).expect("one revenue");
        assert_eq!((mixed.clients, mixed.negative, mixed.unknown, mixed.is_thin()), (2, 1, 1, true));
    }

    #[test]
    fn neither_order_nor_scale_matters_and_the_curve_is_short() {
        let revenues: Vec<f64> = (0..5000_u32).map(|number| f64::from(number * 7919 % 5003)).collect();
        let one = of(&revenues);
        let other = of(&revenues.iter().rev().map(|revenue| revenue * 4.0).collect::<Vec<_>>());
        near(one.gini, other.gini);
        assert_eq!((one.k80, one.pareto.len()), (other.k80, Concentration::MOST_POINTS));
        assert_eq!((one.pareto.first(), one.pareto.last()), (Some(&(0.0, 0.0)), Some(&(1.0, 1.0))));
        assert!(one.pareto.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1));
        assert_eq!(of(&[1.0, 2.0, 3.0]).pareto.len(), 4);
    }
}
