//! What the person makes of order lines and of months as columns.

use super::choices::{Choices, Target};
use crate::exchange::{
    Action, Amount, Mapping, Match, MonthColumn, OrderLines, Proposal, RollupProposal, RowMeaning, Totals,
};
use crate::workbook::Field;

/// Years that a list of sales can be of.
pub const FIRST_YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// What the rows are, and what becomes of the months.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RollupChoice {
    /// The columns of an order line; nothing where the rows are no order lines.
    lines: Option<OrderLines>,
    rolls_up: bool,
    keeps_months: bool,
    /// So many years later than proposed the months are.
    years_later: i32,
    /// The totals, and the mapping that they are of.
    totals: Option<(Mapping, Totals)>,
}

/// A column's part in an order line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Client,
    Date,
    Amount,
    Order,
}

/// What has a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Nothing,
    Column(u32),
    /// Quantity times price.
    Product,
}

impl RollupChoice {
    pub fn new(proposal: &Proposal) -> Self {
        let lines = rollup_of(proposal).map(|rollup| rollup.lines.clone());
        let keeps_months = !proposal.months.is_empty();
        Self { rolls_up: proposal.rollup.is_some(), lines, keeps_months, years_later: 0, totals: None }
    }
}

/// How the rows are rolled up, where they are order lines, found as such or not.
fn rollup_of(proposal: &Proposal) -> Option<&RollupProposal> {
    proposal.rollup.as_ref().or(proposal.offered.as_ref())
}

impl RollupChoice {
    /// The same choices for a proposal whose totals are not known yet.
    pub(super) fn uncounted(&self) -> Self {
        Self { totals: None, ..self.clone() }
    }
}

impl Choices {
    /// Follows what is proposed, with the totals that came along.
    pub(super) fn begin_rollup(&mut self) {
        self.settle();
        // The totals that come along are of all rows.
        let is_whole = self.left_out().is_empty();
        let totals = self.proposal.rollup.as_ref().filter(|_| is_whole).map(|rollup| rollup.totals.clone());
        self.rollup.totals = totals.map(|totals| (self.mapping(), totals));
    }

    /// Whether rows can be order lines, so that it can be chosen what they are.
    pub fn has_lines(&self) -> bool {
        self.rollup.lines.is_some()
    }

    pub fn has_months(&self) -> bool {
        !self.proposal.months.is_empty()
    }

    /// Whether the rows become one client each name.
    pub fn rolls_up(&self) -> bool {
        self.rollup.rolls_up && self.has_lines()
    }

    pub fn keeps_months(&self) -> bool {
        self.rollup.keeps_months && self.has_months()
    }

    /// What a row stands for.
    pub(super) fn rows(&self) -> RowMeaning {
        match &self.rollup.lines {
            Some(lines) if self.rollup.rolls_up => RowMeaning::OrderLines(lines.clone()),
            _ => RowMeaning::Clients,
        }
    }

    /// The columns that become the history.
    pub(super) fn months(&self) -> Vec<MonthColumn> {
        if !self.keeps_months() {
            return Vec::new();
        }
        let later = self.rollup.years_later * 12;
        self.proposal.months.iter().map(|column| MonthColumn { month: column.month + later, ..*column }).collect()
    }

    /// The year of the first month, where the headings name none.
    pub fn first_year(&self) -> Option<i32> {
        let first = self.proposal.months.first().filter(|_| self.proposal.lacks_year && self.keeps_months());
        first.map(|column| column.month.div_euclid(12) + self.rollup.years_later)
    }

    /// Says of which year the first month is. The following ones are of the same, until they wrap round.
    pub fn choose_first_year(&mut self, year: i32) {
        if let Some(before) = self.first_year().filter(|_| FIRST_YEARS.contains(&year)) {
            self.rollup.years_later += year - before;
            self.settle();
        }
    }

    pub fn choose_rows(&mut self, rolls_up: bool) {
        self.rollup.rolls_up = rolls_up;
        self.settle();
    }

    pub fn choose_months(&mut self, keeps_months: bool) {
        self.rollup.keeps_months = keeps_months;
        self.settle();
    }

    /// What has a role now.
    pub fn part(&self, role: Role) -> Part {
        let Some(lines) = &self.rollup.lines else { return Part::Nothing };
        let column = |position: Option<u32>| position.map_or(Part::Nothing, Part::Column);
        match (role, lines.amount) {
            (Role::Client, _) => Part::Column(lines.client),
            (Role::Date, _) => column(lines.date),
            (Role::Order, _) => column(lines.order),
            (Role::Amount, Some(Amount::Column(position))) => Part::Column(position),
            (Role::Amount, Some(Amount::Product { .. })) => Part::Product,
            (Role::Amount, None) => Part::Nothing,
        }
    }

    /// Quantity times price, where it can be chosen as the amount.
    pub fn product(&self) -> Option<Amount> {
        rollup_of(&self.proposal).and_then(|rollup| rollup.product)
    }

    /// Gives a role to a column. The one that names the client becomes the client's name, unless it is its tax id or
    /// its code.
    pub fn choose_part(&mut self, role: Role, part: Part) {
        let product = self.product();
        let Some(lines) = &mut self.rollup.lines else { return };
        let column = match part {
            Part::Column(position) => Some(position),
            _ => None,
        };
        match (role, column) {
            (Role::Client, Some(position)) => lines.client = position,
            (Role::Client, None) => return,
            (Role::Date, column) => lines.date = column,
            (Role::Order, column) => lines.order = column,
            (Role::Amount, Some(position)) => lines.amount = Some(Amount::Column(position)),
            (Role::Amount, None) => lines.amount = product.filter(|_| part == Part::Product),
        }
        self.settle();
        if let (Role::Client, Some(position)) = (role, column) {
            self.name_by(position);
        }
    }

    fn name_by(&mut self, position: u32) {
        let at = self.mappings.iter().position(|mapping| mapping.position == position);
        let names = [Field::Name, Field::TaxId, Field::Code].map(Target::Field);
        if let Some(at) = at.filter(|at| !names.contains(&self.target(*at))) {
            self.choose(at, Target::Field(Field::Name));
        }
    }

    /// How many clients the import makes.
    pub fn clients(&self) -> u32 {
        match &self.rollup.totals {
            Some((_, totals)) if self.rolls_up() => totals.clients,
            _ => self.row_count(),
        }
    }

    /// The totals, where lines are rolled up; of the mapping before while the new ones are being found out.
    pub fn totals(&self) -> Option<&Totals> {
        self.rollup.totals.as_ref().map(|(_, totals)| totals).filter(|_| self.rolls_up())
    }

    /// Whether the totals are those of the mapping as it is.
    pub fn is_counted(&self) -> bool {
        self.uncounted().is_none()
    }

    /// The mapping whose totals are not known yet.
    pub fn uncounted(&self) -> Option<Mapping> {
        let mapping = self.mapping();
        let is_known = self.rollup.totals.as_ref().is_some_and(|(known, _)| *known == mapping);
        (self.rolls_up() && !is_known).then_some(mapping)
    }

    pub fn take_totals(&mut self, mapping: Mapping, totals: Totals) {
        self.rollup.totals = Some((mapping, totals));
    }

    /// Whether the column is the one with the days of order lines: the order of its dates matters although it is no
    /// column of the workbook.
    pub(super) fn is_line_date(&self, position: u32) -> bool {
        self.rolls_up() && self.rollup.lines.as_ref().is_some_and(|lines| lines.date == Some(position))
    }

    /// Whether the column says something of one line alone.
    fn is_of_line(&self, position: u32) -> bool {
        let (Some(rollup), Some(lines)) = (rollup_of(&self.proposal), &self.rollup.lines) else { return false };
        let is_part = [lines.date, lines.order].contains(&Some(position))
            || lines.amount == Some(Amount::Column(position))
            || rollup.of_line.contains(&position);
        self.rolls_up() && is_part && position != lines.client
    }

    /// Leaves out what says nothing of a client, and brings it back where rows are clients after all. What the person
    /// decided stays.
    fn settle(&mut self) {
        for at in 0..self.mappings.len() {
            let Some(position) = self.mappings.get(at).map(|mapping| mapping.position) else { continue };
            let reason = self.reasons.get(at).cloned().flatten();
            let was_out = matches!(reason, Some(Match::OfLine | Match::OfMonth));
            let is_of_month = self.months().iter().any(|month| month.position == position);
            match reason {
                Some(_) if self.is_of_line(position) => self.set(at, Action::LeaveOut, Some(Match::OfLine)),
                Some(_) if is_of_month => self.set(at, Action::LeaveOut, Some(Match::OfMonth)),
                Some(_) if was_out => self.bring_back(at),
                _ => {}
            }
        }
    }

    fn bring_back(&mut self, at: usize) {
        let Some((action, reason)) = self.proposal.place(at, false, false) else { return };
        match action {
            Action::Field(field)
                if (0..self.mappings.len()).any(|other| self.target(other) == Target::Field(field)) =>
            {
                self.set(at, self.own_action(at), Some(Match::Taken(field)));
            }
            action => self.set(at, action, Some(reason)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{ColumnMapping, ColumnProposal, HeadingFound, Tables};
    use crate::workbook::ColumnKind;

    fn column(position: u32, heading: &str, field: Option<Field>, kind: ColumnKind) -> ColumnProposal {
        let own = Action::Own { id: heading.to_lowercase(), title: heading.to_owned(), kind };
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
            filled: 9,
        }
    }

    fn choices() -> Choices {
        let columns = vec![
            column(0, "Company", Some(Field::Name), ColumnKind::Text),
            column(1, "Ship to", None, ColumnKind::Text),
            column(2, "Date", None, ColumnKind::Date),
            column(3, "Amount", Some(Field::Revenue), ColumnKind::Money),
        ];
        let lines = OrderLines { date: Some(2), amount: Some(Amount::Column(3)), ..OrderLines::default() };
        let totals = Totals { lines: 9, clients: 2, ..Totals::default() };
        Choices::new(Proposal {
            sheet: 0,
            heading_row: 1,
            heading_found: HeadingFound::ByNames(3),
            row_count: 9,
            columns,
            above: Vec::new(),
            preview: Vec::new(),
            tables: Tables::default(),
            rollup: Some(RollupProposal { lines, of_line: vec![2, 3], product: None, totals }),
            months: Vec::new(),
            lacks_year: false,
            offered: None,
        })
    }

    fn targets(choices: &Choices) -> Vec<Target> {
        (0..4).map(|column| choices.target(column)).collect()
    }

    #[test]
    fn what_is_of_a_line_is_left_out_until_rows_are_clients() {
        let mut choices = choices();
        let name = Target::Field(Field::Name);
        assert_eq!(targets(&choices), [name, Target::Own, Target::LeaveOut, Target::LeaveOut]);
        assert_eq!((choices.clients(), choices.is_counted()), (2, true));
        choices.choose_rows(false);
        assert_eq!(targets(&choices), [name, Target::Own, Target::Own, Target::Field(Field::Revenue)]);
        assert_eq!((choices.clients(), choices.is_counted(), choices.totals()), (9, true, None));
        choices.choose_rows(true);
        assert_eq!(choices.clients(), 2);
    }

    #[test]
    fn another_client_column_becomes_the_name_and_is_counted_anew() {
        let mut choices = choices();
        choices.choose_part(Role::Client, Part::Column(1));
        assert_eq!(choices.target(1), Target::Field(Field::Name));
        assert_eq!(choices.target(0), Target::Own);
        let mapping = choices.uncounted().expect("new totals are wanted");
        choices.take_totals(mapping, Totals { clients: 5, ..Totals::default() });
        assert_eq!((choices.clients(), choices.is_counted()), (5, true));
        choices.choose_part(Role::Amount, Part::Nothing);
        assert_eq!((choices.part(Role::Amount), choices.is_counted()), (Part::Nothing, false));
    }

    #[test]
    fn a_column_that_the_person_decided_stays() {
        let mut choices = choices();
        choices.choose(2, Target::Own);
        choices.choose_rows(false);
        choices.choose(0, Target::Field(Field::Revenue));
        choices.choose_rows(true);
        choices.choose_rows(false);
        assert_eq!((choices.target(2), choices.target(3)), (Target::Own, Target::Own));
    }

    #[test]
    fn rows_that_do_not_look_like_order_lines_can_be_some() {
        let mut proposal = choices().proposal().clone();
        proposal.offered = proposal.rollup.take();
        let mut choices = Choices::new(proposal);
        assert_eq!((choices.has_lines(), choices.rolls_up(), choices.clients()), (true, false, 9));
        assert_eq!(choices.target(3), Target::Field(Field::Revenue));
        choices.choose_rows(true);
        assert_eq!((choices.target(2), choices.target(3)), (Target::LeaveOut, Target::LeaveOut));
        assert_eq!(choices.part(Role::Amount), Part::Column(3));
        assert!(choices.uncounted().is_some(), "the totals are counted once they are wanted");
        choices.choose_rows(false);
        assert_eq!((choices.target(3), choices.is_counted()), (Target::Field(Field::Revenue), true));
    }

    #[test]
    fn the_year_of_the_first_month_is_the_persons_to_say() {
        let mut proposal = choices().proposal().clone();
        let month = |month| MonthColumn { position: 3, month };
        proposal.months = vec![month(2023 * 12 + 11), month(2024 * 12)];
        let mut choices = Choices::new(proposal.clone());
        assert_eq!(choices.first_year(), None, "the headings say it");
        proposal.lacks_year = true;
        choices = Choices::new(proposal);
        assert_eq!(choices.first_year(), Some(2023));
        choices.choose_first_year(2021);
        let months: Vec<i32> = choices.mapping().months.iter().map(|column| column.month).collect();
        assert_eq!(months, [2021 * 12 + 11, 2022 * 12]);
        choices.choose_first_year(20);
        assert_eq!(choices.first_year(), Some(2021), "half a year that is being typed is none");
        choices.choose_months(false);
        assert_eq!((choices.first_year(), choices.mapping().months.len()), (None, 0));
    }
}
