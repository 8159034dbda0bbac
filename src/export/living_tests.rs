//! What another program finds in a written file: formulas with their values, looks, and nothing that was text before.

use std::collections::BTreeMap;
use std::io::Read;

use calamine::{Data, Reader, Xlsx};

use super::tests::{batch, exported, order, own, workbook};
use crate::formula;
use crate::workbook::{
    BatchColumn, Change, ChangeKind, ChoiceColours, Colour, ColumnData, ColumnDefinition, ColumnId, ColumnKind, Day,
    Edit, Field, Misfit, Reason, Stored, Value, Workbook, colours_key, formula_key,
};

type File = Xlsx<std::io::Cursor<Vec<u8>>>;

fn field(field: Field, values: &[Value]) -> BatchColumn {
    let mut data = ColumnData::default();
    (0..).zip(values).for_each(|(row, value)| data.set(row, value, field.kind()));
    BatchColumn { definition: ColumnDefinition::of_field(field), data }
}

fn day(year: i32, month: u32, day: u32) -> Value {
    Value::Date(Day::new(year, month, day).expect("a day"))
}

/// Three clients; the last has nothing but a name.
fn clients() -> Workbook {
    let number = Value::Number;
    let columns = vec![
        field(Field::Name, &[Value::text("Acme"), Value::text("Bolt"), Value::text("Cork")]),
        field(Field::Revenue, &[number(1000.5), number(200.0), Value::Empty]),
        field(Field::Margin, &[number(0.25), Value::Empty, Value::Empty]),
        field(Field::Orders, &[number(12.0), number(3.0), Value::Empty]),
        field(Field::FirstOrder, &[day(2023, 1, 31), day(2024, 2, 29), Value::Empty]),
        field(Field::LastOrder, &[day(2024, 3, 1), day(2024, 3, 1), Value::Empty]),
        own(ColumnKind::Choice, "Colour", &[Value::text("red"), Value::text("=1+1"), Value::text("plain")]),
    ];
    workbook(&batch(columns, 3))
}

fn find(name: &str) -> Option<ColumnId> {
    let fields = [
        ("Our revenue", Field::Revenue),
        ("Margin", Field::Margin),
        ("Orders", Field::Orders),
        ("First order", Field::FirstOrder),
        ("Last order", Field::LastOrder),
        ("Name", Field::Name),
        ("Debt", Field::Debt),
    ];
    let own = || (["calculated", "colour"].contains(&name)).then(|| ColumnId::Own(name.to_owned()));
    fields.into_iter().find(|(title, _)| *title == name).map(|(_, field)| field.into()).or_else(own)
}

/// Gives the workbook a calculated column.
fn calculate(workbook: &mut Workbook, name: &str, kind: ColumnKind, text: &str) {
    let parsed = formula::parse(text, &find).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    let id = ColumnId::Own(name.to_owned());
    let change = Change {
        kind: ChangeKind::Retype,
        records: vec![(formula_key(&id), Some(Stored::Text(formula::stored(text, &parsed))))],
        columns: vec![ColumnDefinition { id, title: name.to_owned(), kind }],
        ..Change::default()
    };
    workbook.apply(Edit::Change(change)).expect("calculated");
}

fn file(workbook: &Workbook) -> (File, Vec<u8>) {
    let (bytes, _) = exported(workbook, order(workbook));
    (Xlsx::new(std::io::Cursor::new(bytes.clone())).expect("a workbook"), bytes)
}

/// The formulas and the values below a heading.
fn column(file: &mut File, heading: &str) -> (Vec<String>, Vec<Data>) {
    let values = file.worksheet_range("Clients").expect("the clients");
    let formulas = file.worksheet_formula("Clients").expect("the clients");
    let width = values.end().expect("an end").1;
    let is_it = |at: &u32| values.get_value((0, *at)).is_some_and(|value| *value == *heading);
    let at = (0..=width).find(is_it).expect("the heading");
    let rows = 1..=values.end().expect("an end").0;
    let formula = |row: u32| formulas.get_value((row, at)).cloned().unwrap_or_default();
    let value = |row: u32| values.get_value((row, at)).cloned().unwrap_or_default();
    (rows.clone().map(formula).collect(), rows.map(value).collect())
}

/// A calculated column in the file: the formula of the first client, and the values that are stored beside the
/// formulas, which are those that Kontor shows.
#[track_caller]
fn check(text: &str, kind: ColumnKind, formula: &str, expected: [Value; 3]) {
    let mut workbook = clients();
    calculate(&mut workbook, "calculated", kind, text);
    let shown: Vec<Value> =
        (0..3).map(|row| workbook.table().value(row, &ColumnId::Own("calculated".to_owned()))).collect();
    assert_eq!(shown, expected, "{text}");
    let (formulas, values) = column(&mut file(&workbook).0, "calculated");
    assert_eq!(formulas[0], formula, "{text}");
    assert!(formulas.iter().all(|formula| !formula.is_empty()), "{text}: {formulas:?}");
    for (value, shown) in values.iter().zip(&shown) {
        let is_same = match (value, shown) {
            (Data::Empty, Value::Empty) => true,
            (Data::String(text), Value::Empty) => text.is_empty(),
            (Data::String(text), Value::Text(shown)) => text == shown,
            (Data::Float(number), Value::Number(shown)) => (number - shown).abs() < 1e-12,
            (Data::DateTime(serial), Value::Date(shown)) => {
                serial.as_datetime().is_some_and(|time| time.date().to_string() == shown.to_string())
            }
            (Data::Error(error), Value::Misfit(misfit)) => error.to_string() == misfit.text,
            _ => false,
        };
        assert!(is_same, "{text}: {value:?} is not {shown:?}");
    }
}

#[test]
fn calculated_columns_live_on_and_hold_what_kontor_shows() {
    let number = Value::Number;
    check(
        "[Our revenue] * [Margin]",
        ColumnKind::Money,
        "IF(AND(C2=\"\",D2=\"\"),\"\",C2*D2)",
        [number(250.125), number(0.0), Value::Empty],
    );
    check(
        "ROUND([Our revenue] / 7; 1)",
        ColumnKind::Number,
        "IF(C2=\"\",\"\",ROUND(C2/7,1))",
        [number(142.9), number(28.6), Value::Empty],
    );
    check(
        "IF([Our revenue] > 500; \"big\"; \"small\")",
        ColumnKind::Text,
        "IF(C2>500,\"big\",\"small\")",
        [Value::text("big"), Value::text("small"), Value::text("small")],
    );
    check(
        "[Our revenue] / SUM([Our revenue])",
        ColumnKind::Percent,
        "IF(AND(C2=\"\",COUNT($C$2:$C$4)=0),\"\",C2/SUM($C$2:$C$4))",
        [number(1000.5 / 1200.5), number(200.0 / 1200.5), number(0.0)],
    );
    check(
        "SUM([Our revenue])",
        ColumnKind::Money,
        "IF(COUNT($C$2:$C$4)=0,\"\",SUM($C$2:$C$4))",
        [number(1200.5), number(1200.5), number(1200.5)],
    );
}

#[test]
fn days_are_calculated_with_and_shown_as_days() {
    let number = Value::Number;
    check(
        "DATEDIF([First order]; [Last order]; \"m\")",
        ColumnKind::Number,
        "IF(OR(F2=\"\",G2=\"\"),\"\",IF(OR(F2=\"\",G2=\"\"),0,DATEDIF(F2,G2,\"m\")))",
        [number(13.0), number(0.0), Value::Empty],
    );
    check(
        "EDATE([First order]; 1)",
        ColumnKind::Date,
        "IF(F2=\"\",\"\",IF(F2=\"\",0,EDATE(F2,1)))",
        [day(2023, 2, 28), day(2024, 3, 29), Value::Empty],
    );
}

#[test]
fn days_beyond_whole_months_are_those_that_kontor_counts() {
    check(
        "DATEDIF([First order]; [Last order]; \"md\")",
        ColumnKind::Number,
        "IF(OR(F2=\"\",G2=\"\"),\"\",IF(OR(F2=\"\",G2=\"\"),0,(G2-EDATE(F2,DATEDIF(F2,G2,\"m\")))))",
        [Value::Number(1.0), Value::Number(1.0), Value::Empty],
    );
}

#[test]
fn yes_and_no_are_truth_values_there() {
    let mut workbook = clients();
    calculate(&mut workbook, "calculated", ColumnKind::YesNo, "[Our revenue] > 500");
    let (formulas, values) = column(&mut file(&workbook).0, "calculated");
    assert_eq!(formulas[0], "C2>500");
    assert_eq!(values, [true, false, false].map(Data::Bool));
}

#[test]
fn calculated_numbers_do_not_take_the_look_of_what_they_are_calculated_from() {
    for (text, format) in [("[Our revenue] * 2", "#,##0"), ("[Our revenue] / 4", "#,##0.00")] {
        let mut workbook = clients();
        calculate(&mut workbook, "calculated", ColumnKind::Number, text);
        assert_eq!(number_format(&parts(file(&workbook).1), 9), format);
    }
}

#[test]
fn what_goes_wrong_is_an_error_there_too() {
    let wrong = |text: &str, reason| Value::Misfit(Misfit { text: text.to_owned(), reason });
    check(
        "1 / ([Orders] - 12)",
        ColumnKind::Number,
        "IF(E2=\"\",\"\",1/(E2-12))",
        [wrong("#DIV/0!", Reason::DividedByZero), Value::Number(1.0 / -9.0), Value::Empty],
    );
}

/// The parts of the file's XML.
fn parts(bytes: Vec<u8>) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let (name, mut text) = (part.name().expect("a name").into_owned(), String::new());
        if part.read_to_string(&mut text).is_ok() {
            parts.insert(name, text);
        }
    }
    parts
}

/// The number format of a column of the clients' sheet, from 1, as its `cols` say.
fn number_format(parts: &BTreeMap<String, String>, at: u32) -> String {
    let style = attribute_of(&parts["xl/worksheets/sheet1.xml"], "<col ", &format!("min=\"{at}\""), "style");
    let styles = &parts["xl/styles.xml"];
    let cells = styles.split("<cellXfs").nth(1).expect("looks");
    let look = cells.split("<xf ").nth(style.parse::<usize>().expect("a number") + 1).expect("the look");
    let id = attribute(look, "numFmtId");
    match id.as_str() {
        "3" => "#,##0".to_owned(),
        "4" => "#,##0.00".to_owned(),
        "9" => "0%".to_owned(),
        "49" => "@".to_owned(),
        _ => attribute_of(styles, "<numFmt ", &format!("numFmtId=\"{id}\""), "formatCode").replace("&quot;", "\""),
    }
}

fn attribute_of(xml: &str, element: &str, with: &str, name: &str) -> String {
    let found = xml.split(element).skip(1).find(|rest| rest.split('>').next().is_some_and(|head| head.contains(with)));
    attribute(found.unwrap_or_else(|| panic!("no {element} with {with}")), name)
}

fn attribute(element: &str, name: &str) -> String {
    attribute_or_none(element, name).unwrap_or_else(|| panic!("no {name} in {element}"))
}

fn attribute_or_none(element: &str, name: &str) -> Option<String> {
    let head = format!(" {}", element.split('>').next().unwrap_or_default());
    head.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
}

#[test]
fn amounts_shares_and_days_are_shown_as_such() {
    let mut workbook = clients();
    calculate(&mut workbook, "calculated", ColumnKind::Money, "[Our revenue] * 1.25");
    let parts = parts(file(&workbook).1);
    assert_eq!(number_format(&parts, 3), "#,##0.00\\ [$EUR]");
    assert_eq!(number_format(&parts, 4), "0%");
    assert_eq!(number_format(&parts, 6), "yyyy-mm-dd");
    assert_eq!(number_format(&parts, 9), "#,##0.00\\ [$EUR]");
    // A cell has its column's look, calculated or not.
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    let style = |with: &str| attribute_of(sheet, "<c ", with, "s");
    assert_eq!(style("r=\"C2\""), attribute_of(sheet, "<col ", "min=\"3\"", "style"));
    assert_eq!(style("r=\"I2\""), attribute_of(sheet, "<col ", "min=\"9\"", "style"));
}

#[test]
fn the_heading_stays_in_sight_with_filters_below_it_and_columns_are_as_wide_as_their_texts() {
    let parts = parts(file(&clients()).1);
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    assert!(sheet.contains("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\""), "{sheet}");
    // The ids are filtered and sorted along.
    assert!(sheet.contains("<autoFilter ref=\"A1:I4\"/>"), "{sheet}");
    assert!(attribute_of(sheet, "<col ", "min=\"9\"", "hidden") == "1");
    let width = |at: u32| attribute_of(sheet, "<col ", &format!("min=\"{at}\""), "width").parse::<f64>().expect("wide");
    assert!(width(3) >= 14.0, "Our revenue, with the filter's button: {}", width(3));
    assert!(width(1) < width(3));
}

#[test]
fn values_of_a_choice_keep_their_colours() {
    let mut workbook = clients();
    let id = ColumnId::Own("colour".to_owned());
    let colours = ChoiceColours::from([("red".to_owned(), Colour::Red), ("=1+1".to_owned(), Colour::Green)]);
    let json = serde_json::to_string(&colours).expect("colours");
    workbook.apply(Edit::SetRecord { key: colours_key(&id), value: Some(Stored::Text(json)) }).expect("coloured");
    let parts = parts(file(&workbook).1);
    let ground = |cell: &str| {
        let style = attribute_of(&parts["xl/worksheets/sheet1.xml"], "<c ", &format!("r=\"{cell}\""), "s");
        let styles = &parts["xl/styles.xml"];
        let look =
            styles.split("<cellXfs").nth(1).and_then(|cells| cells.split("<xf ").nth(style.parse::<usize>().ok()? + 1));
        let fill: usize = attribute(look.expect("the look"), "fillId").parse().expect("a number");
        let fill = styles.split("<fill>").nth(fill + 1).expect("the fill");
        fill.contains("fgColor").then(|| attribute_of(fill, "<fgColor ", "rgb", "rgb"))
    };
    assert_eq!(ground("H2").as_deref(), Some("FFF9D9D3"));
    assert_eq!(ground("H3").as_deref(), Some("FFD6ECD5"));
}

#[test]
fn a_text_that_begins_like_a_formula_stays_a_text() {
    let texts = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"x\")", "\t=1"];
    let columns = vec![
        own(ColumnKind::Text, "Text", &texts.map(Value::text)),
        own(ColumnKind::Choice, "Choice", &texts.map(Value::text)),
    ];
    let mut workbook = workbook(&batch(columns, texts.len() as u32));
    // Also where a formula brings it.
    calculate(&mut workbook, "calculated", ColumnKind::Text, "CONCAT(\"=1+\"; \"1\")");
    let (mut file, _) = file(&workbook);
    for heading in ["Text", "Choice"] {
        let (formulas, values) = column(&mut file, heading);
        assert!(formulas.iter().all(String::is_empty), "{formulas:?}");
        assert_eq!(values, texts.map(|text| Data::String(text.to_owned())), "{heading}");
    }
    let (formulas, values) = column(&mut file, "calculated");
    assert_eq!(formulas[0], "(\"=1+\"&\"1\"&\"\")");
    assert_eq!(values[0], Data::String("=1+1".to_owned()));
}

#[test]
fn a_calculated_text_is_stored_as_a_text_whatever_it_looks_like() {
    for (text, stored) in
        [("007", "007 "), ("inf", "inf "), ("NaN", "NaN "), ("#N/A", "#N/A "), ("1e5", "1e5 "), ("a&b", "a&amp;b")]
    {
        let mut workbook = clients();
        calculate(&mut workbook, "calculated", ColumnKind::Text, &format!("CONCAT(\"{text}\"; \"\")"));
        let xml = parts(file(&workbook).1);
        let cell = xml["xl/worksheets/sheet1.xml"].split("<c r=\"I2\"").nth(1).expect("the cell").to_owned();
        assert_eq!(attribute(&cell, "t"), "str", "{text}");
        let value = cell.split("<v>").nth(1).and_then(|rest| rest.split("</v>").next()).expect("a value");
        assert_eq!(value, stored);
        assert_eq!(attribute_or_none(&cell, "s"), None, "a formula in a cell of texts would become a text");
    }
}

#[test]
fn a_formula_that_a_spreadsheet_would_refuse_is_written_as_its_value() {
    for length in [255, 256] {
        let mut workbook = clients();
        let text = "x".repeat(length);
        calculate(&mut workbook, "calculated", ColumnKind::Text, &format!("CONCAT(\"{text}\"; [Name])"));
        let (formulas, values) = column(&mut file(&workbook).0, "calculated");
        assert_eq!(formulas[0].is_empty(), length > 255);
        assert_eq!(values[0], Data::String(format!("{text}Acme")));
    }
}
