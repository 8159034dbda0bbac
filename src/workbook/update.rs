//! Writes as bytes: what is stored, sent to other tabs, and put into backup files.
//!
//! Each update is framed: a mark, the schema's number, a checksum, then the writes. So a damaged update is known for
//! what it is before anything of it is believed, and one from a newer Kontor is told apart from a damaged one.

use super::document::{Stored, Write};

const MARK: &[u8; 4] = b"KTU1";
const HEADER: usize = 4 + 2 + 8;

/// The schema that this program writes, and the highest that it can read.
pub const SCHEMA: u16 = 3;

/// Why an update can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UpdateError {
    #[error("these bytes are no update of a workbook")]
    NotAnUpdate,
    #[error("the update is damaged")]
    Damaged,
    #[error("the update was written by a newer version (schema {0})")]
    Newer(u16),
}

/// The writes as one update.
pub fn encode<'a>(writes: impl IntoIterator<Item = &'a Write>) -> Vec<u8> {
    let mut bytes = vec![0; HEADER];
    let mut room = [0; 256];
    for write in writes {
        // Nearly all writes are small: no memory is asked for each of a hundred thousand cells.
        if let Ok(more) = postcard::to_slice(write, &mut room) {
            bytes.extend_from_slice(more);
        // Serialising plain data into memory cannot fail.
        // Into bytes of its own first: extending byte by byte takes ten times as long for a batch of ten megabytes.
        } else if let Ok(more) = postcard::to_allocvec(write) {
            bytes.extend_from_slice(&more);
        }
    }
    let (header, body) = bytes.split_at_mut(HEADER);
    header[..4].copy_from_slice(MARK);
    header[4..6].copy_from_slice(&SCHEMA.to_le_bytes());
    header[6..].copy_from_slice(&checksum(body).to_le_bytes());
    bytes
}

/// The writes of an update.
pub fn decode(bytes: &[u8]) -> Result<Vec<Write>, UpdateError> {
    let rest = bytes.strip_prefix(MARK).ok_or(UpdateError::NotAnUpdate)?;
    let (schema, rest) = rest.split_first_chunk::<2>().ok_or(UpdateError::Damaged)?;
    let (sum, mut body) = rest.split_first_chunk::<8>().ok_or(UpdateError::Damaged)?;
    if u64::from_le_bytes(*sum) != checksum(body) {
        return Err(UpdateError::Damaged);
    }
    let schema = u16::from_le_bytes(*schema);
    match schema {
        0 => return Err(UpdateError::Damaged),
        newer if newer > SCHEMA => return Err(UpdateError::Newer(newer)),
        _ => {}
    }
    let mut writes = Vec::new();
    while !body.is_empty() {
        let (write, rest) = postcard::take_from_bytes(body).map_err(|_| UpdateError::Damaged)?;
        writes.push(write);
        body = rest;
    }
    Ok(writes)
}

/// Whether an update carries an import; `false` for one that can't be read.
pub fn has_import(bytes: &[u8]) -> bool {
    let is_import = |write: &Write| matches!(write.content, Some(Stored::Batch { .. }));
    decode(bytes).is_ok_and(|writes| writes.iter().any(is_import))
}

/// FNV-1a over words of eight bytes: it finds accidents, and is quick over a batch of ten megabytes.
pub fn checksum(bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let (words, rest) = bytes.as_chunks::<8>();
    let mut sum = 0xcbf2_9ce4_8422_2325 ^ bytes.len() as u64;
    for word in words {
        sum = (sum ^ u64::from_le_bytes(*word)).wrapping_mul(PRIME);
        // The product carries upwards only: turning brings the high bits back down.
        sum = sum.rotate_left(23);
    }
    for byte in rest {
        sum = (sum ^ u64::from(*byte)).wrapping_mul(PRIME);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::document::{Bytes, Key, Stamp};
    use super::super::id::Origin;
    use super::*;

    fn writes() -> Vec<Write> {
        let stamp = Stamp { count: 7, origin: Origin(9) };
        let batch = Stored::Batch { position: 1, bytes: Bytes([1_u8, 2, 3].as_slice().into()) };
        vec![
            Write {
                key: Key::Meta("title".to_owned()), stamp, content: Some(Stored::Text("Клиенты".to_owned()))
            },
            Write { key: Key::Batch(Origin(5)), stamp, content: Some(batch) },
            Write { key: Key::Record("x".to_owned()), stamp, content: None },
        ]
    }

    #[test]
    fn an_update_is_read_back() {
        assert_eq!(decode(&encode(&writes())), Ok(writes()));
        assert_eq!(decode(&encode(&[])), Ok(Vec::new()));
    }

    #[test]
    fn every_single_damaged_byte_is_noticed() {
        let bytes = encode(&writes());
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            // An earlier schema is read as this one is: nothing is lost by mistaking it.
            let is_harmless = at == 4 && decode(&damaged) == Ok(writes());
            assert!(decode(&damaged).is_err() || is_harmless, "byte {at}");
            assert!(decode(&bytes[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn a_newer_schema_is_told_apart_from_damage() {
        let mut bytes = encode(&writes());
        bytes[4] = 9;
        assert_eq!(decode(&bytes), Err(UpdateError::Newer(9)));
    }
}
