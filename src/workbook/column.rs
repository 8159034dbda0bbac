//! The values of one column, one beside the other: what a projection is made of and what a batch carries.
//!
//! Numbers and days are plain arrays and texts are numbered in a dictionary, because a client list of 100,000 rows is
//! read, sorted and summed as a whole many times, and changed one cell at a time.

use std::collections::BTreeMap;

use super::day::Day;
use super::field::ColumnKind;
use super::lookup::Lookup;
use super::value::{Misfit, Value};

/// The stand-in for "no day" inside an array of days.
pub const NO_DAY: i32 = i32::MIN;

/// The values of one column. A row beyond the end of the array is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnData {
    pub values: Values,
    /// Texts that did not fit, by row. Their place in `values` is empty.
    pub misfits: BTreeMap<u32, Misfit>,
}

/// The fitting values of one column.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Values {
    /// No row has a value.
    #[default]
    None,
    /// NaN stands for empty.
    Numbers(Vec<f64>),
    /// Days since 1970-01-01; [`NO_DAY`] stands for empty.
    Days(Vec<i32>),
    Texts(Texts),
}

/// Texts, each kept once or a few times in a dictionary. Code 0 is the empty text.
#[derive(Clone, Debug, PartialEq)]
pub struct Texts {
    /// The code of each row's text.
    pub codes: Vec<u32>,
    /// Where the text of each code ends in `blob`; it starts where the one before ends.
    pub ends: Vec<u32>,
    pub blob: String,
    /// Where texts are found quickly; made when it is first needed.
    pub(crate) lookup: Lookup,
}

impl Default for Texts {
    fn default() -> Self {
        Self { codes: Vec::new(), ends: vec![0], blob: String::new(), lookup: Lookup::default() }
    }
}

impl Texts {
    /// Dictionaries up to this size are searched before a text is added, so that few different texts keep few codes.
    const SEARCHED: usize = 4096;

    /// The text of a code; empty for a code that does not exist.
    pub fn of_code(&self, code: u32) -> &str {
        let code = code as usize;
        let Some(end) = self.ends.get(code) else { return "" };
        let start = if code == 0 { 0 } else { self.ends[code - 1] };
        self.blob.get(start as usize..*end as usize).unwrap_or("")
    }

    /// The text of a row.
    pub fn get(&self, row: u32) -> &str {
        self.of_code(self.code(row))
    }

    /// The code of a row's text.
    pub fn code(&self, row: u32) -> u32 {
        self.codes.get(row as usize).copied().unwrap_or(0)
    }

    /// How many codes there are, the empty text's included. Codes run from 0. A large dictionary may hold a text twice.
    pub fn code_count(&self) -> u32 {
        self.ends.len() as u32
    }

    /// Adds a text to the dictionary without looking whether it is there.
    pub fn push_text(&mut self, text: &str) -> u32 {
        self.blob.push_str(text);
        self.ends.push(self.blob.len() as u32);
        self.ends.len() as u32 - 1
    }

    /// The code for a text, adding it where needed.
    pub fn intern(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        // A column that is filled gets the same text again and again.
        let last = self.code_count() - 1;
        if self.of_code(last) == text {
            return last;
        }
        if self.ends.len() <= Self::SEARCHED
            && let Some(code) = self.find(text)
        {
            return code;
        }
        self.push_text(text)
    }

    /// The code of a text, if the dictionary has it.
    fn find(&mut self, text: &str) -> Option<u32> {
        let mut lookup = std::mem::take(&mut self.lookup);
        for code in lookup.known..self.code_count() {
            lookup.add(self.of_code(code), code);
        }
        let found = lookup.get(text).filter(|code| self.of_code(*code) == text);
        // Two texts of one mark are so rare that the whole dictionary may be searched then.
        let is_other = found.is_none() && lookup.get(text).is_some();
        self.lookup = lookup;
        if is_other { (0..self.code_count()).find(|code| self.of_code(*code) == text) } else { found }
    }

    fn set(&mut self, row: u32, text: &str) {
        let code = self.intern(text);
        write(&mut self.codes, row, code, 0);
    }
}

impl ColumnData {
    /// The value of a row.
    pub fn get(&self, row: u32) -> Value {
        if let Some(misfit) = self.misfits.get(&row) {
            return Value::Misfit(misfit.clone());
        }
        match &self.values {
            Values::None => Value::Empty,
            Values::Numbers(_) => self.number(row).map_or(Value::Empty, Value::Number),
            Values::Days(_) => self.day(row).map_or(Value::Empty, Value::Date),
            Values::Texts(texts) => Value::text(texts.get(row)),
        }
    }

    /// The number of a row; nothing where it is empty, does not fit, or the column holds no numbers.
    pub fn number(&self, row: u32) -> Option<f64> {
        match &self.values {
            Values::Numbers(numbers) => numbers.get(row as usize).copied().filter(|number| !number.is_nan()),
            _ => None,
        }
    }

    /// The day of a row.
    pub fn day(&self, row: u32) -> Option<Day> {
        match &self.values {
            Values::Days(days) => days.get(row as usize).copied().filter(|day| *day != NO_DAY).map(Day),
            _ => None,
        }
    }

    /// The text of a row, or what was written there if it did not fit; "" where it is empty or not a text.
    pub fn text(&self, row: u32) -> &str {
        match &self.values {
            // A text column has misfits too: an error of the spreadsheet, a tax id that lost its digits.
            Values::Texts(texts) if self.misfits.is_empty() => texts.get(row),
            Values::Texts(texts) => self.misfits.get(&row).map_or_else(|| texts.get(row), |misfit| &misfit.text),
            _ => self.misfits.get(&row).map_or("", |misfit| &misfit.text),
        }
    }

    /// The texts of a text column.
    pub fn texts(&self) -> Option<&Texts> {
        match &self.values {
            Values::Texts(texts) => Some(texts),
            _ => None,
        }
    }

    /// Whether no row has a value.
    pub fn is_empty(&self) -> bool {
        self.values == Values::None && self.misfits.is_empty()
    }

    /// Whether a row has this value: what `get` would say, without a copy of the text.
    pub fn holds(&self, row: u32, value: &Value) -> bool {
        match (&self.values, value) {
            (Values::Texts(texts), Value::Text(text)) if !self.misfits.contains_key(&row) => texts.get(row) == text,
            (_, Value::Text(_)) => false,
            _ => self.get(row) == *value,
        }
    }

    /// Puts a value into a row. A value of another type than the column's is kept as text in a text column, and is
    /// refused (the row becomes empty) in a column of numbers or days: [`Value::Misfit`] is the way to keep it.
    pub fn set(&mut self, row: u32, value: &Value, kind: ColumnKind) {
        self.misfits.remove(&row);
        if self.values == Values::None && !matches!(value, Value::Empty | Value::Misfit(_)) {
            self.values = Values::of_kind(kind);
        }
        match (&mut self.values, value) {
            (Values::Numbers(numbers), Value::Number(number)) => write(numbers, row, *number, f64::NAN),
            (Values::Days(days), Value::Date(day)) => write(days, row, day.0, NO_DAY),
            (Values::Texts(texts), Value::Text(text)) => texts.set(row, text),
            (Values::Texts(texts), Value::Number(number)) => texts.set(row, &number.to_string()),
            (Values::Texts(texts), Value::Date(day)) => texts.set(row, &day.to_string()),
            (values, other) => {
                values.clear(row);
                if let Value::Misfit(misfit) = other {
                    self.misfits.insert(row, misfit.clone());
                }
            }
        }
    }

    /// Puts the rows of another column below row `start`. Where the other holds another type of value (two imports
    /// disagreed about a column of the person's own), each of its values is put in by itself.
    pub fn append(&mut self, start: u32, other: Self, kind: ColumnKind) {
        if !other.values.fits(&Values::of_kind(kind)) {
            let rows = other.values.len().max(other.misfits.last_key_value().map_or(0, |(row, _)| row + 1));
            return (0..rows).for_each(|row| self.set(start + row, &other.get(row).for_kind(kind), kind));
        }
        self.misfits.extend(other.misfits.into_iter().map(|(row, misfit)| (row + start, misfit)));
        match (&mut self.values, other.values) {
            (_, Values::None) => {}
            (mine @ Values::None, theirs) if start == 0 => *mine = theirs,
            (mine, theirs) => {
                if *mine == Values::None {
                    *mine = Values::of_kind(kind);
                }
                mine.append(start, &theirs);
            }
        }
    }
}

impl Values {
    /// An array for a kind of column, without rows.
    pub fn of_kind(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Date => Self::Days(Vec::new()),
            kind if kind.is_numeric() => Self::Numbers(Vec::new()),
            _ => Self::Texts(Texts::default()),
        }
    }

    /// How many rows the array covers; those below are empty.
    fn len(&self) -> u32 {
        match self {
            Self::None => 0,
            Self::Numbers(numbers) => numbers.len() as u32,
            Self::Days(days) => days.len() as u32,
            Self::Texts(texts) => texts.codes.len() as u32,
        }
    }

    fn fits(&self, other: &Self) -> bool {
        matches!(
            (self, other),
            (Self::None, _)
                | (Self::Numbers(_), Self::Numbers(_))
                | (Self::Days(_), Self::Days(_))
                | (Self::Texts(_), Self::Texts(_))
        )
    }

    fn clear(&mut self, row: u32) {
        let row = row as usize;
        match self {
            Self::None => {}
            Self::Numbers(numbers) => numbers.get_mut(row).map_or((), |place| *place = f64::NAN),
            Self::Days(days) => days.get_mut(row).map_or((), |place| *place = NO_DAY),
            Self::Texts(texts) => texts.codes.get_mut(row).map_or((), |place| *place = 0),
        }
    }

    fn append(&mut self, start: u32, other: &Self) {
        let start = start as usize;
        match (self, other) {
            (Self::Numbers(mine), Self::Numbers(theirs)) => {
                mine.resize(start, f64::NAN);
                mine.extend_from_slice(theirs);
            }
            (Self::Days(mine), Self::Days(theirs)) => {
                mine.resize(start, NO_DAY);
                mine.extend_from_slice(theirs);
            }
            (Self::Texts(mine), Self::Texts(theirs)) => {
                let codes: Vec<u32> = (0..theirs.code_count()).map(|code| mine.intern(theirs.of_code(code))).collect();
                mine.codes.resize(start, 0);
                mine.codes.extend(theirs.codes.iter().map(|code| codes.get(*code as usize).copied().unwrap_or(0)));
            }
            _ => {}
        }
    }
}

fn write<T: Copy>(values: &mut Vec<T>, row: u32, value: T, empty: T) {
    let row = row as usize;
    if values.len() <= row {
        values.resize(row + 1, empty);
    }
    values[row] = value;
}

#[cfg(test)]
mod tests {
    use super::super::value::Reason;
    use super::*;

    #[test]
    fn a_value_is_read_back_and_a_misfit_keeps_its_text() {
        let mut column = ColumnData::default();
        column.set(2, &Value::Number(1.5), ColumnKind::Money);
        assert_eq!((column.get(0), column.get(2), column.get(9)), (Value::Empty, Value::Number(1.5), Value::Empty));
        let misfit = Value::Misfit(Misfit { text: "n/a".to_owned(), reason: Reason::NotANumber });
        column.set(2, &misfit, ColumnKind::Money);
        assert_eq!((column.get(2), column.number(2), column.text(2)), (misfit, None, "n/a"));
        column.set(2, &Value::Number(2.0), ColumnKind::Money);
        assert_eq!(column.get(2), Value::Number(2.0));
    }

    #[test]
    fn a_misfit_in_a_column_of_texts_is_shown_too() {
        let mut column = ColumnData::default();
        column.set(0, &Value::text("Acme"), ColumnKind::Text);
        let misfit = Misfit { text: "#REF!".to_owned(), reason: Reason::CellError };
        column.set(1, &Value::Misfit(misfit), ColumnKind::Text);
        assert_eq!((column.text(0), column.text(1), column.text(2)), ("Acme", "#REF!", ""));
    }

    #[test]
    fn appended_rows_stand_below_and_share_the_dictionary() {
        let mut first = ColumnData::default();
        first.set(0, &Value::text("Moscow"), ColumnKind::Choice);
        let mut second = ColumnData::default();
        second.set(1, &Value::text("Moscow"), ColumnKind::Choice);
        first.append(3, second, ColumnKind::Choice);
        assert_eq!((first.text(0), first.text(3), first.text(4)), ("Moscow", "", "Moscow"));
        assert_eq!(first.texts().map(Texts::code_count), Some(2));
    }

    #[test]
    fn appending_below_an_empty_column_leaves_the_rows_above_empty() {
        let mut below = ColumnData::default();
        below.set(0, &Value::Number(7.0), ColumnKind::Number);
        let mut column = ColumnData::default();
        column.append(2, below, ColumnKind::Number);
        assert_eq!((column.get(0), column.get(2)), (Value::Empty, Value::Number(7.0)));
    }

    #[test]
    fn appended_values_of_another_type_are_kept_as_misfits() {
        let mut texts = ColumnData::default();
        texts.set(0, &Value::text("twelve"), ColumnKind::Text);
        let mut column = ColumnData::default();
        column.append(0, texts, ColumnKind::Number);
        assert_eq!(column.text(0), "twelve");
    }
}
