//! Numbers for the different values of a column, from 1: equal values, however the file keeps them, have one number.

use std::borrow::Cow;

use super::fast_hash::FastMap;
use super::headings::key_of;
use super::sheet::{Raw, RawCell, Sheet};

/// Up to so many digits a text and a number are the same.
const DIGITS: usize = 15;

/// Hands out the numbers. A text is folded once, however many rows and codes of the sheet have it.
pub struct Keys<'a> {
    sheet: &'a Sheet,
    /// Whether names that differ in case, spaces and punctuation alone are the same.
    is_loose: bool,
    of_code: Vec<u32>,
    of_number: FastMap<u64, u32>,
    /// By the text as it is written.
    of_written: FastMap<&'a str, u32>,
    of_text: FastMap<Cow<'a, str>, u32>,
    pub count: u32,
}

impl<'a> Keys<'a> {
    pub fn new(sheet: &'a Sheet, is_loose: bool) -> Self {
        Self {
            sheet,
            is_loose,
            of_code: vec![0; sheet.texts.code_count()],
            of_number: FastMap::default(),
            of_written: FastMap::default(),
            of_text: FastMap::default(),
            count: 0,
        }
    }

    /// The number of a cell's value. An error of the spreadsheet is no value.
    pub fn key(&mut self, cell: RawCell) -> u32 {
        match (cell.text_code(), self.sheet.raw(cell)) {
            (Some(code), Raw::Text(text)) => {
                let known = self.of_code.get(code as usize).copied().unwrap_or(0);
                if known > 0 {
                    return known;
                }
                // A column of many texts has several codes for one of them.
                let written = self.of_written.get(text).copied();
                let key = written.unwrap_or_else(|| self.of_text(text));
                if self.is_loose && written.is_none() {
                    self.of_written.insert(text, key);
                }
                if let Some(place) = self.of_code.get_mut(code as usize) {
                    *place = key;
                }
                key
            }
            (_, Raw::Number(number) | Raw::Date(number)) => self.of_number(number),
            (_, Raw::Boolean(value)) => self.of_number(f64::from(u8::from(value))),
            _ => 0,
        }
    }

    fn of_text(&mut self, text: &'a str) -> u32 {
        let is_number =
            text.len() <= DIGITS && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && let Ok(number) = text.parse::<f64>() {
            return self.of_number(number);
        }
        let mut key = Cow::Borrowed(text);
        if self.is_loose {
            let loose = key_of(text);
            // A name of signs alone is still a name.
            key = if loose.is_empty() { key } else { Cow::Owned(loose) };
        }
        let next = self.count + 1;
        let key = *self.of_text.entry(key).or_insert(next);
        self.count = self.count.max(key);
        key
    }

    fn of_number(&mut self, number: f64) -> u32 {
        let next = self.count + 1;
        let key = *self.of_number.entry(number.to_bits()).or_insert(next);
        self.count = self.count.max(key);
        key
    }
}

/// The number of each line's value in a column; 0 where it is empty. And how many different ones there are.
pub fn keys_of(sheet: &Sheet, position: u32, first: u32, places: &[u32], rows: u32, is_loose: bool) -> (Vec<u32>, u32) {
    let mut keys = Keys::new(sheet, is_loose);
    let mut of_line = vec![0; rows as usize];
    for cell in sheet.cells(position, first) {
        let line = places.get(cell.row as usize).copied().unwrap_or(u32::MAX);
        if let Some(place) = of_line.get_mut(line as usize) {
            *place = keys.key(*cell);
        }
    }
    (of_line, keys.count)
}
