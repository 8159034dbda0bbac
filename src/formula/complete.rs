//! What may come next while a formula is typed.

use std::ops::Range;

use super::function::Function;
use super::spelling::bracketed;

/// One thing that may come next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is put in.
    pub text: String,
    /// Whether it is a function; otherwise a column.
    pub is_function: bool,
    /// What it takes the place of, in bytes.
    pub span: Range<usize>,
}

/// The functions and columns that begin as, or hold, the word before the caret (a place in bytes). Columns come by
/// their titles; a function is named in the language of the page (a BCP 47 tag).
pub fn complete(text: &str, caret: usize, titles: &[String], language: &str, most: usize) -> Vec<Completion> {
    let Some(before) = text.get(..caret) else { return Vec::new() };
    if before.matches('"').count() % 2 == 1 {
        return Vec::new();
    }
    let bracket = before.rfind('[').filter(|open| !before[*open..].contains(']'));
    let start = bracket.unwrap_or_else(|| {
        let word = before.rfind(|c: char| !(c.is_alphanumeric() || c == '_'));
        word.map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))
    });
    let typed = before[start..].trim_start_matches('[').trim().to_lowercase();
    if typed.is_empty() && bracket.is_none() {
        return Vec::new();
    }
    let end = match (bracket, text[caret..].find(']')) {
        // The rest of a name that is being changed goes with it.
        (Some(_), Some(close)) if !text[caret..caret + close].contains('[') => caret + close + 1,
        _ => caret,
    };
    let columns = titles.iter().filter_map(|title| Some((place(title, &typed)?, bracketed(title), false)));
    let functions = Function::ALL.iter().filter(|_| bracket.is_none()).filter_map(|function| {
        let names = [function.name()].into_iter().chain(function.other_names().iter().copied());
        let name = names.filter(|name| name.to_lowercase().starts_with(&typed)).min_by_key(|name| {
            // The page's language first.
            *name != function.name_in(language)
        })?;
        Some((0, format!("{name}("), true))
    });
    let mut found: Vec<(usize, String, bool)> = functions.chain(columns).collect();
    found.sort_by_key(|(place, _, _)| *place);
    let completion = |(_, text, is_function)| Completion { text, is_function, span: start..end };
    found.into_iter().take(most).map(completion).collect()
}

/// How well a title fits: 0 where it begins so, 1 where a word of it does, 2 where it holds what was typed.
fn place(title: &str, typed: &str) -> Option<usize> {
    let title = title.to_lowercase();
    if title.starts_with(typed) {
        return Some(0);
    }
    if title.split_whitespace().any(|word| word.starts_with(typed)) {
        return Some(1);
    }
    title.contains(typed).then_some(2)
}
