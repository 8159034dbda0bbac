//! Blocks of cells: copied and pasted.

use leptos::prelude::*;

use super::columns::SheetColumn;
use super::draft::{Draft, Sheet};
use super::entry::entry_text;
use super::html;
use super::ranges::{block, disjoint};
use super::selection::{Place, Selection};
use super::tsv;
use super::view::ClientsView;
use crate::exchange;
use crate::segment::Segment;
use crate::state::{Formats, Notice};
use crate::workbook::{ChangeKind, ColumnId, Field, RowId, Value};

/// What goes to the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    pub text: String,
    /// The same as a table; nothing for blocks so large that no program would be glad of it.
    pub html: Option<String>,
}

impl ClientsView {
    /// Larger blocks are copied as plain text only.
    const MOST_HTML: usize = 200_000;

    /// The selected cells as texts that spreadsheets understand; nothing in an empty sheet, or where the ranges are no
    /// block together, which is said.
    pub fn copied(&self) -> Option<Copied> {
        let ranges = untrack(|| self.ranges());
        let Some((rows, columns)) = block(&ranges) else {
            if !ranges.is_empty() {
                self.book.notices().push(Notice::RangesApart);
            }
            return None;
        };
        let columns: Vec<SheetColumn> = self.columns.with_untracked(|all| {
            let places = columns.into_iter().flat_map(|(from, to)| from..=to);
            places.filter_map(|place| all.get(place).cloned()).collect()
        });
        let rows: Vec<u32> = self.order.with_untracked(|order| {
            rows.into_iter().flat_map(|(from, to)| from..=to).filter_map(|place| order.row(place)).collect()
        });
        let segment = |row| {
            let finding = self.book.segments().with(|findings| findings.get(row))?;
            self.wording.with_untracked(|wording| wording.segments.get(finding.segment as usize).cloned())
        };
        let texts: Vec<Vec<String>> = self.book.table(|table| {
            self.formats.with_untracked(|formats| {
                let data: Vec<_> = columns.iter().map(|column| table.data(&column.id)).collect();
                let line = |row: u32| {
                    let cell = |(column, data): (&SheetColumn, &&crate::workbook::ColumnData)| {
                        if column.is_segment() {
                            segment(row).unwrap_or_default()
                        } else {
                            entry_text(&data.get(row), column.kind, formats)
                        }
                    };
                    columns.iter().zip(&data).map(cell).collect()
                };
                rows.into_iter().map(line).collect()
            })
        });
        let is_text: Vec<bool> = columns.iter().map(|column| column.kind.is_text()).collect();
        let html = (texts.len() * columns.len() <= Self::MOST_HTML).then(|| html::write(&texts, &is_text));
        Some(Copied { text: tsv::write(&texts), html })
    }

    /// Pastes rows of texts from the selection's first cell on, in one edit; asks first where clients would come or
    /// values be lost. One value fills all that is selected, and a block is repeated where the selection holds it
    /// several times. What reaches below the last client adds clients.
    pub fn paste(&self, block: &[Vec<String>]) {
        let start = (self.book.host().now)();
        self.offer(self.planned_paste(block));
        (self.book.host().measure)("kontor:paste", start);
    }

    fn planned_paste(&self, block: &[Vec<String>]) -> Draft {
        let mut draft = Draft::new(ChangeKind::Paste);
        let size = (block.len(), block.iter().map(Vec::len).max().unwrap_or(0));
        let selection = untrack(|| self.selection()).unwrap_or(Selection::at(Place::default()));
        let ranges = untrack(|| self.ranges());
        if size == (1, 1) && ranges.len() > 1 {
            for range in disjoint(&ranges) {
                self.plan_block(&mut draft, block, size, range);
            }
        } else {
            draft.selection = Some(self.plan_block(&mut draft, block, size, selection));
        }
        draft
    }

    /// Plans a block from the first cell of a range on, and returns the range that it will take.
    fn plan_block(
        &self,
        draft: &mut Draft,
        block: &[Vec<String>],
        size: (usize, usize),
        range: Selection,
    ) -> Selection {
        let conventions = self.formats.with_untracked(Formats::conventions);
        let (top, left) = (*range.rows().start(), *range.columns().start());
        let (rows, across) = self.target(range, size);
        let columns: Vec<Option<SheetColumn>> =
            self.columns.with_untracked(|all| (left..left + across).map(|place| all.get(place).cloned()).collect());
        let (lines, bottom) = self.lines(top, rows);
        self.book.table(|table| {
            self.formats.with_untracked(|formats| {
                let sheet = Sheet { table, formats };
                for (line, texts) in lines.iter().zip(block.iter().cycle()) {
                    let mut added = Vec::new();
                    // A shorter line leaves what stands beside it.
                    let cells = columns.iter().zip((0..size.1).cycle()).map(|(column, at)| (column, texts.get(at)));
                    for (column, text) in cells.filter_map(|(column, text)| Some((column, text?))) {
                        let Some(column) = column else {
                            draft.outcome.lost += u32::from(!text.is_empty());
                            continue;
                        };
                        if column.is_segment() {
                            match (self.read_segment(text), line) {
                                (Some(values), Some((_, client))) => draft.write_fitting(*client, values),
                                (Some(values), None) => added.extend(values),
                                (None, _) => draft.outcome.lost += 1,
                            }
                            continue;
                        }
                        if table.is_calculated(&column.id) {
                            // Its values come from its formula, here as at their source.
                            continue;
                        }
                        let value = exchange::entry(text, column.kind, &conventions);
                        match line {
                            Some(line) => draft.write(*line, column, value, sheet),
                            None => added.push((column.id.clone(), value)),
                        }
                    }
                    if line.is_none() {
                        draft.add(added);
                    }
                }
            });
        });
        let bottom = (bottom - draft.drop_empty_clients().min(bottom)).max(top);
        let far = Place::new(bottom, left + across.saturating_sub(1));
        Selection { active: Place::new(top, left), far }
    }

    /// What a text becomes in the segment's column; nothing where it names no segment.
    pub(super) fn read_segment(&self, text: &str) -> Option<Vec<(ColumnId, Value)>> {
        if text.trim().is_empty() {
            return Some(segment_values(None, Value::Empty));
        }
        let segment = self.wording.with_untracked(|wording| wording.segment_named(text))?;
        Some(segment_values(Some(segment), Value::Date((self.book.host().today)())))
    }

    /// So many clients from a place of the sheet downwards, and nothing for each beyond the last one; with the place
    /// of the last line.
    fn lines(&self, top: usize, count: usize) -> (Vec<Option<(u32, RowId)>>, usize) {
        let rows = untrack(|| self.extent(1)).rows;
        self.order.with_untracked(|order| {
            self.book.table(|table| {
                let mut lines = Vec::with_capacity(count);
                let mut place = top;
                while lines.len() < count {
                    if place >= rows {
                        lines.push(None);
                    } else if let Some(row) = order.row(place)
                        && let Some(client) = table.row_id(row)
                    {
                        lines.push(Some((row, client)));
                    }
                    place += 1;
                }
                (lines, place.saturating_sub(1).max(top))
            })
        })
    }

    /// The clients of these lines of the sheet, with their rows.
    pub(super) fn clients_at(&self, places: impl Iterator<Item = usize>) -> Vec<(u32, RowId)> {
        self.order.with_untracked(|order| {
            self.book.table(|table| {
                places.filter_map(|place| order.row(place)).filter_map(|row| Some((row, table.row_id(row)?))).collect()
            })
        })
    }

    /// How many rows and columns are written: the block's, or the range's where that holds the block several times.
    fn target(&self, range: Selection, (rows, columns): (usize, usize)) -> (usize, usize) {
        let selected = (self.clients_at(range.rows()).len(), range.columns().count());
        let fits = |selected: usize, block: usize| block > 0 && selected >= block && selected.is_multiple_of(block);
        if fits(selected.0, rows) && fits(selected.1, columns) { selected } else { (rows, columns) }
    }
}

fn segment_values(segment: Option<Segment>, on: Value) -> Vec<(ColumnId, Value)> {
    let chosen = segment.map_or(Value::Empty, |segment| Value::text(segment.key()));
    vec![(Field::Segment.into(), chosen), (Field::SegmentChosen.into(), on)]
}

#[cfg(test)]
#[path = "clipboard_tests.rs"]
mod tests;
