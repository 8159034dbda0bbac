//! What a person is offered for lists as they come.

use super::super::conventions::DateOrder;
use super::super::delimited;
use super::super::progress::Progress;
use super::*;

fn sheet(text: &str) -> Sheet {
    delimited::read(text, b'|', &Progress::new(|_, _| {})).expect("small")
}

fn proposal(text: &str) -> Proposal {
    propose(&sheet(text), 0, Some(1), &Context::default())
}

/// The field of each column by its key; `-` for an own column.
fn fields(text: &str) -> String {
    let name = |column: &ColumnProposal| match &column.mapping.action {
        Action::Field(field) => field.key().to_owned(),
        _ => "-".to_owned(),
    };
    proposal(text).columns.iter().map(name).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(fields(text), expected, "{text}");
}

#[track_caller]
fn questions(text: &str, expected: &[Question]) {
    let found: Vec<Question> = proposal(text).columns.into_iter().flat_map(|column| column.questions).collect();
    assert_eq!(found, expected, "{text}");
}

fn asks(doubt: Doubt, candidates: &[Field]) -> Question {
    Question::Field { doubt, candidates: candidates.to_vec() }
}

#[test]
fn lists_in_three_languages_are_understood() {
    check(
        "Company|City|E-mail|Sales rep|Employees\nAcme|Berlin|a@b.com|Kim|12\n",
        "name region email manager employees",
    );
    check(
        "客户名称|联系人|手机|统一社会信用代码|年销售额（万元）\n华远|王伟|13812345678|91110000600037341L|12\n",
        "name contact phone taxid turnover",
    );
    check(
        "Контрагент|ИНН|Телефон|Менеджер|Дата последнего заказа\nРомашка|7707083893|8 495 1234567|Ким|01.02.2024\n",
        "name taxid phone manager last",
    );
}

#[test]
fn a_field_goes_to_one_column_and_the_other_says_why_not() {
    check("Company|Phone|Mobile\nAcme|+49 30 1234567|+49 170 123456\n", "name phone -");
    let columns = proposal("Company|Phone|Mobile\nAcme|+49 30 1234567|+49 170 123456\n").columns;
    assert_eq!(columns.get(2).map(|column| column.reason.clone()), Some(Match::Taken(Field::Phone)));
}

#[test]
fn a_person_beside_a_company_is_the_contact() {
    check("Name|Company|Email\nKim|Acme|k@a.com\n", "contact name email");
    check("Name|Email\nAcme|k@a.com\n", "name email");
}

#[test]
fn values_speak_against_a_heading() {
    // Profit in money is no margin, and a code is no name.
    check("Company|Profit\nAcme|120000\nDuff|98000\n", "name -");
    check("Client|Company name\n1001|Acme\n1002|Duff\n", "- name");
}

#[test]
fn whose_revenue_is_asked_unless_the_other_is_there() {
    questions("Company|Revenue\nAcme|5\n", &[asks(Doubt::WhoseRevenue, &[Field::Revenue, Field::Turnover])]);
    questions("公司|营业收入（万元）\n华远|5\n", &[asks(Doubt::WhoseRevenue, &[Field::Revenue, Field::Turnover])]);
    check("Company|Revenue\nAcme|5\n", "name -");
    check("Company|Выручка|Оборот компании\nAcme|5|6\n", "name revenue turnover");
    check("Company|Revenue|Purchases\nAcme|5|6\n", "name turnover revenue");
    questions("Company|Revenue|Purchases|Turnover\nAcme|5|6|7\n", &[]);
}

#[test]
fn contact_or_manager_is_asked_unless_the_contact_is_there() {
    check("客户名称|联系人|负责人\n华远|王伟|李娜\n", "name contact manager");
    questions("客户名称|负责人\n华远|李娜\n", &[asks(Doubt::ContactOrManager, &[Field::Contact, Field::Manager])]);
}

#[test]
fn day_or_month_first_is_asked_where_no_value_decides() {
    let question = Question::DateOrder {
        orders: vec![DateOrder::DayFirst, DateOrder::MonthFirst],
        example: "03/04/2024".to_owned(),
    };
    questions("Company|Last order\nAcme|03/04/2024\nDuff|05/05/2024\n", &[question]);
    questions("Company|Last order\nAcme|03/04/2024\nDuff|13/05/2024\n", &[]);
    // The value that decides may be the last of thousands.
    let many: String = "Acme|03/04/2024\n".repeat(5000);
    questions(&format!("Company|Last order\n{many}Last|12/31/2024\n"), &[]);
}

#[test]
fn an_answered_question_is_asked_no_more() {
    let proposal = proposal("Company|Last order|Revenue\nAcme|03/04/2024|5\n");
    for column in &proposal.columns {
        let mut answered = column.mapping.clone();
        for question in &column.questions {
            assert_eq!(column.open_questions(&answered).count(), 1);
            match question {
                Question::Field { candidates, .. } => answered.action = Action::Field(candidates[0]),
                Question::DateOrder { orders, .. } => answered.dates = orders.first().copied(),
            }
        }
        assert_eq!(column.open_questions(&answered).count(), 0);
    }
    assert_eq!(proposal.columns.iter().map(|column| column.questions.len()).sum::<usize>(), 2);
}

#[test]
fn own_columns_keep_their_heading_and_meet_again() {
    let text = "Company|Fax  number|Fax number|\nAcme|1|2|x\n";
    let own = |context: &Context| -> Vec<Action> {
        let columns = propose(&sheet(text), 0, Some(1), context).columns;
        columns.into_iter().skip(1).map(|column| column.mapping.action).collect()
    };
    let action = |id: &str, title: &str, kind| Action::Own { id: id.to_owned(), title: title.to_owned(), kind };
    let first = own(&Context::default());
    let expected = [
        action("faxnumber", "Fax number", ColumnKind::Text),
        action("faxnumber#2", "Fax number", ColumnKind::Text),
        action("D", "D", ColumnKind::Text),
    ];
    assert_eq!(first, expected);
    let known = ColumnDefinition {
        id: ColumnId::Own("older".to_owned()),
        title: "FAX NUMBER".to_owned(),
        kind: ColumnKind::Choice,
    };
    let again = own(&Context { own_columns: vec![known], ..Context::default() });
    assert_eq!(again.first(), Some(&action("older", "FAX NUMBER", ColumnKind::Choice)));
}

#[test]
fn the_preview_shows_rows_as_they_are_in_the_file() {
    let text = "Our clients|\n\nCompany|City\nAcme|Berlin\n|\nDuff|Paris\n";
    let proposal = propose(&sheet(text), 0, Some(3), &Context::default());
    assert_eq!((proposal.heading_row, proposal.row_count), (3, 2));
    let row = |number, cells: [&str; 2]| PreviewRow { number, cells: cells.map(str::to_owned).to_vec() };
    assert_eq!(proposal.above, [row(1, ["Our clients", ""])]);
    assert_eq!(proposal.preview, [row(4, ["Acme", "Berlin"]), row(6, ["Duff", "Paris"])]);
}

#[test]
fn a_sheet_without_headings_has_columns_called_by_letters() {
    let proposal = propose(&sheet("1|a@b.com\n2|c@d.com\n"), 0, Some(0), &Context::default());
    assert_eq!((proposal.heading_row, proposal.row_count), (0, 2));
    let actions: Vec<Action> = proposal.columns.into_iter().map(|column| column.mapping.action).collect();
    let number = Action::Own { id: "A".to_owned(), title: "A".to_owned(), kind: ColumnKind::Number };
    assert_eq!(actions, [number, Action::Field(Field::Email)]);
}
