//! Client tables for this folder's tests.

use crate::workbook::{
    Batch, BatchColumn, ClientTable, ColumnData, ColumnDefinition, Day, Field, History, Source, Value,
};

/// The day on which the tests are: in the middle of a month.
pub(super) const TODAY: Day = Day(20_000);

/// A client's figures as the sheet and the monthly sales have them.
#[derive(Clone, Debug, Default)]
pub(super) struct Client {
    pub revenue: Option<f64>,
    pub margin: Option<f64>,
    pub orders: Option<f64>,
    /// How many days ago the client ordered last.
    pub since: Option<i32>,
    pub churn: Option<f64>,
    /// Sales and orders, the running month last.
    pub sales: Vec<(f64, u32)>,
}

impl Client {
    pub fn of_revenue(revenue: f64) -> Self {
        Self { revenue: Some(revenue), ..Self::default() }
    }
}

/// The table of these clients.
pub(super) fn table(clients: &[Client]) -> ClientTable {
    let column = |field: Field, value: &dyn Fn(&Client) -> Option<Value>| {
        let mut data = ColumnData::default();
        for (row, client) in (0..).zip(clients) {
            data.set(row, &value(client).unwrap_or(Value::Empty), field.kind());
        }
        BatchColumn { definition: ColumnDefinition::of_field(field), data }
    };
    let number = |read: fn(&Client) -> Option<f64>| move |client: &Client| read(client).map(Value::Number);
    let columns = vec![
        column(Field::Revenue, &number(|client| client.revenue)),
        column(Field::Margin, &number(|client| client.margin)),
        column(Field::Orders, &number(|client| client.orders)),
        column(Field::Churn, &number(|client| client.churn)),
        column(Field::LastOrder, &|client| client.since.map(|since| Value::Date(Day(TODAY.0 - since)))),
    ];
    let mut history = History::default();
    for (row, client) in (0..).zip(clients) {
        let first = TODAY.month_index() + 1 - client.sales.len() as i32;
        for (month, (revenue, orders)) in (first..).zip(&client.sales) {
            if *revenue != 0.0 || *orders > 0 {
                history.rows.push(row);
                history.months.push(month);
                history.revenue.push(*revenue);
                history.orders.push(*orders);
            }
        }
    }
    ClientTable::of_batch(Batch { source: Source::default(), rows: clients.len() as u32, columns, history })
}
