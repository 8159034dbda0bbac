//! Find and replace over the rows that are shown, one column at a time, so that the page is never held up for long.

use std::collections::HashMap;

use super::columns::SheetColumn;
use super::digits::{self, Digits};
use super::entry::entry_text;
use super::filter::Searched;
use super::pattern::Pattern;
use super::selection::{Place, Selection};
use crate::exchange;
use crate::segment::Segment;
use crate::workbook::{CellEdit, ColumnData, ColumnKind, Day, Field, RowId, Value, Values};

/// Where to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    #[default]
    All,
    Column,
    Selection,
}

/// What to look for, and what to put in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindQuery {
    pub text: String,
    /// Nothing while a person only looks.
    pub replacement: Option<String>,
    pub matches_case: bool,
    pub is_whole: bool,
    pub scope: Scope,
}

/// A client that is shown: its place in the sheet, its row in the table and its id.
pub type Shown = (u32, u32, RowId);

/// A cell in which something was found: which of the clients looked through, and the column's place.
pub type Spot = (u32, u32);

/// A search on its way.
pub struct Finder {
    query: FindQuery,
    pattern: Pattern,
    clients: Vec<Shown>,
    /// Places of the columns that are still to be looked through.
    columns: Vec<u32>,
    /// Only cells in one of these; everywhere where there are none.
    areas: Vec<Selection>,
    today: Day,
    /// In the order of the sheet once all columns were looked through.
    pub spots: Vec<Spot>,
    is_sorted: bool,
    /// How many of the spots the replacement was tried on.
    tried: usize,
    /// What the replacement writes.
    pub cells: Vec<CellEdit>,
    /// How many cells the replacement changes, and how many it leaves because the result would not fit.
    pub changed: u32,
    pub unfit: u32,
}

/// What a replacement makes of a cell.
pub struct Replaced {
    /// As a person would write it.
    pub text: String,
    /// What is written; nothing where the result does not fit.
    pub values: Option<Vec<(crate::workbook::ColumnId, Value)>>,
}

impl Finder {
    /// Replacements tried in one step.
    const STRIDE: usize = 1_000;

    /// Nothing where nothing is looked for.
    pub fn new(
        query: FindQuery,
        clients: Vec<Shown>,
        columns: Vec<u32>,
        areas: Vec<Selection>,
        today: Day,
    ) -> Option<Self> {
        let pattern = Pattern::new(&query.text, query.matches_case, query.is_whole)?;
        let (spots, cells) = (Vec::new(), Vec::new());
        let (is_sorted, tried, changed, unfit) = (false, 0, 0, 0);
        Some(Self { query, pattern, clients, columns, areas, today, spots, is_sorted, tried, cells, changed, unfit })
    }

    /// Looks through one more column, or tries the replacement on some more cells. Says whether all is done.
    pub fn step(&mut self, sheet: &Searched) -> bool {
        if let Some(column) = self.columns.pop() {
            if let Some(of) = sheet.columns.get(column as usize) {
                self.look_through(column, of, sheet);
            }
            return false;
        }
        if !self.is_sorted {
            self.spots.sort_unstable();
            self.is_sorted = true;
        }
        let end = if self.query.replacement.is_some() { self.spots.len() } else { self.tried };
        for at in self.tried..end.min(self.tried + Self::STRIDE) {
            let spot = self.spots[at];
            self.tried = at + 1;
            let Some((_, _, client)) = self.client(spot) else { continue };
            match self.replaced(spot, sheet).and_then(|replaced| replaced.values) {
                Some(values) => {
                    self.changed += 1;
                    let cell = |(column, value)| CellEdit { row: client, column, value };
                    self.cells.extend(values.into_iter().map(cell));
                }
                None => self.unfit += 1,
            }
        }
        self.tried >= end
    }

    pub fn client(&self, spot: Spot) -> Option<Shown> {
        self.clients.get(spot.0 as usize).copied()
    }

    pub fn place(&self, spot: Spot) -> Place {
        Place::new(self.client(spot).map_or(0, |(place, ..)| place as usize), spot.1 as usize)
    }

    /// The first spot behind a place, and behind the last one the first of all.
    pub fn next(&self, place: Place) -> Option<Place> {
        let is_before = |spot: &Spot| {
            let spot = self.place(*spot);
            (spot.row, spot.column) <= (place.row, place.column)
        };
        let next = self.spots.partition_point(is_before);
        self.spots.get(next).or(self.spots.first()).map(|spot| self.place(*spot))
    }

    /// What the replacement writes into a cell; nothing where nothing was found there, or the result would not fit.
    pub fn replacement_at(&self, place: Place, sheet: &Searched) -> Vec<CellEdit> {
        let is_there = |spot: &&Spot| self.place(**spot) == place;
        let replaced = self.spots.iter().find(is_there).and_then(|spot| {
            let (_, _, row) = self.client(*spot)?;
            Some((row, self.replaced(*spot, sheet)?.values?))
        });
        let Some((row, values)) = replaced else { return Vec::new() };
        values.into_iter().map(|(column, value)| CellEdit { row, column, value }).collect()
    }

    fn look_through(&mut self, column: u32, of: &SheetColumn, sheet: &Searched) {
        let areas: Vec<&Selection> =
            self.areas.iter().filter(|area| area.columns().contains(&(column as usize))).collect();
        if areas.is_empty() && !self.areas.is_empty() {
            return;
        }
        let is_in_area =
            |place: u32| areas.is_empty() || areas.iter().any(|area| area.rows().contains(&(place as usize)));
        let mut test = self.test(of, sheet);
        let hits = (0..).zip(&self.clients).filter(|(_, (place, row, _))| is_in_area(*place) && test(*row));
        let hits: Vec<Spot> = hits.map(|(at, _)| (at, column)).collect();
        drop(test);
        self.spots.extend(hits);
    }

    /// Whether the pattern is in a row's cell of a column.
    fn test<'a>(&'a self, column: &'a SheetColumn, sheet: &'a Searched) -> Box<dyn FnMut(u32) -> bool + 'a> {
        let pattern = &self.pattern;
        if column.is_segment() {
            let named = Segment::ALL.map(|segment| pattern.is_in(sheet.wording.segment(segment)));
            return Box::new(move |row| sheet.findings.segment(row).is_some_and(|segment| named[segment as usize]));
        }
        let data = sheet.table.data(&column.id);
        let mut fits = self.test_of_fitting(data, column.kind, sheet);
        if data.misfits.is_empty() {
            return fits;
        }
        Box::new(move |row| data.misfits.get(&row).map_or_else(|| fits(row), |misfit| pattern.is_in(&misfit.text)))
    }

    fn test_of_fitting<'a>(
        &'a self,
        data: &'a ColumnData,
        kind: ColumnKind,
        sheet: &'a Searched,
    ) -> Box<dyn FnMut(u32) -> bool + 'a> {
        let pattern = &self.pattern;
        let formats = sheet.formats;
        // A whole cell is compared by its value: 1,234.5 is 1234.50.
        let wanted = self.query.is_whole.then(|| exchange::entry(&self.query.text, kind, &formats.conventions()));
        match &data.values {
            Values::None => Box::new(|_| false),
            Values::Texts(texts) => {
                // Each different text is looked at once.
                let mut known: Vec<Option<bool>> = vec![None; texts.code_count() as usize];
                Box::new(move |row| {
                    let code = texts.code(row);
                    let test = || code > 0 && pattern.is_in(texts.of_code(code));
                    known.get_mut(code as usize).is_some_and(|known| *known.get_or_insert_with(test))
                })
            }
            Values::Days(_) => {
                let mut known: HashMap<i32, bool> = HashMap::new();
                Box::new(move |row| {
                    let Some(day) = data.day(row) else { return false };
                    let test = || wanted == Some(Value::Date(day)) || pattern.is_in(&formats.day(day));
                    *known.entry(day.0).or_insert_with(test)
                })
            }
            Values::Numbers(_) => {
                match (wanted, digits::looked_for(&self.query.text, &formats.decimal, &formats.group)) {
                    (Some(wanted), _) => {
                        Box::new(move |row| data.number(row).map(Value::Number) == Some(wanted.clone()))
                    }
                    (None, Some(bare)) => {
                        let mut digits = Digits::default();
                        Box::new(move |row| {
                            data.number(row).is_some_and(|number| {
                                digits.of(number, kind).windows(bare.len()).any(|part| part == bare.as_bytes())
                                    || has_more_digits(number, kind)
                                        && entry_text(&Value::Number(number), kind, formats).contains(&self.query.text)
                            })
                        })
                    }
                    (None, None) => Box::new(|_| false),
                }
            }
        }
    }

    /// What the replacement makes of a cell; nothing where nothing is to be replaced.
    pub fn replaced(&self, spot: Spot, sheet: &Searched) -> Option<Replaced> {
        let with = self.query.replacement.as_deref()?;
        let column = sheet.columns.get(spot.1 as usize)?;
        let (_, row, _) = self.client(spot)?;
        if column.is_segment() {
            let name = sheet.findings.segment(row).map(|segment| sheet.wording.segment(segment))?;
            let text = self.pattern.replaced(name, with)?;
            let values = self.segment_values(&text, sheet);
            return Some(Replaced { text, values });
        }
        if sheet.table.is_calculated(&column.id) {
            return None;
        }
        let before = sheet.table.value(row, &column.id);
        // Numbers may be written with marks between thousands or without.
        let written = [entry_text(&before, column.kind, sheet.formats), sheet.formats.value(&before, column.kind)];
        let is_figure = matches!(before, Value::Number(_) | Value::Date(_));
        let text = if is_figure && self.query.is_whole {
            with.to_owned()
        } else {
            written.iter().find_map(|text| self.pattern.replaced(text, with))?
        };
        let after = exchange::entry(&text, column.kind, &sheet.formats.conventions());
        let fits = !matches!(after, Value::Misfit(_));
        Some(Replaced { text, values: fits.then(|| vec![(column.id.clone(), after)]) })
    }

    fn segment_values(&self, name: &str, sheet: &Searched) -> Option<Vec<(crate::workbook::ColumnId, Value)>> {
        let (chosen, on) = if name.trim().is_empty() {
            (Value::Empty, Value::Empty)
        } else {
            (Value::text(sheet.wording.segment_named(name)?.key()), Value::Date(self.today))
        };
        Some(vec![(Field::Segment.into(), chosen), (Field::SegmentChosen.into(), on)])
    }
}

/// Whether a number has more digits behind the mark than a column of this kind shows.
fn has_more_digits(number: f64, kind: ColumnKind) -> bool {
    let scale = if kind == ColumnKind::Number { 1e6 } else { 1e4 };
    (number * scale).fract() != 0.0
}
