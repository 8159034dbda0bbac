//! Analyses that are being made: first read from the table, then written into columns.

use crate::analysis::{Analyses, AnalysisRules, FoundSource, FoundValues, FoundWords};
use crate::segment::Findings;
use crate::workbook::{ClientTable, ColumnData, Day, Found};

/// What is made in slices.
pub struct Making {
    pub analyses: Analyses,
    values: FoundValues,
    pub columns: [ColumnData; Found::ALL.len()],
    /// The first row that stands in no column yet.
    next: u32,
}

impl Making {
    pub fn new(rules: AnalysisRules, today: Day, words: &FoundWords) -> Self {
        Self::of(Analyses::new(rules, today), words)
    }

    /// Writes analyses that were read already into new columns.
    pub fn of(analyses: Analyses, words: &FoundWords) -> Self {
        let columns = std::array::from_fn(|_| ColumnData::default());
        Self { analyses, values: FoundValues::new(words), columns, next: 0 }
    }

    /// Reads, or else writes, at most so many rows, and says whether all is done.
    pub fn step(&mut self, table: &ClientTable, findings: &Findings, rows: u32) -> bool {
        if !self.analyses.is_done() {
            self.analyses.advance(table, rows);
            return false;
        }
        let end = self.next.saturating_add(rows.max(1)).min(table.row_count());
        let source = FoundSource { analyses: &self.analyses, findings };
        (self.next..end).for_each(|row| self.values.put(&mut self.columns, row, source));
        self.next = end;
        end == table.row_count()
    }

    /// Takes in rows that changed meanwhile.
    pub fn follow(&mut self, table: &ClientTable, findings: &Findings, rows: &[u32]) {
        let changed = self.analyses.update(table, rows);
        self.write(findings, &changed);
    }

    /// Writes rows again that stand in the columns already.
    pub fn write(&mut self, findings: &Findings, rows: &[u32]) {
        let source = FoundSource { analyses: &self.analyses, findings };
        for row in rows.iter().filter(|row| **row < self.next) {
            self.values.put(&mut self.columns, *row, source);
        }
    }
}
