//! A column as it is described in its window, before it is made so.

use std::collections::HashSet;

use super::choice_draft::ChoiceDraft;
use super::retype::Retype;
use super::view::ClientsView;
use crate::formula::{self, Parsed, Problem, Trouble};
use crate::state::Book;
use crate::workbook::{Change, ChangeKind, ColumnDefinition, ColumnId, ColumnKind, Edit, RowId, Stored, formula_key};

/// What the window holds.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnDraft {
    pub id: ColumnId,
    /// Whether the sheet has no such column yet.
    pub is_new: bool,
    pub title: String,
    pub kind: ColumnKind,
    /// As the person reads it; nothing for a column that is not calculated.
    pub formula: Option<String>,
    /// The values of a choice.
    pub choices: ChoiceDraft,
}

impl ColumnDraft {
    /// A column as it is now, or a new one under an identity never used before. `title` names a column in the language
    /// of the page.
    pub fn of(book: Book, id: Option<ColumnId>, title: &dyn Fn(&ColumnId) -> Option<String>) -> Self {
        let Some(id) = id else {
            let id = ColumnId::Own(format!("{:x}", (book.host().random)()));
            let (title, choices) = (String::new(), ChoiceDraft::of_new());
            return Self { id, is_new: true, title, kind: ColumnKind::Text, formula: None, choices };
        };
        book.with(|workbook| {
            let definition = workbook.table().column(&id).map(|column| &column.definition);
            let kind = match (&id, definition) {
                (_, Some(definition)) => definition.kind,
                (ColumnId::Field(field), None) => field.kind(),
                (ColumnId::Found(found), None) => found.kind(),
                (ColumnId::Own(_), None) => ColumnKind::Text,
            };
            Self {
                is_new: false,
                title: definition.map(|definition| definition.title.clone()).unwrap_or_default(),
                kind,
                formula: workbook.formula(&id).map(|(text, _)| formula::shown(text, title)),
                choices: if kind == ColumnKind::Choice {
                    ChoiceDraft::of(workbook, &id)
                } else {
                    ChoiceDraft::default()
                },
                id,
            }
        })
    }

    /// Whether the column's title and type are the person's own, and not Kontor's.
    pub fn is_own(&self) -> bool {
        matches!(self.id, ColumnId::Own(_))
    }

    /// Whether the column is a choice, whose values can be changed.
    pub fn has_choices(&self) -> bool {
        self.kind == ColumnKind::Choice && self.formula.is_none()
    }

    /// Reads the values of a column that has become a choice.
    pub fn read_choices(&mut self, book: Book) {
        if self.has_choices() && !self.choices.is_read {
            self.choices = book.with(|workbook| ChoiceDraft::of(workbook, &self.id));
        }
    }

    /// Reads the formula. `find` finds a column by its title.
    pub fn parsed(&self, book: Book, find: &dyn Fn(&str) -> Option<ColumnId>) -> Option<Result<Parsed, Problem>> {
        let text = self.formula.as_ref()?;
        Some(formula::parse(text, find).and_then(|parsed| {
            if book.with(|workbook| workbook.is_cycle(&self.id, &parsed.formula)) {
                let is_own = |(_, id): &&(_, ColumnId)| *id == self.id;
                let place = parsed.places.iter().find(is_own).or(parsed.places.first());
                let span = place.map_or(0..text.len(), |(span, _)| span.clone());
                return Err(Problem { trouble: Trouble::Cycle, span });
            }
            Ok(parsed)
        }))
    }

    /// What makes the column as it is described here: one step of undo. `retype` holds the values that change with the
    /// type. Nothing where all is as it was.
    pub fn edit(&self, book: Book, before: &Self, parsed: Option<&Parsed>, retype: Option<Retype>) -> Option<Edit> {
        let mut change = Change { kind: ChangeKind::Retype, ..Change::default() };
        let title = self.title.trim();
        let is_described_anew = self.is_new || title != before.title || self.kind != before.kind;
        if self.is_own() && is_described_anew {
            let definition = ColumnDefinition { id: self.id.clone(), title: title.to_owned(), kind: self.kind };
            change.columns.push(definition);
        }
        let formula = self.formula.as_ref().zip(parsed).map(|(text, parsed)| formula::stored(text, parsed));
        let had_formula = before.formula.is_some();
        if formula.is_some() || had_formula {
            let is_same = self.formula == before.formula;
            if !is_same {
                change.records.push((formula_key(&self.id), formula.map(Stored::Text)));
            }
        }
        change.cells = retype.map(|retype| retype.cells).unwrap_or_default();
        if self.has_choices() && self.choices.is_read {
            change.records.extend(self.choices.records(&self.id));
            let cells = book.table(|table| self.choices.cells(table, &self.id));
            // What a value is renamed to comes instead of how the new type reads it.
            let renamed: HashSet<RowId> = cells.iter().map(|cell| cell.row).collect();
            change.cells.retain(|cell| !renamed.contains(&cell.row));
            change.cells.extend(cells);
        }
        if let ([definition], [], []) = (&change.columns[..], &change.records[..], &change.cells[..]) {
            let ColumnDefinition { id, title, kind } = definition.clone();
            return Some(Edit::SetColumn { id, title, kind });
        }
        let is_nothing = change.columns.is_empty() && change.records.is_empty() && change.cells.is_empty();
        (!is_nothing).then_some(Edit::Change(change))
    }
}

impl ClientsView {
    /// Makes the column as it is described, and goes to it where it is new.
    pub fn set_column(&self, draft: &ColumnDraft, edit: Edit) -> bool {
        if !self.book.edit(edit) {
            return false;
        }
        if draft.is_new {
            self.go_to_column(&draft.id);
        }
        true
    }
}
