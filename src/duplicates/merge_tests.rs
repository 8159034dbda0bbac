//! Two clients become one and two again, in one opening of the workbook and in the next.

use super::*;
use crate::workbook::{
    Batch, BatchColumn, CellEdit, ColumnData, ColumnDefinition, Day, Edit, Field, History, Origin, RowId, Source,
    Value, Workbook,
};

const DAY: Day = Day(20_500);

fn column(field: Field, values: &[Value]) -> BatchColumn {
    let mut data = ColumnData::default();
    values.iter().zip(0..).for_each(|(value, row)| data.set(row, value, field.kind()));
    BatchColumn { definition: ColumnDefinition::of_field(field), data }
}

/// Three clients of an import; the first two bought in the same month and in another.
fn workbook() -> (Workbook, [RowId; 3]) {
    let text = |text: &str| Value::text(text);
    let day = |day: i32| Value::Date(Day(day));
    let batch = Batch {
        source: Source::default(),
        rows: 3,
        columns: vec![
            column(Field::Name, &[text("Acme Ltd"), text("ACME"), text("Bolt")]),
            column(Field::Revenue, &[Value::Number(100.1), Value::Number(50.2), Value::Number(7.0)]),
            column(Field::FirstOrder, &[day(200), day(100), day(1)]),
            column(Field::LastOrder, &[day(300), day(400), day(1)]),
            column(Field::Manager, &[text("Ann"), text("Bob"), text("Ann")]),
            column(Field::Phone, &[Value::Empty, text("5550100"), Value::Empty]),
            column(Field::Notes, &[text("good"), Value::Empty, Value::Empty]),
        ],
        history: History {
            rows: vec![0, 0, 1, 1, 2],
            months: vec![10, 11, 11, 12, 11],
            revenue: vec![100.0, 0.1, 0.2, 50.0, 7.0],
            orders: vec![1, 1, 2, 3, 1],
        },
    };
    let mut workbook = Workbook::new(Origin(1));
    workbook.apply(Edit::Import { origin: Origin(9), bytes: batch.to_bytes().into() }).expect("an import");
    (workbook, [0, 1, 2].map(|index| RowId { origin: Origin(9), index }))
}

fn merge_as_proposed(workbook: &mut Workbook, first: RowId, second: RowId) -> Comparison {
    let comparison = Comparison::new(workbook.table(), first, second).expect("two clients");
    let edit = merge(workbook.table(), &comparison, |at| comparison.lines[at].proposed, DAY);
    workbook.apply(edit).expect("a merge");
    sound(workbook);
    comparison
}

#[track_caller]
fn sound(workbook: &Workbook) {
    assert_eq!(workbook.check(), Vec::<String>::new());
}

/// What a person sees: every client with its values and months.
fn sheet(workbook: &Workbook) -> Vec<String> {
    let table = workbook.table();
    let columns = table.shown_columns();
    let line = |row| {
        let values: Vec<String> = columns.iter().map(|column| format!("{:?}", column.data.get(row))).collect();
        format!("{values:?} {:?}", table.history(row))
    };
    table.rows().map(line).collect()
}

fn reopened(workbook: &Workbook, session: u64) -> Workbook {
    let (reopened, failed) = Workbook::open(Origin(session), [workbook.snapshot().as_slice()]);
    assert_eq!(failed, Vec::new());
    reopened
}

#[test]
fn the_fuller_client_stays_and_each_column_proposes_the_better_value() {
    let (workbook, [first, second, _]) = workbook();
    let comparison = Comparison::new(workbook.table(), first, second).expect("two clients");
    let proposed: Vec<(String, Side)> =
        comparison.lines.iter().map(|line| (line.column.to_string(), line.proposed)).collect();
    let expected = [
        ("name", Side::Other),
        ("revenue", Side::Together),
        ("first", Side::Other),
        ("last", Side::Other),
        ("manager", Side::Other),
        ("phone", Side::Other),
        ("notes", Side::Kept),
    ];
    assert_eq!(comparison.kept, first);
    assert_eq!(proposed, expected.map(|(column, side)| (column.to_owned(), side)));
}

#[test]
fn a_merge_is_one_edit_and_months_add_up() {
    let (mut workbook, [first, second, _]) = workbook();
    let before = sheet(&workbook);
    merge_as_proposed(&mut workbook, first, second);
    let table = workbook.table();
    let row = table.row_of(first).expect("the kept client");
    assert_eq!((table.client_count(), table.row_of(second)), (2, None));
    assert_eq!(table.field(Field::Revenue).number(row), Some(150.3));
    assert_eq!(table.field(Field::FirstOrder).day(row), Some(Day(100)));
    assert_eq!(table.history(row), [(10, 100.0, 1), (11, 0.3, 3), (12, 50.0, 3)]);
    workbook.undo().expect("one step");
    assert_eq!(sheet(&workbook), before);
    assert_eq!(merged_before(&workbook), Vec::new());
    workbook.redo().expect("one step");
    assert_eq!(workbook.table().client_count(), 2);
    sound(&workbook);
}

#[test]
fn a_merge_is_taken_apart_in_a_later_opening_and_later_edits_stay() {
    let (mut workbook, [first, second, _]) = workbook();
    let before = sheet(&workbook);
    merge_as_proposed(&mut workbook, first, second);
    let mut later = reopened(&workbook, 2);
    let records = merged_before(&later);
    assert_eq!(records.iter().map(|record| (record.kept, record.other)).collect::<Vec<_>>(), [(first, second)]);
    assert_eq!(
        (records[0].kept_name.as_str(), records[0].other_name.as_str(), records[0].day),
        ("Acme Ltd", "ACME", DAY)
    );

    let edit = take_apart(later.table(), &records[0]);
    later.apply(edit).expect("taken apart");
    assert_eq!(sheet(&later), before);
    assert_eq!(merged_before(&later), Vec::new());
    sound(&later);
    assert_eq!(sheet(&reopened(&later, 3)), before);
    later.undo().expect("one step");
    assert_eq!((later.table().client_count(), merged_before(&later).len()), (2, 1));

    let edited = CellEdit { row: first, column: Field::Manager.into(), value: Value::text("Cid") };
    later.apply(Edit::SetCells(vec![edited])).expect("an edit");
    let edit = take_apart(later.table(), &merged_before(&later)[0]);
    later.apply(edit).expect("taken apart");
    let value = |field: Field| later.table().value(later.table().row_of(first).expect("a client"), &field.into());
    assert_eq!((value(Field::Manager), value(Field::Phone)), (Value::text("Cid"), Value::Empty));
    assert_eq!(value(Field::Name), Value::text("Acme Ltd"));
    sound(&later);
}

#[test]
fn clients_merged_one_after_another_all_count() {
    let (mut workbook, [first, second, third]) = workbook();
    let before = sheet(&workbook);
    merge_as_proposed(&mut workbook, first, second);
    let comparison = merge_as_proposed(&mut workbook, first, third);
    let table = workbook.table();
    let row = table.row_of(comparison.kept).expect("the kept client");
    assert_eq!(table.history(row), [(10, 100.0, 1), (11, 7.3, 4), (12, 50.0, 3)]);
    let mut later = reopened(&workbook, 2);
    for count in [2, 1] {
        let records = merged_before(&later);
        assert_eq!(records.len(), count);
        // The last one first, as a person would.
        let record = records.iter().find(|record| record.other == third).unwrap_or(&records[0]);
        let edit = take_apart(later.table(), record);
        later.apply(edit).expect("taken apart");
        sound(&later);
    }
    assert_eq!(sheet(&later), before);
}

#[test]
fn an_added_client_is_merged_and_comes_back_too() {
    let (mut workbook, [first, ..]) = workbook();
    let cells = vec![(Field::Name.into(), Value::text("Acme")), (Field::Email.into(), Value::text("a@acme.example"))];
    workbook.apply(Edit::AddRows(vec![cells])).expect("a client");
    let added = workbook.table().rows().filter_map(|row| workbook.table().row_id(row)).last().expect("the new one");
    let before = sheet(&workbook);
    merge_as_proposed(&mut workbook, first, added);
    let mut later = reopened(&workbook, 2);
    let edit = take_apart(later.table(), &merged_before(&later)[0]);
    later.apply(edit).expect("taken apart");
    assert_eq!(sheet(&later), before);
    sound(&later);
}

#[test]
fn two_tabs_that_merge_the_same_two_the_other_way_round_keep_one_client() {
    let (mut one, [first, second, third]) = workbook();
    let mut two = reopened(&one, 2);
    let comparison = Comparison::new(one.table(), first, second).expect("two clients");
    let turned = Comparison { kept: comparison.other, other: comparison.kept, ..comparison.clone() };
    let mine = one.apply(merge(one.table(), &comparison, |_| Side::Kept, DAY)).expect("a merge");
    let theirs = two.apply(merge(two.table(), &turned, |_| Side::Kept, DAY)).expect("a merge");
    one.merge(&theirs.update).expect("an update");
    two.merge(&mine.update).expect("an update");
    for workbook in [&one, &two] {
        assert_eq!(workbook.table().client_count(), 2);
        assert!(workbook.table().row_of(first).is_some());
        assert_eq!(workbook.table().history(0), [(10, 100.0, 1), (11, 0.3, 3), (12, 50.0, 3)]);
        sound(workbook);
    }
    assert_eq!(sheet(&one), sheet(&two));
    one.apply(Edit::DeleteRows(vec![third])).expect("a deletion");
    sound(&one);
    while one.undo().is_some() {
        sound(&one);
    }
}

#[test]
fn a_client_that_is_gone_is_not_merged() {
    let (mut workbook, [first, second, third]) = workbook();
    let comparison = Comparison::new(workbook.table(), first, second).expect("two clients");
    workbook.apply(Edit::DeleteRows(vec![second])).expect("a deletion");
    let before = sheet(&workbook);
    assert!(workbook.apply(merge(workbook.table(), &comparison, |_| Side::Kept, DAY)).is_err());
    assert_eq!(sheet(&workbook), before);
    assert_eq!(Comparison::new(workbook.table(), first, second), None);
    assert_eq!(Comparison::new(workbook.table(), third, third), None);
}
