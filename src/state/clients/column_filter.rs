//! The filter of one column: a choice of its values, or a condition.
//!
//! Plain data, stored with the views and shared by whatever shows clients. What it does is decided once for each
//! different text and looked up for each client.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::wording::Wording;
use crate::segment::{Findings, Segment};
use crate::workbook::{ClientTable, ColumnData, ColumnId, Day, Field, Texts, Values};

/// The filter of one column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnFilter {
    pub column: ColumnId,
    pub test: FilterTest,
}

/// What a cell must be to be shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FilterTest {
    Values(ChosenValues),
    Condition(Condition),
}

/// A choice of values: these, or all but these. Values that come later follow: they pass where all but some do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenValues {
    /// Whether the named ones are left out.
    pub is_except: bool,
    /// Texts as they are, numbers and days as they are stored, segments by key; "" is the empty cell.
    pub values: BTreeSet<String>,
    /// Whether what does not fit its column is among the named.
    pub misfits: bool,
}

impl Default for ChosenValues {
    /// Everything.
    fn default() -> Self {
        Self { is_except: true, values: BTreeSet::new(), misfits: false }
    }
}

impl ChosenValues {
    /// No value at all.
    pub fn none() -> Self {
        Self { is_except: false, ..Self::default() }
    }

    pub fn passes(&self, key: &str) -> bool {
        self.values.contains(key) != self.is_except
    }

    pub fn passes_misfits(&self) -> bool {
        self.misfits != self.is_except
    }

    /// Whether every cell passes.
    pub fn is_everything(&self) -> bool {
        self.is_except && self.values.is_empty() && !self.misfits
    }

    /// Takes a value in or leaves it out.
    pub fn choose(&mut self, key: String, passes: bool) {
        if passes == self.is_except {
            self.values.remove(&key);
        } else {
            self.values.insert(key);
        }
    }

    pub fn choose_misfits(&mut self, passes: bool) {
        self.misfits = passes != self.is_except;
    }
}

/// What filters look at beside the values.
#[derive(Clone, Copy)]
pub struct Filtered<'a> {
    pub table: &'a ClientTable,
    pub findings: &'a Findings,
    pub wording: &'a Wording,
    pub today: Day,
}

impl ColumnFilter {
    /// Keeps the rows that pass.
    pub fn keep(&self, rows: &mut Vec<u32>, filtered: Filtered) {
        let Filtered { table, findings, wording, today } = filtered;
        let data = table.data(&self.column);
        if self.column == ColumnId::Field(Field::Segment) {
            let passes = Segment::ALL.map(|segment| self.test.passes_segment(segment, wording));
            let empty = self.test.passes_empty();
            rows.retain(|row| findings.segment(*row).map_or(empty, |segment| passes[segment as usize]));
            return;
        }
        let empty = self.test.passes_empty();
        let misfits = self.test.misfits(data);
        let mut retain = |passes: &dyn Fn(u32) -> bool| {
            rows.retain(|row| match misfits.binary_search_by_key(row, |(row, _)| *row) {
                Ok(at) => misfits.get(at).is_some_and(|(_, passes)| *passes),
                Err(_) => passes(*row),
            });
        };
        match &data.values {
            Values::None => retain(&|_| empty),
            Values::Texts(texts) => {
                let passes = self.test.texts(texts);
                retain(&|row| passes.get(texts.code(row) as usize).copied().unwrap_or(empty));
            }
            Values::Numbers(numbers) => {
                let all = table.rows().filter_map(|row| numbers.get(row as usize).copied());
                let passes = self.test.numbers(all);
                retain(&|row| data.number(row).map_or(empty, &passes));
            }
            Values::Days(_) => {
                let passes = self.test.days(today);
                retain(&|row| data.day(row).map_or(empty, &passes));
            }
        }
    }
}

impl FilterTest {
    fn passes_empty(&self) -> bool {
        match self {
            Self::Values(values) => values.passes(""),
            Self::Condition(condition) => condition.passes_empty(),
        }
    }

    fn passes_segment(&self, segment: Segment, wording: &Wording) -> bool {
        match self {
            Self::Values(values) => values.passes(segment.key()),
            Self::Condition(condition) => condition.of_texts()(wording.segment(segment)),
        }
    }

    /// By row, for those that hold what does not fit.
    fn misfits(&self, data: &ColumnData) -> Vec<(u32, bool)> {
        let each = |passes: &dyn Fn(&str) -> bool| {
            data.misfits.iter().map(|(row, misfit)| (*row, passes(&misfit.text))).collect()
        };
        match self {
            Self::Values(values) => each(&|_| values.passes_misfits()),
            Self::Condition(condition) => each(&condition.of_texts()),
        }
    }

    /// By code.
    fn texts(&self, texts: &Texts) -> Vec<bool> {
        let codes = 1..texts.code_count();
        let empty = std::iter::once(self.passes_empty());
        match self {
            Self::Values(values) => empty.chain(codes.map(|code| values.passes(texts.of_code(code)))).collect(),
            Self::Condition(condition) => {
                let passes = condition.of_texts();
                empty.chain(codes.map(|code| passes(texts.of_code(code)))).collect()
            }
        }
    }

    fn numbers(&self, all: impl Iterator<Item = f64>) -> Box<dyn Fn(f64) -> bool> {
        match self {
            Self::Values(values) => {
                let is_except = values.is_except;
                // Zero has two signs and is one value.
                let bits = |number: f64| (number + 0.0).to_bits();
                let mut named: Vec<u64> = values.values.iter().filter_map(|key| key.parse().ok().map(bits)).collect();
                named.sort_unstable();
                Box::new(move |number| named.binary_search(&bits(number)).is_ok() != is_except)
            }
            Self::Condition(condition) => {
                let span = condition.numbers(all);
                Box::new(move |number| span.contains(number))
            }
        }
    }

    fn days(&self, today: Day) -> Box<dyn Fn(Day) -> bool> {
        match self {
            Self::Values(values) => {
                let is_except = values.is_except;
                let mut named: Vec<Day> = values.values.iter().filter_map(|key| day_of(key)).collect();
                named.sort_unstable();
                Box::new(move |day| named.binary_search(&day).is_ok() != is_except)
            }
            Self::Condition(condition) => {
                let (first, last) = condition.days(today);
                Box::new(move |day| first <= day && day <= last)
            }
        }
    }
}

/// A day as [`Day`] writes it.
pub fn day_of(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let mut part = || parts.next();
    Day::new(part()?.parse().ok()?, part()?.parse().ok()?, part()?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::super::condition::{DayTest, NumberTest, TextTest};
    use super::super::period::Period;
    use super::super::testing;
    use super::*;

    #[track_caller]
    fn check(field: Field, texts: &[&str], test: FilterTest, expected: &[u32]) {
        let table = testing::table(&[(field, texts)]);
        let (findings, wording) = (Findings::default(), Wording::default());
        let today = Day::new(2026, 3, 15).expect("a day");
        let filtered = Filtered { table: &table, findings: &findings, wording: &wording, today };
        let mut rows: Vec<u32> = table.rows().collect();
        let filter = ColumnFilter { column: field.into(), test };
        let json = serde_json::to_string(&filter).expect("written");
        let read: ColumnFilter = serde_json::from_str(&json).expect("read back");
        assert_eq!(read, filter);
        filter.keep(&mut rows, filtered);
        assert_eq!(rows, expected, "{json}");
    }

    fn chosen(is_except: bool, values: &[&str], misfits: bool) -> FilterTest {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        FilterTest::Values(ChosenValues { is_except, values, misfits })
    }

    fn text(how: TextTest, text: &str) -> FilterTest {
        FilterTest::Condition(Condition::Text { how, text: text.to_owned() })
    }

    fn number(how: NumberTest, number: f64, to: f64) -> FilterTest {
        FilterTest::Condition(Condition::Number { how, number, to })
    }

    #[test]
    fn values_are_chosen_or_left_out_with_the_empty_and_what_does_not_fit() {
        let regions = ["Kiel", "", "Bonn", "Kiel"];
        check(Field::Region, &regions, chosen(false, &["Kiel"], false), &[0, 3]);
        check(Field::Region, &regions, chosen(true, &["Kiel"], false), &[1, 2]);
        check(Field::Region, &regions, chosen(false, &[""], false), &[1]);
        let amounts = ["10", "n/a", "", "0", "-0", "2.5"];
        check(Field::Revenue, &amounts, chosen(false, &["0"], false), &[3, 4]);
        check(Field::Revenue, &amounts, chosen(true, &["10", ""], true), &[3, 4, 5]);
        check(Field::Revenue, &amounts, chosen(false, &["2.5"], true), &[1, 5]);
        check(Field::LastOrder, &["2026-01-31", "", "2026-02-01"], chosen(false, &["2026-02-01"], false), &[2]);
    }

    #[test]
    fn conditions_on_texts_pay_no_heed_to_capitals() {
        let names = ["Nordwind GmbH", "süd GMBH", "", "Ёлка", "Gmbh & Co"];
        check(Field::Name, &names, text(TextTest::Contains, "gmbh"), &[0, 1, 4]);
        check(Field::Name, &names, text(TextTest::ContainsNot, "gmbh"), &[2, 3]);
        check(Field::Name, &names, text(TextTest::BeginsWith, "GMBH"), &[4]);
        check(Field::Name, &names, text(TextTest::EndsWith, "gmbh"), &[0, 1]);
        check(Field::Name, &names, text(TextTest::Is, " елка"), &[3]);
        check(Field::Name, &names, text(TextTest::IsNot, "ёлка"), &[0, 1, 2, 4]);
        check(Field::Name, &names, FilterTest::Condition(Condition::Empty), &[2]);
        check(Field::Name, &names, FilterTest::Condition(Condition::Filled), &[0, 1, 3, 4]);
    }

    #[test]
    fn conditions_on_numbers() {
        let amounts = ["10", "n/a", "", "30", "20", "20"];
        check(Field::Revenue, &amounts, number(NumberTest::Is, 20.0, 0.0), &[4, 5]);
        check(Field::Revenue, &amounts, number(NumberTest::IsNot, 20.0, 0.0), &[0, 1, 2, 3]);
        check(Field::Revenue, &amounts, number(NumberTest::Less, 20.0, 0.0), &[0]);
        check(Field::Revenue, &amounts, number(NumberTest::AtMost, 20.0, 0.0), &[0, 4, 5]);
        check(Field::Revenue, &amounts, number(NumberTest::More, 20.0, 0.0), &[3]);
        check(Field::Revenue, &amounts, number(NumberTest::AtLeast, 20.0, 0.0), &[3, 4, 5]);
        check(Field::Revenue, &amounts, number(NumberTest::Between, 25.0, 10.0), &[0, 4, 5]);
        check(Field::Revenue, &amounts, FilterTest::Condition(Condition::Filled), &[0, 1, 3, 4, 5]);
        check(Field::Revenue, &amounts, FilterTest::Condition(Condition::Empty), &[2]);
        let top = |is_top, count| FilterTest::Condition(Condition::Extreme { is_top, count });
        check(Field::Revenue, &amounts, top(true, 2), &[3, 4, 5]);
        check(Field::Revenue, &amounts, top(false, 1), &[0]);
        check(Field::Revenue, &amounts, top(true, 0), &[]);
        check(Field::Revenue, &amounts, top(true, 99), &[0, 3, 4, 5]);
        let average = |is_above| FilterTest::Condition(Condition::Average { is_above });
        check(Field::Revenue, &amounts, average(true), &[3]);
        check(Field::Revenue, &amounts, average(false), &[0]);
        check(Field::Revenue, &["", ""], average(true), &[]);
        check(Field::Margin, &["25.6%", "25%"], number(NumberTest::Is, 0.256, 0.0), &[0]);
        // A column whose kind changed since has none of what is asked for.
        check(Field::Name, &["10", ""], number(NumberTest::Is, 10.0, 0.0), &[]);
    }

    #[test]
    fn conditions_on_days_follow_today() {
        let days = ["2026-03-01", "2026-02-28", "", "2026-03-15", "2025-12-31"];
        let day = |text| day_of(text).expect("a day");
        let test = |how, from, to| FilterTest::Condition(Condition::Day { how, day: day(from), to: day(to) });
        check(Field::LastOrder, &days, test(DayTest::On, "2026-03-01", "2026-03-01"), &[0]);
        check(Field::LastOrder, &days, test(DayTest::Before, "2026-03-01", "2026-03-01"), &[1, 4]);
        check(Field::LastOrder, &days, test(DayTest::After, "2026-03-01", "2026-03-01"), &[3]);
        check(Field::LastOrder, &days, test(DayTest::Between, "2026-03-01", "2026-02-01"), &[0, 1]);
        let period = |period| FilterTest::Condition(Condition::Period(period));
        check(Field::LastOrder, &days, period(Period::ThisMonth), &[0, 3]);
        check(Field::LastOrder, &days, period(Period::LastMonth), &[1]);
        check(Field::LastOrder, &days, period(Period::LastYear), &[4]);
        check(Field::LastOrder, &days, FilterTest::Condition(Condition::LastDays(15)), &[0, 3]);
        check(Field::LastOrder, &days, FilterTest::Condition(Condition::Empty), &[2]);
    }

    #[test]
    fn choosing_keeps_the_shorter_list() {
        let mut values = ChosenValues::default();
        values.choose("a".to_owned(), false);
        assert!(!values.passes("a") && values.passes("b") && !values.is_everything());
        values.choose("a".to_owned(), true);
        assert!(values.is_everything());
        let mut values = ChosenValues::none();
        values.choose("a".to_owned(), true);
        values.choose_misfits(true);
        assert!(values.passes("a") && !values.passes("b") && values.passes_misfits());
    }
}
