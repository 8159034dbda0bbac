//! A value while it is calculated.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::dates;
use super::fault::Fault;
use crate::workbook::{ColumnData, ColumnKind, Day, Misfit, Reason, Value};

/// What an expression comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand<'a> {
    Empty,
    /// Finite.
    Number(f64),
    Text(Cow<'a, str>),
    Day(Day),
    Truth(bool),
    Fault(Fault),
}

/// Numbers closer than this, in relation to their size, are the same to a spreadsheet: it compares fifteen digits.
const SAME: f64 = 1e-15;

impl<'a> Operand<'a> {
    /// The value of a cell.
    pub fn of_cell(column: &'a ColumnData, row: u32) -> Self {
        if let Some(number) = column.number(row) {
            return Self::Number(number);
        }
        if let Some(day) = column.day(row) {
            return Self::Day(day);
        }
        if let Some(fault) = column.misfits.get(&row).and_then(Fault::of) {
            return Self::Fault(fault);
        }
        Self::text(column.text(row))
    }

    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A number, or the fault of one that is beyond what there is.
    pub fn number(number: f64) -> Self {
        if number.is_finite() { Self::Number(number) } else { Self::Fault(Fault::Range) }
    }

    /// As a number: an empty cell is 0, a day its serial number, a text what it says in digits.
    pub fn to_number(&self) -> Result<f64, Fault> {
        match self {
            Self::Empty => Ok(0.0),
            Self::Number(number) => Ok(*number),
            Self::Day(day) => Ok(dates::serial(*day)),
            Self::Truth(truth) => Ok(f64::from(u8::from(*truth))),
            Self::Text(text) => {
                let text = text.trim();
                let is_plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'));
                text.parse().ok().filter(|_| is_plain).ok_or(Fault::Operand)
            }
            Self::Fault(fault) => Err(*fault),
        }
    }

    /// As a yes or no: an empty cell and 0 are no.
    pub fn to_truth(&self) -> Result<bool, Fault> {
        match self {
            Self::Truth(truth) => Ok(*truth),
            Self::Text(text) => match text.to_uppercase().as_str() {
                "TRUE" => Ok(true),
                "FALSE" => Ok(false),
                _ => Err(Fault::Operand),
            },
            other => other.to_number().map(|number| number != 0.0),
        }
    }

    pub fn to_day(&self) -> Result<Day, Fault> {
        match self {
            Self::Day(day) => Ok(*day),
            Self::Text(text) => dates::of_text(text).ok_or(Fault::Operand),
            Self::Empty => Err(Fault::Operand),
            other => dates::of_serial(other.to_number()?).ok_or(Fault::Range),
        }
    }

    pub fn to_text(&self) -> Result<Cow<'_, str>, Fault> {
        Ok(match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Number(number) => plain(*number).into(),
            Self::Text(text) => Cow::Borrowed(text.as_ref()),
            Self::Day(day) => day.to_string().into(),
            Self::Truth(truth) => Cow::Borrowed(if *truth { "TRUE" } else { "FALSE" }),
            Self::Fault(fault) => return Err(*fault),
        })
    }

    /// The order of two values as spreadsheets have it: numbers before texts before yes and no, capitals like small
    /// letters, and an empty cell like the other's nothing.
    pub fn order(&self, other: &Self) -> Result<Ordering, Fault> {
        match (self, other) {
            (Self::Fault(fault), _) | (_, Self::Fault(fault)) => Err(*fault),
            (Self::Text(mine), Self::Text(theirs)) => Ok(compare_texts(mine, theirs)),
            (Self::Text(_), Self::Empty) => Ok(Ordering::Greater),
            (Self::Empty, Self::Text(_)) => Ok(Ordering::Less),
            (Self::Truth(mine), Self::Truth(theirs)) => Ok(mine.cmp(theirs)),
            (mine, theirs) if mine.rank() == theirs.rank() || self.is_empty() || other.is_empty() => {
                let (mine, theirs) = (mine.to_number()?, theirs.to_number()?);
                let is_same = (mine - theirs).abs() <= SAME * mine.abs().max(theirs.abs());
                Ok(if is_same { Ordering::Equal } else { mine.total_cmp(&theirs) })
            }
            (mine, theirs) => Ok(mine.rank().cmp(&theirs.rank())),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Text(_) => 1,
            Self::Truth(_) => 2,
            _ => 0,
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The same value without what it borrows.
    pub fn into_owned(self) -> Operand<'static> {
        match self {
            Self::Text(text) => Operand::Text(Cow::Owned(text.into_owned())),
            Self::Empty => Operand::Empty,
            Self::Number(number) => Operand::Number(number),
            Self::Day(day) => Operand::Day(day),
            Self::Truth(truth) => Operand::Truth(truth),
            Self::Fault(fault) => Operand::Fault(fault),
        }
    }

    /// As a cell of a column of this kind keeps it.
    pub fn into_value(self, kind: ColumnKind) -> Value {
        let misfit = |text: String, reason| Value::Misfit(Misfit { text, reason });
        match self {
            Self::Empty => Value::Empty,
            Self::Fault(fault) => fault.value(),
            Self::Number(number) if kind.is_text() => Value::Text(plain(number)),
            Self::Number(number) if kind == ColumnKind::Date => {
                dates::of_serial(number).map_or_else(|| Fault::Range.value(), Value::Date)
            }
            Self::Number(number) if kind == ColumnKind::YesNo => Value::Number(f64::from(u8::from(number != 0.0))),
            Self::Number(number) => Value::Number(number),
            Self::Text(text) => Value::text(text).for_kind(kind),
            Self::Day(day) if kind.is_numeric() => misfit(day.to_string(), Reason::NotANumber),
            Self::Day(day) => Value::Date(day).for_kind(kind),
            Self::Truth(truth) if kind.is_numeric() => Value::Number(f64::from(u8::from(truth))),
            Self::Truth(truth) => Value::text(if truth { "TRUE" } else { "FALSE" }).for_kind(kind),
        }
    }
}

/// A number as text, without the crumbs of binary fractions.
fn plain(number: f64) -> String {
    let tidy: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    tidy.to_string()
}

fn compare_texts(left: &str, right: &str) -> Ordering {
    if left.is_ascii() && right.is_ascii() {
        let folded = |text: &'_ str| text.bytes().map(|byte| byte.to_ascii_lowercase()).collect::<Vec<u8>>();
        if left.eq_ignore_ascii_case(right) { Ordering::Equal } else { folded(left).cmp(&folded(right)) }
    } else {
        left.to_lowercase().cmp(&right.to_lowercase())
    }
}
