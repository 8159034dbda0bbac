//! How a cell's value is written for a person to change it.

use std::collections::BTreeMap;

use super::columns::SheetColumn;
use super::fold::Needle;
use crate::state::Formats;
use crate::workbook::{ClientTable, ColumnId, ColumnKind, Value};

/// The value as the editor shows it: complete, without marks between thousands, and read back as the same value.
pub fn entry_text(value: &Value, kind: ColumnKind, formats: &Formats) -> String {
    match value {
        Value::Number(number) if kind == ColumnKind::Percent => {
            // A share of 0.07 is 7.000000000000001 hundredths, and nobody wrote that.
            let hundredths = (number * 1e12).round() / 1e10;
            format!("{}%", plain(hundredths, formats))
        }
        Value::Number(number) if kind != ColumnKind::YesNo => plain(*number, formats),
        other => formats.value(other, kind),
    }
}

fn plain(number: f64, formats: &Formats) -> String {
    number.to_string().replace('.', &formats.decimal)
}

/// The values of a choice that contain what is typed, `most` at most: those that a person listed in their order, then
/// the others in use in the order of the alphabet.
pub fn choices(table: &ClientTable, column: &SheetColumn, typed: &str, most: usize) -> Vec<String> {
    let needle = Needle::new(typed.trim());
    let fits = |text: &&str| needle.as_ref().is_none_or(|needle| needle.is_in(text));
    let listed = table.listed_choices(&column.id);
    let used = used(table, &column.id).map(|(text, _)| text);
    let mut others: Vec<&str> = used.filter(|text| !listed.iter().any(|listed| listed == text)).filter(fits).collect();
    // A column of names has as many texts as clients, of which the list shows the first few.
    if most < others.len() {
        others.select_nth_unstable(most);
        others.truncate(most);
    }
    others.sort_unstable();
    let all = listed.iter().map(String::as_str).filter(fits).chain(others);
    all.take(most).map(str::to_owned).collect()
}

/// The different texts of a column, each with the number of clients who have it.
pub(super) fn used_texts<'a>(table: &'a ClientTable, column: &ColumnId) -> BTreeMap<&'a str, u32> {
    used(table, column).collect()
}

fn used<'a>(table: &'a ClientTable, column: &ColumnId) -> impl Iterator<Item = (&'a str, u32)> {
    let texts = table.data(column).texts();
    let mut counts = vec![0; texts.map_or(0, |texts| texts.code_count() as usize)];
    for code in texts.into_iter().flat_map(|texts| table.rows().map(|row| texts.code(row) as usize)) {
        counts[code] += u32::from(code > 0);
    }
    let used = (0..).zip(counts).filter(|(_, count)| *count > 0);
    used.filter_map(move |(code, count)| Some((texts?.of_code(code), count)))
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::exchange;
    use crate::workbook::{Day, Field};

    #[track_caller]
    fn check(value: &Value, kind: ColumnKind, expected: &str) {
        let formats = Formats { decimal: ",".to_owned(), group: "\u{a0}".to_owned(), ..Formats::default() };
        let text = entry_text(value, kind, &formats);
        assert_eq!(text, expected);
        assert_eq!(exchange::entry(&text, kind, &formats.conventions()), *value, "read back");
    }

    #[test]
    fn what_the_editor_shows_is_read_back_as_the_same_value() {
        check(&Value::Number(1_234_567.25), ColumnKind::Money, "1234567,25");
        check(&Value::Number(-3.0), ColumnKind::Number, "-3");
        check(&Value::Number(0.07), ColumnKind::Percent, "7%");
        check(&Value::Number(0.004), ColumnKind::Percent, "0,4%");
        check(&Value::Number(1.2), ColumnKind::Percent, "120%");
        check(&Value::text("a, b"), ColumnKind::Text, "a, b");
        check(&Value::Number(1.0), ColumnKind::YesNo, "✓");
        check(&Value::Number(0.0), ColumnKind::YesNo, "–");
        check(&Value::Empty, ColumnKind::Number, "");
        check(&Value::Date(Day(20_000)), ColumnKind::Date, "2024-10-04");
    }

    #[test]
    fn choices_are_the_values_in_use() {
        let table = testing::table(&[(Field::Manager, &["Wei", "anna", "Wei", "", "Ivan"])]);
        let column = SheetColumn::of_field(Field::Manager);
        assert_eq!(choices(&table, &column, "", 9), ["Ivan", "Wei", "anna"]);
        assert_eq!(choices(&table, &column, "AN", 9), ["Ivan", "anna"]);
        assert_eq!(choices(&table, &SheetColumn::of_field(Field::Revenue), "", 9), Vec::<String>::new());
    }
}
