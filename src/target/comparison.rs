//! Plans side by side.

use super::capacity::Capacity;
use super::manager::Role;
use super::plan::Plan;
use crate::segment::Segment;
use crate::trace::Quantity;

/// One figure of several plans.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub quantity: Quantity,
    /// For loads: whose.
    pub role: Option<Role>,
    /// One value for each plan.
    pub values: Vec<Option<f64>>,
}

impl Comparison {
    /// How much a plan's figure is above the first plan's.
    pub fn difference(&self, at: usize) -> Option<f64> {
        Some((*self.values.get(at)?)? - (*self.values.first()?)?)
    }

    /// The same as a share of the first plan's.
    pub fn change(&self, at: usize) -> Option<f64> {
        let first = (*self.values.first()?)?;
        self.difference(at).filter(|_| first != 0.0).map(|difference| difference / first.abs())
    }
}

/// The figures of plans in the order in which they are read.
pub fn compare(plans: &[&Plan]) -> Vec<Comparison> {
    let quantities = [
        Quantity::Goal,
        Quantity::Required,
        Quantity::Existing,
        Quantity::Missing,
        Quantity::Deals,
        Quantity::Proposals,
        Quantity::Bids,
        Quantity::Meetings,
        Quantity::Talks,
        Quantity::Dials,
        Quantity::Leads,
        Quantity::FixedCosts,
        Quantity::SalesCosts,
        Quantity::MarketingCosts,
        Quantity::GrossMargin,
        Quantity::Profit,
        Quantity::BreakEven,
    ];
    let of_quantity = |quantity| {
        let values = plans.iter().map(|plan| plan.total(quantity)).collect();
        Comparison { quantity, role: None, values }
    };
    let capacities: Vec<Capacity> = plans.iter().map(|plan| Capacity::of(plan)).collect();
    let of_role = |role| {
        let load = |capacity: &Capacity| capacity.worst(role).and_then(super::capacity::RoleMonth::load);
        Comparison { quantity: Quantity::Load, role: Some(role), values: capacities.iter().map(load).collect() }
    };
    quantities.into_iter().map(of_quantity).chain(Role::ALL.into_iter().map(of_role)).collect()
}

impl Plan {
    /// A figure of the whole plan; nothing where it has no data, or is none of the plan's.
    pub fn total(&self, quantity: Quantity) -> Option<f64> {
        let known = &self.requirement;
        match quantity {
            Quantity::Goal => self.settings.goal.amount,
            Quantity::Required => known.required,
            Quantity::Existing => Some(known.existing),
            Quantity::ExistingMargin => Some(known.existing_margin),
            Quantity::Backlog => Some(self.existing.total_backlog()),
            Quantity::Missing => known.new,
            Quantity::MissingMargin => known.new_margin,
            Quantity::FixedCosts => Some(known.fixed_costs),
            Quantity::SalesCosts => Some(known.sales_costs),
            Quantity::MarketingCosts => known.marketing_costs,
            Quantity::GrossMargin => known.margin(),
            Quantity::Profit => known.profit(),
            Quantity::MeanMargin => self.unit.margin,
            Quantity::YearShare => Some(self.year_share),
            Quantity::BreakEven => self.break_even().map(|at| at.revenue),
            _ => {
                let values = Segment::ALL.into_iter().filter_map(|segment| self.of_segment(quantity, segment));
                values.fold(None, |sum, value| Some(sum.unwrap_or(0.0) + value))
            }
        }
    }

    /// A figure of one segment.
    pub fn of_segment(&self, quantity: Quantity, segment: Segment) -> Option<f64> {
        let work = &self.work[segment];
        match quantity {
            Quantity::Existing => Some(self.existing.revenue_of(segment)),
            Quantity::SegmentRevenue => Some(work.new_revenue),
            Quantity::Deals => work.deals,
            Quantity::Proposals => work.proposals,
            Quantity::Bids => work.bids,
            Quantity::Meetings => work.meetings,
            Quantity::Talks => work.talks,
            Quantity::Dials => work.dials,
            Quantity::Leads => work.leads,
            Quantity::Budget => work.budget,
            _ => None,
        }
    }
}
