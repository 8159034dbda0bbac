//! How a cell's value is written for a person to change it.

use super::columns::SheetColumn;
use super::fold::Needle;
use crate::state::Formats;
use crate::workbook::{ClientTable, ColumnKind, Value};

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

/// The different texts of a column that contain what is typed, in the order of the alphabet, `most` at most.
pub fn choices(table: &ClientTable, column: &SheetColumn, typed: &str, most: usize) -> Vec<String> {
    let Some(texts) = table.data(&column.id).texts() else { return Vec::new() };
    let needle = Needle::new(typed.trim());
    let mut used = vec![false; texts.code_count() as usize];
    for row in table.rows() {
        if let Some(place) = used.get_mut(texts.code(row) as usize) {
            *place = true;
        }
    }
    let fits = |text: &&str| needle.as_ref().is_none_or(|needle| needle.is_in(text));
    let codes = (0..).zip(used).skip(1).filter(|(_, is_used)| *is_used);
    let mut found: Vec<&str> = codes.map(|(code, _)| texts.of_code(code)).filter(fits).collect();
    // A column of names has as many texts as clients, of which the list shows the first few.
    if most < found.len() {
        found.select_nth_unstable(most);
        found.truncate(most);
    }
    found.sort_unstable();
    found.into_iter().map(str::to_owned).collect()
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
