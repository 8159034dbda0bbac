//! Figures over all clients, and over several values of a row.

use super::dates;
use super::evaluate::{Inputs, evaluate};
use super::fault::Fault;
use super::function::Function;
use super::operand::Operand;
use super::syntax::{Formula, Node};
use crate::workbook::Sum;

/// Hands each client's row to what it is given.
type Rows<'a> = &'a dyn Fn(&mut dyn FnMut(u32));

impl Formula {
    /// Calculates what goes over all clients, for [`Inputs::aggregates`]. `rows` hands each client's row to its
    /// argument.
    pub fn aggregates(&self, inputs: &mut Inputs<'_>, rows: Rows<'_>) {
        inputs.aggregates.clear();
        for aggregate in &self.aggregates {
            let mut figure = Figure::new(aggregate.function);
            let argument: &Node = &aggregate.argument;
            rows(&mut |row| figure.add(&evaluate(argument, inputs, row)));
            let value = figure.value();
            inputs.aggregates.push(value);
        }
    }
}

/// A figure while its values come.
pub(super) struct Figure {
    function: Function,
    sum: Sum,
    /// Values that are numbers or days.
    count: u32,
    filled: u32,
    extreme: f64,
    are_days: bool,
    fault: Option<Fault>,
}

impl Figure {
    pub fn new(function: Function) -> Self {
        let extreme = if function == Function::Min { f64::INFINITY } else { f64::NEG_INFINITY };
        Self { function, sum: Sum::new(), count: 0, filled: 0, extreme, are_days: true, fault: None }
    }

    pub fn add(&mut self, value: &Operand<'_>) {
        self.filled += u32::from(!value.is_empty());
        let number = match value {
            Operand::Number(number) => *number,
            Operand::Day(day) => dates::serial(*day),
            Operand::Fault(fault) => {
                self.fault.get_or_insert(*fault);
                return;
            }
            Operand::Empty | Operand::Text(_) | Operand::Truth(_) => return,
        };
        self.are_days &= matches!(value, Operand::Day(_));
        self.count += 1;
        match self.function {
            Function::Min => self.extreme = self.extreme.min(number),
            Function::Max => self.extreme = self.extreme.max(number),
            Function::Sum | Function::Average => self.sum.add(number),
            _ => {}
        }
    }

    pub fn value(&self) -> Operand<'static> {
        match (self.function, self.fault) {
            // Counting counts what is there, whatever it is.
            (Function::Count, _) => Operand::Number(f64::from(self.count)),
            (Function::CountA, _) => Operand::Number(f64::from(self.filled)),
            (_, Some(fault)) => Operand::Fault(fault),
            _ if self.count == 0 => Operand::Empty,
            (Function::Sum, _) => Operand::number(self.sum.value()),
            (Function::Average, _) => self.of_days(self.sum.value() / f64::from(self.count)),
            _ => self.of_days(self.extreme),
        }
    }

    fn of_days(&self, number: f64) -> Operand<'static> {
        match dates::of_serial(number) {
            Some(day) if self.are_days => Operand::Day(day),
            _ => Operand::number(number),
        }
    }
}
