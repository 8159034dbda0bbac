//! What is hidden and merged in a sheet of an .xlsx: the reader of the cells passes it by.
//!
//! The sheet's part is unpacked once more and searched for the few words that matter, without being parsed.

use std::io::{Cursor, Read};

use memchr::{memchr, memmem, memrchr};
use zip::ZipArchive;

use super::shape::{Merged, Shape};
use crate::exchange::sheet::{MAX_COLUMNS, MAX_ROWS};

/// A larger sheet (some 100,000 rows of 17 columns) is not searched: unpacking it again would take too long. Nothing
/// of it is lost, as hidden rows are taken in unless someone says otherwise.
const MOST_UNPACKED: u64 = 64_000_000;
const MOST_WORKBOOK: u64 = 4_000_000;
/// More than these are not noted.
const MOST_NOTED: usize = 200_000;
const PIECE: u64 = 1 << 20;

/// What is known of the sheet of this name; nothing where the file is unusual.
pub fn shape(bytes: &[u8], sheet: &str) -> Shape {
    let mut shape = Shape::default();
    if let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) {
        // What can't be unpacked was noticed by the reader of the cells.
        let _ = look(&mut archive, sheet, &mut shape);
    }
    shape.finish();
    shape
}

fn look(archive: &mut ZipArchive<Cursor<&[u8]>>, sheet: &str, shape: &mut Shape) -> Option<()> {
    let root = text(archive, "_rels/.rels")?;
    let is_document = |tag: &&str| attribute(tag, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
    let document = tags(&root).find(is_document).and_then(|tag| attribute(tag, "Target"))?.trim_start_matches('/');
    let (folder, name) = document.rsplit_once('/').unwrap_or(("", document));
    let workbook = text(archive, document)?;
    let id = tags(&workbook).filter(|tag| local_name(tag) == "sheet").find_map(|tag| {
        let name = attribute(tag, "name")?;
        (unescaped(name) == sheet).then(|| attribute(tag, "r:id").or_else(|| attribute(tag, ":id"))).flatten()
    })?;
    let relations = text(archive, &format!("{folder}/_rels/{name}.rels"))?;
    let target = tags(&relations)
        .filter(|tag| local_name(tag) == "Relationship" && attribute(tag, "Id") == Some(id))
        .find_map(|tag| attribute(tag, "Target"))?;
    let path = target.strip_prefix('/').map_or_else(|| format!("{folder}/{target}"), str::to_owned);
    let part = archive.by_name(&path).ok()?;
    if part.size() > MOST_UNPACKED {
        return None;
    }
    let mut part = part.take(MOST_UNPACKED);
    let mut buffer = Vec::new();
    loop {
        let read = part.by_ref().take(PIECE).read_to_end(&mut buffer).ok()?;
        if read == 0 {
            return Some(());
        }
        // Only whole tags: what is cut off is looked at with what follows.
        let end = memrchr(b'>', &buffer).map_or(0, |at| at + 1);
        search(buffer.get(..end)?, shape);
        buffer.drain(..end);
    }
}

/// Looks at a piece of the sheet that ends with a tag.
fn search(piece: &[u8], shape: &mut Shape) {
    for at in memmem::find_iter(piece, b" hidden=") {
        let Some(tag) = tag_around(piece, at) else { continue };
        if !matches!(attribute(tag, "hidden"), Some("1" | "true")) || shape.hidden_rows.len() >= MOST_NOTED {
            continue;
        }
        let number = |name| attribute(tag, name).and_then(|text| text.parse::<u32>().ok()).filter(|number| *number > 0);
        match (local_name(tag), number("r"), number("min"), number("max")) {
            ("row", Some(row), ..) if row <= MAX_ROWS => shape.hide_row(row - 1),
            // A span up to the last column is what lies right of the table.
            ("col", _, Some(first), Some(last)) if first <= last && last < MAX_COLUMNS => {
                shape.hidden_columns.push((first - 1, last - 1));
            }
            _ => {}
        }
    }
    for at in memmem::find_iter(piece, b"mergeCell ") {
        let merged = tag_around(piece, at).and_then(|tag| attribute(tag, "ref")).and_then(area);
        if let Some(merged) = merged
            && shape.merged.len() < MOST_NOTED
        {
            shape.merged.push(merged);
        }
    }
}

/// The inside of the tag around a place.
fn tag_around(piece: &[u8], at: usize) -> Option<&str> {
    let start = memrchr(b'<', piece.get(..at)?)? + 1;
    let end = at + memchr(b'>', piece.get(at..)?)?;
    std::str::from_utf8(piece.get(start..end)?).ok()
}

fn text(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(path).ok()?.take(MOST_WORKBOOK).read_to_string(&mut text).ok()?;
    Some(text)
}

fn tags(xml: &str) -> impl Iterator<Item = &str> {
    xml.split('<').skip(1).filter_map(|piece| piece.split('>').next())
}

/// The name of a tag, without a prefix.
fn local_name(tag: &str) -> &str {
    let name = tag.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or("");
    name.rsplit(':').next().unwrap_or(name)
}

/// The value of an attribute; a name that begins with a colon stands for one with any prefix.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    for (at, _) in tag.match_indices(name) {
        let rest = tag.get(at + name.len()..)?;
        let is_begun = name.starts_with(':') || tag.get(..at)?.ends_with(|c: char| c.is_ascii_whitespace());
        if let Some(rest) = rest.trim_start().strip_prefix('=').filter(|_| is_begun) {
            let rest = rest.trim_start();
            let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            return rest.get(1..)?.split(quote).next();
        }
    }
    None
}

fn unescaped(text: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    marks.iter().fold(text.to_owned(), |text, (written, mark)| text.replace(written, mark))
}

/// `A2:B5` as places from 0.
fn area(text: &str) -> Option<Merged> {
    let (first, last) = text.split_once(':')?;
    let ((column, row), (last_column, last_row)) = (cell(first)?, cell(last)?);
    (row <= last_row && column <= last_column)
        .then_some(Merged { rows: (row, last_row), columns: (column, last_column) })
}

fn cell(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let place = u32::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|place| *place < 26)?) + 1;
        column = column.checked_mul(26)?.checked_add(place)?;
    }
    let row: u32 = row.parse().ok()?;
    let is_inside = (1..=MAX_ROWS).contains(&row) && (1..=MAX_COLUMNS).contains(&column);
    is_inside.then(|| (column - 1, row - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_columns_and_merged_cells_are_found() {
        let xml = br#"<x:cols><x:col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden='true'/></x:cols>
            <row r="4" spans="1:3" hidden="1"><c r="A4"/></row><row hidden="1" r="5"></row><row r="6" hidden="0"/>
            <mergeCells count="2"><mergeCell ref="A2:A5"/><mergeCell ref="XFE1:XFF2"/></mergeCells>"#;
        let mut shape = Shape::default();
        search(xml, &mut shape);
        shape.finish();
        assert_eq!(shape.hidden_rows, [(3, 4)]);
        assert_eq!(shape.hidden_columns, [(1, 2)]);
        assert_eq!(shape.merged, [Merged { rows: (1, 4), columns: (0, 0) }]);
        assert!(shape.is_row_hidden(4) && !shape.is_row_hidden(5) && shape.is_column_hidden(2));
    }

    #[test]
    fn attributes_are_told_from_others_that_end_alike() {
        let tag = r#"sheet sheetName="x" name = "A &amp; B" r:id='rId3'"#;
        assert_eq!(attribute(tag, "name").map(unescaped), Some("A & B".to_owned()));
        assert_eq!(attribute(tag, ":id"), Some("rId3"));
        assert_eq!(attribute(tag, "state"), None);
    }
}
