//! Stages of the person's own, for each segment: their order, how likely a deal there is won, and how many clients may
//! stand there at once.

use serde::{Deserialize, Serialize};

use super::segment::Segment;
use crate::workbook::{Stored, Workbook};

/// One stage of a segment's way from the first call to the order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stage {
    /// The text of the cells, without blanks around it.
    pub name: String,
    /// How likely a deal in this stage is won, 0 to 1; nothing where the person gave none.
    pub probability: Option<f64>,
    /// How many clients may stand here at once; nothing for any number.
    pub limit: Option<u32>,
}

/// The stages of all four segments. A segment without a list of its own takes the texts as they are found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StagePlan {
    /// By segment, in the order of [`Segment::ALL`].
    lists: [Vec<Stage>; 4],
}

impl StagePlan {
    /// The record that holds the stages of a segment in their order, as JSON.
    pub fn record(segment: Segment) -> String {
        format!("stages/{}/list", segment.key())
    }

    /// The stages that a workbook holds. What can't be read is as if nobody had set it.
    pub fn of_workbook(workbook: &Workbook) -> Self {
        let lists = Segment::ALL.map(|segment| match workbook.record(&Self::record(segment)) {
            Some(Stored::Text(text)) => cleaned(serde_json::from_str(text).unwrap_or_default()),
            _ => Vec::new(),
        });
        Self { lists }
    }

    /// The stages of a segment, in their order.
    pub fn list(&self, segment: Segment) -> &[Stage] {
        &self.lists[segment as usize]
    }

    /// Gives a segment another list.
    pub fn set_list(&mut self, segment: Segment, list: Vec<Stage>) {
        self.lists[segment as usize] = cleaned(list);
    }

    pub fn is_empty(&self) -> bool {
        self.lists.iter().all(Vec::is_empty)
    }

    /// The stage of this name in a segment.
    pub fn stage(&self, segment: Segment, name: &str) -> Option<&Stage> {
        self.list(segment).iter().find(|stage| stage.name == name.trim())
    }

    /// The names of all segments' stages in one order that keeps each list's own: a stage that only some segments have
    /// stands right behind the one that comes before it there.
    pub fn order(&self) -> Vec<String> {
        let mut order: Vec<String> = Vec::new();
        for list in &self.lists {
            let mut behind = 0;
            for stage in list {
                if let Some(at) = order.iter().position(|name| *name == stage.name) {
                    behind = at + 1;
                } else {
                    order.insert(behind, stage.name.clone());
                    behind += 1;
                }
            }
        }
        order
    }

    /// What so much revenue of each segment comes to in a stage, weighted by the probabilities; nothing where no segment
    /// gives this stage one. Revenue of segments that give it none is left out.
    pub fn weighted(&self, name: &str, revenue: [f64; 4]) -> Option<f64> {
        let parts = Segment::ALL.into_iter().zip(revenue).filter_map(|(segment, revenue)| {
            self.stage(segment, name).and_then(|stage| stage.probability).map(|probability| probability * revenue)
        });
        parts.fold(None, |sum, part| Some(sum.unwrap_or(0.0) + part))
    }

    /// How full a stage is, where any segment limits it. `held` are the clients of each segment that stand there.
    pub fn load(&self, name: &str, held: [u32; 4]) -> Option<StageLoad> {
        let limits = Segment::ALL.into_iter().zip(held).filter_map(|(segment, held)| {
            let limit = self.stage(segment, name)?.limit?;
            Some((segment, held, limit))
        });
        let limits: Vec<(Segment, u32, u32)> = limits.collect();
        (!limits.is_empty()).then_some(StageLoad { limits })
    }
}

/// How many clients a stage holds of those segments that limit it, and how many it may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageLoad {
    /// Segment, clients there, limit.
    pub limits: Vec<(Segment, u32, u32)>,
}

impl StageLoad {
    /// Clients of the limited segments.
    pub fn held(&self) -> u32 {
        self.limits.iter().map(|(_, held, _)| held).sum()
    }

    /// The limits together.
    pub fn limit(&self) -> u32 {
        self.limits.iter().map(|(.., limit)| limit).fold(0, |sum, limit| sum.saturating_add(*limit))
    }

    /// Whether any segment is over its own limit: room in another one is no excuse.
    pub fn is_exceeded(&self) -> bool {
        self.limits.iter().any(|(_, held, limit)| held > limit)
    }
}

/// A list without blanks around names, without nameless and repeated stages, and with probabilities from 0 to 1.
fn cleaned(list: Vec<Stage>) -> Vec<Stage> {
    let mut kept: Vec<Stage> = Vec::with_capacity(list.len());
    for stage in list {
        let name = stage.name.trim().to_owned();
        if !name.is_empty() && kept.iter().all(|other| other.name != name) {
            let probability = stage.probability.filter(|share| share.is_finite()).map(|share| share.clamp(0.0, 1.0));
            kept.push(Stage { name, probability, ..stage });
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::{Edit, Origin};

    fn stage(name: &str, probability: Option<f64>, limit: Option<u32>) -> Stage {
        Stage { name: name.to_owned(), probability, limit }
    }

    fn plan(lists: [&[&str]; 4]) -> StagePlan {
        let mut plan = StagePlan::default();
        for (segment, names) in Segment::ALL.into_iter().zip(lists) {
            plan.set_list(segment, names.iter().map(|name| stage(name, None, None)).collect());
        }
        plan
    }

    #[track_caller]
    fn check_order(lists: [&[&str]; 4], expected: &[&str]) {
        assert_eq!(plan(lists).order(), expected);
    }

    #[test]
    fn the_order_of_all_stages_keeps_that_of_each_segment() {
        check_order([&[], &[], &[], &[]], &[]);
        check_order([&["Lead", "Offer", "Won"], &[], &[], &[]], &["Lead", "Offer", "Won"]);
        check_order([&["Lead", "Won"], &["Lead", "Offer", "Won"], &[], &[]], &["Lead", "Offer", "Won"]);
        check_order([&["Lead", "Won"], &[], &[], &["Notice", "Lead", "Bid"]], &["Notice", "Lead", "Bid", "Won"]);
    }

    #[test]
    fn revenue_is_weighted_by_the_probability_of_its_own_segment() {
        let mut plan = StagePlan::default();
        plan.set_list(Segment::Small, vec![stage("Offer", Some(0.5), None)]);
        plan.set_list(Segment::Large, vec![stage("Offer", Some(0.25), None), stage("Lead", None, None)]);
        assert_eq!(plan.weighted("Offer", [100.0, 1000.0, 40.0, 0.0]), Some(60.0));
        assert_eq!(plan.weighted("Lead", [100.0, 0.0, 40.0, 0.0]), None);
        assert_eq!(plan.weighted("Won", [1.0; 4]), None);
    }

    #[test]
    fn a_limit_is_exceeded_by_one_segment_alone() {
        let mut plan = StagePlan::default();
        plan.set_list(Segment::Small, vec![stage("Offer", None, Some(2))]);
        plan.set_list(Segment::State, vec![stage("Offer", None, Some(5))]);
        let load = |held| plan.load("Offer", held).expect("limits");
        assert_eq!((load([2, 9, 9, 1]).held(), load([2, 9, 9, 1]).limit()), (3, 7));
        assert!(!load([2, 9, 9, 5]).is_exceeded());
        assert!(load([3, 0, 0, 0]).is_exceeded());
        assert_eq!(plan.load("Won", [9; 4]), None);
    }

    #[test]
    fn a_damaged_record_is_no_list_and_odd_values_are_mended() {
        let mut workbook = Workbook::new(Origin(1));
        let mut set = |segment, text: &str| {
            let value = Some(Stored::Text(text.to_owned()));
            workbook.apply(Edit::SetRecord { key: StagePlan::record(segment), value }).expect("stored");
        };
        set(Segment::Small, "nonsense");
        set(
            Segment::Large,
            r#"[{"name":" Lead ","probability":7},{"name":"Lead"},{"name":""},{"name":"Won","limit":3}]"#,
        );
        let plan = StagePlan::of_workbook(&workbook);
        assert_eq!(plan.list(Segment::Small), []);
        assert_eq!(plan.list(Segment::Large), [stage("Lead", Some(1.0), None), stage("Won", None, Some(3))]);
    }
}
