//! Why a row is no client, and what is wrong with a row that is saved to be corrected.

use super::{Locale, problems, td_string};
use crate::exchange::{Problem, ProblemRow, Why};
use crate::export::PlainSheet;
use crate::ui::import::Outcome;

/// Why a row is left out.
pub fn why(locale: Locale, why: Why) -> &'static str {
    match why {
        Why::Total => td_string!(locale, tables.why_total),
        Why::Sum => td_string!(locale, tables.why_sum),
        Why::Heading => td_string!(locale, tables.why_heading),
        Why::Note => td_string!(locale, tables.why_note),
    }
}

/// The rows of an import that have values that did not fit, with a column that says why: as a sheet to be saved.
pub fn problem_sheet(locale: Locale, outcome: &Outcome) -> PlainSheet {
    let reason = |problem: &&Problem| format!("{}: {}", problem.heading, problems::reason(locale, problem.reason));
    let reasons = |row: &ProblemRow, problems: &[&Problem]| {
        let number = row.row;
        let place = td_string!(locale, tables.row_number, row = number).to_string();
        let place = if row.sheet.is_empty() { place } else { format!("{} · {place}", row.sheet) };
        format!("{place}: {}", problems.iter().map(reason).collect::<Vec<_>>().join("; "))
    };
    let name = td_string!(locale, tables.problem_sheet).to_owned();
    let heading = td_string!(locale, tables.why).to_owned();
    outcome.problem_rows.to_sheet(name, heading, &outcome.problems, reasons)
}

/// The sheets of such rows in every language, and the heading of the column that says why.
pub fn problem_sheets() -> Vec<(String, String)> {
    let named = |locale: Locale| {
        (td_string!(locale, tables.problem_sheet).to_owned(), td_string!(locale, tables.why).to_owned())
    };
    [Locale::en, Locale::zh_CN, Locale::ru].map(named).to_vec()
}

/// What the file with these rows is called.
pub fn problem_file(locale: Locale, outcome: &Outcome) -> String {
    let file = outcome.file.as_str();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    format!("{stem} – {}.xlsx", td_string!(locale, tables.problem_sheet))
}
