//! Formulas against a small list of clients.

use super::*;
use crate::workbook::{ColumnData, ColumnId, ColumnKind, Day, Field, Misfit, Reason, Value};

/// Three clients: revenue 1000, 250, nothing; margin 25 %, nothing, nothing; orders 12, 3, nothing.
fn columns() -> Vec<(&'static str, ColumnId, ColumnData)> {
    let column = |kind: ColumnKind, values: [Value; 3]| {
        let mut data = ColumnData::default();
        values.iter().zip(0..).for_each(|(value, row)| data.set(row, value, kind));
        data
    };
    let number = Value::Number;
    let text = |text: &str| Value::text(text);
    let day = |year, month, day| Value::Date(Day::new(year, month, day).expect("a day"));
    let misfit = Value::Misfit(Misfit { text: "n/a".to_owned(), reason: Reason::NotANumber });
    vec![
        (
            "Our revenue",
            Field::Revenue.into(),
            column(ColumnKind::Money, [number(1000.0), number(250.0), Value::Empty]),
        ),
        ("Margin", Field::Margin.into(), column(ColumnKind::Percent, [number(0.25), Value::Empty, Value::Empty])),
        ("Orders", Field::Orders.into(), column(ColumnKind::Number, [number(12.0), number(3.0), Value::Empty])),
        (
            "First order",
            Field::FirstOrder.into(),
            column(ColumnKind::Date, [day(2024, 1, 31), day(2026, 3, 10), Value::Empty]),
        ),
        (
            "Name",
            Field::Name.into(),
            column(ColumnKind::Text, [text("Acme Ltd"), text("  ООО  Ромашка "), Value::Empty]),
        ),
        ("Debt", Field::Debt.into(), column(ColumnKind::Money, [misfit, Value::Empty, Value::Empty])),
        ("a]b", ColumnId::Own("x y".to_owned()), column(ColumnKind::Number, [number(7.0), Value::Empty, Value::Empty])),
    ]
}

fn find(name: &str) -> Option<ColumnId> {
    let found = columns().into_iter().find(|(title, ..)| title.to_lowercase() == name.to_lowercase());
    found.map(|(_, id, _)| id)
}

fn value(text: &str, row: u32) -> Operand<'static> {
    let parsed = parse(text, &find).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    let columns = columns();
    let data = |id: &ColumnId| columns.iter().find(|(_, other, _)| other == id).map(|(.., data)| data);
    let today = Day::new(2026, 3, 9);
    let columns = parsed.formula.columns().iter().map(data).collect();
    let mut inputs = Inputs { columns, aggregates: Vec::new(), today };
    parsed.formula.aggregates(&mut inputs, &|each| (0..3).for_each(each));
    parsed.formula.at(row, &inputs).into_owned()
}

#[track_caller]
fn number(text: &str, row: u32, expected: f64) {
    assert_eq!(value(text, row), Operand::Number(expected), "{text}");
}

#[track_caller]
fn text(formula: &str, row: u32, expected: &str) {
    assert_eq!(value(formula, row), Operand::text(expected.to_owned()), "{formula}");
}

#[track_caller]
fn day(formula: &str, row: u32, expected: (i32, u32, u32)) {
    let day = Day::new(expected.0, expected.1, expected.2).expect("a day");
    assert_eq!(value(formula, row), Operand::Day(day), "{formula}");
}

#[track_caller]
fn truth(formula: &str, expected: bool) {
    assert_eq!(value(formula, 0), Operand::Truth(expected), "{formula}");
}

#[track_caller]
fn empty(formula: &str, row: u32) {
    assert_eq!(value(formula, row), Operand::Empty, "{formula}");
}

#[track_caller]
fn fault(formula: &str, row: u32, expected: Fault) {
    assert_eq!(value(formula, row), Operand::Fault(expected), "{formula}");
}

#[track_caller]
fn problem(text: &str, expected: Trouble, place: &str) {
    let problem = parse(text, &find).expect_err(text);
    assert_eq!((problem.trouble, &text[problem.span]), (expected, place), "{text}");
}

#[test]
fn arithmetic_binds_as_in_spreadsheets() {
    number("1 + 2 * 3", 0, 7.0);
    number("(1 + 2) * 3", 0, 9.0);
    number("2 ^ 3 ^ 2", 0, 64.0);
    number("-2 ^ 2", 0, 4.0);
    number("10 - 4 - 3", 0, 3.0);
    number("200 * 5%", 0, 10.0);
    number("2 ^ -1", 0, 0.5);
    number("= 1 + 1", 0, 2.0);
    number("[Our revenue] * [Margin]", 0, 250.0);
    number("[our REVENUE]*1.2", 1, 300.0);
}

#[test]
fn nothing_is_calculated_from_nothing() {
    number("[Our revenue] * [Margin]", 1, 0.0);
    empty("[Our revenue] * [Margin]", 2);
    empty("[Our revenue] * 1.2 + 5", 2);
    empty("-[Our revenue]", 2);
    empty("ROUND([Our revenue], 2)", 2);
    empty("SUM([Our revenue], [Orders])", 2);
    empty("AVERAGE([Our revenue], [Orders])", 2);
    empty("DATEDIF([First order], TODAY(), \"m\")", 2);
    empty("TODAY() - [First order]", 2);
    empty("YEAR([First order])", 2);
    number("COUNT([Our revenue], [Orders])", 2, 0.0);
    fault("[Orders] / [Margin]", 1, Fault::Division);
    empty("[Orders] / [Margin]", 2);
}

#[test]
fn conditions() {
    text("IF([Orders] > 10, \"often\", \"seldom\")", 0, "often");
    text("IF([Orders] > 10, \"often\", \"seldom\")", 1, "seldom");
    text("IF([Orders] > 10, \"often\", \"seldom\")", 2, "seldom");
    empty("IF([Orders] > 10, \"often\")", 1);
    truth("[Name] = \"ACME ltd\"", true);
    truth("[Name] <> \"ACME ltd\"", false);
    truth("AND([Orders] >= 12, NOT([Margin] > 30%))", true);
    truth("OR([Orders] < 12, [Margin] > 30%)", false);
    truth("0.1 + 0.2 = 0.3", true);
    truth("ISBLANK([Debt])", false);
    assert_eq!(value("ISBLANK([Margin])", 1), Operand::Truth(true));
    assert_eq!(value("[Margin] = \"\"", 1), Operand::Truth(true));
    number("IFERROR([Orders] / 0, 5)", 0, 5.0);
    number("IF(TRUE, 1, [Debt] + 1)", 0, 1.0);
}

#[test]
fn rounding_is_that_of_people() {
    number("ROUND(2.675, 2)", 0, 2.68);
    number("ROUND(1.005, 2)", 0, 1.01);
    number("ROUND(-2.5, 0)", 0, -3.0);
    number("ROUND(1234.5, -2)", 0, 1200.0);
    number("ROUND(2.4)", 0, 2.0);
    number("ROUNDUP(1.1 * 10, 0)", 0, 11.0);
    number("ROUNDDOWN(4.35 * 100, 0)", 0, 435.0);
    number("ROUNDUP(-1.21, 1)", 0, -1.3);
    number("INT(-1.5)", 0, -2.0);
    number("MOD(-3, 5)", 0, 2.0);
    number("ABS(-3)", 0, 3.0);
}

#[test]
fn texts() {
    text("CONCAT([Name], \" (\", [Orders], \")\")", 0, "Acme Ltd (12)");
    text("[Orders] & \" x\"", 0, "12 x");
    text("0.1 + 0.2 & \"\"", 0, "0.3");
    text("TRIM([Name])", 1, "ООО Ромашка");
    text("UPPER(LEFT([Name], 4))", 0, "ACME");
    text("RIGHT([Name], 3)", 0, "Ltd");
    text("MID([Name], 3, 2)", 0, "me");
    text("LOWER(\"ЁЖ\")", 0, "ёж");
    text("\"say \"\"hi\"\"\"", 0, "say \"hi\"");
    number("LEN(\"客户\")", 0, 2.0);
    number("SEARCH(\"LTD\", [Name])", 0, 6.0);
    fault("SEARCH(\"x\", [Name])", 0, Fault::Operand);
    truth("CONTAINS([Name], \"LTD\")", true);
}

#[test]
fn days() {
    number("DATEDIF([First order], TODAY(), \"m\")", 0, 25.0);
    number("DATEDIF([First order], TODAY(), \"y\")", 0, 2.0);
    number("DATEDIF([First order], TODAY(), \"ym\")", 0, 1.0);
    number("DATEDIF([First order], TODAY(), \"md\")", 0, 9.0);
    fault("DATEDIF([First order], TODAY(), \"d\")", 1, Fault::Range);
    number("[First order] - DATE(2026, 3, 1)", 1, 9.0);
    day("[First order] + 30", 1, (2026, 4, 9));
    day("EDATE([First order], 1)", 0, (2024, 2, 29));
    day("DATE(2024, 14, 1)", 0, (2025, 2, 1));
    day("TODAY()", 0, (2026, 3, 9));
    day("MIN([First order])", 2, (2024, 1, 31));
    number("YEAR([First order])", 0, 2024.0);
    truth("[First order] < DATE(2025, 1, 1)", true);
}

#[test]
fn figures_over_all_clients() {
    number("SUM([Our revenue])", 2, 1250.0);
    number("[Our revenue] / SUM([Our revenue])", 0, 0.8);
    number("AVERAGE([Orders])", 0, 7.5);
    number("MAX([Orders])", 1, 12.0);
    number("COUNT([Orders])", 0, 2.0);
    number("COUNTA([Name])", 0, 2.0);
    number("SUM([Our revenue] * [Margin])", 2, 250.0);
    number("MAX([Orders], 5)", 1, 5.0);
    number("SUM([Our revenue], [Orders])", 1, 253.0);
    empty("SUM([Debt])", 0);
    number("SUM([Our revenue] / SUM([Our revenue]))", 2, 1.0);
}

#[test]
fn faults_are_values() {
    fault("1 / 0", 0, Fault::Division);
    fault("[Debt] + 1", 0, Fault::Operand);
    fault("[Name] * 2", 0, Fault::Operand);
    fault("10 ^ 400", 0, Fault::Range);
    fault("SUM([Orders] / [Margin])", 0, Fault::Division);
}

#[test]
fn russian_spelling() {
    text("ЕСЛИ([Orders] > 10; \"часто\"; \"редко\")", 0, "часто");
    number("ОКРУГЛ([Our revenue] * 0,333; 1)", 0, 333.0);
    number("СУММ([Our revenue])", 0, 1250.0);
    number("срзнач([Orders])", 0, 7.5);
    number("[Orders] * 0,5", 0, 6.0);
    number("ROUND(1,5)", 0, 1.0);
}

#[test]
fn what_is_wrong_and_where() {
    problem("", Trouble::Nothing, "");
    problem("1 +", Trouble::NoValue, "");
    problem("* 2", Trouble::NoValue, "*");
    problem("1 2", Trouble::NoOperator, "2");
    problem("(1 + 2", Trouble::OpenParenthesis, "(");
    problem("1 + 2)", Trouble::Parenthesis, ")");
    problem("[Turnover]", Trouble::Column("Turnover".to_owned()), "[Turnover]");
    problem("[Our rev", Trouble::OpenColumn, "[Our rev");
    problem("Orders * 2", Trouble::Column("Orders".to_owned()), "Orders");
    problem("VLOOKUP(1)", Trouble::Function("VLOOKUP".to_owned()), "VLOOKUP");
    problem("ROUND + 1", Trouble::NoArguments("ROUND".to_owned()), "ROUND");
    problem("IF(1)", Trouble::TooFew { name: "IF", least: 2 }, "IF(1)");
    problem("ABS(1, 2)", Trouble::TooMany { name: "ABS", most: 1 }, "ABS(1, 2)");
    problem("\"open", Trouble::OpenText, "\"open");
    problem("1 $ 2", Trouble::Character('$'), "$");
    problem("IF(1, 2", Trouble::OpenParenthesis, "IF");
    problem(&"(".repeat(1000), Trouble::TooDeep, "(");
    problem(&"-".repeat(100_000), Trouble::TooDeep, "-");
    assert!(parse(&"1+".repeat(100_000), &find).is_err());
}

#[test]
fn columns_are_stored_by_identity_and_shown_by_title() {
    let text = " = [our revenue] * [a]]b] ";
    let parsed = parse(text, &find).expect("a formula");
    let stored = stored(text, &parsed);
    assert_eq!(stored, "[#revenue] * [#own:x y]");
    let title =
        |id: &ColumnId| columns().into_iter().find(|(_, other, _)| other == id).map(|(title, ..)| title.to_owned());
    assert_eq!(shown(&stored, &title), "[Our revenue] * [a]]b]");
    assert_eq!(shown(&stored, &|_| None), stored);
    assert_eq!(parse(&stored, &|_| None).map(|parsed| parsed.formula), Ok(parsed.formula));
}

#[test]
fn a_formula_says_what_it_makes() {
    let kind = |text: &str| {
        let kind = |id: &ColumnId| match id {
            ColumnId::Field(field) => Some(field.kind()),
            ColumnId::Own(_) | ColumnId::Found(_) => None,
        };
        parse(text, &find).expect("a formula").formula.kind(&kind)
    };
    assert_eq!(kind("[Our revenue] * [Margin]"), ColumnKind::Money);
    assert_eq!(kind("[Our revenue] / SUM([Our revenue])"), ColumnKind::Percent);
    assert_eq!(kind("IF([Orders] > 10, \"often\", \"seldom\")"), ColumnKind::Text);
    assert_eq!(kind("[First order] + 30"), ColumnKind::Date);
    assert_eq!(kind("DATEDIF([First order], TODAY(), \"m\")"), ColumnKind::Number);
    assert_eq!(kind("[Orders] > 10"), ColumnKind::YesNo);
}

#[test]
fn what_may_come_next() {
    let titles = ["Our revenue".to_owned(), "Margin".to_owned(), "Order value".to_owned()];
    let offered = |text: &str, language: &str| -> Vec<String> {
        complete(text, text.len(), &titles, language, 9).into_iter().map(|completion| completion.text).collect()
    };
    assert_eq!(offered("1 + rou", "en"), ["ROUND(", "ROUNDUP(", "ROUNDDOWN("]);
    assert_eq!(offered("[ma", "en"), ["[Margin]"]);
    assert_eq!(offered("rev", "en"), ["[Our revenue]"]);
    assert_eq!(offered("окр", "ru"), ["ОКРУГЛ(", "ОКРУГЛВВЕРХ(", "ОКРУГЛВНИЗ("]);
    assert_eq!(offered("[", "en").len(), 3);
    assert_eq!(offered("\"rev", "en"), Vec::<String>::new());
    assert_eq!(offered("1 + ", "en"), Vec::<String>::new());
}

#[test]
fn the_same_in_a_spreadsheet() {
    let letter = |id: &ColumnId| match id {
        ColumnId::Field(Field::Revenue) => Some("B".to_owned()),
        ColumnId::Field(Field::Margin) => Some("C".to_owned()),
        ColumnId::Own(_) => Some("D".to_owned()),
        ColumnId::Field(_) | ColumnId::Found(_) => None,
    };
    let write = |text: &str| excel(&parse(text, &find).expect("a formula").formula, 5, &letter, 100);
    let check = |text: &str, expected: &str| assert_eq!(write(text).as_deref(), Some(expected), "{text}");
    check("[Our revenue] * [Margin]", "IF(AND(B5=\"\",C5=\"\"),\"\",B5*C5)");
    check("([Our revenue] + 1) * 25%", "IF(B5=\"\",\"\",(B5+1)*25%)");
    check("ЕСЛИ([Margin] > 0,5; \"a\"\"b\"; \"c\")", "IF(C5>0.5,\"a\"\"b\",\"c\")");
    check("SUM([Our revenue])", "IF(COUNT($B$2:$B$100)=0,\"\",SUM($B$2:$B$100))");
    check("CONTAINS(\"x\", \"a*\")", "ISNUMBER(SEARCH(\"a~*\",\"x\"))");
    check("ROUND([a]]b])", "IF(D5=\"\",\"\",ROUND(IF(D5=\"\",0,D5),0))");
    assert_eq!(write("[Orders] + 1"), None);
    assert_eq!(write("SUM([Our revenue] * [Margin])"), None);
}
