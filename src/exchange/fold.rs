//! Order lines to sums by client: the whole, the last twelve months, and each month.

use super::totals::{Part, Totals};
use crate::workbook::{Day, History, NO_DAY, Sum};

/// The lines, one array for each thing that is known of them.
pub struct Lines {
    /// From 0, below the count of clients.
    pub client: Vec<u32>,
    /// [`NO_DAY`] where it is not known.
    pub day: Vec<i32>,
    /// NaN where there is none.
    pub amount: Vec<f64>,
    /// From 1; 0 where the line names no order, and is one by itself. Empty where no line does.
    pub order: Vec<u32>,
    /// Whether the lines are orders at all: sums of months are not.
    pub are_orders: bool,
}

/// What is known of each client.
#[derive(Default)]
pub struct Folded {
    /// The sum of all amounts; NaN where there is none.
    pub total: Vec<f64>,
    /// The sum of the last twelve months of the data; NaN where no amount has a date. Where no line has one, the total.
    pub revenue: Vec<f64>,
    /// Orders in those months; all where no line has a date.
    pub orders: Vec<f64>,
    pub first: Vec<i32>,
    pub last: Vec<i32>,
    pub history: History,
    pub totals: Totals,
}

/// Sums the lines by client. An order is counted once, in the month of its first line; a credit note is none.
pub fn fold(lines: &Lines, clients: u32) -> Folded {
    let dated = || lines.day.iter().copied().filter(|day| *day != NO_DAY);
    let months = dated().min().zip(dated().max()).map(|(first, last)| (month(first), month(last)));
    let from = months.map_or(i32::MIN, |(_, last)| last - 11);
    let mut sums = Folder { lines, from, folded: Folded::default(), seen: Vec::new(), has_amounts: false };
    sums.has_amounts = lines.amount.iter().any(|amount| !amount.is_nan());
    let most = lines.order.iter().copied().max().unwrap_or(0);
    sums.seen = vec![0; most as usize + 1];
    let (starts, mut order) = by_client(&lines.client, clients);
    for client in 0..clients {
        let range = (starts.get(client as usize), starts.get(client as usize + 1));
        let (Some(start), Some(end)) = range else { continue };
        let Some(own) = order.get_mut(*start as usize..*end as usize) else { continue };
        own.sort_unstable_by_key(|line| (lines.day.get(*line as usize).copied().unwrap_or(NO_DAY), *line));
        sums.take(client, own);
    }
    let mut folded = sums.folded;
    folded.totals = totals(lines, clients, months, from);
    folded.totals.after = folded.totals.before.map(|_| folded.total.iter().copied().collect::<Sum>().value());
    folded
}

fn month(day: i32) -> i32 {
    Day(day).month_index()
}

/// The lines ordered by client, and where each client's begin.
fn by_client(client_of: &[u32], clients: u32) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; clients as usize + 1];
    for client in client_of {
        if let Some(start) = starts.get_mut(*client as usize + 1) {
            *start += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let mut order = vec![0; sum as usize];
    for (line, client) in (0..).zip(client_of) {
        if let Some(next) = next.get_mut(*client as usize)
            && let Some(place) = order.get_mut(*next as usize)
        {
            *place = line;
            *next += 1;
        }
    }
    (starts, order)
}

/// Goes through the clients.
struct Folder<'a> {
    lines: &'a Lines,
    /// The first of the last twelve months.
    from: i32,
    folded: Folded,
    /// The client (from 1) for which an order was counted last.
    seen: Vec<u32>,
    has_amounts: bool,
}

/// Sums over some lines of one client.
#[derive(Default)]
struct Bucket {
    sum: Sum,
    amounts: u32,
    orders: u32,
}

impl Folder<'_> {
    /// One client's lines, by day.
    fn take(&mut self, client: u32, own: &[u32]) {
        let (mut all, mut year) = (Bucket::default(), Bucket::default());
        let (mut first, mut last) = (NO_DAY, NO_DAY);
        let mut current: Option<(i32, Bucket)> = None;
        let mut last_day = NO_DAY;
        let mut last_month = 0;
        for line in own {
            let at = *line as usize;
            let day = self.lines.day.get(at).copied().unwrap_or(NO_DAY);
            let amount = self.lines.amount.get(at).copied().unwrap_or(f64::NAN);
            let orders = self.orders(client, at, amount);
            all.add(amount, orders);
            if day == NO_DAY {
                continue;
            }
            if amount.is_nan() || amount >= 0.0 {
                first = if first == NO_DAY { day } else { first };
                last = day;
            }
            if day != last_day {
                (last_day, last_month) = (day, month(day));
            }
            if last_month >= self.from {
                year.add(amount, orders);
            }
            if current.as_ref().is_none_or(|(month, _)| *month != last_month) {
                self.keep(client, current.replace((last_month, Bucket::default())));
            }
            if let Some((_, bucket)) = &mut current {
                bucket.add(amount, orders);
            }
        }
        self.keep(client, current);
        let is_dated = self.from != i32::MIN;
        let total = if all.amounts > 0 { all.sum.value() } else { f64::NAN };
        // Amounts of earlier years say that the last one brought nothing; amounts without a date say nothing of it.
        let dated_amounts = own.iter().any(|line| {
            let at = *line as usize;
            self.lines.day.get(at).is_some_and(|day| *day != NO_DAY)
                && self.lines.amount.get(at).is_some_and(|amount| !amount.is_nan())
        });
        let revenue = match (is_dated, dated_amounts) {
            (false, _) => total,
            (true, true) => year.sum.value(),
            (true, false) => f64::NAN,
        };
        let orders = if is_dated { year.orders } else { all.orders };
        self.folded.total.push(total);
        self.folded.revenue.push(revenue);
        self.folded.orders.push(f64::from(orders));
        self.folded.first.push(first);
        self.folded.last.push(last);
    }

    /// Whether the line is the first of an order.
    fn orders(&mut self, client: u32, line: usize, amount: f64) -> u32 {
        if !self.lines.are_orders || amount < 0.0 {
            return 0;
        }
        match self.lines.order.get(line).copied().unwrap_or(0) {
            0 => 1,
            order => match self.seen.get_mut(order as usize) {
                Some(seen) if *seen != client + 1 => {
                    *seen = client + 1;
                    1
                }
                _ => 0,
            },
        }
    }

    fn keep(&mut self, client: u32, month: Option<(i32, Bucket)>) {
        let Some((month, bucket)) = month else { return };
        // Orders without amounts are no sales by month, and a month in which nothing was bought is none.
        if !self.has_amounts || (bucket.orders == 0 && bucket.sum.value() == 0.0) {
            return;
        }
        let history = &mut self.folded.history;
        history.rows.push(client);
        history.months.push(month);
        history.revenue.push(bucket.sum.value());
        history.orders.push(bucket.orders);
    }
}

impl Bucket {
    fn add(&mut self, amount: f64, orders: u32) {
        if !amount.is_nan() {
            self.sum.add(amount);
            self.amounts += 1;
        }
        self.orders += orders;
    }
}

/// Sums over the lines as they stand in the file, whatever became of them.
fn totals(lines: &Lines, clients: u32, months: Option<(i32, i32)>, from: i32) -> Totals {
    let (mut all, mut year, mut credits, mut undated) = (Sum::new(), Sum::new(), Sum::new(), Sum::new());
    let mut totals = Totals { lines: lines.client.len() as u32, clients, months, ..Totals::default() };
    let mut amounts = 0_u32;
    let (mut last_day, mut is_in_year) = (NO_DAY, false);
    for (day, amount) in lines.day.iter().zip(&lines.amount) {
        if *day == NO_DAY {
            totals.undated.count += 1;
        } else if *day != last_day {
            (last_day, is_in_year) = (*day, month(*day) >= from);
        }
        if amount.is_nan() {
            continue;
        }
        amounts += 1;
        all.add(*amount);
        if *amount < 0.0 {
            credits.add(*amount);
            totals.credits.count += 1;
        }
        if *day == NO_DAY {
            undated.add(*amount);
        } else if is_in_year {
            year.add(*amount);
        }
    }
    totals.before = (amounts > 0).then(|| all.value());
    totals.last_year = (amounts > 0 && months.is_some()).then(|| year.value());
    totals.credits.sum = credits.value();
    totals.undated = Part { sum: undated.value(), ..totals.undated };
    totals
}

#[cfg(test)]
#[path = "fold_tests.rs"]
mod tests;
