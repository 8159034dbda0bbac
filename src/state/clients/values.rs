//! The different values of a column and how often each stands there: what a filter offers.

use std::collections::HashMap;

use super::sort::{Sorted, ranks};
use crate::segment::Segment;
use crate::workbook::{ColumnId, Day, Field, NO_DAY, Texts, Values};

/// A value that many cells may share.
#[derive(Clone, Debug, PartialEq)]
pub enum SharedValue {
    Text(String),
    Number(f64),
    Day(Day),
    /// Given as [`Day::month_index`].
    Month(i32),
    Segment(Segment),
    Empty,
    /// What does not fit its column, whatever was written.
    Misfit,
}

impl SharedValue {
    /// A letter for each kind of value: the text 5 is not the number 5.
    pub fn mark(&self) -> char {
        match self {
            Self::Text(_) => 't',
            Self::Number(_) => 'n',
            Self::Day(_) => 'd',
            Self::Month(_) => 'm',
            Self::Segment(_) => 's',
            Self::Empty => 'e',
            Self::Misfit => 'x',
        }
    }

    /// The name under which a filter keeps it ([`super::ChosenValues`]).
    pub fn key(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => (number + 0.0).to_string(),
            Self::Day(day) => day.to_string(),
            Self::Month(month) => month.to_string(),
            Self::Segment(segment) => segment.key().to_owned(),
            Self::Empty | Self::Misfit => String::new(),
        }
    }
}

/// The different values of a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnValues {
    /// In the column's order, each with the number of its cells.
    pub values: Vec<(SharedValue, u32)>,
    pub empty: u32,
    pub misfits: u32,
}

/// Dictionaries beyond this size are put in order without asking the browser: it would take too long for a list that
/// is searched anyway.
const COLLATED: u32 = 5000;

impl ColumnValues {
    /// The values of these rows.
    pub fn of(column: &ColumnId, rows: &[u32], sorted: Sorted) -> Self {
        let data = sorted.table.data(column);
        let mut values = Self::default();
        if *column == ColumnId::Field(Field::Segment) {
            let mut counts = [0; 4];
            for row in rows {
                match sorted.findings.segment(*row) {
                    Some(segment) => counts[segment as usize] += 1,
                    None => values.empty += 1,
                }
            }
            let used = Segment::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
            values.values = used.map(|(segment, count)| (SharedValue::Segment(segment), count)).collect();
            return values;
        }
        let is_misfit = |row: &u32| !data.misfits.is_empty() && data.misfits.contains_key(row);
        values.misfits = rows.iter().filter(|row| is_misfit(row)).count() as u32;
        values.values = match &data.values {
            Values::None => Vec::new(),
            Values::Texts(texts) => of_texts(texts, rows, sorted),
            Values::Numbers(numbers) => {
                let number = |row: &u32| numbers.get(*row as usize).copied().filter(|number| !number.is_nan());
                let mut numbers: Vec<f64> = rows.iter().filter_map(number).map(|number| number + 0.0).collect();
                numbers.sort_unstable_by(f64::total_cmp);
                let runs = numbers.chunk_by(|left, right| left.to_bits() == right.to_bits());
                runs.map(|run| (SharedValue::Number(run[0]), run.len() as u32)).collect()
            }
            Values::Days(days) => {
                let day = |row: &u32| days.get(*row as usize).copied().filter(|day| *day != NO_DAY);
                let mut days: Vec<i32> = rows.iter().filter_map(day).collect();
                days.sort_unstable();
                let runs = days.chunk_by(|left, right| left == right);
                runs.map(|run| (SharedValue::Day(Day(run[0])), run.len() as u32)).collect()
            }
        };
        let filled: u32 = values.values.iter().map(|(_, count)| count).sum();
        values.empty = (rows.len() as u32).saturating_sub(filled + values.misfits);
        values
    }
}

fn of_texts(texts: &Texts, rows: &[u32], sorted: Sorted) -> Vec<(SharedValue, u32)> {
    let mut counts = vec![0_u32; texts.code_count() as usize];
    for row in rows {
        if let Some(count) = counts.get_mut(texts.code(*row) as usize) {
            *count += 1;
        }
    }
    let ranks = if texts.code_count() <= COLLATED {
        ranks(texts, rows, sorted.language, sorted.collate)
    } else {
        vec![0; counts.len()]
    };
    // A large dictionary may hold a text twice.
    let mut found: HashMap<&str, (u32, u32)> = HashMap::new();
    for ((code, count), rank) in (0..).zip(counts).zip(ranks).skip(1).filter(|((_, count), _)| *count > 0) {
        found.entry(texts.of_code(code)).or_insert((rank, 0)).1 += count;
    }
    let mut found: Vec<(u32, &str, u32)> = found.into_iter().map(|(text, (rank, count))| (rank, text, count)).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, text, count)| (SharedValue::Text(text.to_owned()), count)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::segment::Findings;
    use crate::state::Host;

    #[track_caller]
    fn check(field: Field, texts: &[&str], expected: &[(&str, u32)], rest: (u32, u32)) {
        let table = testing::table(&[(Field::Name, &["a"; 9][..texts.len()]), (field, texts)]);
        let findings = Findings::default();
        let sorted = Sorted { table: &table, findings: &findings, language: "en", collate: Host::for_tests().collate };
        let rows: Vec<u32> = table.rows().collect();
        let values = ColumnValues::of(&field.into(), &rows, sorted);
        let found: Vec<(String, u32)> = values.values.iter().map(|(value, count)| (value.key(), *count)).collect();
        let expected: Vec<(String, u32)> = expected.iter().map(|(key, count)| ((*key).to_owned(), *count)).collect();
        assert_eq!((found, (values.empty, values.misfits)), (expected, rest));
    }

    #[test]
    fn values_are_counted_in_their_order() {
        check(Field::Region, &["b", "", "A", "b"], &[("A", 1), ("b", 2)], (1, 0));
        check(Field::Revenue, &["10", "9", "n/a", "", "0", "-0"], &[("0", 2), ("9", 1), ("10", 1)], (1, 1));
        check(Field::LastOrder, &["2026-01-02", "2025-01-02", ""], &[("2025-01-02", 1), ("2026-01-02", 1)], (1, 0));
        check(Field::Region, &[], &[], (0, 0));
    }
}
