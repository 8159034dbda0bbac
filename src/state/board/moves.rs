//! Moving a client to another column of the board, as edits.

use super::columns::Spot;
use crate::segment::{Findings, Group, GroupBy, GroupKey};
use crate::workbook::{CellEdit, ClientTable, ColumnId, Day, Edit, Field, RowId, Value};

/// The edit that moves a client to a group. A segment is noted with the day on which it was chosen.
pub fn moved(row: RowId, by: &GroupBy, to: &GroupKey, today: Day) -> Edit {
    Edit::SetCells(cells_in(row, by, to, today))
}

fn cells_in(row: RowId, by: &GroupBy, to: &GroupKey, today: Day) -> Vec<CellEdit> {
    let value = Value::text(to.id());
    match by {
        GroupBy::Segment => choice(row, value, Value::Date(today)),
        GroupBy::Column(column) => vec![CellEdit { row, column: column.clone(), value }],
    }
}

/// The cells that a move of a client to another place changes, in the column and in the lane; none where it is there
/// already. Where the person is asked for the segment, staying is an answer, and so a change as well.
pub fn cells_of_move(
    table: &ClientTable,
    findings: &Findings,
    (by, lanes): (&GroupBy, Option<&GroupBy>),
    client: RowId,
    to: &Spot,
    today: Day,
) -> Vec<CellEdit> {
    let Some(row) = table.row_of(client) else { return Vec::new() };
    let asks = findings.get(row).is_some_and(|finding| finding.asks);
    let change = |by: &GroupBy, key: &GroupKey| {
        let is_there = group_of(table, findings, by, row).as_ref() == Some(key);
        let is_answer = *by == GroupBy::Segment && asks;
        if is_there && !is_answer { Vec::new() } else { cells_in(client, by, key, today) }
    };
    let mut cells = change(by, &to.column);
    if let Some((by, lane)) = lanes.zip(to.lane.as_ref()) {
        // A lane that is left as it is answers no question.
        if group_of(table, findings, by, row).as_ref() != Some(lane) {
            cells.extend(change(by, lane));
        }
    }
    cells
}

/// The edit that takes the person's choice of a segment back: Kontor's own finding counts again.
pub fn taken_back(row: RowId) -> Edit {
    Edit::SetCells(choice(row, Value::Empty, Value::Empty))
}

fn choice(row: RowId, segment: Value, day: Value) -> Vec<CellEdit> {
    let cell = |field: Field, value| CellEdit { row, column: ColumnId::Field(field), value };
    vec![cell(Field::Segment, segment), cell(Field::SegmentChosen, day)]
}

/// The group in which a client stands; nothing where it was not classified yet.
pub fn group_of(table: &ClientTable, findings: &Findings, by: &GroupBy, row: u32) -> Option<GroupKey> {
    match by {
        GroupBy::Segment => findings.segment(row).map(GroupKey::Segment),
        GroupBy::Column(column) => {
            let text = table.data(column).text(row).trim();
            Some(if text.is_empty() { GroupKey::Blank } else { GroupKey::Text(text.to_owned()) })
        }
    }
}

/// The column beside another: `step` columns to the right, or to the left where it is negative.
pub fn neighbour(groups: &[Group], from: &GroupKey, step: isize) -> Option<GroupKey> {
    let at = groups.iter().position(|group| group.key == *from)?;
    let other = at.checked_add_signed(step)?;
    groups.get(other).map(|group| group.key.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::{Grouping, Segment, SegmentRules, classify, sums};
    use crate::workbook::{Origin, Workbook};

    const TODAY: Day = Day(20_000);

    fn workbook() -> (Workbook, RowId) {
        let mut workbook = Workbook::new(Origin(1));
        let cells = [(Field::Name, "Acme"), (Field::Stage, " Offer ")];
        let cells = cells.map(|(field, text)| (field.into(), Value::text(text)));
        workbook.apply(Edit::AddRows(vec![cells.into()])).expect("a row");
        let row = workbook.table().row_id(0).expect("a row");
        (workbook, row)
    }

    fn group(workbook: &Workbook, by: &GroupBy) -> Option<GroupKey> {
        let findings = classify(workbook.table(), &SegmentRules::default());
        group_of(workbook.table(), &findings, by, 0)
    }

    #[track_caller]
    fn check(groups: &[Group], from: Segment, step: isize, expected: Option<Segment>) {
        assert_eq!(neighbour(groups, &GroupKey::Segment(from), step), expected.map(GroupKey::Segment));
    }

    #[test]
    fn a_chosen_segment_is_kept_with_its_day_as_one_step_of_undo() {
        let (mut workbook, row) = workbook();
        let found = group(&workbook, &GroupBy::Segment);
        let large = GroupKey::Segment(Segment::Large);
        workbook.apply(moved(row, &GroupBy::Segment, &large, TODAY)).expect("moved");
        assert_eq!(group(&workbook, &GroupBy::Segment), Some(large));
        assert_eq!(workbook.table().field(Field::SegmentChosen).day(0), Some(TODAY));
        workbook.undo();
        assert_eq!(group(&workbook, &GroupBy::Segment), found);
        assert_eq!(workbook.table().field(Field::SegmentChosen).day(0), None);
    }

    #[test]
    fn a_choice_can_be_taken_back() {
        let (mut workbook, row) = workbook();
        let found = group(&workbook, &GroupBy::Segment);
        let state = GroupKey::Segment(Segment::State);
        workbook.apply(moved(row, &GroupBy::Segment, &state, TODAY)).expect("moved");
        workbook.apply(taken_back(row)).expect("taken back");
        assert_eq!(group(&workbook, &GroupBy::Segment), found);
        assert_eq!(workbook.table().value(0, &Field::SegmentChosen.into()), Value::Empty);
    }

    #[test]
    fn a_move_by_another_column_writes_its_text() {
        let by = GroupBy::Column(Field::Stage.into());
        let (mut workbook, row) = workbook();
        assert_eq!(group(&workbook, &by), Some(GroupKey::Text("Offer".to_owned())));
        workbook.apply(moved(row, &by, &GroupKey::Text("Won".to_owned()), TODAY)).expect("moved");
        assert_eq!(workbook.table().value(0, &Field::Stage.into()), Value::text("Won"));
        workbook.apply(moved(row, &by, &GroupKey::Blank, TODAY)).expect("moved");
        assert_eq!(workbook.table().value(0, &Field::Stage.into()), Value::Empty);
        assert_eq!(group(&workbook, &by), Some(GroupKey::Blank));
    }

    #[test]
    fn the_neighbour_of_a_column() {
        let (workbook, _) = workbook();
        let findings = classify(workbook.table(), &SegmentRules::default());
        let groups = sums(workbook.table(), &findings, Grouping::by(&GroupBy::Segment)).columns;
        check(&groups, Segment::Small, 1, Some(Segment::Medium));
        check(&groups, Segment::State, -1, Some(Segment::Large));
        check(&groups, Segment::Small, -1, None);
        check(&groups, Segment::State, 1, None);
        assert_eq!(neighbour(&groups, &GroupKey::Blank, 1), None);
    }
}
