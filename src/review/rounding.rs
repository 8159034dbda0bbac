//! To how many digits a list was rounded when it was written.
//!
//! A list with amounts in thousands, or as a report shows them, is no change of every amount. But a single amount that
//! became a round one is: so a column only counts as rounded where nearly all finer amounts agree with it.

/// Digits beyond these are crumbs of arithmetic.
const MOST_DIGITS: i32 = 9;
/// Two numbers this near to each other, relative to their size, are one (a spreadsheet keeps 15 digits).
const SAME: f64 = 1e-12;

/// Whether two numbers are the same but for crumbs of arithmetic.
pub fn is_same(left: f64, right: f64) -> bool {
    (left - right).abs() <= SAME * left.abs().max(right.abs())
}

/// The step to which the numbers of a column were rounded: its smallest digit, in the unit in which it was written.
/// Nothing where the column has as many digits as a number can have, or is not rounded. `pairs` gives old and new.
pub fn step(pairs: impl Iterator<Item = (f64, f64)> + Clone, unit: f64) -> Option<f64> {
    let mut digits = 0;
    for (_, new) in pairs.clone() {
        while !is_whole(new / unit * 10_f64.powi(digits)) {
            digits += 1;
            if digits > MOST_DIGITS {
                return None;
            }
        }
    }
    let step = unit / 10_f64.powi(digits);
    let finer = pairs.filter(|(old, _)| !is_whole(old / step));
    let (mut all, mut explained) = (0_u32, 0_u32);
    for (old, new) in finer {
        all += 1;
        explained += u32::from(is_rounded(old, new, step));
    }
    (all >= 2 && explained * 10 >= all * 9).then_some(step)
}

/// Whether `new` is `old`, rounded to a step.
pub fn is_rounded(old: f64, new: f64, step: f64) -> bool {
    (old - new).abs() <= step * 0.500_001
}

fn is_whole(number: f64) -> bool {
    is_same(number, number.round()) || (number - number.round()).abs() < 1e-9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pairs: &[(f64, f64)], unit: f64, expected: Option<f64>) {
        let found = step(pairs.iter().copied(), unit);
        assert!(found.zip(expected).map_or(found == expected, |(left, right)| is_same(left, right)), "{found:?}");
    }

    #[test]
    fn a_column_of_rounded_amounts_is_known() {
        check(&[(1234.567, 1234.57), (10.0, 10.0), (0.333, 0.33)], 1.0, Some(0.01));
        check(&[(1_234_567.0, 1_235_000.0), (48_400.0, 48_000.0)], 1000.0, Some(1000.0));
        check(&[(0.256_34, 0.2563), (0.111_11, 0.1111)], 1.0, Some(0.0001));
    }

    #[test]
    fn one_amount_that_became_round_is_a_change() {
        check(&[(10.4, 10.0), (12.0, 12.0), (7.0, 7.0)], 1.0, None);
        check(&[(10.4, 20.0), (12.3, 12.0), (7.9, 1.0)], 1.0, None);
        check(&[], 1.0, None);
    }
}
