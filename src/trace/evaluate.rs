//! Calculates a formula as it is written.

use super::formula::{Formula, Token};
use super::trace::Trace;

/// The value of a formula over its inputs; nothing where an input has none, or where it is not a finite number.
pub(super) fn evaluate(formula: Formula, inputs: &[Trace]) -> Option<f64> {
    if formula == Formula::Sum {
        let known = inputs.iter().filter_map(|input| input.value);
        return known.fold(None, |sum, value| Some(sum.unwrap_or(0.0) + value)).filter(|sum| sum.is_finite());
    }
    let tokens = formula.tokens();
    let mut reader = Reader { tokens: &tokens, inputs };
    let value = reader.sum()?;
    (reader.tokens.is_empty() && value.is_finite()).then_some(value)
}

struct Reader<'a> {
    tokens: &'a [Token],
    inputs: &'a [Trace],
}

impl Reader<'_> {
    fn next(&mut self) -> Option<Token> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(*first)
    }

    fn takes(&mut self, mark: char) -> bool {
        let is_next = self.tokens.first() == Some(&Token::Mark(mark));
        if is_next {
            self.tokens = &self.tokens[1..];
        }
        is_next
    }

    fn sum(&mut self) -> Option<f64> {
        let mut value = self.product()?;
        loop {
            if self.takes('+') {
                value += self.product()?;
            } else if self.takes('−') {
                value -= self.product()?;
            } else {
                return Some(value);
            }
        }
    }

    fn product(&mut self) -> Option<f64> {
        let mut value = self.power()?;
        loop {
            if self.takes('×') {
                value *= self.power()?;
            } else if self.takes('÷') {
                let divisor = self.power()?;
                if divisor == 0.0 {
                    return None;
                }
                value /= divisor;
            } else {
                return Some(value);
            }
        }
    }

    fn power(&mut self) -> Option<f64> {
        let base = self.atom()?;
        if self.takes('^') { Some(base.powf(self.atom()?)) } else { Some(base) }
    }

    fn atom(&mut self) -> Option<f64> {
        match self.next()? {
            Token::Number(value, _) => Some(value),
            Token::Mark('(') => {
                let value = self.sum()?;
                self.takes(')').then_some(value)
            }
            Token::Symbol(name @ ("max" | "min" | "ln" | "round")) => self.call(name),
            Token::Symbol(symbol) => self.inputs.iter().find(|input| input.quantity.symbol() == symbol)?.value,
            Token::Mark(_) => None,
        }
    }

    fn call(&mut self, name: &str) -> Option<f64> {
        self.takes('(').then_some(())?;
        let first = self.sum()?;
        let value = match name {
            "ln" => first.ln(),
            "round" => first.round(),
            _ => {
                self.takes(',').then_some(())?;
                let second = self.sum()?;
                if name == "max" { first.max(second) } else { first.min(second) }
            }
        };
        self.takes(')').then_some(value)
    }
}
