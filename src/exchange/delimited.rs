//! Delimited text: records of fields, quoted where they hold a delimiter, a quote or a line break.
//!
//! Rows are counted as a spreadsheet shows them: a blank line is a row, a quoted line break is none. The csv crate
//! passes over blank lines without a word, which would put every later problem into the wrong row.

use std::borrow::Cow;

use memchr::{memchr, memchr3};

use super::error::ReadError;
use super::progress::Progress;
use super::sheet::Sheet;

/// Reads all records into a sheet.
pub fn read(text: &str, delimiter: u8, progress: &Progress) -> Result<Sheet, ReadError> {
    let mut sheet = Sheet::default();
    let mut rest = skip_declaration(text);
    let mut row = u32::from(rest.len() < text.len());
    while !rest.is_empty() {
        let mut column = 0;
        let before = rest.len();
        loop {
            let (field, end, after) = field(rest, delimiter);
            sheet.push_text(row, column, &field)?;
            rest = after;
            column += 1;
            if end != Some(delimiter) {
                break;
            }
        }
        row += 1;
        progress.add(before - rest.len());
    }
    sheet.finish();
    Ok(sheet)
}

/// Excel's first line that names the delimiter: `sep=;`.
fn skip_declaration(text: &str) -> &str {
    let is_declaration = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    match (is_declaration, text.find('\n')) {
        (true, Some(end)) if end <= 7 => &text[end + 1..],
        _ => text,
    }
}

/// The delimiter that `sep=;` names.
pub fn declared_delimiter(text: &str) -> Option<u8> {
    if skip_declaration(text).len() < text.len() { text.as_bytes().get(4).copied() } else { None }
}

/// One field, what ended it (the delimiter, a line end, or nothing), and what follows.
fn field(text: &str, delimiter: u8) -> (Cow<'_, str>, Option<u8>, &str) {
    let Some(quoted) = text.strip_prefix('"') else { return bare_field(text, delimiter) };
    let mut field = Cow::Borrowed("");
    let mut rest = quoted;
    while let Some(at) = memchr(b'"', rest.as_bytes()) {
        let part = &rest[..at];
        rest = &rest[at + 1..];
        field += part;
        if rest.starts_with('"') {
            field += "\"";
            rest = &rest[1..];
        } else {
            // What stands between the closing quote and the delimiter belongs to the field, as in Excel.
            let (tail, end, after) = bare_field(rest, delimiter);
            return (if tail.is_empty() { field } else { Cow::Owned(field.into_owned() + &tail) }, end, after);
        }
    }
    // A quote that never closes would swallow the rest of the file: it is a character like any other.
    bare_field(text, delimiter)
}

fn bare_field(text: &str, delimiter: u8) -> (Cow<'_, str>, Option<u8>, &str) {
    let Some(at) = memchr3(delimiter, b'\n', b'\r', text.as_bytes()) else { return (text.into(), None, "") };
    let end = text.as_bytes().get(at).copied();
    let after = if text[at..].starts_with("\r\n") { at + 2 } else { at + 1 };
    (text[..at].into(), end, &text[after..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, delimiter: u8, expected: &[&[&str]]) {
        let sheet = read(text, delimiter, &Progress::new(|_, _| {})).expect("small");
        let rows: Vec<Vec<String>> = (0..sheet.row_count)
            .map(|row| (0..sheet.columns.len() as u32).map(|column| sheet.text(row, column)).collect())
            .collect();
        assert_eq!(rows, expected, "{text:?}");
    }

    #[test]
    fn records_and_fields() {
        check("a,b\n1,2\n", b',', &[&["a", "b"], &["1", "2"]]);
        check("a;b\r\n1;2", b';', &[&["a", "b"], &["1", "2"]]);
        check("a\rb\r", b',', &[&["a"], &["b"]]);
        check("a,b\n,2\n", b',', &[&["a", "b"], &["", "2"]]);
    }

    #[test]
    fn quotes_hold_delimiters_quotes_and_line_breaks() {
        check("\"a,\"\"b\"\"\",c\n\"two\nlines\",d\n", b',', &[&["a,\"b\"", "c"], &["two\nlines", "d"]]);
        check("a \"b\" c,d\n", b',', &[&["a \"b\" c", "d"]]);
        check("\"a\" b,c\n", b',', &[&["a b", "c"]]);
        check("\"never closed,c\nd,e\n", b',', &[&["\"never closed", "c"], &["d", "e"]]);
    }

    #[test]
    fn blank_lines_are_rows() {
        check("a\n\nb\n", b',', &[&["a"], &[""], &["b"]]);
        check("sep=;\na;b\n", b';', &[&["", ""], &["a", "b"]]);
        assert_eq!(declared_delimiter("sep=;\na;b\n"), Some(b';'));
        assert_eq!(declared_delimiter("separate\n"), None);
    }
}
