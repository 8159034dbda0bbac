//! Draws what the window shows of the sheet.
//!
//! The drawn rows form a ring: the row at place p stands in slot p mod n, so that scrolling writes only the slots whose
//! row changed, and the others are not even moved. Columns do the same. All of it happens within the scroll event: the
//! browser never paints a place that has not been drawn.

use std::ops::Range;

use super::heading::Headings;
use super::look::Source;
use super::slot::{Cell, Slot};
use crate::i18n::Locale;
use crate::platform::cells::{Node, TextNode};
use crate::platform::ruler::Ruler;
use crate::segment::Findings;
use crate::state::Formats;
use crate::state::clients::{
    ColumnFilter, Cut, Edges, Layout, Order, Place, Selection, SheetColumn, Sort, Subtotals, Viewport, drawn_rows,
    row_slots,
};
use crate::workbook::ClientTable;

/// What is about to happen to a cell: it was cut, or will be emptied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fate {
    pub cut: Option<Edges>,
    pub is_left: bool,
}

/// Everything that decides what is drawn.
pub struct Scene<'a> {
    pub view: Viewport,
    pub layout: &'a Layout,
    pub columns: &'a [SheetColumn],
    pub titles: &'a [String],
    pub order: &'a Order,
    pub table: &'a ClientTable,
    pub findings: &'a Findings,
    pub formats: &'a Formats,
    pub locale: Locale,
    pub sorts: &'a [Sort],
    pub filters: &'a [ColumnFilter],
    pub subtotals: &'a Subtotals,
    /// The heading that the keyboard is on.
    pub heading: Option<usize>,
    pub selection: Option<Selection>,
    /// The ranges that are selected beside the active one, and the one that is about to be filled.
    pub others: &'a [Selection],
    /// The cells that wait to be moved.
    pub cut: Option<&'a Cut>,
    /// The cells that will be emptied once the fill handle is let go.
    pub left: Option<Selection>,
    /// Grows when cells may show something else than before.
    pub version: u64,
    pub drawn_columns: Range<usize>,
    pub column_slots: usize,
}

impl Scene<'_> {
    /// Whether a test holds for any of the selected ranges.
    pub fn any_range(&self, test: impl Fn(&Selection) -> bool) -> bool {
        self.selection.iter().chain(self.others).any(test)
    }

    /// What is about to happen to a cell.
    pub fn fate(&self, place: Place) -> Fate {
        Fate {
            cut: self.cut.and_then(|cut| cut.edges(place)),
            is_left: self.left.is_some_and(|left| left.contains(place)),
        }
    }

    /// Which of the drawn columns stands in a slot of the ring.
    pub fn column_in_slot(&self, slot: usize, slots: usize) -> Option<usize> {
        let Range { start, end } = self.drawn_columns;
        let column = start + (slot + slots - start % slots) % slots;
        (slot < slots && column < end).then_some(column)
    }
}

/// The drawn elements.
pub struct Painter {
    body: Node,
    headings: Headings,
    slots: Vec<Slot>,
    /// What cells are copied from.
    blank: TextNode,
    ruler: Option<Ruler>,
    /// Numbers the slots, so that ids are never used twice.
    made: usize,
}

impl Painter {
    /// A painter for the inside of an element. Nothing where the page is gone.
    pub fn new(canvas: Node) -> Option<Self> {
        let headings = Headings::new(&canvas)?;
        let (ruler, blank) = (Ruler::like(canvas.element()), Cell::blank(&canvas)?);
        Some(Self { body: canvas, headings, slots: Vec::new(), blank, ruler, made: 0 })
    }

    /// Draws the scene, and returns the id of the active cell's (or heading's) element if it is drawn.
    pub fn paint(&mut self, scene: &Scene) -> Option<String> {
        let heading = self.headings.show(scene);
        let rows = scene.order.rows.len();
        self.have_slots(row_slots(scene.view.height, rows), scene);
        let drawn = drawn_rows(scene.view, rows);
        let Scene { table, findings, formats, locale, .. } = *scene;
        let source = Source { table, findings, formats, locale, ruler: self.ruler.as_ref() };
        let count = self.slots.len().max(1);
        let mut active = None;
        for (at, slot) in self.slots.iter_mut().enumerate() {
            let place = drawn.start + (at + count - drawn.start % count) % count;
            match scene.order.rows.get(place).filter(|_| drawn.contains(&place)) {
                Some(line) => active = slot.show(place, *line, scene, &source).or(active),
                None => slot.hide(),
            }
        }
        if scene.heading.is_some() { heading } else { active }
    }

    fn have_slots(&mut self, rows: usize, scene: &Scene) {
        while self.slots.len() < rows
            && let Some(slot) = Slot::new(&self.body, self.made)
        {
            self.made += 1;
            self.slots.push(slot);
        }
        for slot in self.slots.drain(rows.min(self.slots.len())..) {
            slot.remove();
        }
        for slot in &mut self.slots {
            slot.have_cells(scene.layout.frozen_count(), scene.column_slots, &self.blank);
        }
    }
}
