//! The quick filter: the clients in which every word of a query stands somewhere.

use std::collections::HashMap;

use super::columns::SheetColumn;
use super::digits::{self, Digits};
use super::fold::Needle;
use super::wording::Wording;
use crate::segment::{Findings, Segment};
use crate::state::Formats;
use crate::workbook::{ClientTable, ColumnData, ColumnKind, NO_DAY, Texts, Values};

/// What the filter looks through, and how values are shown.
pub struct Searched<'a> {
    pub table: &'a ClientTable,
    pub columns: &'a [SheetColumn],
    pub findings: &'a Findings,
    pub formats: &'a Formats,
    pub wording: &'a Wording,
}

impl Searched<'_> {
    /// Keeps the rows that have every word of the query. An empty query keeps all.
    pub fn keep(&self, rows: &mut Vec<u32>, query: &str) {
        for word in query.split_whitespace() {
            let hits = self.hits(word);
            rows.retain(|row| hits.get(*row as usize).copied().unwrap_or(false));
        }
    }

    /// By row: whether the word stands in any of its cells.
    fn hits(&self, word: &str) -> Vec<bool> {
        let mut hits = vec![false; self.table.row_count() as usize];
        let Some(needle) = Needle::new(word) else { return hits };
        let number = digits::looked_for(word, &self.formats.decimal, &self.formats.group);
        for column in self.columns {
            if column.is_segment() {
                self.look_at_segments(&needle, &mut hits);
                continue;
            }
            let data = self.table.data(&column.id);
            match &data.values {
                Values::None => {}
                Values::Texts(texts) => look_at_texts(texts, &needle, &mut hits),
                Values::Numbers(numbers) => {
                    if let Some(number) = &number {
                        look_at_numbers(numbers, column.kind, number.as_bytes(), &mut hits);
                    }
                }
                Values::Days(days) => self.look_at_days(days, &needle, &mut hits),
            }
            look_at_misfits(data, &needle, &mut hits);
        }
        hits
    }

    fn look_at_segments(&self, needle: &Needle, hits: &mut [bool]) {
        let named = Segment::ALL.map(|segment| needle.is_in(self.wording.segment(segment)));
        if named.contains(&true) {
            for (row, hit) in (0..).zip(hits) {
                *hit |= self.findings.segment(row).is_some_and(|segment| named[segment as usize]);
            }
        }
    }

    /// Each different day is written and looked at once.
    fn look_at_days(&self, days: &[i32], needle: &Needle, hits: &mut [bool]) {
        let mut known = HashMap::new();
        for (day, hit) in days.iter().zip(hits).filter(|(day, _)| **day != NO_DAY) {
            *hit |= *known.entry(*day).or_insert_with(|| needle.is_in(&self.formats.day(crate::workbook::Day(*day))));
        }
    }
}

/// Looks once through the whole dictionary, as one text.
fn look_at_texts(texts: &Texts, needle: &Needle, hits: &mut [bool]) {
    let mut named = vec![false; texts.code_count() as usize];
    let (mut code, mut from) = (0, 0);
    while let Some((start, end)) = needle.find(&texts.blob, from) {
        while texts.ends.get(code).is_some_and(|text_end| *text_end as usize <= start) {
            code += 1;
        }
        let Some(text_end) = texts.ends.get(code).map(|text_end| *text_end as usize) else { break };
        // What begins in one text and ends in the next is in neither.
        from = start + texts.blob.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        if end <= text_end {
            named[code] = true;
            from = text_end;
        }
    }
    for (code, hit) in texts.codes.iter().zip(hits) {
        *hit |= named.get(*code as usize).copied().unwrap_or(false);
    }
}

fn look_at_numbers(numbers: &[f64], kind: ColumnKind, looked_for: &[u8], hits: &mut [bool]) {
    let mut digits = Digits::default();
    for (number, hit) in numbers.iter().zip(hits).filter(|(number, hit)| !number.is_nan() && !**hit) {
        *hit = digits.of(*number, kind).windows(looked_for.len()).any(|part| part == looked_for);
    }
}

fn look_at_misfits(data: &ColumnData, needle: &Needle, hits: &mut [bool]) {
    for (row, misfit) in &data.misfits {
        if let Some(hit) = hits.get_mut(*row as usize) {
            *hit |= needle.is_in(&misfit.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::sheet_columns;
    use super::super::testing;
    use super::*;
    use crate::workbook::Field;

    #[track_caller]
    fn check(query: &str, expected: &[u32]) {
        let table = testing::table(&[
            (Field::Name, &["Nordwind GmbH", "ООО Ёлка", "杭州晟川有限公司", "Nord"]),
            (Field::Manager, &["Anna", "Anna", "Wei", "Wind"]),
            (Field::Revenue, &["1,234,567", "n/a", "500.5", ""]),
            (Field::LastOrder, &["2026-03-09", "", "2025-03-09", ""]),
        ]);
        let searched = Searched {
            table: &table,
            columns: &sheet_columns(&table),
            findings: &Findings::default(),
            formats: &Formats::default(),
            wording: &Wording::default(),
        };
        let mut rows: Vec<u32> = table.rows().collect();
        searched.keep(&mut rows, query);
        assert_eq!(rows, expected, "{query}");
    }

    #[test]
    fn every_word_must_stand_somewhere() {
        check("", &[0, 1, 2, 3]);
        check("nord", &[0, 3]);
        check("NORD wind", &[0, 3]);
        check("nord anna", &[0]);
        check("елка", &[1]);
        check("有限", &[2]);
        check("zzz", &[]);
    }

    #[test]
    fn numbers_days_and_misfits_are_found_as_they_are_shown() {
        check("1,234", &[0]);
        check("34567", &[0]);
        check("500.50", &[2]);
        check("n/a", &[1]);
        check("2026-03", &[0]);
    }

    #[test]
    fn a_word_that_runs_over_two_texts_is_not_found() {
        check("annawei", &[]);
        check("GmbHООО", &[]);
    }
}
