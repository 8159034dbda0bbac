//! A batch as bytes: a small header, then each array compressed on its own.
//!
//! Arrays are narrowed first (codes to one, two or four bytes, whole numbers and cents to four), which both shrinks
//! them and keeps unpacking close to a plain copy.

use std::collections::BTreeMap;

use lz4_flex::block::{compress, decompress};
use serde::{Deserialize, Serialize};

use super::batch::{Batch, BatchColumn, ColumnDefinition, History, Source};
use super::column::{ColumnData, NO_DAY, Texts, Values};
use super::value::Misfit;

const MAGIC: &[u8; 4] = b"KTB1";

/// Why bytes are no batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BatchError {
    #[error("these bytes are no batch")]
    NotABatch,
    #[error("the batch is damaged")]
    Damaged,
}

#[derive(Serialize, Deserialize)]
struct Header {
    source: Source,
    rows: u32,
    columns: Vec<ColumnHeader>,
    history: [Block; 4],
}

#[derive(Serialize, Deserialize)]
struct ColumnHeader {
    definition: ColumnDefinition,
    layout: Layout,
    misfits: BTreeMap<u32, Misfit>,
}

#[derive(Serialize, Deserialize)]
enum Layout {
    None,
    Numbers(Block),
    Days(Block),
    Texts { codes: Block, ends: Block, blob: Block },
}

/// One compressed array.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Block {
    form: Form,
    /// Bytes before and after compression.
    length: u32,
    packed: u32,
}

/// How numbers are written in an array.
#[derive(Clone, Copy, Serialize, Deserialize)]
enum Form {
    Bytes,
    U8,
    U16,
    U32,
    /// 1, 2, 3, …: each row has a text of its own.
    Counting,
    I32,
    /// Hundredths, in `i32`.
    Cents,
    F64,
}

impl Batch {
    /// The batch as bytes, to be read with [`Batch::from_bytes`].
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut blocks = Vec::new();
        let columns = self.columns.iter().map(|column| column_header(column, &mut blocks)).collect();
        let history = [
            write_codes(&self.history.rows, &mut blocks),
            write_days(&self.history.months, &mut blocks),
            write_numbers(&self.history.revenue, &mut blocks),
            write_codes(&self.history.orders, &mut blocks),
        ];
        let header = Header { source: self.source.clone(), rows: self.rows, columns, history };
        // Serialising plain data into memory cannot fail; an empty header would be refused on reading.
        let header = postcard::to_allocvec(&header).unwrap_or_default();
        let mut bytes = Vec::with_capacity(8 + header.len() + blocks.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&(header.len() as u32).to_le_bytes());
        bytes.extend_from_slice(&header);
        bytes.append(&mut blocks);
        bytes
    }

    /// Reads what [`Batch::to_bytes`] wrote. Damaged bytes are an error and never a panic or a huge allocation.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BatchError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(BatchError::NotABatch)?;
        let (length, rest) = rest.split_first_chunk::<4>().ok_or(BatchError::Damaged)?;
        let length = u32::from_le_bytes(*length) as usize;
        let (header, mut blocks) = rest.split_at_checked(length).ok_or(BatchError::Damaged)?;
        let header: Header = postcard::from_bytes(header).map_err(|_| BatchError::Damaged)?;
        let columns =
            header.columns.into_iter().map(|column| read_column(column, &mut blocks)).collect::<Result<_, _>>()?;
        let [rows, months, revenue, orders] = header.history;
        let history = History {
            rows: read_codes(rows, &mut blocks)?,
            months: read_days(months, &mut blocks)?,
            revenue: read_numbers(revenue, &mut blocks)?,
            orders: read_codes(orders, &mut blocks)?,
        };
        let lengths = [history.months.len(), history.revenue.len(), history.orders.len()];
        if lengths.iter().any(|length| *length != history.rows.len()) {
            return Err(BatchError::Damaged);
        }
        Ok(Self { source: header.source, rows: header.rows, columns, history })
    }
}

fn column_header(column: &BatchColumn, blocks: &mut Vec<u8>) -> ColumnHeader {
    let layout = match &column.data.values {
        Values::None => Layout::None,
        Values::Numbers(numbers) => Layout::Numbers(write_numbers(numbers, blocks)),
        Values::Days(days) => Layout::Days(write_days(days, blocks)),
        Values::Texts(texts) => Layout::Texts {
            codes: write_codes(&texts.codes, blocks),
            ends: write_codes(&texts.ends, blocks),
            blob: write_block(Form::Bytes, texts.blob.as_bytes(), blocks),
        },
    };
    ColumnHeader { definition: column.definition.clone(), layout, misfits: column.data.misfits.clone() }
}

fn read_column(header: ColumnHeader, blocks: &mut &[u8]) -> Result<BatchColumn, BatchError> {
    let values = match header.layout {
        Layout::None => Values::None,
        Layout::Numbers(block) => Values::Numbers(read_numbers(block, blocks)?),
        Layout::Days(block) => Values::Days(read_days(block, blocks)?),
        Layout::Texts { codes, ends, blob } => {
            let codes = read_codes(codes, blocks)?;
            let ends = read_codes(ends, blocks)?;
            let blob = String::from_utf8(read_block(blob, blocks)?).map_err(|_| BatchError::Damaged)?;
            Values::Texts(Texts { codes, ends, blob, ..Texts::default() })
        }
    };
    Ok(BatchColumn { definition: header.definition, data: ColumnData { values, misfits: header.misfits } })
}

fn write_block(form: Form, bytes: &[u8], blocks: &mut Vec<u8>) -> Block {
    let packed = compress(bytes);
    blocks.extend_from_slice(&packed);
    Block { form, length: bytes.len() as u32, packed: packed.len() as u32 }
}

fn read_block(block: Block, blocks: &mut &[u8]) -> Result<Vec<u8>, BatchError> {
    let (packed, rest) = blocks.split_at_checked(block.packed as usize).ok_or(BatchError::Damaged)?;
    *blocks = rest;
    // LZ4 packs at best some 255 to 1: a longer promise is damage, not data.
    if block.length as usize > packed.len().saturating_mul(256) {
        return Err(BatchError::Damaged);
    }
    decompress(packed, block.length as usize).map_err(|_| BatchError::Damaged)
}

fn write_codes(codes: &[u32], blocks: &mut Vec<u8>) -> Block {
    let counting = codes.iter().zip(1..).all(|(code, count)| *code == count);
    let largest = codes.iter().copied().max().unwrap_or(0);
    if counting {
        write_block(Form::Counting, &(codes.len() as u32).to_le_bytes(), blocks)
    } else if u8::try_from(largest).is_ok() {
        write_block(Form::U8, &codes.iter().map(|code| *code as u8).collect::<Vec<_>>(), blocks)
    } else if u16::try_from(largest).is_ok() {
        write_block(Form::U16, &le_bytes(codes, |code| (*code as u16).to_le_bytes()), blocks)
    } else {
        write_block(Form::U32, &le_bytes(codes, |code| code.to_le_bytes()), blocks)
    }
}

fn read_codes(block: Block, blocks: &mut &[u8]) -> Result<Vec<u32>, BatchError> {
    let bytes = read_block(block, blocks)?;
    match block.form {
        Form::Counting => {
            let count = from_le(&bytes, u32::from_le_bytes)?.first().copied().ok_or(BatchError::Damaged)?;
            // A spreadsheet has at most 2^20 rows; a damaged count must not ask for gigabytes.
            if count > 1 << 24 { Err(BatchError::Damaged) } else { Ok((1..=count).collect()) }
        }
        Form::U8 => Ok(bytes.into_iter().map(u32::from).collect()),
        Form::U16 => from_le(&bytes, |two| u32::from(u16::from_le_bytes(two))),
        Form::U32 => from_le(&bytes, u32::from_le_bytes),
        _ => Err(BatchError::Damaged),
    }
}

fn write_days(days: &[i32], blocks: &mut Vec<u8>) -> Block {
    write_block(Form::I32, &le_bytes(days, |day| day.to_le_bytes()), blocks)
}

fn read_days(block: Block, blocks: &mut &[u8]) -> Result<Vec<i32>, BatchError> {
    from_le(&read_block(block, blocks)?, i32::from_le_bytes)
}

fn write_numbers(numbers: &[f64], blocks: &mut Vec<u8>) -> Block {
    for (form, unit) in [(Form::I32, 1.0), (Form::Cents, 100.0)] {
        if let Some(narrow) = numbers.iter().map(|number| narrow(*number, unit)).collect::<Option<Vec<i32>>>() {
            return write_block(form, &le_bytes(&narrow, |number| number.to_le_bytes()), blocks);
        }
    }
    write_block(Form::F64, &le_bytes(numbers, |number| number.to_le_bytes()), blocks)
}

/// The number in units of `1 / unit`, where that gives exactly the same number back.
fn narrow(number: f64, unit: f64) -> Option<i32> {
    if number.is_nan() {
        return Some(NO_DAY);
    }
    let scaled = (number * unit).round();
    let same = scaled.abs() < f64::from(i32::MAX) && (scaled / unit).to_bits() == number.to_bits();
    same.then_some(scaled as i32)
}

fn read_numbers(block: Block, blocks: &mut &[u8]) -> Result<Vec<f64>, BatchError> {
    let bytes = read_block(block, blocks)?;
    let widen = |unit: f64| {
        move |four| match i32::from_le_bytes(four) {
            NO_DAY => f64::NAN,
            number => f64::from(number) / unit,
        }
    };
    match block.form {
        Form::I32 => from_le(&bytes, widen(1.0)),
        Form::Cents => from_le(&bytes, widen(100.0)),
        Form::F64 => from_le(&bytes, f64::from_le_bytes),
        _ => Err(BatchError::Damaged),
    }
}

fn le_bytes<T, const N: usize>(values: &[T], bytes: impl Fn(&T) -> [u8; N]) -> Vec<u8> {
    values.iter().flat_map(bytes).collect()
}

fn from_le<T, const N: usize>(bytes: &[u8], value: impl Fn([u8; N]) -> T) -> Result<Vec<T>, BatchError> {
    let (chunks, rest) = bytes.as_chunks::<N>();
    if rest.is_empty() { Ok(chunks.iter().map(|chunk| value(*chunk)).collect()) } else { Err(BatchError::Damaged) }
}

#[cfg(test)]
mod tests {
    use super::super::day::Day;
    use super::super::field::{ColumnId, ColumnKind, Field};
    use super::super::value::{Reason, Value};
    use super::*;

    fn batch() -> Batch {
        let misfit = Value::Misfit(Misfit { text: "n/a".to_owned(), reason: Reason::NotANumber });
        let column = |field: Field, values: &[Value]| {
            let mut data = ColumnData::default();
            values.iter().zip(0..).for_each(|(value, row)| data.set(row, value, field.kind()));
            let definition =
                ColumnDefinition { id: ColumnId::Field(field), title: field.key().to_owned(), kind: field.kind() };
            BatchColumn { definition, data }
        };
        Batch {
            source: Source {
                file: "clients.xlsx".to_owned(),
                sheet: "Лист1".to_owned(),
                imported_on: Some(Day(20_000)),
            },
            rows: 3,
            columns: vec![
                column(Field::Name, &[Value::text("国网"), Value::text("Ромашка"), Value::text("Acme")]),
                column(Field::Region, &[Value::text("A"), Value::text("A"), Value::Empty]),
                column(Field::Revenue, &[Value::Number(12.34), misfit, Value::Number(-5.0)]),
                column(Field::Margin, &[Value::Number(1.0 / 3.0), Value::Empty, Value::Number(0.1)]),
                column(Field::Orders, &[Value::Number(5.0), Value::Number(7.0), Value::Empty]),
                column(Field::LastOrder, &[Value::Date(Day(3)), Value::Empty, Value::Date(Day(-4))]),
                column(Field::Notes, &[]),
            ],
            history: History {
                rows: vec![0, 0, 2],
                months: vec![24_300, 24_301, 24_300],
                revenue: vec![1.5, 2.25, 3.0],
                orders: vec![1, 1, 2],
            },
        }
    }

    #[track_caller]
    fn same(left: &Batch, right: &Batch) {
        // NaN is not equal to itself, so values are compared one by one.
        assert_eq!((&left.source, left.rows, left.columns.len()), (&right.source, right.rows, right.columns.len()));
        assert_eq!(left.history, right.history);
        for (mine, theirs) in left.columns.iter().zip(&right.columns) {
            assert_eq!(mine.definition, theirs.definition);
            (0..left.rows).for_each(|row| assert_eq!(mine.data.get(row), theirs.data.get(row)));
        }
    }

    #[test]
    fn a_batch_is_read_back_exactly() {
        same(&Batch::from_bytes(&batch().to_bytes()).expect("a batch"), &batch());
    }

    #[test]
    fn damage_is_an_error_and_never_a_panic() {
        let bytes = batch().to_bytes();
        assert_eq!(Batch::from_bytes(b"PK").err(), Some(BatchError::NotABatch));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0xa5;
            let _ = Batch::from_bytes(&damaged);
            let _ = Batch::from_bytes(&bytes[..at]);
        }
    }

    #[test]
    fn numbers_that_only_look_like_cents_keep_every_bit() {
        let numbers = [0.1 + 0.2, -0.0, 1e15, 0.07];
        let mut blocks = Vec::new();
        let block = write_numbers(&numbers, &mut blocks);
        let read = read_numbers(block, &mut blocks.as_slice()).expect("numbers");
        assert_eq!(read.iter().map(|n| n.to_bits()).collect::<Vec<_>>(), numbers.map(f64::to_bits));
    }

    #[test]
    fn kinds_are_known_for_every_field() {
        assert!(Field::ALL.iter().all(|field| ColumnKind::ALL.contains(&field.kind())));
    }
}
