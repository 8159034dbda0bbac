//! The values of one column: cells of a sheet to an array of the column's kind.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use super::build::NO_ROW;
use super::contact_checks::{text_fault, yes_or_no};
use super::conventions::{DateOrder, DecimalMark};
use super::dates;
use super::decimal_mark::MarkFinder;
use super::fast_hash::FastMap;
use super::mapping::PercentScale;
use super::numbers;
use super::sheet::{Raw, RawCell, Sheet};
use crate::workbook::{ColumnData, ColumnKind, Misfit, NO_DAY, Reason, Texts, Values};

/// Sixteen digits and more do not survive in a spreadsheet's number.
const LOSES_DIGITS: f64 = 1e15;
/// So many different texts of a column are looked up, so that equal ones have one code.
const LOOKED_UP: u32 = 4096;
/// Above this share of values beyond 1, a column without percent signs is written in hundredths.
const HUNDREDTHS: f64 = 0.1;

/// How a column is read.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    pub kind: ColumnKind,
    pub unit: f64,
    pub decimal: Option<DecimalMark>,
    pub dates: DateOrder,
    pub percent: Option<PercentScale>,
    pub is_markup: bool,
}

/// Reads the cells into `rows` rows; `places` says where each row of the sheet goes.
pub fn read_column(
    sheet: &Sheet,
    cells: &[RawCell],
    reading: &Reading,
    places: &[u32],
    rows: u32,
    mut report: impl FnMut(u32, &Misfit),
) -> ColumnData {
    let mut misfits = BTreeMap::new();
    let mut keep = |row: u32, place: u32, text: String, reason: Reason| {
        let misfit = Misfit { text, reason };
        report(row, &misfit);
        misfits.insert(place, misfit);
    };
    let targets = cells.iter().filter_map(|cell| {
        let place = places.get(cell.row as usize).copied().filter(|place| *place != NO_ROW)?;
        Some((*cell, place))
    });
    let values = if cells.is_empty() {
        Values::None
    } else if reading.kind == ColumnKind::Date {
        let mut days = vec![NO_DAY; rows as usize];
        // A ledger has few days and many lines: each text is read once.
        let mut known = vec![None; sheet.texts.code_count()];
        let mut read = |cell: RawCell| match cell.text_code().and_then(|code| known.get_mut(code as usize)) {
            Some(known) => *known.get_or_insert_with(|| day(sheet.raw(cell), reading.dates)),
            None => day(sheet.raw(cell), reading.dates),
        };
        for (cell, place) in targets {
            match (read(cell), days.get_mut(place as usize)) {
                (Ok(day), Some(target)) => *target = day,
                (Err(reason), _) => keep(cell.row, place, sheet.raw(cell).to_text(), reason),
                _ => {}
            }
        }
        Values::Days(days)
    } else if reading.kind == ColumnKind::YesNo {
        let mut numbers = vec![f64::NAN; rows as usize];
        for (cell, place) in targets {
            match (yes_no(sheet.raw(cell)), numbers.get_mut(place as usize)) {
                (Ok(yes), Some(target)) => *target = f64::from(u8::from(yes)),
                (Err(reason), _) => keep(cell.row, place, sheet.raw(cell).to_text(), reason),
                _ => {}
            }
        }
        Values::Numbers(numbers)
    } else if reading.kind.is_numeric() {
        let numeric = Numeric::new(sheet, cells, reading);
        let mut numbers = vec![f64::NAN; rows as usize];
        for (cell, place) in targets {
            match (numeric.number(sheet.raw(cell)), numbers.get_mut(place as usize)) {
                (Ok(number), Some(target)) => *target = number,
                (Err(reason), _) => keep(cell.row, place, sheet.raw(cell).to_text(), reason),
                _ => {}
            }
        }
        Values::Numbers(numbers)
    } else {
        let mut codes = TextCodes::new(sheet, rows, reading.kind);
        for (cell, place) in targets {
            if let Err(reason) = codes.add(cell, place) {
                keep(cell.row, place, sheet.raw(cell).to_text(), reason);
            }
        }
        Values::Texts(codes.texts)
    };
    ColumnData { values, misfits }
}

fn yes_no(raw: Raw<'_>) -> Result<bool, Reason> {
    match raw {
        Raw::Boolean(yes) => Ok(yes),
        Raw::Text(text) => yes_or_no(text).ok_or(Reason::NotAYesOrNo),
        Raw::Number(number) if number == 0.0 || (number - 1.0).abs() < f64::EPSILON => Ok(number != 0.0),
        Raw::Number(_) | Raw::Date(_) => Err(Reason::NotAYesOrNo),
        Raw::Error(_) => Err(Reason::CellError),
    }
}

fn day(raw: Raw<'_>, order: DateOrder) -> Result<i32, Reason> {
    match raw {
        Raw::Date(days) => Ok(days.floor() as i32),
        Raw::Number(number) => dates::of_number(number).map(|day| day.0),
        Raw::Text(text) => match dates::read(text, order) {
            // A serial number that a text file carried.
            Err(Reason::NotADate) if text.len() == 5 => {
                text.parse().map_err(|_| Reason::NotADate).and_then(dates::of_number).map(|day| day.0)
            }
            read => read.map(|day| day.0),
        },
        Raw::Boolean(_) => Err(Reason::NotADate),
        Raw::Error(_) => Err(Reason::CellError),
    }
}

/// Reads numbers, amounts and shares.
struct Numeric {
    mark: DecimalMark,
    unit: f64,
    misfit: Reason,
    is_percent: bool,
    is_hundredths: bool,
    is_markup: bool,
}

impl Numeric {
    fn new(sheet: &Sheet, cells: &[RawCell], reading: &Reading) -> Self {
        let is_percent = reading.kind == ColumnKind::Percent;
        let mark = reading.decimal.unwrap_or_else(|| find_mark(sheet, cells));
        let is_hundredths = match reading.percent {
            Some(scale) => scale == PercentScale::Hundredths,
            None => is_percent && are_hundredths(sheet, cells, mark),
        };
        let misfit = if is_percent { Reason::NotAPercent } else { Reason::NotANumber };
        // A unit in the heading of a column of shares is its percent sign.
        let unit = if is_percent { 1.0 } else { reading.unit };
        Self { mark, unit, misfit, is_percent, is_hundredths, is_markup: reading.is_markup }
    }

    fn number(&self, raw: Raw<'_>) -> Result<f64, Reason> {
        let number = match raw {
            Raw::Number(number) => self.in_whole_units(number),
            Raw::Text(text) => {
                let written = numbers::read(text, self.mark).ok_or(self.misfit)?;
                match (written.is_percent, written.has_unit) {
                    (true, _) => hundredth(written.value),
                    (false, true) => written.value,
                    (false, false) => self.in_whole_units(written.value),
                }
            }
            Raw::Error(_) => return Err(Reason::CellError),
            Raw::Date(_) | Raw::Boolean(_) => return Err(self.misfit),
        };
        match self.is_markup {
            true if number > -1.0 => Ok(number / (1.0 + number)),
            true => Err(self.misfit),
            false => Ok(number),
        }
    }

    fn in_whole_units(&self, number: f64) -> f64 {
        match (self.is_percent, self.is_hundredths) {
            (true, true) => hundredth(number),
            (true, false) => number,
            (false, _) => numbers::tidy(number, self.unit),
        }
    }
}

/// 12.3 as a share, without the crumbs of a division.
pub fn hundredth(number: f64) -> f64 {
    let share = number / 100.0;
    let tidy = (share * 1e10).round() / 1e10;
    if tidy.is_finite() && share.abs() < 1e5 { tidy } else { share }
}

fn find_mark(sheet: &Sheet, cells: &[RawCell]) -> DecimalMark {
    let mut finder = MarkFinder::default();
    for cell in cells {
        if let Raw::Text(text) = sheet.raw(*cell) {
            finder.look(text);
        }
    }
    finder.mark()
}

/// Whether 25 stands for 25 %: a share beyond 1 is rare, so more than a few such values say so.
fn are_hundredths(sheet: &Sheet, cells: &[RawCell], mark: DecimalMark) -> bool {
    let (mut beyond, mut all) = (0_u32, 0_u32);
    for cell in cells {
        let number = match sheet.raw(*cell) {
            Raw::Number(number) => number,
            Raw::Text(text) => match numbers::read(text, mark) {
                Some(written) if !written.is_percent => written.value,
                _ => continue,
            },
            _ => continue,
        };
        all += u32::from(number != 0.0);
        beyond += u32::from(number.abs() > 1.0);
    }
    f64::from(beyond) > f64::from(all) * HUNDREDTHS
}

/// Numbers the texts of a column in the order in which they come.
struct TextCodes<'a> {
    sheet: &'a Sheet,
    texts: Texts,
    /// The column's code for each code of the sheet; 0 where it has none yet.
    of_sheet: Vec<u32>,
    of_text: FastMap<&'a str, u32>,
    of_number: FastMap<u64, u32>,
    kind: ColumnKind,
}

impl<'a> TextCodes<'a> {
    fn new(sheet: &'a Sheet, rows: u32, kind: ColumnKind) -> Self {
        Self {
            sheet,
            texts: Texts { codes: vec![0; rows as usize], ..Texts::default() },
            of_sheet: vec![0; sheet.texts.code_count()],
            of_text: FastMap::default(),
            of_number: FastMap::default(),
            kind,
        }
    }

    fn add(&mut self, cell: RawCell, place: u32) -> Result<(), Reason> {
        let code = match (cell.text_code(), self.sheet.raw(cell)) {
            (Some(code), Raw::Text(text)) => self.code_of(code, text),
            (_, Raw::Number(number)) if number.abs() >= LOSES_DIGITS && number.fract() == 0.0 => {
                return Err(Reason::PrecisionLost);
            }
            (_, Raw::Number(number)) => match self.of_number.entry(number.to_bits()) {
                Entry::Occupied(entry) => *entry.get(),
                Entry::Vacant(entry) => *entry.insert(self.texts.push_text(&Raw::Number(number).to_text())),
            },
            (_, Raw::Error(_)) => return Err(Reason::CellError),
            (_, other) => self.texts.intern(&other.to_text()),
        };
        if self.kind.is_checked_text()
            && let Some(reason) = text_fault(self.texts.of_code(code), self.kind)
        {
            return Err(reason);
        }
        if let Some(target) = self.texts.codes.get_mut(place as usize) {
            *target = code;
        }
        Ok(())
    }

    fn code_of(&mut self, of_sheet: u32, text: &'a str) -> u32 {
        let Some(known) = self.of_sheet.get_mut(of_sheet as usize) else { return 0 };
        if *known == 0 {
            *known = if self.texts.code_count() > LOOKED_UP {
                self.texts.push_text(text)
            } else {
                // The sheet may hold one text under several codes.
                *self.of_text.entry(text).or_insert_with(|| self.texts.push_text(text))
            };
        }
        *known
    }
}

#[cfg(test)]
#[path = "build_tests.rs"]
mod tests;
