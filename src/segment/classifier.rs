//! Classifying all clients, in slices, and again when a few of them change.

use crate::workbook::{ClientTable, ColumnId};

use super::assessment::{Assessment, Meanings};
use super::columns::Columns;
use super::finding::Findings;
use super::ranking::Ranking;
use super::rules::SegmentRules;

/// Classifies a client table: first all rows, slice by slice, then those that change.
#[derive(Clone, Debug)]
pub struct Classifier {
    rules: SegmentRules,
    findings: Findings,
    meanings: Meanings,
    /// The first row that is not classified yet.
    next: u32,
    is_begun: bool,
    is_done: bool,
}

/// Classifies all clients at once.
pub fn classify(table: &ClientTable, rules: &SegmentRules) -> Findings {
    let mut classifier = Classifier::new(rules.clone());
    while !classifier.step(table, u32::MAX) {}
    classifier.findings
}

impl Classifier {
    /// A classifier that has seen nothing yet. New rules, or another table, need a new classifier.
    pub fn new(rules: SegmentRules) -> Self {
        let (findings, meanings) = (Findings::default(), Meanings::default());
        Self { rules, findings, meanings, next: 0, is_begun: false, is_done: false }
    }

    /// Begins anew with other rules for the same table. What its texts mean is known already.
    pub fn begin_again(&mut self, rules: SegmentRules) {
        let meanings = std::mem::take(&mut self.meanings);
        *self = Self { meanings, ..Self::new(rules) };
    }

    /// Ranks the clients, or else classifies at most `rows` further rows, and says whether all are done. Between two steps the table may change:
    /// tell [`Classifier::update`] of it, as always.
    pub fn step(&mut self, table: &ClientTable, rows: u32) -> bool {
        let columns = Columns::of(table);
        if !self.is_begun {
            self.is_begun = true;
            let revenue = |row| if table.is_alive(row) { columns.ranked_revenue(row) } else { f64::NAN };
            let revenues = (0..table.row_count()).map(revenue).collect();
            self.findings.ranking = Ranking::new(revenues, &self.rules.own_revenue);
            self.findings.rows.reserve(table.row_count() as usize);
            // Ranking is a step of its own: with the first rows it would block the page for too long.
            return false;
        }
        let end = self.next.saturating_add(rows.max(1)).min(table.row_count());
        let Findings { rows: findings, ranking } = &mut self.findings;
        let assessment = Assessment { columns: &columns, rules: &self.rules, ranking };
        for row in self.next..end {
            findings.push(table.is_alive(row).then(|| assessment.finding(row, &mut self.meanings)));
        }
        self.next = end;
        self.is_done = end == table.row_count();
        self.is_done
    }

    /// Takes in changes of some rows (changed, added, deleted, restored), and returns the rows whose finding changed:
    /// among them may be others, where the ranking's lines moved. In no particular order, none twice.
    pub fn update(&mut self, table: &ClientTable, rows: &[u32]) -> Vec<u32> {
        if !self.is_begun {
            return Vec::new();
        }
        let columns = Columns::of(table);
        let added = if self.is_done { self.next..table.row_count() } else { 0..0 };
        let is_new = |row: &u32| !added.contains(row);
        let mut waiting: Vec<u32> = rows.iter().copied().filter(is_new).chain(added.clone()).collect();
        waiting.retain(|row| *row < table.row_count());
        let was_thin = self.findings.ranking.is_thin();
        let mut is_line_moved = false;
        for row in &waiting {
            let revenue = if table.is_alive(*row) { columns.ranked_revenue(*row) } else { f64::NAN };
            is_line_moved |= self.findings.ranking.set(*row, revenue, &self.rules.own_revenue);
        }
        if is_line_moved {
            self.findings.ranking.draw(&self.rules.own_revenue);
        }
        if self.is_done {
            self.next = table.row_count();
            self.findings.rows.resize(self.next as usize, None);
        }
        if is_line_moved || was_thin != self.findings.ranking.is_thin() {
            waiting.extend(self.moved_by_rank(was_thin != self.findings.ranking.is_thin()));
        }
        let Findings { rows: findings, ranking } = &mut self.findings;
        let assessment = Assessment { columns: &columns, rules: &self.rules, ranking };
        let mut changed = Vec::new();
        for row in waiting {
            let Some(place) = findings.get_mut(row as usize) else { continue };
            let finding = table.is_alive(row).then(|| assessment.finding(row, &mut self.meanings));
            if *place != finding {
                *place = finding;
                changed.push(row);
            }
        }
        changed
    }

    /// The rows whose size rests on the ranking and is now another.
    fn moved_by_rank(&self, all: bool) -> Vec<u32> {
        let ranking = &self.findings.ranking;
        let is_moved = |row: u32| {
            self.findings.get(row).is_some_and(|finding| {
                finding.is_size_estimated
                    && (all || ranking.revenue(row).is_some_and(|revenue| finding.size != Some(ranking.size(revenue))))
            })
        };
        (0..self.findings.rows.len() as u32).filter(|row| is_moved(*row)).collect()
    }

    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    pub fn rules(&self) -> &SegmentRules {
        &self.rules
    }

    /// Whether a change of this column can change a finding. (Columns of one's own can: by their headings.)
    pub fn depends_on(column: &ColumnId) -> bool {
        match column {
            ColumnId::Field(field) => Columns::FIELDS.contains(field),
            ColumnId::Found(_) => false,
            ColumnId::Own(_) => true,
        }
    }
}
