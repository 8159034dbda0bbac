//! Cells as an HTML table, the way spreadsheets hand them to each other beside the plain text.

use std::fmt::Write;

/// A mark of this program's own tables: their plain text is the better source, for HTML folds spaces.
const MARK: &str = "data-kontor";

/// Writes rows of cells as a plain table. Texts that look like numbers, dates or formulas say that they are texts.
/// `is_text` says by column whether it holds texts.
pub fn write(rows: &[Vec<String>], is_text: &[bool]) -> String {
    let mut html = format!("<meta charset=\"utf-8\"><table {MARK}>");
    for row in rows {
        html.push_str("<tr>");
        for (at, cell) in row.iter().enumerate() {
            let is_text = is_text.get(at).copied().unwrap_or(false);
            let format = if is_text && may_be_misread(cell) { r#" style='mso-number-format:"\@"'"# } else { "" };
            let _ = write!(html, "<td{format}>");
            escape(cell, &mut html);
            html.push_str("</td>");
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

/// Whether a table was written here.
pub fn is_own(html: &str) -> bool {
    html.contains(MARK)
}

/// Whether a spreadsheet would take a text for a number, a date or a formula.
fn may_be_misread(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@']) || text.starts_with(|letter: char| letter.is_ascii_digit())
}

fn escape(text: &str, html: &mut String) {
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' => html.push_str("<br style=\"mso-data-placement:same-cell\">"),
            // Further spaces would be folded into one.
            ' ' if html.ends_with([' ', '>']) || html.ends_with("&nbsp;") => html.push_str("&nbsp;"),
            letter => html.push(letter),
        }
    }
}

/// A cell of a table that was read: its text, and over how many columns and rows it reaches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spanning {
    pub text: String,
    pub columns: usize,
    pub rows: usize,
}

/// The same page without anything about its look: a browser with a strict content security policy complains of each.
pub fn without_styles(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        plain.push_str(text);
        let end = tag_end(tag);
        let (tag, behind) = tag.split_at(end);
        rest = behind;
        let name = tag.get(1..6).unwrap_or("").to_ascii_lowercase();
        if name == "style" {
            // All that belongs to it, up to its end.
            let lower = rest.to_ascii_lowercase();
            let end = lower.find("</style").map_or(rest.len(), |at| at + tag_end(&rest[at..]));
            rest = &rest[end..];
        } else {
            plain.push_str(&without_style(tag));
        }
    }
    plain.push_str(rest);
    plain
}

/// Where a tag ends: behind its `>`, quoted ones left out.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, sign) in tag.char_indices() {
        match (quote, sign) {
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

/// A tag whose `style` has another name, under which it does nothing.
fn without_style(tag: &str) -> String {
    let lower = tag.to_ascii_lowercase();
    let begins =
        |at: usize| lower[..at].ends_with(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '"' | '\''));
    let mut renamed = String::with_capacity(tag.len());
    let mut from = 0;
    for (at, word) in lower.match_indices("style").filter(|(at, _)| begins(*at)) {
        renamed.push_str(&tag[from..at]);
        renamed.push_str("data-style");
        from = at + word.len();
    }
    renamed.push_str(&tag[from..]);
    renamed
}

/// The cells of a table as plain rows: what reaches over several places stands in its first one.
pub fn spread(table: Vec<Vec<Spanning>>) -> Vec<Vec<String>> {
    /// No sheet is wider, whatever a page claims.
    const WIDEST: usize = 1_000;
    let mut rows: Vec<Vec<String>> = Vec::with_capacity(table.len());
    // By column: in how many more rows its place is taken from above.
    let mut taken: Vec<usize> = Vec::new();
    for line in table {
        let mut row = Vec::with_capacity(line.len());
        let mut below = taken.clone();
        for rows in &mut below {
            *rows = rows.saturating_sub(1);
        }
        for cell in line {
            while taken.get(row.len()).is_some_and(|rows| *rows > 0) {
                row.push(String::new());
            }
            let from = row.len();
            row.push(cell.text);
            let width = cell.columns.clamp(1, WIDEST);
            row.resize(from + width, String::new());
            if cell.rows > 1 {
                below.resize(below.len().max(from + width), 0);
                below[from..from + width].fill(cell.rows - 1);
            }
            if row.len() >= WIDEST {
                break;
            }
        }
        while taken.get(row.len()).is_some_and(|rows| *rows > 0) {
            row.push(String::new());
        }
        taken = below;
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, columns: usize, rows: usize) -> Spanning {
        Spanning { text: text.to_owned(), columns, rows }
    }

    #[track_caller]
    fn check(text: &str, is_text: bool, expected: &str) {
        let html = write(&[vec![text.to_owned()]], &[is_text]);
        let inside = html.split_once("<tr>").and_then(|(_, rest)| rest.split_once("</tr>")).map(|(inside, _)| inside);
        assert_eq!(inside, Some(expected));
        assert!(is_own(&html));
    }

    #[test]
    fn what_is_written_is_escaped_and_texts_stay_texts() {
        check("1234.5678", false, "<td>1234.5678</td>");
        check("007", true, r#"<td style='mso-number-format:"\@"'>007</td>"#);
        check("=1+1", true, r#"<td style='mso-number-format:"\@"'>=1+1</td>"#);
        check("<b> & \"co\"", true, "<td>&lt;b&gt; &amp; &quot;co&quot;</td>");
        check("two\r\nlines", true, "<td>two<br style=\"mso-data-placement:same-cell\">lines</td>");
        check("a  b", true, "<td>a &nbsp;b</td>");
    }

    #[test]
    fn cells_that_reach_far_stand_in_their_first_place() {
        let table = vec![
            vec![cell("a", 2, 1), cell("b", 1, 2)],
            vec![cell("c", 1, 2), cell("d", 1, 1)],
            vec![cell("e", 1, 1), cell("f", 1, 1)],
        ];
        assert_eq!(spread(table), [["a", "", "b"], ["c", "d", ""], ["", "e", "f"]]);
        assert_eq!(spread(vec![vec![cell("x", 0, 0)], vec![]]), [vec!["x".to_owned()], vec![]]);
        assert!(spread(vec![vec![cell("x", usize::MAX, usize::MAX)]])[0].len() <= 1_000);
    }

    #[test]
    fn a_page_loses_its_look_and_keeps_its_cells() {
        let check = |html: &str, expected: &str| assert_eq!(without_styles(html), expected);
        check("<td style='x:y' colspan=2>a style=b</td>", "<td data-style='x:y' colspan=2>a style=b</td>");
        check("<STYLE>td { a > b }</STYLE ><b>1 < 2</b>", "<b>1 < 2</b>");
        check("<td title=\"a > b\" STYLE=\"c\">d</td>", "<td title=\"a > b\" data-style=\"c\">d</td>");
        check("plain", "plain");
        check("<style>never ends", "");
    }
}
