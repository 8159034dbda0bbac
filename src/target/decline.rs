//! How the revenue of clients thins out as they leave (DOMAIN 2.1, `S_k`).

use super::client_base::Group;

/// Sums over clients by month, `Σ x·S_k`: of their yearly revenue, of the gross margin where it is known, of the revenue
/// where it is not, and of the clients themselves. Growth is a factor of all of them alike and is not in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Decline {
    pub revenue: Vec<f64>,
    pub known_margin: Vec<f64>,
    pub revenue_without_margin: Vec<f64>,
    pub clients: Vec<f64>,
}

impl Decline {
    pub fn new(months: usize) -> Self {
        let empty = vec![0.0; months];
        Self {
            revenue: empty.clone(),
            known_margin: empty.clone(),
            revenue_without_margin: empty.clone(),
            clients: empty,
        }
    }

    /// Some of the months.
    pub fn part(&self, from: usize, months: usize) -> Self {
        let part = |sums: &[f64]| sums[from..from + months].to_vec();
        Self {
            revenue: part(&self.revenue),
            known_margin: part(&self.known_margin),
            revenue_without_margin: part(&self.revenue_without_margin),
            clients: part(&self.clients),
        }
    }

    /// Adds clients with a yearly churn, who have been leaving for `wait` months before the first.
    pub fn add(&mut self, group: &Group, churn: f64, wait: i32) {
        let stay = (1.0 - churn).powf(1.0 / 12.0);
        let mut left = stay.powi(wait);
        let unknown = group.revenue - group.revenue_with_margin;
        let count = f64::from(group.clients);
        let margins = self.known_margin.iter_mut().zip(&mut self.revenue_without_margin);
        let months = self.revenue.iter_mut().zip(&mut self.clients).zip(margins);
        for ((revenue, clients), (known_margin, without_margin)) in months {
            *revenue += group.revenue * left;
            *clients += count * left;
            *known_margin += group.margin * left;
            *without_margin += unknown * left;
            left *= stay;
        }
    }
}
