//! ABC: who brings the business (DOMAIN 5.3).

use crate::segment::Sorted;

use super::rules::AbcRules;

/// An ABC class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AbcClass {
    A,
    B,
    C,
}

impl AbcClass {
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// The class's letter, the same in every language.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

/// Where the classes part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AbcLines {
    /// The smallest amount of class A. Infinite where nobody has a positive amount.
    pub a_from: f64,
    /// The smallest amount of class A or B.
    pub b_from: f64,
    /// The sum of all positive amounts, which the shares are parts of.
    pub total: f64,
}

impl Default for AbcLines {
    fn default() -> Self {
        Self { a_from: f64::INFINITY, b_from: f64::INFINITY, total: 0.0 }
    }
}

impl AbcLines {
    /// Draws the lines: an amount's class is told by the share of all larger amounts together in the total. Equal
    /// amounts have the same larger ones and so the same class.
    pub fn draw(amounts: &Sorted, rules: &AbcRules) -> Self {
        let positive = || amounts.ascending().rev().take_while(|amount| *amount > 0.0);
        let total: f64 = positive().sum();
        let mut lines = Self { total, ..Self::default() };
        let (mut sum, mut before, mut last) = (0.0, 0.0, f64::INFINITY);
        for amount in positive() {
            if amount < last {
                (before, last) = (sum, amount);
            }
            if before >= bound(rules.b_limit, total) {
                break;
            }
            if before < bound(rules.a_limit, total) {
                lines.a_from = amount;
            }
            lines.b_from = amount;
            sum += amount;
        }
        lines
    }

    /// The class of an amount; nothing for one that is not known (NaN).
    pub fn class(&self, amount: f64) -> Option<AbcClass> {
        match amount {
            _ if amount.is_nan() => None,
            _ if amount >= self.a_from => Some(AbcClass::A),
            _ if amount >= self.b_from => Some(AbcClass::B),
            _ => Some(AbcClass::C),
        }
    }
}

/// The sum from which on a class ends. 80 % of a sum is seldom a double: a billionth of tolerance puts a client that
/// stands on the line below it, in whatever unit the amounts are.
fn bound(limit: f64, total: f64) -> f64 {
    total * (limit - 1e-9)
}

/// What one class brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AbcShare {
    pub class: AbcClass,
    pub clients: u32,
    /// The sum of the class's positive amounts.
    pub amount: f64,
    /// Its share, 0 to 1; the shares of all classes add up to 1. Nothing where no client has a positive amount.
    pub share: Option<f64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(amounts: &[f64], expected: &str) {
        let lines = AbcLines::draw(&Sorted::new(amounts.iter().copied()), &AbcRules::default());
        let found: String = amounts.iter().map(|amount| lines.class(*amount).map_or("-", AbcClass::letter)).collect();
        assert_eq!(found, expected, "{amounts:?}");
    }

    #[test]
    fn the_class_is_told_by_what_all_larger_ones_bring() {
        check(&[50.0, 30.0, 10.0, 6.0, 4.0], "AABBC");
        check(&[79.0, 2.0, 14.0, 5.0], "ACAB");
        check(&[1.0, 10.0, 89.0], "CBA");
        check(&[80.0, 15.0, 5.0], "ABC");
        check(&[8e9, 1.5e9, 0.5e9], "ABC");
        check(&[0.08, 0.015, 0.005], "ABC");
    }

    #[test]
    fn the_first_is_always_a_and_what_brings_nothing_is_c() {
        check(&[7.0], "A");
        check(&[100.0, 1.0], "AC");
        check(&[0.0, -5.0, f64::NAN, 3.0], "CC-A");
        check(&[0.0, -1.0], "CC");
        check(&[], "");
    }

    #[test]
    fn equal_amounts_have_one_class() {
        check(&[5.0; 7], "AAAAAAA");
        check(&[70.0, 10.0, 10.0, 10.0], "AAAA");
        check(&[85.0, 5.0, 5.0, 5.0], "ABBB");
        check(&[96.0, 1.0, 1.0, 1.0, 1.0], "ACCCC");
    }

    #[test]
    fn limits_are_settings() {
        let lines = |a_limit, b_limit| {
            let rules = AbcRules { a_limit, b_limit, ..AbcRules::default() };
            AbcLines::draw(&Sorted::new([50.0, 30.0, 20.0]), &rules)
        };
        assert_eq!(lines(0.5, 0.8).class(30.0), Some(AbcClass::B));
        assert_eq!(lines(0.5, 0.8).class(20.0), Some(AbcClass::C));
        assert_eq!(lines(0.9, 1.0).class(20.0), Some(AbcClass::A));
    }
}
