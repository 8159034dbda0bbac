//! The value of a row.

use std::cmp::Ordering;

use super::call::call;
use super::dates;
use super::fault::Fault;
use super::operand::Operand;
use super::syntax::{Formula, Node, Operator};
use crate::workbook::{ColumnData, Day};

/// What a formula is calculated from.
pub struct Inputs<'a> {
    /// The columns in the order of [`Formula::columns`]; nothing for one that is gone.
    pub columns: Vec<Option<&'a ColumnData>>,
    /// The figures over all clients, made by [`Formula::aggregates`].
    pub aggregates: Vec<Operand<'static>>,
    /// Nothing while the day is not known; what depends on it is empty then.
    pub today: Option<Day>,
}

impl Formula {
    /// The value of a row.
    pub fn at<'a>(&'a self, row: u32, inputs: &'a Inputs<'a>) -> Operand<'a> {
        evaluate(&self.root, inputs, row)
    }
}

pub(super) fn evaluate<'a>(node: &'a Node, inputs: &'a Inputs<'a>, row: u32) -> Operand<'a> {
    match node {
        Node::Number(number) => Operand::Number(*number),
        Node::Text(text) => Operand::text(text.as_str()),
        Node::Column(at) => match inputs.columns.get(*at) {
            Some(Some(column)) => Operand::of_cell(column, row),
            _ => Operand::Fault(Fault::Reference),
        },
        Node::Aggregate(at) => inputs.aggregates.get(*at).cloned().unwrap_or(Operand::Empty),
        Node::Call(function, arguments) => call(*function, arguments, inputs, row),
        Node::Binary(operator, left, right) => {
            let (first, second) = (evaluate(left, inputs, row), evaluate(right, inputs, row));
            match operator {
                Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide | Operator::Power => {
                    let is_nothing = |operand: &Operand<'_>, node: &Node| operand.is_empty() || node.is_constant();
                    let has_data = !(first.is_empty() || second.is_empty())
                        || !(is_nothing(&first, left) && is_nothing(&second, right));
                    if has_data { arithmetic(*operator, &first, &second) } else { nothing_or_fault(&first, &second) }
                }
                Operator::Join => joined(&[first, second]),
                _ => compared(*operator, &first, &second),
            }
        }
        Node::Negated(inner) => match evaluate(inner, inputs, row) {
            Operand::Empty => Operand::Empty,
            other => other.to_number().map_or_else(Operand::Fault, |number| Operand::Number(-number)),
        },
        Node::Percent(inner) => match evaluate(inner, inputs, row) {
            Operand::Empty => Operand::Empty,
            other => other.to_number().map_or_else(Operand::Fault, |number| Operand::Number(number / 100.0)),
        },
    }
}

fn nothing_or_fault(first: &Operand<'_>, second: &Operand<'_>) -> Operand<'static> {
    match (first, second) {
        (Operand::Fault(fault), _) | (_, Operand::Fault(fault)) => Operand::Fault(*fault),
        _ => Operand::Empty,
    }
}

fn arithmetic(operator: Operator, first: &Operand<'_>, second: &Operand<'_>) -> Operand<'static> {
    let numbers = first.to_number().and_then(|first| Ok((first, second.to_number()?)));
    let (left, right) = match numbers {
        Ok(numbers) => numbers,
        Err(fault) => return Operand::Fault(fault),
    };
    let number = match operator {
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide if right == 0.0 => return Operand::Fault(Fault::Division),
        Operator::Divide => left / right,
        _ => left.powf(right),
    };
    let days = (matches!(first, Operand::Day(_)), matches!(second, Operand::Day(_)));
    // A day and a number of days is a day; two days are a number of days apart.
    match (operator, days) {
        (Operator::Add, (true, false) | (false, true)) | (Operator::Subtract, (true, false)) => {
            dates::of_serial(number).map_or(Operand::Fault(Fault::Range), Operand::Day)
        }
        _ => Operand::number(number),
    }
}

fn compared(operator: Operator, first: &Operand<'_>, second: &Operand<'_>) -> Operand<'static> {
    let order = match first.order(second) {
        Ok(order) => order,
        Err(fault) => return Operand::Fault(fault),
    };
    Operand::Truth(match operator {
        Operator::Equal => order == Ordering::Equal,
        Operator::Unequal => order != Ordering::Equal,
        Operator::Less => order == Ordering::Less,
        Operator::LessOrEqual => order != Ordering::Greater,
        Operator::Greater => order == Ordering::Greater,
        _ => order != Ordering::Less,
    })
}

/// One text behind the other.
pub(super) fn joined(operands: &[Operand<'_>]) -> Operand<'static> {
    let mut whole = String::new();
    for operand in operands {
        match operand.to_text() {
            Ok(text) => whole.push_str(&text),
            Err(fault) => return Operand::Fault(fault),
        }
    }
    Operand::text(whole)
}
