//! Which client is in which program. What the law forbids cannot be held by it.

use std::sync::Arc;

use super::assemble::baseline_flows;
use super::by_segment::BySegment;
use super::{
    Flows, Horizon, Jurisdiction, LoyaltyError, Outcome, Portfolio, Program, Rule, Scenario, Verdict, admits, evaluate,
    verdict,
};
use crate::segment::Segment;

/// That a program may be given to clients of a segment. There is no way to one but [`Permit::ask`]; an edit of clients
/// takes it along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    segment: Segment,
    /// What has to be observed.
    warnings: Vec<Rule>,
}

impl Permit {
    /// Refused with the rule, where there is one.
    pub fn ask(program: &Program, segment: Segment, jurisdiction: Jurisdiction) -> Result<Self, LoyaltyError> {
        match verdict(program, segment, jurisdiction) {
            Verdict::Blocked(rule, _) => Err(LoyaltyError::Forbidden(rule)),
            Verdict::Warned(warnings) => Ok(Self { segment, warnings }),
            Verdict::Allowed => Ok(Self { segment, warnings: Vec::new() }),
        }
    }

    pub fn segment(&self) -> Segment {
        self.segment
    }

    pub fn warnings(&self) -> &[Rule] {
        &self.warnings
    }
}

/// Programs by client.
#[derive(Clone, Debug)]
pub struct Assignment {
    portfolio: Arc<Portfolio>,
    programs: Arc<[Program]>,
    /// By row of the portfolio.
    held: Vec<Option<u16>>,
    /// Row by place in the list; [`NO_ROW`] for a client that is not computed.
    rows: Arc<[u32]>,
}

const NO_ROW: u32 = u32::MAX;

/// What an assignment brings in a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct AssignmentResult {
    /// With set-up and fixed cost of each program that is used, once.
    pub total: Outcome,
    pub flows: Flows,
    /// What the targets take: revenue by month is `revenue`.
    pub segment_flows: BySegment<Flows>,
}

impl Assignment {
    /// No client in any program.
    pub fn nothing(portfolio: Arc<Portfolio>, programs: Arc<[Program]>) -> Self {
        let held = vec![None; portfolio.counted()];
        let mut rows = vec![NO_ROW; portfolio.given()];
        for (row, number) in portfolio.number.iter().enumerate() {
            rows[*number as usize] = row as u32;
        }
        Self { portfolio, programs, held, rows: rows.into() }
    }

    /// Puts a client (by his place in the list) into a program, or takes him out. Refused where the law forbids it, and
    /// for a client that is not computed.
    pub fn assign(&mut self, client: usize, program: Option<usize>) -> Result<(), LoyaltyError> {
        let row = self.row(client).ok_or(LoyaltyError::NoSuchClient)?;
        self.assign_row(row, program)
    }

    pub(super) fn assign_row(&mut self, row: usize, program: Option<usize>) -> Result<(), LoyaltyError> {
        if let Some(program) = program {
            let segment = self.portfolio.segment_of(row).ok_or(LoyaltyError::NoSuchClient)?;
            let program = self.programs.get(program).ok_or(LoyaltyError::NoSuchProgram)?;
            Permit::ask(program, segment, Jurisdiction::Any)?;
        }
        self.held[row] = program.map(|program| program as u16);
        Ok(())
    }

    /// The program of a client, by his place in the list.
    pub fn program_of(&self, client: usize) -> Option<usize> {
        self.held[self.row(client)?].map(usize::from)
    }

    /// Clients (by their place in the list) and programs of those who are in one, in the order of the list.
    pub fn placements(&self) -> Vec<(usize, usize)> {
        let rows = self.held.iter().zip(&self.portfolio.number);
        let mut placements: Vec<(usize, usize)> =
            rows.filter_map(|(held, number)| Some((*number as usize, usize::from((*held)?)))).collect();
        placements.sort_unstable();
        placements
    }

    /// How many clients are in each program.
    pub fn counts(&self) -> Vec<u32> {
        let mut counts = vec![0; self.programs.len()];
        for program in self.held.iter().flatten() {
            counts[usize::from(*program)] += 1;
        }
        counts
    }

    fn row(&self, client: usize) -> Option<usize> {
        self.rows.get(client).filter(|row| **row != NO_ROW).map(|row| *row as usize)
    }

    /// What it brings. Clients in no program bring what they would anyway.
    pub fn evaluate(&self, scenario: Scenario, horizon: Horizon) -> Result<AssignmentResult, LoyaltyError> {
        let mut segment_flows = BySegment::from_fn(|_| Flows::zero(horizon.months()));
        let mut flows = Flows::zero(horizon.months());
        let (mut setup, mut fixed, mut dead_weight, mut members, mut is_cheaper) = (0.0, 0.0, 0.0, 0.0, false);
        for (at, program) in self.programs.iter().enumerate() {
            let part = self.portfolio.only(|row| self.held[row] == Some(at as u16));
            if part.is_empty() {
                continue;
            }
            let result = evaluate(&Arc::new(part), program, scenario, horizon)?;
            flows.add(&result.flows);
            for segment in Segment::ALL {
                segment_flows.get_mut(segment).add(result.segment_flows.get(segment));
            }
            setup += program.common.setup_cost;
            fixed += program.yearly_cost() * horizon.months() as f64 / 12.0;
            dead_weight += result.total.dead_weight;
            members += result.total.members;
            is_cheaper |= program.lowers_price();
        }
        let rest = baseline_flows(&Arc::new(self.portfolio.only(|row| self.held[row].is_none())), horizon);
        for segment in Segment::ALL {
            segment_flows.get_mut(segment).add(rest.get(segment));
            flows.add(rest.get(segment));
        }
        let total = Outcome::of(&flows, horizon, setup, fixed);
        let net_revenue = is_cheaper.then_some(total.revenue - total.reward);
        Ok(AssignmentResult { total: Outcome { dead_weight, net_revenue, members, ..total }, flows, segment_flows })
    }

    /// Programs by client again, for clients whose segments may have changed: what is no longer allowed is left out and
    /// told, by place in the list.
    pub fn carried_to(&self, portfolio: Arc<Portfolio>) -> (Self, Vec<usize>) {
        let mut other = Self::nothing(portfolio, Arc::clone(&self.programs));
        let mut held = vec![None; self.portfolio.given().max(other.portfolio.given())];
        for (client, program) in self.placements() {
            held[client] = Some(program);
        }
        let mut refused = Vec::new();
        for row in 0..other.held.len() {
            let client = other.portfolio.number[row] as usize;
            let program = held[client];
            let is_admitted = other.portfolio.segment_of(row).zip(program).is_none_or(|(segment, program)| {
                other.programs.get(program).is_some_and(|program| admits(program, segment))
            });
            if is_admitted {
                other.held[row] = program.map(|program| program as u16);
            } else {
                refused.push(client);
            }
        }
        refused.sort_unstable();
        (other, refused)
    }
}
