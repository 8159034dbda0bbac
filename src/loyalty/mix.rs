//! The best mix: for each client the allowed and recommended program with the highest net (DOMAIN 2.1, recommendation).

use std::sync::Arc;

use super::assignment::{Assignment, AssignmentResult};
use super::{Comparison, LoyaltyError, Outcome, Program, Scenario};
use crate::segment::Segment;

/// A mix and what it is measured against.
#[derive(Clone, Debug)]
pub struct Mix {
    pub assignment: Assignment,
    /// Expected (base) result.
    pub result: AssignmentResult,
    /// Each program alone, in the comparison's order.
    pub singles: Vec<Single>,
}

/// One program for everybody, to hold a mix against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Single {
    /// For all clients that the law admits: what the comparison shows.
    pub everyone: Outcome,
    /// Net of the same program for all clients that it is recommended for.
    pub recommended_net: f64,
}

impl Mix {
    /// What the mix brings beyond the best single program for those it is recommended for, or beyond doing nothing
    /// (which brings 0) where none pays. Without a budget it is never negative.
    pub fn gain_over_single(&self) -> f64 {
        self.result.total.net - self.singles.iter().map(|single| single.recommended_net).fold(0.0, f64::max)
    }
}

/// A row's program, with its expected net and cost.
#[derive(Clone, Copy)]
struct Choice {
    row: usize,
    program: usize,
    net: f64,
    cost: f64,
}

impl Comparison {
    /// The best mix. A program whose clients do not bring its set-up and fixed cost is left out, the least worthy first;
    /// its clients get their next best. Under a budget (of cost over the plan, fixed cost included) clients are taken by
    /// ROI, the highest first.
    pub fn best_mix(&self, budget: Option<f64>) -> Result<Mix, LoyaltyError> {
        let mut is_used = vec![true; self.programs.len()];
        let mut choices = loop {
            let choices = self.best_choices(&is_used);
            let taken = match budget {
                Some(budget) => self.within(budget, &choices),
                None => choices.iter().map(|ranked| ranked.choice).collect(),
            };
            match self.least_worthy(&taken, &choices, &is_used, budget.is_some()) {
                Some(program) => is_used[program] = false,
                None => break taken,
            }
        };
        if budget.is_none() {
            // Leaving out one program after the other may end beside a program that does it all alone.
            for program in 0..self.programs.len() {
                let is_alone: Vec<bool> = (0..self.programs.len()).map(|other| other == program).collect();
                let alone: Vec<Choice> = self.best_choices(&is_alone).iter().map(|ranked| ranked.choice).collect();
                if self.worth(&alone) > self.worth(&choices) {
                    choices = alone;
                }
            }
        }
        let mut assignment = Assignment::nothing(Arc::clone(&self.portfolio), Arc::clone(&self.programs));
        for choice in choices {
            assignment.assign_row(choice.row, Some(choice.program))?;
        }
        let result = assignment.evaluate(Scenario::Base, self.horizon)?;
        let single = |(program, result): (usize, &super::ProgramResult)| Single {
            everyone: result.base.total,
            recommended_net: self.recommended_net(program),
        };
        let singles = self.results.iter().enumerate().map(single).collect();
        Ok(Mix { assignment, result, singles })
    }

    fn best_choices(&self, is_used: &[bool]) -> Vec<Ranked> {
        let mut choices = Vec::with_capacity(self.portfolio.counted());
        for cohort in &self.portfolio.cohorts {
            let candidates: Vec<usize> = (0..self.programs.len())
                .filter(|program| is_used[*program] && is_recommended(&self.programs[*program], cohort.segment))
                .collect();
            for row in cohort.start..cohort.end {
                let (mut best, mut second) = (None::<(usize, f64)>, 0.0);
                for program in &candidates {
                    let net = self.clients[*program].net[row];
                    if net > best.map_or(0.0, |(_, net)| net) {
                        second = best.map_or(0.0, |(_, net)| net);
                        best = Some((*program, net));
                    } else {
                        second = net.max(second);
                    }
                }
                if let Some((program, net)) = best {
                    let cost = self.clients[program].cost[row];
                    choices.push(Ranked { choice: Choice { row, program, net, cost }, second });
                }
            }
        }
        choices
    }

    /// What clients and programs of a mix bring together.
    fn worth(&self, choices: &[Choice]) -> f64 {
        let mut is_used = vec![false; self.programs.len()];
        let mut worth = 0.0;
        for choice in choices {
            is_used[choice.program] = true;
            worth += choice.net;
        }
        let used = (0..self.programs.len()).filter(|program| is_used[*program]);
        worth + used.map(|program| self.partner_margin(program) - self.once(program)).sum::<f64>()
    }

    fn recommended_net(&self, program: usize) -> f64 {
        let cohorts = self.portfolio.cohorts.iter();
        let recommended = cohorts.filter(|cohort| is_recommended(&self.programs[program], cohort.segment));
        let net: f64 =
            recommended.map(|cohort| self.clients[program].net[cohort.start..cohort.end].iter().sum::<f64>()).sum();
        net + self.partner_margin(program) - self.once(program)
    }

    /// What is paid once a program is used.
    fn once(&self, program: usize) -> f64 {
        let program = &self.programs[program];
        program.common.setup_cost + program.yearly_cost() * self.horizon.months() as f64 / 12.0
    }

    /// What a program brings whoever its members are.
    fn partner_margin(&self, program: usize) -> f64 {
        self.programs[program].partner_margin() * self.horizon.months() as f64 / 12.0
    }

    /// Clients by ROI while the budget lasts.
    fn within(&self, budget: f64, choices: &[Ranked]) -> Vec<Choice> {
        let roi = |choice: &Choice| {
            if choice.cost > 0.0 { choice.net / choice.cost } else { f64::INFINITY }
        };
        let mut sorted: Vec<Choice> = choices.iter().map(|ranked| ranked.choice).collect();
        sorted.sort_by(|one, other| roi(other).total_cmp(&roi(one)).then(one.row.cmp(&other.row)));
        let mut is_paid = vec![false; self.programs.len()];
        let mut left = budget;
        let mut taken = Vec::new();
        for choice in sorted {
            let once = if is_paid[choice.program] { 0.0 } else { self.once(choice.program) };
            if once + choice.cost <= left {
                left -= once + choice.cost;
                is_paid[choice.program] = true;
                taken.push(choice);
            }
        }
        taken
    }

    /// The program without which the mix would bring most more, if any.
    fn least_worthy(&self, taken: &[Choice], ranked: &[Ranked], is_used: &[bool], is_limited: bool) -> Option<usize> {
        let mut lost = vec![0.0; self.programs.len()];
        let mut has_clients = vec![false; self.programs.len()];
        for choice in taken {
            has_clients[choice.program] = true;
            if is_limited {
                lost[choice.program] += choice.net;
            }
        }
        if !is_limited {
            // Without it, its clients would bring what their second best program brings.
            for Ranked { choice, second } in ranked {
                lost[choice.program] += choice.net - second;
            }
        }
        (0..self.programs.len())
            .filter(|program| is_used[*program] && has_clients[*program])
            .map(|program| (program, self.once(program) - self.partner_margin(program) - lost[program]))
            .filter(|(_, gain)| *gain > 0.0)
            .max_by(|one, other| one.1.total_cmp(&other.1))
            .map(|(program, _)| program)
    }
}

fn is_recommended(program: &Program, segment: Segment) -> bool {
    program.suitability(segment).is_some_and(super::Suitability::is_recommended)
}

/// A choice, and the net of the second best.
struct Ranked {
    choice: Choice,
    second: f64,
}
