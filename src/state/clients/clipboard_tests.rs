use super::super::sort::Sort;
use super::super::testing::{column, select, with_view};
use super::*;

fn revenues(view: &ClientsView) -> Vec<Value> {
    let rows = view.order.with_untracked(|order| order.rows.clone());
    view.book.table(|table| rows.into_iter().map(|row| table.value(row, &Field::Revenue.into())).collect())
}

fn names(view: &ClientsView) -> Vec<String> {
    let rows = view.order.with_untracked(|order| order.rows.clone());
    view.book.table(|table| rows.into_iter().map(|row| table.name(row).to_owned()).collect())
}

fn paste(view: &ClientsView, text: &str) {
    view.paste(&tsv::read(text));
}

fn is_asked(view: &ClientsView) -> Option<(usize, usize)> {
    view.asked.with_untracked(|draft| draft.as_ref().map(|draft| (draft.added(), draft.clashes())))
}

fn numbers(numbers: [f64; 3]) -> Vec<Value> {
    numbers.map(Value::Number).to_vec()
}

fn notices(view: &ClientsView) -> Vec<Notice> {
    view.book.notices().list().into_iter().map(|(_, notice)| notice).collect()
}

#[test]
fn a_block_is_copied_and_pasted_elsewhere_in_one_step() {
    with_view(|view| {
        let revenue = column(&view, Field::Revenue);
        select(&view, (0, revenue), (2, revenue));
        let copied = view.copied().expect("a text");
        assert_eq!(copied.text, "1.5\r\n\r\n3\r\n");
        assert!(copied.html.is_some_and(|html| html.contains("<td>1.5</td>")));
        select(&view, (1, revenue), (1, revenue));
        paste(&view, &copied.text);
        assert_eq!(is_asked(&view), Some((1, 0)));
        view.agree(false);
        let values = [Value::Number(1.5), Value::Number(1.5), Value::Empty, Value::Number(3.0)];
        assert_eq!(revenues(&view), values);
        view.book.undo();
        assert_eq!(revenues(&view), [Value::Number(1.5), Value::Empty, Value::Number(3.0)]);
    });
}

#[test]
fn one_value_fills_all_that_is_selected() {
    with_view(|view| {
        let revenue = column(&view, Field::Revenue);
        select(&view, (2, revenue), (0, revenue));
        paste(&view, "7\n");
        assert_eq!(revenues(&view), numbers([7.0; 3]));
        select(&view, (0, revenue), (0, revenue));
        view.add_range(Selection::at(Place::new(2, revenue)));
        paste(&view, "8");
        assert_eq!(revenues(&view), numbers([8.0, 7.0, 8.0]));
    });
}

#[test]
fn a_value_that_does_not_fit_takes_no_place_unasked() {
    with_view(|view| {
        let revenue = column(&view, Field::Revenue);
        let before = revenues(&view);
        select(&view, (0, revenue), (0, revenue));
        paste(&view, "soon\nlater\n9");
        assert_eq!(is_asked(&view), Some((0, 1)));
        assert_eq!(revenues(&view), before, "nothing happens before the answer");
        let example = view.asked.with_untracked(|draft| draft.as_ref()?.examples().first().cloned()).expect("one");
        assert_eq!((example.client.as_str(), example.before.as_str(), example.text.as_str()), ("Alpha", "1.5", "soon"));

        view.agree(true);
        assert_eq!(revenues(&view)[0], Value::Number(1.5), "kept");
        assert!(matches!(&revenues(&view)[1], Value::Misfit(misfit) if misfit.text == "later"), "nothing was lost");
        assert_eq!(revenues(&view)[2], Value::Number(9.0));
        assert_eq!(notices(&view), [Notice::Pasted(crate::state::clients::Pasted { misfits: 1, lost: 0 })]);
        view.book.undo();
        assert_eq!(revenues(&view), before);

        paste(&view, "soon");
        view.agree(false);
        assert!(matches!(&revenues(&view)[0], Value::Misfit(misfit) if misfit.text == "soon"));
        view.book.undo();
        assert_eq!(revenues(&view), before);
    });
}

#[test]
fn what_reaches_beyond_the_last_column_is_told() {
    with_view(|view| {
        select(&view, (0, 0), (0, 0));
        view.columns.with_untracked(|columns| assert!(columns.len() < 60));
        let wide = ["A"; 60].join("\t");
        paste(&view, &wide);
        view.agree(true);
        assert_eq!(names(&view)[0], "A");
        assert!(notices(&view).iter().any(|notice| matches!(notice, Notice::Pasted(pasted) if pasted.lost > 0)));
    });
}

#[test]
fn a_sorted_or_filtered_sheet_is_pasted_into_as_it_is_shown() {
    with_view(|view| {
        view.sort.set(vec![Sort { column: Field::Name.into(), is_descending: true }]);
        assert_eq!(names(&view), ["Charlie", "Bravo", "Alpha"]);
        let revenue = column(&view, Field::Revenue);
        select(&view, (0, revenue), (0, revenue));
        paste(&view, "10\r\n20\r\n30\r\n");
        assert_eq!(revenues(&view), numbers([10.0, 20.0, 30.0]));
        view.query.set("ha".to_owned());
        assert_eq!(names(&view), ["Charlie", "Alpha"]);
        paste(&view, "1\n2");
        view.query.set(String::new());
        assert_eq!(revenues(&view), numbers([1.0, 20.0, 2.0]));
    });
}

#[test]
fn a_block_is_repeated_where_the_selection_holds_it_several_times() {
    with_view(|view| {
        select(&view, (0, 0), (0, 0));
        paste(&view, "a\nb\nc\nd");
        view.agree(false);
        assert_eq!(names(&view), ["a", "b", "c", "d"]);
        select(&view, (0, 0), (3, 0));
        paste(&view, "x\ny");
        assert_eq!(names(&view), ["x", "y", "x", "y"]);
    });
}

#[test]
fn empty_rows_below_a_list_add_nobody() {
    with_view(|view| {
        select(&view, (2, 0), (2, 0));
        paste(&view, "Charlie\r\nDelta\r\n\r\n\r\n\r\n");
        assert_eq!(is_asked(&view), Some((1, 0)));
        view.agree(false);
        assert_eq!(names(&view), ["Alpha", "Bravo", "Charlie", "Delta"]);
        // Within the list an empty row empties.
        select(&view, (0, 0), (0, 0));
        paste(&view, "a\r\n\r\n\r\n");
        assert_eq!(names(&view), ["a", "", "", "Delta"]);
    });
}

#[test]
fn ranges_that_are_no_block_are_not_copied_and_that_is_told() {
    with_view(|view| {
        let revenue = column(&view, Field::Revenue);
        select(&view, (0, 0), (0, 0));
        view.add_range(Selection::at(Place::new(2, 0)));
        assert_eq!(view.copied().map(|copied| copied.text), Some("Alpha\r\nCharlie\r\n".to_owned()));
        view.add_range(Selection::at(Place::new(1, revenue)));
        assert_eq!(view.copied(), None);
        assert_eq!(notices(&view), [Notice::RangesApart]);
    });
}

fn add_range(view: &ClientsView, from: (usize, usize), to: (usize, usize)) {
    view.add_range(Selection { active: Place::new(from.0, from.1), far: Place::new(to.0, to.1) });
}

fn notes(view: &ClientsView) -> Vec<String> {
    let rows = view.order.with_untracked(|order| order.rows.clone());
    let notes = |row| view.book.table(|table| table.data(&Field::Notes.into()).text(row).to_owned());
    rows.into_iter().map(notes).collect()
}

#[test]
fn each_of_several_ranges_takes_the_block_and_repeats_it_where_it_tiles() {
    with_view(|view| {
        select(&view, (0, 0), (0, 0));
        paste(&view, "a\nb\nc\nd\ne\nf");
        view.agree(false);
        let at = column(&view, Field::Notes);
        select(&view, (0, at), (0, at));
        add_range(&view, (2, at), (5, at));
        paste(&view, "x\ny");
        assert_eq!(notes(&view), ["x", "y", "x", "y", "x", "y"]);
        view.book.undo();
        assert_eq!(notes(&view), [""; 6], "one step");

        // Ranges that the block makes overlap: no cell is written twice.
        select(&view, (1, at), (1, at));
        add_range(&view, (0, at), (0, at));
        paste(&view, "x\ny");
        assert_eq!(notes(&view), ["x", "y", "y", "", "", ""]);
    });
}

#[test]
fn ranges_that_reach_below_the_list_add_the_same_client() {
    with_view(|view| {
        let at = column(&view, Field::Notes);
        select(&view, (2, 0), (2, 0));
        add_range(&view, (2, at), (2, at));
        paste(&view, "x\ny");
        assert_eq!(is_asked(&view), Some((1, 0)));
        view.agree(false);
        assert_eq!(
            (names(&view)[2..].to_vec(), notes(&view)[2..].to_vec()),
            (vec!["x".to_owned(), "y".to_owned()], vec!["x".to_owned(), "y".to_owned()])
        );
    });
}
