//! The settings of a segment, once the clients have told what was not set.

use super::by_segment::BySegment;
use super::client_base::ClientBase;
use super::segment_settings::SegmentSettings;
use super::settings::PlanSettings;
use crate::segment::Segment;
use crate::trace::{Reference, Sourced};
use crate::workbook::Field;

/// What the plan assumes about a segment, and where each value was taken from.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumptions {
    /// Scaled so that the weights of all segments add up to 1; 0 everywhere if there is nothing to go by.
    pub weight: Sourced,
    pub margin: Sourced,
    pub average_sale: Sourced,
    pub sales_per_year: Sourced,
    pub settings: SegmentSettings,
}

impl Default for Assumptions {
    fn default() -> Self {
        let nothing = Sourced::or_clients(None, None, Field::Revenue, None, Reference::Composed);
        Self {
            weight: nothing.clone(),
            margin: nothing.clone(),
            average_sale: nothing.clone(),
            sales_per_year: nothing,
            settings: SegmentSettings::default(),
        }
    }
}

impl Assumptions {
    /// The assumptions of every segment.
    pub fn of(settings: &PlanSettings, clients: &ClientBase) -> BySegment<Self> {
        let weights = Weights::of(settings, clients);
        BySegment::from_fn(|segment| {
            let own = settings.segments[segment];
            let facts = &clients.segments[segment];
            let sales_per_year = Sourced::or_clients(
                own.sales_per_year,
                facts.sales_per_year(),
                Field::Orders,
                Some(1.0),
                Reference::Composed,
            );
            let average = facts.average_sale(sales_per_year.value.unwrap_or(1.0));
            Self {
                weight: weights.of_segment(segment, settings, clients),
                margin: Sourced::or_clients(
                    own.margin,
                    facts.mean_margin(),
                    Field::Margin,
                    Some(SegmentSettings::MARGIN),
                    Reference::Composed,
                ),
                average_sale: Sourced::or_clients(own.average_sale, average, Field::Revenue, None, Reference::Composed),
                sales_per_year,
                settings: own,
            }
        })
    }

    pub fn weight(&self) -> f64 {
        self.weight.value.unwrap_or(0.0)
    }

    pub fn margin(&self) -> f64 {
        self.margin.value.unwrap_or(0.0)
    }

    /// A client's yearly revenue, `A·n`; nothing unless it is above zero.
    pub fn yearly(&self) -> Option<f64> {
        let yearly = self.average_sale.value? * self.sales_per_year.value?;
        (yearly > 0.0 && yearly.is_finite()).then_some(yearly)
    }
}

/// By what the missing revenue is split.
enum Weights {
    /// Set by the person; their sum.
    Own(f64),
    /// As today's revenue; its sum.
    Revenue(f64),
    /// Nothing is known.
    Even,
}

impl Weights {
    fn of(settings: &PlanSettings, clients: &ClientBase) -> Self {
        let own = settings.segments.iter().filter_map(|(_, of_segment)| of_segment.weight);
        let is_set = settings.segments.iter().any(|(_, of_segment)| of_segment.weight.is_some());
        match (is_set, clients.revenue()) {
            (true, _) => Self::Own(own.map(|weight| weight.max(0.0)).sum()),
            (false, revenue) if revenue > 0.0 => Self::Revenue(revenue),
            _ => Self::Even,
        }
    }

    fn of_segment(&self, segment: Segment, settings: &PlanSettings, clients: &ClientBase) -> Sourced {
        let facts = &clients.segments[segment];
        match self {
            Self::Own(sum) => {
                let own = settings.segments[segment].weight.unwrap_or(0.0).max(0.0);
                let share = if *sum > 0.0 { own / sum } else { 0.0 };
                Sourced::setting(Some(share), 0.25, Reference::Composed)
            }
            Self::Revenue(sum) => Sourced::or_clients(
                None,
                Some((facts.revenue / sum, facts.buying)),
                Field::Revenue,
                None,
                Reference::Composed,
            ),
            Self::Even => Sourced::setting(None, 0.25, Reference::Composed),
        }
    }
}
