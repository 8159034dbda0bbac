//! Which rows come along: those that look like no clients, and what is hidden in the file.

use super::choices::{Choices, Target};

/// What the person made of the rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowChoices {
    /// Rows that were proposed to be left out and are taken in after all, by
    /// [`LeftOut::row`](crate::exchange::LeftOut::row).
    pub(super) taken_in: Vec<u32>,
    /// Hidden rows are left out.
    pub(super) without_hidden: bool,
}

impl Choices {
    /// How many clients would be imported.
    pub fn row_count(&self) -> u32 {
        let tables = &self.proposal.tables;
        let out =
            |row: &&crate::exchange::LeftOut| !self.is_taken_in(row.row) || (row.is_hidden && self.rows.without_hidden);
        let left_out = tables.left_out.iter().filter(out).count() as u32;
        let hidden = if self.rows.without_hidden { tables.hidden_rows } else { 0 };
        self.proposal.row_count.saturating_sub(left_out + hidden)
    }

    /// The rows that are left out, from top to bottom.
    pub fn left_out(&self) -> Vec<u32> {
        let rows = self.proposal.tables.left_out.iter().map(|row| row.row);
        rows.filter(|row| !self.is_taken_in(*row)).collect()
    }

    /// Whether a row that was proposed to be left out is taken in.
    pub fn is_taken_in(&self, row: u32) -> bool {
        self.rows.taken_in.contains(&row)
    }

    /// Takes a row in that was proposed to be left out, or leaves it out again.
    pub fn take_in(&mut self, row: u32, is_in: bool) {
        self.rows.taken_in.retain(|other| *other != row);
        if is_in {
            self.rows.taken_in.push(row);
        }
    }

    /// Whether rows that are hidden in the file come along.
    pub fn takes_hidden_rows(&self) -> bool {
        !self.rows.without_hidden
    }

    pub fn take_hidden_rows(&mut self, is_in: bool) {
        self.rows.without_hidden = !is_in;
    }

    /// Whether some column that is hidden in the file comes along.
    pub fn takes_hidden_columns(&self) -> bool {
        let mut hidden = self.proposal.tables.hidden_columns.iter();
        hidden.any(|column| self.target(*column as usize) != Target::LeaveOut)
    }

    /// Sends all columns that are hidden in the file where they are proposed to go, or leaves them out.
    pub fn take_hidden_columns(&mut self, is_in: bool) {
        for column in self.proposal.tables.hidden_columns.clone() {
            let column = column as usize;
            let proposed = match self.proposal.columns.get(column).map(|proposal| &proposal.mapping.action) {
                Some(crate::exchange::Action::Field(field)) => Target::Field(*field),
                _ => Target::Own,
            };
            self.choose(column, if is_in { proposed } else { Target::LeaveOut });
        }
    }

    /// What the person made of the proposal before, where this one is of the same columns: another sheet came along, or
    /// a table became longer.
    pub(super) fn carry_over(&mut self, before: &Self) -> bool {
        let (new, old) = (&self.proposal, &before.proposal);
        let columns = || new.columns.iter().zip(&old.columns);
        let is_same = new.sheet == old.sheet
            && new.heading_row == old.heading_row
            && new.columns.len() == old.columns.len()
            && columns().all(|(new, old)| new.heading == old.heading && new.mapping.position == old.mapping.position);
        if is_same {
            self.mappings.clone_from(&before.mappings);
            self.reasons.clone_from(&before.reasons);
            self.rows = before.rows.clone();
        }
        is_same
    }
}
