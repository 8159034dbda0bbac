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
    /// Neither a yes nor a no.
    NotAYesOrNo,
    /// An e-mail address without its @.
    NoAtSign,
    /// More than one @ in one address.
    SeveralAtSigns,
    /// Nothing before the @.
    NoMailbox,
    /// No point in what follows the @, or nothing beside it.
    NoDomain,
    /// A space within an address.
    SpaceInside,
    /// Fewer digits than any telephone number has.
    PhoneTooShort,
    /// More digits than any telephone number has.
    PhoneTooLong,
    /// Letters or signs that are no part of a telephone number.
    NotAPhone,
    /// Neither a credit code, an ИНН nor a VAT number.
    NotATaxId,
    /// A credit code that should end in another character.
    CreditCodeCheck(char),
    /// An ИНН of which this is the right end: one digit, or two.
    InnCheck(u8, Option<u8>),
    /// An ИНН of nothing but zeros.
    OnlyZeros,
    /// An ИНН with one digit too few, which is right with a zero before it: a spreadsheet took that away.
    LeadingZeroLost,
    /// Too many or too few digits or letters for a tax id.
    TaxIdLength,
    /// A VAT number that has not the form of its country.
    VatForm,
    /// Not the address of a page.
    NotALink,
    /// Such an address could run a program.
    UnsafeLink,
    /// Divided by zero, in a calculated column.
    DividedByZero,
    /// A text where a formula needs a number or a date.
    WrongOperand,
    /// A column that the formula names is gone.
    ColumnGone,
    /// Beyond the numbers and dates that there are.
    OutOfRange,
    /// The column is calculated from itself.
    CalculatedFromItself,
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
            Self::Text(text) if kind == ColumnKind::YesNo => misfit(text, Reason::NotAYesOrNo),
            Self::Number(number) if kind == ColumnKind::YesNo && number != 0.0 && (number - 1.0).abs() > 0.0 => {
                misfit(number.to_string(), Reason::NotAYesOrNo)
            }
            Self::Text(text) if kind.is_numeric() => misfit(text, Reason::NotANumber),
            Self::Number(number) if kind.is_text() => Self::Text(number.to_string()),
            Self::Number(number) if kind == ColumnKind::Date => misfit(number.to_string(), Reason::NotADate),
            Self::Date(day) if kind.is_text() => Self::Text(day.to_string()),
            Self::Date(day) if kind.is_numeric() => misfit(day.to_string(), Reason::NotANumber),
            Self::Misfit(misfit) if kind.is_text() && !kind.is_checked_text() => Self::Text(misfit.text),
            fitting => fitting,
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}
