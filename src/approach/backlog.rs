//! Contracted backlog: what clients have signed for and not received yet, shown apart in every forecast (DOMAIN 1.20).

use serde::{Deserialize, Serialize};

use crate::workbook::{Day, Sum};

/// One contract.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contract {
    #[serde(default)]
    pub name: String,
    /// The last day on which it delivers.
    pub until: Day,
    /// The first day; unset: it delivers already.
    #[serde(default)]
    pub from: Option<Day>,
    /// What was signed for, in the workbook's currency.
    pub amount: f64,
    /// What of it was delivered.
    #[serde(default)]
    pub delivered: f64,
}

impl Contract {
    /// What is left to deliver, at least 0.
    pub fn remaining(&self) -> f64 {
        [self.amount, -self.delivered].into_iter().collect::<Sum>().value().max(0.0)
    }

    /// What is left, spread evenly over the days that are left, by month index. What is late falls into today's month.
    /// The parts are whole hundredths but the last, and add up to what is left.
    fn spread(&self, today: Day, mut see: impl FnMut(i32, f64)) {
        let begin = self.from.map_or(today, |from| from.max(today));
        let end = self.until.max(begin);
        let days = f64::from(end.0 - begin.0 + 1);
        let whole = self.remaining();
        let mut given = 0.0;
        let last = end.month_index();
        for month in begin.month_index()..last {
            let next = month + 1;
            let Some(first_of_next) = Day::new(next.div_euclid(12), next.rem_euclid(12) as u32 + 1, 1) else {
                continue;
            };
            let share = f64::from(first_of_next.0 - begin.0) / days;
            let hundredths = (whole * share * 100.0).round();
            see(month, (hundredths - given) / 100.0);
            given = hundredths;
        }
        see(last, [whole, -given / 100.0].into_iter().collect::<Sum>().value());
    }
}

/// The contracts of one client.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Backlog(pub Vec<Contract>);

impl Backlog {
    /// What is left to deliver of all contracts.
    pub fn remaining(&self) -> f64 {
        self.0.iter().map(Contract::remaining).collect::<Sum>().value()
    }

    /// What is left, by month: today's month and the ones after it, and at the end what comes later. All add up to
    /// [`Backlog::remaining`].
    pub fn by_month(&self, today: Day, months: usize) -> (Vec<f64>, f64) {
        let mut sums = vec![Sum::new(); months];
        let mut later = Sum::new();
        for contract in &self.0 {
            contract.spread(today, |month, part| {
                let at = (month - today.month_index()) as usize;
                sums.get_mut(at).unwrap_or(&mut later).add(part);
            });
        }
        (sums.iter().map(Sum::value).collect(), later.value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(year, month, day).expect("a day")
    }

    fn contract(from: Option<Day>, until: Day, amount: f64, delivered: f64) -> Contract {
        Contract { name: String::new(), until, from, amount, delivered }
    }

    #[track_caller]
    fn check(contracts: &[Contract], months: usize, expected: &[f64], later: f64) {
        let backlog = Backlog(contracts.to_vec());
        let (found, rest) = backlog.by_month(day(2026, 4, 1), months);
        assert_eq!((found.as_slice(), rest), (expected, later));
        let sum: Sum = found.into_iter().chain([rest]).collect();
        assert_eq!(sum.value().to_bits(), backlog.remaining().to_bits());
    }

    #[test]
    fn what_is_left_is_spread_over_the_days_that_are_left() {
        check(&[], 2, &[0.0, 0.0], 0.0);
        check(&[contract(None, day(2026, 5, 31), 6100.0, 0.0)], 3, &[3000.0, 3100.0, 0.0], 0.0);
        check(&[contract(Some(day(2026, 5, 1)), day(2026, 6, 30), 6200.0, 100.0)], 2, &[0.0, 3100.0], 3000.0);
        check(&[contract(None, day(2025, 12, 31), 500.0, 200.0)], 2, &[300.0, 0.0], 0.0);
        check(&[contract(None, day(2026, 12, 31), 500.0, 700.0)], 2, &[0.0, 0.0], 0.0);
        check(&[contract(None, day(2026, 6, 30), 100.0, 0.0)], 3, &[32.97, 34.06, 32.97], 0.0);
        check(&[contract(None, day(2026, 6, 30), 10.0, 0.01)], 1, &[3.29], 6.7);
    }
}
