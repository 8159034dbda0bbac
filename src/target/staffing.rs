//! How many people the visits take: the workload method (DOMAIN 1.30).

use crate::trace::{Formula, Quantity, Trace};

/// Clients who are visited alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Workload {
    pub clients: f64,
    /// Visits or calls to each in a year.
    pub visits: f64,
    /// Hours of each.
    pub hours: f64,
}

/// People needed for `Σ N·V·H` hours if each has so many in a year. Rounded up only where shown.
pub fn headcount(workloads: &[Workload], hours_of_person: f64) -> Trace {
    let hours = |workload: &Workload| {
        let inputs = vec![
            Trace::counted(Quantity::Clients, workload.clients),
            Trace::counted(Quantity::VisitsPerClient, workload.visits),
            Trace::counted(Quantity::HoursEach, workload.hours),
        ];
        Trace::of(Quantity::WorkHours, Formula::WorkloadHours, inputs)
    };
    let hours = Trace::sum(Quantity::WorkHours, workloads.iter().map(hours).collect());
    let each = Trace::counted(Quantity::HoursOfPerson, hours_of_person);
    Trace::of(Quantity::Headcount, Formula::Workload, vec![hours, each])
}
