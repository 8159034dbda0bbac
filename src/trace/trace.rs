//! A number and what it is made of.

use super::evaluate::evaluate;
use super::formula::{Formula, Token};
use super::quantity::Quantity;
use super::reference::Reference;
use crate::segment::Segment;
use crate::workbook::{Field, Month, RowId};

/// What a number is about, beyond what it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    pub segment: Option<Segment>,
    pub month: Option<Month>,
    /// The manager, channel or client, by name.
    pub name: Option<String>,
}

/// Where a number was taken from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// Calculated; the inputs stand in the formula by their symbols.
    Formula { formula: Formula, inputs: Vec<Trace> },
    /// The person's setting, or the default while nothing was set.
    Setting { default: Option<f64>, reference: Reference },
    /// One client's field.
    Client { row: RowId, field: Field },
    /// Calculated over so many clients that have the field.
    Clients { field: Field, clients: u32 },
    /// Recorded facts; in how many months there were any.
    Facts { months: u32 },
    /// Typed in by hand and locked.
    Lock,
    /// Counted by the calendar or by the plan itself, such as the number of months.
    Counted,
}

/// A number that knows where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    pub quantity: Quantity,
    pub place: Place,
    /// `None` is "no data".
    pub value: Option<f64>,
    pub origin: Origin,
}

/// A value with its origin, as settings are resolved: the person's own, what the clients say, or the default.
#[derive(Clone, Debug, PartialEq)]
pub struct Sourced {
    pub value: Option<f64>,
    pub origin: Origin,
}

impl Sourced {
    /// The setting, or its default.
    pub fn setting(own: Option<f64>, default: f64, reference: Reference) -> Self {
        let value = Some(own.unwrap_or(default));
        Self { value, origin: Origin::Setting { default: Some(default), reference } }
    }

    /// The setting, else what the clients say, else the default.
    pub fn or_clients(
        own: Option<f64>,
        of_clients: Option<(f64, u32)>,
        field: Field,
        default: Option<f64>,
        reference: Reference,
    ) -> Self {
        match (own, of_clients) {
            (None, Some((value, clients))) => Self { value: Some(value), origin: Origin::Clients { field, clients } },
            (own, _) => Self { value: own.or(default), origin: Origin::Setting { default, reference } },
        }
    }

    /// The value as a traced number.
    pub fn trace(&self, quantity: Quantity) -> Trace {
        Trace { quantity, place: Place::default(), value: self.value, origin: self.origin.clone() }
    }
}

impl Trace {
    /// Calculates a number from its formula. "No data" in any input, and a division by zero, give "no data".
    pub fn of(quantity: Quantity, formula: Formula, inputs: Vec<Self>) -> Self {
        let value = evaluate(formula, &inputs);
        Self { quantity, place: Place::default(), value, origin: Origin::Formula { formula, inputs } }
    }

    /// A number that is counted, not calculated.
    pub fn counted(quantity: Quantity, value: f64) -> Self {
        Self { quantity, place: Place::default(), value: Some(value), origin: Origin::Counted }
    }

    /// The sum of numbers; those without data are left out, and nothing but such has no sum.
    pub fn sum(quantity: Quantity, inputs: Vec<Self>) -> Self {
        Self::of(quantity, Formula::Sum, inputs)
    }

    #[must_use]
    pub fn in_segment(mut self, segment: Segment) -> Self {
        self.place.segment = Some(segment);
        self
    }

    #[must_use]
    pub fn in_month(mut self, month: Month) -> Self {
        self.place.month = Some(month);
        self
    }

    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.place.name = Some(name.into());
        self
    }

    /// The same number under another name.
    #[must_use]
    pub fn renamed(mut self, quantity: Quantity) -> Self {
        self.quantity = quantity;
        self
    }

    /// The numbers of the formula, if it was calculated.
    pub fn inputs(&self) -> &[Self] {
        match &self.origin {
            Origin::Formula { inputs, .. } => inputs,
            _ => &[],
        }
    }

    /// The formula with every symbol of an input replaced by what `write` makes of it (a name or a value).
    pub fn written(&self, write: impl Fn(&Self) -> String) -> Option<String> {
        let Origin::Formula { formula, inputs } = &self.origin else { return None };
        if *formula == Formula::Sum {
            return Some(inputs.iter().map(write).collect::<Vec<_>>().join(" + "));
        }
        let pieces = formula.tokens().into_iter().map(|token| match token {
            Token::Symbol(symbol) => match inputs.iter().find(|input| input.quantity.symbol() == symbol) {
                Some(input) => write(input),
                None => symbol.to_owned(),
            },
            Token::Number(_, text) => text.to_owned(),
            Token::Mark(mark @ ('(' | ')')) => mark.to_string(),
            Token::Mark(',') => ", ".to_owned(),
            Token::Mark(mark) => format!(" {mark} "),
        });
        Some(pieces.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(quantity: Quantity, value: f64) -> Trace {
        Trace::counted(quantity, value)
    }

    #[test]
    fn a_formula_is_written_with_its_values() {
        let inputs = vec![number(Quantity::Deals, 6.0), number(Quantity::WinRate, 0.3)];
        let trace = Trace::of(Quantity::Proposals, Formula::Proposals, inputs);
        assert_eq!(trace.value, Some(20.0));
        let written = trace.written(|input| input.value.map(|value| value.to_string()).unwrap_or_default());
        assert_eq!(written.as_deref(), Some("6 ÷ 0.3"));
    }

    #[test]
    fn an_empty_denominator_is_no_data() {
        let inputs = vec![number(Quantity::Deals, 6.0), number(Quantity::WinRate, 0.0)];
        assert_eq!(Trace::of(Quantity::Proposals, Formula::Proposals, inputs).value, None);
    }

    #[test]
    fn a_sum_leaves_out_what_is_not_known() {
        let missing = Trace { value: None, ..number(Quantity::Deals, 0.0) };
        assert_eq!(Trace::sum(Quantity::Deals, vec![number(Quantity::Deals, 2.0), missing.clone()]).value, Some(2.0));
        assert_eq!(Trace::sum(Quantity::Deals, vec![missing]).value, None);
    }
}
