//! Which physical row of the client table is which client.
//!
//! Rows come in runs: an import brings one run, a person's "add row" starts or lengthens another. Positions in the
//! table never move while a workbook is open, so finding a row in either direction is a search among a few runs.

use super::fast_hash::FastMap;
use super::id::{Origin, RowId};

/// Rows `start..start + length` of the table are numbers `first..first + length` of `origin`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    origin: Origin,
    first: u32,
    start: u32,
    length: u32,
}

/// The runs of rows of a table, by position.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    runs: Vec<Run>,
    /// For each origin, its runs' places in `runs`.
    by_origin: FastMap<Origin, Vec<usize>>,
}

impl Blocks {
    /// How many rows there are.
    pub fn row_count(&self) -> u32 {
        self.runs.last().map_or(0, |run| run.start + run.length)
    }

    /// Adds rows below the others and returns the position of the first.
    pub fn push(&mut self, origin: Origin, first: u32, length: u32) -> u32 {
        let start = self.row_count();
        if let Some(run) = self.runs.last_mut()
            && run.origin == origin
            && run.first + run.length == first
        {
            run.length += length;
        } else {
            self.by_origin.entry(origin).or_default().push(self.runs.len());
            self.runs.push(Run { origin, first, start, length });
        }
        start
    }

    /// Who stands at a position.
    pub fn id(&self, row: u32) -> Option<RowId> {
        let run = self.runs.get(self.runs.partition_point(|run| run.start + run.length <= row))?;
        Some(RowId { origin: run.origin, index: run.first + (row - run.start) })
    }

    /// Where a client stands.
    pub fn row(&self, id: RowId) -> Option<u32> {
        let runs = self.by_origin.get(&id.origin)?;
        let holds = |run: &&Run| (run.first..run.first + run.length).contains(&id.index);
        let run = runs.iter().map(|at| &self.runs[*at]).find(holds)?;
        Some(run.start + (id.index - run.first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_by_its_id_and_back() {
        let mut blocks = Blocks::default();
        for (origin, first, length) in [(1, 0, 3), (2, 5, 1), (2, 6, 1), (1, 3, 2), (2, 7, 4)] {
            blocks.push(Origin(origin), first, length);
        }
        assert_eq!(blocks.row_count(), 11);
        for row in 0..11 {
            let id = blocks.id(row).expect("a row");
            assert_eq!(blocks.row(id), Some(row));
        }
        assert_eq!(blocks.id(11), None);
        assert_eq!(blocks.row(RowId { origin: Origin(2), index: 4 }), None);
    }
}
