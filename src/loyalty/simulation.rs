//! Programs side by side, over all clients, in three scenarios.

use std::sync::Arc;

use super::assemble::assemble;
use super::case::Case;
use super::engine::{ClientFigures, Engine};
use super::{Horizon, LoyaltyError, Portfolio, Program, Scenario, ScenarioResult};

/// A comparison on its way. A page calls [`Simulation::advance`] a slice at a time and looks at its clock in between.
#[derive(Clone, Debug)]
pub struct Simulation {
    engine: Engine,
    programs: Arc<[Program]>,
}

/// A program's results.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramResult {
    pub low: ScenarioResult,
    pub base: ScenarioResult,
    pub high: ScenarioResult,
}

impl ProgramResult {
    pub fn at(&self, scenario: Scenario) -> &ScenarioResult {
        match scenario {
            Scenario::Low => &self.low,
            Scenario::Base => &self.base,
            Scenario::High => &self.high,
        }
    }
}

/// The finished comparison.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub(super) portfolio: Arc<Portfolio>,
    pub(super) programs: Arc<[Program]>,
    pub(super) horizon: Horizon,
    /// One for each program, in the order they were given.
    pub results: Vec<ProgramResult>,
    /// Expected net and cost of each client, by program and row of the portfolio.
    pub(super) clients: Vec<ClientFigures>,
}

impl Simulation {
    /// Prepares the comparison; refused where a program cannot be computed.
    pub fn new(portfolio: Arc<Portfolio>, programs: Arc<[Program]>, horizon: Horizon) -> Result<Self, LoyaltyError> {
        programs.iter().try_for_each(Program::check)?;
        let mut shapes = Vec::new();
        let mut cases = Vec::with_capacity(programs.len() * Scenario::ALL.len());
        for program in programs.iter() {
            for scenario in Scenario::ALL {
                cases.push((Case::new(program, scenario, horizon, &mut shapes), scenario == Scenario::Base));
            }
        }
        Ok(Self { engine: Engine::new(portfolio, horizon, cases, shapes), programs })
    }

    /// Computes about so many clients more; whether all are done.
    pub fn advance(&mut self, clients: usize) -> bool {
        self.engine.advance(clients)
    }

    /// Clients that are done, and all of them.
    pub fn progress(&self) -> (usize, usize) {
        self.engine.progress()
    }

    /// The comparison, after what is left of it.
    pub fn finish(mut self) -> Comparison {
        while !self.advance(usize::MAX) {}
        let result = |program: usize| {
            let at = program * Scenario::ALL.len();
            ProgramResult {
                low: assemble(&self.engine, at),
                base: assemble(&self.engine, at + 1),
                high: assemble(&self.engine, at + 2),
            }
        };
        let results = (0..self.programs.len()).map(result).collect();
        let clients = self.engine.sums.iter_mut().filter_map(|sums| sums.clients.take()).collect();
        Comparison {
            portfolio: self.engine.portfolio,
            horizon: self.engine.horizon,
            programs: self.programs,
            results,
            clients,
        }
    }
}

impl Comparison {
    pub fn programs(&self) -> &[Program] {
        &self.programs
    }

    pub fn horizon(&self) -> Horizon {
        self.horizon
    }

    pub fn portfolio(&self) -> &Portfolio {
        &self.portfolio
    }

    /// The expected net of every client of the list with a program, without the portfolio's costs. Nothing for clients
    /// that were not computed.
    pub fn client_nets(&self, program: usize) -> Result<Vec<Option<f64>>, LoyaltyError> {
        let figures = self.clients.get(program).ok_or(LoyaltyError::NoSuchProgram)?;
        let mut nets = vec![None; self.portfolio.given()];
        for (number, net) in self.portfolio.number.iter().zip(&figures.net) {
            nets[*number as usize] = Some(*net);
        }
        Ok(nets)
    }
}

/// One program in one scenario, over all clients at once.
pub fn evaluate(
    portfolio: &Arc<Portfolio>,
    program: &Program,
    scenario: Scenario,
    horizon: Horizon,
) -> Result<ScenarioResult, LoyaltyError> {
    program.check()?;
    let mut shapes = Vec::new();
    let case = Case::new(program, scenario, horizon, &mut shapes);
    let mut engine = Engine::new(Arc::clone(portfolio), horizon, vec![(case, false)], shapes);
    engine.advance(usize::MAX);
    Ok(assemble(&engine, 0))
}
