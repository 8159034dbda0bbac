//! XYZ: how steadily a client buys (DOMAIN 5.3).

use super::gap::Gap;
use super::rules::XyzRules;

/// An XYZ class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum XyzClass {
    /// Steady.
    X,
    Y,
    /// By fits and starts.
    Z,
}

impl XyzClass {
    pub const ALL: [Self; 3] = [Self::X, Self::Y, Self::Z];

    /// The class's letter, the same in every language.
    pub fn letter(self) -> &'static str {
        match self {
            Self::X => "X",
            Self::Y => "Y",
            Self::Z => "Z",
        }
    }

    /// The class of a coefficient of variation.
    pub fn of(variation: f64, rules: &XyzRules) -> Self {
        // A tenth is no double, and neither are most coefficients: a billionth keeps 10 % within 10 %.
        match variation {
            _ if variation <= rules.x_limit + 1e-9 => Self::X,
            _ if variation <= rules.y_limit + 1e-9 => Self::Y,
            _ => Self::Z,
        }
    }
}

/// The coefficient of variation of equal periods, those without sales being zeros: the population's standard deviation
/// over the mean (1 is 100 %).
pub fn variation(periods: &[f64]) -> Result<f64, Gap> {
    if periods.len() < XyzRules::LEAST_PERIODS as usize {
        return Err(Gap::TooFewPeriods);
    }
    let count = periods.len() as f64;
    let sum: f64 = periods.iter().sum();
    let size: f64 = periods.iter().map(|amount| amount.abs()).sum();
    match sum {
        // What is left of amounts that cancel out is rounding, and no mean.
        _ if sum.abs() <= size * 1e-9 => Err(Gap::NothingBought),
        _ if sum < 0.0 => Err(Gap::MoreReturned),
        _ => {
            let mean = sum / count;
            let squares: f64 = periods.iter().map(|amount| (amount - mean) * (amount - mean)).sum();
            Ok((squares / count).sqrt() / mean)
        }
    }
}

/// Which months the periods are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Periods {
    /// The first month ([`crate::workbook::Day::month_index`]).
    pub first: i32,
    /// How many periods there are.
    pub count: usize,
    /// How many months each has; at least 1 where there are periods.
    pub months: i32,
}

impl Periods {
    /// The last whole periods of the data's range of months. `running` is the month that has not ended yet: it is no
    /// equal period.
    pub fn of(range: Option<(i32, i32)>, running: Option<i32>, rules: &XyzRules) -> Self {
        let Some((first, last)) = range else { return Self::default() };
        let last = running.map_or(last, |running| last.min(running - 1));
        let months = i32::from(rules.period_months.max(1));
        let count = ((last - first + 1).max(0) / months).min(i32::from(rules.periods));
        Self { first: last + 1 - count * months, count: count as usize, months }
    }

    /// The period of a month.
    pub fn at(&self, month: i32) -> Option<usize> {
        let months = month.checked_sub(self.first).filter(|months| *months >= 0)?;
        Some(months as usize / self.months.max(1) as usize).filter(|period| *period < self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(periods: &[f64], expected: Result<(f64, XyzClass), Gap>) {
        let found = variation(periods);
        match (found, expected) {
            (Ok(found), Ok((value, class))) => {
                assert!((found - value).abs() < 1e-9, "{found} is not {value}");
                assert_eq!(XyzClass::of(found, &XyzRules::default()), class);
            }
            _ => assert_eq!(found.err(), expected.err(), "{periods:?}"),
        }
    }

    #[test]
    fn the_coefficient_is_of_the_population_and_limits_belong_to_the_better_class() {
        check(&[100.0; 12], Ok((0.0, XyzClass::X)));
        check(&[90.0, 110.0, 90.0, 110.0, 90.0, 110.0], Ok((0.1, XyzClass::X)));
        check(&[0.9, 1.1, 0.9, 1.1, 0.9, 1.1], Ok((0.1, XyzClass::X)));
        check(&[75.0, 125.0, 75.0, 125.0, 75.0, 125.0], Ok((0.25, XyzClass::Y)));
        check(&[70.0, 130.0, 70.0, 130.0, 70.0, 130.0], Ok((0.3, XyzClass::Z)));
        check(&[0.0, 0.0, 0.0, 0.0, 0.0, 60.0], Ok((5.0_f64.sqrt(), XyzClass::Z)));
    }

    #[test]
    fn what_has_no_mean_has_no_class() {
        check(&[5.0; 5], Err(Gap::TooFewPeriods));
        check(&[], Err(Gap::TooFewPeriods));
        check(&[0.0; 6], Err(Gap::NothingBought));
        check(&[0.1, 0.2, -0.3, 0.0, 0.0, 0.0], Err(Gap::NothingBought));
        check(&[1.0, 0.0, 0.0, 0.0, 0.0, -3.0], Err(Gap::MoreReturned));
    }

    #[test]
    fn lumpy_business_has_limits_of_its_own() {
        let lumpy = XyzRules::LUMPY;
        assert_eq!([0.5, 0.9, 1.1].map(|value| XyzClass::of(value, &lumpy)), XyzClass::ALL);
    }

    #[track_caller]
    fn check_periods(range: (i32, i32), running: Option<i32>, months: u8, expected: (i32, usize)) {
        let rules = XyzRules { periods: 12, period_months: months, ..XyzRules::default() };
        let periods = Periods::of(Some(range), running, &rules);
        assert_eq!((periods.first, periods.count), expected);
    }

    #[test]
    fn periods_are_the_last_whole_ones_of_the_data() {
        check_periods((100, 123), None, 1, (112, 12));
        check_periods((100, 123), Some(123), 1, (111, 12));
        check_periods((100, 123), Some(130), 1, (112, 12));
        check_periods((100, 104), Some(104), 1, (100, 4));
        check_periods((100, 123), None, 3, (100, 8));
        check_periods((100, 123), Some(123), 3, (102, 7));
        check_periods((100, 100), Some(90), 1, (90, 0));
        let periods = Periods::of(Some((100, 123)), Some(123), &XyzRules { period_months: 3, ..XyzRules::default() });
        assert_eq!(
            [101, 102, 104, 105, 122, 123].map(|month| periods.at(month)),
            [None, Some(0), Some(0), Some(1), Some(6), None]
        );
        assert_eq!(Periods::default().at(0), None);
    }
}
