//! What an edit, an undo or a merge changed in the projection.

use super::field::ColumnId;

#[allow(clippy::struct_excessive_bools, reason = "each is a part of the workbook that views follow by itself")]
/// What changed, so that everything that is derived can follow without starting over. Empty: nothing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Positions of clients of which some cell changed, or that came or went one by one.
    pub rows: Vec<u32>,
    /// The columns of which cells changed, each once. Beside them, `rows` has clients that came or went.
    pub written: Vec<ColumnId>,
    /// Clients came or went.
    pub membership: bool,
    /// A whole import came or went; its rows are not in `rows`.
    pub imports: bool,
    /// Columns came, went or got another title.
    pub columns: bool,
    /// Monthly sales of the clients in `rows` changed.
    pub sales: bool,
    /// The title or another fact about the workbook changed.
    pub meta: bool,
    /// Settings and other records changed.
    pub records: bool,
    /// The table was built anew: positions are no longer what they were.
    pub rebuilt: bool,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Notes that a cell of a column changed.
    pub(super) fn write(&mut self, column: &ColumnId) {
        if !self.written.contains(column) {
            self.written.push(column.clone());
        }
    }

    /// Everything may have changed.
    pub fn all() -> Self {
        Self {
            rows: Vec::new(),
            written: Vec::new(),
            membership: true,
            imports: true,
            columns: true,
            sales: true,
            meta: true,
            records: true,
            rebuilt: true,
        }
    }
}
