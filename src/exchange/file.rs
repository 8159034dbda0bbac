//! An opened file: recognised by its content, its sheets read when they are wanted.

use calamine::{Data, DataRef, Ods, Range, Reader, Sheet as SheetEntry, SheetType, SheetVisible, Xls, Xlsb, Xlsx};

use super::archive::{self, Inside};
use super::conventions::DateOrder;
use super::error::ReadError;
use super::progress::{Metered, Progress, SharedBytes};
use super::protocol::Format;
use super::sheet::Sheet;
use super::tables::{Shape, xlsx_shape};
use super::write::days_of_serial;
use super::{compound, dates, delimited, encoding, records};
use crate::workbook::Day;

/// A file whose sheets can be read.
pub struct File {
    pub format: Format,
    pub sheets: Vec<SheetName>,
    book: Book,
    /// Days from 1970-01-01 back to the first day of the workbook's calendar, where that is 1904's.
    is_1904: bool,
}

/// A sheet before it is read.
#[derive(Clone, Debug)]
pub struct SheetName {
    pub name: String,
    pub is_hidden: bool,
}

enum Book {
    Xlsx(Box<Xlsx<Metered>>, SharedBytes),
    Xlsb(Box<Xlsb<Metered>>),
    Xls(Box<Xls<Metered>>),
    Ods(Box<Ods<Metered>>),
    Text { text: String, delimiter: u8 },
}

/// How much of a sheet is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    Whole,
    /// This many filled rows.
    Top(u32),
}

fn damaged(error: impl std::fmt::Display) -> ReadError {
    ReadError::Damaged { detail: error.to_string() }
}

impl File {
    /// Opens a file. What its name says does not count.
    pub fn open(mut bytes: Vec<u8>, progress: &Progress) -> Result<Self, ReadError> {
        refuse_known_others(&bytes)?;
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            let inside = archive::look_inside(&bytes)?;
            let reader = Metered::new(bytes, progress.clone());
            return match inside {
                Inside::Xlsx => Self::open_xlsx(reader),
                Inside::Xlsb => Self::open_xlsb(reader),
                Inside::Ods => Self::open_ods(reader),
            };
        }
        if bytes.starts_with(compound::SIGNATURE) {
            records::check_and_mend(&mut bytes)?;
            return Self::open_xls(Metered::new(bytes, progress.clone()));
        }
        Self::open_text(&bytes)
    }

    fn open_xlsx(reader: Metered) -> Result<Self, ReadError> {
        let bytes = reader.shared();
        let book = Xlsx::new(reader).map_err(|error| match error {
            calamine::XlsxError::Password => ReadError::PasswordProtected,
            other => damaged(other),
        })?;
        let (sheets, is_1904) = (names(book.sheets_metadata()), book.has_1904_epoch());
        Ok(Self { format: Format::Xlsx, sheets, book: Book::Xlsx(Box::new(book), bytes), is_1904 })
    }

    fn open_xlsb(reader: Metered) -> Result<Self, ReadError> {
        let book = Xlsb::new(reader).map_err(|error| match error {
            calamine::XlsbError::Password => ReadError::PasswordProtected,
            other => damaged(other),
        })?;
        let (sheets, is_1904) = (names(book.sheets_metadata()), book.has_1904_epoch());
        Ok(Self { format: Format::Xlsb, sheets, book: Book::Xlsb(Box::new(book)), is_1904 })
    }

    fn open_xls(reader: Metered) -> Result<Self, ReadError> {
        let book = Xls::new(reader).map_err(|error| match error {
            calamine::XlsError::Password => ReadError::PasswordProtected,
            other => damaged(other),
        })?;
        let (sheets, is_1904) = (names(book.sheets_metadata()), book.has_1904_epoch());
        Ok(Self { format: Format::Xls, sheets, book: Book::Xls(Box::new(book)), is_1904 })
    }

    fn open_ods(reader: Metered) -> Result<Self, ReadError> {
        let book = Ods::new(reader).map_err(|error| match error {
            calamine::OdsError::Password => ReadError::PasswordProtected,
            calamine::OdsError::InvalidMime(_) => ReadError::NoWorkbookInside,
            calamine::OdsError::CellLimitExceeded { .. } => ReadError::TooLarge,
            other => damaged(other),
        })?;
        let sheets = names(book.sheets_metadata());
        Ok(Self { format: Format::Ods, sheets, book: Book::Ods(Box::new(book)), is_1904: false })
    }

    fn open_text(bytes: &[u8]) -> Result<Self, ReadError> {
        let (text, encoding) = encoding::decode(bytes).ok_or(ReadError::NotAWorkbook)?;
        let start = text.trim_start();
        if start.is_empty() {
            return Err(ReadError::Empty);
        }
        let head: String = start.chars().take(15).collect::<String>().to_ascii_lowercase();
        if ["<!doctype html", "<html", "<table", "<?xml", "<meta", "<head", "<style"]
            .iter()
            .any(|tag| head.starts_with(tag))
        {
            return Err(ReadError::WebPage);
        }
        let delimiter = delimited::declared_delimiter(&text).unwrap_or_else(|| encoding::delimiter(&text));
        // One line without a delimiter is a message that was saved under the name of a workbook.
        if !text.trim().contains(['\n', '\r', char::from(delimiter)]) {
            return Err(ReadError::NotAWorkbook);
        }
        let format = Format::Text { encoding, delimiter: char::from(delimiter) };
        let sheets = vec![SheetName { name: String::new(), is_hidden: false }];
        Ok(Self { format, sheets, book: Book::Text { text, delimiter }, is_1904: false })
    }

    /// Reads a sheet.
    pub fn read(&mut self, sheet: u32, extent: Extent, progress: &Progress) -> Result<Sheet, ReadError> {
        let name = self.sheets.get(sheet as usize).ok_or(ReadError::NotOpen)?.name.clone();
        let unreadable = |detail: String| ReadError::SheetUnreadable { sheet: name.clone(), detail };
        let mut taker = Taker::new(extent, self.is_1904);
        match &mut self.book {
            Book::Xlsx(book, _) => {
                let mut cells = book.worksheet_cells_reader(&name).map_err(|error| unreadable(error.to_string()))?;
                while let Some(cell) = cells.next_cell().map_err(|error| unreadable(error.to_string()))? {
                    if !taker.take(cell.get_position(), cell.get_value())? {
                        break;
                    }
                }
            }
            Book::Xlsb(book) => {
                let mut cells = book.worksheet_cells_reader(&name).map_err(|error| unreadable(error.to_string()))?;
                while let Some(cell) = cells.next_cell().map_err(|error| unreadable(error.to_string()))? {
                    if !taker.take(cell.get_position(), cell.get_value())? {
                        break;
                    }
                }
            }
            Book::Xls(book) => {
                let range = book.worksheet_range(&name).map_err(|error| unreadable(error.to_string()))?;
                taker.take_range(&range)?;
            }
            Book::Ods(book) => {
                let range = book.worksheet_range(&name).map_err(|error| unreadable(error.to_string()))?;
                taker.take_range(&range)?;
            }
            Book::Text { text, delimiter } => return delimited::read(text, *delimiter, progress),
        }
        taker.sheet.finish();
        Ok(taker.sheet)
    }

    /// What is hidden and merged in a sheet, as far as the format says it.
    pub fn shape(&self, sheet: u32) -> Shape {
        let Some(SheetName { name, .. }) = self.sheets.get(sheet as usize) else { return Shape::default() };
        match &self.book {
            Book::Xlsx(_, bytes) => xlsx_shape(bytes.as_ref(), name),
            Book::Xls(book) => Shape::of_merged(&book.merge_cells_by_sheet_name(name).unwrap_or_default()),
            Book::Xlsb(_) | Book::Ods(_) | Book::Text { .. } => Shape::default(),
        }
    }

    /// How much there is to read, for the progress: bytes of the text.
    pub fn text_length(&self) -> Option<usize> {
        match &self.book {
            Book::Text { text, .. } => Some(text.len()),
            _ => None,
        }
    }
}

/// Files that people drop by mistake, and workbooks that are too old.
fn refuse_known_others(bytes: &[u8]) -> Result<(), ReadError> {
    let is_bitmap = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
    let pictures: [&[u8]; 6] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"\0\0\x01\0"];
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    if bytes.is_empty() {
        Err(ReadError::Empty)
    } else if is_bitmap || is_webp || pictures.iter().any(|start| bytes.starts_with(start)) {
        Err(ReadError::Picture)
    } else if bytes.starts_with(b"%PDF") {
        Err(ReadError::Pdf)
    } else if let [0x09, version @ (0 | 2 | 4 | 8), 4..=16, 0, ..] = bytes {
        // A stream of records that is not in a compound file: Excel 2, 3, 4, or 5.
        Err(ReadError::TooOld { version: 2 + version / 2 - u8::from(*version == 8) })
    } else {
        Ok(())
    }
}

fn names(entries: &[SheetEntry]) -> Vec<SheetName> {
    let sheets = entries.iter().filter(|entry| entry.typ == SheetType::WorkSheet);
    let name =
        |entry: &SheetEntry| SheetName { name: entry.name.clone(), is_hidden: entry.visible != SheetVisible::Visible };
    sheets.map(name).collect()
}

/// Takes cells into a sheet, up to an extent.
struct Taker {
    sheet: Sheet,
    rows_left: u32,
    last_row: Option<u32>,
    is_1904: bool,
}

impl Taker {
    fn new(extent: Extent, is_1904: bool) -> Self {
        let rows_left = match extent {
            Extent::Whole => u32::MAX,
            Extent::Top(rows) => rows,
        };
        Self { sheet: Sheet::default(), rows_left, last_row: None, is_1904 }
    }

    /// Whether more is wanted.
    fn take(&mut self, (row, column): (u32, u32), value: &DataRef<'_>) -> Result<bool, ReadError> {
        let sheet = &mut self.sheet;
        match value {
            DataRef::Empty => return Ok(true),
            _ if self.last_row != Some(row) => {
                if self.rows_left == 0 {
                    return Ok(false);
                }
                self.rows_left -= 1;
                self.last_row = Some(row);
            }
            _ => {}
        }
        match value {
            DataRef::Empty => {}
            DataRef::SharedString(text) => sheet.push_shared_text(row, column, text)?,
            DataRef::String(text) | DataRef::DurationIso(text) => sheet.push_text(row, column, text)?,
            DataRef::Float(number) => sheet.push_number(row, column, *number)?,
            DataRef::Int(number) => sheet.push_number(row, column, *number as f64)?,
            DataRef::Bool(value) => sheet.push_boolean(row, column, *value)?,
            DataRef::DateTime(date) if date.is_duration() => sheet.push_number(row, column, date.as_f64())?,
            // 1904-01-01 is 24,107 days before 1970-01-01.
            DataRef::DateTime(date) if self.is_1904 => sheet.push_date(row, column, date.as_f64() - 24_107.0)?,
            DataRef::DateTime(date) => sheet.push_date(row, column, days_of_serial(date.as_f64()))?,
            DataRef::DateTimeIso(text) => match dates::read(text, DateOrder::DayFirst) {
                Ok(Day(day)) => sheet.push_date(row, column, f64::from(day))?,
                Err(_) => sheet.push_text(row, column, text)?,
            },
            DataRef::Error(error) => sheet.push_error(row, column, &error.to_string())?,
        }
        Ok(true)
    }

    fn take_range(&mut self, range: &Range<Data>) -> Result<(), ReadError> {
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place = (row as u32 + first_row, column as u32 + first_column);
            let value = match value {
                // A text is taken as it is, without a copy in between.
                Data::String(text) => {
                    if self.last_row != Some(place.0) && !self.take(place, &DataRef::String(String::new()))? {
                        return Ok(());
                    }
                    self.sheet.push_text(place.0, place.1, text)?;
                    continue;
                }
                Data::Empty => continue,
                Data::Int(number) => DataRef::Int(*number),
                Data::Float(number) => DataRef::Float(*number),
                Data::Bool(value) => DataRef::Bool(*value),
                Data::DateTime(date) => DataRef::DateTime(*date),
                Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
                Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
                Data::Error(error) => DataRef::Error(error.clone()),
            };
            if !self.take(place, &value)? {
                return Ok(());
            }
        }
        Ok(())
    }
}
