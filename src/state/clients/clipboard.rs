//! Blocks of cells: copied and pasted.

use leptos::prelude::*;

use super::columns::SheetColumn;
use super::draft::{Draft, Sheet};
use super::entry::entry_text;
use super::html;
use super::ranges::{Spans, block, disjoint};
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

/// Cells that are copied or cut.
pub(super) struct Taken {
    /// Where they stand: rows and columns.
    pub spans: (Spans, Spans),
    pub lines: Vec<(u32, RowId)>,
    pub columns: Vec<SheetColumn>,
    pub texts: Vec<Vec<String>>,
}

impl Taken {
    /// Larger blocks are copied as plain text only.
    const MOST_HTML: usize = 200_000;

    pub fn copied(&self) -> Copied {
        let is_text: Vec<bool> = self.columns.iter().map(|column| column.kind.is_text()).collect();
        let is_small = self.texts.len() * self.columns.len() <= Self::MOST_HTML;
        Copied { text: tsv::write(&self.texts), html: is_small.then(|| html::write(&self.texts, &is_text)) }
    }
}

/// A line of the sheet that is pasted into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub place: usize,
    pub goes: Goes,
}

/// Who takes what is pasted into a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goes {
    /// A client, with its row in the table.
    To(u32, RowId),
    /// A client who comes: so many lines below the last one.
    Below(usize),
}

impl ClientsView {
    /// The selected cells as texts that spreadsheets understand; nothing in an empty sheet, or where the ranges are no
    /// block together, which is said. What was cut before is let go.
    pub fn copied(&self) -> Option<Copied> {
        self.drop_cut();
        self.taken().map(|taken| taken.copied())
    }

    /// The selected cells with their texts.
    pub(super) fn taken(&self) -> Option<Taken> {
        let ranges = untrack(|| self.ranges());
        let Some(spans) = block(&ranges) else {
            if !ranges.is_empty() {
                self.book.notices().push(Notice::RangesApart);
            }
            return None;
        };
        let columns: Vec<SheetColumn> = self.columns.with_untracked(|all| {
            let places = spans.1.iter().flat_map(|(from, to)| *from..=*to);
            places.filter_map(|place| all.get(place).cloned()).collect()
        });
        let lines = self.clients_at(spans.0.iter().flat_map(|(from, to)| *from..=*to));
        let texts = self.texts(&lines, &columns);
        Some(Taken { spans, lines, columns, texts })
    }

    fn texts(&self, lines: &[(u32, RowId)], columns: &[SheetColumn]) -> Vec<Vec<String>> {
        let segment = |row| {
            let finding = self.book.segments().with(|findings| findings.get(row))?;
            self.wording.with_untracked(|wording| wording.segments.get(finding.segment as usize).cloned())
        };
        self.book.table(|table| {
            self.formats.with_untracked(|formats| {
                let data: Vec<_> = columns.iter().map(|column| table.data(&column.id)).collect();
                let line = |(row, _): &(u32, RowId)| {
                    let cell = |(column, data): (&SheetColumn, &&crate::workbook::ColumnData)| {
                        if column.is_segment() {
                            segment(*row).unwrap_or_default()
                        } else {
                            entry_text(&data.get(*row), column.kind, formats)
                        }
                    };
                    columns.iter().zip(&data).map(cell).collect()
                };
                lines.iter().map(line).collect()
            })
        })
    }

    /// Pastes what was copied here or elsewhere as a text; `is_own` says that its table was written here. The very
    /// block that was cut is moved.
    pub fn paste_text(&self, text: &str, is_own: bool) {
        match self.cut_block(text, is_own) {
            Some(cut) => {
                let start = (self.book.host().now)();
                self.offer(self.planned_move(&cut));
                (self.book.host().measure)("kontor:paste", start);
            }
            None => self.paste(&tsv::read(text)),
        }
    }

    /// Pastes rows of texts from the selection's first cell on, in one edit; asks first where clients would come or
    /// values be lost. One value fills all that is selected, and a block is repeated where the selection holds it
    /// several times; of several ranges each takes the block. What reaches below the last client adds clients.
    pub fn paste(&self, block: &[Vec<String>]) {
        let start = (self.book.host().now)();
        self.drop_cut();
        self.offer(self.planned_paste(block));
        (self.book.host().measure)("kontor:paste", start);
    }

    fn planned_paste(&self, block: &[Vec<String>]) -> Draft {
        let mut draft = Draft::new(ChangeKind::Paste);
        let size = (block.len(), block.iter().map(Vec::len).max().unwrap_or(0));
        let selection = untrack(|| self.selection()).unwrap_or(Selection::at(Place::default()));
        let ranges = untrack(|| self.ranges());
        if ranges.len() < 2 {
            let mut target = self.plan_block(&mut draft, block, size, selection, &[]);
            let bottom = target.far.row;
            target.far.row = (bottom - draft.drop_empty_clients().min(bottom)).max(target.active.row);
            draft.selection = Some(target);
            return draft;
        }
        // One value is for the cells that are selected; a block is for the ranges, and reaches beyond them.
        let ranges = if size == (1, 1) { disjoint(&ranges) } else { ranges };
        let mut taken = Vec::with_capacity(ranges.len());
        for range in ranges {
            let target = self.plan_block(&mut draft, block, size, range, &taken);
            taken.push(target);
        }
        draft.drop_empty_clients();
        draft
    }

    /// Plans a block from the first cell of a range on, and returns the range that it takes. Cells of the ranges that
    /// were `taken` before are left.
    fn plan_block(
        &self,
        draft: &mut Draft,
        block: &[Vec<String>],
        size: (usize, usize),
        range: Selection,
        taken: &[Selection],
    ) -> Selection {
        let conventions = self.formats.with_untracked(Formats::conventions);
        let (top, left) = (*range.rows().start(), *range.columns().start());
        let (rows, across) = self.target(range, size);
        let columns: Vec<Option<SheetColumn>> =
            self.columns.with_untracked(|all| (left..left + across).map(|place| all.get(place).cloned()).collect());
        let lines = self.lines(top, rows);
        self.book.table(|table| {
            self.formats.with_untracked(|formats| {
                let sheet = Sheet { table, formats };
                for (line, texts) in lines.iter().zip(block.iter().cycle()) {
                    let mut added = Vec::new();
                    // A shorter line leaves what stands beside it.
                    let cells = columns.iter().zip((0..size.1).cycle()).map(|(column, at)| (column, texts.get(at)));
                    for (across, (column, text)) in cells.enumerate() {
                        let is_taken = |taken: &Selection| taken.contains(Place::new(line.place, left + across));
                        let Some(text) = text.filter(|_| !taken.iter().any(is_taken)) else { continue };
                        let Some(column) = column else {
                            draft.outcome.lost += u32::from(!text.is_empty());
                            continue;
                        };
                        if column.is_segment() {
                            match (self.read_segment(text), line.goes) {
                                (Some(values), Goes::To(_, client)) => draft.write_fitting(client, values),
                                (Some(values), Goes::Below(_)) => added.extend(values),
                                (None, _) => draft.outcome.lost += 1,
                            }
                            continue;
                        }
                        if table.is_calculated(&column.id) {
                            // Its values come from its formula, here as at their source.
                            continue;
                        }
                        let value = exchange::entry(text, column.kind, &conventions);
                        match line.goes {
                            Goes::To(row, client) => draft.write((row, client), column, value, sheet),
                            Goes::Below(_) => added.push((column.id.clone(), value)),
                        }
                    }
                    if let Goes::Below(at) = line.goes {
                        draft.add(at, added);
                    }
                }
            });
        });
        let bottom = lines.last().map_or(top, |line| line.place);
        Selection { active: Place::new(top, left), far: Place::new(bottom, left + across.saturating_sub(1)) }
    }

    /// What a text becomes in the segment's column; nothing where it names no segment.
    pub(super) fn read_segment(&self, text: &str) -> Option<Vec<(ColumnId, Value)>> {
        if text.trim().is_empty() {
            return Some(segment_values(None, Value::Empty));
        }
        let segment = self.wording.with_untracked(|wording| wording.segment_named(text))?;
        Some(segment_values(Some(segment), Value::Date((self.book.host().today)())))
    }

    /// So many lines from a place of the sheet downwards that hold a client, and those below the last one.
    pub(super) fn lines(&self, top: usize, count: usize) -> Vec<Line> {
        let rows = untrack(|| self.extent(1)).rows;
        self.order.with_untracked(|order| {
            self.book.table(|table| {
                let client = |place: usize| {
                    let row = order.row(place)?;
                    Some(Line { place, goes: Goes::To(row, table.row_id(row)?) })
                };
                let within = (top..rows).filter_map(client);
                let below = (top.max(rows)..).map(|place| Line { place, goes: Goes::Below(place - rows) });
                within.chain(below).take(count).collect()
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
