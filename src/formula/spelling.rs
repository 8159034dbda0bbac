//! A formula's text: stored with the identities of its columns, shown with their titles.

use std::ops::Range;

use super::parse::Parsed;
use super::token::{Token, tokens};
use crate::workbook::ColumnId;

/// The text as it is stored: it stays right whatever the columns are called, and in every language.
pub fn stored(text: &str, parsed: &Parsed) -> String {
    let places = parsed.places.iter().map(|(span, id)| (span.clone(), bracketed(&format!("#{id}"))));
    replaced(text.trim_start_matches(|c: char| c.is_whitespace() || c == '='), text, places)
}

/// The text as a person reads it. A column without a title that is its own is named by its identity.
pub fn shown(stored: &str, title: &dyn Fn(&ColumnId) -> Option<String>) -> String {
    let words = tokens(stored).unwrap_or_default();
    let places = words.into_iter().filter_map(|(token, span)| match token {
        Token::Column(name) => Some((span, bracketed(&title(&name.strip_prefix('#')?.parse().ok()?)?))),
        _ => None,
    });
    replaced(stored, stored, places)
}

/// A column's name in brackets.
pub fn bracketed(name: &str) -> String {
    format!("[{}]", name.replace(']', "]]"))
}

/// `rest` is the end of `text` that counts.
fn replaced(rest: &str, text: &str, places: impl Iterator<Item = (Range<usize>, String)>) -> String {
    let mut result = String::with_capacity(text.len());
    let mut at = text.len() - rest.len();
    for (span, by) in places {
        result.push_str(text.get(at..span.start).unwrap_or(""));
        result.push_str(&by);
        at = span.end;
    }
    result.push_str(text.get(at..).unwrap_or(""));
    result.trim_end().to_owned()
}
