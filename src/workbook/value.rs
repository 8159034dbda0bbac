//! One cell's value, and why a text did not become one.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::field::ColumnKind;

/// The value of one cell. Its own serialised form is only for messages between parts of one build.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub enum Value {
    #[default]
    Empty,
    Text(String),
    /// A number, an amount in whole currency units, or a share (0.25 for 25 %), as the column's kind says. Finite.
    Number(f64),
    Date(Day),
    /// What was written, kept as it was, because it does not fit the column's kind.
    Misfit(Misfit),
}

/// A text that does not fit its column, and why. It is kept, shown and flagged, never dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misfit {
    pub text: String,
    pub reason: Reason,
}

/// Why a text does not fit its column. Its wording is in `i18n`. Stored by its place in this list: new reasons go to
/// the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// A number was expected ("n/a", "approx. 5").
    NotANumber,
    /// A share was expected.
    NotAPercent,
    /// A date was expected.
    NotADate,
    /// Such a day does not exist (31 February).
    NoSuchDay,
    /// The spreadsheet holds an error (`#REF!`, `#DIV/0!`).
    CellError,
    /// A long number lost its last digits because the spreadsheet kept it as a number.
    PrecisionLost,
    /// An order line does not say whose it is.
    NoClient,
}

impl Value {
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// The value as a column of this kind can keep it: unchanged where it fits, its text where the column keeps text,
    /// and a misfit otherwise.
    #[must_use]
    pub fn for_kind(self, kind: ColumnKind) -> Self {
        let misfit = |text: String, reason| Self::Misfit(Misfit { text, reason });
        match self {
            Self::Text(text) if kind == ColumnKind::Date => misfit(text, Reason::NotADate),
            Self::Text(text) if kind.is_numeric() => misfit(text, Reason::NotANumber),
            Self::Number(number) if kind.is_text() => Self::Text(number.to_string()),
            Self::Number(number) if kind == ColumnKind::Date => misfit(number.to_string(), Reason::NotADate),
            Self::Date(day) if kind.is_text() => Self::Text(day.to_string()),
            Self::Date(day) if kind.is_numeric() => misfit(day.to_string(), Reason::NotANumber),
            Self::Misfit(misfit) if kind.is_text() => Self::Text(misfit.text),
            fitting => fitting,
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}
