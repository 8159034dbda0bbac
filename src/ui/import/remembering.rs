//! The mapping of files with the same headings, from one import to the next.

use super::choices::{Choices, Target};
use crate::exchange::{Action, Match, Memory, Proposal, Question, Remembered};
use crate::platform::settings;

/// The choices for a new proposal: as they were before where it is of the same columns, else as the last time that a
/// file had these headings.
pub fn choices(proposal: Proposal, before: Option<&Choices>) -> Choices {
    let mut choices = Choices::new(proposal);
    if !before.is_some_and(|before| choices.carry_over(before))
        && let Some(remembered) = load().find(&choices.proposal().tables.key)
    {
        choices.place_as_last_time(remembered);
    }
    choices
}

/// Keeps what the person decided about the columns for the next file with the same headings.
pub fn remember(choices: &Choices) {
    let key = &choices.proposal().tables.key;
    if key.is_empty() {
        return;
    }
    let columns = (0..choices.mappings.len()).map(|column| {
        let is_meant = choices.is_decided(column) || choices.date_order(column).is_some();
        choices.mappings.get(column).filter(|_| is_meant).cloned()
    });
    let columns: Vec<_> = columns.collect();
    let mut memory = load();
    if columns.iter().any(Option::is_some) {
        memory.remember(key, columns);
    } else if memory.find(key).is_some() {
        memory.forget(key);
    } else {
        return;
    }
    settings::set(settings::MAPPINGS, memory);
}

/// Forgets how files with these headings were mapped, and returns to what is proposed.
pub fn forget(choices: &mut Choices) {
    let mut memory = load();
    memory.forget(&choices.proposal().tables.key);
    settings::set(settings::MAPPINGS, memory);
    let rows = choices.rows.clone();
    *choices = Choices { rows, ..Choices::new(choices.proposal().clone()) };
}

fn load() -> Memory {
    settings::get(settings::MAPPINGS).unwrap_or_default()
}

impl Choices {
    /// Whether some column goes where it went the last time.
    pub fn is_as_last_time(&self) -> bool {
        self.reasons.contains(&Some(Match::LastTime))
    }

    /// Does again what the person did. What they left as it was proposed is proposed anew.
    fn place_as_last_time(&mut self, remembered: &Remembered) {
        if remembered.columns.len() != self.mappings.len() {
            return;
        }
        for (column, mapping) in remembered.columns.iter().enumerate() {
            let Some(mapping) = mapping else { continue };
            let (target, kind) = match &mapping.action {
                Action::Field(field) => (Target::Field(*field), None),
                Action::Own { kind, .. } => (Target::Own, Some(*kind)),
                Action::LeaveOut => (Target::LeaveOut, None),
            };
            if self.target(column) != target || self.own_kind(column) != kind || self.is_field_asked(column) {
                self.choose(column, target);
                // A column of the workbook has a kind already.
                let is_known = self.proposal.columns.get(column).is_some_and(|all| all.reason == Match::OwnColumn);
                if let Some(kind) = kind.filter(|_| !is_known) {
                    self.choose_kind(column, kind);
                }
                self.mark_last_time(column);
            }
            // The values may have decided it by now, and otherwise.
            let asked = self.proposal.columns.get(column).is_some_and(|proposal| {
                proposal.questions.iter().any(|question| {
                    matches!(question, Question::DateOrder { orders, .. }
                        if mapping.dates.is_some_and(|order| orders.contains(&order)))
                })
            });
            if let Some(order) = mapping.dates.filter(|_| asked) {
                self.choose_order(column, order);
                self.mark_last_time(column);
            }
        }
    }

    fn mark_last_time(&mut self, column: usize) {
        if let Some(reason) = self.reasons.get_mut(column) {
            *reason = Some(Match::LastTime);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{ColumnMapping, ColumnProposal, DateOrder, HeadingFound, Tables};
    use crate::workbook::{ColumnKind, Field};

    fn column(position: u32, heading: &str, field: Option<Field>) -> ColumnProposal {
        let own = Action::Own { id: heading.to_owned(), title: heading.to_owned(), kind: ColumnKind::Text };
        ColumnProposal {
            heading: heading.to_owned(),
            mapping: ColumnMapping::new(position, field.map_or_else(|| own.clone(), Action::Field)),
            confidence: 100,
            reason: Match::Synonym,
            evidence: None,
            unit: None,
            own,
            questions: Vec::new(),
            samples: Vec::new(),
            filled: 3,
        }
    }

    fn proposed() -> Choices {
        let mut since = column(2, "Since", Some(Field::FirstOrder));
        let orders = vec![DateOrder::DayFirst, DateOrder::MonthFirst];
        since.questions = vec![Question::DateOrder { orders, example: "03/04/2024".to_owned() }];
        Choices::new(Proposal {
            sheet: 0,
            heading_row: 1,
            heading_found: HeadingFound::ByNames(3),
            row_count: 3,
            columns: vec![column(0, "Company", Some(Field::Name)), column(1, "Shop", None), since],
            above: Vec::new(),
            preview: Vec::new(),
            tables: Tables { key: "k".to_owned(), ..Tables::default() },
            rollup: None,
            months: Vec::new(),
            lacks_year: false,
            offered: None,
        })
    }

    fn remembered(choices: &Choices) -> Remembered {
        let mut memory = Memory::default();
        let columns = choices.mappings.iter().zip(&choices.reasons);
        memory.remember("k", columns.map(|(mapping, reason)| reason.is_none().then(|| mapping.clone())).collect());
        memory.find("k").cloned().expect("remembered")
    }

    #[test]
    fn what_the_person_did_is_done_again_and_said() {
        let mut first = proposed();
        first.choose(1, Target::Field(Field::Name));
        let mut again = proposed();
        again.place_as_last_time(&remembered(&first));
        assert_eq!((again.target(0), again.target(1)), (Target::Own, Target::Field(Field::Name)));
        assert_eq!(again.reason(1), Some(&Match::LastTime));
        assert!(again.is_as_last_time() && again.is_decided(1) && !again.is_decided(2));
    }

    #[test]
    fn an_answer_counts_again_where_it_is_asked_again() {
        let mut first = proposed();
        first.choose_order(2, DateOrder::DayFirst);
        first.choose(2, Target::Field(Field::FirstOrder));
        let remembered = remembered(&first);
        let mut again = proposed();
        again.place_as_last_time(&remembered);
        assert_eq!((again.date_order(2), again.open_questions()), (Some(DateOrder::DayFirst), 0));
        let mut decided = proposed();
        decided.proposal.columns[2].questions.clear();
        decided.place_as_last_time(&remembered);
        assert_eq!(decided.date_order(2), None);
    }

    #[test]
    fn rows_taken_in_count_as_clients_and_stay_so_when_a_sheet_comes_along() {
        let left_out = |row, is_hidden| crate::exchange::LeftOut {
            row,
            number: row,
            sheet: String::new(),
            cells: Vec::new(),
            why: crate::exchange::Why::Total,
            is_hidden,
        };
        let mut choices = proposed();
        choices.proposal.row_count = 10;
        choices.proposal.tables.left_out = vec![left_out(5, false), left_out(9, true)];
        choices.proposal.tables.hidden_rows = 3;
        assert_eq!((choices.row_count(), choices.left_out()), (8, vec![5, 9]));
        choices.take_hidden_rows(false);
        assert_eq!(choices.row_count(), 5);
        choices.take_in(9, true);
        assert_eq!((choices.row_count(), choices.left_out()), (5, vec![5]));
        choices.take_hidden_rows(true);
        assert_eq!(choices.row_count(), 9);
        let mut longer = Choices::new(choices.proposal.clone());
        longer.proposal.row_count = 20;
        assert!(longer.carry_over(&choices));
        assert_eq!(longer.row_count(), 19);
    }
}
