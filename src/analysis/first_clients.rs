//! What it costs to lose the first clients (DOMAIN 5.4).

use crate::workbook::Sum;

/// The largest clients by revenue, and what goes with them.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstClients {
    /// Their rows, the largest first. Of clients with the same revenue the one with the larger margin comes first.
    pub rows: Vec<u32>,
    pub revenue: f64,
    /// The share of all clients' revenue, 0 to 1; negative revenues are left out of it.
    pub revenue_share: f64,
    /// The margin that goes, of those whose margin is known; nothing where none's is.
    pub margin: Option<f64>,
    /// Its share of all known margins; nothing where these are not positive together.
    pub margin_share: Option<f64>,
    /// How many of the first clients have no known margin.
    pub without_margin: u32,
}

impl FirstClients {
    /// The first `count` of clients given as (row, revenue, margin as an amount), NaN being "not known". Nothing where no
    /// client has a positive revenue.
    pub fn of(clients: impl Iterator<Item = (u32, f64, f64)>, count: usize) -> Option<Self> {
        let mut first: Vec<(u32, f64, f64)> = Vec::with_capacity(count + 1);
        let (mut revenues, mut margins) = (Sum::new(), Sum::new());
        for client in clients {
            let (_, revenue, margin) = client;
            margins.add(margin);
            if revenue > 0.0 {
                revenues.add(revenue);
                let place = first.partition_point(|other| comes_before(other, &client));
                if place < count {
                    first.insert(place, client);
                    first.truncate(count);
                }
            }
        }
        if first.is_empty() {
            return None;
        }
        let revenue: Sum = first.iter().map(|(_, revenue, _)| *revenue).collect();
        let known = first.iter().map(|(_, _, margin)| *margin).filter(|margin| margin.is_finite());
        let with_margin = known.clone().count();
        let margin = (with_margin > 0).then(|| known.collect::<Sum>().value());
        let all_margins = margins.value();
        Some(Self {
            revenue: revenue.value(),
            revenue_share: revenue.value() / revenues.value(),
            margin,
            margin_share: margin.filter(|_| all_margins > 0.0).map(|margin| margin / all_margins),
            without_margin: (first.len() - with_margin) as u32,
            rows: first.into_iter().map(|(row, _, _)| row).collect(),
        })
    }
}

fn comes_before(one: &(u32, f64, f64), other: &(u32, f64, f64)) -> bool {
    let margin = |client: &(u32, f64, f64)| if client.2.is_nan() { f64::NEG_INFINITY } else { client.2 };
    let by_revenue = other.1.total_cmp(&one.1);
    by_revenue.then(margin(other).total_cmp(&margin(one))).then(one.0.cmp(&other.0)).is_lt()
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNKNOWN: f64 = f64::NAN;

    fn first(clients: &[(f64, f64)]) -> Option<FirstClients> {
        FirstClients::of((0..).zip(clients).map(|(row, (revenue, margin))| (row, *revenue, *margin)), 3)
    }

    #[track_caller]
    fn check(clients: &[(f64, f64)], rows: &[u32], revenue_share: f64, margin_share: Option<f64>) {
        let first = first(clients).expect("clients");
        assert_eq!(first.rows, rows);
        assert!((first.revenue_share - revenue_share).abs() < 1e-12, "{first:?}");
        assert_eq!(first.margin_share.map(|share| (share * 1e9).round()), margin_share.map(|share| share * 1e9));
    }

    #[test]
    fn the_first_three_take_their_revenue_and_margin_with_them() {
        check(&[(10.0, 1.0), (40.0, 8.0), (30.0, 3.0), (20.0, 4.0)], &[1, 2, 3], 0.9, Some(0.9375));
        check(&[(5.0, 1.0), (5.0, 3.0), (5.0, UNKNOWN), (5.0, 4.0)], &[3, 1, 0], 0.75, Some(1.0));
        check(&[(8.0, UNKNOWN), (-3.0, UNKNOWN), (2.0, UNKNOWN)], &[0, 2], 1.0, None);
        check(&[(8.0, -2.0), (2.0, 1.0)], &[0, 1], 1.0, None);
        assert_eq!(first(&[(0.0, 1.0), (-1.0, 2.0), (UNKNOWN, UNKNOWN)]), None);
        assert_eq!(
            first(&[(8.0, UNKNOWN), (4.0, 1.0)]).map(|first| (first.margin, first.without_margin)),
            Some((Some(1.0), 1))
        );
    }
}
