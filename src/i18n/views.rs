//! What filters, groups and their values are called.

use super::{Locale, td_string};
use crate::segment::Segment;
use crate::state::Formats;
use crate::state::clients::{
    ChosenValues, Condition, ConditionKind, DayTest, FilterTest, NumberTest, Period, SharedValue, SheetColumn,
    TextTest, day_of,
};
use crate::workbook::{ColumnId, ColumnKind, Field, Value};

/// A column by its title, also one that was removed and is still asked for.
pub fn column_named(locale: Locale, columns: &[SheetColumn], id: &ColumnId) -> String {
    match (columns.iter().find(|column| column.id == *id), id) {
        (Some(column), _) => super::column_title(locale, column),
        (None, ColumnId::Field(field)) => {
            td_string!(locale, views.bar.field_gone, column = super::fields::field(locale, *field)).to_string()
        }
        (None, ColumnId::Found(found)) => super::fields::found(locale, *found).to_owned(),
        (None, ColumnId::Own(_)) => td_string!(locale, views.bar.column_gone).to_owned(),
    }
}

/// A value of a column, or what stands for none.
pub fn shared_value(locale: Locale, value: &SharedValue, kind: ColumnKind, formats: &Formats) -> String {
    match value {
        SharedValue::Text(text) => text.clone(),
        SharedValue::Number(number) => formats.value(&Value::Number(*number), kind),
        SharedValue::Day(day) => formats.day(*day),
        SharedValue::Month(month) => formats.month(*month),
        SharedValue::Segment(segment) => super::segment_name(locale, *segment).to_owned(),
        SharedValue::Empty => td_string!(locale, views.empty).to_owned(),
        SharedValue::Misfit => td_string!(locale, views.misfit).to_owned(),
    }
}

/// What is asked of a column, without what it is compared with.
pub fn condition_kind(locale: Locale, kind: ConditionKind) -> &'static str {
    match kind {
        ConditionKind::Text(test) => match test {
            TextTest::Contains => td_string!(locale, views.test.contains),
            TextTest::ContainsNot => td_string!(locale, views.test.contains_not),
            TextTest::BeginsWith => td_string!(locale, views.test.begins_with),
            TextTest::EndsWith => td_string!(locale, views.test.ends_with),
            TextTest::Is => td_string!(locale, views.test.is),
            TextTest::IsNot => td_string!(locale, views.test.is_not),
        },
        ConditionKind::Number(test) => match test {
            NumberTest::Is => "=",
            NumberTest::IsNot => "≠",
            NumberTest::Less => "<",
            NumberTest::AtMost => "≤",
            NumberTest::More => ">",
            NumberTest::AtLeast => "≥",
            NumberTest::Between => td_string!(locale, views.test.between),
        },
        ConditionKind::Day(test) => match test {
            DayTest::On => td_string!(locale, views.test.on),
            DayTest::Before => td_string!(locale, views.test.before),
            DayTest::After => td_string!(locale, views.test.after),
            DayTest::Between => td_string!(locale, views.test.between),
        },
        ConditionKind::Period(period) => match period {
            Period::LastMonth => td_string!(locale, views.test.last_month),
            Period::ThisMonth => td_string!(locale, views.test.this_month),
            Period::NextMonth => td_string!(locale, views.test.next_month),
            Period::LastQuarter => td_string!(locale, views.test.last_quarter),
            Period::ThisQuarter => td_string!(locale, views.test.this_quarter),
            Period::NextQuarter => td_string!(locale, views.test.next_quarter),
            Period::LastYear => td_string!(locale, views.test.last_year),
            Period::ThisYear => td_string!(locale, views.test.this_year),
            Period::NextYear => td_string!(locale, views.test.next_year),
        },
        ConditionKind::LastDays => td_string!(locale, views.test.last_days),
        ConditionKind::Top => td_string!(locale, views.test.top),
        ConditionKind::Bottom => td_string!(locale, views.test.bottom),
        ConditionKind::AboveAverage => td_string!(locale, views.test.above_average),
        ConditionKind::BelowAverage => td_string!(locale, views.test.below_average),
        ConditionKind::Empty => td_string!(locale, views.test.empty),
        ConditionKind::Filled => td_string!(locale, views.test.filled),
    }
}

/// A filter in a few words, without its column's title.
pub fn filter_test(
    locale: Locale,
    test: &FilterTest,
    column: &ColumnId,
    kind: ColumnKind,
    formats: &Formats,
) -> String {
    match test {
        FilterTest::Values(values) => chosen(locale, values, column, kind, formats),
        FilterTest::Condition(condition) => {
            let asked = ConditionKind::of(condition);
            let words = condition_kind(locale, asked);
            let (first, second) = compared(condition, kind, formats);
            match (first.is_empty(), second.is_empty()) {
                (true, _) => words.to_owned(),
                (false, true) => format!("{words} {first}"),
                (false, false) => format!("{words} {first} – {second}"),
            }
        }
    }
}

/// What a condition compares with, as cells show it.
fn compared(condition: &Condition, kind: ColumnKind, formats: &Formats) -> (String, String) {
    let number = |number: f64| formats.value(&Value::Number(number), kind);
    match condition {
        Condition::Text { text, .. } => (format!("“{text}”"), String::new()),
        Condition::Number { how: NumberTest::Between, number: from, to } => (number(*from), number(*to)),
        Condition::Number { number: from, .. } => (number(*from), String::new()),
        Condition::Day { how: DayTest::Between, day, to } => (formats.day(*day), formats.day(*to)),
        Condition::Day { day, .. } => (formats.day(*day), String::new()),
        other => other.written(kind, formats),
    }
}

fn chosen(locale: Locale, values: &ChosenValues, column: &ColumnId, kind: ColumnKind, formats: &Formats) -> String {
    const NAMED: usize = 3;
    let count = values.values.len() + usize::from(values.misfits);
    let is_segment = *column == ColumnId::Field(Field::Segment);
    let name = |key: &String| {
        let value = if key.is_empty() {
            SharedValue::Empty
        } else if let Some(segment) = key.parse::<Segment>().ok().filter(|_| is_segment) {
            SharedValue::Segment(segment)
        } else {
            let number = || key.parse().ok().filter(|_| kind.is_numeric()).map(SharedValue::Number);
            let day = || day_of(key).filter(|_| kind == ColumnKind::Date).map(SharedValue::Day);
            number().or_else(day).unwrap_or_else(|| SharedValue::Text(key.clone()))
        };
        shared_value(locale, &value, kind, formats)
    };
    let list = if count > NAMED {
        let number = formats.number(count as f64, 0);
        td_string!(locale, views.value_count, count = count as u32, number = number).clone()
    } else {
        let mut names: Vec<String> = values.values.iter().map(name).collect();
        names.extend(values.misfits.then(|| td_string!(locale, views.misfit).to_owned()));
        names.join(", ")
    };
    match (values.is_except, count) {
        (true, _) => td_string!(locale, views.all_but, values = list).clone(),
        (false, 0) => td_string!(locale, views.no_value).to_owned(),
        (false, _) => list,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(locale: Locale, id: ColumnId, expected: &str) {
        let own = ColumnId::Own("fax".to_owned());
        let fax = SheetColumn { id: own, title: "Fax".to_owned(), kind: ColumnKind::Text };
        assert_eq!(column_named(locale, &[fax], &id), expected);
    }

    #[test]
    fn a_column_that_was_removed_has_a_title_too() {
        check(Locale::en, ColumnId::Own("fax".to_owned()), "Fax");
        check(Locale::en, ColumnId::Own("gone".to_owned()), "Removed column");
        check(Locale::ru, ColumnId::Own("gone".to_owned()), "Удалённый столбец");
        check(Locale::en, Field::Revenue.into(), "Our revenue (removed)");
    }
}
