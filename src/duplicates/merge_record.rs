//! What is remembered about a merge, so that it can be taken back at any time later.

use serde::{Deserialize, Serialize};

use crate::workbook::{ColumnId, Day, Misfit, RowId, Stored, Value, Workbook};

const BEGINNING: &str = "merge/";
const END: &str = "/made";

/// One merge that still stands.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeRecord {
    /// The client that stayed.
    pub kept: RowId,
    /// The client that went.
    pub other: RowId,
    pub day: Day,
    /// The names that the two had.
    pub kept_name: String,
    pub other_name: String,
    pub cells: Vec<MergedCell>,
}

/// A cell of the client that stayed, which the merge wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedCell {
    pub column: ColumnId,
    pub before: Value,
    pub after: Value,
}

impl MergeRecord {
    /// Under which key the record is kept.
    pub fn key(kept: RowId, other: RowId) -> String {
        format!("{BEGINNING}{kept}+{other}{END}")
    }

    pub fn stored(&self) -> Stored {
        let cell = |cell: &MergedCell| (cell.column.to_string(), (&cell.before).into(), (&cell.after).into());
        let written = Written {
            day: self.day.0,
            kept_name: self.kept_name.clone(),
            other_name: self.other_name.clone(),
            cells: self.cells.iter().map(cell).collect(),
        };
        // Plain data can always be written.
        Stored::Text(serde_json::to_string(&written).unwrap_or_default())
    }

    fn read(key: &str, stored: &Stored) -> Option<Self> {
        let (kept, other) = key.strip_prefix(BEGINNING)?.strip_suffix(END)?.split_once('+')?;
        let Stored::Text(text) = stored else { return None };
        let written: Written = serde_json::from_str(text).ok()?;
        let cell = |(column, before, after): (String, WrittenValue, WrittenValue)| {
            Some(MergedCell { column: column.parse().ok()?, before: before.into(), after: after.into() })
        };
        Some(Self {
            kept: kept.parse().ok()?,
            other: other.parse().ok()?,
            day: Day(written.day),
            kept_name: written.kept_name,
            other_name: written.other_name,
            cells: written.cells.into_iter().filter_map(cell).collect(),
        })
    }
}

/// The merges that still stand, the latest first.
pub fn merged_before(workbook: &Workbook) -> Vec<MergeRecord> {
    let stands = |record: &MergeRecord| workbook.table().merged_into(record.other) == Some(record.kept);
    let mut records: Vec<MergeRecord> =
        workbook.records(BEGINNING).filter_map(|(key, stored)| MergeRecord::read(key, stored)).filter(stands).collect();
    records.sort_by_key(|record| (std::cmp::Reverse(record.day), record.kept, record.other));
    records
}

/// The record as JSON.
#[derive(Serialize, Deserialize)]
struct Written {
    day: i32,
    kept_name: String,
    other_name: String,
    cells: Vec<(String, WrittenValue, WrittenValue)>,
}

/// A value as JSON.
#[derive(Serialize, Deserialize)]
enum WrittenValue {
    Empty,
    Text(String),
    /// As text, which is read back as the very same number.
    Number(String),
    Date(i32),
    Misfit(Misfit),
}

impl From<&Value> for WrittenValue {
    fn from(value: &Value) -> Self {
        match value {
            Value::Empty => Self::Empty,
            Value::Text(text) => Self::Text(text.clone()),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::Date(day) => Self::Date(day.0),
            Value::Misfit(misfit) => Self::Misfit(misfit.clone()),
        }
    }
}

impl From<WrittenValue> for Value {
    fn from(value: WrittenValue) -> Self {
        match value {
            WrittenValue::Empty => Self::Empty,
            WrittenValue::Text(text) => Self::Text(text),
            WrittenValue::Number(number) => number.parse().map_or(Self::Empty, Self::Number),
            WrittenValue::Date(day) => Self::Date(Day(day)),
            WrittenValue::Misfit(misfit) => Self::Misfit(misfit),
        }
    }
}
