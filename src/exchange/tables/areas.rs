//! The separate tables of one sheet: side by side with empty columns between, or one below the other with empty rows
//! between and headings of its own.

use super::taking::TableChoice;
use crate::exchange::heading_row::{self, is_name, recognised};
use crate::exchange::sheet::{Raw, Sheet};
use crate::exchange::write::column_letters;

/// More pieces than these are no tables but a scattered sheet.
const MOST_GROUPS: usize = 40;
const MOST_BLOCKS: usize = 400;
/// A title may stand above the headings of a table.
const TITLE_ROWS: u32 = 4;
/// A letterhead has no more cells in a row.
const LETTERHEAD: usize = 3;
/// So many rows below a heading say what its columns hold.
const LOOKED_AT: u32 = 20;

/// A table within a sheet. All counts are from 0 and include both ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
    pub heading: u32,
    headings: Vec<String>,
    /// The run of columns that it lies in, with other tables above or below it.
    group: u32,
}

impl Area {
    /// Without the columns that only the tables above and below have.
    fn tighten(&mut self, sheet: &Sheet) {
        let is_used = |column: &u32| {
            let cells = sheet.cells(*column, self.heading);
            cells.first().is_some_and(|cell| cell.row <= self.rows.1)
        };
        let used = (self.columns.0..=self.columns.1).filter(is_used);
        let columns = used.fold(None, |span: Option<(u32, u32)>, at| Some((span.map_or(at, |(first, _)| first), at)));
        self.columns = columns.unwrap_or(self.columns);
    }

    /// As a spreadsheet names it: `B2:F11`.
    pub fn range(&self) -> String {
        let (first, last) = (column_letters(self.columns.0), column_letters(self.columns.1));
        format!("{first}{}:{last}{}", self.heading + 1, self.rows.1 + 1)
    }

    pub fn first_headings(&self) -> Vec<String> {
        self.headings.iter().take(3).cloned().collect()
    }

    /// Takes everything else out of a sheet.
    pub fn crop(&self, sheet: &mut Sheet) {
        for (column, at) in sheet.columns.iter_mut().zip(0..) {
            if at < self.columns.0 || at > self.columns.1 {
                column.cells = Vec::new();
            } else {
                column.cells.retain(|cell| self.rows.0 <= cell.row && cell.row <= self.rows.1);
            }
        }
        sheet.row_count = sheet.row_count.min(self.rows.1 + 1);
    }
}

/// The tables of a sheet, from left to right and from top to bottom; none where the sheet is one table.
pub fn find(sheet: &Sheet) -> Vec<Area> {
    let groups = runs(sheet.columns.iter().map(|column| !column.cells.is_empty()));
    if groups.is_empty() || groups.len() > MOST_GROUPS {
        return Vec::new();
    }
    let mut areas = Vec::new();
    for (columns, group) in groups.iter().zip(0..) {
        let blocks = blocks(sheet, *columns, groups.len() == 1);
        if groups.len() == 1 && blocks.len() < 2 {
            return Vec::new();
        }
        tables_of(sheet, (*columns, group), &blocks, &mut areas);
    }
    if areas.len() < 2 && groups.len() < 2 {
        areas.clear();
    }
    for area in &mut areas {
        area.tighten(sheet);
    }
    areas
}

/// The table that is taken unless someone says otherwise. Where it is not sure that there are several, that is the
/// whole sheet: nothing may be left out silently.
pub fn likeliest(sheet: &Sheet, areas: &[Area]) -> TableChoice {
    let [first, ..] = areas else { return TableChoice::Whole };
    let one_group = areas.iter().all(|area| area.group == first.group);
    let (Some(row), _) = heading_row::find(sheet) else { return TableChoice::Whole };
    let has_row = |area: &&(u32, &Area)| area.1.rows.0 <= row && row <= area.1.rows.1;
    let numbered: Vec<(u32, &Area)> = (0..).zip(areas).collect();
    let Some((at, chosen)) = numbered.iter().find(has_row) else { return TableChoice::Whole };
    // Tables side by side repeat headings; the two halves of one table do not.
    let repeats = |area: &&Area| {
        area.group != chosen.group && chosen.headings.iter().filter(|text| area.headings.contains(text)).count() > 1
    };
    if (one_group && areas.len() > 1) || areas.iter().any(|area| repeats(&area)) {
        TableChoice::Number(*at)
    } else {
        TableChoice::Whole
    }
}

/// The first and last place of each run of places that are filled.
fn runs(filled: impl Iterator<Item = bool>) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for (at, _) in (0..).zip(filled).filter(|(_, filled)| *filled) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == at => *last = at,
            _ => runs.push((at, at)),
        }
    }
    runs
}

fn blocks(sheet: &Sheet, columns: (u32, u32), is_whole: bool) -> Vec<(u32, u32)> {
    if is_whole {
        return runs(sheet.filled_rows().into_iter());
    }
    let mut filled = vec![false; sheet.row_count as usize];
    for cell in (columns.0..=columns.1).flat_map(|column| sheet.cells(column, 0)) {
        if let Some(place) = filled.get_mut(cell.row as usize) {
            *place = true;
        }
    }
    runs(filled.into_iter())
}

fn tables_of(sheet: &Sheet, (columns, group): ((u32, u32), u32), blocks: &[(u32, u32)], areas: &mut Vec<Area>) {
    let start = areas.len();
    for block in blocks.iter().take(MOST_BLOCKS) {
        let before = areas.get(start..).and_then(<[Area]>::last);
        match headings_in(sheet, columns, *block, before) {
            Some((heading, headings)) => {
                // What stands above the first table is its letterhead.
                let first = if before.is_none() { 0 } else { block.0 };
                areas.push(Area { rows: (first, block.1), columns, heading, headings, group });
            }
            None => {
                if let Some(last) = areas.get_mut(start..).and_then(<[Area]>::last_mut) {
                    last.rows.1 = block.1;
                }
            }
        }
    }
    // A few cells above a much wider table are its letterhead, however much they look like headings.
    while let Some([above, table, ..]) = areas.get_mut(start..)
        && above.headings.len() <= LETTERHEAD
        && above.headings.len() * 2 <= table.headings.len()
    {
        table.rows.0 = 0;
        areas.remove(start);
    }
    let end = blocks.last().map(|(_, end)| *end);
    if let (Some(last), Some(end)) = (areas.get_mut(start..).and_then(<[Area]>::last_mut), end) {
        last.rows.1 = last.rows.1.max(end);
    }
}

/// The heading row with which a block begins a table of its own.
fn headings_in(
    sheet: &Sheet,
    columns: (u32, u32),
    (first, last): (u32, u32),
    before: Option<&Area>,
) -> Option<(u32, Vec<String>)> {
    for row in first..last.min(first + TITLE_ROWS) {
        let cells: Vec<(u32, Raw<'_>)> =
            (columns.0..=columns.1).filter_map(|column| Some((column, sheet.get(row, column)?))).collect();
        let raws: Vec<Raw<'_>> = cells.iter().map(|(_, raw)| *raw).collect();
        if raws.len() < 2 || !raws.iter().all(|raw| is_name(*raw)) {
            continue;
        }
        let texts: Vec<String> = raws.iter().map(|raw| raw.to_text()).collect();
        let are_different =
            texts.iter().enumerate().all(|(at, text)| !texts.iter().skip(at + 1).any(|other| other == text));
        // The same headings once more begin no other table.
        if !are_different || before.is_some_and(|area| area.headings == texts) {
            continue;
        }
        let known = recognised(&raws);
        let is_typed = cells.iter().any(|(column, _)| is_column_of_values(sheet, *column, row, last));
        if known >= 3 || is_typed || (before.is_none() && is_as_wide(sheet, columns, row, raws.len())) {
            return Some((row, texts));
        }
    }
    None
}

/// Whether nothing but numbers and dates stands below a heading.
fn is_column_of_values(sheet: &Sheet, column: u32, heading: u32, last: u32) -> bool {
    let last = last.min(heading + LOOKED_AT);
    let mut cells = sheet.cells(column, heading + 1).iter().take_while(|cell| cell.row <= last).peekable();
    cells.peek().is_some() && cells.all(|cell| is_value(sheet.raw(*cell)))
}

fn is_value(raw: Raw<'_>) -> bool {
    match raw {
        Raw::Number(_) | Raw::Date(_) => true,
        Raw::Text(text) => text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains(char::is_alphabetic),
        Raw::Boolean(_) | Raw::Error(_) => false,
    }
}

fn is_as_wide(sheet: &Sheet, columns: (u32, u32), row: u32, width: usize) -> bool {
    let below = (columns.0..=columns.1).filter(|column| sheet.get(row + 1, *column).is_some()).count();
    below > 1 && width * 5 >= below * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&str]) -> Sheet {
        let mut sheet = Sheet::default();
        for (line, row) in rows.iter().zip(0..) {
            for (text, column) in line.split('|').zip(0..) {
                match text.trim().parse() {
                    Ok(number) => sheet.push_number(row, column, number).expect("small"),
                    Err(_) => sheet.push_text(row, column, text).expect("small"),
                }
            }
        }
        sheet.finish();
        sheet
    }

    #[track_caller]
    fn check(rows: &[&str], expected: &[&str], choice: TableChoice) {
        let sheet = sheet(rows);
        let areas = find(&sheet);
        let ranges: Vec<String> = areas.iter().map(Area::range).collect();
        assert_eq!(ranges, expected, "{rows:?}");
        assert_eq!(likeliest(&sheet, &areas), choice, "{rows:?}");
    }

    #[test]
    fn stacked_tables_are_told_apart_by_their_headings() {
        let rows = ["Client|City", "Acme|Berlin", "Pump|Bonn", "", "Item|Price", "Pipe|5", "Nut|7"];
        check(&rows, &["A1:B3", "A5:B7"], TableChoice::Number(0));
    }

    #[test]
    fn empty_rows_within_a_list_part_nothing() {
        check(&["Client|City", "Acme|Berlin", "", "Pump|Bonn", "Nut|Ulm"], &[], TableChoice::Whole);
        check(&["Client|Revenue", "Acme|5", "", "Client|Revenue", "Nut|7"], &[], TableChoice::Whole);
        check(&["Our clients", "", "Client|Revenue", "Acme|5", "", "Total|5"], &[], TableChoice::Whole);
    }

    #[test]
    fn a_letterhead_is_no_table() {
        let rows = ["Invoice to|Date", "Acme|5", "", "Client|City|Phone|Revenue", "Pump|Bonn|123|5", "Nut|Ulm|456|7"];
        check(&rows, &[], TableChoice::Whole);
    }

    #[test]
    fn tables_side_by_side_are_offered_and_taken_apart_where_they_repeat_headings() {
        let rows = ["Client|City||Client|City", "Acme|Berlin||Pump|Bonn", "Nut|Ulm||Pipe|Kiel"];
        check(&rows, &["A1:B3", "D1:E3"], TableChoice::Number(0));
        let halves = ["Client|City||Phone|Revenue", "Acme|Berlin||123|5"];
        check(&halves, &["A1:B2", "D1:E2"], TableChoice::Whole);
    }

    #[test]
    fn a_table_keeps_its_places_when_the_rest_is_taken_out() {
        let mut sheet = sheet(&["Client|City||Client|City", "Acme|Berlin||Pump|Bonn"]);
        find(&sheet)[1].crop(&mut sheet);
        assert_eq!((sheet.text(1, 3), sheet.text(1, 0)), ("Pump".to_owned(), String::new()));
    }
}
