//! The invariants of the document, shown with random work in two tabs.

use std::sync::Arc;

use kontor::duplicates::{Comparison, merge, merged_before, take_apart};
use kontor::workbook::{
    Batch, BatchColumn, CellEdit, Change, ChangeKind, ColumnData, ColumnDefinition, ColumnId, ColumnKind, Day, Edit,
    EditKind, Field, History, Origin, Refusal, RowId, Source, Stored, Value, Workbook, months_to_bytes,
};
use proptest::prelude::*;

fn column(field: Field, values: &[Value]) -> BatchColumn {
    let mut data = ColumnData::default();
    values.iter().zip(0..).for_each(|(value, row)| data.set(row, value, field.kind()));
    let definition = ColumnDefinition { id: field.into(), title: field.key().to_owned(), kind: field.kind() };
    BatchColumn { definition, data }
}

fn import(origin: u64, names: &[&str]) -> Edit {
    let names: Vec<Value> = names.iter().map(|name| Value::text(*name)).collect();
    let revenue: Vec<Value> = (0..names.len()).map(|row| Value::Number(row as f64 * 10.0)).collect();
    let mut fax = column(Field::Notes, &names);
    fax.definition = ColumnDefinition {
        id: ColumnId::Own("fax".to_owned()),
        title: "Fax".to_owned(),
        kind: if origin.is_multiple_of(2) { ColumnKind::Text } else { ColumnKind::Number },
    };
    let batch = Batch {
        source: Source::default(),
        rows: names.len() as u32,
        columns: vec![column(Field::Name, &names), column(Field::Revenue, &revenue), fax],
        history: History {
            rows: (0..names.len() as u32).collect(),
            months: vec![24_000; names.len()],
            revenue: (0..names.len()).map(|row| row as f64 + 0.1).collect(),
            orders: vec![1; names.len()],
        },
    };
    Edit::Import { origin: Origin(origin), bytes: batch.to_bytes().into() }
}

fn rows(workbook: &Workbook) -> Vec<RowId> {
    workbook.table().rows().filter_map(|row| workbook.table().row_id(row)).collect()
}

#[track_caller]
fn sound(workbook: &Workbook) {
    assert_eq!(workbook.check(), Vec::<String>::new());
}

/// What a person sees: every client with every shown value.
fn sheet(workbook: &Workbook) -> Vec<String> {
    let table = workbook.table();
    let columns = table.shown_columns();
    let line = |row| {
        let values: Vec<String> = columns.iter().map(|column| format!("{:?}", column.data.get(row))).collect();
        format!("{} {:?}", values.join("|"), table.history(row))
    };
    table.rows().map(line).chain(columns.iter().map(|column| column.definition.title.clone())).collect()
}

#[test]
fn an_import_is_one_edit_and_undo_takes_all_of_it_away() {
    let mut workbook = Workbook::new(Origin(1));
    workbook.apply(import(7, &["Acme", "Bolt"])).expect("applies");
    assert_eq!(workbook.table().client_count(), 2);
    workbook.undo().expect("an edit to take back");
    assert_eq!((workbook.table().client_count(), workbook.table().shown_columns().len()), (0, 0));
    workbook.redo().expect("an edit to do again");
    assert_eq!(workbook.table().name(1), "Bolt");
    sound(&workbook);
}

#[test]
fn an_edit_over_an_import_gives_the_imported_value_back_on_undo() {
    let mut workbook = Workbook::new(Origin(1));
    workbook.apply(import(7, &["Acme"])).expect("applies");
    let acme = rows(&workbook)[0];
    workbook.apply(Edit::cell(acme, Field::Revenue, Value::Number(99.0))).expect("applies");
    assert_eq!(workbook.table().field(Field::Revenue).number(0), Some(99.0));
    workbook.undo();
    assert_eq!(workbook.table().field(Field::Revenue).number(0), Some(0.0));
    sound(&workbook);
}

#[test]
fn writing_the_same_value_is_no_edit() {
    let mut workbook = Workbook::new(Origin(1));
    workbook.apply(import(7, &["Acme"])).expect("applies");
    let acme = rows(&workbook)[0];
    let applied = workbook.apply(Edit::cell(acme, Field::Name, Value::text("Acme"))).expect("applies");
    assert!(applied.changes.is_empty() && applied.update.is_empty());
}

#[test]
fn a_refused_edit_leaves_the_workbook_as_it_was() {
    let mut workbook = Workbook::new(Origin(1));
    workbook.apply(import(7, &["Acme"])).expect("applies");
    let (before, acme) = (sheet(&workbook), rows(&workbook)[0]);
    let stranger = RowId { origin: Origin(5), index: 0 };
    let cells = |row| CellEdit { row, column: Field::Name.into(), value: Value::text("X") };
    let refused = workbook.apply(Edit::SetCells(vec![cells(acme), cells(stranger)]));
    assert_eq!(refused, Err(Refusal::NoSuchRow));
    let damaged = Edit::Import { origin: Origin(8), bytes: Arc::from([1_u8, 2].as_slice()) };
    assert_eq!(workbook.apply(damaged), Err(Refusal::DamagedImport));
    assert_eq!(sheet(&workbook), before);
    sound(&workbook);
}

#[test]
fn undo_leaves_alone_what_another_tab_wrote_since() {
    let mut mine = Workbook::new(Origin(1));
    let first = mine.apply(import(7, &["Acme"])).expect("applies").update;
    let mut theirs = Workbook::new(Origin(2));
    theirs.merge(&first).expect("merges");
    let acme = rows(&mine)[0];
    let update = mine.apply(Edit::cell(acme, Field::Name, Value::text("Mine"))).expect("applies").update;
    theirs.merge(&update).expect("merges");
    let update = theirs.apply(Edit::cell(acme, Field::Name, Value::text("Theirs"))).expect("applies").update;
    mine.merge(&update).expect("merges");
    // The edit no longer stands, so undo goes on to the one before it: the import.
    mine.undo().expect("the import to take back");
    assert_eq!(mine.table().client_count(), 0);
    mine.redo();
    assert_eq!(mine.table().name(0), "Theirs");
}

#[test]
fn a_damaged_update_costs_only_itself_and_is_reported() {
    let mut workbook = Workbook::new(Origin(1));
    let mut updates = vec![workbook.apply(import(7, &["Acme", "Bolt"])).expect("applies").update];
    for (row, name) in rows(&workbook).into_iter().zip(["First", "Second"]) {
        updates.push(workbook.apply(Edit::cell(row, Field::Name, Value::text(name))).expect("applies").update);
    }
    let last = updates[1].len() - 1;
    updates[1][last] ^= 0x55;
    let (opened, failed) = Workbook::open(Origin(3), updates.iter().map(Vec::as_slice));
    assert_eq!(failed.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [1]);
    assert_eq!((opened.table().name(0), opened.table().name(1)), ("Acme", "Second"));
}

#[test]
fn a_workbook_of_a_newer_version_opens_to_be_read_only() {
    let mut workbook = Workbook::new(Origin(1));
    let first = workbook.apply(Edit::SetTitle("Plan".to_owned())).expect("applies").update;
    let mut newer = workbook.apply(Edit::SetTitle("Newer".to_owned())).expect("applies").update;
    newer[4] = 200;
    let (mut opened, failed) = Workbook::open(Origin(3), [first.as_slice(), newer.as_slice()]);
    assert_eq!((opened.title(), failed.len()), ("Plan", 1));
    assert_eq!(opened.apply(Edit::SetTitle("Mine".to_owned())), Err(Refusal::ReadOnly));
}

/// One step of a person's work, by small numbers that pick what it is done to.
#[derive(Clone, Debug)]
enum Work {
    Import(u8),
    Cell(u8, u8, Option<i8>),
    Add(u8),
    Delete(u8),
    Merge(u8, u8),
    TakeApart(u8),
    Months(u8, u8),
    Column(u8, bool),
    Undo,
    Redo,
}

fn work() -> impl Strategy<Value = Work> {
    prop_oneof![
        1 => any::<u8>().prop_map(Work::Import),
        6 => (any::<u8>(), any::<u8>(), any::<Option<i8>>()).prop_map(|(row, column, value)| Work::Cell(row, column, value)),
        2 => any::<u8>().prop_map(Work::Add),
        2 => any::<u8>().prop_map(Work::Delete),
        3 => (any::<u8>(), any::<u8>()).prop_map(|(kept, other)| Work::Merge(kept, other)),
        2 => any::<u8>().prop_map(Work::TakeApart),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(row, months)| Work::Months(row, months)),
        1 => (0_u8..2, any::<bool>()).prop_map(|(column, removed)| Work::Column(column, removed)),
        3 => Just(Work::Undo),
        2 => Just(Work::Redo),
    ]
}

fn does(workbook: &mut Workbook, work: &Work, next_origin: &mut u64) -> Vec<u8> {
    let ids = rows(workbook);
    let pick = |at: u8| (!ids.is_empty()).then(|| ids[usize::from(at) % ids.len()]);
    let edit = match *work {
        Work::Import(count) => {
            *next_origin += 1;
            Some(import(*next_origin, &["Acme", "Bolt", "Corp"][..usize::from(count) % 4]))
        }
        Work::Cell(row, column, value) => {
            let columns: [ColumnId; 4] =
                [Field::Name.into(), Field::Revenue.into(), Field::LastOrder.into(), ColumnId::Own("fax".to_owned())];
            let column = columns[usize::from(column) % 4].clone();
            let value = value.map_or(Value::Empty, |number| Value::Number(f64::from(number)));
            pick(row).map(|row| Edit::cell(row, column, value))
        }
        Work::Add(value) => {
            Some(Edit::AddRows(vec![vec![(Field::Revenue.into(), Value::Number(f64::from(value)))]; 2]))
        }
        Work::Delete(row) => pick(row).map(|row| Edit::DeleteRows(vec![row])),
        Work::Merge(kept, other) => {
            let comparison =
                pick(kept).zip(pick(other)).and_then(|(one, two)| Comparison::new(workbook.table(), one, two));
            comparison.map(|comparison| {
                let proposed = |line: usize| comparison.lines[line].proposed;
                merge(workbook.table(), &comparison, proposed, Day(20_000))
            })
        }
        Work::TakeApart(at) => {
            let records = merged_before(workbook);
            let record = (!records.is_empty()).then(|| &records[usize::from(at) % records.len()]);
            record.map(|record| take_apart(workbook.table(), record))
        }
        Work::Months(row, months) => pick(row).map(|row| {
            *next_origin += 1;
            let month = |at: u8| (24_000 + i32::from(at % 3), f64::from(at % 5), u32::from(at % 2));
            let bytes = months_to_bytes(&[(row, vec![month(months), (24_003, f64::from(months), 1)])]).into();
            let kind = ChangeKind::Review;
            Edit::Change(Change { kind, months: Some((Origin(*next_origin), bytes)), ..Change::default() })
        }),
        Work::Column(column, removed) => {
            let id = ColumnId::Own(["fax", "extra"][usize::from(column)].to_owned());
            let title = format!("Column {column}");
            Some(if removed { Edit::RemoveColumn(id) } else { Edit::SetColumn { id, title, kind: ColumnKind::Text } })
        }
        Work::Undo => return workbook.undo().map(|applied| applied.update).unwrap_or_default(),
        Work::Redo => return workbook.redo().map(|applied| applied.update).unwrap_or_default(),
    };
    let applied = edit.and_then(|edit| workbook.apply(edit).ok());
    applied.map(|applied| applied.update).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_restores_the_sheet_and_redo_the_next(steps in prop::collection::vec(work(), 1..20)) {
        let (mut workbook, mut origin) = (Workbook::new(Origin(1)), 100);
        for step in steps.iter().filter(|step| !matches!(step, Work::Undo | Work::Redo)) {
            let before = sheet(&workbook);
            if does(&mut workbook, step, &mut origin).is_empty() {
                continue;
            }
            let after = sheet(&workbook);
            workbook.undo();
            prop_assert_eq!(&sheet(&workbook), &before);
            workbook.redo();
            prop_assert_eq!(&sheet(&workbook), &after);
            prop_assert_eq!(workbook.check(), Vec::<String>::new());
        }
    }

    #[test]
    fn two_tabs_end_with_the_same_sheet_and_so_does_what_they_stored(
        steps in prop::collection::vec((any::<bool>(), any::<bool>(), work()), 1..30),
    ) {
        let mut tabs = [Workbook::new(Origin(1)), Workbook::new(Origin(2))];
        let mut waiting: [Vec<Vec<u8>>; 2] = [Vec::new(), Vec::new()];
        let (mut stored, mut origin) = (Vec::new(), 100);
        for (tab, hears, step) in &steps {
            let (at, other) = (usize::from(*tab), usize::from(!*tab));
            let update = does(&mut tabs[at], step, &mut origin);
            if !update.is_empty() {
                stored.push(update.clone());
                waiting[other].push(update);
            }
            if *hears {
                for update in std::mem::take(&mut waiting[at]) {
                    tabs[at].merge(&update).expect("merges");
                }
            }
            prop_assert_eq!(tabs[at].check(), Vec::<String>::new());
        }
        for at in 0..2 {
            for update in waiting[at].drain(..).rev() {
                tabs[at].merge(&update).expect("merges");
            }
        }
        prop_assert_eq!(sheet(&tabs[0]), sheet(&tabs[1]));
        let (reopened, failed) = Workbook::open(Origin(3), stored.iter().rev().map(Vec::as_slice));
        prop_assert!(failed.is_empty());
        prop_assert_eq!(sheet(&reopened), sheet(&tabs[0]));
    }
}

/// The workbook as another opening of it finds it.
fn reopened(workbook: &Workbook, session: u64) -> Workbook {
    let (other, failed) = Workbook::open(Origin(session), [workbook.snapshot().as_slice()]);
    assert!(failed.is_empty());
    other
}

#[test]
fn undo_and_redo_survive_a_reload_imports_included() {
    let mut workbook = Workbook::new(Origin(1));
    workbook.apply(import(7, &["Acme", "Bolt"])).expect("applies");
    let acme = rows(&workbook)[0];
    let imported = sheet(&workbook);
    workbook.apply(Edit::cell(acme, Field::Name, Value::text("Acme & Sons"))).expect("applies");
    let edited = sheet(&workbook);

    let mut workbook = reopened(&workbook, 2);
    let kinds: Vec<EditKind> = workbook.undo_steps().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [EditKind::SetCells, EditKind::Import]);
    workbook.undo().expect("the edit");
    assert_eq!(sheet(&workbook), imported);
    workbook.undo().expect("the import");
    assert_eq!(workbook.table().client_count(), 0);
    sound(&workbook);

    // What was taken back can be done again after another reload.
    let mut workbook = reopened(&workbook, 3);
    assert_eq!((workbook.undo_steps().count(), workbook.redo_steps().count()), (0, 2));
    workbook.redo().expect("the import");
    assert_eq!(sheet(&workbook), imported);
    workbook.redo().expect("the edit");
    assert_eq!(sheet(&workbook), edited);
    sound(&workbook);
}

#[test]
fn a_hundred_steps_are_kept_and_the_oldest_makes_room() {
    let mut workbook = Workbook::new(Origin(1));
    workbook.apply(import(7, &["Acme"])).expect("applies");
    let acme = rows(&workbook)[0];
    for number in 0..150 {
        workbook.apply(Edit::cell(acme, Field::Revenue, Value::Number(f64::from(number) + 0.5))).expect("applies");
    }
    let mut workbook = reopened(&workbook, 2);
    assert_eq!(workbook.undo_steps().count(), 100);
    while workbook.undo().is_some() {}
    assert_eq!(workbook.table().field(Field::Revenue).number(0), Some(49.5));
    sound(&workbook);
}

#[test]
fn a_new_edit_after_a_reload_ends_what_could_be_redone() {
    let mut workbook = Workbook::new(Origin(1));
    workbook.apply(import(7, &["Acme"])).expect("applies");
    let acme = rows(&workbook)[0];
    workbook.apply(Edit::cell(acme, Field::Name, Value::text("B"))).expect("applies");
    workbook.undo();
    let mut workbook = reopened(&workbook, 2);
    workbook.apply(Edit::cell(acme, Field::Name, Value::text("C"))).expect("applies");
    let workbook = reopened(&workbook, 3);
    assert_eq!((workbook.undo_steps().count(), workbook.redo_steps().count()), (2, 0));
}

#[test]
fn what_one_tab_takes_back_of_earlier_steps_the_other_does_not_take_back_again() {
    let mut first = Workbook::new(Origin(1));
    first.apply(import(7, &["Acme"])).expect("applies");
    let acme = rows(&first)[0];
    first.apply(Edit::cell(acme, Field::Name, Value::text("B"))).expect("applies");
    let mut second = reopened(&first, 2);
    let update = second.undo().expect("the edit").update;
    first.merge(&update).expect("merges");
    assert_eq!(first.undo_steps().map(|(kind, _)| kind).collect::<Vec<_>>(), [EditKind::Import]);
    assert_eq!(first.redo_steps().count(), 1);
}

#[test]
fn many_changes_in_one_go_are_one_step() {
    let mut workbook = Workbook::new(Origin(1));
    workbook.apply(import(7, &["Acme", "Bolt", "Cord"])).expect("applies");
    let clients = rows(&workbook);
    let before = sheet(&workbook);
    workbook.apply(Edit::DeleteRows(vec![clients[2]])).expect("applies");
    let cell = |row, text: &str| CellEdit { row, column: ColumnId::Own("fresh".to_owned()), value: Value::text(text) };
    let fresh =
        ColumnDefinition { id: ColumnId::Own("fresh".to_owned()), title: "Fresh".to_owned(), kind: ColumnKind::Text };
    let change = Change {
        kind: ChangeKind::Review,
        columns: vec![fresh],
        cells: vec![cell(clients[0], "yes")],
        added: vec![vec![(Field::Name.into(), Value::text("Dorn"))]],
        deleted: vec![clients[1]],
        restored: vec![clients[2]],
        records: vec![("view/1/definition".to_owned(), Some(Stored::Text("{}".to_owned())))],
        ..Change::default()
    };
    workbook.apply(Edit::Change(change.clone())).expect("applies");
    sound(&workbook);
    let names = |workbook: &Workbook| -> Vec<String> {
        workbook.table().rows().map(|row| workbook.table().name(row).to_owned()).collect()
    };
    assert_eq!(names(&workbook), ["Acme", "Cord", "Dorn"]);
    let after = sheet(&workbook);
    workbook.undo();
    assert_eq!(names(&workbook), ["Acme", "Bolt"]);
    sound(&workbook);
    workbook.redo();
    assert_eq!(sheet(&workbook), after);
    workbook.undo();
    workbook.undo();
    assert_eq!(sheet(&workbook), before);

    // A stranger among the clients refuses all of it.
    let stranger = RowId { origin: Origin(5), index: 0 };
    let refused = workbook.apply(Edit::Change(Change { deleted: vec![stranger], ..change }));
    assert_eq!(refused, Err(Refusal::NoSuchRow));
    assert_eq!(sheet(&workbook), before);
}

#[test]
fn a_deletion_that_is_taken_back_elsewhere_brings_no_row_of_a_withdrawn_import() {
    let mut first = Workbook::new(Origin(1));
    let mut second = Workbook::new(Origin(2));
    let update = first.apply(import(7, &["Acme"])).expect("applies").update;
    second.merge(&update).expect("merges");
    let acme = rows(&second)[0];
    let deleted = second.apply(Edit::DeleteRows(vec![acme])).expect("applies").update;
    let restored = second.undo().expect("the deletion").update;
    first.undo().expect("the import");
    for update in [deleted, restored] {
        first.merge(&update).expect("merges");
    }
    assert_eq!(first.table().client_count(), 0);
    sound(&first);
}
