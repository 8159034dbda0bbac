//! The zip archive around .xlsx, .xlsb and .ods: what it is, and whether unpacking it is safe.

use std::io::{BufRead, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::ReadError;

/// The cells stream by, but the table of texts is held whole.
const MOST_TEXT: u64 = 600_000_000;
const MOST_UNPACKED: u64 = 4_000_000_000;
/// An .ods is made dense while it is read, some 110 bytes for each cell.
const MOST_ODS_CELLS: u64 = 9_000_000;
/// How often an empty row at the end may be repeated without counting.
const MOST_COLUMNS: u64 = 16_384;

/// What an archive holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    Xlsx,
    Xlsb,
    Ods,
}

/// Looks at the list of files in the archive.
pub fn look_inside(bytes: &[u8]) -> Result<Inside, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(zip_error)?;
    let (mut unpacked, mut inside) = (0_u64, None);
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(zip_error)?;
        unpacked = unpacked.saturating_add(file.size());
        let name = file.name().unwrap_or_default().to_ascii_lowercase().replace('\\', "/");
        if name.ends_with("sharedstrings.xml") && file.size() > MOST_TEXT {
            return Err(ReadError::TooLarge);
        }
        match name.as_str() {
            "xl/workbook.bin" => inside = Some(Inside::Xlsb),
            "content.xml" => inside = Some(Inside::Ods),
            "_rels/.rels" if inside.is_none() => inside = Some(Inside::Xlsx),
            _ => {}
        }
    }
    match inside {
        _ if unpacked > MOST_UNPACKED => Err(ReadError::TooLarge),
        _ if unpacked == 0 => Err(ReadError::Empty),
        Some(Inside::Xlsb) => check_xlsb(&mut archive).map(|()| Inside::Xlsb),
        Some(Inside::Ods) => check_ods(&mut archive).map(|()| Inside::Ods),
        Some(Inside::Xlsx) if has_workbook(&archive) => Ok(Inside::Xlsx),
        _ => Err(ReadError::NoWorkbookInside),
    }
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

fn zip_error(error: ZipError) -> ReadError {
    ReadError::Damaged { detail: error.to_string() }
}

/// Word and PowerPoint files have the same frame.
fn has_workbook(archive: &Archive<'_>) -> bool {
    !archive.file_names().flatten().any(|name| name.starts_with("word/") || name.starts_with("ppt/"))
}

fn read_part(archive: &mut Archive<'_>, name: &str) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    let file = archive.by_name(name).map_err(zip_error)?;
    // Workbook parts are small; only a hostile one is not.
    file.take(50_000_000).read_to_end(&mut bytes).map_err(|error| ReadError::Damaged { detail: error.to_string() })?;
    Ok(bytes)
}

/// The reader dies of a sheet whose relationship is missing.
fn check_xlsb(archive: &mut Archive<'_>) -> Result<(), ReadError> {
    let workbook = read_part(archive, "xl/workbook.bin")?;
    let relationships = read_part(archive, "xl/_rels/workbook.bin.rels").unwrap_or_default();
    let relationships = String::from_utf8_lossy(&relationships);
    let damaged = || ReadError::Damaged { detail: "a sheet of the workbook is missing".to_owned() };
    let mut rest = workbook.as_slice();
    while let Some((kind, data, after)) = next_record(rest) {
        rest = after;
        if kind != 0x9c {
            continue;
        }
        let length = data.get(8..).and_then(<[u8]>::first_chunk).map(|four| u32::from_le_bytes(*four));
        let length = length.ok_or_else(damaged)?;
        if length == u32::MAX {
            continue;
        }
        let id = data.get(12..).and_then(|rest| rest.get(..(length as usize).checked_mul(2)?)).ok_or_else(damaged)?;
        let units: Vec<u16> = id.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
        let id = String::from_utf16_lossy(&units);
        if !relationships.contains(&format!("\"{id}\"")) && !relationships.contains(&format!("'{id}'")) {
            return Err(damaged());
        }
    }
    Ok(())
}

/// A record of an .xlsb: its type in one or two bytes, its length in up to four, seven bits each.
fn next_record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (first, mut rest) = bytes.split_first()?;
    let mut kind = u16::from(*first);
    if first & 0x80 != 0 {
        let (second, after) = rest.split_first()?;
        kind = (kind & 0x7f) | (u16::from(*second & 0x7f) << 7);
        rest = after;
    }
    let mut length = 0;
    for shift in [0, 7, 14, 21] {
        let (byte, after) = rest.split_first()?;
        rest = after;
        length |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    let (data, after) = rest.split_at_checked(length)?;
    Some((kind, data, after))
}

/// Counts the cells that the reader would make: a few bytes can ask for billions by repeating.
fn check_ods(archive: &mut Archive<'_>) -> Result<(), ReadError> {
    let Ok(file) = archive.by_name("content.xml") else { return Err(ReadError::NoWorkbookInside) };
    if file.encrypted() {
        return Err(ReadError::PasswordProtected);
    }
    let mut count = OdsCount::default();
    let mut reader = BufReader::with_capacity(1 << 16, file.take(MOST_UNPACKED));
    let mut piece = Vec::new();
    loop {
        piece.clear();
        // What is encrypted is no text and not readable; the reader says so itself.
        match reader.by_ref().take(1 << 20).read_until(b'>', &mut piece) {
            Ok(0) | Err(_) => return Ok(()),
            Ok(_) => count.take(&piece),
        }
        if count.is_too_much() {
            return Err(ReadError::TooLarge);
        }
    }
}

#[derive(Default)]
struct OdsCount {
    /// Cells of all sheets that were made.
    cells: u64,
    /// The sheet's widest row and its rows, up to the last filled one.
    width: u64,
    rows: u64,
    empty_rows: u64,
    row_repeats: u64,
    row_width: u64,
    empty_cells: u64,
}

impl OdsCount {
    fn take(&mut self, piece: &[u8]) {
        let tag = memchr::memrchr(b'<', piece).and_then(|at| piece.get(at + 1..)).unwrap_or(&[]);
        if tag.starts_with(b"table:table-row") && !tag.starts_with(b"table:table-rows") {
            self.row_repeats = attribute(tag, b"table:number-rows-repeated=").min(1 << 20);
            (self.row_width, self.empty_cells) = (0, 0);
            if tag.ends_with(b"/>") {
                self.end_row();
            }
        } else if tag.starts_with(b"table:table-cell") || tag.starts_with(b"table:covered-table-cell") {
            let repeats = attribute(tag, b"table:number-columns-repeated=").min(MOST_COLUMNS);
            let is_filled = memchr::memmem::find(tag, b"office:").is_some()
                || memchr::memmem::find(tag, b"table:formula").is_some();
            if is_filled {
                self.row_width = (self.row_width + self.empty_cells + repeats).min(MOST_COLUMNS);
                self.empty_cells = 0;
                self.cells += repeats;
            } else {
                self.empty_cells = (self.empty_cells + repeats).min(MOST_COLUMNS);
            }
        } else if tag.starts_with(b"/table:table-row>") {
            self.end_row();
        } else if tag.starts_with(b"/table:table>") {
            self.cells += self.rows * self.width;
            (self.width, self.rows, self.empty_rows) = (0, 0, 0);
        }
    }

    fn end_row(&mut self) {
        if self.row_width == 0 {
            self.empty_rows += self.row_repeats;
        } else {
            self.rows += self.empty_rows + self.row_repeats;
            self.empty_rows = 0;
            self.width = self.width.max(self.row_width);
        }
    }

    fn is_too_much(&self) -> bool {
        self.cells.saturating_add(self.rows.saturating_mul(self.width)) / 2 > MOST_ODS_CELLS
    }
}

fn attribute(tag: &[u8], name: &[u8]) -> u64 {
    let Some(at) = memchr::memmem::find(tag, name) else { return 1 };
    let digits = tag.get(at + name.len() + 1..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(0_u64, |number, digit| number.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(xml: &str) -> OdsCount {
        let mut count = OdsCount::default();
        xml.split_inclusive('>').for_each(|piece| count.take(piece.as_bytes()));
        count
    }

    #[test]
    fn empty_rows_and_cells_at_the_end_of_an_ods_do_not_count() {
        let plain = r#"<table:table><table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p>
            </table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/>
            </table:table-row></table:table>"#;
        let count = count(plain);
        assert_eq!(count.cells, 2);
        assert!(!count.is_too_much());
    }

    #[test]
    fn a_few_bytes_that_ask_for_billions_of_cells_are_too_much() {
        let bomb = r#"<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell
            table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#;
        assert!(count(bomb).is_too_much());
        let far = r#"<table:table><table:table-row table:number-rows-repeated="1000000"/><table:table-row>
            <table:table-cell table:number-columns-repeated="500"/><table:table-cell office:value="1"/></table:table-row>"#;
        assert!(count(far).is_too_much());
    }
}
