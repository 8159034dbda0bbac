//! From order lines, or from months as columns, to one row for each client.

use super::build_column::{Reading, read_column};
use super::client_groups::{Groups, group};
use super::conventions::DateOrder;
use super::fold::{Folded, Lines, fold};
use super::headings::Heading;
use super::keys::keys_of;
use super::mapping::{Action, ColumnMapping, Mapping};
use super::problem::{Problem, Problems};
use super::propose::order_finder;
use super::rows::{Amount, OrderLines};
use super::sheet::Sheet;
use super::totals::Totals;
use crate::workbook::{ColumnData, ColumnKind, Day, Misfit, NO_DAY, Reason, Sum, Values};

/// The rows below the heading that are imported.
pub struct Rows {
    /// The place among them of each row of the sheet; [`NO_ROW`](super::build::NO_ROW) where it is none.
    pub places: Vec<u32>,
    pub count: u32,
}

/// What became of the lines.
pub struct RolledUp {
    /// Nothing where each row is a client of its own.
    pub groups: Option<Groups>,
    /// The day of each row; empty where no column says it.
    pub days: Vec<i32>,
    pub folded: Folded,
    /// Whether amounts, days and orders are known at all.
    pub has_amounts: bool,
    pub has_days: bool,
    pub are_orders: bool,
}

/// Rolls the lines up as the mapping says; nothing where each row is a client without months. What can't be read is a
/// problem.
pub fn roll_up(sheet: &Sheet, mapping: &Mapping, rows: &Rows, problems: &mut Problems) -> Option<RolledUp> {
    let source = LineSource { sheet, mapping, rows };
    let lines = mapping.rows.lines();
    if lines.is_none() && mapping.months.is_empty() {
        return None;
    }
    let groups = lines.map(|lines| group(sheet, mapping, lines, rows));
    let clients = groups.as_ref().map_or(rows.count, |groups| groups.count);
    let days = lines.and_then(|lines| lines.date).and_then(|date| source.days(date, problems));
    let amounts = lines.and_then(|lines| lines.amount).map(|amount| source.amounts(amount, problems));
    let has_days = days.is_some();
    let days = days.unwrap_or_else(|| vec![NO_DAY; rows.count as usize]);
    let (of_fold, unread) = match (lines, amounts) {
        (Some(lines), Some((amount, unread))) => (source.lines(lines, groups.as_ref(), &days, amount), unread),
        (Some(lines), None) if mapping.months.is_empty() => {
            (source.lines(lines, groups.as_ref(), &days, vec![f64::NAN; rows.count as usize]), 0)
        }
        _ => source.months(groups.as_ref(), problems),
    };
    let mut folded = fold(&of_fold, clients);
    folded.totals.lines = rows.count;
    folded.totals.unread = unread;
    if let (Some(lines), Some(groups)) = (lines, &groups) {
        source.note_nameless(lines, groups, &of_fold, &mut folded.totals, problems);
    }
    let (has_amounts, are_orders) = (folded.totals.before.is_some(), of_fold.are_orders);
    let has_days = has_days || !are_orders;
    Some(RolledUp { groups, days, folded, has_amounts, has_days, are_orders })
}

/// The totals alone, for the person to look at before they confirm.
pub fn totals(sheet: &Sheet, mapping: &Mapping) -> Totals {
    let rows = super::build::rows(sheet, mapping);
    roll_up(sheet, mapping, &rows, &mut Problems::default()).map(|rolled| rolled.folded.totals).unwrap_or_default()
}

/// Reads the lines of a sheet.
struct LineSource<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    rows: &'a Rows,
}

impl LineSource<'_> {
    fn column(&self, position: u32) -> ColumnMapping {
        let known = self.mapping.columns.iter().find(|column| column.position == position);
        known.cloned().unwrap_or_else(|| ColumnMapping::new(position, Action::LeaveOut))
    }

    fn heading(&self, position: u32) -> String {
        let row = self.mapping.heading_row.checked_sub(1);
        Heading::new(&row.map(|row| self.sheet.text(row, position)).unwrap_or_default()).text
    }

    fn read(&self, column: &ColumnMapping, kind: ColumnKind, dates: DateOrder, problems: &mut Problems) -> ColumnData {
        let unit = if kind == ColumnKind::Money { column.unit } else { 1.0 };
        let reading = Reading { kind, unit, decimal: column.decimal, dates, percent: column.percent, is_markup: false };
        let cells = self.sheet.cells(column.position, self.mapping.heading_row);
        let heading = self.heading(column.position);
        read_column(self.sheet, cells, &reading, &self.rows.places, self.rows.count, |row, misfit: &Misfit| {
            problems.push(Problem {
                row: row + 1,
                sheet: String::new(),
                position: column.position,
                heading: heading.clone(),
                text: misfit.text.clone(),
                reason: misfit.reason,
            });
        })
    }

    /// The day of each line; nothing where the order of day and month is open: a date is never guessed.
    fn days(&self, position: u32, problems: &mut Problems) -> Option<Vec<i32>> {
        let column = self.column(position);
        let finder = order_finder(self.sheet, position, self.mapping.heading_row);
        let order = match (column.dates, finder.orders().0.as_slice()) {
            (Some(order), _) => order,
            (None, [order]) => *order,
            (None, []) => DateOrder::default(),
            _ => return None,
        };
        match self.read(&column, ColumnKind::Date, order, problems).values {
            Values::Days(days) => Some(days),
            _ => None,
        }
    }

    /// The amount of each line, and how many can't be read.
    fn amounts(&self, amount: Amount, problems: &mut Problems) -> (Vec<f64>, u32) {
        match amount {
            Amount::Column(position) => self.numbers(position, ColumnKind::Money, problems),
            Amount::Product { quantity, price } => {
                let (mut numbers, unread) = self.numbers(quantity, ColumnKind::Number, problems);
                let (prices, more) = self.numbers(price, ColumnKind::Money, problems);
                numbers.iter_mut().zip(prices).for_each(|(number, price)| *number = product(*number, price));
                (numbers, unread + more)
            }
        }
    }

    fn numbers(&self, position: u32, kind: ColumnKind, problems: &mut Problems) -> (Vec<f64>, u32) {
        let data = self.read(&self.column(position), kind, DateOrder::default(), problems);
        let unread = data.misfits.len() as u32;
        match data.values {
            Values::Numbers(numbers) => (numbers, unread),
            _ => (vec![f64::NAN; self.rows.count as usize], unread),
        }
    }

    fn lines(&self, lines: &OrderLines, groups: Option<&Groups>, days: &[i32], amount: Vec<f64>) -> Lines {
        let first = self.mapping.heading_row;
        let order =
            lines.order.map(|order| keys_of(self.sheet, order, first, &self.rows.places, self.rows.count, false).0);
        Lines {
            client: groups.map(|groups| groups.of_line.clone()).unwrap_or_default(),
            day: days.to_vec(),
            amount,
            order: order.unwrap_or_default(),
            are_orders: true,
        }
    }

    /// A line for each month of each row; and how many cells can't be read.
    fn months(&self, groups: Option<&Groups>, problems: &mut Problems) -> (Lines, u32) {
        let mut lines =
            Lines { client: Vec::new(), day: Vec::new(), amount: Vec::new(), order: Vec::new(), are_orders: false };
        let mut all_unread = 0;
        let mut columns = Vec::new();
        for column in &self.mapping.months {
            let (numbers, unread) = self.numbers(column.position, ColumnKind::Money, problems);
            all_unread += unread;
            columns.push((column, numbers));
        }
        // Months ahead, prepared with noughts, are not the last ones of the data.
        let has_sales = |numbers: &[f64]| numbers.iter().any(|number| !number.is_nan() && *number != 0.0);
        let last = columns.iter().filter(|(_, numbers)| has_sales(numbers)).map(|(column, _)| column.month).max();
        columns.retain(|(column, _)| last.is_none_or(|last| column.month <= last));
        for (column, numbers) in columns {
            let Some(day) = Day::new(column.month.div_euclid(12), column.month.rem_euclid(12) as u32 + 1, 1) else {
                continue;
            };
            for (row, number) in (0..).zip(numbers).filter(|(_, number)| !number.is_nan()) {
                let client = groups.map_or(Some(row), |groups| groups.of_line.get(row as usize).copied());
                lines.client.extend(client);
                lines.day.push(day.0);
                lines.amount.push(number);
            }
        }
        (lines, all_unread)
    }

    /// Counts and lists the lines without a client.
    fn note_nameless(
        &self,
        lines: &OrderLines,
        groups: &Groups,
        of_fold: &Lines,
        totals: &mut Totals,
        problems: &mut Problems,
    ) {
        let Some(nameless) = groups.nameless else { return };
        let heading = self.heading(lines.client);
        for (row, place) in (0..).zip(&self.rows.places) {
            if groups.of_line.get(*place as usize) == Some(&nameless) {
                totals.nameless.count += 1;
                problems.push(Problem {
                    row: row + 1,
                    sheet: String::new(),
                    position: lines.client,
                    heading: heading.clone(),
                    text: String::new(),
                    reason: Reason::NoClient,
                });
            }
        }
        let own = of_fold.client.iter().zip(&of_fold.amount).filter(|(client, _)| **client == nameless);
        totals.nameless.sum = own.map(|(_, amount)| *amount).collect::<Sum>().value();
    }
}

/// Without the crumbs of a multiplication: 3 × 19.99 is 59.97.
fn product(quantity: f64, price: f64) -> f64 {
    let product = quantity * price;
    if product.abs() < 1e11 { (product * 1e4).round() / 1e4 } else { product }
}
