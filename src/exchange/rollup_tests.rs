//! Ledgers and cross-tabs as they come, from the cells to the clients.

use super::super::build::build_with_totals;
use super::super::problem::Problems;
use super::super::progress::Progress;
use super::super::propose::propose;
use super::super::{Context, delimited};
use super::*;
use crate::workbook::{Batch, ClientTable, ColumnId, Day, Reason, Source, Sum, Value};

fn sheet(text: &str) -> Sheet {
    delimited::read(text, b'|', &Progress::new(|_, _| {})).expect("small")
}

fn proposal(text: &str) -> Proposal {
    propose(&sheet(text), 0, Some(1), &Context::default())
}

fn built(text: &str, mapping: &Mapping) -> (Batch, Problems, Option<Totals>) {
    build_with_totals(&sheet(text), mapping, Source::default(), &Progress::new(|_, _| {}))
}

fn rolled(text: &str) -> (ClientTable, Problems, Totals) {
    let (batch, problems, totals) = built(text, &proposal(text).rolled_up());
    let batch = Batch::from_bytes(&batch.to_bytes()).expect("a batch");
    (ClientTable::of_batch(batch), problems, totals.expect("rolled up"))
}

fn texts(table: &ClientTable, field: Field) -> Vec<String> {
    let id = ColumnId::Field(field);
    let text = |value: Value| match value {
        Value::Text(text) => text,
        Value::Number(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
        Value::Misfit(misfit) => format!("!{}", misfit.text),
        Value::Empty => String::new(),
    };
    table.rows().map(|row| text(table.value(row, &id))).collect()
}

/// The headings of client, date, amount and order.
#[track_caller]
fn check(text: &str, expected: [&str; 4]) {
    let proposal = proposal(text);
    let name = |position: u32| {
        let column = proposal.columns.iter().find(|column| column.mapping.position == position);
        column.map_or_else(String::new, |column| column.heading.clone())
    };
    let lines = proposal.rollup.as_ref().map(|rollup| &rollup.lines).expect("order lines");
    let amount = match lines.amount {
        Some(Amount::Column(position)) => name(position),
        Some(Amount::Product { quantity, price }) => format!("{} × {}", name(quantity), name(price)),
        None => String::new(),
    };
    let of = |position: Option<u32>| position.map(name).unwrap_or_default();
    assert_eq!([name(lines.client), of(lines.date), amount, of(lines.order)], expected.map(str::to_owned));
}

#[track_caller]
fn clients(text: &str) {
    let proposal = proposal(text);
    assert_eq!(proposal.rollup, None, "{text}");
    // It can be said all the same where a column names the client.
    let is_named = proposal.columns.iter().any(|column| column.mapping.action == Action::Field(Field::Name));
    assert!(!is_named || proposal.offered.is_some(), "{text}");
}

const LEDGER: &str = "Date|Order no|Customer|City|Product|Qty|Unit price|Amount\n\
    2023-01-10|A1|Acme|Berlin|Nut|1|5|5.10\n\
    2024-03-02|A2|ACME |Bonn|Bolt|2|5|10.20\n\
    2024-03-02|A2|Acme||Nut|1|1|1.05\n\
    2024-03-09|A3|Duff|Köln|Nut|1|7|7\n\
    2024-03-10|A4|Duff|Köln|Nut|-1|7|-7\n\
    |A5|Duff|Köln|Nut|1|2|2\n\
    2024-03-11|A6||Köln|Nut|1|3|3\n\
    2024-03-12|A7|Acme|Kiel|Nut|1|?|n/a\n";

#[test]
fn ledgers_in_three_languages_are_recognised() {
    check(LEDGER, ["Customer", "Date", "Amount", "Order no"]);
    check(
        "客户名称|下单日期|订单编号|数量|单价|金额\n甲|2024-01-02|1|2|3|6\n甲|2024-01-03|2|2|3|6.5\n甲|2024-01-03|3|2|3|7\n\
         乙|2024-01-03|3|2|3|8\n",
        ["客户名称", "下单日期", "金额", "订单编号"],
    );
    check(
        "Дата|Контрагент|Номер заказа|Сумма, руб.\n01.02.2024|Ромашка|1|5\n15.02.2024|Ромашка|2|6\n\
         16.02.2024|Ромашка|3|7\n17.02.2024|Лютик|4|7\n",
        ["Контрагент", "Дата", "Сумма, руб.", "Номер заказа"],
    );
    check(
        "Customer|Date|Quantity|Price\nA|2024-01-02|1|2\nA|2024-01-02|1|3\nA|2024-01-02|4|2\nB|2024-01-02|1|2\n",
        ["Customer", "Date", "Quantity × Price", ""],
    );
}

#[test]
fn lists_of_clients_and_of_contacts_stay_as_they_are() {
    clients("Company|Amount|Date\nAcme|1|2024-01-01\nDuff|2|2024-01-02\nBolt|3|2024-01-03\nCork|4|2024-01-04\n");
    clients(
        "Company|Contact|E-mail|Revenue|Created\nAcme|A|a@a.de|5|2024-01-01\nAcme|B|b@a.de|5|2024-01-02\n\
         Acme|C|c@a.de|5|2024-01-02\nAcme|D|d@a.de|5|2024-01-02\nDuff|E|e@d.de|7|2024-01-02\nDuff|F|f@d.de|7|2024-01-02\n",
    );
    clients("Company|Model|Date available\nA|x|2024-01-01\nA|y|2024-01-01\nA|z|2024-01-01\nA|w|2024-01-01\n");
}

#[test]
fn lines_become_clients_with_revenue_orders_and_days() {
    let (table, problems, totals) = rolled(LEDGER);
    assert_eq!(texts(&table, Field::Name), ["Acme", "Duff", "!—"]);
    assert_eq!(texts(&table, Field::Revenue), ["11.25", "0", "3"]);
    assert_eq!(texts(&table, Field::Orders), ["2", "1", "1"]);
    assert_eq!(texts(&table, Field::FirstOrder), ["2023-01-10", "2024-03-09", "2024-03-11"]);
    assert_eq!(texts(&table, Field::LastOrder), ["2024-03-12", "2024-03-09", "2024-03-11"]);
    assert_eq!(texts(&table, Field::Region), ["Kiel", "Köln", "Köln"]);
    let row = table.rows().next().expect("a row");
    let march = Day::new(2024, 3, 1).expect("a day").month_index();
    assert_eq!(table.history(row), [(march - 14, 5.1, 1), (march, 11.25, 2)]);
    assert_eq!((totals.before, totals.after, totals.last_year), (Some(21.35), Some(21.35), Some(14.25)));
    assert_eq!((totals.lines, totals.clients, totals.unread), (8, 3, 1));
    assert_eq!((totals.credits.count, totals.undated.sum, totals.nameless.sum), (1, 2.0, 3.0));
    let reasons: Vec<_> = problems.list.iter().map(|problem| (problem.row, problem.position, problem.reason)).collect();
    assert_eq!(reasons, [(9, 7, Reason::NotANumber), (8, 2, Reason::NoClient)]);
}

#[test]
fn the_total_of_the_file_has_a_column_of_its_own_and_goods_have_none() {
    let (batch, ..) = built(LEDGER, &proposal(LEDGER).rolled_up());
    let titles: Vec<&str> = batch.columns.iter().map(|column| column.definition.title.as_str()).collect();
    assert_eq!(titles, ["Customer", "", "", "", "", "Σ Amount", "City"]);
    let total: Sum = (0..batch.rows).filter_map(|row| batch.columns[5].data.number(row)).collect();
    assert_eq!(total.hundredths(), Some(2135));
}

#[test]
fn taken_as_clients_each_line_stays_a_row() {
    let (batch, _, totals) = built(LEDGER, &proposal(LEDGER).mapping());
    assert_eq!((batch.rows, batch.columns.len(), totals), (8, 8, None));
    assert!(batch.history.is_empty());
}

#[test]
fn a_tax_id_or_a_code_tells_clients_of_one_name_apart() {
    let text = "Customer|Customer ID|Date|Amount\nAcme|1|2024-01-01|1\nAcme|2|2024-01-01|2\nAcme|1|2024-01-01|4\n\
        Acme|2|2024-01-01|8\nDuff|3|2024-01-01|16\nDuff||2024-01-01|32\nDuff|3|2024-01-01|64\nD. U. FF!|3|2024-01-02|128\n";
    let (table, ..) = rolled(text);
    assert_eq!(texts(&table, Field::Name), ["Acme", "Acme", "D. U. FF!"]);
    assert_eq!(texts(&table, Field::Revenue), ["5", "10", "240"]);
    // A number of each line is not the client's.
    let text =
        "ID|Customer|Date|Amount\n1|Acme|2024-01-01|1\n2|Acme|2024-01-01|2\n3|Acme|2024-01-01|4\n4|B|2024-01-01|8\n";
    assert_eq!(texts(&rolled(text).0, Field::Revenue), ["7", "8"]);
}

#[test]
fn a_date_is_never_guessed() {
    let text = "Customer|Date|Amount\nA|03/04/2024|1\nA|03/04/2024|2\nA|03/04/2024|3\nB|03/04/2024|4\n";
    let (table, problems, totals) = rolled(text);
    assert_eq!((problems.count, totals.undated.count, totals.months), (0, 4, None));
    assert_eq!(texts(&table, Field::Revenue), ["6", "4"]);
    assert_eq!(texts(&table, Field::LastOrder), ["", ""]);
}

const MONTHS: &str = "Client|City|Jan 2024|Feb 2024|Mar 2024|Apr 2024\nAcme|Bonn|1|2|x|0\nDuff|Kiel||0.5||\n";

#[test]
fn months_as_columns_become_the_history() {
    let (batch, problems, totals) = built(MONTHS, &proposal(MONTHS).rolled_up());
    assert_eq!((totals, problems.count), (None, 1));
    assert_eq!(problems.list.first().map(|problem| (problem.row, problem.position)), Some((2, 4)));
    let table = ClientTable::of_batch(Batch::from_bytes(&batch.to_bytes()).expect("a batch"));
    assert_eq!(texts(&table, Field::Revenue), ["3", "0.5"]);
    let january = 2024 * 12;
    let history: Vec<_> = table.rows().map(|row| table.history(row)).collect();
    assert_eq!(history, [vec![(january, 1.0, 0), (january + 1, 2.0, 0)], vec![(january + 1, 0.5, 0)]]);
    let (kept, ..) = built(MONTHS, &proposal(MONTHS).mapping());
    assert_eq!((kept.columns.len(), kept.history.is_empty()), (6, true));
}

#[test]
fn months_of_clients_that_repeat_are_added_up() {
    let text =
        "Client|Product|2024-01|2024-02|2024-03\nAcme|Nut|1|2|4\nAcme|Bolt|8|16|32\nAcme|Cog|1||\nDuff|Nut||5|\n";
    let (table, _, totals) = rolled(text);
    assert_eq!(texts(&table, Field::Revenue), ["64", "5"]);
    assert_eq!((totals.lines, totals.clients, totals.after), (4, 2, Some(69.0)));
}

#[test]
fn an_own_revenue_column_is_kept_beside_the_months() {
    let text = "Client|Sales|2024-01|2024-02|2024-03\nAcme|9|1|2|4\nDuff|8|1||\n";
    let (batch, ..) = built(text, &proposal(text).rolled_up());
    let table = ClientTable::of_batch(batch);
    assert_eq!(texts(&table, Field::Revenue), ["9", "8"]);
}

#[test]
fn months_without_a_year_are_of_the_one_that_the_file_names() {
    const TEXT: &str = "Client|City|Nov|Dec|Jan\nAcme|Bonn|1|2|4\nDuff|Kiel||5|1";
    #[track_caller]
    fn check(names: &[&str], above: &str, expected: i32) {
        let context = Context {
            today: Day::new(2026, 5, 1),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            ..Context::default()
        };
        let text = format!("{above}|\n{TEXT}");
        let proposal = propose(&sheet(&text), 0, Some(2), &context);
        assert!(proposal.lacks_year);
        let months: Vec<i32> = proposal.months.iter().map(|column| column.month).collect();
        assert_eq!(months, [expected * 12 + 10, expected * 12 + 11, expected * 12 + 12]);
    }
    check(&["Sales 2021", "list 2019.xlsx"], "Report for 2020", 2021);
    check(&["Sheet1", "list 2019.xlsx"], "Report for 2020", 2020);
    check(&["Sheet1", "list 2019.xlsx"], "Report", 2019);
    check(&["Sheet1", "list.xlsx"], "Report", 2026);
    let context = Context { today: Day::new(2026, 5, 1), ..Context::default() };
    let mapping = propose(&sheet(TEXT), 0, Some(1), &context).rolled_up();
    let (batch, ..) = built(TEXT, &mapping);
    let table = ClientTable::of_batch(batch);
    assert_eq!(table.history(0), [(2026 * 12 + 10, 1.0, 0), (2026 * 12 + 11, 2.0, 0), (2027 * 12, 4.0, 0)]);
    assert_eq!(texts(&table, Field::Revenue), ["7", "6"]);
    assert!(!proposal(MONTHS).lacks_year);
}

#[test]
fn rows_that_are_not_found_to_be_order_lines_can_be_rolled_up_all_the_same() {
    const TEXT: &str = "Company|Our revenue|Region\nAcme|5|North\nDuff|7|South\nAcme|6|North";
    let mut proposal = proposal(TEXT);
    assert_eq!(proposal.rollup, None);
    proposal.rollup = proposal.offered.take();
    let (batch, _, totals) = built(TEXT, &proposal.rolled_up());
    let table = ClientTable::of_batch(batch);
    assert_eq!(
        (texts(&table, Field::Name), texts(&table, Field::Revenue)),
        (vec!["Acme".to_owned(), "Duff".to_owned()], vec!["11".to_owned(), "7".to_owned()])
    );
    assert_eq!(totals.and_then(|totals| totals.before), Some(18.0));
}
