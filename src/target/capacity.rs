//! Whether the people have the hours that a plan takes, and what would solve it if not.

use super::by_segment::BySegment;
use super::manager::{Manager, Role};
use super::plan::Plan;
use crate::segment::Segment;
use crate::workbook::Month;

/// One month of one role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoleMonth {
    pub role: Role,
    pub month: Month,
    /// Hours up to winning: they grow if fewer are won.
    pub before_winning: f64,
    /// Hours for deals won and for the visits to new clients.
    pub after_winning: f64,
    /// Hours for visits to today's clients, whatever the goal.
    pub service: f64,
    pub available: f64,
}

/// What would bring a role's hours within what there is. Each stands for itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relief {
    /// So many fully trained people more.
    pub people: u32,
    /// All win rates times this; `None`: not even that helps.
    pub conversion: Option<f64>,
    /// A goal (revenue) of so much instead.
    pub revenue: f64,
}

/// The hours by role and month, the months before the plan's first included.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    pub months: Vec<RoleMonth>,
    /// The plan's new revenue and what comes anyway, for [`Relief::revenue`].
    new: f64,
    existing: f64,
}

impl RoleMonth {
    pub fn required(&self) -> f64 {
        self.before_winning + self.after_winning + self.service
    }

    /// Required ÷ available; nothing where nobody is there.
    pub fn load(&self) -> Option<f64> {
        (self.available > 0.0).then(|| self.required() / self.available)
    }

    /// Whether more is required than there is.
    pub fn is_over(&self) -> bool {
        self.required() > self.available * (1.0 + 1e-9)
    }

    /// How often the plan's new revenue fits; nothing where new revenue takes no hours.
    pub fn fits(&self) -> Option<f64> {
        let variable = self.before_winning + self.after_winning;
        (variable > 0.0).then(|| ((self.available - self.service) / variable).max(0.0))
    }

    /// By what the win rates would have to be multiplied; infinite where no win rate helps.
    pub fn conversion_needed(&self) -> f64 {
        let left = self.available - self.service - self.after_winning;
        match (self.before_winning > 0.0, left > 0.0) {
            (true, true) => self.before_winning / left,
            (true, false) => f64::INFINITY,
            (false, _) if self.is_over() => f64::INFINITY,
            (false, _) => 0.0,
        }
    }
}

impl Capacity {
    pub fn of(plan: &Plan) -> Self {
        let months = plan.work_months();
        let mut rows = Vec::with_capacity(months.len() * Role::ALL.len());
        for role in Role::ALL {
            rows.extend(months.iter().map(|month| role_month(plan, role, *month)));
        }
        Self { months: rows, new: plan.requirement.new.unwrap_or(0.0), existing: plan.requirement.existing }
    }

    pub fn of_role(&self, role: Role) -> impl Iterator<Item = &RoleMonth> {
        self.months.iter().filter(move |month| month.role == role)
    }

    /// The month with the highest load; a month in which nobody is there, and somebody is needed, comes first of all.
    pub fn worst(&self, role: Role) -> Option<&RoleMonth> {
        let weight = |month: &RoleMonth| match month.load() {
            Some(load) => load,
            None if month.required() > 0.0 => f64::INFINITY,
            None => 0.0,
        };
        self.of_role(role).max_by(|one, other| weight(one).total_cmp(&weight(other)).then(other.month.cmp(&one.month)))
    }

    /// What would solve it; nothing where it fits.
    pub fn relief(&self, role: Role) -> Option<Relief> {
        let over: Vec<&RoleMonth> = self.of_role(role).filter(|month| month.is_over()).collect();
        if over.is_empty() {
            return None;
        }
        let lacking = over.iter().map(|month| month.required() - month.available).fold(0.0, f64::max);
        let conversion = self.of_role(role).map(RoleMonth::conversion_needed).fold(0.0, f64::max);
        let fits = self.of_role(role).filter_map(RoleMonth::fits).fold(f64::INFINITY, f64::min);
        let part = if fits.is_finite() { fits } else { 0.0 };
        Some(Relief {
            people: (lacking / Manager::HOURS - 1e-9).ceil() as u32,
            conversion: conversion.is_finite().then_some(conversion),
            revenue: self.existing + self.new * part,
        })
    }
}

/// Hours that the visits to clients of a segment take in a month, for each client.
fn visit_hours(plan: &Plan, segment: Segment) -> f64 {
    let effort = &plan.assumptions[segment].settings.effort;
    effort.visits_per_year / 12.0 * effort.visit
}

fn role_month(plan: &Plan, role: Role, month: Month) -> RoleMonth {
    let available = plan.of_role(role).map(|manager| manager.hours_in(month)).sum();
    let mut row = RoleMonth { role, month, before_winning: 0.0, after_winning: 0.0, service: 0.0, available };
    let at = usize::try_from(month.since(plan.settings.first)).ok();
    for segment in Segment::ALL {
        let assumptions = &plan.assumptions[segment];
        let activity = plan.activity(segment, month);
        match role {
            Role::Hunter => row.before_winning += activity.hunter_hours(assumptions),
            Role::DocumentSpecialist => {
                row.before_winning += activity.bid_hours(assumptions);
                if let Some(at) = at {
                    let visits = visit_hours(plan, segment);
                    row.after_winning += plan.work[segment].times(plan.shares[at]).deal_hours(assumptions);
                    row.after_winning += visits * won_until(plan, segment, at);
                    row.service += visits * plan.existing.clients[segment][at];
                }
            }
        }
    }
    row
}

/// New clients at the end of a month of the plan.
fn won_until(plan: &Plan, segment: Segment, at: usize) -> f64 {
    (0..=at).map(|earlier| plan.deals_in(segment, earlier)).sum()
}

/// Each hunter's share of a segment's work and targets in a month, in the order of the plan's managers; empty where
/// nobody has hours for it.
pub fn hunter_shares(plan: &Plan, segment: Segment, month: Month) -> Vec<(usize, f64)> {
    let hunters = plan.managers.iter().enumerate().filter(|(_, manager)| manager.role == Role::Hunter);
    let hours: Vec<(usize, f64)> = hunters
        .map(|(at, manager)| (at, manager.hours_for(segment, month)))
        .filter(|(_, hours)| *hours > 0.0)
        .collect();
    let sum: f64 = hours.iter().map(|(_, hours)| hours).sum();
    hours.into_iter().map(|(at, hours)| (at, hours / sum)).collect()
}

/// Hours by segment that one unit of deals, mixed as the plan's, takes of hunters.
pub(super) fn mix(plan: &Plan) -> BySegment<(f64, f64)> {
    let deals = BySegment::from_fn(|segment| plan.unit.work[segment].deals.unwrap_or(0.0));
    let sum = deals.total();
    BySegment::from_fn(|segment| {
        let share = if sum > 0.0 { deals[segment] / sum } else { 0.0 };
        let hours = plan.unit.work[segment].hunter_hours(&plan.assumptions[segment]);
        let each = if deals[segment] > 0.0 { hours / deals[segment] } else { 0.0 };
        (share, each)
    })
}
