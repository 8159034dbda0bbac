//! The stages while they are edited, and the one edit that keeps them.

use std::collections::HashMap;

use crate::segment::{Findings, Segment, Stage, StagePlan};
use crate::workbook::{CellEdit, Change, ChangeKind, ClientTable, ColumnId, Edit, Field, Stored, Value, choices_key};

/// One stage while it is edited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftStage {
    /// Tells it apart from others while names change.
    pub id: u32,
    /// The text that the cells have now; nothing for a new stage.
    pub was: Option<String>,
    pub name: String,
    /// In percent, as it was typed.
    pub probability: String,
    /// As it was typed.
    pub limit: String,
}

/// What is wrong with a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StageProblem {
    #[error("a stage needs a name")]
    NoName,
    #[error("another stage of the segment has this name")]
    SameName,
    #[error("a probability is a number from 0 to 100")]
    Probability,
    #[error("a limit is a whole number from 1 on")]
    Limit,
}

/// The stages of all segments while they are edited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageDraft {
    lists: [Vec<DraftStage>; 4],
    before: StagePlan,
    next: u32,
}

impl StageDraft {
    pub fn new(plan: &StagePlan) -> Self {
        let mut draft = Self { before: plan.clone(), ..Self::default() };
        for segment in Segment::ALL {
            for stage in plan.list(segment) {
                let id = draft.next_id();
                let probability = stage.probability.map(percent_text).unwrap_or_default();
                let limit = stage.limit.map(|limit| limit.to_string()).unwrap_or_default();
                let (was, name) = (Some(stage.name.clone()), stage.name.clone());
                draft.lists[segment as usize].push(DraftStage { id, was, name, probability, limit });
            }
        }
        draft
    }

    pub fn list(&self, segment: Segment) -> &[DraftStage] {
        &self.lists[segment as usize]
    }

    /// A stage by its identity.
    pub fn stage(&self, id: u32) -> Option<&DraftStage> {
        self.lists.iter().flatten().find(|stage| stage.id == id)
    }

    /// Changes a stage.
    pub fn change(&mut self, id: u32, change: impl FnOnce(&mut DraftStage)) {
        if let Some(stage) = self.lists.iter_mut().flatten().find(|stage| stage.id == id) {
            change(stage);
        }
    }

    /// A new stage without a name, behind the others. Its identity.
    pub fn add(&mut self, segment: Segment) -> u32 {
        let id = self.next_id();
        self.lists[segment as usize].push(DraftStage { id, ..DraftStage::default() });
        id
    }

    /// Adds the stages that the clients of a segment are in and the list does not have, in the order of their first
    /// clients.
    pub fn add_found(&mut self, segment: Segment, table: &ClientTable, findings: &Findings) {
        let stages = table.field(Field::Stage);
        let of_segment = |row: &u32| findings.segment(*row) == Some(segment);
        for row in table.rows().filter(of_segment) {
            let name = stages.text(row).trim();
            let is_there = |stage: &DraftStage| stage.name == name || stage.was.as_deref() == Some(name);
            if !name.is_empty() && !self.list(segment).iter().any(is_there) {
                let id = self.next_id();
                let (was, name) = (Some(name.to_owned()), name.to_owned());
                self.lists[segment as usize].push(DraftStage { id, was, name, ..DraftStage::default() });
            }
        }
    }

    pub fn remove(&mut self, id: u32) {
        self.lists.iter_mut().for_each(|list| list.retain(|stage| stage.id != id));
    }

    /// Moves a stage up (-1) or down (1).
    pub fn shift(&mut self, id: u32, step: isize) {
        for list in &mut self.lists {
            let Some(at) = list.iter().position(|stage| stage.id == id) else { continue };
            if let Some(other) = at.checked_add_signed(step).filter(|other| *other < list.len()) {
                list.swap(at, other);
            }
        }
    }

    /// Gives all segments the stages of one.
    pub fn use_for_all(&mut self, segment: Segment) {
        let list = self.lists[segment as usize].clone();
        for other in Segment::ALL.into_iter().filter(|other| *other != segment) {
            let mut copy = list.clone();
            for stage in &mut copy {
                stage.id = self.next_id();
            }
            self.lists[other as usize] = copy;
        }
    }

    /// What is wrong with a stage.
    pub fn problem(&self, id: u32) -> Option<StageProblem> {
        let list = self.lists.iter().find(|list| list.iter().any(|stage| stage.id == id))?;
        let stage = list.iter().find(|stage| stage.id == id)?;
        let name = stage.name.trim();
        if name.is_empty() {
            return Some(StageProblem::NoName);
        }
        if list.iter().any(|other| other.id != id && other.name.trim() == name) {
            return Some(StageProblem::SameName);
        }
        read(stage).err()
    }

    /// Whether the stages can be kept.
    pub fn is_sound(&self) -> bool {
        self.lists.iter().flatten().all(|stage| self.problem(stage.id).is_none())
    }

    /// The stages as they would be kept. Unsound ones are left out.
    pub fn plan(&self) -> StagePlan {
        let mut plan = StagePlan::default();
        for segment in Segment::ALL {
            plan.set_list(segment, self.list(segment).iter().filter_map(|stage| read(stage).ok()).collect());
        }
        plan
    }

    /// The one edit that keeps the stages and renames them in the cells of each segment's clients; nothing where there
    /// is nothing to keep.
    pub fn edit(&self, table: &ClientTable, findings: &Findings) -> Option<Edit> {
        let plan = self.plan();
        if plan == self.before || !self.is_sound() {
            return None;
        }
        let column = ColumnId::from(Field::Stage);
        let renamed = Segment::ALL.map(|segment| {
            let list = self.list(segment).iter();
            let renamed = list.filter_map(|stage| Some((stage.was.as_deref()?, stage.name.trim())));
            renamed.filter(|(was, name)| was != name).collect::<HashMap<&str, &str>>()
        });
        let mut cells = Vec::new();
        if renamed.iter().any(|renamed| !renamed.is_empty()) {
            let stages = table.data(&column);
            for row in table.rows() {
                let renamed = findings.segment(row).and_then(|segment| renamed.get(segment as usize));
                let name = renamed.and_then(|renamed| renamed.get(stages.text(row).trim()));
                if let Some((name, row)) = name.zip(table.row_id(row)) {
                    cells.push(CellEdit { row, column: column.clone(), value: Value::text(*name) });
                }
            }
        }
        let is_other = |segment: &Segment| plan.list(*segment) != self.before.list(*segment);
        let mut records: Vec<(String, Option<Stored>)> = Segment::ALL
            .into_iter()
            .filter(is_other)
            .filter_map(|segment| {
                let list = plan.list(segment);
                let text = (!list.is_empty()).then(|| serde_json::to_string(list)).transpose().ok()?;
                Some((StagePlan::record(segment), text.map(Stored::Text)))
            })
            .collect();
        // The sheet offers the same stages when a cell is edited.
        let (known, mut listed) = (self.before.order(), plan.order());
        let others = table.listed_choices(&column).iter().filter(|name| !known.contains(name));
        let others: Vec<String> = others.filter(|name| !listed.contains(name)).cloned().collect();
        listed.extend(others);
        if let Ok(text) = serde_json::to_string(&listed) {
            records.push((choices_key(&column), Some(Stored::Text(text))));
        }
        Some(Edit::Change(Change { kind: ChangeKind::Retype, cells, records, ..Change::default() }))
    }

    fn next_id(&mut self) -> u32 {
        self.next += 1;
        self.next
    }
}

fn read(stage: &DraftStage) -> Result<Stage, StageProblem> {
    let (probability, limit) = (stage.probability.trim().replace(',', "."), stage.limit.trim());
    let probability = if probability.is_empty() {
        None
    } else {
        let percent = probability.parse().ok().filter(|percent: &f64| (0.0..=100.0).contains(percent));
        Some(percent.ok_or(StageProblem::Probability)? / 100.0)
    };
    let limit = if limit.is_empty() {
        None
    } else {
        Some(limit.parse().ok().filter(|limit: &u32| *limit > 0).ok_or(StageProblem::Limit)?)
    };
    Ok(Stage { name: stage.name.trim().to_owned(), probability, limit })
}

/// A share in percent as a person types it: 0.3 is "30", not "30.000000000000004".
fn percent_text(share: f64) -> String {
    ((share * 1e12).round() / 1e10).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::{SegmentRules, classify};
    use crate::workbook::{EditKind, Origin, Workbook};

    /// Two small clients and a large one, by choice, in stages.
    fn workbook() -> Workbook {
        let mut workbook = Workbook::new(Origin(1));
        let rows = [("small", "Lead"), ("small", "Offer"), ("large", "Lead")].map(|(segment, stage)| {
            vec![(Field::Segment.into(), Value::text(segment)), (Field::Stage.into(), Value::text(stage))]
        });
        workbook.apply(Edit::AddRows(rows.into())).expect("rows");
        workbook
    }

    fn edit(workbook: &Workbook, draft: &StageDraft) -> Option<Edit> {
        draft.edit(workbook.table(), &classify(workbook.table(), &SegmentRules::default()))
    }

    fn draft(workbook: &Workbook) -> StageDraft {
        let mut draft = StageDraft::new(&StagePlan::of_workbook(workbook));
        let findings = classify(workbook.table(), &SegmentRules::default());
        draft.add_found(Segment::Small, workbook.table(), &findings);
        draft
    }

    fn stages(workbook: &Workbook) -> [String; 3] {
        [0, 1, 2].map(|row| workbook.table().field(Field::Stage).text(row).to_owned())
    }

    fn names(draft: &StageDraft, segment: Segment) -> Vec<&str> {
        draft.list(segment).iter().map(|stage| stage.name.as_str()).collect()
    }

    #[test]
    fn new_stages_order_and_names_in_the_cells_are_one_step_of_undo() {
        let mut workbook = workbook();
        let mut draft = draft(&workbook);
        assert_eq!(names(&draft, Segment::Small), ["Lead", "Offer"]);
        let ids: Vec<u32> = draft.list(Segment::Small).iter().map(|stage| stage.id).collect();
        // Two stages change their names with each other.
        draft.change(ids[0], |stage| stage.name = "Offer".to_owned());
        assert_eq!(draft.problem(ids[0]), Some(StageProblem::SameName));
        assert_eq!(edit(&workbook, &draft), None);
        draft.change(ids[1], |stage| {
            stage.name = "Lead".to_owned();
            stage.probability = "12,5".to_owned();
            stage.limit = "3".to_owned();
        });
        let first = draft.add(Segment::Small);
        draft.change(first, |stage| stage.name = "Call".to_owned());
        draft.shift(first, -1);
        draft.shift(first, -1);
        let edit = edit(&workbook, &draft).expect("an edit");
        workbook.apply(edit).expect("applied");
        assert_eq!(stages(&workbook), ["Offer", "Lead", "Lead"]);
        let plan = StagePlan::of_workbook(&workbook);
        assert_eq!(plan.order(), ["Call", "Offer", "Lead"]);
        assert_eq!(
            plan.stage(Segment::Small, "Lead").map(|stage| (stage.probability, stage.limit)),
            Some((Some(0.125), Some(3)))
        );
        assert_eq!(workbook.table().listed_choices(&Field::Stage.into()), ["Call", "Offer", "Lead"]);
        let steps: Vec<(EditKind, u32)> = workbook.undo_steps().collect();
        assert_eq!(steps.len(), 2);
        workbook.undo();
        assert_eq!(stages(&workbook), ["Lead", "Offer", "Lead"]);
        assert!(StagePlan::of_workbook(&workbook).is_empty());
        assert_eq!(workbook.table().listed_choices(&Field::Stage.into()), [""; 0]);
    }

    #[test]
    fn the_stages_of_one_segment_serve_all() {
        let mut workbook = workbook();
        let mut draft = draft(&workbook);
        let lead = draft.list(Segment::Small)[0].id;
        draft.change(lead, |stage| stage.name = "First call".to_owned());
        draft.use_for_all(Segment::Small);
        workbook.apply(edit(&workbook, &draft).expect("an edit")).expect("applied");
        assert_eq!(stages(&workbook), ["First call", "Offer", "First call"]);
        let plan = StagePlan::of_workbook(&workbook);
        assert!(Segment::ALL.iter().all(|segment| plan.list(*segment).len() == 2));
        assert_eq!(edit(&workbook, &StageDraft::new(&plan)), None);
    }

    #[track_caller]
    fn check(probability: &str, limit: &str, expected: Option<StageProblem>) {
        let mut draft = StageDraft::default();
        let id = draft.add(Segment::State);
        draft.change(id, |stage| {
            (stage.name, stage.probability, stage.limit) = ("Bid".to_owned(), probability.to_owned(), limit.to_owned());
        });
        assert_eq!(draft.problem(id), expected, "{probability} {limit}");
    }

    #[test]
    fn what_is_no_probability_or_limit_is_said() {
        check("", "", None);
        check("0", "1", None);
        check(" 100 ", " 20 ", None);
        check("101", "", Some(StageProblem::Probability));
        check("-1", "", Some(StageProblem::Probability));
        check("NaN", "", Some(StageProblem::Probability));
        check("half", "", Some(StageProblem::Probability));
        check("50", "0", Some(StageProblem::Limit));
        check("50", "2.5", Some(StageProblem::Limit));
        assert_eq!(percent_text(0.3), "30");
        assert_eq!(percent_text(0.29), "29");
        assert_eq!(percent_text(1.0 / 3.0), "33.3333333333");
    }
}
