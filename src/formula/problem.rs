//! What is wrong with a formula, and where.

use std::ops::Range;

/// Why a text is no formula, with its place. The wording is in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub trouble: Trouble,
    /// Bytes of the text; empty at its end where something is missing there.
    pub span: Range<usize>,
}

/// Why a text is no formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing is written yet.
    Nothing,
    /// A character that means nothing here.
    Character(char),
    /// A number that can't be read.
    Number(String),
    /// A text whose closing quotation mark is missing.
    OpenText,
    /// A column whose `]` is missing.
    OpenColumn,
    /// A `(` that is never closed.
    OpenParenthesis,
    /// A `)` that was never opened.
    Parenthesis,
    /// No column has this title.
    Column(String),
    /// There is no such function.
    Function(String),
    /// A function's name without its `(`.
    NoArguments(String),
    /// A value is missing: between two operators, or at the end.
    NoValue,
    /// Two values stand side by side without an operator.
    NoOperator,
    /// A `,` or `;` outside the arguments of a function.
    Separator,
    TooFew {
        name: &'static str,
        least: usize,
    },
    TooMany {
        name: &'static str,
        most: usize,
    },
    /// Nested deeper than anyone writes by hand.
    TooDeep,
    /// The column would be calculated from itself.
    Cycle,
}

impl Problem {
    pub(super) fn new(trouble: Trouble, span: Range<usize>) -> Self {
        Self { trouble, span }
    }
}
