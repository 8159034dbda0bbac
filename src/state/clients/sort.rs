//! Sorting by a heading. Empty cells come last, whichever way it is sorted, and what is equal keeps its order.

use std::cmp::Ordering;

use super::fold::fold;
use crate::segment::Findings;
use crate::state::host::Collate;
use crate::workbook::{ClientTable, ColumnData, ColumnId, Field, NO_DAY, Texts, Values};

/// By what the clients are sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    pub column: ColumnId,
    pub is_descending: bool,
}

impl Sort {
    /// What a click on a heading makes of it: ascending, descending, not sorted.
    pub fn turned(sort: Option<&Self>, column: &ColumnId) -> Option<Self> {
        match sort.filter(|sort| sort.column == *column) {
            None => Some(Self { column: column.clone(), is_descending: false }),
            Some(Self { is_descending: false, .. }) => Some(Self { column: column.clone(), is_descending: true }),
            Some(_) => None,
        }
    }

    /// Sorts rows that stand in the order of the sheet.
    pub fn apply(&self, rows: &mut Vec<u32>, table: &ClientTable, findings: &Findings, language: &str, by: Collate) {
        let data = table.data(&self.column);
        if self.column == ColumnId::Field(Field::Segment) {
            return self.by_key(rows, data, |row| findings.segment(row).map(|segment| segment as u64));
        }
        match &data.values {
            Values::None => self.by_key(rows, data, |_| None),
            Values::Numbers(_) => self.by_key(rows, data, |row| data.number(row).map(key_of_number)),
            Values::Days(days) => self.by_key(rows, data, |row| {
                let day = days.get(row as usize).copied().filter(|day| *day != NO_DAY)?;
                Some((i64::from(day) - i64::from(i32::MIN)) as u64)
            }),
            Values::Texts(texts) => {
                let ranks = ranks(texts, rows, language, by);
                self.by_key(rows, data, |row| match texts.code(row) {
                    0 => None,
                    code => ranks.get(code as usize).map(|rank| u64::from(*rank)),
                });
            }
        }
    }

    fn by_key(&self, rows: &mut Vec<u32>, data: &ColumnData, key: impl Fn(u32) -> Option<u64>) {
        let mut filled = Vec::with_capacity(rows.len());
        let mut rest = Vec::new();
        for (place, row) in (0_u32..).zip(rows.iter().copied()) {
            match key(row) {
                // The place decides between equals, so that the quicker sort is a stable one too.
                Some(key) => filled.push((if self.is_descending { !key } else { key }, place, row)),
                None => rest.push(row),
            }
        }
        filled.sort_unstable();
        rest.sort_by(|left, right| self.misfits_first(data, *left, *right));
        rows.clear();
        rows.extend(filled.into_iter().map(|(_, _, row)| row));
        rows.append(&mut rest);
    }

    /// Below the values: what does not fit, by its text; then what is empty.
    fn misfits_first(&self, data: &ColumnData, left: u32, right: u32) -> Ordering {
        match (data.misfits.get(&left), data.misfits.get(&right)) {
            (Some(left), Some(right)) if self.is_descending => right.text.cmp(&left.text),
            (Some(left), Some(right)) => left.text.cmp(&right.text),
            (left, right) => right.is_some().cmp(&left.is_some()),
        }
    }
}

/// A number as an integer of the same order.
fn key_of_number(number: f64) -> u64 {
    // Zero has two signs and one place.
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// By code: the place of its text among the texts of these rows. Equal texts share one.
fn ranks(texts: &Texts, rows: &[u32], language: &str, collate: Collate) -> Vec<u32> {
    let mut ranks = vec![0; texts.code_count() as usize];
    let mut is_used = vec![false; ranks.len()];
    for row in rows {
        if let Some(used) = is_used.get_mut(texts.code(*row) as usize) {
            *used = true;
        }
    }
    let codes = (0..).zip(is_used).filter(|(_, used)| *used).map(|(code, _)| code);
    if texts.blob.chars().any(needs_collation) {
        let codes: Vec<u32> = codes.collect();
        let used: Vec<&str> = codes.iter().map(|code| texts.of_code(*code)).collect();
        for (code, rank) in codes.iter().zip(collate(language, &used)) {
            ranks[*code as usize] = rank;
        }
        return ranks;
    }
    let mut keyed: Vec<(String, u32)> =
        codes.map(|code| (texts.of_code(code).chars().map(plain).collect(), code)).collect();
    keyed.sort_unstable();
    let mut rank = 0;
    let mut before: Option<&str> = None;
    for (key, code) in &keyed {
        if before.is_some_and(|before| before != key) {
            rank += 1;
        }
        before = Some(key);
        if let Some(place) = ranks.get_mut(*code as usize) {
            *place = rank;
        }
    }
    ranks
}

/// Scripts whose order is not that of their code points: only the browser knows it, and asking it takes longer.
fn needs_collation(letter: char) -> bool {
    letter >= '\u{0530}' && !letter.is_ascii_punctuation() && !('\u{2000}'..='\u{206f}').contains(&letter)
}

/// The letters from U+00C0 to U+017F (all Latin with accents) without them. The tables of Unicode, which know more,
/// would be an eighth of the whole page.
const LATIN: &[u8; 192] = b"AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// A letter without its case, and a Latin one without its accent.
fn plain(letter: char) -> char {
    let small = fold(letter);
    let latin = u32::from(small).checked_sub(0xc0).and_then(|at| LATIN.get(at as usize));
    latin.map_or(small, |letter| char::from(*letter))
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::state::Host;

    #[track_caller]
    fn check(field: Field, texts: &[&str], is_descending: bool, expected: &[u32]) {
        let table = testing::table(&[(field, texts)]);
        let mut rows: Vec<u32> = table.rows().collect();
        let sort = Sort { column: field.into(), is_descending };
        sort.apply(&mut rows, &table, &Findings::default(), "en", Host::for_tests().collate);
        assert_eq!(rows, expected, "{texts:?}");
    }

    #[test]
    fn numbers_are_sorted_as_numbers_with_misfits_and_empty_cells_last() {
        check(Field::Revenue, &["10", "", "9", "n/a", "-3", "9"], false, &[4, 2, 5, 0, 3, 1]);
        check(Field::Revenue, &["10", "", "9", "n/a", "-3", "9"], true, &[0, 2, 5, 4, 3, 1]);
        check(Field::Revenue, &["0", "-0", "-1"], false, &[2, 0, 1]);
    }

    #[test]
    fn days_are_sorted_as_days() {
        check(Field::LastOrder, &["2026-01-31", "", "2025-12-31", "1969-01-01"], false, &[3, 2, 0, 1]);
        check(Field::LastOrder, &["2026-01-31", "", "2025-12-31"], true, &[0, 2, 1]);
    }

    #[test]
    fn texts_are_sorted_without_regard_to_case_and_accents() {
        check(Field::Name, &["beta", "Alpha", "", "Äther", "alpha", "Zeta"], false, &[1, 4, 3, 0, 5, 2]);
        check(Field::Name, &["Яна", "ёлка", "Жук", "еж"], false, &[3, 1, 2, 0]);
        check(Field::Name, &["a", "B", "A"], true, &[1, 0, 2]);
    }

    #[test]
    fn a_heading_turns_through_three_states() {
        let column = ColumnId::from(Field::Name);
        let first = Sort::turned(None, &column);
        let second = Sort::turned(first.as_ref(), &column);
        assert_eq!(second.as_ref().map(|sort| sort.is_descending), Some(true));
        assert_eq!(Sort::turned(second.as_ref(), &column), None);
        let other = Sort::turned(second.as_ref(), &Field::Revenue.into());
        assert_eq!(other.map(|sort| sort.is_descending), Some(false));
    }
}
