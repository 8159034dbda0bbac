//! The names of the fields and of the kinds of columns.

use super::{Locale, td_string};
use crate::workbook::{ColumnKind, Field, Found};

/// The name under which a field is shown.
pub fn field(locale: Locale, field: Field) -> &'static str {
    match field {
        Field::Name => td_string!(locale, fields.name),
        Field::Segment => td_string!(locale, fields.segment),
        Field::Type => td_string!(locale, fields.client_type),
        Field::Industry => td_string!(locale, fields.industry),
        Field::Revenue => td_string!(locale, fields.revenue),
        Field::Margin => td_string!(locale, fields.margin),
        Field::Orders => td_string!(locale, fields.orders),
        Field::FirstOrder => td_string!(locale, fields.first_order),
        Field::LastOrder => td_string!(locale, fields.last_order),
        Field::Stage => td_string!(locale, fields.stage),
        Field::Manager => td_string!(locale, fields.manager),
        Field::Contact => td_string!(locale, fields.contact),
        Field::Position => td_string!(locale, fields.position),
        Field::Phone => td_string!(locale, fields.phone),
        Field::Email => td_string!(locale, fields.email),
        Field::Address => td_string!(locale, fields.address),
        Field::Region => td_string!(locale, fields.region),
        Field::Country => td_string!(locale, fields.country),
        Field::Employees => td_string!(locale, fields.employees),
        Field::Turnover => td_string!(locale, fields.turnover),
        Field::Assets => td_string!(locale, fields.assets),
        Field::TaxId => td_string!(locale, fields.tax_id),
        Field::RegisterNumber => td_string!(locale, fields.register_number),
        Field::Code => td_string!(locale, fields.code),
        Field::Source => td_string!(locale, fields.source),
        Field::Churn => td_string!(locale, fields.churn),
        Field::CreditDays => td_string!(locale, fields.credit_days),
        Field::Debt => td_string!(locale, fields.debt),
        Field::Notes => td_string!(locale, fields.notes),
        Field::SegmentChosen => td_string!(locale, fields.segment_chosen),
    }
}

/// The heading of what Kontor finds.
pub fn found(locale: Locale, found: Found) -> &'static str {
    match found {
        Found::Abc => td_string!(locale, fields.found.abc),
        Found::Xyz => td_string!(locale, fields.found.xyz),
        Found::Rfm => td_string!(locale, fields.found.rfm),
        Found::RfmScores => td_string!(locale, fields.found.rfm_scores),
        Found::OrderState => td_string!(locale, fields.found.order_state),
        Found::Overdue => td_string!(locale, fields.found.overdue),
        Found::NextOrder => td_string!(locale, fields.found.next_order),
        Found::Churn => td_string!(locale, fields.found.churn),
    }
}

/// The name of a kind of column.
pub fn kind(locale: Locale, kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => td_string!(locale, fields.kind_text),
        ColumnKind::Choice => td_string!(locale, fields.kind_choice),
        ColumnKind::Number => td_string!(locale, fields.kind_number),
        ColumnKind::Money => td_string!(locale, fields.kind_money),
        ColumnKind::Percent => td_string!(locale, fields.kind_percent),
        ColumnKind::Date => td_string!(locale, fields.kind_date),
        ColumnKind::YesNo => td_string!(locale, fields.kinds.yes_no),
        ColumnKind::Client => td_string!(locale, fields.kinds.client),
        ColumnKind::Email => td_string!(locale, fields.kinds.email),
        ColumnKind::Phone => td_string!(locale, fields.kinds.phone),
        ColumnKind::TaxId => td_string!(locale, fields.kinds.tax_id),
        ColumnKind::Link => td_string!(locale, fields.kinds.link),
    }
}
