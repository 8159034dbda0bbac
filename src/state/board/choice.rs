//! What the board can be grouped by, and what the person chose.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::presenting::Presenting;

use crate::segment::{GroupBy, Segment};
use crate::workbook::{ClientTable, ColumnId, ColumnKind, Field, Found};

/// What of the board outlives a change of sheets: it is kept while the page is open, and is no part of a workbook.
#[derive(Clone, Copy)]
pub struct BoardChoice {
    /// What the board is grouped by, as the person chose it.
    pub by: RwSignal<GroupBy>,
    /// By what it is cut into lanes; nothing for no lanes.
    pub lanes: RwSignal<Option<GroupBy>>,
    /// The collapsed columns, each as the key of its grouping and its own id.
    pub collapsed: RwSignal<BTreeSet<(String, String)>>,
    /// The saved board that is open, perhaps with changes.
    pub open: RwSignal<Option<String>>,
    /// The saved board that the page's address asks for, until the workbook is there.
    pub asked: RwSignal<Option<String>>,
    /// Grows with each saved board that the person opens: each is a step that the browser's "back" undoes.
    pub opened: RwSignal<u64>,
    /// How the board is shown to a client; nothing while it is worked with.
    pub presenting: RwSignal<Option<Presenting>>,
    /// Whether advice and chart stand beside the board.
    pub is_aside_open: RwSignal<bool>,
    /// For which segment the advice is shown.
    pub advice: RwSignal<Segment>,
}

impl Default for BoardChoice {
    fn default() -> Self {
        Self {
            by: RwSignal::new(GroupBy::Segment),
            lanes: RwSignal::new(None),
            collapsed: RwSignal::new(BTreeSet::new()),
            open: RwSignal::new(None),
            asked: RwSignal::new(None),
            opened: RwSignal::new(0),
            presenting: RwSignal::new(None),
            is_aside_open: RwSignal::new(true),
            advice: RwSignal::new(Segment::Small),
        }
    }
}

/// The fields that are always offered, filled or not.
const ALWAYS: [Field; 4] = [Field::Stage, Field::Manager, Field::Industry, Field::Region];

/// What Kontor finds of which a board can be made.
const FOUND: [Found; 4] = [Found::Abc, Found::Xyz, Found::Rfm, Found::OrderState];

/// What the board can be grouped by: the segment, four fields, every other choice column of the sheet, and what was found.
pub fn choices(table: &ClientTable) -> Vec<GroupBy> {
    let always = ALWAYS.map(ColumnId::Field);
    let shown = table.shown_columns();
    let others = shown.iter().map(|column| &column.definition).filter(|definition| {
        let is_beside = matches!(&definition.id, ColumnId::Field(field) if field.is_beside_the_sheet());
        definition.kind == ColumnKind::Choice && !is_beside && !always.contains(&definition.id)
    });
    let columns = always.iter().cloned().chain(others.map(|definition| definition.id.clone()));
    let columns = columns.chain(FOUND.map(ColumnId::Found));
    std::iter::once(GroupBy::Segment).chain(columns.map(GroupBy::Column)).collect()
}

/// A plain word for a choice, as a list of choices carries it.
pub fn key_of(by: &GroupBy) -> String {
    match by {
        GroupBy::Segment => Field::Segment.key().to_owned(),
        GroupBy::Column(column) => column.to_string(),
    }
}

/// The choice of a plain word; the segment where the word names nothing.
pub fn from_key(key: &str) -> GroupBy {
    match key.parse() {
        Ok(ColumnId::Field(Field::Segment)) | Err(_) => GroupBy::Segment,
        Ok(column) => GroupBy::Column(column),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::{Edit, Origin, Workbook};

    fn column(workbook: &mut Workbook, id: &str, kind: ColumnKind) {
        let id = ColumnId::Own(id.to_owned());
        workbook.apply(Edit::SetColumn { id, title: "Own".to_owned(), kind }).expect("a column");
    }

    #[test]
    fn four_fields_are_always_offered_and_own_choice_columns_follow() {
        let mut workbook = Workbook::new(Origin(1));
        column(&mut workbook, "vip", ColumnKind::Choice);
        column(&mut workbook, "fax", ColumnKind::Text);
        let offered: Vec<String> = choices(workbook.table()).iter().map(key_of).collect();
        assert_eq!(
            offered,
            [
                "segment",
                "stage",
                "manager",
                "industry",
                "region",
                "own:vip",
                "found:abc",
                "found:xyz",
                "found:rfm",
                "found:order_state"
            ]
        );
    }

    #[test]
    fn choice_fields_of_the_sheet_follow_and_none_comes_twice() {
        let mut workbook = Workbook::new(Origin(1));
        let filled = [Field::Country, Field::Stage, Field::Segment, Field::Contact];
        let cells = filled
            .map(|field| (field.into(), "small".into()))
            .map(|(id, text): (ColumnId, String)| (id, crate::workbook::Value::text(text)));
        workbook.apply(Edit::AddRows(vec![cells.into()])).expect("a row");
        let offered: Vec<String> = choices(workbook.table()).iter().map(key_of).collect();
        assert_eq!(
            offered,
            [
                "segment",
                "stage",
                "manager",
                "industry",
                "region",
                "country",
                "found:abc",
                "found:xyz",
                "found:rfm",
                "found:order_state"
            ]
        );
    }

    #[test]
    fn choices_are_read_back_from_their_words() {
        for by in [GroupBy::Segment, GroupBy::Column(Field::Stage.into()), GroupBy::Column(ColumnId::Own("x".into()))] {
            assert_eq!(from_key(&key_of(&by)), by);
        }
        assert_eq!(from_key("nonsense"), GroupBy::Segment);
    }
}
