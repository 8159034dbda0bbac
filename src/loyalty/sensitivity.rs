//! What moves a program's net most.

use std::sync::Arc;

use super::{Horizon, LoyaltyError, Parameter, Portfolio, Program, Reference, Scenario, evaluate};

/// A parameter at its bounds, everything else as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TornadoBar {
    pub parameter: Parameter,
    pub reference: Reference,
    /// Net with the parameter at `reference.low`.
    pub net_at_low: f64,
    /// Net with the parameter at `reference.high`.
    pub net_at_high: f64,
}

impl TornadoBar {
    /// By how much net moves between the bounds.
    pub fn swing(&self) -> f64 {
        (self.net_at_high - self.net_at_low).abs()
    }
}

/// One bar; a page may ask for them one by one. The bounds reach as far as the value that is set, where that lies beyond.
pub fn tornado_bar(
    portfolio: &Arc<Portfolio>,
    program: &Program,
    parameter: Parameter,
    horizon: Horizon,
) -> Result<TornadoBar, LoyaltyError> {
    let reference = program.reference(parameter).ok_or(LoyaltyError::NotAParameter(parameter))?;
    let value = program.value(parameter).unwrap_or(reference.base);
    let reference = Reference { low: reference.low.min(value), high: reference.high.max(value), ..reference };
    let net = |value: f64| net_at(portfolio, &program.with(parameter, value)?, horizon);
    Ok(TornadoBar { parameter, reference, net_at_low: net(reference.low)?, net_at_high: net(reference.high)? })
}

/// All parameters that move net, the strongest first.
pub fn tornado(
    portfolio: &Arc<Portfolio>,
    program: &Program,
    horizon: Horizon,
) -> Result<Vec<TornadoBar>, LoyaltyError> {
    let bars = program.parameters().into_iter().map(|parameter| tornado_bar(portfolio, program, parameter, horizon));
    let mut bars = bars.collect::<Result<Vec<_>, _>>()?;
    bars.retain(|bar| bar.swing() > 0.0);
    bars.sort_by(|one, other| other.swing().total_cmp(&one.swing()));
    Ok(bars)
}

fn net_at(portfolio: &Arc<Portfolio>, program: &Program, horizon: Horizon) -> Result<f64, LoyaltyError> {
    Ok(evaluate(portfolio, program, Scenario::Base, horizon)?.total.net)
}

/// One axis of a map: a parameter between two values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    pub parameter: Parameter,
    pub from: f64,
    pub to: f64,
    /// How many values, at least 2.
    pub count: usize,
}

impl Axis {
    /// The value at a place, evenly spread.
    pub fn value(&self, at: usize) -> f64 {
        self.from + (self.to - self.from) * at as f64 / (self.count.max(2) - 1) as f64
    }

    fn count(&self) -> usize {
        self.count.max(2)
    }
}

/// Net over two parameters, computed cell by cell.
#[derive(Clone, Debug)]
pub struct SensitivityMap {
    portfolio: Arc<Portfolio>,
    program: Program,
    horizon: Horizon,
    across: Axis,
    up: Axis,
    /// Row by row from the bottom.
    nets: Vec<f64>,
}

impl SensitivityMap {
    /// Refused where the program has not these parameters.
    pub fn new(
        portfolio: Arc<Portfolio>,
        program: &Program,
        across: Axis,
        up: Axis,
        horizon: Horizon,
    ) -> Result<Self, LoyaltyError> {
        for axis in [across, up] {
            program.with(axis.parameter, axis.from)?.with(axis.parameter, axis.to)?;
        }
        Ok(Self { portfolio, program: program.clone(), horizon, across, up, nets: Vec::new() })
    }

    /// Computes so many cells more; whether all are done.
    pub fn advance(&mut self, cells: usize) -> Result<bool, LoyaltyError> {
        let all = self.across.count() * self.up.count();
        for cell in self.nets.len()..all.min(self.nets.len() + cells) {
            let across = self.across.value(cell % self.across.count());
            let up = self.up.value(cell / self.across.count());
            let program = self.program.with(self.across.parameter, across)?.with(self.up.parameter, up)?;
            self.nets.push(net_at(&self.portfolio, &program, self.horizon)?);
        }
        Ok(self.nets.len() == all)
    }

    /// Net at a cell; nothing before it is computed.
    pub fn net(&self, across: usize, up: usize) -> Option<f64> {
        (across < self.across.count()).then(|| self.nets.get(up * self.across.count() + across).copied())?
    }

    /// Where net is 0, as (value across, value up), between neighbouring cells of a column in proportion: the
    /// break-even line. Empty where the whole map pays, or nothing of it.
    pub fn break_even_line(&self) -> Vec<(f64, f64)> {
        let mut line = Vec::new();
        for across in 0..self.across.count() {
            for up in 1..self.up.count() {
                let (Some(below), Some(above)) = (self.net(across, up - 1), self.net(across, up)) else {
                    continue;
                };
                if (below < 0.0) != (above < 0.0) {
                    let share = below / (below - above);
                    let (from, to) = (self.up.value(up - 1), self.up.value(up));
                    line.push((self.across.value(across), from + (to - from) * share));
                }
            }
        }
        line
    }
}
