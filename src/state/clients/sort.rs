//! Sorting by headings. Empty cells come last, whichever way it is sorted, and what is equal keeps its order.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::fold::fold;
use crate::segment::Findings;
use crate::state::host::Collate;
use crate::workbook::{ClientTable, ColumnData, ColumnId, Day, Field, NO_DAY, Texts, Values};

/// One column by which the clients are sorted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    pub column: ColumnId,
    pub is_descending: bool,
}

/// What sorting looks at.
#[derive(Clone, Copy)]
pub struct Sorted<'a> {
    pub table: &'a ClientTable,
    pub findings: &'a Findings,
    pub language: &'a str,
    pub collate: Collate,
}

impl Sort {
    /// What a click on a heading makes of the list: ascending, descending, not sorted. With `adds` the other columns
    /// stay, and the new one comes after them.
    pub fn turned(sorts: &[Self], column: &ColumnId, adds: bool) -> Vec<Self> {
        let before = sorts.iter().find(|sort| sort.column == *column && (adds || sorts.len() == 1));
        let next = match before {
            None => Some(Self { column: column.clone(), is_descending: false }),
            Some(Self { is_descending: false, .. }) => Some(Self { column: column.clone(), is_descending: true }),
            Some(_) => None,
        };
        if !adds {
            return next.into_iter().collect();
        }
        let mut sorts = sorts.to_vec();
        let place = sorts.iter().position(|sort| sort.column == *column);
        match (place, next) {
            (Some(place), Some(next)) => sorts[place] = next,
            (Some(place), None) => drop(sorts.remove(place)),
            (None, next) => sorts.extend(next),
        }
        sorts
    }

    /// Sorts rows by several columns, the first one before all others.
    pub fn apply_all(sorts: &[Self], rows: &mut Vec<u32>, sorted: Sorted) {
        // Each keeps the order of what it finds equal, so the least comes first.
        sorts.iter().rev().for_each(|sort| sort.apply(rows, sorted));
    }

    /// Sorts rows that stand in the order of the sheet.
    pub fn apply(&self, rows: &mut Vec<u32>, sorted: Sorted) {
        let keys = sorted.keys(&self.column, rows, false);
        let data = sorted.table.data(&self.column);
        let mut filled = Vec::with_capacity(rows.len());
        let mut rest = Vec::new();
        for ((place, row), key) in (0_u32..).zip(rows.iter().copied()).zip(keys) {
            match key {
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

impl Sorted<'_> {
    /// For each of the rows: where its value stands in a column's order, equal values sharing one place. Nothing for
    /// what is empty or does not fit. Days may be taken by month.
    pub fn keys(&self, column: &ColumnId, rows: &[u32], by_month: bool) -> Vec<Option<u64>> {
        let data = self.table.data(column);
        if *column == ColumnId::Field(Field::Segment) {
            return rows.iter().map(|row| self.findings.segment(*row).map(|segment| segment as u64)).collect();
        }
        match &data.values {
            Values::None => vec![None; rows.len()],
            Values::Numbers(_) => rows.iter().map(|row| data.number(*row).map(key_of_number)).collect(),
            Values::Days(days) => {
                let day = |row: &u32| days.get(*row as usize).copied().filter(|day| *day != NO_DAY);
                let place = |day: i32| if by_month { Day(day).month_index() } else { day };
                let key = |row| day(row).map(|day| (i64::from(place(day)) - i64::from(i32::MIN)) as u64);
                rows.iter().map(key).collect()
            }
            Values::Texts(texts) => {
                let ranks = ranks(texts, rows, self.language, self.collate);
                let key = |row: &u32| match texts.code(*row) {
                    0 => None,
                    code => ranks.get(code as usize).map(|rank| u64::from(*rank)),
                };
                rows.iter().map(key).collect()
            }
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
pub(super) fn ranks(texts: &Texts, rows: &[u32], language: &str, collate: Collate) -> Vec<u32> {
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
        let findings = Findings::default();
        let collate = Host::for_tests().collate;
        sort.apply(&mut rows, Sorted { table: &table, findings: &findings, language: "en", collate });
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

    #[track_caller]
    fn check_turns(sorts: &[(Field, bool)], field: Field, adds: bool, expected: &[(Field, bool)]) {
        let sort =
            |(field, is_descending): &(Field, bool)| Sort { column: (*field).into(), is_descending: *is_descending };
        let before: Vec<Sort> = sorts.iter().map(sort).collect();
        let expected: Vec<Sort> = expected.iter().map(sort).collect();
        assert_eq!(Sort::turned(&before, &field.into(), adds), expected);
    }

    #[test]
    fn a_heading_turns_through_three_states_and_shift_adds_it_to_the_others() {
        let (name, revenue) = (Field::Name, Field::Revenue);
        check_turns(&[], name, false, &[(name, false)]);
        check_turns(&[(name, false)], name, false, &[(name, true)]);
        check_turns(&[(name, true)], name, false, &[]);
        check_turns(&[(name, true)], revenue, false, &[(revenue, false)]);
        check_turns(&[(name, true)], revenue, true, &[(name, true), (revenue, false)]);
        check_turns(&[(name, true), (revenue, false)], name, true, &[(revenue, false)]);
        check_turns(&[(name, false), (revenue, false)], name, true, &[(name, true), (revenue, false)]);
        check_turns(&[(name, false), (revenue, false)], name, false, &[(name, false)]);
    }

    #[test]
    fn several_columns_sort_one_within_the_other() {
        let table =
            testing::table(&[(Field::Region, &["b", "a", "B", "", "a"]), (Field::Revenue, &["1", "2", "3", "4", ""])]);
        let mut rows: Vec<u32> = table.rows().collect();
        let sorts = [
            Sort { column: Field::Region.into(), is_descending: false },
            Sort { column: Field::Revenue.into(), is_descending: true },
        ];
        let findings = Findings::default();
        let collate = Host::for_tests().collate;
        let sorted = Sorted { table: &table, findings: &findings, language: "en", collate };
        Sort::apply_all(&sorts, &mut rows, sorted);
        assert_eq!(rows, [1, 4, 2, 0, 3]);
    }
}
