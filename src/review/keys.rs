//! By what a row of a list and a client are known to be the same.

use std::collections::HashMap;

use crate::duplicates::normal_name;
use crate::workbook::{ColumnData, Field};

/// Numbers for equal keys, shared by the clients and the list. 0 stands for none.
#[derive(Default)]
struct Dictionary(HashMap<String, u32>);

impl Dictionary {
    fn number(&mut self, key: String) -> u32 {
        if key.is_empty() {
            return 0;
        }
        let next = self.0.len() as u32 + 1;
        *self.0.entry(key).or_insert(next)
    }
}

/// One sort of key: for each client and each row of the list its number.
pub struct Keys {
    pub clients: Vec<u32>,
    pub rows: Vec<u32>,
    /// One more than the largest number.
    pub count: u32,
}

impl Keys {
    /// The keys of a field: `clients` and `rows` are how many there are of each.
    pub fn new(field: Field, (old, clients): (&ColumnData, u32), (new, rows): (&ColumnData, u32)) -> Self {
        let mut dictionary = Dictionary::default();
        let key = match field {
            Field::TaxId => tax_key,
            Field::Code => code_key,
            _ => normal_name,
        };
        let clients = numbers(old, clients, key, &mut dictionary);
        let rows = numbers(new, rows, key, &mut dictionary);
        Self { clients, rows, count: dictionary.0.len() as u32 + 1 }
    }
}

fn numbers(data: &ColumnData, rows: u32, key: fn(&str) -> String, dictionary: &mut Dictionary) -> Vec<u32> {
    let Some(texts) = data.texts() else { return vec![0; rows as usize] };
    // Each text of the column once, however many rows have it.
    let mut known: Vec<Option<u32>> = vec![None; texts.code_count() as usize];
    let number = |row: u32| {
        let code = texts.code(row);
        let place = known.get_mut(code as usize)?;
        Some(*place.get_or_insert_with(|| dictionary.number(key(texts.of_code(code)))))
    };
    (0..rows).map(number).map(Option::unwrap_or_default).collect()
}

/// Letters and digits of a tax id, without a КПП behind a slash. What is too short to be one, or all zeros, is none.
fn tax_key(text: &str) -> String {
    let number = text.split('/').next().unwrap_or_default();
    let key: String =
        number.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect();
    let is_number = key.len() >= 5 && key.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if is_number { key } else { String::new() }
}

fn code_key(text: &str) -> String {
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(tax_key(text), expected, "{text}");
    }

    #[test]
    fn tax_ids_are_compared_without_what_lists_write_differently() {
        check("7707083893/770701001", "7707083893");
        check(" de 123 456 789 ", "DE123456789");
        check("91110000600037341l", "91110000600037341L");
        check("0000000000", "");
        check("n/a", "");
        check("—", "");
    }
}
