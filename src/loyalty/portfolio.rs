//! The clients as columns, ordered so that those with the same course of time stand together.

use super::by_segment::BySegment;
use super::client::Client;
use crate::segment::Segment;

/// The clients of a comparison. Those without revenue are left out of every sum.
#[derive(Clone, Debug, Default)]
pub struct Portfolio {
    pub(super) revenue: Vec<f64>,
    pub(super) margin: Vec<f64>,
    pub(super) orders: Vec<f64>,
    /// Where each stands in the list that was given.
    pub(super) number: Vec<u32>,
    pub(super) cohorts: Vec<Cohort>,
    given: usize,
}

/// Clients of one segment with the same churn and growth: their revenue follows the same curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cohort {
    pub segment: Segment,
    pub churn: f64,
    pub growth: f64,
    /// Rows `start..end` of the columns.
    pub start: usize,
    pub end: usize,
    pub moments: Moments,
}

/// Sums over clients, by which everything that is linear in them is computed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Moments {
    pub clients: f64,
    pub revenue: f64,
    /// Σ m·R
    pub gross: f64,
    /// Σ m
    pub margin: f64,
    pub orders: f64,
}

impl Moments {
    pub fn add(&mut self, revenue: f64, margin: f64, orders: f64) {
        self.clients += 1.0;
        self.revenue += revenue;
        self.gross += margin * revenue;
        self.margin += margin;
        self.orders += orders;
    }
}

impl Portfolio {
    /// Takes the clients in the order of the list; results come back in that order. Nothing stands for a client that
    /// cannot be computed.
    pub fn new(clients: impl IntoIterator<Item = Option<Client>>) -> Self {
        let mut counted: Vec<(u32, Client)> = Vec::new();
        let mut given = 0;
        for (number, client) in clients.into_iter().enumerate() {
            given = number + 1;
            if let Some(client) = client.filter(Client::counts) {
                counted.push((number as u32, client));
            }
        }
        // Order within a cohort stays that of the list, so that sums do not depend on the sorting.
        let key = |client: &Client| (client.segment, client.churn.to_bits(), client.growth.to_bits());
        counted.sort_by_key(|(number, client)| (key(client), *number));
        let mut portfolio = Self { given, ..Self::default() };
        for (number, client) in counted {
            let row = portfolio.revenue.len();
            let is_same = portfolio.cohorts.last().is_some_and(|cohort| {
                (cohort.segment, cohort.churn.to_bits(), cohort.growth.to_bits()) == key(&client)
            });
            if !is_same {
                let Client { segment, churn, growth, .. } = client;
                let moments = Moments::default();
                portfolio.cohorts.push(Cohort { segment, churn, growth, start: row, end: row, moments });
            }
            if let Some(cohort) = portfolio.cohorts.last_mut() {
                cohort.end = row + 1;
                cohort.moments.add(client.revenue, client.margin, client.orders);
            }
            portfolio.revenue.push(client.revenue);
            portfolio.margin.push(client.margin);
            portfolio.orders.push(client.orders);
            portfolio.number.push(number);
        }
        portfolio
    }

    /// How many clients were given.
    pub fn given(&self) -> usize {
        self.given
    }

    /// How many are computed.
    pub fn counted(&self) -> usize {
        self.revenue.len()
    }

    pub fn is_empty(&self) -> bool {
        self.revenue.is_empty()
    }

    /// The median revenue of a year, by which amounts of money get their defaults; nothing without clients.
    pub fn typical_revenue(&self) -> Option<f64> {
        let mut revenues = self.revenue.clone();
        let middle = revenues.len() / 2;
        (!revenues.is_empty()).then(|| *revenues.select_nth_unstable_by(middle, f64::total_cmp).1)
    }

    /// Clients counted in each segment.
    pub fn by_segment(&self) -> BySegment<u32> {
        let mut counts = BySegment::default();
        for cohort in &self.cohorts {
            *counts.get_mut(cohort.segment) += (cohort.end - cohort.start) as u32;
        }
        counts
    }

    /// The clients that are computed, with their place in the list.
    pub(super) fn clients(&self) -> impl Iterator<Item = (usize, Client)> {
        self.cohorts.iter().flat_map(move |cohort| {
            (cohort.start..cohort.end).map(move |row| (self.number[row] as usize, self.client_at(cohort, row)))
        })
    }

    /// The segment of a row.
    pub(super) fn segment_of(&self, row: usize) -> Option<Segment> {
        let cohort = self.cohorts.partition_point(|cohort| cohort.end <= row);
        self.cohorts.get(cohort).map(|cohort| cohort.segment)
    }

    /// The clients whose row is taken, with their places in the list as they are.
    pub(super) fn only(&self, takes: impl Fn(usize) -> bool) -> Self {
        let mut part = Self { given: self.given, ..Self::default() };
        for cohort in &self.cohorts {
            let start = part.revenue.len();
            let mut moments = Moments::default();
            for row in (cohort.start..cohort.end).filter(|row| takes(*row)) {
                moments.add(self.revenue[row], self.margin[row], self.orders[row]);
                part.revenue.push(self.revenue[row]);
                part.margin.push(self.margin[row]);
                part.orders.push(self.orders[row]);
                part.number.push(self.number[row]);
            }
            let end = part.revenue.len();
            if end > start {
                part.cohorts.push(Cohort { start, end, moments, ..*cohort });
            }
        }
        part
    }

    fn client_at(&self, cohort: &Cohort, row: usize) -> Client {
        Client {
            segment: cohort.segment,
            revenue: self.revenue[row],
            margin: self.margin[row],
            orders: self.orders[row],
            churn: cohort.churn,
            growth: cohort.growth,
        }
    }
}
