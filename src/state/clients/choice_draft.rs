//! The values of a choice as they are described in the column's window, before they are made so.

use std::collections::HashMap;

use super::entry::used_texts;
use crate::workbook::{
    CellEdit, ChoiceColours, ClientTable, Colour, ColumnId, Stored, Value, Workbook, choice_colours, choices_key,
    colours_key,
};

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceValue {
    /// Tells the values apart while their texts change.
    pub id: usize,
    /// As it stands in the cells; nothing for a value that is being added.
    was: Option<String>,
    pub text: String,
    pub colour: Option<Colour>,
    /// How many clients have it.
    pub clients: u32,
    pub is_removed: bool,
    is_listed: bool,
}

/// What becomes of a value once all is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoiceFate {
    /// Its cells keep it.
    Stays,
    /// It has no text.
    Nameless,
    /// Its cells become empty.
    Goes,
    /// Its cells get its new text.
    Renamed,
    /// It becomes one with another value of this text.
    Joined(String),
}

/// The values of a choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChoiceDraft {
    pub values: Vec<ChoiceValue>,
    /// Whether there are more values than are shown.
    pub is_cut: bool,
    /// Whether the values were read.
    pub is_read: bool,
    colours_before: ChoiceColours,
    listed_before: Vec<String>,
}

impl ChoiceDraft {
    /// So many values are shown: a choice with more is none.
    pub const MOST: usize = 60;

    /// The values of a column that is being made: none.
    pub fn of_new() -> Self {
        Self { is_read: true, ..Self::default() }
    }

    /// The values as they are now: the listed ones, then those with a colour, then those that clients have.
    pub fn of(workbook: &Workbook, column: &ColumnId) -> Self {
        let table = workbook.table();
        let used = used_texts(table, column);
        let listed_before = table.listed_choices(column).to_vec();
        let colours_before = choice_colours(workbook, column);
        let is_listed = |text: &str| listed_before.iter().any(|listed| listed == text);
        let coloured = colours_before.keys().map(String::as_str).filter(|text| !is_listed(text));
        let others = used.keys().copied().filter(|text| !is_listed(text) && !colours_before.contains_key(*text));
        // What was said of a value must not be lost because there are many.
        let kept = (listed_before.len() + coloured.clone().count()).max(Self::MOST);
        let is_cut = listed_before.len() + coloured.clone().count() + others.clone().count() > kept;
        let texts = listed_before.iter().map(String::as_str).chain(coloured).chain(others).take(kept);
        let value = |(id, text): (usize, &str)| ChoiceValue {
            id,
            was: Some(text.to_owned()),
            text: text.to_owned(),
            colour: colours_before.get(text).copied(),
            clients: used.get(text).copied().unwrap_or(0),
            is_removed: false,
            is_listed: is_listed(text),
        };
        let values = texts.enumerate().map(value).collect();
        Self { values, is_cut, is_read: true, colours_before, listed_before }
    }

    /// Adds a value. Says whether it is one that there was not.
    pub fn add(&mut self, text: &str) -> bool {
        let text = text.trim();
        if text.is_empty() || self.values.iter().any(|value| !value.is_removed && value.text.trim() == text) {
            return false;
        }
        let id = self.values.iter().map(|value| value.id + 1).max().unwrap_or(0);
        let (text, was, colour) = (text.to_owned(), None, None);
        self.values.push(ChoiceValue { id, was, text, colour, clients: 0, is_removed: false, is_listed: true });
        true
    }

    /// Takes a value away, or with the next call back. One that was only just added is forgotten.
    pub fn turn_removed(&mut self, id: usize) {
        self.values.retain(|value| value.id != id || value.was.is_some());
        if let Some(value) = self.value_mut(id) {
            value.is_removed = !value.is_removed;
        }
    }

    pub fn value(&self, id: usize) -> Option<&ChoiceValue> {
        self.values.iter().find(|value| value.id == id)
    }

    pub fn value_mut(&mut self, id: usize) -> Option<&mut ChoiceValue> {
        self.values.iter_mut().find(|value| value.id == id)
    }

    /// What becomes of a value.
    pub fn fate(&self, id: usize) -> ChoiceFate {
        let Some(value) = self.value(id) else { return ChoiceFate::Stays };
        let text = value.text.trim();
        let is_other = |other: &&ChoiceValue| other.id != id && !other.is_removed && other.text.trim() == text;
        if value.is_removed {
            ChoiceFate::Goes
        } else if text.is_empty() {
            ChoiceFate::Nameless
        } else if value.was.as_deref() == Some(text) {
            ChoiceFate::Stays
        } else if self.values.iter().any(|other| is_other(&other)) {
            ChoiceFate::Joined(text.to_owned())
        } else if value.was.is_some() {
            ChoiceFate::Renamed
        } else {
            ChoiceFate::Stays
        }
    }

    /// Whether every value has a text.
    pub fn is_ready(&self) -> bool {
        self.values.iter().all(|value| value.is_removed || !value.text.trim().is_empty())
    }

    /// The records that change.
    pub fn records(&self, column: &ColumnId) -> Vec<(String, Option<Stored>)> {
        let kept = || self.values.iter().filter(|value| !value.is_removed);
        let mut listed: Vec<&str> = Vec::new();
        let mut colours = ChoiceColours::new();
        for value in kept() {
            let text = value.text.trim();
            if value.is_listed && !listed.contains(&text) {
                listed.push(text);
            }
            if let Some(colour) = value.colour {
                colours.entry(text.to_owned()).or_insert(colour);
            }
        }
        let mut records = Vec::new();
        if listed != self.listed_before {
            let text = serde_json::to_string(&listed).ok().filter(|_| !listed.is_empty());
            records.push((choices_key(column), text.map(Stored::Text)));
        }
        if colours != self.colours_before {
            let text = serde_json::to_string(&colours).ok().filter(|_| !colours.is_empty());
            records.push((colours_key(column), text.map(Stored::Text)));
        }
        records
    }

    /// The cells that change: a renamed value's get its new text, a removed one's become empty.
    pub fn cells(&self, table: &ClientTable, column: &ColumnId) -> Vec<CellEdit> {
        let Some(texts) = table.data(column).texts() else { return Vec::new() };
        let after = |value: &ChoiceValue| {
            let was = value.was.clone()?;
            let text = value.text.trim();
            match (value.is_removed, text == was) {
                (true, _) => Some((was, Value::Empty)),
                (false, true) => None,
                (false, false) => Some((was, Value::text(text))),
            }
        };
        let changed: HashMap<String, Value> = self.values.iter().filter_map(after).collect();
        if changed.is_empty() {
            return Vec::new();
        }
        let by_code: Vec<Option<&Value>> =
            (0..texts.code_count()).map(|code| changed.get(texts.of_code(code)).filter(|_| code > 0)).collect();
        let cell = |row: u32| {
            let value = (*by_code.get(texts.code(row) as usize)?)?.clone();
            Some(CellEdit { row: table.row_id(row)?, column: column.clone(), value })
        };
        table.rows().filter_map(cell).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::column_draft::ColumnDraft;
    use super::super::testing::{column, select, with_view};
    use super::super::{ClientsView, SheetColumn, choices};
    use super::*;
    use crate::workbook::{ColumnKind, Field};

    /// A sheet whose clients have these stages.
    fn with_stages(stages: &[&str], test: impl FnOnce(ClientsView)) {
        with_view(|view| {
            let at = column(&view, Field::Stage);
            select(&view, (0, at), (0, at));
            view.paste(&stages.iter().map(|stage| vec![(*stage).to_owned()]).collect::<Vec<_>>());
            test(view);
        });
    }

    fn draft(view: &ClientsView) -> ColumnDraft {
        ColumnDraft::of(view.book, Some(Field::Stage.into()), &|_| None)
    }

    fn save(view: &ClientsView, change: impl FnOnce(&mut ChoiceDraft)) {
        let before = draft(view);
        let mut after = before.clone();
        change(&mut after.choices);
        let edit = after.edit(view.book, &before, None, None).expect("a change");
        assert!(view.set_column(&after, edit));
    }

    fn stages(view: &ClientsView) -> [String; 3] {
        [0, 1, 2].map(|row| view.book.table(|table| table.data(&Field::Stage.into()).text(row).to_owned()))
    }

    fn offered(view: &ClientsView) -> Vec<String> {
        view.book.table(|table| choices(table, &SheetColumn::of_field(Field::Stage), "", 9))
    }

    fn id(draft: &ChoiceDraft, text: &str) -> usize {
        draft.values.iter().find(|value| value.text == text).expect("the value").id
    }

    #[test]
    fn an_added_value_is_offered_before_any_client_has_it() {
        with_stages(&["Won", "", "Lost"], |view| {
            save(&view, |draft| {
                assert!(draft.add(" Talks ") && !draft.add("Won") && !draft.add(" "));
            });
            assert_eq!(offered(&view), ["Talks", "Lost", "Won"]);
            view.book.undo();
            assert_eq!(offered(&view), ["Lost", "Won"]);
        });
    }

    #[test]
    fn a_renamed_value_takes_its_cells_and_its_colour_along_in_one_step() {
        with_stages(&["Won", "Won", "Lost"], |view| {
            save(&view, |draft| {
                let won = id(draft, "Won");
                draft.value_mut(won).expect("won").colour = Some(Colour::Green);
            });
            save(&view, |draft| {
                let won = id(draft, "Won");
                draft.value_mut(won).expect("won").text = "Signed".to_owned();
                assert_eq!(draft.fate(won), ChoiceFate::Renamed);
            });
            assert_eq!(stages(&view), ["Signed", "Signed", "Lost"]);
            let colour = |text: &str| view.book.table(|table| table.colour(&Field::Stage.into(), text));
            assert_eq!((colour("Signed"), colour("Won")), (Some(Colour::Green), None));
            view.book.undo();
            assert_eq!(stages(&view), ["Won", "Won", "Lost"]);
            assert_eq!(colour("Won"), Some(Colour::Green));
        });
    }

    #[test]
    fn a_removed_value_says_how_many_have_it_and_empties_these() {
        with_stages(&["Won", "Won", "Lost"], |view| {
            save(&view, |draft| {
                let won = id(draft, "Won");
                assert_eq!(draft.value(won).map(|value| value.clients), Some(2));
                draft.turn_removed(won);
                assert_eq!(draft.fate(won), ChoiceFate::Goes);
            });
            assert_eq!(stages(&view), ["", "", "Lost"]);
            view.book.undo();
            assert_eq!(stages(&view), ["Won", "Won", "Lost"]);
        });
    }

    #[test]
    fn two_values_of_one_text_become_one() {
        with_stages(&["Won", "won", "Lost"], |view| {
            save(&view, |draft| {
                let won = id(draft, "won");
                draft.value_mut(won).expect("won").text = "Won".to_owned();
                assert_eq!(draft.fate(won), ChoiceFate::Joined("Won".to_owned()));
            });
            assert_eq!((stages(&view), offered(&view).len()), (["Won", "Won", "Lost"].map(str::to_owned), 2));
        });
    }

    #[test]
    fn values_that_stay_are_no_edit_and_one_without_a_text_is_not_ready() {
        with_stages(&["Won", "", "Lost"], |view| {
            let before = draft(&view);
            let mut after = before.clone();
            assert!(after.edit(view.book, &before, None, None).is_none());
            assert!(after.choices.add("Talks"));
            let talks = id(&after.choices, "Talks");
            after.choices.turn_removed(talks);
            assert!(after.edit(view.book, &before, None, None).is_none(), "added and taken away again");
            let won = id(&after.choices, "Won");
            after.choices.value_mut(won).expect("won").text = " ".to_owned();
            assert!(!after.choices.is_ready() && after.choices.fate(won) == ChoiceFate::Nameless);
            assert_eq!(after.kind, ColumnKind::Choice);
        });
    }
}
