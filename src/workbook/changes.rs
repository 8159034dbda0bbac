//! What an edit, an undo or a merge changed in the projection.

/// What changed, so that everything that is derived can follow without starting over. Empty: nothing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Positions of rows of which some cell changed, each once.
    pub rows: Vec<u32>,
    /// Clients came or went.
    pub membership: bool,
    /// Columns came, went or got another title.
    pub columns: bool,
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

    /// Everything may have changed.
    pub fn all() -> Self {
        Self { rows: Vec::new(), membership: true, columns: true, meta: true, records: true, rebuilt: true }
    }
}
