//! Errors as values, as a spreadsheet shows them.

use crate::workbook::{Misfit, Reason, Value};

/// Why a row has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Divided by zero or by an empty cell.
    Division,
    /// A text where a number or a date is needed.
    Operand,
    /// The column is gone, or the formula can't be read.
    Reference,
    /// A number or a date beyond what there is.
    Range,
    /// The column is calculated from itself.
    Cycle,
}

impl Fault {
    const ALL: [Self; 5] = [Self::Division, Self::Operand, Self::Reference, Self::Range, Self::Cycle];

    /// As it is written in a cell.
    pub fn code(self) -> &'static str {
        match self {
            Self::Division => "#DIV/0!",
            Self::Operand => "#VALUE!",
            Self::Reference => "#REF!",
            Self::Range => "#NUM!",
            Self::Cycle => "#CYCLE!",
        }
    }

    pub fn reason(self) -> Reason {
        match self {
            Self::Division => Reason::DividedByZero,
            Self::Operand => Reason::WrongOperand,
            Self::Reference => Reason::ColumnGone,
            Self::Range => Reason::OutOfRange,
            Self::Cycle => Reason::CalculatedFromItself,
        }
    }

    /// The fault that a cell holds: of another calculated column, or brought from a spreadsheet.
    pub fn of(misfit: &Misfit) -> Option<Self> {
        let by_reason = Self::ALL.into_iter().find(|fault| fault.reason() == misfit.reason);
        by_reason.or_else(|| {
            let by_code = || Self::ALL.into_iter().find(|fault| fault.code() == misfit.text).unwrap_or(Self::Operand);
            (misfit.reason == Reason::CellError).then(by_code)
        })
    }

    pub fn value(self) -> Value {
        Value::Misfit(Misfit { text: self.code().to_owned(), reason: self.reason() })
    }
}
