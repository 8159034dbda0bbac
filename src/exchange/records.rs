//! The records of an .xls, walked before the real reader is let at it.
//!
//! That reader makes every sheet dense in memory and reserves what a sheet declares, at once for all sheets: so the
//! true extent is measured first, and a wrong declaration is mended.

use std::ops::Range;

use super::compound::Compound;
use super::error::ReadError;

/// A dense cell takes some 60 bytes while it is read: more than these are refused.
const MOST_DENSE_CELLS: u64 = 9_000_000;

const FILE_PASS: u16 = 0x2f;
const SHEET: u16 = 0x85;
const TEXTS: u16 = 0xfc;
const CONTINUE: u16 = 0x3c;
const END: u16 = 0x0a;
const BEGIN: u16 = 0x809;
const DIMENSIONS: u16 = 0x200;
/// Number, Label, RString, BoolErr, Rk, LabelSst, MulRk, Formula.
const CELLS: [u16; 8] = [0x203, 0x204, 0xd6, 0x205, 0x27e, 0xfd, 0xbd, 0x06];

/// Checks an .xls and mends what can be mended in its bytes.
pub fn check_and_mend(bytes: &mut [u8]) -> Result<(), ReadError> {
    let file = Compound::open(bytes)?;
    if file.has("EncryptedPackage") {
        return Err(ReadError::PasswordProtected);
    }
    let places = match file.stream("Workbook")? {
        Some(places) => places,
        None => file.stream("Book")?.ok_or(ReadError::NoWorkbookInside)?,
    };
    let stream: Vec<u8> = places.iter().flat_map(|place| bytes.get(place.clone()).unwrap_or(&[])).copied().collect();
    let patches = check(&stream)?;
    for (at, byte) in patches {
        if let Some(place) = place_of(&places, at).and_then(|at| bytes.get_mut(at)) {
            *place = byte;
        }
    }
    Ok(())
}

fn place_of(places: &[Range<usize>], mut at: usize) -> Option<usize> {
    for place in places {
        if at < place.len() {
            return Some(place.start + at);
        }
        at -= place.len();
    }
    None
}

/// One record: its type, its data, and where that begins.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8], usize);

    fn next(&mut self) -> Option<Self::Item> {
        let head = self.stream.get(self.at..)?.first_chunk::<4>()?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let start = self.at + 4;
        self.at = start + length;
        self.stream.get(start..start + length).map(|data| (kind, data, start))
    }
}

fn word(data: &[u8], at: usize) -> u32 {
    data.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |two| u32::from(u16::from_le_bytes(*two)))
}

fn damaged(detail: &str) -> ReadError {
    ReadError::Damaged { detail: detail.to_owned() }
}

/// What to write over in the stream, as (place, byte).
fn check(stream: &[u8]) -> Result<Vec<(usize, u8)>, ReadError> {
    let mut sheets = Vec::new();
    let mut in_texts = false;
    for (kind, data, _) in (Records { stream, at: 0 }) {
        match kind {
            FILE_PASS if word(data, 0) != 0 => return Err(ReadError::PasswordProtected),
            // The reader looks into the first byte of each continuation.
            CONTINUE if in_texts && data.is_empty() => return Err(damaged("the table of texts breaks off")),
            CONTINUE => {}
            SHEET => {
                let at = (word(data, 0) | (word(data, 2) << 16)) as usize;
                if at >= stream.len() || data.len() < 8 {
                    return Err(damaged("a sheet lies beyond the end of the workbook"));
                }
                sheets.push(at);
            }
            END => break,
            _ => in_texts = kind == TEXTS,
        }
    }
    let mut patches = Vec::new();
    let mut cells = 0;
    for at in sheets {
        cells += check_sheet(stream, at, &mut patches);
        if cells > MOST_DENSE_CELLS {
            return Err(ReadError::TooLarge);
        }
    }
    Ok(patches)
}

/// How many cells the sheet has when it is made dense.
fn check_sheet(stream: &[u8], at: usize, patches: &mut Vec<(usize, u8)>) -> u64 {
    let (mut rows, mut columns) = ((u32::MAX, 0), (u32::MAX, 0));
    let mut depth = 0;
    for (kind, data, start) in (Records { stream, at }) {
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            DIMENSIONS => mend_dimensions(data, start, patches),
            _ if CELLS.contains(&kind) && depth <= 1 => {
                let (row, column) = (word(data, 0), word(data, 2));
                let last = if kind == 0xbd { word(data, data.len().saturating_sub(2)).max(column) } else { column };
                rows = (rows.0.min(row), rows.1.max(row));
                columns = (columns.0.min(column), columns.1.max(last));
            }
            _ => {}
        }
    }
    if rows.0 > rows.1 { 0 } else { u64::from(rows.1 - rows.0 + 1) * u64::from(columns.1 - columns.0 + 1) }
}

/// A declared size is only a hint for what to reserve: a large or impossible one becomes one cell.
fn mend_dimensions(data: &[u8], start: usize, patches: &mut Vec<(usize, u8)>) {
    let (first, end) = match data.len() {
        10 => ((word(data, 0), word(data, 4)), (word(data, 2), word(data, 6))),
        14 | 16 => {
            let long = |at| word(data, at) | (word(data, at + 2) << 16);
            ((long(0), word(data, 8)), (long(4), word(data, 10)))
        }
        _ => return,
    };
    let is_possible = first.0 < end.0 && first.1 < end.1;
    if !is_possible || u64::from(end.0) * u64::from(end.1) > 1_000_000 {
        // First row and column 0, one past the last 1.
        let ends = if data.len() == 10 { [2, 6] } else { [4, 10] };
        patches.extend((0..data.len()).map(|at| (start + at, u8::from(ends.contains(&at)))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes(), &(data.len() as u16).to_le_bytes(), data].concat()
    }

    fn workbook(sheet: &[Vec<u8>]) -> Vec<u8> {
        let bound = |at: u32| record(SHEET, &[at.to_le_bytes().as_slice(), &[0, 0, 1, 0, b'A']].concat());
        let length = bound(0).len() + record(END, &[]).len();
        [bound(length as u32), record(END, &[]), sheet.concat(), record(END, &[])].concat()
    }

    fn number(row: u16, column: u16) -> Vec<u8> {
        record(0x203, &[row.to_le_bytes(), column.to_le_bytes(), [0; 2], [0; 2], [0; 2], [0; 2], [0; 2]].concat())
    }

    #[test]
    fn a_sheet_that_is_too_large_when_dense_is_refused() {
        assert_eq!(check(&workbook(&[number(0, 0), number(65_535, 255)])), Err(ReadError::TooLarge));
        assert_eq!(check(&workbook(&[number(0, 0), number(65_535, 100)])), Ok(Vec::new()));
    }

    #[test]
    fn an_absurd_declaration_is_mended() {
        let declared = [u32::to_le_bytes(5).as_slice(), &u32::to_le_bytes(u32::MAX), &[0, 0, 0, 1, 0, 0]].concat();
        let patches = check(&workbook(&[record(DIMENSIONS, &declared), number(0, 0)])).expect("mended");
        let bytes: Vec<u8> = patches.iter().map(|(_, byte)| *byte).collect();
        assert_eq!(bytes, [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    }

    #[test]
    fn protection_and_broken_tables_are_named() {
        assert_eq!(check(&record(FILE_PASS, &[1, 0])), Err(ReadError::PasswordProtected));
        let broken = [record(TEXTS, &[0; 8]), record(CONTINUE, &[])].concat();
        assert!(matches!(check(&broken), Err(ReadError::Damaged { .. })));
    }
}
