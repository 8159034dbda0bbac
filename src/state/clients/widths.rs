//! How wide the columns are: as the person made them, and otherwise as their contents ask for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::columns::SheetColumn;
use crate::state::Formats;
use crate::workbook::{ClientTable, ColumnId, ColumnKind, Values};

/// The widths that the person chose, in CSS pixels: a setting of the view, kept for each workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnWidths(BTreeMap<ColumnId, u16>);

impl ColumnWidths {
    /// No narrower, so that the edge can still be taken hold of; no wider, so that the others are found again.
    pub const RANGE: (u16, u16) = (40, 900);
    /// How much one key press changes.
    pub const STEP: i32 = 12;

    pub fn get(&self, column: &ColumnId) -> Option<f64> {
        self.0.get(column).map(|width| f64::from(*width))
    }

    pub fn set(&mut self, column: ColumnId, width: f64) {
        let (least, most) = Self::RANGE;
        self.0.insert(column, (width.round() as u16).clamp(least, most));
    }

    /// Lets the column be as wide as its contents ask for again.
    pub fn forget(&mut self, column: &ColumnId) {
        self.0.remove(column);
    }
}

/// How many clients are looked at to find a width.
const SAMPLE: u32 = 300;
/// The inner edges of a cell, and room for the marks of filter and sorting.
const EDGES: f64 = 20.0;
const SORT_MARK: f64 = 26.0;
/// The names of the segments are short, and their mark stands behind them.
const SEGMENT: f64 = 160.0;

/// The width that a column's contents and title ask for. Of all but the widest twentieth of the sampled values: one
/// long remark makes no wide column.
pub fn natural_width(table: &ClientTable, column: &SheetColumn, title: &str, formats: &Formats) -> f64 {
    if column.is_segment() {
        return SEGMENT;
    }
    // Addresses of mail are as long as names, and cutting off costs the browser much.
    let is_free = column.kind.is_text() && column.kind != ColumnKind::Choice;
    let (least, most) = if is_free { (72.0, 260.0) } else { (72.0, 190.0) };
    let data = table.data(&column.id);
    let mut widths: Vec<f64> = if data.values == Values::None {
        Vec::new()
    } else {
        let rows = table.rows().take(SAMPLE as usize);
        let width = |row| text_width(&formats.value(&data.get(row), column.kind));
        rows.map(width).filter(|width| *width > 0.0).collect()
    };
    widths.sort_unstable_by(f64::total_cmp);
    let content = widths.get(widths.len().saturating_sub(1) * 19 / 20).copied().unwrap_or_default();
    let title = text_width(title) * 1.12 + SORT_MARK;
    (content.max(title) + EDGES).clamp(least, most).ceil()
}

/// How wide the row numbers are.
pub fn gutter_width(rows: usize) -> f64 {
    let digits = rows.max(100).ilog10() + 1;
    f64::from(digits) * 7.5 + 18.0
}

/// Whether a text may be wider than its cell, or higher. Rather once too often: what is not cut off lies over its
/// neighbour.
pub fn may_exceed(text: &str, width: f64) -> bool {
    // What has no usual width, emoji and scripts that join their letters, is taken for the widest.
    let is_odd =
        |letter: char| letter.is_control() || ('\u{530}'..'\u{1100}').contains(&letter) || letter >= '\u{10000}';
    text.contains(is_odd) || text_width(text) * 1.08 + 17.0 > width
}

/// About how wide a text is at 13 px.
fn text_width(text: &str) -> f64 {
    text.chars()
        .map(|letter| match letter {
            '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{ffef}' => {
                13.2
            }
            'i' | 'l' | 'j' | '.' | ',' | ' ' | '\u{a0}' | '\'' | '|' | 't' | 'f' | 'r' => 4.8,
            'm' | 'w' | 'M' | 'W' | 'ш' | 'щ' | 'ж' | 'ю' | 'Ш' | 'Щ' | 'Ж' | 'Ю' => 12.0,
            letter if letter.is_uppercase() => 9.2,
            _ => 8.0,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use crate::workbook::Field;

    fn width(field: Field, texts: &[&str]) -> f64 {
        let table = testing::table(&[(field, texts)]);
        natural_width(&table, &SheetColumn::of_field(field), "Title", &Formats::default())
    }

    #[test]
    fn what_might_not_fit_is_cut_off_and_the_rest_is_not() {
        assert!(!may_exceed("", 40.0));
        assert!(!may_exceed("Nordlicht GmbH", 160.0));
        assert!(may_exceed("Federal Agency for Inland Harbours", 200.0));
        assert!(may_exceed("two\nlines", 200.0));
        assert!(may_exceed("🏭", 200.0));
        assert!(may_exceed("深圳市宝安区教育局", 120.0) && !may_exceed("深圳市", 120.0));
    }

    #[test]
    fn a_column_is_as_wide_as_nearly_all_of_its_values() {
        assert!(width(Field::Name, &[]) >= 72.0);
        let name = width(Field::Name, &["Nordwind Maschinenbau"; 40]);
        assert!((140.0..220.0).contains(&name), "{name}");
        let mut texts = vec!["short"; 40];
        let long = "long ".repeat(40);
        texts.push(&long);
        assert!(width(Field::Notes, &texts) < 100.0);
        assert!(width(Field::Name, &["杭州晟川机械有限公司"; 4]) > 140.0);
        assert!(width(Field::Email, &["purchasing@nordwind.example"; 4]) > 210.0);
    }

    #[test]
    fn chosen_widths_are_kept_within_reason_and_read_back() {
        let mut widths = ColumnWidths::default();
        widths.set(Field::Name.into(), 5.0);
        widths.set(ColumnId::Own("fax".to_owned()), 123.4);
        assert_eq!(widths.get(&Field::Name.into()), Some(40.0));
        let text = serde_json::to_string(&widths).expect("written");
        assert_eq!(serde_json::from_str::<ColumnWidths>(&text).ok(), Some(widths));
    }
}
