//! What the person makes of a proposal: a place for each column, and answers to what only they know.

use super::rollup_choice::RollupChoice;
use super::row_choices::RowChoices;
use crate::exchange::{Action, ColumnMapping, ColumnProposal, DateOrder, Mapping, Match, Proposal, Question};
use crate::workbook::{ColumnKind, Field};

/// Where a column goes, as the person chooses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Field(Field),
    /// An own column.
    Own,
    LeaveOut,
}

/// A proposal and what became of it. Columns are named by their place in [`Proposal::columns`].
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    pub(super) proposal: Proposal,
    pub(super) mappings: Vec<ColumnMapping>,
    /// Why each column goes where it goes; nothing where the person decided it.
    pub(super) reasons: Vec<Option<Match>>,
    pub(super) rows: RowChoices,
    /// What the rows are, and whether months become the history.
    pub(super) rollup: RollupChoice,
}

impl Choices {
    /// Everything as it is proposed.
    pub fn new(proposal: Proposal) -> Self {
        let mappings = proposal.mapping().columns;
        let reasons = proposal.columns.iter().map(|column| Some(column.reason.clone())).collect();
        let rollup = RollupChoice::new(&proposal);
        let mut choices = Self { proposal, mappings, reasons, rows: RowChoices::default(), rollup };
        choices.begin_rollup();
        choices
    }

    pub fn proposal(&self) -> &Proposal {
        &self.proposal
    }

    /// The mapping to import by.
    pub fn mapping(&self) -> Mapping {
        let (left_out, without_hidden) = (self.left_out(), self.rows.without_hidden);
        let (rows, months) = (self.rows(), self.months());
        let columns = self.mappings.clone();
        Mapping { columns, left_out, without_hidden, rows, months, ..self.proposal.mapping() }
    }

    /// Where a column goes now.
    pub fn target(&self, column: usize) -> Target {
        match self.mappings.get(column).map(|mapping| &mapping.action) {
            Some(Action::Field(field)) => Target::Field(*field),
            Some(Action::Own { .. }) => Target::Own,
            Some(Action::LeaveOut) | None => Target::LeaveOut,
        }
    }

    /// The kind of an own column; nothing for a field, whose kind is given, and for what is left out.
    pub fn own_kind(&self, column: usize) -> Option<ColumnKind> {
        match self.mappings.get(column).map(|mapping| &mapping.action) {
            Some(Action::Own { kind, .. }) => Some(*kind),
            _ => None,
        }
    }

    /// The order of dates that the person named.
    pub fn date_order(&self, column: usize) -> Option<DateOrder> {
        self.mappings.get(column).and_then(|mapping| mapping.dates)
    }

    /// Whether the person decided where the column goes, now or the last time.
    pub fn is_decided(&self, column: usize) -> bool {
        matches!(self.reasons.get(column), Some(None | Some(Match::LastTime)))
    }

    /// Why the column goes where it goes; nothing where the person decided it.
    pub fn reason(&self, column: usize) -> Option<&Match> {
        self.reasons.get(column).and_then(Option::as_ref)
    }

    /// How sure the proposal is of the field, 1 to 100; nothing where it is not followed.
    pub fn confidence(&self, column: usize) -> Option<u8> {
        let proposal = self.proposal.columns.get(column)?;
        let is_followed = self.mappings.get(column).is_some_and(|mapping| mapping.action == proposal.mapping.action);
        (is_followed && !self.is_decided(column) && proposal.confidence > 0).then_some(proposal.confidence)
    }

    /// The samples of a column that the preview does not show anyway.
    pub fn unseen_samples(&self, column: usize) -> Vec<&str> {
        let Some(proposal) = self.proposal.columns.get(column) else { return Vec::new() };
        let is_seen = |sample: &str| {
            self.proposal.preview.iter().any(|row| row.cells.get(column).is_some_and(|cell| cell == sample))
        };
        proposal.samples.iter().map(String::as_str).filter(|sample| !is_seen(sample)).collect()
    }

    /// Sends a column somewhere. A field that another column had becomes this one's; the other becomes an own column
    /// and nothing of it is lost.
    pub fn choose(&mut self, column: usize, target: Target) {
        let own = self.own_action(column);
        let action = match target {
            Target::Field(field) => {
                for other in (0..self.mappings.len()).filter(|other| *other != column) {
                    if self.target(other) == target {
                        self.set(other, self.own_action(other), Some(Match::Taken(field)));
                    }
                }
                Action::Field(field)
            }
            Target::Own => own,
            Target::LeaveOut => Action::LeaveOut,
        };
        self.set(column, action, None);
    }

    /// Gives an own column another kind.
    pub fn choose_kind(&mut self, column: usize, kind: ColumnKind) {
        if let Action::Own { id, title, .. } = self.own_action(column) {
            self.set(column, Action::Own { id, title, kind }, None);
        }
    }

    /// Says in what order the dates of a column are.
    pub fn choose_order(&mut self, column: usize, order: DateOrder) {
        if let Some(mapping) = self.mappings.get_mut(column) {
            mapping.dates = Some(order);
        }
    }

    /// The questions about a column that matter as it is mapped now, each with whether it is still open.
    pub fn questions(&self, column: usize) -> Vec<(&Question, bool)> {
        let (Some(proposal), Some(mapping)) = (self.proposal.columns.get(column), self.mappings.get(column)) else {
            return Vec::new();
        };
        let is_date = mapping.action.kind() == Some(ColumnKind::Date) || self.is_line_date(mapping.position);
        let of_column = proposal.questions.iter().filter_map(|question| match question {
            Question::Field { .. } if self.reason(column) == Some(&Match::OfLine) => None,
            Question::Field { .. } => Some((question, !self.is_decided(column))),
            Question::DateOrder { .. } => is_date.then_some((question, mapping.dates.is_none())),
        });
        of_column.collect()
    }

    /// Whether it is asked which field the column is, and not answered yet.
    pub fn is_field_asked(&self, column: usize) -> bool {
        let is_field = |question: &Question| matches!(question, Question::Field { .. });
        self.questions(column).iter().any(|(question, is_open)| *is_open && is_field(question))
    }

    /// How many questions are open.
    pub fn open_questions(&self) -> usize {
        (0..self.mappings.len()).map(|column| self.open_questions_of(column)).sum()
    }

    /// The first column with an open question.
    pub fn first_open(&self) -> Option<usize> {
        (0..self.mappings.len()).find(|column| self.open_questions_of(*column) > 0)
    }

    /// Whether some column is the client's name.
    pub fn has_name(&self) -> bool {
        self.rolls_up() || (0..self.mappings.len()).any(|column| self.target(column) == Target::Field(Field::Name))
    }

    fn open_questions_of(&self, column: usize) -> usize {
        self.questions(column).iter().filter(|(_, is_open)| *is_open).count()
    }

    pub(super) fn own_action(&self, column: usize) -> Action {
        self.proposal.columns.get(column).map_or(Action::LeaveOut, |proposal| proposal.own.clone())
    }

    pub(super) fn set(&mut self, column: usize, action: Action, reason: Option<Match>) {
        if let (Some(mapping), Some(place)) = (self.mappings.get_mut(column), self.reasons.get_mut(column)) {
            mapping.action = action;
            *place = reason;
        }
    }
}

/// The fields that a column can be sent to, in the order in which they are offered.
pub fn offered_fields() -> impl Iterator<Item = Field> {
    // The segment is Kontor's own finding or the person's choice on the board: what a file calls segment is a type.
    Field::ALL.iter().copied().filter(|field| !field.is_beside_the_sheet())
}

/// What a column is called in the dialog: its heading, or its letters where it has none.
pub fn column_name(column: &ColumnProposal) -> String {
    if column.heading.is_empty() { column_letters(column.mapping.position) } else { column.heading.clone() }
}

/// The letters of a column as a spreadsheet shows them: 0 is A, 26 is AA.
pub fn column_letters(position: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = position + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Doubt, HeadingFound, Tables};

    fn column(position: u32, heading: &str, action: Action, kind: ColumnKind) -> ColumnProposal {
        ColumnProposal {
            heading: heading.to_owned(),
            mapping: ColumnMapping::new(position, action),
            confidence: 100,
            reason: Match::Synonym,
            evidence: None,
            unit: None,
            own: Action::Own { id: heading.to_lowercase(), title: heading.to_owned(), kind },
            questions: Vec::new(),
            samples: Vec::new(),
            filled: 3,
        }
    }

    /// Name, phone, a revenue that is in doubt, and dates whose order is.
    fn choices() -> Choices {
        let mut revenue = column(2, "Revenue", Action::LeaveOut, ColumnKind::Money);
        revenue.mapping.action = revenue.own.clone();
        let candidates = vec![Field::Revenue, Field::Turnover];
        revenue.questions = vec![Question::Field { doubt: Doubt::WhoseRevenue, candidates }];
        let mut since = column(3, "Since", Action::Field(Field::FirstOrder), ColumnKind::Date);
        let orders = vec![DateOrder::DayFirst, DateOrder::MonthFirst];
        since.questions = vec![Question::DateOrder { orders, example: "03/04/2024".to_owned() }];
        let name = column(0, "Company", Action::Field(Field::Name), ColumnKind::Text);
        let phone = column(1, "Tel", Action::Field(Field::Phone), ColumnKind::Text);
        Choices::new(Proposal {
            sheet: 0,
            heading_row: 1,
            heading_found: HeadingFound::ByNames(3),
            row_count: 3,
            columns: vec![name, phone, revenue, since],
            above: Vec::new(),
            preview: Vec::new(),
            tables: Tables::default(),
            rollup: None,
            months: Vec::new(),
            lacks_year: false,
            offered: None,
        })
    }

    #[test]
    fn a_field_that_is_chosen_again_leaves_the_other_column_as_an_own_one() {
        let mut choices = choices();
        choices.choose(1, Target::Field(Field::Name));
        assert_eq!(choices.target(1), Target::Field(Field::Name));
        assert_eq!(choices.target(0), Target::Own);
        assert_eq!(choices.reason(0), Some(&Match::Taken(Field::Name)));
        assert!(choices.has_name());
        let kept = &choices.mapping().columns[0].action;
        let own = Action::Own { id: "company".to_owned(), title: "Company".to_owned(), kind: ColumnKind::Text };
        assert_eq!(*kept, own);
    }

    #[test]
    fn a_question_without_an_answer_leaves_what_was_proposed() {
        let choices = choices();
        assert_eq!(choices.open_questions(), 2);
        assert_eq!(choices.first_open(), Some(2));
        assert_eq!(choices.target(2), Target::Own);
        assert_eq!(choices.mapping().columns[3].dates, None);
    }

    #[test]
    fn answers_close_questions_and_neither_is_an_answer_too() {
        let mut choices = choices();
        choices.choose(2, Target::Own);
        choices.choose_order(3, DateOrder::DayFirst);
        assert_eq!(choices.open_questions(), 0);
        assert_eq!(choices.target(2), Target::Own);
        assert_eq!(choices.mapping().columns[3].dates, Some(DateOrder::DayFirst));
        // An answer can be changed: the questions stay where they are.
        assert_eq!(choices.questions(2).len(), 1);
    }

    #[test]
    fn the_order_of_dates_is_only_asked_of_dates() {
        let mut choices = choices();
        choices.choose(3, Target::LeaveOut);
        assert_eq!(choices.open_questions(), 1);
        choices.choose_kind(3, ColumnKind::Text);
        assert_eq!(choices.open_questions(), 1);
        choices.choose_kind(3, ColumnKind::Date);
        assert_eq!(choices.open_questions(), 2);
    }

    #[test]
    fn the_reason_is_the_persons_once_they_decided() {
        let mut choices = choices();
        assert_eq!(choices.reason(1), Some(&Match::Synonym));
        choices.choose(1, Target::Field(Field::Phone));
        assert_eq!(choices.reason(1), None);
    }

    #[test]
    fn columns_have_letters() {
        let letters = [0, 25, 26, 701, 702].map(column_letters);
        assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
