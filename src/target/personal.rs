//! One manager's plan: what to reach and what to do for it, month by month.

use super::attainment::Attainment;
use super::capacity::hunter_shares;
use super::fact::Scope;
use super::facts::Facts;
use super::grid::Grid;
use super::manager::{Manager, ManagerId, Role};
use super::plan::Plan;
use crate::segment::Segment;
use crate::workbook::Month;

/// What a person does in a month. Fractions are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Activity {
    pub deals: f64,
    pub proposals: f64,
    pub bids: f64,
    pub meetings: f64,
    pub talks: f64,
    pub dials: f64,
}

/// A month of a person's plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PersonalMonth {
    pub month: Month,
    pub activity: Activity,
    /// Revenue; `None` before the plan's first month, when there is work but no target yet.
    pub attainment: Option<Attainment>,
}

/// One manager's plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonalPlan {
    pub manager: Manager,
    pub months: Vec<PersonalMonth>,
    pub activity: Activity,
    pub target: f64,
    pub so_far: Option<Attainment>,
    pub working_days: f64,
}

impl Activity {
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            deals: self.deals + other.deals,
            proposals: self.proposals + other.proposals,
            bids: self.bids + other.bids,
            meetings: self.meetings + other.meetings,
            talks: self.talks + other.talks,
            dials: self.dials + other.dials,
        }
    }

    /// The part of one working day.
    #[must_use]
    pub fn by_day(self, working_days: f64) -> Self {
        let of = |amount: f64| if working_days > 0.0 { amount / working_days } else { amount };
        Self {
            deals: of(self.deals),
            proposals: of(self.proposals),
            bids: of(self.bids),
            meetings: of(self.meetings),
            talks: of(self.talks),
            dials: of(self.dials),
        }
    }
}

impl Plan {
    /// What a person does in a month: by the share of the hours for each segment. Bids and the papers of deals are
    /// shared by the document specialists, all else by the hunters.
    pub fn activity_of(&self, manager: usize, month: Month) -> Activity {
        let mut sum = Activity::default();
        let Some(person) = self.managers.get(manager) else { return sum };
        let at = usize::try_from(month.since(self.settings.first)).ok().filter(|at| *at < self.months.len());
        for segment in Segment::ALL {
            let work = self.activity(segment, month);
            let deals = at.map_or(0.0, |at| self.deals_in(segment, at));
            let part = match person.role {
                Role::Hunter => {
                    let shares = hunter_shares(self, segment, month);
                    let share = shares.iter().find(|(of, _)| *of == manager).map_or(0.0, |(_, share)| *share);
                    Activity {
                        deals: deals * share,
                        proposals: work.proposals.unwrap_or(0.0) * share,
                        bids: 0.0,
                        meetings: work.meetings.unwrap_or(0.0) * share,
                        talks: work.talks.unwrap_or(0.0) * share,
                        dials: work.dials.unwrap_or(0.0) * share,
                    }
                }
                Role::DocumentSpecialist => {
                    let all: f64 = self.of_role(person.role).map(|other| other.hours_for(segment, month)).sum();
                    let share = if all > 0.0 { person.hours_for(segment, month) / all } else { 0.0 };
                    Activity { deals: deals * share, bids: work.bids.unwrap_or(0.0) * share, ..Activity::default() }
                }
            };
            sum = sum.plus(part);
        }
        sum
    }

    /// One manager's plan; nothing for a manager who is not in it.
    pub fn personal(&self, id: &ManagerId, grid: &Grid, facts: &Facts) -> Option<PersonalPlan> {
        let at = self.managers.iter().position(|manager| manager.id == *id)?;
        let manager = self.managers[at].clone();
        let (first, last, thresholds) = (self.settings.first, self.settings.last(), self.settings.thresholds);
        let scope = Scope { from: first, to: last, segment: None, manager: Some(id) };
        let attained = Attainment::by_month(grid, self.settings.units(), facts, &scope, thresholds);
        let months: Vec<PersonalMonth> = self
            .work_months()
            .into_iter()
            .map(|month| PersonalMonth {
                month,
                activity: self.activity_of(at, month),
                attainment: attained.iter().find(|of| of.from == month).copied(),
            })
            .filter(|month| month.attainment.is_some() || month.activity != Activity::default())
            .collect();
        Some(PersonalPlan {
            activity: months.iter().fold(Activity::default(), |sum, month| sum.plus(month.activity)),
            target: grid.sum(None, Some(id), None) as f64 / self.settings.units(),
            so_far: Attainment::so_far(&attained, thresholds),
            working_days: self.settings.working_days,
            manager,
            months,
        })
    }
}
