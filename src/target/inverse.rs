//! The plan the other way round: what these people can reach, what conversion it takes, where costs are covered.

use super::by_segment::BySegment;
use super::capacity::{Capacity, RoleMonth, mix};
use super::goal::GoalKind;
use super::manager::Role;
use super::plan::Plan;
use super::requirement::Requirement;
use crate::segment::Segment;
use crate::workbook::Month;

/// A result that people can reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    pub revenue: f64,
    pub profit: f64,
    /// The part of it that comes from new clients.
    pub new_revenue: f64,
}

/// What the people can reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reachable {
    /// With the work spread as in the plan, so that no month is over its hours. Nothing where the plan takes no hours.
    pub steady: Option<Reach>,
    /// With every hour from today's month on used when it is there, and the deals coming a cycle later.
    pub flexible: Option<Reach>,
}

/// Where costs are just covered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BreakEven {
    pub revenue: f64,
    /// Costs beside goods at that point, and the margin that covers them.
    pub costs: f64,
    pub margin: f64,
}

impl Plan {
    /// What these people can reach (the people fixed, the goal asked).
    pub fn reachable(&self) -> Reachable {
        // The work is linear in new revenue: a plan that needs none is looked at as one that needs some.
        let plan = self.needing_something();
        let capacity = Capacity::of(&plan);
        let fits = capacity.months.iter().filter_map(RoleMonth::fits).fold(f64::INFINITY, f64::min);
        let new = plan.requirement.new.unwrap_or(0.0);
        let steady = fits.is_finite().then(|| self.reach(fits * new));
        Reachable { steady, flexible: plan.flexible().map(|new| self.reach(new)) }
    }

    fn reach(&self, new_revenue: f64) -> Reach {
        let profit = self.requirement.profit_with(new_revenue, &self.unit);
        Reach { revenue: self.requirement.existing + new_revenue, profit, new_revenue }
    }

    fn needing_something(&self) -> Self {
        let mut plan = self.clone();
        if plan.requirement.new.unwrap_or(0.0) <= 0.0 {
            plan.requirement.new = Some(1.0);
            plan.work = BySegment::from_fn(|segment| plan.unit.work[segment].times(1.0));
        }
        plan
    }

    /// New revenue if each month's hours are spent as they come, the deals mixed as in the plan.
    fn flexible(&self) -> Option<f64> {
        let mix = mix(self);
        let is_useful = |segment: Segment| mix[segment].0 > 0.0;
        let lag = |segment: Segment| self.assumptions[segment].settings.lag();
        let earliest = Segment::ALL.into_iter().filter(|segment| is_useful(*segment)).map(lag).max()?;
        let start = (self.settings.first + -earliest).max(self.today);
        let mut won: BySegment<Vec<f64>> = BySegment::from_fn(|_| vec![0.0; self.months.len()]);
        for month in (start.0..=self.settings.last().0).map(Month) {
            let lands = |segment: &Segment| {
                let at = month.since(self.settings.first) + lag(*segment);
                is_useful(*segment) && (0..self.months.len() as i32).contains(&at)
            };
            let landing: Vec<Segment> = Segment::ALL.into_iter().filter(lands).collect();
            let hours: f64 = landing.iter().map(|segment| mix[*segment].0 * mix[*segment].1).sum();
            let hunters: f64 = self.of_role(Role::Hunter).map(|manager| manager.hours_in(month)).sum();
            let bids: f64 = landing.iter().map(|segment| mix[*segment].0 * self.bid_hours_each(*segment)).sum();
            let papers: f64 = self.of_role(Role::DocumentSpecialist).map(|manager| manager.hours_in(month)).sum();
            let by_hunters = if hours > 0.0 { hunters / hours } else { f64::INFINITY };
            let by_papers = if bids > 0.0 { papers / bids } else { f64::INFINITY };
            let deals = by_hunters.min(by_papers);
            for segment in landing.into_iter().filter(|_| deals.is_finite()) {
                let at = (month.since(self.settings.first) + lag(segment)) as usize;
                won[segment][at] += deals * mix[segment].0;
            }
        }
        self.keep_to_papers(&mut won);
        let left = |at: usize| (self.months.len() - at) as f64 / 12.0;
        let revenue = |segment: Segment| {
            let yearly = self.assumptions[segment].yearly().unwrap_or(0.0);
            won[segment].iter().enumerate().map(|(at, deals)| deals * left(at) * yearly).sum::<f64>()
        };
        Some(Segment::ALL.into_iter().map(revenue).sum())
    }

    fn bid_hours_each(&self, segment: Segment) -> f64 {
        let settings = &self.assumptions[segment].settings;
        if settings.by_bids && settings.win > 0.0 { settings.effort.bid / settings.win } else { 0.0 }
    }

    /// No more deals in a month than the document specialists can bring to their end.
    fn keep_to_papers(&self, won: &mut BySegment<Vec<f64>>) {
        for (at, month) in self.months.iter().enumerate() {
            let each = |segment: Segment| self.assumptions[segment].settings.effort.deal;
            let required: f64 = Segment::ALL.into_iter().map(|segment| won[segment][at] * each(segment)).sum();
            let available: f64 = self.of_role(Role::DocumentSpecialist).map(|manager| manager.hours_in(*month)).sum();
            if required > available {
                for segment in Segment::ALL {
                    won[segment][at] *= available / required;
                }
            }
        }
    }

    /// The win rates that goal and people together take; `None` for a segment whose rate would be above 100 %, and for
    /// all where no rate helps.
    pub fn conversion_needed(&self) -> BySegment<Option<f64>> {
        let capacity = Capacity::of(self);
        let factor = capacity.months.iter().map(RoleMonth::conversion_needed).fold(0.0, f64::max);
        BySegment::from_fn(|segment| {
            let rate = self.assumptions[segment].settings.win * factor;
            (rate.is_finite() && rate <= 1.0).then_some(rate)
        })
    }

    /// The revenue at which costs are just covered; nothing where no revenue does.
    pub fn break_even(&self) -> Option<BreakEven> {
        let known = &self.requirement;
        let fixed = known.fixed_costs + known.sales_costs;
        if known.existing_margin >= fixed && known.existing_margin > 0.0 {
            let revenue = known.existing * fixed / known.existing_margin;
            return Some(BreakEven { revenue, costs: fixed, margin: fixed });
        }
        let (fixed_costs, sales_costs) = (known.fixed_costs, known.sales_costs);
        let at = Requirement::of(GoalKind::Profit, 0.0, &self.existing, &self.unit, fixed_costs, sales_costs);
        Some(BreakEven { revenue: at.required?, costs: at.costs()?, margin: at.margin()? })
    }

    /// By month, the revenue that covers the month's costs at the month's mean margin.
    pub fn break_even_line(&self) -> Vec<Option<f64>> {
        let line = |at: usize| {
            let revenue: f64 = Segment::ALL.into_iter().map(|segment| self.revenue_in(segment, at)).sum();
            let margin = self.margin_in(at);
            (margin > 0.0 && revenue > 0.0).then(|| self.costs_in(at) * revenue / margin)
        };
        (0..self.months.len()).map(line).collect()
    }
}
