//! Facts out of the orders that were imported with the clients.

use std::collections::BTreeMap;

use super::fact::Fact;
use super::manager::ManagerId;
use super::measure::Measure;
use crate::segment::Segment;
use crate::workbook::{Month, Sum};

/// One client's sales by month.
#[derive(Clone, Debug)]
pub struct ClientHistory {
    pub segment: Segment,
    pub manager: Option<ManagerId>,
    /// Month, revenue and orders, oldest first; only months in which the client bought.
    pub months: Vec<(Month, f64, u32)>,
}

#[derive(Default)]
struct Cell {
    revenue: Sum,
    orders: u32,
    active: u32,
    at_start: u32,
    kept: u32,
    new: u32,
    lost: u32,
    is_recorded: bool,
    sees_a_year: bool,
    sees_what_was_lost: bool,
}

/// Facts by month, manager and segment: revenue, orders, clients. A month counts as recorded for everyone if anyone
/// bought in it; what looks a year back is left out while the history does not reach so far.
pub fn facts_of_history(clients: impl IntoIterator<Item = ClientHistory>) -> Vec<Fact> {
    let clients: Vec<ClientHistory> = clients.into_iter().filter(|client| !client.months.is_empty()).collect();
    let months = || clients.iter().flat_map(|client| client.months.iter().map(|(month, ..)| *month));
    let (Some(first), Some(last)) = (months().min(), months().max()) else { return Vec::new() };
    let width = (last.since(first) + 1) as usize;
    let mut is_recorded = vec![false; width];
    months().for_each(|month| is_recorded[month.since(first) as usize] = true);
    let mut lines: BTreeMap<(Option<ManagerId>, Segment), Vec<Cell>> = BTreeMap::new();
    for client in clients {
        let line = lines.entry((client.manager.clone(), client.segment)).or_insert_with(|| {
            let cell = |at: usize| Cell {
                is_recorded: is_recorded[at],
                sees_a_year: at >= 12,
                sees_what_was_lost: at >= 13,
                ..Cell::default()
            };
            (0..width).map(cell).collect()
        });
        count(&client, first, line);
    }
    let mut facts = Vec::new();
    for ((manager, segment), line) in lines {
        for (at, cell) in line.into_iter().enumerate().filter(|(_, cell)| cell.is_recorded) {
            let mut push = |measure, value| {
                let (month, manager) = (first + at as i32, manager.clone());
                facts.push(Fact { month, manager, segment: Some(segment), measure, value });
            };
            push(Measure::Revenue, cell.revenue.value());
            push(Measure::Orders, f64::from(cell.orders));
            if cell.sees_a_year {
                push(Measure::ActiveClients, f64::from(cell.active));
                push(Measure::ClientsAtStart, f64::from(cell.at_start));
                push(Measure::ClientsKept, f64::from(cell.kept));
                push(Measure::NewClients, f64::from(cell.new));
            }
            if cell.sees_what_was_lost {
                push(Measure::LostClients, f64::from(cell.lost));
            }
        }
    }
    facts
}

fn count(client: &ClientHistory, first: Month, line: &mut [Cell]) {
    let mut bought = vec![false; line.len()];
    for (month, revenue, orders) in &client.months {
        let at = month.since(first) as usize;
        line[at].revenue.add(*revenue);
        line[at].orders += orders;
        bought[at] = true;
    }
    let start = bought.iter().position(|bought| *bought).unwrap_or(0);
    // The latest month with an order, so far and up to the month before.
    let mut latest: Option<usize> = None;
    for (at, cell) in line.iter_mut().enumerate() {
        let before = latest;
        latest = if bought[at] { Some(at) } else { latest };
        if at < 12 {
            continue;
        }
        let (was, is) = (before >= Some(at - 12), latest >= Some(at - 11));
        cell.active += u32::from(is);
        cell.at_start += u32::from(was);
        cell.kept += u32::from(was && is);
        cell.lost += u32::from(was && !is);
        cell.new += u32::from(at == start);
    }
}
