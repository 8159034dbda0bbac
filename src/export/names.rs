//! Names that other programs accept: of files, of sheets, of columns.

use std::collections::HashSet;

use crate::exchange::ROW_ID_HEADING;
use crate::workbook::Day;

/// A sheet's name has at most 31 characters.
const SHEET_LENGTH: usize = 31;
/// What a spreadsheet takes as a heading of a table.
const HEADING_LENGTH: usize = 240;
/// Long enough for any title; the limit of file systems is 255 bytes.
const FILE_LENGTH: usize = 50;

/// The name of a file of a workbook with this title; `ending` is "xlsx" or "csv".
pub fn file_name(title: &str, fallback: &str, today: Day, ending: &str) -> String {
    let clean: String = title
        .chars()
        .map(|letter| if letter.is_control() || r#"\/:*?"<>|"#.contains(letter) { ' ' } else { letter })
        .take(FILE_LENGTH)
        .collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    let clean = words.join(" ");
    // Neither hidden nor without a name, and no dot where Windows drops it.
    let clean = clean.trim_matches(['.', ' ']);
    format!("{} {today}.{ending}", if clean.is_empty() { fallback } else { clean })
}

/// A name that a spreadsheet accepts for a sheet: without the characters it forbids, not too long, not empty, and
/// none of those taken (in any letters).
pub(super) fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let clean: String = wanted
        .chars()
        .map(|letter| if letter.is_control() || r"[]:*?/\".contains(letter) { ' ' } else { letter })
        .collect();
    let clean = clean.trim().trim_matches('\'').trim();
    // "History" belongs to Excel itself.
    let clean = if clean.is_empty() || clean.eq_ignore_ascii_case("history") { "Kontor" } else { clean };
    let is_free = |name: &str| taken.iter().all(|other| other.to_lowercase() != name.to_lowercase());
    (1..=u32::MAX)
        .map(|number| match number {
            1 => cut(clean, SHEET_LENGTH).to_owned(),
            _ => format!("{} ({number})", cut(clean, SHEET_LENGTH - 6).trim_end()),
        })
        .find(|name| is_free(name))
        .unwrap_or_default()
}

/// Makes headings that are there twice (in any letters) different, and gives one to those that are empty: by its
/// heading a column is known again.
pub(super) fn unique<'a>(headings: impl Iterator<Item = &'a mut String>) {
    let mut taken = HashSet::from([ROW_ID_HEADING.to_lowercase()]);
    for heading in headings {
        let clean = heading.split_whitespace().collect::<Vec<_>>().join(" ");
        let clean = if clean.is_empty() { "–" } else { cut(&clean, HEADING_LENGTH).trim_end() };
        let numbered = |number: u32| if number == 1 { clean.to_owned() } else { format!("{clean} ({number})") };
        *heading = (1..=u32::MAX).map(numbered).find(|name| taken.insert(name.to_lowercase())).unwrap_or_default();
    }
}

/// The text up to so many characters of UTF-16, as Excel counts.
pub(super) fn cut(text: &str, most: usize) -> &str {
    let mut length = 0;
    for (at, letter) in text.char_indices() {
        length += letter.len_utf16();
        if length > most {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_file(title: &str, expected: &str) {
        assert_eq!(file_name(title, "Kontor", Day(20_000), "xlsx"), format!("{expected} 2024-10-04.xlsx"));
    }

    #[test]
    fn files_have_names_that_every_system_takes() {
        check_file("Clients 2026", "Clients 2026");
        check_file("Клиенты: Q1/Q2", "Клиенты Q1 Q2");
        check_file("客户", "客户");
        check_file("..\\..\\etc\n", "etc");
        check_file(" ", "Kontor");
        check_file(&"x".repeat(300), &"x".repeat(50));
    }

    #[track_caller]
    fn check_sheet(wanted: &str, taken: &[&str], expected: &str) {
        let taken: Vec<String> = taken.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(sheet_name(wanted, &taken), expected);
    }

    #[test]
    fn sheets_have_names_that_excel_takes() {
        check_sheet("Clients", &[], "Clients");
        check_sheet("A/B: [x]?", &[], "A B   x");
        check_sheet("'quoted'", &[], "quoted");
        check_sheet("", &[], "Kontor");
        check_sheet("History", &[], "Kontor");
        check_sheet("clients", &["Clients"], "clients (2)");
        check_sheet(&"ж".repeat(40), &[], &"ж".repeat(31));
        check_sheet(&"😀".repeat(40), &[], &"😀".repeat(15));
    }

    #[test]
    fn headings_become_different() {
        let mut headings = ["Fax", "fax", "", " Two\nlines ", "Fax (2)"].map(str::to_owned);
        unique(headings.iter_mut());
        assert_eq!(headings, ["Fax", "fax (2)", "–", "Two lines", "Fax (2) (2)"]);
    }
}
