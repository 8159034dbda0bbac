//! Rows below the heading that are no clients: totals, notes below the table, headings once more.

use super::label::Label;
use super::offers::Why;
use super::sums::{self, Candidate};
use crate::exchange::sheet::{Raw, Sheet};

/// More are not proposed: such a file is something else than a list with totals.
const MOST: usize = 10_000;
/// Beside its label a total may have one more text, such as a currency or a unit.
const TEXTS_OF_TOTAL: u8 = 2;
const NOTE_BEGINS: [&str; 11] =
    ["note", "source", "remark", "* ", "*)", "примечани", "источник", "注", "备注", "说明", "数据来源"];
const MOST_NOTES: usize = 20;
/// A text as long as this is no name.
const LONG: usize = 60;

/// The rows (from 0), from top to bottom, each with the reason. `first` is the first row below the heading, `columns`
/// are the columns that the proposal knows.
pub fn find(sheet: &Sheet, first: u32, columns: &[u32]) -> Vec<(u32, Why)> {
    let rows = Rows::new(sheet, first, columns);
    let mut found = totals(sheet, first, columns, &rows);
    found.extend(repeated_headings(sheet, first, columns).into_iter().map(|row| (row, Why::Heading)));
    found.extend(notes(sheet, first, columns.len(), &rows, &found).into_iter().map(|row| (row, Why::Note)));
    found.sort_by_key(|(row, _)| *row);
    found.dedup_by_key(|(row, _)| *row);
    found.truncate(MOST);
    found
}

/// What each row holds, counted without being read.
struct Rows {
    cells: Vec<u16>,
    /// Cells with words.
    texts: Vec<u8>,
    /// The leftmost of them, plus one; 0 where there is none.
    lead: Vec<u16>,
}

impl Rows {
    fn new(sheet: &Sheet, first: u32, columns: &[u32]) -> Self {
        let count = sheet.row_count as usize;
        let mut rows = Self { cells: vec![0; count], texts: vec![0; count], lead: vec![0; count] };
        for column in columns {
            for cell in sheet.cells(*column, first) {
                let at = cell.row as usize;
                let is_text = matches!(sheet.raw(*cell), Raw::Text(text) if has_words(text));
                if let (Some(cells), Some(texts), Some(lead)) =
                    (rows.cells.get_mut(at), rows.texts.get_mut(at), rows.lead.get_mut(at))
                {
                    *cells += 1;
                    if is_text {
                        *texts = texts.saturating_add(1);
                        if *lead == 0 {
                            *lead = *column as u16 + 1;
                        }
                    }
                }
            }
        }
        rows
    }

    fn texts(&self, row: u32) -> u8 {
        self.texts.get(row as usize).copied().unwrap_or(0)
    }

    fn cells(&self, row: u32) -> u16 {
        self.cells.get(row as usize).copied().unwrap_or(0)
    }

    /// The column of the leftmost text.
    fn lead(&self, row: u32) -> Option<u32> {
        self.lead.get(row as usize).and_then(|lead| lead.checked_sub(1)).map(u32::from)
    }

    /// Whether most rows have words: then one of numbers alone is odd.
    fn are_worded(&self) -> bool {
        let filled = self.cells.iter().filter(|cells| **cells > 0).count();
        let worded = self.texts.iter().filter(|texts| **texts > 0).count();
        worded * 2 > filled
    }
}

fn has_words(text: &str) -> bool {
    match text.chars().next() {
        Some(c) if c.is_ascii_digit() || matches!(c, '-' | '+' | '(' | '$' | '€' | '£' | '¥' | '\u{ffe5}' | '₽') => {
            text.contains(char::is_alphabetic)
        }
        first => first.is_some(),
    }
}

fn totals(sheet: &Sheet, first: u32, columns: &[u32], rows: &Rows) -> Vec<(u32, Why)> {
    let are_worded = rows.are_worded();
    let mut candidates = Vec::new();
    let mut labels = Vec::new();
    for row in first..sheet.row_count {
        let label = match rows.lead(row).and_then(|column| sheet.get(row, column)) {
            Some(Raw::Text(text)) => Label::of(text),
            _ => None,
        };
        let is_bare = are_worded && rows.texts(row) == 0 && rows.cells(row) > 0;
        if (label.is_some() && rows.texts(row) <= TEXTS_OF_TOTAL) || is_bare {
            candidates.push(Candidate { row, is_labelled: matches!(label, Some(Label::Exact | Label::OfSomething)) });
            labels.push(label);
        }
    }
    if candidates.is_empty() || candidates.len() > MOST {
        return Vec::new();
    }
    let matched = sums::matches(sheet, first, columns, &candidates);
    let mut found = Vec::new();
    for ((candidate, label), matched) in candidates.iter().zip(labels).zip(matched) {
        let why = match label {
            Some(Label::Exact) => Some(Why::Total),
            Some(Label::OfSomething) if matched > 0 || rows.texts(candidate.row) == 1 => Some(Why::Total),
            Some(Label::Perhaps) if matched > 0 => Some(Why::Total),
            None if matched > 0 => Some(Why::Sum),
            _ => None,
        };
        found.extend(why.map(|why| (candidate.row, why)));
    }
    found
}

/// Rows whose cells are those of the heading row.
fn repeated_headings(sheet: &Sheet, first: u32, columns: &[u32]) -> Vec<u32> {
    let Some(heading) = first.checked_sub(1) else { return Vec::new() };
    let headings: Vec<(u32, String)> = columns.iter().map(|column| (*column, sheet.text(heading, *column))).collect();
    let named: Vec<&(u32, String)> = headings.iter().filter(|(_, text)| !text.is_empty()).collect();
    let [(column, text), _, ..] = named.as_slice() else { return Vec::new() };
    let same = sheet.cells(*column, first).iter().filter(|cell| sheet.raw(**cell) == Raw::Text(text));
    let is_repeated = |row: &u32| headings.iter().all(|(column, text)| sheet.text(*row, *column) == *text);
    same.map(|cell| cell.row).filter(is_repeated).collect()
}

/// Lone texts below the last row of the table, if an empty row parts them from it or they read like notes.
fn notes(sheet: &Sheet, first: u32, width: usize, rows: &Rows, totals: &[(u32, Why)]) -> Vec<u32> {
    if width < 2 {
        return Vec::new();
    }
    let mut total_rows: Vec<u32> = totals.iter().map(|(row, _)| *row).collect();
    total_rows.sort_unstable();
    let is_total = |row: u32| total_rows.binary_search(&row).is_ok();
    let is_lone = |row: u32| rows.cells(row) == 1 && rows.texts(row) == 1;
    let below = |row: &u32| rows.cells(*row) == 0 || is_lone(*row) || is_total(*row);
    let tail = (first..sheet.row_count).rev().take_while(below).count() as u32;
    let start = sheet.row_count - tail;
    if start == first {
        return Vec::new();
    }
    let mut is_parted = false;
    let mut found = Vec::new();
    for row in start..sheet.row_count {
        is_parted |= rows.cells(row) == 0;
        if is_lone(row) && !is_total(row) && (is_parted || reads_like_note(sheet, row, rows)) {
            is_parted = true;
            found.push(row);
        }
    }
    // So many are no notes, but clients of whom only the name is known.
    if found.len() > MOST_NOTES {
        found.clear();
    }
    found
}

fn reads_like_note(sheet: &Sheet, row: u32, rows: &Rows) -> bool {
    let text = rows.lead(row).map(|column| sheet.text(row, column)).unwrap_or_default().to_lowercase();
    text.chars().count() > LONG || NOTE_BEGINS.iter().any(|begin| text.starts_with(begin))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as texts; those that are numbers become numbers unless `as_text`.
    fn found(rows: &[&str], as_text: bool) -> Vec<(u32, Why)> {
        let mut sheet = Sheet::default();
        for (line, row) in rows.iter().zip(0..) {
            for (text, column) in line.split('|').zip(0..) {
                match text.trim().parse() {
                    Ok(number) if !as_text => sheet.push_number(row, column, number).expect("small"),
                    _ => sheet.push_text(row, column, text).expect("small"),
                }
            }
        }
        sheet.finish();
        let columns: Vec<u32> = (0..sheet.columns.len() as u32).collect();
        find(&sheet, 1, &columns)
    }

    #[track_caller]
    fn check(rows: &[&str], expected: &[(u32, Why)]) {
        assert_eq!(found(rows, false), expected, "{rows:?}");
        assert_eq!(found(rows, true), expected, "as texts: {rows:?}");
    }

    #[test]
    fn totals_and_subtotals_are_no_clients() {
        check(&["Name|City|Sales", "Acme|Bonn|5", "Nut|Ulm|7", "Total||12"], &[(3, Why::Total)]);
        check(&["客户|销售额", "甲|5", "乙|7", "合计|12"], &[(3, Why::Total)]);
        check(
            &["Name|Sales", "A|5", "B|7", "North total|12", "C|1", "D|2", "South total|3", "Grand total|15"],
            &[(3, Why::Total), (6, Why::Total), (7, Why::Total)],
        );
        check(&["Клиент|Сумма", "А|5", "Б|7", "Итого по региону|12"], &[(3, Why::Total)]);
    }

    #[test]
    fn a_client_may_be_called_total() {
        check(&["Name|City|Mail|Sales", "Acme|Bonn|a@b.de|5", "Total|Paris|t@t.fr|7", "Nut|Ulm|n@n.de|1"], &[]);
        check(&["Name|Sales", "Acme|5", "Total Energy GmbH|7", "Nut|1"], &[]);
        check(&["Name|City", "Acme|Bonn", "TotalEnergies|Paris"], &[]);
    }

    #[test]
    fn numbers_alone_that_are_sums_are_no_client() {
        check(&["Name|Sales|Orders", "Acme|5|1", "Nut|7|2", "|12|3"], &[(3, Why::Sum)]);
        check(&["Name|Sales|Orders", "Acme|5|1", "Nut|7|2", "|13|4"], &[]);
        check(&["Code|Sales", "1|5", "2|7", "3|12"], &[]);
    }

    #[test]
    fn notes_below_the_table_are_no_clients() {
        let rows = ["Name|City|Sales", "Acme|Bonn|5", "Nut|Ulm|7", "Total||12", "", "As of March", "Sales department"];
        check(&rows, &[(3, Why::Total), (5, Why::Note), (6, Why::Note)]);
        check(&["Name|City|Sales", "Acme|Bonn|5", "Nut|Ulm|7", "* estimated"], &[(3, Why::Note)]);
        // A client of whom only the name is known.
        check(&["Name|City|Sales", "Acme|Bonn|5", "Nut"], &[]);
        check(&["Name|City|Sales", "Acme|Bonn|5", "", "Nut|Ulm|7", "Pipe"], &[]);
    }

    #[test]
    fn headings_once_more_are_no_client() {
        check(&["Name|City", "Acme|Bonn", "Name|City", "Nut|Ulm"], &[(2, Why::Heading)]);
    }
}
