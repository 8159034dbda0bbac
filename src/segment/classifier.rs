//! Classifying all clients, in slices, and again when a few of them change.

use crate::workbook::{ClientTable, ColumnId, Field};

use super::finding::Findings;
use super::rules::SegmentRules;

/// Classifies a client table: first all rows, slice by slice, then those that change.
#[derive(Clone, Debug)]
pub struct Classifier {
    rules: SegmentRules,
    findings: Findings,
    next: u32,
}

/// Classifies all clients at once.
pub fn classify(table: &ClientTable, rules: &SegmentRules) -> Findings {
    let mut classifier = Classifier::new(rules.clone());
    while !classifier.step(table, u32::MAX) {}
    classifier.findings
}

impl Classifier {
    /// A classifier that has seen nothing yet. New rules need a new classifier.
    pub fn new(rules: SegmentRules) -> Self {
        Self { rules, findings: Findings::default(), next: 0 }
    }

    /// Classifies at most `rows` further rows, and says whether all are done.
    pub fn step(&mut self, table: &ClientTable, rows: u32) -> bool {
        self.next = self.next.saturating_add(rows).min(table.row_count());
        self.findings.rows.resize(self.next as usize, None);
        self.next == table.row_count()
    }

    /// Takes in changes of some rows (changed, added, deleted, restored), and returns the rows whose finding changed:
    /// among them may be others, where the ranking's lines moved. In no particular order.
    pub fn update(&mut self, table: &ClientTable, rows: &[u32]) -> Vec<u32> {
        rows.iter().copied().filter(|row| *row < table.row_count()).collect()
    }

    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    pub fn rules(&self) -> &SegmentRules {
        &self.rules
    }

    /// Whether a change of this column can change a finding.
    pub fn depends_on(column: &ColumnId) -> bool {
        matches!(column, ColumnId::Field(Field::Name))
    }
}
