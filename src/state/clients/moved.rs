//! Which of the values that are moved reach their place, and which stay where they are: a move loses none.

use std::ops::Range;

use super::columns::SheetColumn;
use crate::workbook::{CellEdit, ColumnId, Field, RowId, Value};

/// A block of cells on its way: one step for each of its cells, row by row.
#[derive(Clone, Debug, Default)]
pub(super) struct Moved {
    pub clients: Vec<RowId>,
    pub columns: Vec<SheetColumn>,
    pub steps: Vec<Step>,
}

/// What becomes of one cell of the block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Step {
    /// Whether a value would be lost if the cell were emptied without it.
    pub is_filled: bool,
    /// Whether the value found a place.
    pub is_placed: bool,
    /// The cells of the draft that write it: none where it goes to a client who comes.
    pub cells: Range<usize>,
    /// The cell of the block that it is written over.
    pub over: Option<usize>,
}

/// What comes of a move.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Settled {
    /// Cells of the draft that are not written, in order.
    pub left_out: Vec<usize>,
    /// The cells that are left behind empty.
    pub emptied: Vec<CellEdit>,
    /// Values that found no place, and stay.
    pub lost: u32,
}

impl Moved {
    /// Settles which steps are done. A value that has no place, or is skipped, stays where it is; so what would have
    /// been written over it stays where that is, and so on.
    pub fn settled(&self, is_skipped: impl Fn(&Range<usize>) -> bool) -> Settled {
        let mut onto = vec![None; self.steps.len()];
        for (at, step) in self.steps.iter().enumerate().filter(|(_, step)| step.is_placed) {
            if let Some(over) = step.over {
                onto[over] = Some(at);
            }
        }
        let has_no_place = |step: &Step| step.is_filled && !step.is_placed;
        let stays = |step: &Step| has_no_place(step) || step.is_placed && is_skipped(&step.cells);
        let mut is_left = vec![false; self.steps.len()];
        let mut open: Vec<usize> = (0..self.steps.len()).filter(|at| stays(&self.steps[*at])).collect();
        let mut settled = Settled::default();
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut is_left[at], true) {
                continue;
            }
            let step = &self.steps[at];
            settled.left_out.extend(step.cells.clone());
            settled.lost += u32::from(step.is_filled && !is_skipped(&step.cells));
            if step.is_filled {
                open.extend(onto[at]);
            }
        }
        settled.left_out.sort_unstable();
        let across = self.columns.len().max(1);
        for (at, step) in self.steps.iter().enumerate() {
            let is_written_over = onto[at].is_some_and(|on| !is_left[on]);
            if step.is_filled && step.is_placed && !is_left[at] && !is_written_over {
                let (row, column) = (self.clients[at / across], &self.columns[at % across]);
                let also = column.is_segment().then_some(ColumnId::Field(Field::SegmentChosen));
                let ids = [Some(column.id.clone()), also].into_iter().flatten();
                settled.emptied.extend(ids.map(|column| CellEdit { row, column, value: Value::Empty }));
            }
        }
        settled
    }
}
