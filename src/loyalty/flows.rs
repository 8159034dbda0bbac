//! Money by month.

/// Monthly figures of a program, of a segment or of the whole portfolio; month k is at k − 1. The set-up cost is paid
/// before the first month and stands in none of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flows {
    /// `ΣB_k`, revenue without the program, of all clients.
    pub baseline: Vec<f64>,
    /// `ΣQ_k`, revenue with the program.
    pub revenue: Vec<f64>,
    /// Of the difference, what comes of clients who stay.
    pub retention: Vec<f64>,
    /// Of the difference, what comes of more and larger orders.
    pub uplift: Vec<f64>,
    /// Gross margin of the difference.
    pub margin: Vec<f64>,
    /// Gross margin of new clients (referred, or of partners), who are in no revenue here.
    pub new_margin: Vec<f64>,
    /// What is given to members.
    pub reward: Vec<f64>,
    /// Running cost: members', and on the portfolio the fixed cost.
    pub running: Vec<f64>,
    /// Fees and what partners pay.
    pub income: Vec<f64>,
}

impl Flows {
    pub(super) fn zero(months: usize) -> Self {
        let zero = vec![0.0; months];
        Self {
            baseline: zero.clone(),
            revenue: zero.clone(),
            retention: zero.clone(),
            uplift: zero.clone(),
            margin: zero.clone(),
            new_margin: zero.clone(),
            reward: zero.clone(),
            running: zero.clone(),
            income: zero,
        }
    }

    pub fn months(&self) -> usize {
        self.baseline.len()
    }

    /// Margin and income less cost, in each month.
    pub fn net(&self) -> Vec<f64> {
        (0..self.months()).map(|month| self.net_in(month)).collect()
    }

    fn net_in(&self, month: usize) -> f64 {
        self.margin[month] + self.new_margin[month] + self.income[month] - self.reward[month] - self.running[month]
    }

    /// The net so far, at the end of each month, after the set-up cost.
    pub fn cumulative(&self, setup: f64) -> Vec<f64> {
        let mut sum = -setup;
        let add = |month: usize| {
            sum += self.net_in(month);
            sum
        };
        (0..self.months()).map(add).collect()
    }

    pub(super) fn columns_mut(&mut self) -> [&mut Vec<f64>; 9] {
        [
            &mut self.baseline,
            &mut self.revenue,
            &mut self.retention,
            &mut self.uplift,
            &mut self.margin,
            &mut self.new_margin,
            &mut self.reward,
            &mut self.running,
            &mut self.income,
        ]
    }

    fn columns(&self) -> [&Vec<f64>; 9] {
        [
            &self.baseline,
            &self.revenue,
            &self.retention,
            &self.uplift,
            &self.margin,
            &self.new_margin,
            &self.reward,
            &self.running,
            &self.income,
        ]
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (own, other) in self.columns_mut().into_iter().zip(other.columns()) {
            for (own, other) in own.iter_mut().zip(other) {
                *own += other;
            }
        }
    }
}
