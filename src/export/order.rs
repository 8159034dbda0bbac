//! What the page wants written, in the words of its language.

use serde::{Deserialize, Serialize};

use crate::analysis::FoundWords;
use crate::exchange::{DateOrder, DecimalMark};
use crate::segment::Segment;
use crate::workbook::{ColumnId, ColumnKind, Day, Field, Origin, RowId};

/// One column of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportColumn {
    pub id: ColumnId,
    /// The heading in the language of the page.
    pub title: String,
    pub kind: ColumnKind,
    /// Whether the column is there but not shown.
    pub is_hidden: bool,
}

/// A workbook for other programs: all clients, all columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct XlsxOrder {
    /// Which workbook this is, for when the file comes back; nothing for one that was never stored.
    pub workbook: Option<Origin>,
    pub title: String,
    /// In the order of the sheet.
    pub columns: Vec<ExportColumn>,
    pub words: Words,
    /// A number format of a spreadsheet: `dd.mm.yyyy`.
    pub date_format: String,
    /// For formulas that ask which day it is.
    pub today: Option<Day>,
}

/// A text file of what is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsvOrder {
    pub columns: Vec<ExportColumn>,
    /// The clients from top to bottom; nothing for all of them as they stand in the sheet.
    pub rows: Option<Vec<RowId>>,
    /// In the order of [`Segment::ALL`].
    pub segments: [String; 4],
    /// What stands in the columns of what Kontor finds.
    pub found: FoundWords,
    pub decimal: DecimalMark,
    /// For formulas that ask which day it is.
    pub today: Option<Day>,
}

/// What stands in a workbook beside the data, in the language of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// BCP 47.
    pub language: String,
    /// The names of the sheets.
    pub clients: String,
    pub segments: String,
    /// The segments' names, in the order of [`Segment::ALL`].
    pub segment_names: [String; 4],
    /// Headings of the sheet of segments.
    pub segment: String,
    pub count: String,
    pub revenue: String,
    pub share: String,
    pub total: String,
    /// The heading of the days on which segments were chosen by hand.
    pub chosen_on: String,
    /// What stands in the columns of what Kontor finds.
    pub found: FoundWords,
}

impl ExportColumn {
    pub fn new(id: ColumnId, title: String, kind: ColumnKind) -> Self {
        Self { id, title, kind, is_hidden: false }
    }

    /// Whether the column shows each client's segment, found or chosen.
    pub fn is_segment(&self) -> bool {
        self.id == ColumnId::Field(Field::Segment)
    }
}

/// The name of a segment.
pub(super) fn segment_name(names: &[String; 4], segment: Option<Segment>) -> &str {
    segment.and_then(|segment| names.get(segment as usize)).map_or("", String::as_str)
}

/// The number format of a spreadsheet for days in this order: `dd.mm.yyyy`.
pub fn date_format(order: DateOrder, separator: &str) -> String {
    // Other marks mean something in such a format, or nothing that every program knows.
    let separator = if matches!(separator, "." | "/" | "-") { separator } else { "-" };
    let parts = match order {
        DateOrder::DayFirst => ["dd", "mm", "yyyy"],
        DateOrder::MonthFirst => ["mm", "dd", "yyyy"],
        DateOrder::YearFirst => ["yyyy", "mm", "dd"],
    };
    parts.join(separator)
}
