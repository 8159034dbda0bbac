use super::*;
use crate::demo::{self, Language};
use crate::exchange::ROW_ID_HEADING;
use crate::segment::{Segment, SegmentRules, classify};
use crate::workbook::{
    Batch, BatchColumn, Change, ChangeKind, ClientTable, ColumnData, ColumnDefinition, ColumnId, ColumnKind, Day, Edit,
    Field, History, Misfit, Origin, Reason, RowId, Source, Value, Workbook,
};

const DAY: Day = Day(20_000);

fn id(name: &str) -> ColumnId {
    name.parse().expect("a column")
}

fn definition(name: &str, kind: ColumnKind) -> ColumnDefinition {
    match id(name) {
        ColumnId::Field(field) => ColumnDefinition::of_field(field),
        own => ColumnDefinition { title: name.trim_start_matches("own:").to_owned(), id: own, kind },
    }
}

/// A value as it would be read into a column of this kind: `~` begins what does not fit.
fn value(text: &str, kind: ColumnKind) -> Value {
    if let Some(text) = text.strip_prefix('~') {
        return Value::Misfit(Misfit { text: text.to_owned(), reason: Reason::NotANumber });
    }
    match text.parse() {
        _ if text.is_empty() => Value::Empty,
        Ok(number) if kind.is_numeric() => Value::Number(number),
        Ok(day) if kind == ColumnKind::Date => Value::Date(Day(day as i32)),
        _ => Value::text(text),
    }
}

/// A list: headings and rows, cells parted by `|`. Own columns are texts, one that is called `Kontor ID` has row ids.
fn batch(headings: &str, rows: &[&str]) -> Batch {
    let mut columns = Vec::new();
    for (at, name) in headings.split('|').enumerate() {
        let definition = if name == ROW_ID_HEADING {
            ColumnDefinition {
                id: ColumnId::Own("kontorid".to_owned()),
                title: name.to_owned(),
                kind: ColumnKind::Text,
            }
        } else {
            definition(name, ColumnKind::Text)
        };
        let mut data = ColumnData::default();
        for (row, cells) in (0..).zip(rows) {
            let text = cells.split('|').nth(at).unwrap_or_default();
            data.set(row, &value(text, definition.kind), definition.kind);
        }
        columns.push(BatchColumn { definition, data });
    }
    Batch { source: Source::default(), rows: rows.len() as u32, columns, history: History::default() }
}

fn workbook(headings: &str, rows: &[&str]) -> Workbook {
    let mut workbook = Workbook::new(Origin(1));
    let bytes = batch(headings, rows).to_bytes().into();
    workbook.apply(Edit::Import { origin: Origin(7), bytes }).expect("an import");
    workbook
}

fn row_id(index: u32) -> String {
    RowId { origin: Origin(7), index }.to_string()
}

fn names() -> SegmentNames {
    SegmentNames(vec![("Large".to_owned(), Segment::Large), ("Small".to_owned(), Segment::Small)])
}

fn options() -> Options {
    Options { segments: names(), ..Options::default() }
}

fn compared(workbook: &Workbook, list: &Batch, options: &Options) -> (Review, Batch) {
    compare(workbook.table(), list, options, &SegmentRules::default())
}

/// The items as lines: `changed Acme: phone 1 -> 2`, with `?` before those in doubt.
fn lines(review: &Review, added: &Batch) -> Vec<String> {
    let written = |value: &Value| match value {
        Value::Empty => "-".to_owned(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => day.0.to_string(),
        Value::Misfit(misfit) => format!("~{}", misfit.text),
    };
    let line = |item: &Item| {
        let cells = item.cells.iter().map(|cell| {
            let column = &review.columns[cell.column as usize].definition.id;
            format!("{column} {} -> {}", written(&cell.old), written(&cell.new))
        });
        let cells: Vec<String> = cells.collect();
        let doubt = if item.doubt.is_some() { "?" } else { "" };
        let colon = if cells.is_empty() { "" } else { ": " };
        if item.kind == ItemKind::Added {
            assert!(item.place < added.rows, "an added row is in the batch");
        }
        format!("{doubt}{} {}{colon}{}", item.kind.key(), item.name, cells.join(", "))
    };
    review.items.iter().map(line).collect()
}

/// The list, with months: `row month revenue orders`.
fn with_months(mut list: Batch, months: &[(u32, i32, f64, u32)]) -> Batch {
    for (row, month, revenue, orders) in months {
        list.history.rows.push(*row);
        list.history.months.push(*month);
        list.history.revenue.push(*revenue);
        list.history.orders.push(*orders);
    }
    list
}

/// What a list with these months says of the one client `Acme`, whose months are before, and what they become.
#[track_caller]
fn check_months(
    before: &[(i32, f64, u32)],
    list: &[(i32, f64, u32)],
    added_and_changed: (u32, u32),
    after: &[(i32, f64, u32)],
) {
    let of_first = |months: &[(i32, f64, u32)]| -> Vec<_> {
        months.iter().map(|(month, revenue, orders)| (0, *month, *revenue, *orders)).collect()
    };
    let mut workbook = Workbook::new(Origin(1));
    let bytes = with_months(batch("name", &["Acme", "Bolt"]), &of_first(before)).to_bytes().into();
    workbook.apply(Edit::Import { origin: Origin(7), bytes }).expect("an import");
    let list = with_months(batch("name", &["Acme"]), &of_first(list));
    let (review, added) = compared(&workbook, &list, &options());
    let months = review.items.first().map(|item| item.months.clone()).unwrap_or_default();
    assert_eq!((months.added, months.changed()), added_and_changed);
    assert_eq!(review.changed_histories(), usize::from(added_and_changed != (0, 0)));
    let edit = change(&review, &added, &vec![true; review.items.len()], workbook.table(), Origin(99));
    workbook.apply(Edit::Change(edit)).expect("it is done");
    assert_eq!(workbook.table().history(0), after);
    assert_eq!(workbook.check(), Vec::<String>::new());
    let again = compared(&workbook, &list, &options()).0;
    assert_eq!((again.items.len(), again.unchanged), (0, 1), "nothing differs after all was taken");
    if !review.items.is_empty() {
        workbook.undo().expect("one step");
        assert_eq!(workbook.table().history(0), before);
        workbook.redo().expect("one step");
        assert_eq!(workbook.table().history(0), after);
        assert_eq!(workbook.check(), Vec::<String>::new());
    }
}

/// What a list says of a workbook with these clients.
#[track_caller]
fn check(headings: &str, clients: &[&str], list: (&str, &[&str]), expected: &[&str]) {
    let workbook = workbook(headings, clients);
    let list = batch(list.0, list.1);
    let (review, added) = compared(&workbook, &list, &options());
    assert_eq!(lines(&review, &added), expected);
    assert_eq!(review.rows, list.rows);
    taken_and_undone(workbook, &review, &added, &list);
}

/// Taking everything makes the sheet as the list says, and one undo brings back what was.
#[track_caller]
fn taken_and_undone(mut workbook: Workbook, review: &Review, added: &Batch, list: &Batch) {
    let before = contents(&workbook);
    let mut edit = change(review, added, &vec![true; review.items.len()], workbook.table(), Origin(99));
    choose_segments(&mut edit, DAY);
    workbook.apply(Edit::Change(edit)).expect("it is done");
    assert_eq!(workbook.check(), Vec::<String>::new());
    if review.items.iter().all(|item| item.doubt.is_none()) {
        let (again, added) = compared(&workbook, list, &options());
        let rest: Vec<String> = lines(&again, &added).into_iter().filter(|line| !line.starts_with("added")).collect();
        assert_eq!(rest, Vec::<String>::new(), "nothing differs after all was taken");
    }
    let after = contents(&workbook);
    if !review.items.is_empty() {
        workbook.undo().expect("one step");
        assert_eq!(contents(&workbook), before, "one undo takes it all back");
        assert_eq!(workbook.check(), Vec::<String>::new());
        workbook.redo().expect("one step");
        assert_eq!(contents(&workbook), after, "and redo brings it again");
        assert_eq!(workbook.check(), Vec::<String>::new());
    }
}

fn contents(workbook: &Workbook) -> Vec<String> {
    let table = workbook.table();
    let columns = table.shown_columns();
    let row = |row: u32| {
        let cells = columns.iter().map(|column| format!("{} {:?}", column.definition.id, column.data.get(row)));
        format!("{:?} {}", table.row_id(row), cells.collect::<Vec<_>>().join("; "))
    };
    table.rows().map(row).collect()
}

#[test]
fn rows_are_known_by_tax_id_code_and_name_in_this_order() {
    let clients = ["Acme|7707083893|A1|1", "Bolt||B1|2", "Cork Ltd|||3", "Dunn|||4"];
    let rows = ["Acme Group|7707083893/770701001||1", "Bolt Parts||B1|2", "«CORK», limited|||30", "New one|||5"];
    let expected = [
        "changed Acme: name Acme -> Acme Group, taxid 7707083893 -> 7707083893/770701001",
        "changed Bolt: name Bolt -> Bolt Parts",
        "changed Cork Ltd: name Cork Ltd -> «CORK», limited, orders 3 -> 30",
        "added New one",
    ];
    check("name|taxid|code|orders", &clients, ("name|taxid|code|orders", &rows), &expected);
}

#[test]
fn a_changed_name_is_found_by_its_row_id_which_wins_over_names() {
    let (first, second) = (row_id(0), row_id(1));
    let rows = [format!("Bolt|1|{first}"), format!("Acme|2|{second}")];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let expected = ["changed Acme: name Acme -> Bolt", "changed Bolt: name Bolt -> Acme"];
    check("name|orders", &["Acme|1", "Bolt|2"], ("name|orders|Kontor ID", &rows), &expected);
}

#[test]
fn a_file_of_kontors_own_tells_who_is_gone() {
    let rows = [format!("Acme|1|{}", row_id(0)), "New|9|".to_owned()];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    check("name|orders", &["Acme|1", "Bolt|2"], ("name|orders|Kontor ID", &rows), &["added New", "deleted Bolt"]);
    check("name|orders", &["Acme|1", "Bolt|2"], ("name|orders", &["Acme|1"]), &[]);
}

#[test]
fn deletions_are_proposed_only_where_the_file_has_most_clients() {
    let clients: Vec<String> = (0..10).map(|at| format!("Client {at}")).collect();
    let workbook = workbook("name", &clients.iter().map(String::as_str).collect::<Vec<_>>());
    let proposed = |count: u32| {
        let rows: Vec<String> = (0..count).map(|at| format!("Client {at}|{}", row_id(at))).collect();
        let list = batch("name|Kontor ID", &rows.iter().map(String::as_str).collect::<Vec<_>>());
        let (review, _) = compared(&workbook, &list, &options());
        let deleted = review.items.iter().filter(|item| item.kind == ItemKind::Deleted);
        deleted.map(|item| item.is_proposed).collect::<Vec<_>>()
    };
    assert_eq!(proposed(9), [true]);
    assert_eq!(proposed(4), [false; 6]);
    let asked = Options { offer_deleted: true, ..options() };
    let (review, _) = compared(&workbook, &batch("name", &["Client 0"]), &asked);
    assert_eq!(review.count(ItemKind::Deleted), 9);
    assert!(review.items.iter().all(|item| !item.is_proposed));
}

#[test]
fn months_of_a_list_replace_the_same_months_and_others_stay() {
    check_months(&[], &[(1, 5.0, 1)], (1, 0), &[(1, 5.0, 1)]);
    check_months(&[(1, 5.0, 1)], &[], (0, 0), &[(1, 5.0, 1)]);
    check_months(&[(1, 5.0, 1), (2, 6.0, 1)], &[(2, 6.0, 1)], (0, 0), &[(1, 5.0, 1), (2, 6.0, 1)]);
    let after = [(1, 5.0, 1), (2, 7.5, 3), (3, 1.0, 1), (4, -2.0, 0)];
    check_months(&[(1, 5.0, 1), (2, 6.0, 1)], &[(2, 7.5, 3), (3, 1.0, 1), (4, -2.0, 0)], (2, 1), &after);
    // Sums of months know of no orders, and leave those that are known.
    check_months(&[(1, 5.0, 4), (2, 6.0, 1)], &[(1, 5.0, 0), (2, 8.0, 0)], (0, 1), &[(1, 5.0, 4), (2, 8.0, 1)]);
}

#[test]
fn months_come_along_with_cells_and_new_clients_in_one_step() {
    let mut workbook = workbook("name|revenue", &["Acme|5", "Bolt|6"]);
    let list = with_months(batch("name|revenue", &["Acme|7", "Cork|3"]), &[(0, 1, 7.0, 1), (1, 1, 3.0, 1)]);
    let (review, added) = compared(&workbook, &list, &options());
    let edit = change(&review, &added, &[true, true], workbook.table(), Origin(99));
    workbook.apply(Edit::Change(edit)).expect("it is done");
    let months =
        |workbook: &Workbook| workbook.table().rows().map(|row| workbook.table().history(row)).collect::<Vec<_>>();
    assert_eq!(months(&workbook), [vec![(1, 7.0, 1)], vec![], vec![(1, 3.0, 1)]]);
    workbook.undo().expect("one step");
    assert_eq!(months(&workbook), [vec![], vec![]]);
    assert_eq!(workbook.table().field(Field::Revenue).number(0), Some(5.0));
    assert_eq!(workbook.undo_steps().count(), 1);
    workbook.redo().expect("one step");
    assert_eq!(months(&workbook), [vec![(1, 7.0, 1)], vec![], vec![(1, 3.0, 1)]]);
    assert_eq!(workbook.check(), Vec::<String>::new());
}

#[test]
fn months_of_a_client_that_was_merged_are_those_of_the_list() {
    let mut workbook = Workbook::new(Origin(1));
    let clients = with_months(batch("name", &["Acme", "Acme Ltd"]), &[(0, 1, 5.0, 1), (1, 1, 2.0, 1), (1, 2, 4.0, 1)]);
    workbook.apply(Edit::Import { origin: Origin(7), bytes: clients.to_bytes().into() }).expect("an import");
    let [kept, other] = [0, 1].map(|index| RowId { origin: Origin(7), index });
    let merged = Change { kind: ChangeKind::Merge, merged: vec![(other, kept)], ..Change::default() };
    workbook.apply(Edit::Change(merged)).expect("merged");
    assert_eq!(workbook.table().history(0), [(1, 7.0, 2), (2, 4.0, 1)]);
    let list = with_months(batch("name", &["Acme"]), &[(0, 1, 9.0, 2)]);
    let (review, added) = compared(&workbook, &list, &options());
    let edit = change(&review, &added, &[true], workbook.table(), Origin(99));
    workbook.apply(Edit::Change(edit)).expect("it is done");
    assert_eq!(workbook.table().history(0), [(1, 9.0, 2), (2, 4.0, 1)]);
    assert_eq!(compared(&workbook, &list, &options()).0.items, []);
}

#[test]
fn empty_cells_never_overwrite() {
    check("name|phone|orders|first", &["Acme|1|5|100"], ("name|phone|orders|first", &["Acme|||"]), &[]);
    check("name|phone", &["Acme|1"], ("name|phone", &["Acme| "]), &[]);
    check("name|phone", &["Acme|"], ("name|phone", &["Acme|2"]), &["changed Acme: phone - -> 2"]);
}

#[test]
fn values_are_compared_and_not_how_they_are_written() {
    let headings = "name|margin|last|notes";
    check(headings, &["Acme|0.1|100|a b"], (headings, &["Acme|0.10000000000000001|100| a b "]), &[]);
    check(headings, &["Acme|0.1|100|a"], (headings, &["Acme|0.11|100|a"]), &["changed Acme: margin 0.1 -> 0.11"]);
    check(headings, &["Acme|0.1|100|a"], (headings, &["Acme|0.1|101|a"]), &["changed Acme: last 100 -> 101"]);
    check(headings, &["Acme|0.1|100|a"], (headings, &["Acme|0.1|100|A"]), &["changed Acme: notes a -> A"]);
}

#[test]
fn what_a_list_rounded_is_no_change_and_an_edit_is_one() {
    let clients = ["Acme|10.126", "Bolt|7.333", "Cork|5"];
    check("name|revenue", &clients, ("name|revenue", &["Acme|10.13", "Bolt|7.33", "Cork|5"]), &[]);
    let expected = ["changed Cork: revenue 5 -> 6"];
    check("name|revenue", &clients, ("name|revenue", &["Acme|10.13", "Bolt|7.33", "Cork|6"]), &expected);
    let expected = ["changed Acme: revenue 10.4 -> 10"];
    check("name|revenue", &["Acme|10.4", "Bolt|7"], ("name|revenue", &["Acme|10", "Bolt|7"]), &expected);
}

#[test]
fn a_misfit_with_the_same_words_is_no_change() {
    let headings = "name|revenue|orders";
    check(headings, &["Acme|~n/a|~about 5"], (headings, &["Acme|~n/a|~about 5"]), &[]);
    let expected = ["changed Acme: revenue ~n/a -> 12, orders 5 -> ~six"];
    check(headings, &["Acme|~n/a|5"], (headings, &["Acme|12|~six"]), &expected);
}

#[test]
fn what_is_ambiguous_is_for_the_person_to_decide() {
    let expected = ["?changed Acme: phone 1 -> 3"];
    check("name|phone", &["Acme|1", "Acme|2"], ("name|phone", &["Acme|3"]), &expected);
}

#[test]
fn several_rows_and_several_clients_of_one_name() {
    let workbook = workbook("name|phone", &["Acme|1", "Acme|2", "Bolt|3"]);
    let list = batch("name|phone", &["Acme|1", "Acme|5", "Acme|6", "Bolt|3", "Bolt|4"]);
    let (review, added) = compared(&workbook, &list, &options());
    assert_eq!(lines(&review, &added), ["?changed Acme: phone 2 -> 5", "?added Acme", "?added Bolt"]);
    assert!(review.items.iter().all(|item| !item.is_proposed));
    assert_eq!((review.matched, review.unchanged, review.doubts()), (3, 2, 3));
}

#[test]
fn another_key_decides_between_clients_of_one_key() {
    let clients = ["Acme North|7707083893|1", "Acme South|7707083893|2"];
    let rows = ["Acme South|7707083893|2", "Acme North|7707083893|9"];
    let expected = ["changed Acme North: orders 1 -> 9"];
    check("name|taxid|orders", &clients, ("name|taxid|orders", &rows), &expected);
}

#[test]
fn a_namesake_with_another_number_is_in_doubt_or_another_client() {
    let expected = ["?changed Acme: code A1 -> A9"];
    check("name|code", &["Acme|A1"], ("name|code", &["Acme|A9"]), &expected);
    check("name|code", &["Acme|A1"], ("name|code", &["Acme|A1", "Acme|A9"]), &["added Acme"]);
}

#[test]
fn a_row_that_was_copied_with_its_identity_is_in_doubt() {
    let rows = [format!("Acme|1|{}", row_id(0)), format!("Acme branch|2|{}", row_id(0))];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    check("name|orders", &["Acme|1"], ("name|orders|Kontor ID", &rows), &["?added Acme branch"]);
}

#[test]
fn a_client_that_was_deleted_meanwhile_does_not_come_back_by_itself() {
    let mut workbook = workbook("name", &["Acme", "Bolt"]);
    let gone = workbook.table().row_id(1).expect("a client");
    workbook.apply(Edit::DeleteRows(vec![gone])).expect("deleted");
    let list = batch("name|Kontor ID", &[&format!("Acme|{}", row_id(0)), &format!("Bolt|{}", row_id(1))]);
    let (review, added) = compared(&workbook, &list, &options());
    assert_eq!(lines(&review, &added), ["?added Bolt"]);
    assert_eq!(review.items[0].doubt, Some(Doubt::WasDeleted));
}

#[test]
fn new_columns_come_along() {
    let rows = ["Acme|green|12", "New|red|"];
    let expected = ["changed Acme: own:Colour - -> green, email - -> 12", "added New"];
    check("name", &["Acme", "Bolt"], ("name|own:Colour|email", &rows), &expected);
    check("name", &["Acme"], ("name|own:Colour", &["Acme|green"]), &["changed Acme: own:Colour - -> green"]);
}

#[test]
fn a_segment_counts_where_it_is_another_than_the_one_shown() {
    let workbook = workbook("name|employees|turnover", &["Acme|9|100000"]);
    let shown = classify(workbook.table(), &SegmentRules::default()).segment(0).expect("a segment");
    assert_eq!(shown, Segment::Small);
    let with = |segment: &str| batch("name|segment", &[&format!("Acme|{segment}")]);
    assert_eq!(compared(&workbook, &with("Small"), &options()).0.items, []);
    assert_eq!(compared(&workbook, &with("Nonsense"), &options()).0.items, []);
    let (review, added) = compared(&workbook, &with("Large"), &options());
    assert_eq!(lines(&review, &added), ["changed Acme: segment small -> large"]);
    taken_and_undone(workbook, &review, &added, &with("Large"));
}

#[test]
fn a_segment_that_another_workbook_found_is_not_chosen_here() {
    let workbook = workbook("name", &["Acme"]);
    let other = |index| RowId { origin: Origin(8), index }.to_string();
    let rows =
        [format!("Bolt|Large||{}", other(0)), format!("Cork|Large|19000|{}", other(1)), "Dunn|Large||".to_owned()];
    let list = batch("name|segment|segment_chosen|Kontor ID", &rows.iter().map(String::as_str).collect::<Vec<_>>());
    let (review, added) = compared(&workbook, &list, &options());
    let table = ClientTable::of_batch(added.clone());
    let segments: Vec<&str> = table.rows().map(|row| table.field(Field::Segment).text(row)).collect();
    assert_eq!(segments, ["", "large", "large"]);
    assert_eq!(table.field(Field::SegmentChosen).day(1), Some(Day(19_000)));
    let taken = [true, true, true, false];
    let edit = change(&review, &added, &taken, workbook.table(), Origin(99));
    assert!(edit.imported.is_some());
}

#[test]
fn calculated_columns_are_not_compared() {
    let workbook = workbook("name|own:Total", &["Acme|1"]);
    let list = batch("name|own:Total", &["Acme|2"]);
    let skipped = Options { skipped: vec![id("own:Total")], ..options() };
    assert_eq!(compared(&workbook, &list, &skipped).0.items, []);
}

#[test]
fn only_what_is_taken_is_done() {
    let mut workbook = workbook("name|phone", &["Acme|1", "Bolt|2"]);
    let list = batch("name|phone", &["Acme|9", "Bolt|8", "Cork|7", "Dunn|6"]);
    let (review, added) = compared(&workbook, &list, &options());
    let edit = change(&review, &added, &[false, true, false, true], workbook.table(), Origin(99));
    workbook.apply(Edit::Change(edit)).expect("it is done");
    let table = workbook.table();
    let shown: Vec<(&str, &str)> =
        table.rows().map(|row| (table.name(row), table.field(Field::Phone).text(row))).collect();
    assert_eq!(shown, [("Acme", "1"), ("Bolt", "8"), ("Dunn", "6")]);
}

#[test]
fn an_update_is_told_from_a_list_of_others() {
    let workbook = workbook("name", &["Acme", "Bolt"]);
    let is_update = |rows: &[&str]| {
        let count_only = Options { count_only: true, ..options() };
        compared(&workbook, &batch("name", rows), &count_only).0.is_update()
    };
    assert!(is_update(&["Acme", "x", "y"]));
    assert!(!is_update(&["Acme", "x", "y", "z"]));
    assert!(!is_update(&["x"]));
    assert!(!is_update(&[]));
}

/// The clients as a file of Kontor's own holds them.
fn exported(table: &ClientTable) -> Batch {
    let rows: Vec<u32> = table.rows().collect();
    let column = |definition: &ColumnDefinition, get: &dyn Fn(u32) -> Value| {
        let mut data = ColumnData::default();
        for (place, row) in (0..).zip(&rows) {
            data.set(place, &get(*row), definition.kind);
        }
        BatchColumn { definition: definition.clone(), data }
    };
    let shown = table.shown_columns();
    let mut columns: Vec<BatchColumn> =
        shown.iter().map(|shown| column(&shown.definition, &|row| shown.data.get(row))).collect();
    let ids = ColumnId::Own("kontorid".to_owned());
    let ids = ColumnDefinition { id: ids, title: ROW_ID_HEADING.to_owned(), kind: ColumnKind::Text };
    columns.push(column(&ids, &|row| Value::text(table.row_id(row).map_or(String::new(), |id| id.to_string()))));
    Batch { source: Source::default(), rows: rows.len() as u32, columns, history: History::default() }
}

#[track_caller]
fn unchanged(workbook: &Workbook) {
    let mut list = exported(workbook.table());
    let (review, added) = compared(workbook, &list, &options());
    assert_eq!(lines(&review, &added), Vec::<String>::new());
    assert_eq!(review.unchanged, workbook.table().client_count());
    // Without the identities it is the same, duplicates included: they pair in their order.
    list.columns.pop();
    let (review, added) = compared(workbook, &list, &options());
    assert_eq!(lines(&review, &added), Vec::<String>::new());
}

#[test]
fn a_file_that_comes_back_as_it_went_is_no_difference() {
    for language in [Language::English, Language::Chinese, Language::Russian] {
        let mut workbook = Workbook::new(Origin(1));
        let bytes = demo::batch(language, 1, DAY).to_bytes().into();
        workbook.apply(Edit::Import { origin: Origin(7), bytes }).expect("an import");
        let gone = workbook.table().row_id(5).expect("a client");
        workbook.apply(Edit::DeleteRows(vec![gone])).expect("deleted");
        unchanged(&workbook);
    }
}

#[test]
fn ten_thousand_rows_that_come_back_as_they_went_are_no_difference() {
    let rows: Vec<String> = (0..10_000)
        .map(|at| {
            format!("Client {at} Ltd|{}|{:.3}|{}|~n/a {}", at % 9000 + 100_000, f64::from(at) / 7.0, at % 365, at % 3)
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let workbook = workbook("name|code|revenue|last|orders", &rows);
    unchanged(&workbook);
}

#[test]
fn a_key_that_all_clients_share_pairs_them_by_their_order() {
    let rows: Vec<String> = (0..3000).map(|at| format!("Shop|{at}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let workbook = workbook("name|orders", &rows);
    unchanged(&workbook);
}
