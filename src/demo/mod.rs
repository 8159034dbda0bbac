//! The demo: 120 clients made from a seed, as life makes them.
//!
//! Few large and many small, some state-owned, two years of orders, a few duplicates and gaps. All companies are
//! invented.

mod chinese;
mod client;
mod english;
mod numbers;
mod orders;
mod random;
mod russian;
mod vocabulary;

use crate::segment::Size;
use crate::workbook::{
    Batch, BatchColumn, ColumnData, ColumnDefinition, Day, Field, History, Misfit, Reason, Source, Sum, Value,
};

use client::{Client, Kind, Maker};
use random::Random;

/// The language in which the demo's clients are named, and so their country and currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Companies across the EU, in euros.
    English,
    Chinese,
    Russian,
}

impl Language {
    /// ISO 4217 code of the demo's amounts.
    pub fn currency(self) -> &'static str {
        match self {
            Self::English => "EUR",
            Self::Chinese => "CNY",
            Self::Russian => "RUB",
        }
    }

    /// The stages of the demo's clients, from first contact to lost: the order of the board's columns.
    pub fn stages(self) -> [&'static str; 7] {
        self.words().stages
    }

    fn words(self) -> &'static vocabulary::Vocabulary {
        match self {
            Self::English => &english::ENGLISH,
            Self::Chinese => &chinese::CHINESE,
            Self::Russian => &russian::RUSSIAN,
        }
    }
}

/// How many clients the demo has: 116 of their own, and four that stand there twice.
const LARGE: usize = 10;
const MEDIUM: usize = 24;
const SMALL: usize = 72;
const DUPLICATES: usize = 4;

/// The demo's clients: the same for the same language, seed and day.
pub fn batch(language: Language, seed: u64, today: Day) -> Batch {
    let words = language.words();
    let mut maker = Maker { language, words, random: Random::new(seed), today };
    let size = |number: usize| match number {
        _ if number < LARGE => Size::Large,
        _ if number < LARGE + MEDIUM => Size::Medium,
        _ if number.is_multiple_of(5) => Size::Micro,
        _ => Size::Small,
    };
    let mut clients: Vec<Client> =
        (0..LARGE + MEDIUM + SMALL).map(|number| maker.client(Kind::Company(size(number), number))).collect();
    // Small ones, of which nobody noticed that they stand there already.
    let doubled: Vec<Client> =
        clients.iter().filter(|client| !client.months.is_empty()).rev().step_by(9).take(DUPLICATES).cloned().collect();
    clients.extend(doubled.iter().map(|original| maker.duplicate(original)));
    clients.extend(words.public_bodies.iter().map(|body| maker.client(Kind::Public(*body))));
    maker.random.shuffle(&mut clients);
    let source = Source { imported_on: Some(today), ..Source::default() };
    let columns = columns(&clients, today, words.misfits);
    Batch { source, rows: clients.len() as u32, columns, history: history(&clients) }
}

fn columns(clients: &[Client], today: Day, misfits: [&str; 3]) -> Vec<BatchColumn> {
    let text = |text: &str| Value::text(text);
    let number = |number: Option<f64>| number.map_or(Value::Empty, Value::Number);
    let day = |day: Option<Day>| day.map_or(Value::Empty, Value::Date);
    let column = |field: Field, value: &dyn Fn(&Client) -> Value| {
        let mut data = ColumnData::default();
        for (row, client) in clients.iter().enumerate() {
            data.set(row as u32, &value(client), field.kind());
        }
        let definition = ColumnDefinition { id: field.into(), title: String::new(), kind: field.kind() };
        BatchColumn { definition, data }
    };
    let year = |client: &Client| {
        client.months.iter().filter(|month| month.index > today.month_index() - 12).copied().collect::<Vec<_>>()
    };
    let mut columns = vec![
        column(Field::Name, &|client| text(&client.name)),
        column(Field::Industry, &|client| text(client.industry)),
        column(Field::Revenue, &|client| {
            if client.months.is_empty() {
                Value::Empty
            } else {
                Value::Number(year(client).iter().map(|month| month.revenue).collect::<Sum>().value())
            }
        }),
        column(Field::Margin, &|client| number(client.margin)),
        column(Field::Orders, &|client| {
            if client.months.is_empty() {
                Value::Empty
            } else {
                Value::Number(year(client).iter().map(|month| month.orders).sum::<u32>().into())
            }
        }),
        column(Field::FirstOrder, &|client| day(client.first_order)),
        column(Field::LastOrder, &|client| day(client.last_order)),
        column(Field::Stage, &|client| text(client.stage)),
        column(Field::Manager, &|client| text(client.manager)),
        column(Field::Contact, &|client| text(&client.contact)),
        column(Field::Position, &|client| text(client.position)),
        column(Field::Phone, &|client| text(&client.phone)),
        column(Field::Email, &|client| text(&client.email)),
        column(Field::Address, &|client| text(&client.address)),
        column(Field::Region, &|client| text(client.city)),
        column(Field::Country, &|client| text(client.country)),
        column(Field::Employees, &|client| number(client.employees)),
        column(Field::Turnover, &|client| number(client.turnover)),
        column(Field::TaxId, &|client| text(&client.tax_id)),
        column(Field::Source, &|client| text(client.source)),
        column(Field::Notes, &|client| text(client.notes)),
    ];
    // Three cells as people really write them: each in the first small client that has nothing there, or not much.
    let [employees, first_order, margin] = misfits;
    let blank = |wanted: &dyn Fn(&Client) -> bool| clients.iter().position(wanted).map(|row| row as u32);
    let places = [
        (Field::Employees, employees, Reason::NotANumber, blank(&|client| client.employees.is_none())),
        (Field::FirstOrder, first_order, Reason::NotADate, blank(&|client| client.first_order.is_none())),
        (Field::Margin, margin, Reason::NotAPercent, blank(&|client| client.margin.is_none())),
    ];
    for (field, text, reason, row) in places {
        let place = columns.iter_mut().find(|column| column.definition.id == field.into()).zip(row);
        if let Some((column, row)) = place {
            column.data.set(row, &Value::Misfit(Misfit { text: text.to_owned(), reason }), field.kind());
        }
    }
    columns
}

fn history(clients: &[Client]) -> History {
    let mut history = History::default();
    for (row, client) in clients.iter().enumerate() {
        for month in &client.months {
            history.rows.push(row as u32);
            history.months.push(month.index);
            history.revenue.push(month.revenue);
            history.orders.push(month.orders);
        }
    }
    history
}

#[cfg(test)]
mod tests;
