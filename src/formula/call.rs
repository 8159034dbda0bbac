//! The functions.

use super::aggregate::Figure;
use super::dates;
use super::evaluate::{Inputs, evaluate, joined};
use super::fault::Fault;
use super::function::Function;
use super::operand::Operand;
use super::rounding::{Rounding, round};
use super::syntax::Node;

type Result<'a> = std::result::Result<Operand<'a>, Fault>;

/// Calculates a function. Only the arguments that count are calculated: `IF` knows one branch.
pub(super) fn call<'a>(function: Function, nodes: &'a [Node], inputs: &'a Inputs<'a>, row: u32) -> Operand<'a> {
    let argument = |at: usize| nodes.get(at).map_or(Operand::Empty, |node| evaluate(node, inputs, row));
    let result = match function {
        Function::If => choose(&argument),
        Function::IfError => Ok(match argument(0) {
            Operand::Fault(_) => argument(1),
            other => other,
        }),
        Function::IsBlank => Ok(Operand::Truth(argument(0).is_empty())),
        Function::And | Function::Or => truths(function, nodes.len(), &argument),
        Function::Not => argument(0).to_truth().map(|truth| Operand::Truth(!truth)),
        Function::True => Ok(Operand::Truth(true)),
        Function::False => Ok(Operand::Truth(false)),
        function if function.is_aggregate() => {
            let mut figure = Figure::new(function);
            (0..nodes.len()).for_each(|at| figure.add(&argument(at)));
            Ok(figure.value())
        }
        Function::Abs | Function::Int | Function::Mod | Function::Round | Function::RoundUp | Function::RoundDown => {
            number(function, &argument)
        }
        Function::Concat => Ok(joined(&(0..nodes.len()).map(argument).collect::<Vec<_>>())),
        Function::Today => Ok(inputs.today.map_or(Operand::Empty, Operand::Day)),
        Function::Date | Function::Year | Function::Month | Function::Day | Function::EDate | Function::DateDif => {
            day(function, &argument)
        }
        _ => text(function, nodes.len(), &argument),
    };
    result.unwrap_or_else(Operand::Fault)
}

fn choose<'a>(argument: &impl Fn(usize) -> Operand<'a>) -> Result<'a> {
    Ok(argument(if argument(0).to_truth()? { 1 } else { 2 }))
}

fn truths<'a>(function: Function, count: usize, argument: &impl Fn(usize) -> Operand<'a>) -> Result<'a> {
    let mut found = function == Function::And;
    for at in 0..count {
        let truth = argument(at).to_truth()?;
        found = if function == Function::And { found && truth } else { found || truth };
    }
    Ok(Operand::Truth(found))
}

fn number<'a>(function: Function, argument: &impl Fn(usize) -> Operand<'a>) -> Result<'a> {
    let first = argument(0);
    if first.is_empty() {
        return Ok(Operand::Empty);
    }
    let number = first.to_number()?;
    Ok(Operand::number(match function {
        Function::Abs => number.abs(),
        Function::Int => number.floor(),
        Function::Mod => {
            let by = argument(1).to_number()?;
            if by == 0.0 {
                return Err(Fault::Division);
            }
            number - by * (number / by).floor()
        }
        Function::Round => round(number, argument(1).to_number()?, Rounding::Nearest),
        Function::RoundUp => round(number, argument(1).to_number()?, Rounding::Up),
        _ => round(number, argument(1).to_number()?, Rounding::Down),
    }))
}

fn day<'a>(function: Function, argument: &impl Fn(usize) -> Operand<'a>) -> Result<'a> {
    let first = argument(0);
    let second = || argument(1);
    match function {
        Function::Date => {
            let (month, day) = (second().to_number()?, argument(2).to_number()?);
            return dates::of_parts(first.to_number()?, month, day).map(Operand::Day).ok_or(Fault::Range);
        }
        Function::DateDif if first.is_empty() || second().is_empty() => {
            return match (first, second()) {
                (Operand::Fault(fault), _) | (_, Operand::Fault(fault)) => Err(fault),
                _ => Ok(Operand::Empty),
            };
        }
        _ if first.is_empty() => return Ok(Operand::Empty),
        _ => {}
    }
    let day = first.to_day()?;
    Ok(match function {
        Function::Year => Operand::Number(f64::from(day.parts().0)),
        Function::Month => Operand::Number(f64::from(day.parts().1)),
        Function::Day => Operand::Number(f64::from(day.parts().2)),
        Function::EDate => {
            return dates::add_months(day, second().to_number()?).map(Operand::Day).ok_or(Fault::Range);
        }
        _ => Operand::Number(dates::difference(day, second().to_day()?, &argument(2).to_text()?)?),
    })
}

fn text<'a>(function: Function, count: usize, argument: &impl Fn(usize) -> Operand<'a>) -> Result<'a> {
    let first = argument(0);
    let text = first.to_text()?;
    let size = |at: usize, least: f64| -> std::result::Result<usize, Fault> {
        let size = if at < count { argument(at).to_number()? } else { 1.0 };
        if size < least { Err(Fault::Operand) } else { Ok(size.min(1e9) as usize) }
    };
    let taken = |skipped: usize, taken: usize| text.chars().skip(skipped).take(taken).collect::<String>();
    Ok(match function {
        Function::Len => Operand::Number(text.chars().count() as f64),
        Function::Left => Operand::text(taken(0, size(1, 0.0)?)),
        Function::Right => {
            let length = text.chars().count();
            let size = size(1, 0.0)?;
            Operand::text(taken(length.saturating_sub(size), size))
        }
        Function::Mid => Operand::text(taken(size(1, 1.0)? - 1, size(2, 0.0)?)),
        Function::Upper => Operand::text(text.to_uppercase()),
        Function::Lower => Operand::text(text.to_lowercase()),
        Function::Trim => Operand::text(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Function::Contains => {
            let part = argument(1);
            let part = part.to_text()?.to_lowercase();
            Operand::Truth(text.to_lowercase().contains(&part))
        }
        _ => {
            let whole = argument(1);
            let whole: Vec<char> = whole.to_text()?.chars().flat_map(char::to_lowercase).collect();
            let part: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
            let skipped = size(2, 1.0)? - 1;
            let found = (skipped..=whole.len()).find(|at| whole[*at..].starts_with(&part));
            Operand::Number(found.ok_or(Fault::Operand)? as f64 + 1.0)
        }
    })
}
