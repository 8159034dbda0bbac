//! The compound file around an .xls: a small file system of sectors, walked before the real reader is let at it.
//!
//! That reader trusts the chains and dies of a bad one (it indexes past its table, or asks for gigabytes). Here every
//! step is checked and counted, and the place of each byte of the workbook's stream in the file is known.

use std::ops::Range;

use super::error::ReadError;

pub const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const END_OF_CHAIN: u32 = 0xffff_fffe;
const LAST_SECTOR: u32 = 0xffff_fff9;

/// A compound file whose chains are sound.
pub struct Compound<'a> {
    bytes: &'a [u8],
    sector_size: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    /// Where the sectors of the mini stream lie in the file.
    mini_stream: Vec<Range<usize>>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

fn damaged(detail: &str) -> ReadError {
    ReadError::Damaged { detail: detail.to_owned() }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_le_bytes(*two))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

impl<'a> Compound<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let short = || damaged("the header of the compound file is cut off");
        let sector_size = match u16_at(bytes, 30).ok_or_else(short)? {
            9 => 512,
            12 => 4096,
            _ => return Err(damaged("the compound file has sectors of no known size")),
        };
        let header = |at| u32_at(bytes, at).ok_or_else(short);
        let mut file = Self {
            bytes,
            sector_size,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        file.read_table(header(68)?)?;
        let directory = file.sectors(header(48)?)?;
        for entry in directory.iter().flat_map(|place| bytes.get(place.clone()).unwrap_or(&[]).as_chunks::<128>().0) {
            let length = usize::from(u16_at(entry, 64).unwrap_or(0)).saturating_sub(2).min(62);
            let (units, _) = entry[..length].as_chunks::<2>();
            let name =
                String::from_utf16_lossy(&units.iter().map(|unit| u16::from_le_bytes(*unit)).collect::<Vec<_>>());
            let start = u32_at(entry, 116).unwrap_or(END_OF_CHAIN);
            file.entries.push(Entry { name, start, length: u32_at(entry, 120).unwrap_or(0) as usize });
        }
        if header(64)? > 0 {
            let places = file.sectors(header(60)?)?;
            file.mini_table = file.numbers(&places);
            let root = file.entries.first().map_or(END_OF_CHAIN, |root| root.start);
            file.mini_stream = file.sectors(root)?;
        }
        Ok(file)
    }

    /// The table of sectors, itself in sectors that the header and its continuation list.
    fn read_table(&mut self, mut continuation: u32) -> Result<(), ReadError> {
        let mut list: Vec<u32> = (76..512).step_by(4).filter_map(|at| u32_at(self.bytes, at)).collect();
        let most = self.bytes.len() / self.sector_size + 1;
        for _ in 0..most {
            if continuation > LAST_SECTOR {
                break;
            }
            let mut more = self.numbers(&[self.place(continuation)?]);
            continuation = more.pop().unwrap_or(END_OF_CHAIN);
            list.extend(more);
        }
        for sector in list.into_iter().filter(|sector| *sector <= LAST_SECTOR) {
            let numbers = self.numbers(&[self.place(sector)?]);
            self.table.extend(numbers);
        }
        Ok(())
    }

    /// Where a sector lies in the file; the last one may be cut short.
    fn place(&self, sector: u32) -> Result<Range<usize>, ReadError> {
        let start = (sector as usize + 1).checked_mul(self.sector_size).filter(|start| *start < self.bytes.len());
        let start = start.ok_or_else(|| damaged("a sector lies beyond the end of the file"))?;
        Ok(start..(start + self.sector_size).min(self.bytes.len()))
    }

    fn numbers(&self, places: &[Range<usize>]) -> Vec<u32> {
        let bytes = places.iter().flat_map(|place| self.bytes.get(place.clone()).unwrap_or(&[]).as_chunks::<4>().0);
        bytes.map(|four| u32::from_le_bytes(*four)).collect()
    }

    fn sectors(&self, start: u32) -> Result<Vec<Range<usize>>, ReadError> {
        follow(&self.table, start)?.into_iter().map(|sector| self.place(sector)).collect()
    }

    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The places in the file, one after the other, that make up a stream.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<Range<usize>>>, ReadError> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        let mut places = if entry.length < 4096 {
            let mini = follow(&self.mini_table, entry.start)?;
            mini.into_iter().map(|sector| self.mini_place(sector)).collect::<Result<Vec<_>, _>>()?
        } else {
            self.sectors(entry.start)?
        };
        let mut left = entry.length;
        for place in &mut places {
            place.end = place.end.min(place.start + left);
            left -= place.len();
        }
        if left > 0 { Err(damaged("the workbook's stream is cut off")) } else { Ok(Some(places)) }
    }

    fn mini_place(&self, sector: u32) -> Result<Range<usize>, ReadError> {
        let at = sector as usize * 64;
        let place = self.mini_stream.get(at / self.sector_size);
        let start =
            place.map(|place| place.start + at % self.sector_size).filter(|start| start + 64 <= self.bytes.len());
        start.map(|start| start..start + 64).ok_or_else(|| damaged("a small sector lies beyond the end of its stream"))
    }
}

/// The sectors of a chain. One that leaves the table or runs in a circle is damage.
fn follow(table: &[u32], start: u32) -> Result<Vec<u32>, ReadError> {
    let mut chain = Vec::new();
    let mut sector = start;
    while sector != END_OF_CHAIN {
        chain.push(sector);
        match table.get(sector as usize) {
            Some(next) if chain.len() <= table.len() => sector = *next,
            _ => return Err(damaged("a chain of sectors does not end")),
        }
    }
    Ok(chain)
}
