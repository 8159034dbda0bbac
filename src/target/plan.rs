//! The reverse plan: from the goal to the work of every month.

use super::assumptions::Assumptions;
use super::by_segment::BySegment;
use super::client_base::ClientBase;
use super::existing::Existing;
use super::goal::GoalKind;
use super::manager::{Manager, Role};
use super::remark::Remark;
use super::requirement::{Requirement, UnitPlan};
use super::settings::PlanSettings;
use super::work::SegmentWork;
use crate::segment::Segment;
use crate::workbook::Month;

/// What is expected beside the baseline, such as the effect of a loyalty program, by month of the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Uplift {
    pub revenue: BySegment<Vec<f64>>,
    /// Gross margin of it, after what the program costs.
    pub margin: BySegment<Vec<f64>>,
}

/// What a plan is calculated from.
#[derive(Clone, Copy, Debug)]
pub struct PlanInputs<'a> {
    pub settings: &'a PlanSettings,
    pub managers: &'a [Manager],
    pub clients: &'a ClientBase,
    /// The month of today.
    pub today: Month,
    /// What a loyalty program adds.
    pub uplift: Option<&'a Uplift>,
}

/// The plan. Amounts are in the workbook's currency, fractions kept; "month" counts from the plan's first.
#[derive(Clone, Debug)]
pub struct Plan {
    pub settings: PlanSettings,
    pub managers: Vec<Manager>,
    pub today: Month,
    pub months: Vec<Month>,
    pub assumptions: BySegment<Assumptions>,
    pub existing: Existing,
    pub unit: UnitPlan,
    pub requirement: Requirement,
    /// Each segment's work over the whole plan.
    pub work: BySegment<SegmentWork>,
    /// Each month's share of the deals.
    pub shares: Vec<f64>,
    /// τ: the mean share of a year that is left after winning.
    pub year_share: f64,
    pub remarks: Vec<Remark>,
}

impl Plan {
    pub fn new(inputs: &PlanInputs) -> Self {
        let settings = inputs.settings;
        let months = settings.calendar();
        let assumptions = Assumptions::of(settings, inputs.clients);
        let margins = BySegment::from_fn(|segment| assumptions[segment].margin());
        let wait = settings.first.since(inputs.today + 1).max(0);
        let mut existing = inputs.clients.existing(settings, &margins, wait);
        if let Some(uplift) = inputs.uplift {
            existing.add(uplift);
        }
        let shares = settings.seasonality.normal().shares(settings.first, months.len());
        let left = |at: usize| (months.len() - at) as f64 / 12.0;
        let year_share = shares.iter().enumerate().map(|(at, share)| share * left(at)).sum();
        let unit = UnitPlan::of(&assumptions, year_share);
        let fixed_costs = settings.fixed_costs * months.len() as f64;
        let sales_costs = months.iter().map(|month| sales_costs(inputs.managers, *month)).sum();
        let amount = settings.goal.amount.unwrap_or(0.0);
        let requirement = Requirement::of(settings.goal.kind, amount, &existing, &unit, fixed_costs, sales_costs);
        let new = requirement.new.unwrap_or(0.0);
        let work = BySegment::from_fn(|segment| unit.work[segment].times(new));
        let mut plan = Self {
            settings: settings.clone(),
            managers: inputs.managers.to_vec(),
            today: inputs.today,
            months,
            assumptions,
            existing,
            unit,
            requirement,
            work,
            shares,
            year_share,
            remarks: Vec::new(),
        };
        plan.remarks = super::remarks::remarks(&plan, inputs.clients);
        plan
    }

    /// Deals won in a month of the plan.
    pub fn deals_in(&self, segment: Segment, at: usize) -> f64 {
        self.work[segment].deals.unwrap_or(0.0) * self.shares.get(at).copied().unwrap_or(0.0)
    }

    /// Revenue from new clients in a month: of everyone won up to it, a twelfth of a year's.
    pub fn new_revenue_in(&self, segment: Segment, at: usize) -> f64 {
        let share: f64 = self.shares.iter().take(at + 1).sum();
        let yearly = self.assumptions[segment].yearly().unwrap_or(0.0);
        self.work[segment].deals.unwrap_or(0.0) * share * yearly / 12.0
    }

    /// Revenue of a month, of old and new clients, as it is expected if the plan is met.
    pub fn revenue_in(&self, segment: Segment, at: usize) -> f64 {
        self.existing.revenue[segment][at] + self.new_revenue_in(segment, at)
    }

    /// Gross margin of a month.
    pub fn margin_in(&self, at: usize) -> f64 {
        let of = |segment: Segment| {
            self.existing.margin[segment][at] + self.new_revenue_in(segment, at) * self.assumptions[segment].margin()
        };
        Segment::ALL.into_iter().map(of).sum()
    }

    /// What a month costs beside goods: fixed costs, people, and leads in the month of their work. Leads before the
    /// plan's first month are in it.
    pub fn costs_in(&self, at: usize) -> f64 {
        let leads = |segment: Segment| {
            let lag = self.assumptions[segment].settings.lag();
            let of_month = |deal_at: usize| (deal_at as i32 - lag).max(0) == at as i32;
            let share: f64 =
                self.shares.iter().enumerate().filter(|(deal_at, _)| of_month(*deal_at)).map(|(_, share)| share).sum();
            self.work[segment].budget.unwrap_or(0.0) * share
        };
        let leads: f64 = Segment::ALL.into_iter().map(leads).sum();
        self.settings.fixed_costs + sales_costs(&self.managers, self.months[at]) + leads
    }

    /// The work of one month, which may lie before the plan's first: the deals it leads to are won a cycle later.
    pub fn activity(&self, segment: Segment, month: Month) -> SegmentWork {
        let deal_at = month.since(self.settings.first) + self.assumptions[segment].settings.lag();
        let share = usize::try_from(deal_at).ok().and_then(|at| self.shares.get(at)).copied().unwrap_or(0.0);
        self.work[segment].times(share)
    }

    /// The months in which there is work: from the first that the longest cycle needs to the plan's last.
    pub fn work_months(&self) -> Vec<Month> {
        let needs = |segment: &Segment| self.work[*segment].deals.is_some_and(|deals| deals > 0.0);
        let lags = Segment::ALL.into_iter().filter(needs).map(|segment| self.assumptions[segment].settings.lag());
        let longest = lags.max().unwrap_or(0);
        (-longest..self.months.len() as i32).map(|at| self.settings.first + at).collect()
    }

    /// Whether the goal counts profit.
    pub fn is_for_profit(&self) -> bool {
        self.settings.goal.kind == GoalKind::Profit
    }

    pub fn of_role(&self, role: Role) -> impl Iterator<Item = &Manager> {
        self.managers.iter().filter(move |manager| manager.role == role)
    }
}

/// What the people cost who are employed in a month.
pub fn sales_costs(managers: &[Manager], month: Month) -> f64 {
    managers.iter().filter(|manager| manager.is_here(month)).map(|manager| manager.monthly_cost).sum()
}
