//! What a file that Kontor wrote says of itself, in a sheet that nobody sees.
//!
//! [`crate::export::marks`] says what stands in it. Each `column` says which column of the workbook stands under a heading
//! of the clients' sheet, so that it comes back as what it was.

use super::conventions::DateOrder;
use super::file::{Extent, File};
use super::mapping::{Action, PercentScale};
use super::progress::Progress;
use super::proposal::{ColumnProposal, Context, Match, Proposal};
use super::sheet::Sheet;
use crate::exchange::ROW_ID_HEADING;
use crate::export::marks::{COLUMN, SEGMENT, SHEET};
use crate::segment::Segment;
use crate::workbook::{Batch, ColumnData, ColumnDefinition, ColumnId, Field, Value};

/// More rows than a sheet has columns are not Kontor's.
const MOST: u32 = 20_000;

/// What the sheet says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Each heading with its column, in the order of the sheet.
    columns: Vec<(String, ColumnId)>,
    /// The segments' names in the language of the file.
    segments: Vec<(String, Segment)>,
}

impl Marks {
    /// Reads the marks of a file, if it has any. The sheet with them is none that can be imported.
    pub fn take_from(file: &mut File, progress: &Progress) -> Self {
        let at = file.sheets.iter().position(|sheet| sheet.name == SHEET && sheet.is_hidden);
        let Some(at) = at.filter(|_| file.sheets.len() > 1) else { return Self::default() };
        let sheet = file.read(at as u32, Extent::Top(MOST), progress);
        file.sheets.remove(at);
        sheet.map(|sheet| Self::of_sheet(&sheet)).unwrap_or_default()
    }

    fn of_sheet(sheet: &Sheet) -> Self {
        let rows = (0..sheet.row_count).filter(|row| sheet.text(*row, 0) == COLUMN);
        let column = |row: u32| Some((normal(&sheet.text(row, 1)), sheet.text(row, 2).parse().ok()?));
        let columns = rows.filter_map(column).collect();
        let rows = (0..sheet.row_count).filter(|row| sheet.text(*row, 0) == SEGMENT);
        let segment = |row: u32| Some((sheet.text(row, 1), sheet.text(row, 2).parse().ok()?));
        Self { columns, segments: rows.filter_map(segment).collect() }
    }

    /// The heading under which a column stands.
    pub fn heading(&self, id: &ColumnId) -> Option<&str> {
        self.columns.iter().find(|(_, other)| other == id).map(|(heading, _)| heading.as_str())
    }

    /// Whether segments were chosen by hand in the workbook that the file is of.
    pub fn has_choices(&self) -> bool {
        self.heading(&Field::SegmentChosen.into()).is_some()
    }

    /// Leaves of the segments of a batch those that were chosen by hand, which have a day beside them: the others Kontor
    /// found, and finds again.
    pub fn keep_choices(&self, batch: &mut Batch) {
        let data = |batch: &Batch, field: Field| {
            let column = batch.columns.iter().find(|column| column.definition.id == field.into());
            column.map(|column| column.data.clone())
        };
        let (Some(names), Some(days)) = (data(batch, Field::Segment), data(batch, Field::SegmentChosen)) else {
            return;
        };
        let (mut chosen, mut chosen_on) = (ColumnData::default(), ColumnData::default());
        for row in 0..batch.rows {
            let name = names.text(row).trim();
            let known = self.segments.iter().find(|(other, _)| other == name).map(|(_, segment)| *segment);
            if let (Some(segment), Some(day)) = (known.or_else(|| name.parse().ok()), days.day(row)) {
                chosen.set(row, &Value::text(segment.key()), Field::Segment.kind());
                chosen_on.set(row, &Value::Date(day), Field::SegmentChosen.kind());
            }
        }
        for column in &mut batch.columns {
            if column.definition.id == Field::Segment.into() {
                column.data = chosen.clone();
            } else if column.definition.id == Field::SegmentChosen.into() {
                column.data = chosen_on.clone();
            }
        }
        if chosen_on.is_empty() {
            let is_choice = |id: &ColumnId| [Field::Segment, Field::SegmentChosen].map(ColumnId::Field).contains(id);
            batch.columns.retain(|column| !is_choice(&column.definition.id));
        }
    }

    /// Proposes for each heading the column that it was. The clients' identities are never imported as a column.
    pub fn apply(&self, proposal: &mut Proposal, context: &Context) {
        for (at, column) in (0..).zip(&mut proposal.columns).filter(|(_, column)| column.heading == ROW_ID_HEADING) {
            leave_out(column);
            // It is hidden, but not the person's to take in.
            proposal.tables.hidden_columns.retain(|hidden| *hidden != at);
        }
        if proposal.columns.iter().any(|column| column.heading == ROW_ID_HEADING) {
            // Each row has an identity, and so is a client.
            proposal.offered = None;
        }
        let mut marks = self.columns.clone();
        let mut found: Vec<Option<ColumnId>> = Vec::new();
        for column in &proposal.columns {
            let at = marks.iter().position(|(heading, _)| *heading == normal(&column.heading));
            found.push(at.map(|at| marks.remove(at).1));
        }
        // Another sheet of the file: its headings may be the same by chance.
        if found.iter().flatten().count() * 2 < self.columns.len() {
            return;
        }
        for (column, id) in proposal.columns.iter_mut().zip(&found) {
            match id {
                Some(ColumnId::Field(field)) if field.is_beside_the_sheet() => leave_out(column),
                Some(id) => settle(column, id, context),
                None => {
                    // A column that was added to the file does not take another's place.
                    if let Action::Field(field) = column.mapping.action
                        && found.contains(&Some(field.into()))
                    {
                        column.mapping.action = column.own.clone();
                        column.confidence = 0;
                        column.reason = Match::Taken(field);
                    }
                }
            }
        }
    }
}

/// The column that it was: nothing about it is asked, and its values are as the workbook has them.
fn settle(column: &mut ColumnProposal, id: &ColumnId, context: &Context) {
    match id {
        ColumnId::Field(field) => column.mapping.action = Action::Field(*field),
        // It is found anew.
        ColumnId::Found(_) => return leave_out(column),
        ColumnId::Own(id) => {
            let known = |own: &&ColumnDefinition| own.id == ColumnId::Own(id.clone());
            let known = context.own_columns.iter().find(known);
            if let Action::Own { id: own_id, title, kind } = &mut column.own {
                own_id.clone_from(id);
                if let Some(known) = known {
                    title.clone_from(&known.title);
                    *kind = known.kind;
                }
            }
            column.mapping.action = column.own.clone();
        }
    }
    let is_field = matches!(id, ColumnId::Field(_));
    (column.confidence, column.reason) = (if is_field { 100 } else { 0 }, Match::Marked);
    (column.mapping.unit, column.unit, column.mapping.is_markup) = (1.0, None, false);
    (column.mapping.dates, column.mapping.percent) = (Some(DateOrder::YearFirst), Some(PercentScale::Shares));
    column.questions.clear();
}

/// Leaves out what Kontor wrote beside rows that a person was to correct: why each was wrong.
pub fn leave_out_reasons(proposal: &mut Proposal, sheet: &str, context: &Context) {
    let is_reason = |column: &&mut ColumnProposal| {
        context.corrected.iter().any(|(name, heading)| name == sheet && *heading == column.heading)
    };
    proposal.columns.iter_mut().rev().take(1).filter(is_reason).for_each(leave_out);
}

fn leave_out(column: &mut ColumnProposal) {
    column.mapping.action = Action::LeaveOut;
    (column.confidence, column.reason) = (0, Match::Marked);
    column.questions.clear();
}

/// A heading as a proposal has it.
fn normal(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::propose::propose;
    use super::*;

    fn sheet(rows: &[&str]) -> Sheet {
        let mut sheet = Sheet::default();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells.split('|')) {
                match cell.parse() {
                    Ok(number) => sheet.push_number(row, column, number).expect("inside"),
                    Err(_) => sheet.push_text(row, column, cell).expect("inside"),
                }
            }
        }
        sheet.finish();
        sheet
    }

    const MARKS: [&str; 6] = [
        "workbook|1a2b|",
        "column|Client|name",
        "column|Segment|segment",
        "column|Budget, k|own:budget k",
        "column|Margin|margin",
        "column|Colour|own:colour#2",
    ];

    fn actions(rows: &[&str]) -> Vec<Action> {
        let mut proposal = propose(&sheet(rows), 0, Some(1), &Context::default());
        Marks::of_sheet(&sheet(&MARKS)).apply(&mut proposal, &Context::default());
        assert!(
            proposal
                .columns
                .iter()
                .all(|column| (column.mapping.unit - 1.0).abs() < 1e-9 || column.heading == "Extra, k")
        );
        proposal.columns.into_iter().map(|column| column.mapping.action).collect()
    }

    fn own(action: &Action) -> &str {
        match action {
            Action::Own { id, .. } => id,
            _ => "",
        }
    }

    #[test]
    fn columns_come_back_as_what_they_were() {
        let actions =
            actions(&["Kontor ID|Client|Segment|Budget, k|Margin|Colour|Company", "1.1|Acme|Large|5|0.2|red|x"]);
        assert_eq!(actions[..3], [Action::LeaveOut, Action::Field(Field::Name), Action::LeaveOut]);
        assert_eq!((own(&actions[3]), own(&actions[5])), ("budget k", "colour#2"));
        assert_eq!(actions[4], Action::Field(Field::Margin));
        assert_eq!(own(&actions[6]), "company", "a column that was added takes nobody's place");
    }

    #[test]
    fn why_a_row_was_wrong_does_not_come_along_with_it() {
        let context = Context { corrected: vec![("To correct".to_owned(), "Why".to_owned())], ..Context::default() };
        let action = |name: &str, heading: &str| {
            let rows = [format!("Name|{heading}"), "Acme|Row 2: no number".to_owned()];
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let mut proposal = propose(&sheet(&rows), 0, Some(1), &context);
            leave_out_reasons(&mut proposal, name, &context);
            proposal.columns[1].mapping.action == Action::LeaveOut
        };
        assert!(action("To correct", "Why"));
        assert!(!action("Clients", "Why"));
        assert!(!action("To correct", "Reason"));
    }

    #[test]
    fn another_sheet_is_read_as_any_other() {
        let actions = actions(&["Segment|Our revenue|Company", "Large|5|x"]);
        assert_eq!(actions[2], Action::Field(Field::Name));
        assert_ne!(actions[0], Action::LeaveOut);
    }

    #[test]
    fn the_identities_are_known_without_marks_too() {
        let mut proposal = propose(&sheet(&["Name|Kontor ID", "Acme|1.1"]), 0, Some(1), &Context::default());
        Marks::default().apply(&mut proposal, &Context::default());
        assert_eq!(proposal.columns[1].mapping.action, Action::LeaveOut);
    }
}
