//! What is missing in the list: taken from the segment and marked, or asked for.

use super::by_segment::BySegment;
use super::client::{Assumed, Client, ClientInput, Gap, Question, Resolved};
use super::references::default_churn;
use crate::segment::Segment;

/// Values that stand in for missing ones, by segment. A person's answer is written here.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Substitutes {
    pub margin: BySegment<Option<f64>>,
    pub orders: BySegment<Option<f64>>,
    pub churn: BySegment<Option<f64>>,
    pub growth: BySegment<Option<f64>>,
}

impl Substitutes {
    /// The medians of those clients of a segment whose value is known.
    pub fn medians(inputs: &[ClientInput]) -> Self {
        let medians = |value: fn(&ClientInput) -> Option<f64>| {
            BySegment::from_fn(|segment| {
                median(inputs.iter().filter(|input| input.segment == segment).filter_map(value))
            })
        };
        Self {
            margin: medians(|input| input.margin.filter(|value| is_margin(*value))),
            orders: medians(|input| input.orders.filter(|value| is_count(*value))),
            churn: medians(|input| input.churn.filter(|value| is_share(*value))),
            growth: medians(|input| input.growth.filter(|value| is_growth(*value))),
        }
    }

    /// These values, and another's where there is none.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        let merge = |own: BySegment<Option<f64>>, other: &BySegment<Option<f64>>| {
            BySegment::from_fn(|segment| own.get(segment).or(*other.get(segment)))
        };
        Self {
            margin: merge(self.margin, &other.margin),
            orders: merge(self.orders, &other.orders),
            churn: merge(self.churn, &other.churn),
            growth: merge(self.growth, &other.growth),
        }
    }

    /// What becomes of a client's input. Churn falls back to the default of the segment, growth to none; values outside
    /// their range count as missing.
    pub fn resolve(&self, input: &ClientInput) -> Resolved {
        let segment = input.segment;
        let Some(revenue) = input.revenue.filter(|value| value.is_finite()) else {
            return Resolved::Missing(Gap::Revenue);
        };
        let mut assumed = Assumed::default();
        let Some(margin) =
            own_or(input.margin.filter(|value| is_margin(*value)), *self.margin.get(segment), &mut assumed.margin)
        else {
            return Resolved::Missing(Gap::Margin);
        };
        let Some(orders) =
            own_or(input.orders.filter(|value| is_count(*value)), *self.orders.get(segment), &mut assumed.orders)
        else {
            return Resolved::Missing(Gap::Orders);
        };
        let churn = own_or(input.churn.filter(|value| is_share(*value)), *self.churn.get(segment), &mut assumed.churn)
            .unwrap_or_else(|| default_churn(segment));
        let growth =
            own_or(input.growth.filter(|value| is_growth(*value)), *self.growth.get(segment), &mut assumed.growth)
                .unwrap_or(0.0);
        let client = Client { segment, revenue, margin, orders, churn, growth };
        if assumed.any() { Resolved::Assumed(client, assumed) } else { Resolved::Known(client) }
    }

    /// What has to be asked before every client can be computed, by segment.
    pub fn questions(&self, inputs: &[ClientInput]) -> Vec<Question> {
        let mut counts = std::collections::BTreeMap::<(Segment, Gap), u32>::new();
        for input in inputs {
            if let Resolved::Missing(gap) = self.resolve(input) {
                *counts.entry((input.segment, gap)).or_default() += 1;
            }
        }
        counts.into_iter().map(|((segment, gap), clients)| Question { segment, gap, clients }).collect()
    }
}

fn own_or(own: Option<f64>, other: Option<f64>, is_assumed: &mut bool) -> Option<f64> {
    *is_assumed = own.is_none();
    own.or(other)
}

/// A margin may be negative, but not above the price.
fn is_margin(value: f64) -> bool {
    value.is_finite() && value <= 1.0
}

fn is_count(value: f64) -> bool {
    value.is_finite() && value >= 0.0
}

fn is_share(value: f64) -> bool {
    (0.0..=1.0).contains(&value)
}

fn is_growth(value: f64) -> bool {
    value.is_finite() && value > -1.0
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        count if count % 2 == 1 => Some(values[middle]),
        _ => Some(f64::midpoint(values[middle - 1], values[middle])),
    }
}
