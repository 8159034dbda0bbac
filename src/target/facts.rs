//! All facts, and what they add up to.

use std::collections::BTreeMap;

use super::fact::{Fact, Scope};
use super::measure::{Combine, Measure};
use crate::trace::{Origin, Place, Quantity, Trace};
use crate::workbook::{Month, Sum};

/// All facts, by measure and month.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    by_measure: BTreeMap<Measure, BTreeMap<Month, Vec<Fact>>>,
}

/// What several facts come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Combined {
    pub value: f64,
    /// In how many months there was any.
    pub months: u32,
}

impl Facts {
    /// Values that are no numbers are left out.
    pub fn new(facts: impl IntoIterator<Item = Fact>) -> Self {
        let mut all = Self::default();
        all.extend(facts);
        all
    }

    pub fn extend(&mut self, facts: impl IntoIterator<Item = Fact>) {
        for fact in facts.into_iter().filter(|fact| fact.value.is_finite()) {
            self.by_measure.entry(fact.measure).or_default().entry(fact.month).or_default().push(fact);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.by_measure.is_empty()
    }

    /// What the facts of a measure in a scope come to; nothing where there are none.
    pub fn value(&self, measure: Measure, scope: &Scope) -> Option<Combined> {
        self.value_in(measure, scope, |_| true)
    }

    /// The months of a scope in which every one of the measures was recorded: what is divided by each other has to be
    /// of the same months.
    pub fn months_with(&self, measures: &[Measure], scope: &Scope) -> Vec<Month> {
        let is_recorded = |measure: &Measure, month: Month| self.value(*measure, &scope.in_month(month)).is_some();
        let months = (scope.from.0..=scope.to.0).map(Month);
        months.filter(|month| measures.iter().all(|measure| is_recorded(measure, *month))).collect()
    }

    /// The same for some of the scope's months only.
    pub fn value_in(&self, measure: Measure, scope: &Scope, is_in: impl Fn(Month) -> bool) -> Option<Combined> {
        if scope.from > scope.to {
            return None;
        }
        let months = self.by_measure.get(&measure)?.range(scope.from..=scope.to).filter(|(month, _)| is_in(**month));
        let mut monthly: Vec<f64> = Vec::new();
        let mut single: Vec<f64> = Vec::new();
        for (_, facts) in months {
            let mut sum = Sum::new();
            let before = single.len();
            for fact in facts.iter().filter(|fact| scope.holds(fact)) {
                sum.add(fact.value);
                single.push(fact.value);
            }
            if single.len() > before {
                monthly.push(sum.value());
            }
        }
        let count = monthly.len() as u32;
        let value = match measure.combine() {
            Combine::Sum => {
                let mut sum = Sum::new();
                for value in &monthly {
                    sum.add(*value);
                }
                (count > 0).then(|| sum.value())
            }
            Combine::Latest => monthly.last().copied(),
            Combine::MeanOfMonths => (count > 0).then(|| monthly.iter().sum::<f64>() / f64::from(count)),
            Combine::Median => median(single),
        };
        value.map(|value| Combined { value, months: count })
    }

    /// The same as a number that opens.
    pub fn trace(&self, measure: Measure, scope: &Scope) -> Trace {
        self.trace_in(measure, scope, |_| true)
    }

    /// The same for some of the scope's months only.
    pub fn trace_in(&self, measure: Measure, scope: &Scope, is_in: impl Fn(Month) -> bool) -> Trace {
        let combined = self.value_in(measure, scope, is_in);
        let months = combined.map_or(0, |combined| combined.months);
        let month = (scope.from == scope.to).then_some(scope.from);
        Trace {
            quantity: Quantity::Fact(measure),
            place: Place { segment: scope.segment, month, name: None },
            value: combined.map(|combined| combined.value),
            origin: Origin::Facts { months },
        }
    }

    /// Each month's value; `None` where nothing was recorded.
    pub fn by_month(&self, measure: Measure, scope: &Scope) -> Vec<(Month, Option<f64>)> {
        let months = (scope.from.0..=scope.to.0).map(Month);
        months.map(|month| (month, self.value(measure, &scope.in_month(month)).map(|of| of.value))).collect()
    }
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    let lower = values[(values.len() - 1) / 2];
    Some(f64::midpoint(lower, upper))
}
