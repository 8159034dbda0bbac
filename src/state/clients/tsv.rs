//! Cells as text, the way spreadsheets hand them to each other: tabs between cells, line breaks between rows, quotes
//! around what holds either.

/// Writes rows of cells, each with a line break behind it: without the last one an empty last row would be lost.
pub fn write(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        if text.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.clone() }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t") + "\r\n";
    rows.iter().map(line).collect()
}

/// Reads rows of cells. The line break that spreadsheets put behind the last row begins no other.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_suffix('\n').map_or(text, |text| text.strip_suffix('\r').unwrap_or(text));
    let mut rows = vec![Vec::new()];
    let mut cell = String::new();
    let mut letters = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted => match letters.peek() {
                Some('"') => {
                    letters.next();
                    cell.push('"');
                }
                _ => is_quoted = false,
            },
            letter if is_quoted => cell.push(letter),
            // A quote within a text is one that somebody wrote: 24" screens.
            '"' if cell.is_empty() && is_closed(letters.clone()) => is_quoted = true,
            '\t' => take(&mut rows, &mut cell),
            '\r' | '\n' => {
                if letter == '\r' && letters.peek() == Some(&'\n') {
                    letters.next();
                }
                take(&mut rows, &mut cell);
                rows.push(Vec::new());
            }
            letter => cell.push(letter),
        }
    }
    take(&mut rows, &mut cell);
    rows
}

fn take(rows: &mut [Vec<String>], cell: &mut String) {
    if let Some(row) = rows.last_mut() {
        row.push(std::mem::take(cell));
    }
}

/// Whether a quote that begins a cell is closed at the cell's end.
fn is_closed(mut rest: impl Iterator<Item = char>) -> bool {
    while let Some(letter) = rest.next() {
        if letter != '"' {
            continue;
        }
        match rest.next() {
            Some('"') => {}
            None | Some('\t' | '\n' | '\r') => return true,
            Some(_) => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        assert_eq!(read(text), expected, "{text:?}");
    }

    #[test]
    fn what_spreadsheets_hand_over_is_read() {
        check("a\tb\r\nc\td\r\n", &[&["a", "b"], &["c", "d"]]);
        check("a\tb\nc\t", &[&["a", "b"], &["c", ""]]);
        check("one", &[&["one"]]);
        check("", &[&[""]]);
        check("a\r\n\r\nb", &[&["a"], &[""], &["b"]]);
        check("\"two\nlines\"\tx", &[&["two\nlines", "x"]]);
        check("\"says \"\"hi\"\"\"", &[&["says \"hi\""]]);
    }

    #[test]
    fn a_quote_that_is_part_of_the_text_stays() {
        check("24\" screen\tb", &[&["24\" screen", "b"]]);
        check("\"Nord\" GmbH\tb", &[&["\"Nord\" GmbH", "b"]]);
        check("\"open\tb\nc", &[&["\"open", "b"], &["c"]]);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let rows = vec![
            vec!["a".to_owned(), "two\r\nlines".to_owned(), "tab\there".to_owned()],
            vec![String::new(), "\"quoted\"".to_owned(), "=1+1".to_owned()],
        ];
        assert_eq!(read(&write(&rows)), rows);
        let column = |texts: &[&str]| texts.iter().map(|text| vec![(*text).to_owned()]).collect::<Vec<_>>();
        for texts in [&["a", ""][..], &["a", "b", "", ""], &["", ""], &[""]] {
            assert_eq!(read(&write(&column(texts))), column(texts), "{texts:?}");
        }
        // An empty cell is something to paste too.
        assert!(!write(&column(&[""])).is_empty());
    }
}
