//! What the clients bring together: by class, by segment, and how much hangs on how few.

use crate::segment::{Concentration, Findings, Segment, concentration, concentration_of_sorted};
use crate::workbook::Sum;

use super::abc::{AbcClass, AbcShare};
use super::analyses::{Analyses, known};
use super::first_clients::FirstClients;
use super::rules::AbcBasis;

impl Analyses {
    /// What each ABC class brings. All clients with a class are counted, and the shares add up to 1.
    pub fn abc_shares(&self) -> [AbcShare; 3] {
        let mut parts = [(0_u32, Sum::new()); 3];
        for (_, client) in self.figures.clients() {
            let amount = self.amount_of(&client);
            if let Some(class) = self.lines.abc.class(amount) {
                let (clients, sum) = &mut parts[class as usize];
                *clients += 1;
                sum.add(amount.max(0.0));
            }
        }
        let mut all = Sum::new();
        for (_, sum) in &parts {
            all.merge(sum);
        }
        let total = all.value();
        AbcClass::ALL.map(|class| {
            let (clients, sum) = parts[class as usize];
            let amount = sum.value();
            AbcShare { class, clients, amount, share: (total > 0.0).then(|| amount / total) }
        })
    }

    /// How concentrated the revenue of all clients is (DOMAIN 5.4).
    pub fn concentration(&self) -> Option<Concentration> {
        let unknown = self.figures.clients().filter(|(_, client)| client.revenue.is_nan()).count() as u32;
        match self.rules().abc.basis {
            AbcBasis::Revenue => concentration_of_sorted(&self.orders.amount, 0, unknown),
            AbcBasis::Margin => concentration(self.figures.clients().map(|(_, client)| known(client.revenue))),
        }
    }

    /// How concentrated the revenue of one segment's clients is.
    pub fn concentration_of(&self, segment: Segment, findings: &Findings) -> Option<Concentration> {
        let clients = self.figures.clients().filter(|(row, _)| findings.segment(*row) == Some(segment));
        concentration(clients.map(|(_, client)| known(client.revenue)))
    }

    /// What it costs to lose the first `count` clients, of one segment or of all: the largest by revenue.
    pub fn first_clients(&self, count: usize, segment: Option<(Segment, &Findings)>) -> Option<FirstClients> {
        let is_in = |row: u32| segment.is_none_or(|(segment, findings)| findings.segment(row) == Some(segment));
        let clients = self.figures.clients().filter(|(row, _)| is_in(*row));
        FirstClients::of(clients.map(|(row, client)| (row, client.revenue, client.margin)), count)
    }
}
